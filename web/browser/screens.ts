// The screens that are checked as a whole, and how one gets there.

import { expect } from '@playwright/test';
import { CUSTOMER, DEAL, DECIDER, EVALUATOR, OWNER, POINTS, PRODUCT } from './case';
import { HISTORY } from './history';
import type { Page } from './setting';
import type { Say } from './words';

export interface Way {
  page: Page;
  say: Say;
}

/** Pages without a session, and pages with one. */
export const DOORS: Record<string, (way: Way) => Promise<void>> = { login: toLogin, 'set-up': toSetUp };
export const SCREENS: Record<string, (way: Way) => Promise<void>> = {
  board: toBoard,
  'deal room': toRoom,
  today: toDay,
  'planning an action': toPlan,
  'why not something else': toChoices,
  activities: toActivities,
  'chance to win': toWin,
  outlook: toOutlook,
  'what brought it here': toVerdict,
  'what if': toSuppose,
  'ways in': toWays,
  asks: toAsks,
  'proof of a benefit point': toProof,
  'person in the deal': toPerson,
  'dispute of a line': toDispute,
  palette: toPalette,
  product: toProduct,
  person: toRecord,
  'control board': toControl,
  forecast: toForecast,
  lessons: toLessons,
  playbook: toPlaybook,
  limits: toLimits,
  completeness: toCompleteness,
  'proof of the chance to win': toHouseProof,
  'proof with a history': toHistory,
  'figures of the model': toFigures,
  'changes of the model': toReview,
  learning: toLearning,
};

export const card = (page: Page) => page.getByRole('button', { name: DEAL });

async function toLogin({ page, say }: Way): Promise<void> {
  await page.goto('/login');
  await expect(page.getByRole('heading', { name: say('login.title') })).toBeVisible();
}

async function toSetUp({ page, say }: Way): Promise<void> {
  await page.goto('/setup?token=none');
  await expect(page.getByRole('heading', { name: say('setup.title') })).toBeVisible();
}

export async function toBoard({ page, say }: Way): Promise<void> {
  await page.goto('/deals');
  await expect(page.getByRole('heading', { level: 1, name: say('nav.deals') })).toBeVisible();
  await expect(card(page)).toBeVisible();
}

/** Straight there: that the board leads there as well has a test of its own. */
export async function toRoom(way: Way): Promise<void> {
  const { data } = await (await way.page.request.get('/api/v1/opportunities')).json();
  await way.page.goto(`/deals/${data.find(({ name }: { name: string }) => name === DEAL).id}`);
  await expect(way.page.getByRole('heading', { level: 1, name: DEAL })).toBeVisible();
  await expect(inList(way).first()).toBeVisible();
}

/** The day of whoever owns the deal. */
export async function toDay({ page, say }: Way): Promise<void> {
  await page.goto('/today');
  await expect(page.getByRole('heading', { level: 1, name: say('nav.today') })).toBeVisible();
  await page.getByRole('combobox', { name: say('today.whose') }).click();
  await page.getByRole('option', { name: OWNER }).click();
  await expect(page.getByRole('region', { name: say('today.first') })).toBeVisible();
}

/** The dialog, as the first suggestion fills it. */
export async function toPlan(way: Way): Promise<void> {
  await toRoom(way);
  await expect(
    way.page.getByRole('region', { name: way.say('advice.next_best') }).getByRole('listitem'),
  ).not.toHaveCount(0);
  await way.page.keyboard.press('a');
  await expect(way.page.getByRole('dialog', { name: way.say('plan.title') }).getByRole('img')).not.toHaveCount(0);
}

export async function toChoices({ page, say }: Way): Promise<void> {
  await toRoom({ page, say });
  await page
    .getByRole('button', { name: say('advice.why_not') })
    .first()
    .click();
  await expect(page.getByRole('dialog', { name: say('choices.title') }).getByRole('listitem')).not.toHaveCount(0);
}

/** What was done by plan, with what was expected of it; and what is still to be done. */
export async function toActivities(way: Way): Promise<void> {
  await toRoom(way);
  await way.page.getByRole('tab', { name: way.say('room.tab.activities') }).click();
  await expect(way.page.getByRole('heading', { level: 2, name: way.say('activity.open') })).toBeVisible();
  await expect(way.page.getByRole('table', { name: way.say('effect.title') }).first()).toBeAttached();
}

export async function toWin(way: Way): Promise<void> {
  await toRoom(way);
  await opened(way, 'win.why');
}

async function toOutlook(way: Way): Promise<void> {
  await toRoom(way);
  await opened(way, 'outlook.title');
}

async function toVerdict({ page, say }: Way): Promise<void> {
  await toRoom({ page, say });
  await page.getByRole('button', { name: say('deal.more'), exact: true }).click();
  await page.getByRole('menuitem', { name: say('verdict.title.open') }).click();
  const dialog = page.getByRole('dialog', { name: say('verdict.title.open') });
  await expect(dialog.getByText(say('verdict.rule'))).toBeVisible();
}

export async function toSuppose({ page, say }: Way): Promise<void> {
  await toRoom({ page, say });
  await page.getByRole('button', { name: say('suppose.ask') }).click();
  await expect(page.getByRole('dialog', { name: say('suppose.title') })).toBeVisible();
}

/** How one gets to the one who compares the offers. */
async function toWays(way: Way): Promise<void> {
  await toRoom(way);
  await openWays(way, EVALUATOR);
}

/** The ways to somebody, from the room. */
export async function openWays({ page, say }: Way, to: string): Promise<void> {
  await page.getByRole('button', { name: say('stakeholder.more', { person: to }) }).click();
  await page.getByRole('menuitem', { name: say('ways.ask') }).click();
  await expect(page.getByRole('dialog').getByText(say('ways.rule'))).toBeVisible();
}

async function toAsks({ page, say }: Way): Promise<void> {
  await page.goto('/ways');
  await expect(page.getByText(say('asks.rule'))).toBeVisible();
}

/** What proves the first benefit point that anybody holds. */
export async function toProof({ page, say }: Way): Promise<void> {
  await toRoom({ page, say });
  await page
    .getByRole('region', { name: say('benefit.title') })
    .locator('button[data-standing]:not([data-standing="unformed"])')
    .first()
    .click();
  await expect(page.getByRole('link', { name: say('benefit.record') }).first()).toBeVisible();
}

export async function toDispute({ page, say }: Way): Promise<void> {
  await toPerson({ page, say });
  await page.getByRole('button', { name: say('dispute.ask') }).click();
  await expect(page.getByRole('dialog', { name: say('dispute.title') })).toBeVisible();
}

/** What is behind a figure of the chance to win, opened. */
async function opened({ page, say }: Way, what: string): Promise<void> {
  await page
    .getByRole('region', { name: say('win.title') })
    .getByRole('button', { name: say(what) })
    .click();
  await expect(page.getByRole('dialog', { name: say(what) })).toBeVisible();
}

export async function toPerson(way: Way): Promise<void> {
  await toRoom(way);
  await inList(way).first().click();
  await expect(way.page.getByRole('heading', { level: 1, name: DECIDER })).toBeVisible();
  await expect(finding(way.page)).toBeVisible();
}

export async function toPalette(way: Way): Promise<void> {
  const { page, say } = way;
  await toBoard(way);
  await page.keyboard.press('Control+k');
  await page.getByRole('combobox', { name: say('nav.search') }).fill(DECIDER.slice(0, 4));
  await expect(page.getByRole('option', { name: DECIDER })).toBeVisible();
}

export async function toControl({ page, say }: Way): Promise<void> {
  await page.goto('/control');
  await expect(page.getByRole('heading', { level: 1, name: say('nav.control') })).toBeVisible();
  await expect(dealRow(page)).toBeVisible();
  await expect(page.getByRole('heading', { name: say('chart.title', { deal: CUSTOMER }) })).toBeVisible();
}

/** The deal's row on the control board. */
export const dealRow = (page: Page) =>
  page.getByRole('row').filter({ has: page.getByRole('link', { name: CUSTOMER, exact: true }) });

export async function toForecast({ page, say }: Way): Promise<void> {
  await page.goto('/forecast');
  await expect(page.getByRole('heading', { level: 1, name: say('nav.forecast') })).toBeVisible();
  await expect(page.getByRole('heading', { name: say('forecast.carrying') })).toBeVisible();
}

async function toLessons({ page, say }: Way): Promise<void> {
  await page.goto('/lessons');
  await expect(page.getByText(say('lessons.none'))).toBeVisible();
}

export async function toPlaybook({ page, say }: Way): Promise<void> {
  await page.goto('/lessons?view=playbook');
  await expect(page.getByText(say('playbook.rule'))).toBeVisible();
}

export async function toLimits({ page, say }: Way): Promise<void> {
  await page.goto('/settings/limits');
  await expect(page.getByRole('heading', { level: 2, name: say('settings.limits') })).toBeVisible();
  await expect(page.getByLabel(say('limit.slip_chance')).last()).toBeVisible();
}

export async function toCompleteness({ page, say }: Way): Promise<void> {
  await page.goto('/settings/completeness');
  await expect(page.getByRole('heading', { level: 2, name: say('settings.completeness') })).toBeVisible();
  await expect(page.getByRole('columnheader', { name: say('completeness.used') }).first()).toBeVisible();
}

/** What the closed deals say. The house has none, so that is what it says, once it has looked. */
export async function toHouseProof({ page, say }: Way): Promise<void> {
  await page.goto('/proof');
  await expect(page.getByRole('heading', { level: 2, name: say('proof.too_little') })).toBeVisible();
}

/** The same of a house with a history, as the server would answer it. */
export async function toHistory({ page, say }: Way): Promise<void> {
  await page.route('**/api/v1/proof', (route) => route.fulfill({ json: HISTORY }));
  await page.goto('/proof');
  await expect(page.getByRole('heading', { level: 2, name: say('proof.verdict.undecided') })).toBeVisible();
}

export async function toModel({ page, say }: Way): Promise<void> {
  await page.goto('/settings/model');
  await expect(page.getByRole('heading', { level: 2, name: say('settings.model') })).toBeVisible();
  await expect(strength({ page, say }, 'sign.inbound_call')).toBeVisible();
}

/** What a sign says of each level, opened. */
export async function toFigures(way: Way): Promise<void> {
  await toModel(way);
  await openEntry(way, 'sign.inbound_call');
  await expect(way.page.getByRole('heading', { level: 4, name: way.say('model.weights') })).toBeVisible();
}

/** A changed strength, and what it would move. Nothing is taken. */
export async function toReview(way: Way): Promise<void> {
  await toModel(way);
  await strength(way, 'sign.inbound_call').getByRole('radio').nth(3).check({ force: true });
  await way.page.getByRole('button', { name: way.say('model.review') }).click();
  await expect(way.page.getByRole('dialog', { name: way.say('model.review.title') })).toBeVisible();
}

async function toLearning({ page, say }: Way): Promise<void> {
  await page.goto('/settings/model?tab=learning');
  await expect(page.getByRole('button', { name: say('learning.start') })).toBeVisible();
}

/** The five places of what a sign or a reply says. */
export const strength = ({ page, say }: Way, entry: string) =>
  page.getByRole('group', { name: say('model.strength_of', { what: say('model.says'), entry: say(entry) }) });

export const openEntry = ({ page, say }: Way, entry: string) =>
  page.getByRole('button', { name: say(entry), expanded: false }).click();

export async function toProduct({ page }: Way): Promise<void> {
  await page.goto('/products');
  await page.getByText(PRODUCT, { exact: true }).click();
  await expect(page.getByRole('heading', { level: 1, name: PRODUCT })).toBeVisible();
  await expect(page.getByRole('heading', { level: 4, name: POINTS[0] ?? '' })).toBeVisible();
}

async function toRecord(way: Way): Promise<void> {
  await toPersonRecord(way, DECIDER);
}

/** The page of a person, whatever deals they are in. */
export async function toPersonRecord({ page, say }: Way, name: string): Promise<void> {
  await page.goto('/people');
  await page.getByText(name, { exact: true }).click();
  await expect(page.getByRole('heading', { level: 1, name })).toBeVisible();
  await expect(page.getByRole('heading', { level: 3, name: say('person.deals') })).toBeVisible();
}

/** Where the person stands, in a sentence: “Evaluating or further, 55%.” */
export const finding = (page: Page) => page.getByRole('heading', { level: 2, name: /\d%/ }).first();

const inList = ({ page, say }: Way) =>
  page.getByRole('table', { name: say('room.people') }).getByRole('link', { name: DECIDER });

// The room's own judgement: the chance to win and its terms, what if, benefit points and their proof, alarms, disputes.

import { DEAL } from './case';
import { finding, toDispute, toPerson, toProof, toRoom, toSuppose, toWin } from './screens';
import { expect, type Page, test } from './setting';

/** The chance to win as it is written large; the days before it stand in the table beneath. */
const figure = (page: Page, region: string) =>
  page
    .getByRole('region', { name: region })
    .getByText(/^[<>]?\d+%$/)
    .first();

test('the terms of the chance to win add up to it, in the tenths that are shown', async ({ seller: page, say }) => {
  await toWin({ page, say });
  const cells = page
    .getByRole('dialog', { name: say('win.why') })
    .getByRole('row')
    .locator('td:last-child');
  const points = (await cells.allTextContents()).map(toNumber);
  const total = points.at(-1) ?? Number.NaN;
  expect(points.length).toBeGreaterThan(2);
  expect(points.slice(0, -1).reduce((sum, one) => sum + one, 0)).toBeCloseTo(total, 6);

  const chance = toNumber(await figure(page, say('win.title')).innerText());
  expect(Math.round(100 / (1 + 2 ** (-total / 10)))).toBeCloseTo(chance, -0.5);
});

test('a supposition shifts the chance to win, and leaves the deal as it was', async ({ seller: page, say }) => {
  await toSuppose({ page, say });
  const before = await figure(page, say('win.title')).innerText();
  const dialog = page.getByRole('dialog', { name: say('suppose.title') });
  await dialog.getByPlaceholder(say('suppose.as_is')).first().click();
  await page.getByRole('option', { name: say('state.committed') }).click();
  await expect(dialog.getByRole('img', { name: before })).toBeVisible();
  await expect(dialog.getByText(/^\+\d+ /)).toBeVisible();

  await dialog.getByRole('button', { name: say('suppose.reset') }).click();
  await expect(dialog.getByRole('img', { name: before })).toBeHidden();
  await page.reload();
  await expect(figure(page, say('win.title'))).toHaveText(before);
});

test('a benefit point leads to the record that proves it', async ({ seller: page, say }) => {
  await toProof({ page, say });
  await page
    .getByRole('link', { name: say('benefit.record') })
    .first()
    .click();
  await expect(page.getByRole('tab', { name: say('room.tab.evidence'), selected: true })).toBeVisible();
  const sought = page.locator('li[data-sought]');
  await expect(sought).toHaveCount(1);
  await expect(sought).toBeInViewport();
});

test('what has not formed is said to be so, and nothing proves it', async ({ seller: page, say }) => {
  await toRoom({ page, say });
  const cell = page.locator('button[data-standing="unformed"]:not([data-next])').first();
  await expect(cell).toContainText(say('standing.unformed'));
  await cell.click();
  await expect(page.getByRole('dialog').getByRole('link')).toHaveCount(0);
});

test('an alarm is put off with a reason, folded away, and woken again', async ({ seller: page, say }) => {
  await toRoom({ page, say });
  const alarms = page.getByRole('region', { name: say('room.alarms') });
  const ringing = await alarms.getByRole('listitem').count();
  await alarms
    .getByRole('button', { name: say('snooze.do') })
    .first()
    .click();
  const dialog = page.getByRole('dialog', { name: say('snooze.title') });
  await dialog.getByLabel(say('snooze.reason')).fill('Board meets on Friday');
  await dialog.getByRole('button', { name: say('snooze.do') }).click();
  await expect(alarms.getByRole('listitem')).toHaveCount(ringing - 1);

  await alarms.getByRole('button', { expanded: false }).click();
  await expect(alarms).toContainText('Board meets on Friday');
  await alarms.getByRole('button', { name: say('snooze.wake') }).click();
  await expect(alarms.getByRole('listitem')).toHaveCount(ringing);
});

test('a day looked back at has its own chance to win, and alarms that nobody can put off', async ({
  seller: page,
  say,
}) => {
  await toRoom({ page, say });
  const latest = await figure(page, say('win.title')).innerText();
  const slider = page.getByRole('slider', { name: say('time.label') });
  await slider.focus();
  for (let days = 0; days < 45; days++) await slider.press('ArrowLeft');
  await expect(page).toHaveURL(/at=\d{4}-\d{2}-\d{2}/);
  await expect(figure(page, say('win.title'))).not.toHaveText(latest);
  const alarms = page.getByRole('region', { name: say('room.alarms') });
  await expect(alarms.getByRole('listitem').first()).toBeVisible();
  await expect(alarms.getByRole('button', { name: say('snooze.do') })).toHaveCount(0);
  await expect(page.getByRole('button', { name: say('suppose.ask') })).toHaveCount(0);
});

test('a disputed line is struck out with its reason and moves nobody, until it is counted again', async ({
  seller: page,
  say,
}) => {
  await toPerson({ page, say });
  const before = await finding(page).innerText();
  await toDispute({ page, say });
  const dialog = page.getByRole('dialog', { name: say('dispute.title') });
  await dialog.getByLabel(say('dispute.line')).first().click();
  await page.getByRole('option').last().click();
  await dialog.getByLabel(say('dispute.reason')).fill('It was somebody else');
  await dialog.getByRole('button', { name: say('dispute.do') }).click();

  const disputed = page.getByRole('list', { name: say('dispute.not_counted') });
  await expect(disputed).toContainText('It was somebody else');
  await expect.poll(() => finding(page).innerText()).not.toBe(before);

  await disputed
    .getByRole('button', { name: say('dispute.take_back') })
    .first()
    .click();
  await expect(disputed).toBeHidden();
  await expect.poll(async () => (await finding(page).innerText()).startsWith(before)).toBe(true);
});

test('a won deal keeps its room: the steps after the order in place of the chance to win', async ({
  seller: page,
  say,
}) => {
  await toRoom({ page, say });
  const { csrf_token: token } = await (await page.request.get('/api/v1/session')).json();
  const deal = new URL(page.url()).pathname.split('/').at(-1);
  const headers = { 'X-CSRF-Token': token };
  const order = `/api/v1/opportunities/${deal}/order`;
  expect((await page.request.put(order, { headers, data: { at: new Date().toISOString() } })).ok()).toBe(true);
  try {
    await expect(page.getByRole('region', { name: say('use.steps') })).toContainText(say('use.step.onboarding'));
    await expect(page.getByRole('region', { name: say('win.title') })).toBeHidden();
    await expect(page.getByRole('heading', { level: 1, name: DEAL })).toBeVisible();

    // What was ordered is decided again, in a deal of its own: begun by one button, taken back by another.
    await page.getByRole('button', { name: say('use.renew') }).click();
    await expect(page.getByText(say('deal.renews'))).toBeVisible();
    await expect(page.getByRole('region', { name: say('win.title') })).toBeVisible();
    await page
      .getByRole('status', { name: say('undo.region') })
      .getByRole('button', { name: say('undo.undo') })
      .click();
    await expect(page.getByRole('button', { name: say('use.renew') })).toBeVisible();
  } finally {
    await page.request.delete(order, { headers });
  }
});

const toNumber = (shown: string): number => Number(shown.replace('\u2212', '-').replace(/[^\d.-]/g, ''));

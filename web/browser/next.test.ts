// What to do next: planned and done, put away and brought back, and why not another call.

import { AFTER_THE_CALLS, DEAL, DECIDER } from './case';
import { openHouse } from './house';
import { toActivities, toDay, toPlan, toRoom } from './screens';
import { expect, type Page, test } from './setting';
import type { Say } from './words';

test('a suggestion is planned, done by one tap from the day, and stands beside what was expected', async ({
  seller: page,
  say,
  language,
}) => {
  test.slow();
  await toPlan({ page, say });
  const dialog = page.getByRole('dialog', { name: say('plan.title') });
  const date = new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : 'zh-CN', { dateStyle: 'medium', timeZone: 'UTC' });
  await dialog.getByLabel(say('plan.due')).fill(language === 'en' ? date.format() : chineseDay());
  await dialog.getByLabel(say('plan.aim')).fill('Meet the board');
  await dialog.getByRole('button', { name: say('plan.do'), exact: true }).click();
  const toast = page.getByRole('status', { name: say('undo.region') });
  await expect(toast).toContainText(/%/);

  await toDay({ page, say });
  const planned = page.getByRole('region', { name: say('today.planned') }).getByRole('listitem');
  const own = planned.filter({ hasText: 'Meet the board' });
  await own.getByRole('group').getByRole('button').first().click();
  await expect(own).toHaveCount(0);
  await expect(toast).toContainText(say('win.title'));

  await toActivities({ page, say });
  const done = page.getByRole('listitem').filter({ hasText: 'Meet the board' });
  await expect(done.getByRole('table', { name: say('effect.title') }).getByRole('row')).toHaveCount(3);
  await expect(done).toContainText(say('effect.observed'));
  await takeBack(page);
});

test('a suggestion is put away with a reason, and Undo brings it back', async ({ seller: page, say }) => {
  await toRoom({ page, say });
  const cards = nextBest(page, say).getByRole('listitem');
  const first = (await cards.first().getByRole('heading').textContent()) ?? '';
  await cards
    .first()
    .getByRole('button', { name: say('dismiss.menu', { title: first }) })
    .click();
  await page.getByRole('menuitem', { name: say('dismiss.wrong_person') }).click();
  await expect(nextBest(page, say).getByRole('heading', { name: first })).toHaveCount(0);

  await page
    .getByRole('status', { name: say('undo.region') })
    .getByRole('button', { name: say('undo.undo') })
    .click();
  await expect(nextBest(page, say).getByRole('heading', { name: first })).toBeVisible();
});

test('after weeks without an answer another call is not advised, and it is said why', async ({
  page,
  say,
  language,
}) => {
  test.slow();
  const house = await openHouse(language, AFTER_THE_CALLS);
  try {
    const { email, password } = house.seller;
    await page.request.post(`${house.url}/api/v1/session`, { data: { email, password } });
    await page.goto(`${house.url}/deals`);
    await page.getByRole('button', { name: DEAL }).click();
    const call = say('do.call', { person: DECIDER });
    const against = page.getByRole('region', { name: say('advice.not_advised') });
    await expect(against).toContainText(say('advice.again', { deed: call }));
    await expect(against).toContainText(say('advice.gain_down'));
    await expect(nextBest(page, say).getByRole('heading', { name: call })).toHaveCount(0);

    await page
      .getByRole('button', { name: say('advice.why_not') })
      .first()
      .click();
    const choices = page.getByRole('dialog', { name: say('choices.title') });
    await choices.getByRole('combobox', { name: say('choices.towards') }).click();
    await page.getByRole('option', { name: DECIDER }).click();
    await expect(choices.getByRole('listitem').filter({ hasText: call })).toContainText(say('choices.harm'));
  } finally {
    await house.close();
  }
});

test('a day looked back at is told what was known, not what to do', async ({ seller: page, say }) => {
  await toRoom({ page, say });
  await page.getByRole('slider', { name: say('time.label') }).focus();
  await page.keyboard.press('ArrowLeft');
  await expect(page.getByText(say('advice.looking_back'))).toBeVisible();
  await expect(nextBest(page, say).getByRole('listitem')).toHaveCount(0);
});

test('who may only read sees what is advised, and is not asked to plan it', async ({ reader: page, say }) => {
  await toRoom({ page, say });
  await expect(nextBest(page, say).getByRole('listitem').first()).toBeVisible();
  await expect(page.getByRole('button', { name: say('advice.plan') })).toHaveCount(0);
  await page.goto('/today');
  await expect(page.getByRole('heading', { level: 1, name: say('nav.today') })).toBeVisible();
  await expect(page.getByRole('combobox', { name: say('today.whose') })).toHaveCount(0);
});

const nextBest = (page: Page, say: Say) => page.getByRole('region', { name: say('advice.next_best') });

const chineseDay = (): string => {
  const [year, month, day] = new Date().toISOString().slice(0, 10).split('-').map(Number);
  return `${year}年${month}月${day}日`;
};

/** What the test recorded is put away again: the house is everybody's. */
async function takeBack(page: Page): Promise<void> {
  const { csrf_token: token } = await (await page.request.get('/api/v1/session')).json();
  const headers = { 'X-CSRF-Token': token };
  const { data } = await (await page.request.get('/api/v1/activities?open=false&limit=200')).json();
  for (const { id, aim, done } of data) {
    if (aim !== 'Meet the board') continue;
    await page.request.delete(`/api/v1/interactions/${done.interaction_id}`, { headers });
    await page.request.delete(`/api/v1/activities/${id}`, { headers });
  }
}

// The way in: the way that was taken is the first that is shown, on the records alone; asked for, passed on, taken back.

import { AFTER_THE_CALLS, DEAL, DECIDER, ROUTE } from './case';
import { openHouse } from './house';
import { openWays } from './screens';
import { expect, test } from './setting';

test('the way that was taken leads there; it is asked for once, and followed', async ({ page, language, say }) => {
  const house = await openHouse(language, AFTER_THE_CALLS);
  try {
    const { email, password } = house.seller;
    await page.request.post(`${house.url}/api/v1/session`, { data: { email, password } });
    await page.goto(`${house.url}/deals`);
    await page.getByRole('button', { name: DEAL }).click();
    // Not another call, but an introduction.
    const best = page
      .getByRole('region', { name: say('advice.next_best') })
      .getByRole('listitem')
      .first();
    const [first = '', ...further] = ROUTE;
    await expect(best).toContainText(say('do.introduction_through', { through: first, person: DECIDER }));

    await openWays({ page, say }, DECIDER);
    const dialog = page.getByRole('dialog', { name: say('ways.title', { person: DECIDER }) });
    const people = [first, ...further.slice(0, -1)].join(' → ');
    await expect(dialog.getByRole('button', { name: say('ways.through', { people }) })).toBeVisible();
    // The map shows it, hop by hop.
    await expect(page.getByText(say('map.step', { order: String(ROUTE.length) }), { exact: true })).toBeVisible();

    await dialog.getByRole('button', { name: say('ways.asked', { person: first }) }).click();
    await expect(dialog.getByRole('region', { name: say('ways.asks') })).toContainText(say('ask_state.asked'));
    await expect(dialog.getByRole('list', { name: say('ways.spared') })).toContainText(first);

    await page.goto(`${house.url}/ways`);
    await page.getByRole('button', { name: say('ask_do.done'), exact: true }).click();
    await expect(page.getByText(say('asks.none_open'))).toBeVisible();
    await page.getByRole('button', { name: say('undo.undo') }).click();
    await expect(page.getByText(say('ask_state.asked'), { exact: true })).toBeVisible();
  } finally {
    await house.close();
  }
});

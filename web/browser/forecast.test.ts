// The forecast: a range and not a sum, taken apart on demand, leading to the deals that carry it.

import { CUSTOMER, DEAL } from './case';
import { toForecast } from './screens';
import { expect, test } from './setting';

test('the range opens its terms, and a term that carries it is a deal', async ({ seller: page, say }) => {
  await toForecast({ page, say });
  await expect(page.getByText(say('forecast.p10')).first()).toBeVisible();
  const [asked = ''] = say('forecast.average', { amount: '\n' }).split('\n');
  await page.getByRole('button', { name: asked.trim() }).first().click();
  const terms = page.getByRole('dialog');
  await expect(terms.getByRole('row').filter({ hasText: CUSTOMER })).toContainText('%');
  await page.keyboard.press('Escape');

  await page.getByRole('link', { name: DEAL }).click();
  await expect(page.getByRole('heading', { level: 1, name: DEAL })).toBeVisible();
});

test('another day is another forecast, and its address', async ({ seller: page, say }) => {
  await toForecast({ page, say });
  await page.getByText(say('forecast.until.year'), { exact: true }).click();
  await expect(page).toHaveURL(/until=\d{4}-12-31/);
  await expect(page.getByRole('radio', { name: say('forecast.until.year') })).toBeChecked();
  const [year] = /\d{4}-12-31/.exec(page.url()) ?? [];
  await page.reload();
  await expect(page).toHaveURL(new RegExp(`until=${year}`));
  await expect(page.getByRole('heading', { name: say('forecast.carrying') })).toBeVisible();
});

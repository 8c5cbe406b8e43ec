// Proof: with too few closed deals it says so, with enough of them who was better, by day of a deal's life.

import { toHistory, toHouseProof } from './screens';
import { expect, test } from './setting';

test('too few closed deals are said to be too few, however often one asks', async ({ seller: page, say }) => {
  await toHouseProof({ page, say });
  await expect(page.getByText(say('proof.short.deals', { needed: '50' }))).toBeVisible();
  const asked = page.waitForResponse((answer) => answer.url().endsWith('/proof/computation'));
  await page.getByRole('button', { name: say('proof.again') }).click();
  expect((await asked).status()).toBe(202);
  await expect(page.getByRole('heading', { name: say('proof.too_little') })).toBeVisible();
});

test('whoever may only read asks for nothing', async ({ reader: page, say }) => {
  await toHouseProof({ page, say });
  await expect(page.getByRole('button', { name: say('proof.again') })).toBeHidden();
});

test('it is said when the chance is no better than plain counting, and a day of life is an address', async ({
  seller: page,
  say,
}) => {
  await toHistory({ page, say });
  const finding = page.getByRole('region', { name: say('proof.finding') });
  await expect(finding).toContainText(say('proof.level.high', { said: '36%', won: '27%' }));
  await page.getByText(say('proof.age_other', { count: '30' }), { exact: true }).click();
  await expect(page).toHaveURL(/age=30/);
  await expect(finding.getByRole('heading')).toHaveText(say('proof.verdict.model'));
  await page.reload();
  await expect(page.getByRole('radio', { name: say('proof.age_other', { count: '30' }) })).toBeChecked();
});

// Fairness to the person: estimated no longer at their wish, and given what is recorded.

import { readFileSync } from 'node:fs';
import { DEAL, EVALUATOR } from './case';
import { toPersonRecord } from './screens';
import { expect, test } from './setting';

const REASON = { en: 'Asked for it on the telephone', 'zh-CN': '本人电话里提出' };

test('nothing is estimated of a person at their wish, until it is again', async ({ seller: page, say, language }) => {
  await toPersonRecord({ page, say }, EVALUATOR);
  const reading = page.getByRole('listitem').filter({ hasText: DEAL }).locator('svg');
  await expect(reading).toHaveCount(1);
  await page.getByRole('button', { name: say('fairness.exclude') }).click();
  await page.getByRole('textbox', { name: say('fairness.reason') }).fill(REASON[language]);
  await page.keyboard.press('Enter');
  await expect(page.getByText(REASON[language])).toBeVisible();
  await expect(reading).toHaveCount(0);
  await expect(page.getByText(say('fairness.mark'), { exact: true }).first()).toBeVisible();

  await page.goto('/people');
  const row = page.getByRole('row').filter({ hasText: EVALUATOR });
  await expect(row).toContainText(say('fairness.at_their_wish'));

  await toPersonRecord({ page, say }, EVALUATOR);
  await page.getByRole('button', { name: say('fairness.admit') }).click();
  await expect(reading).toHaveCount(1);
  await page.getByRole('button', { name: say('undo.undo') }).click();
  await expect(page.getByText(REASON[language])).toBeVisible();
  await page.getByRole('button', { name: say('fairness.admit') }).click();
  await expect(reading).toHaveCount(1);
});

test('what is recorded of a person is handed over as a file', async ({ seller: page, say }) => {
  await toPersonRecord({ page, say }, EVALUATOR);
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: say('fairness.export') }).click(),
  ]);
  const { format, person, interactions } = JSON.parse(readFileSync(await file.path(), 'utf8'));
  expect([format, person.name]).toEqual(['assent-personal-data', EVALUATOR]);
  expect(interactions.length).toBeGreaterThan(0);
});

test('who may only read can neither exclude nor export', async ({ reader: page, say }) => {
  await toPersonRecord({ page, say }, EVALUATOR);
  await expect(page.getByRole('button', { name: say('fairness.exclude') })).toHaveCount(0);
  await expect(page.getByRole('link', { name: say('fairness.export') })).toHaveCount(0);
});

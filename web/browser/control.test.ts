// The control board: what is going wrong, why, and putting it off; the rows by keyboard and as a file.

import { readFileSync } from 'node:fs';
import { CUSTOMER, DEAL } from './case';
import { dealRow, toControl } from './screens';
import { expect, type Page, test } from './setting';
import type { Say } from './words';

test('J, Space, Escape and Enter walk the rows, peek, and go in', async ({ seller: page, say }) => {
  await toControl({ page, say });
  await page.keyboard.press('j');
  await expect(page.locator('tr:focus')).toBeVisible();
  await dealRow(page).focus();
  await page.keyboard.press('Space');
  await expect(page.getByRole('article', { name: DEAL })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('article', { name: DEAL })).toBeHidden();
  await dealRow(page).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: DEAL })).toBeVisible();
});

test('pressing a kind of alarm shows the deals it concerns, pressing it again all', async ({ seller: page, say }) => {
  await toControl({ page, say });
  const kind = kinds(page, say).nth(1);
  const count = Number(await kind.locator('b').textContent());
  await kind.click();
  await expect(kind).toHaveAttribute('aria-pressed', 'true');
  await expect(page).toHaveURL(/alarm=/);
  await expect(rows(page, say)).toHaveCount(count);
  await kind.click();
  await expect(page).not.toHaveURL(/alarm=/);
  await expect(kinds(page, say).first()).toHaveAttribute('aria-pressed', 'true');
});

test('an alarm says why, is snoozed with a reason, and Undo wakes it', async ({ seller: page, say, language }) => {
  const reason = language === 'en' ? 'On leave until next week' : '休假至下周';
  await toControl({ page, say });
  const before = await counted(page, say);
  await dealRow(page).getByRole('button').first().click();
  const alarm = page.getByRole('dialog').getByRole('listitem');
  await expect(alarm).toBeVisible();
  const title = (await alarm.locator('b').textContent()) ?? '';

  await alarm.getByRole('button', { name: say('snooze.do') }).click();
  const asked = page.getByRole('dialog', { name: say('snooze.title') });
  const done = asked.getByRole('button', { name: say('snooze.do') });
  await expect(done).toBeDisabled();
  await asked.getByRole('textbox', { name: say('snooze.reason') }).fill(reason);
  await done.click();
  await expect(asked).toBeHidden();

  // Put off, it comes last in its row, and no kind counts it any more.
  const toast = page.getByRole('status', { name: say('undo.region') });
  await expect(toast).toContainText(title);
  await expect.poll(() => counted(page, say)).toBe(before - 1);
  await page.keyboard.press('Escape');
  await dealRow(page).getByRole('button').last().click();
  await expect(page.getByRole('listitem').filter({ hasText: reason })).toBeVisible();

  await toast.getByRole('button', { name: say('undo.undo') }).click();
  await expect.poll(() => counted(page, say)).toBe(before);
  await expect(page.getByText(reason)).toHaveCount(0);
});

test('the rows shown can be taken away as a file', async ({ seller: page, say }) => {
  await toControl({ page, say });
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: say('control.export') }).click();
  const file = await download;
  expect(file.suggestedFilename()).toMatch(/\d{4}-\d{2}-\d{2}\.csv$/);
  const lines = readFileSync(await file.path(), 'utf8').split('\r\n');
  expect(lines[0]).toContain(say('control.signals'));
  expect(lines.slice(1).join('\n')).toContain(`${DEAL},${CUSTOMER}`);
});

test('who may only read sees the alarms and is not asked to answer them', async ({ reader: page, say }) => {
  await toControl({ page, say });
  await expect(page.getByRole('link', { name: say('control.set_limits') })).toHaveCount(0);
  await dealRow(page).getByRole('button').first().click();
  await expect(page.getByRole('dialog').getByRole('listitem')).toBeVisible();
  await expect(page.getByRole('button', { name: say('snooze.do') })).toHaveCount(0);
});

const kinds = (page: Page, say: Say) => page.getByRole('group', { name: say('control.alarms') }).getByRole('button');

/** How many deals the kinds count, each for itself: all but the first button, which counts every deal. */
async function counted(page: Page, say: Say): Promise<number> {
  const [, ...counts] = await kinds(page, say).locator('b').allTextContents();
  return counts.reduce((sum, count) => sum + Number(count), 0);
}

const rows = (page: Page, say: Say) =>
  page
    .getByRole('table', { name: say('nav.control') })
    .locator('tbody')
    .getByRole('row');

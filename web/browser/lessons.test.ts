// Lessons: a deal that ends says what decided it, and teaches the others.

import { CUSTOMER, DEAL, DECIDER } from './case';
import { toPlaybook, toRoom } from './screens';
import { expect, test } from './setting';

test('a deal that is closed shows what decided it, and teaches until it is opened again', async ({
  seller: page,
  say,
}) => {
  await toRoom({ page, say });
  await page.getByRole('button', { name: say('deal.more'), exact: true }).click();
  await page.getByRole('menuitem', { name: say('deal.close_lost'), exact: true }).click();
  const verdict = page.getByRole('dialog', { name: say('verdict.title.lost') });
  await expect(verdict.getByText(say('verdict.rule'))).toBeVisible();
  await expect(verdict.getByRole('row').filter({ hasText: DECIDER }).first()).toBeAttached();
  await verdict.getByLabel(say('verdict.reason')).fill('Too dear');
  await verdict.getByRole('button', { name: say('common.save') }).click();
  await expect(page.getByText(say('verdict.reason_saved'))).toBeVisible();

  await page.goto('/lessons');
  await expect(page.getByRole('listitem').filter({ hasText: `${say('outcome.lost')} 1` })).toBeVisible();
  await expect(page.getByText(say('lessons.warning'))).toBeVisible();
  await page.getByRole('button', { expanded: false, name: /\d/ }).click();
  await page.getByRole('button', { name: say('action.meeting'), exact: true }).click();
  const behind = page.getByRole('dialog', { name: say('action.meeting') });
  await expect(behind.getByText(say('outcome.lost'), { exact: true })).toBeVisible();
  await behind.getByRole('link', { name: CUSTOMER }).click();

  await expect(page.getByRole('heading', { level: 1, name: DEAL })).toBeVisible();
  await page.getByRole('button', { name: say('deal.more'), exact: true }).click();
  await page.getByRole('menuitem', { name: say('deal.reopen') }).click();
  await expect(page.getByText(say('deal.reopened', { deal: DEAL }))).toBeVisible();
  await page.goto('/lessons');
  await expect(page.getByText(say('lessons.none'))).toBeVisible();
});

test('the playbook counts the answers to each activity, and the period is in its address', async ({
  seller: page,
  say,
}) => {
  await toPlaybook({ page, say });
  const calls = page.getByRole('region', { name: say('action.call'), exact: true });
  await expect(calls.getByRole('columnheader', { name: say('playbook.answers') })).toBeVisible();
  await page.getByRole('combobox', { name: say('lessons.period') }).click();
  await page.getByRole('option', { name: say('lessons.period.quarter') }).click();
  await expect(page).toHaveURL(/view=playbook.*period=quarter/);
  await page.reload();
  await expect(page.getByRole('heading', { name: say('action.meeting') })).toBeVisible();
});

// Records: made, tied together, changed by two at once, and left alone by those who may only read.

import { DECIDER } from './case';
import { toBoard, toPerson } from './screens';
import { expect, type Page, test } from './setting';
import type { Say } from './words';

const NEW = { en: { name: 'Jo Hale', title: 'Buyer' }, 'zh-CN': { name: '王芳', title: '采购经理' } };

test('a new person has a position and their first tie', async ({ seller: page, say, language }) => {
  const { name, title } = NEW[language];
  await page.goto('/people');
  await page.getByRole('button', { name: say('people.new') }).click();
  await page.getByRole('textbox', { name: say('people.name') }).fill(name);
  await choose(page, say('people.organization'), 'SA');
  await page.getByRole('textbox', { name: say('people.title') }).fill(title);
  await page.getByRole('button', { name: say('common.save') }).click();
  await page.getByText(name, { exact: true }).click();
  await expect(page.getByRole('heading', { level: 1, name })).toBeVisible();
  await expect(page.getByRole('listitem').filter({ hasText: title })).toBeVisible();

  await page.getByRole('button', { name: say('tie.add') }).click();
  await choose(page, say('tie.to'), DECIDER.slice(0, 4));
  await page.getByRole('button', { name: say('common.save') }).click();
  await expect(page.getByRole('link', { name: DECIDER })).toBeVisible();

  await page.getByRole('button', { name: say('common.remove'), exact: true }).click();
  await expect(page.getByRole('status', { name: say('undo.region') })).toContainText(name);
});

test('of two who change one field the later is asked, and nothing is lost', async ({ seller, colleague, say }) => {
  await toDecider(seller, say);
  await seller.getByRole('button', { name: say('common.edit') }).click();
  await seller.getByRole('textbox', { name: say('people.phone') }).fill('+49 351 100');

  await toDecider(colleague, say);
  await colleague.getByRole('button', { name: say('common.edit') }).click();
  await colleague.getByRole('textbox', { name: say('people.phone') }).fill('+49 351 200');
  await colleague.getByRole('textbox', { name: say('people.email') }).fill('decider@example.com');
  await colleague.getByRole('button', { name: say('common.save') }).click();
  await expect(colleague.getByRole('link', { name: '+49 351 200' })).toBeVisible();

  // The page behind the form has heard of it; the form still stands on what was there when it opened.
  await expect(seller.getByText('+49 351 200')).toBeAttached();
  await seller.getByRole('button', { name: say('common.save') }).click();
  await seller.getByRole('radio', { name: '+49 351 100' }).check();
  await seller.getByRole('button', { name: say('conflict.save') }).click();
  await expect(seller.getByRole('link', { name: '+49 351 100' })).toBeVisible();
  await expect(seller.getByRole('link', { name: 'decider@example.com' })).toBeVisible();
  await expect(colleague.getByRole('link', { name: '+49 351 100' })).toBeVisible();
});

test('who may only read is offered nothing to change', async ({ reader: page, say }) => {
  await toBoard({ page, say });
  await expect(page.getByRole('button', { name: say('deal.new'), exact: false })).toHaveCount(0);
  await toPerson({ page, say });
  await expect(page.getByRole('button', { name: say('evidence.log') })).toHaveCount(0);
  await expect(page.getByRole('textbox', { name: say('evidence.log') })).toHaveCount(0);
  await page.goto('/people');
  await expect(page.getByText(DECIDER)).toBeVisible();
  await expect(page.getByRole('button', { name: say('people.new') })).toHaveCount(0);
});

async function toDecider(page: Page, say: Say): Promise<void> {
  await page.goto('/people');
  await page.getByText(DECIDER, { exact: true }).click();
  await expect(page.getByRole('heading', { level: 1, name: DECIDER })).toBeVisible();
  await expect(page.getByRole('button', { name: say('common.edit') })).toBeVisible();
}

/** Types the first letters of a record and takes the first one found. */
async function choose(page: Page, label: string, letters: string): Promise<void> {
  await page.getByRole('combobox', { name: label }).fill(letters);
  await page.getByRole('option').filter({ hasText: letters }).first().click();
}

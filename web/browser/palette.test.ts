// The palette: from anywhere to anybody, without the mouse.

import { DECIDER } from './case';
import { toBoard, toPalette } from './screens';
import { expect, test } from './setting';

test('a few letters and Enter lead to a person', async ({ seller: page, say }) => {
  await toPalette({ page, say });
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: DECIDER })).toBeVisible();
  await expect(page.getByRole('combobox', { name: say('nav.search') })).toBeHidden();
});

test('what cannot be found is said, and Escape leads back', async ({ seller: page, say }) => {
  await toBoard({ page, say });
  await page.keyboard.press('Control+k');
  await page.getByRole('combobox', { name: say('nav.search') }).fill('qqqqzzz');
  await expect(page.getByText(say('palette.nothing', { query: 'qqqqzzz' }))).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('combobox', { name: say('nav.search') })).toBeHidden();
});

// On a phone: everything within its width.

import { toBoard, toPalette, toPerson, toRoom, type Way } from './screens';
import { expect, type Page, test } from './setting';

const WIDTH = 390;

test.use({ viewport: { width: WIDTH, height: 844 } });

const DOORS: Record<string, (way: Way) => Promise<unknown>> = {
  login: ({ page }) => page.goto('/login'),
  'set-up': ({ page }) => page.goto('/setup?token=none'),
};
const SCREENS: Record<string, (way: Way) => Promise<unknown>> = {
  board: toBoard,
  'deal room': toRoom,
  'person in the deal': toPerson,
  palette: toPalette,
};

for (const [name, go] of Object.entries(DOORS)) {
  test(`${name} fits a phone`, async ({ page, say }) => {
    await go({ page, say });
    await expect(page.getByRole('heading').first()).toBeVisible();
    await fits(page);
  });
}

for (const [name, go] of Object.entries(SCREENS)) {
  test(`${name} fits a phone`, async ({ seller: page, say }) => {
    await go({ page, say });
    await fits(page);
  });
}

const fits = (page: Page) =>
  expect.poll(() => page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(WIDTH);

// On a phone: nothing is wider than the page, however narrow the phone.

import { DOORS, SCREENS } from './screens';
import { expect, type Page, test } from './setting';

const WIDTHS = [390, 360];

test.use({ viewport: { width: 390, height: 844 } });

for (const [name, go] of Object.entries(DOORS)) {
  test(`${name} fits a phone`, async ({ page, say }) => {
    await go({ page, say });
    await fits(page);
  });
}

for (const [name, go] of Object.entries(SCREENS)) {
  test(`${name} fits a phone`, async ({ seller: page, say }) => {
    await go({ page, say });
    await fits(page);
  });
}

async function fits(page: Page): Promise<void> {
  for (const width of WIDTHS) {
    await page.setViewportSize({ width, height: 844 });
    await expect.poll(() => page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
  }
}

// For everybody: what axe-core calls serious or critical is on no screen, in neither light nor dark.

import { createRequire } from 'node:module';
import type axe from 'axe-core';
import type { AxeResults, RunOptions } from 'axe-core';
import { DOORS, SCREENS } from './screens';
import { expect, type Page, test } from './setting';

const { source } = createRequire(import.meta.url)('axe-core') as { source: string };

const GRAVE = ['serious', 'critical'];

declare global {
  interface Window {
    axe: typeof axe;
  }
}

test.use({ colorScheme: 'light' });

for (const [name, go] of Object.entries(DOORS)) {
  test(`${name} is for everybody`, async ({ page, say }) => {
    await go({ page, say });
    await forEverybody(page);
  });
}

for (const [name, go] of Object.entries(SCREENS)) {
  test(`${name} is for everybody`, async ({ seller: page, say }) => {
    await go({ page, say });
    await forEverybody(page);
  });
}

/** A screen is walked to once, and looked at in either light: most of the time goes into getting there. */
async function forEverybody(page: Page): Promise<void> {
  await page.evaluate(source);
  expect(await graveFaults(page, 'light', {})).toEqual([]);
  await page.emulateMedia({ colorScheme: 'dark' });
  // The other light changes colours and nothing else.
  expect(await graveFaults(page, 'dark', { runOnly: ['color-contrast'] }), 'in the dark').toEqual([]);
}

async function graveFaults(page: Page, scheme: string, options: RunOptions): Promise<string[]> {
  await expect(page.locator('html')).toHaveAttribute('data-mantine-color-scheme', scheme);
  await page.evaluate(() =>
    Promise.all(
      document
        .getAnimations()
        .filter((one) => one instanceof CSSTransition)
        .map(({ finished }) => finished),
    ),
  );
  // What lies over a page is looked at by itself: the page below has a test of its own.
  const { violations }: AxeResults = await page.evaluate((chosen) => {
    const over = [...document.querySelectorAll('[role="dialog"]')].at(-1);
    return window.axe.run(over ?? document, { resultTypes: ['violations'], ...chosen });
  }, options);
  return violations
    .filter(({ impact }) => GRAVE.includes(impact ?? ''))
    .flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`));
}

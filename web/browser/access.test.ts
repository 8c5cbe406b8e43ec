// For everybody: what axe-core calls serious or critical is on no screen, in neither light nor dark.

import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import { DOORS, SCREENS } from './screens';
import { expect, type Page, test } from './setting';

const { source } = createRequire(import.meta.url)('axe-core') as { source: string };

const GRAVE = ['serious', 'critical'];
const SCHEMES = ['light', 'dark'] as const;

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
  for (const colorScheme of SCHEMES) {
    await page.emulateMedia({ colorScheme });
    expect(await graveFaults(page, colorScheme), colorScheme).toEqual([]);
  }
}

async function graveFaults(page: Page, scheme: string): Promise<string[]> {
  await expect(page.locator('html')).toHaveAttribute('data-mantine-color-scheme', scheme);
  const { violations }: AxeResults = await page.evaluate('axe.run(document, { resultTypes: ["violations"] })');
  return violations
    .filter(({ impact }) => GRAVE.includes(impact ?? ''))
    .flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`));
}

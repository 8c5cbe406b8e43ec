// For everybody: what axe-core calls serious or critical is on no screen, in neither light nor dark.

import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import { DOORS, SCREENS } from './screens';
import { expect, type Page, test } from './setting';

const { source } = createRequire(import.meta.url)('axe-core') as { source: string };

const GRAVE = ['serious', 'critical'];
const SCHEMES = ['light', 'dark'] as const;

for (const scheme of SCHEMES) {
  test.describe(scheme, () => {
    test.use({ colorScheme: scheme });

    for (const [name, go] of Object.entries(DOORS)) {
      test(`${name} is for everybody`, async ({ page, say }) => {
        await go({ page, say });
        expect(await graveFaults(page, scheme)).toEqual([]);
      });
    }
    for (const [name, go] of Object.entries(SCREENS)) {
      test(`${name} is for everybody`, async ({ seller: page, say }) => {
        await go({ page, say });
        expect(await graveFaults(page, scheme)).toEqual([]);
      });
    }
  });
}

async function graveFaults(page: Page, scheme: string): Promise<string[]> {
  await expect(page.locator('html')).toHaveAttribute('data-mantine-color-scheme', scheme);
  await page.evaluate(source);
  const { violations }: AxeResults = await page.evaluate('axe.run(document, { resultTypes: ["violations"] })');
  return violations
    .filter(({ impact }) => GRAVE.includes(impact ?? ''))
    .flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`));
}

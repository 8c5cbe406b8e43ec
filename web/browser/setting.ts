// What a test is given: a house with the case in it, the words of its language, and pages of people who are logged in.

import { type Browser, test as base, expect, type Page } from '@playwright/test';
import type { Language } from '../src/api/types';
import { type House, openEmptyHouse, openHouse, type Served, type User } from './house';
import { type Say, wordsIn } from './words';

export { expect, type Page };

export interface Options {
  language: Language;
}

interface Given {
  say: Say;
  /** A house in which nobody can log in yet. */
  emptyHouse: Served;
  /** The browser of whoever works on the deal. */
  seller: Page;
  /** Another browser, somebody else's, looking at the same deal. */
  colleague: Page;
  /** The browser of somebody who may only look. */
  reader: Page;
}

export const test = base.extend<Given, Options & { house: House }>({
  language: ['en', { option: true, scope: 'worker' }],
  house: [
    async ({ language }, use) => {
      const house = await openHouse(language);
      await use(house);
      await house.close();
    },
    { scope: 'worker' },
  ],
  say: ({ language }, use) => use(wordsIn(language)),
  // biome-ignore lint/correctness/noEmptyPattern: the runner reads the pattern
  emptyHouse: async ({}, use) => {
    const house = await openEmptyHouse();
    await use(house);
    await house.close();
  },
  baseURL: ({ house }, use) => use(house.url),
  seller: async ({ page, house }, use) => {
    await logIn(page, house.seller);
    await use(page);
  },
  colleague: async ({ browser, contextOptions, locale, house }, use) => {
    const page = await newPage(browser, { ...contextOptions, locale, baseURL: house.url });
    await logIn(page, house.colleague);
    await use(page);
    await page.context().close();
  },
  reader: async ({ page, house }, use) => {
    await logIn(page, house.reader);
    await use(page);
  },
});

const newPage = async (browser: Browser, options: Parameters<Browser['newContext']>[0]): Promise<Page> =>
  (await browser.newContext(options)).newPage();

/** The way in that is not under test: the session is there before the first page. */
async function logIn(page: Page, { email, password }: User): Promise<void> {
  const answer = await page.context().request.post('/api/v1/session', { data: { email, password } });
  expect(answer.status()).toBe(201);
}

// Through the door and out again.

import { DECIDER } from './case';
import { toBoard, toPerson } from './screens';
import { expect, test } from './setting';

test('whoever knows the password gets in, and out again', async ({ page, house, say }) => {
  await page.goto('/');
  await page.getByLabel(say('user.email')).fill(house.seller.email);
  await page.getByLabel(say('user.password'), { exact: true }).fill('something else');
  await page.getByRole('button', { name: say('login.submit') }).click();
  await expect(page.getByRole('alert')).toHaveText(say('problem.wrong_credentials'));

  await page.getByLabel(say('user.password'), { exact: true }).fill(house.seller.password);
  await page.getByRole('button', { name: say('login.submit') }).click();
  await expect(page.getByRole('heading', { level: 1, name: say('nav.deals') })).toBeVisible();

  await page.getByRole('button', { name: house.seller.name }).click();
  await page.getByRole('menuitem', { name: say('user.log_out') }).click();
  await expect(page.getByRole('heading', { name: say('login.title') })).toBeVisible();
});

test('the door leads to the page that was asked for', async ({ seller, browser, house, locale, say }) => {
  await toPerson({ page: seller, say });
  const { pathname } = new URL(seller.url());
  const stranger = await (await browser.newContext({ locale, baseURL: house.url })).newPage();
  await stranger.goto(pathname);
  await stranger.getByLabel(say('user.email')).fill(house.colleague.email);
  await stranger.getByLabel(say('user.password'), { exact: true }).fill(house.colleague.password);
  await stranger.keyboard.press('Enter');
  await expect(stranger.getByRole('heading', { level: 1, name: DECIDER })).toBeVisible();
  await stranger.context().close();
});

test('the language is switched before anybody has logged in', async ({ page, language }) => {
  await page.goto('/login');
  await page.getByText(language === 'en' ? '中文' : 'English', { exact: true }).click();
  await expect(page.getByRole('heading', { name: language === 'en' ? '登录' : 'Log in' })).toBeVisible();
  await expect(page.locator('html')).toHaveAttribute('lang', language === 'en' ? 'zh-CN' : 'en');
});

test('the theme goes with the person to another browser', async ({ seller, browser, house, locale, say }) => {
  const choose = async (theme: string) => {
    await seller.getByRole('button', { name: house.seller.name }).click();
    const saved = seller.waitForResponse((answer) => answer.url().endsWith('/session/preferences'));
    await seller.getByRole('menuitem', { name: say(`theme.${theme}`), exact: true }).click();
    await saved;
  };
  await toBoard({ page: seller, say });
  await choose('dark');
  await expect(seller.locator('html')).toHaveAttribute('data-mantine-color-scheme', 'dark');

  const other = await (await browser.newContext({ locale, baseURL: house.url })).newPage();
  await other.goto('/login');
  await other.getByLabel(say('user.email')).fill(house.seller.email);
  await other.getByLabel(say('user.password'), { exact: true }).fill(house.seller.password);
  await other.keyboard.press('Enter');
  await expect(other.locator('html')).toHaveAttribute('data-mantine-color-scheme', 'dark');
  await other.context().close();
  await choose('system');
});

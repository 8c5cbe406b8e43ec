// The first minute of an installation.

import { PASSWORD } from './house';
import { expect, test } from './setting';

test('the printed link sets the house up, once', async ({ page, emptyHouse, say, language }) => {
  const link = /https?:\/\/\S+\/setup\?token=\S+/.exec(emptyHouse.printed())?.[0] ?? '';
  await page.goto(`${emptyHouse.url}/`);
  await expect(page.getByText(say('setup.no_token'))).toBeVisible();

  await page.goto(link);
  await page.getByLabel(say('setup.organization')).fill(language === 'en' ? 'Harrow Systems' : '恒洛系统');
  await page.getByLabel(say('user.name')).fill(language === 'en' ? 'Ada Lin' : '林晓');
  await page.getByLabel(say('user.email')).fill('first@example.com');
  await page.getByLabel(say('user.password'), { exact: true }).fill(PASSWORD);
  await page.getByRole('button', { name: say('setup.submit') }).click();
  await expect(page.getByRole('heading', { level: 1, name: say('nav.deals') })).toBeVisible();

  await page.goto(link);
  await expect(page.getByText(say('setup.done'))).toBeVisible();
});

// Limits and completeness: changed by who may, checked at the field, and given back.

import { toCompleteness, toLimits } from './screens';
import { expect, type Page, test } from './setting';
import type { Say } from './words';

test('a limit that cannot be is refused at its field, one that can is kept until Undo', async ({
  seller: page,
  say,
}) => {
  await toLimits({ page, say });
  const chance = field(page, say, 'limit.slip_chance');
  await expect(chance).toHaveValue('30%');
  await chance.fill('100');
  await expect(page.getByText(say('limit.fault.share'))).toBeVisible();
  await expect(page.getByRole('button', { name: say('common.save') })).toBeDisabled();

  await chance.fill('25');
  await expect(page.getByText(say('limit.fault.share'))).toBeHidden();
  await page.getByRole('button', { name: say('common.save') }).click();
  const toast = page.getByRole('status', { name: say('undo.region') });
  await expect(toast).toContainText(say('limit.saved'));
  await page.reload();
  await expect(chance).toHaveValue('25%');

  await page.getByRole('button', { name: say('limit.all_back') }).click();
  await expect(chance).toHaveValue('30%');
  await toast.getByRole('button', { name: say('undo.undo') }).click();
  await expect(chance).toHaveValue('25%');
  await page.getByRole('button', { name: say('limit.all_back') }).click();
  await expect(chance).toHaveValue('30%');
});

test('what is recorded is set by hand, and given back', async ({ seller: page, say }) => {
  await toCompleteness({ page, say });
  const channel = say('completeness.channel.spoken');
  const line = page
    .getByRole('row')
    .filter({ hasText: say('completeness.channel.spoken_is') })
    .first();
  const share = line.getByRole('cell').nth(1);
  const before = (await share.textContent()) ?? '';
  await line.getByRole('button').click();
  await page.getByRole('textbox', { name: channel }).fill('12');
  await page.getByRole('button', { name: say('common.save') }).click();
  await expect(share).toHaveText('12%');

  await line.getByRole('button').click();
  await page.getByRole('button', { name: say('completeness.back') }).click();
  await expect(share).toHaveText(before);
});

test('who may only read is offered neither', async ({ reader: page, say }) => {
  await page.goto('/settings/completeness');
  await expect(page.getByText(say('completeness.none'))).toBeVisible();
  await expect(page.getByRole('link', { name: say('settings.limits') })).toHaveCount(0);
});

const field = (page: Page, say: Say, key: string) => page.getByRole('textbox', { name: say(key) }).last();

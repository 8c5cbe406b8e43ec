// The model: changed with a reason after a look at what it moves, refused at the figure, gone back to; and learning.

import { openEntry, strength, toModel } from './screens';
import { expect, test } from './setting';

const SIGN = 'sign.inbound_call';

test('a strength is looked at, taken with a reason, and gone back from', async ({ seller: page, say }) => {
  await toModel({ page, say });
  await strength({ page, say }, SIGN).getByRole('radio').nth(4).check({ force: true });
  await page.getByRole('button', { name: say('model.review') }).click();
  const review = page.getByRole('dialog', { name: say('model.review.title') });
  await expect(review.getByRole('row').filter({ hasText: say(SIGN) })).toContainText(say('model.strength.5'));
  // The one deal of the house, which is nobody’s, is looked at, and somebody in it moves.
  await expect(review.getByRole('status')).toHaveText(say('model.review.looking_seen', { looked: '1', of: '1' }));
  await expect(review.getByText(pointsIn(say('model.review.points'))).first()).toBeVisible();
  const take = review.getByRole('button', { name: say('model.review.take') });
  await expect(take).toBeDisabled();
  const reason = 'They ring whom they like';
  await review.getByRole('textbox', { name: say('model.review.reason') }).fill(reason);
  await take.click();
  await expect(page.getByRole('status', { name: say('undo.region') })).toContainText(/\d/);

  await page.getByRole('link', { name: say('model.tab.history') }).click();
  const latest = page.getByRole('main').getByRole('listitem').first();
  await expect(latest).toContainText(reason);
  await expect(latest).toContainText(say('model.history.in_force'));
  await page.getByRole('button', { name: say('model.version_shipped') }).click();
  await page.getByRole('textbox', { name: say('model.history.go_back_reason') }).fill('Only a trial');
  await page.getByRole('button', { name: say('model.history.go_back') }).click();
  await expect(latest).toContainText(say('model.kind.return_to_file'));
  await page.getByRole('link', { name: say('model.tab.figures') }).click();
  await expect(strength({ page, say }, SIGN).getByRole('radio').nth(2)).toBeChecked();
});

test('what cannot be is refused at its figure', async ({ seller: page, say }) => {
  await toModel({ page, say });
  await openEntry({ page, say }, SIGN);
  const most = page.getByRole('textbox', {
    name: say('model.level', { factor: say('factor.B'), level: say('level.B.buy.4') }),
  });
  await most.fill('-2');
  await expect(page.getByText(say('model.fault.falls'))).toBeVisible();
  // What only the server knows.
  await most.fill('25');
  await expect(page.getByText(say('model.fault.weight'))).toBeVisible();
  await page.getByRole('button', { name: say('model.review') }).click();
  await expect(page.getByRole('button', { name: say('model.review.take') })).toBeDisabled();
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: say('model.discard'), exact: true }).click();
  await expect(most).toHaveValue('1.4');
});

test('learning says when too few deals have ended to judge by', async ({ seller: page, say }) => {
  await page.goto('/settings/model?tab=learning');
  await page.getByRole('button', { name: say('learning.start') }).click();
  await expect(page.getByText(say('learning.outcome.too_few_deals')).first()).toBeVisible();
});

test('who may only read is not offered the model', async ({ reader: page, say }) => {
  await page.goto('/settings/profile');
  await expect(page.getByRole('link', { name: say('settings.completeness') })).toBeVisible();
  await expect(page.getByRole('link', { name: say('settings.model') })).toHaveCount(0);
});

/** Points, whatever they are of and however many. */
const pointsIn = (words: string) => new RegExp(words.replace('{finding}', '.+').replace('{points}', '[+−]?[\\d.,]+'));

// Carrying a deal from stage to stage, by keyboard and by mouse, and back again.

import { DEAL } from './case';
import { card, toBoard } from './screens';
import { expect, type Page, test } from './setting';
import type { Say } from './words';

test('M, an arrow and Enter carry a card, and Undo carries it back', async ({ seller, colleague, say }) => {
  await toBoard({ page: seller, say });
  await toBoard({ page: colleague, say });
  await expect(column(seller, say, 'response')).toContainText(DEAL);

  await carryLeft(seller, say);
  await seller.keyboard.press('Enter');
  await expect(column(seller, say, 'quote')).toContainText(DEAL);
  await expect(column(colleague, say, 'quote')).toContainText(DEAL);

  await seller.keyboard.press('Control+z');
  await expect(column(seller, say, 'response')).toContainText(DEAL);
  await expect(column(colleague, say, 'response')).toContainText(DEAL);
});

test('the mouse carries a card, and it stays there until Undo', async ({ seller: page, colleague, say }) => {
  await toBoard({ page, say });
  await drag(page, column(page, say, 'quote'));
  await expect(column(page, say, 'quote')).toContainText(DEAL);

  await toBoard({ page: colleague, say });
  await expect(column(colleague, say, 'quote')).toContainText(DEAL);

  await page
    .getByRole('status', { name: say('undo.region') })
    .getByRole('button', { name: say('undo.undo') })
    .click();
  await expect(column(page, say, 'response')).toContainText(DEAL);
  await expect(column(colleague, say, 'response')).toContainText(DEAL);
});

test('Escape leaves a carried card where it was', async ({ seller: page, say }) => {
  await toBoard({ page, say });
  await carryLeft(page, say);
  await page.keyboard.press('Escape');
  await expect(page.getByText(say('board.cancelled'))).toBeAttached();
  await expect(column(page, say, 'response')).toContainText(DEAL);
});

const column = (page: Page, say: Say, stage: string) =>
  page.getByRole('region', { name: say(`stage.${stage}`), exact: true });

/** Picked up and over the stage before, as it is said to those who do not see it. */
async function carryLeft(page: Page, say: Say): Promise<void> {
  await card(page).focus();
  await page.keyboard.press('m');
  await expect(page.getByText(say('board.over', { stage: say('stage.response') }))).toBeAttached();
  await page.keyboard.press('ArrowLeft');
  await expect(page.getByText(say('board.over', { stage: say('stage.quote') }))).toBeAttached();
}

/** Picked up, carried a little at a time as hands do, put down. */
async function drag(page: Page, to: ReturnType<typeof column>): Promise<void> {
  await card(page).scrollIntoViewIfNeeded();
  await card(page).hover();
  await page.mouse.down();
  const target = await to.boundingBox();
  if (!target) throw new Error('there is nowhere to put it down');
  await page.mouse.move(target.x + target.width / 2, target.y + 200, { steps: 12 });
  await page.mouse.up();
}

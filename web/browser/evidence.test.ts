// One typed line moves the estimate, for everybody who is looking, and is taken back as easily.

import { DECIDER } from './case';
import { finding, toPerson, toRoom } from './screens';
import { expect, type Page, test } from './setting';

const LINES = {
  en: { typed: `${DECIDER} asked for a quote today`, sign: 'sign.quote_requested' },
  'zh-CN': { typed: `${DECIDER}今天要求报价`, sign: 'sign.quote_requested' },
};

test('a line moves the state in another browser, and Undo moves it back', async ({
  seller,
  colleague,
  say,
  language,
}) => {
  const { typed, sign } = LINES[language];
  await toPerson({ page: seller, say });
  await toPerson({ page: colleague, say });
  const before = await stand(seller);
  expect(await stand(colleague)).toBe(before);

  const line = seller.getByRole('textbox', { name: say('evidence.log') });
  await line.fill(typed);
  const chips = seller.getByRole('list', { name: say('evidence.understood') });
  await expect(chips).toContainText(DECIDER);
  await expect(chips).toContainText(say(sign));
  await line.press('Enter');
  await expect(lastAction(seller, say('undo.region'))).toContainText(say('evidence.saved'));
  await expect(line).toHaveValue('');

  await expect.poll(() => stand(seller)).not.toBe(before);
  const after = await stand(seller);
  await expect.poll(() => stand(colleague)).toBe(after);

  await lastAction(seller, say('undo.region'))
    .getByRole('button', { name: say('undo.undo') })
    .click();
  await expect.poll(() => stand(seller)).toBe(before);
  await expect.poll(() => stand(colleague)).toBe(before);
});

test('a chip that is taken away is not recorded', async ({ seller: page, say, language }) => {
  const { typed, sign } = LINES[language];
  await toPerson({ page, say });
  await page.keyboard.press('e');
  await page.keyboard.insertText(typed);
  const chip = page.getByRole('button', { name: say('evidence.remove_chip', { chip: say(sign) }) });
  await chip.click();
  await expect(chip).toBeHidden();
});

test('the map leads to a person as the list does', async ({ seller: page, say }) => {
  await toRoom({ page, say });
  await page
    .getByRole('region', { name: say('map.title') })
    .getByRole('link', { name: DECIDER })
    .click();
  await expect(page.getByRole('heading', { level: 1, name: DECIDER })).toBeVisible();
});

/** Where they stand, in a sentence, without the mark of how far that has just moved. */
const stand = async (page: Page): Promise<string> =>
  (await finding(page).innerText()).replace(/\s*[+\u2212][\d.]+$/, '').trim();

const lastAction = (page: Page, name: string) => page.getByRole('status', { name });

// Nobody is shown saying what they are not known to have said.

import { expect, test } from 'vitest';
import { wordsIn } from '~/testing/speak';
import { noteWords } from './quote';

const WORDS = 'The budget is frozen';

test('what the customer wrote is quoted', async () => {
  const { t } = await wordsIn('en');
  expect(noteWords(t, { words: WORDS, source: 'customer_written', assumed: false })).toBe('“The budget is frozen”');
});

test.each([
  { source: 'seller_note', assumed: false },
  { source: 'third_party', assumed: false },
  { source: 'system_record', assumed: false },
  { source: 'customer_written', assumed: true },
  { source: null, assumed: false },
] as const)('%j is a note', async (record) => {
  const { t } = await wordsIn('en');
  expect(noteWords(t, { words: WORDS, ...record })).toBe(WORDS);
});

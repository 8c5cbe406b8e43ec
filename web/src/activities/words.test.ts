// What is planned and how it went, in words.

import { expect, test } from 'vitest';
import type { Activity, Expectation } from '~/api/types';
import { wordsIn } from '~/testing/speak';
import { activityWords, expectationWords, tapWords } from './words';

const activity = (over: Partial<Activity>): Activity =>
  ({
    kind: 'demo',
    people: [{ person_id: 'd', reaches: null }],
    names: [
      { id: 'd', name: 'Dana Whitfield' },
      { id: 'r', name: 'Rob Ellery' },
    ],
    through: [],
    ...over,
  }) as Activity;

test('an activity says what is done with whom, and how many come along', async () => {
  const { t } = await wordsIn('en');
  expect(activityWords(t, activity({}))).toBe('Show Dana Whitfield how it works');
  const two = [
    { person_id: 'd', reaches: null },
    { person_id: 'r', reaches: null },
  ];
  expect(activityWords(t, activity({ people: two }))).toBe('Show Dana Whitfield how it works, and 1 other');
});

test('what is expected is told for the deal and for each person', async () => {
  const { t, f } = await wordsIn('en');
  const expected: Expectation = {
    measure: 'win',
    now: 0.17,
    after: 0.26,
    answers: [],
    people: [{ person_id: 'd', stage: 'evaluating', before: 0.4, after: 0.55 }],
  };
  expect(expectationWords(t, f, expected, () => 'Dana Whitfield')).toBe(
    'P(win) 17 → 26% · Dana Whitfield: Evaluating or further 40 → 55%',
  );
});

test.each([
  ['en', 'call', 'answered', 'Call answered'],
  ['zh-CN', 'call', 'answered', '电话接通'],
  ['zh-CN', 'call', 'gatekeeper', '助理接听'],
  ['zh-CN', 'demo', 'held', '参加演示'],
] as const)('in %s the button for %s.%s says %s', async (language, kind, reply, words) => {
  const { t } = await wordsIn(language);
  expect(tapWords(t, kind, reply)).toBe(words);
});

// What an item of the feed says, and on which day it counts.

import { describe, expect, test } from 'vitest';
import type { Commitment, EvidenceItem, StageChange } from '~/api/types';
import { wordsIn } from '~/testing/speak';
import { dayOfEffect, itemWords } from './evidence';

const item = (over: Partial<EvidenceItem>): EvidenceItem => ({
  at: '2000-05-10T09:00:00Z',
  interaction: null,
  commitment: null,
  stage_change: null,
  moved: [],
  ...over,
});
const promise = (over: Partial<Commitment>) =>
  ({
    text: 'Cutover plan',
    ours: true,
    state: 'open',
    kept_on: null,
    broken_on: null,
    withdrawn_on: null,
    ...over,
  }) as Commitment;
const change = { stage: { key: 'quote', name: 'Quote' } } as StageChange;

test.each<[Partial<EvidenceItem>, string, string]>([
  [{ commitment: promise({}) }, 'We promised: Cutover plan', '我方承诺：Cutover plan'],
  [{ commitment: promise({ state: 'kept' }) }, 'We kept: Cutover plan', '我方已兑现：Cutover plan'],
  [{ commitment: promise({ ours: false, state: 'overdue' }) }, 'They promised: Cutover plan', '对方承诺：Cutover plan'],
  [
    { commitment: promise({ ours: false, state: 'broken' }) },
    'They did not keep: Cutover plan',
    '对方未兑现：Cutover plan',
  ],
  [{ stage_change: change }, 'We moved our stage to Quote', '我方阶段改为“报价”'],
])('%j', async (over, english, chinese) => {
  expect(itemWords((await wordsIn('en')).t, item(over)).main).toBe(english);
  expect(itemWords((await wordsIn('zh-CN')).t, item(over)).main).toBe(chinese);
});

describe('a promise', () => {
  test('counts from the day it was settled', () => {
    expect(dayOfEffect(item({ commitment: promise({ state: 'kept', kept_on: '2000-05-19' }) }))).toBe('2000-05-19');
  });

  test('still open stands where it was given', () => {
    expect(dayOfEffect(item({ commitment: promise({}) }))).toBe('2000-05-10');
  });
});

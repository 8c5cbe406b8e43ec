// What the line was understood to say, chip by chip.

import { expect, test } from 'vitest';
import type { Chip } from '~/api/types';
import { wordsIn } from '~/testing/speak';
import { chipTone, chipWords } from './chip_words';

const chip = (over: Partial<Chip>): Chip => ({
  id: 'sign:stated_criterion:0',
  kind: 'sign',
  value: 'stated_criterion',
  action: null,
  person_id: 'p1',
  person_name: 'Dana Whitfield',
  due: null,
  toward: 'toward',
  certain: true,
  start: 0,
  end: 4,
  ...over,
});

test.each<[Partial<Chip>, boolean, string, string]>([
  [{}, false, 'Named a criterion', '说出选择标准'],
  [{}, true, 'Dana Whitfield: Named a criterion', 'Dana Whitfield：说出选择标准'],
  [{ kind: 'person', value: 'p1' }, false, 'Dana Whitfield', 'Dana Whitfield'],
  [{ kind: 'reply', value: 'no_answer', action: 'call' }, false, 'Call, no answer', '1 次电话无人接听'],
  [{ kind: 'our_promise', value: 'cutover plan' }, false, 'Our promise: cutover plan', '我方承诺：cutover plan'],
  [
    { kind: 'their_promise', value: 'the figures', due: '2000-08-25' },
    false,
    'Their promise: the figures · 25 Aug',
    '对方承诺：the figures · 8月25日',
  ],
  [{ kind: 'date', value: '2000-08-22' }, false, 'Tue 22 Aug', '周二 8月22日'],
])('%j', async (over, several, english, chinese) => {
  const en = await wordsIn('en');
  expect(chipWords(en.t, en.f, chip(over), several)).toBe(english);
  const zh = await wordsIn('zh-CN');
  expect(chipWords(zh.t, zh.f, chip(over), several)).toBe(chinese);
});

test('what the line does not say plainly is dashed, the rest shows which way it moves', () => {
  expect(chipTone(chip({ certain: false }))).toBe('dashed');
  expect(chipTone(chip({ toward: 'away' }))).toBe('away');
  expect(chipTone(chip({ kind: 'our_promise', toward: 'neutral' }))).toBe('watch');
  expect(chipTone(chip({ kind: 'action', toward: 'neutral' }))).toBe('plain');
});

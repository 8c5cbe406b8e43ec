// The line on top of a day.

import { expect, test } from 'vitest';
import type { Today } from '~/api/types';
import { wordsIn } from '~/testing/speak';
import { leadWords } from './words';

const day = (over: Partial<Record<keyof Today, unknown>>): Today =>
  ({
    day: '2026-11-30',
    best: [],
    duties: [],
    planned: [],
    ask: [],
    deals: 1,
    people: [],
    standing: [],
    ...over,
  }) as Today;

test('which day it is, how much matters, and what is late', async () => {
  const full = day({
    best: Array.from({ length: 5 }),
    duties: [
      { kind: 'promise', on: '2026-11-29' },
      { kind: 'promise', on: '2026-12-01' },
      { kind: 'complaint', on: '2026-11-01' },
    ],
    planned: [{ state: 'overdue' }, { state: 'overdue' }, { state: 'open' }],
  });
  const en = await wordsIn('en');
  expect(leadWords(en.t, en.f, full)).toBe('Monday 30 Nov · the 5 that matter · 1 promise overdue · 2 plans overdue');
  const zh = await wordsIn('zh-CN');
  expect(leadWords(zh.t, zh.f, full)).toBe('11月30日 周一 · 最要紧的 5 件 · 1 件承诺逾期 · 2 项活动逾期');
});

test('an empty day is only a day', async () => {
  const { t, f } = await wordsIn('en');
  expect(leadWords(t, f, day({}))).toBe('Monday 30 Nov');
});

// The gap between our stage and the buyers, as cards and rooms say it.

import { describe, expect, test } from 'vitest';
import type { Gap } from '~/api/types';
import { wordsIn } from '~/testing/speak';
import { fitOf, gapSentence, gapTone, gapWords } from './gap';

const gap = (steps: number, pAhead: number, flagged = false) => ({ steps, p_ahead: pAhead, flagged }) as Gap;

describe('the gap in words', () => {
  test.each([
    [gap(3, 0.95, true), '3 ahead', '3 stages ahead · 95%', '领先 3 个阶段 · 95%'],
    [gap(1, 0.21), '1 ahead', '1 stage ahead · 21%', '领先 1 个阶段 · 21%'],
    [gap(-1.2, 0.1), '1.2 behind', '1.2 stages behind · 90%', '落后 1.2 个阶段 · 90%'],
    [gap(0.4, 0.5), 'in step', 'in step', '同步'],
    [gap(0, 0.86, true), 'decider behind', 'the one who decides is behind · 86%', '决策人落后 · 86%'],
  ])('%j', async (subject, short, english, chinese) => {
    const en = await wordsIn('en');
    expect([gapWords(en.t, en.f, subject), gapSentence(en.t, en.f, subject)]).toEqual([short, english]);
    const zh = await wordsIn('zh-CN');
    expect(gapSentence(zh.t, zh.f, subject)).toBe(chinese);
  });

  test('being ahead warns only where it is flagged', () => {
    expect([gapTone(gap(3, 0.95, true)), gapTone(gap(1, 0.21)), gapTone(gap(-1.2, 0.1))]).toEqual([
      'away',
      'still',
      'toward',
    ]);
  });
});

test('a stage fits buyers who are where it expects them', () => {
  expect(fitOf('interested', 'interested').fits).toBe(true);
  expect(fitOf('preferring', 'aware')).toEqual({ steps: 3, fits: false });
});

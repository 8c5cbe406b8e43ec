// The finding on a person's page, in both languages.

import { describe, expect, test } from 'vitest';
import type { Estimate, Reading, StageShare, Target } from '~/api/types';
import { BUY_STAGES } from '~/beliefs/stages';
import { wordsIn } from '~/testing/speak';
import { headline } from './headline';

const shares = (...values: number[]): StageShare[] =>
  BUY_STAGES.map((stage, index) => ({ stage, p: values[index] ?? 0 }));

const estimate = (target: Target, probability: number, stages: StageShare[]) =>
  ({ target, probability, reading: { phase: 'buy', stages } as Reading }) as Estimate;

const inBoth = async (subject: Estimate) => {
  const en = await wordsIn('en');
  const english = headline(en.t, en.f, subject);
  const zh = await wordsIn('zh-CN');
  return [english, headline(zh.t, zh.f, subject)];
};

describe('the finding', () => {
  test('names the target with its chance, and the likeliest of the rest', async () => {
    const subject = estimate('preferring', 0.6, shares(0, 0, 0.01, 0.04, 0.35, 0.56, 0.04));
    expect(await inBoth(subject)).toEqual([
      { lead: 'Prefers us or further, 60%.', rest: '35% still evaluating.' },
      { lead: '偏向我们或更进一步，60%。', rest: '35% 仍处于“评估中”。' },
    ]);
  });

  test('says nothing of a rest too small to matter', async () => {
    const [english] = await inBoth(estimate('committed', 0.95, shares(0, 0, 0, 0, 0.01, 0.04, 0.95)));
    expect(english).toEqual({ lead: 'Committed, 95%.', rest: null });
  });

  test('calls avoidance by its name', async () => {
    const [english, chinese] = await inBoth(estimate('avoids_us', 0.82, shares(0.82, 0.06, 0.12)));
    expect(english).toEqual({ lead: 'Avoids us, 82%.', rest: '12% still aware.' });
    expect(chinese?.lead).toBe('回避我们，82%。');
  });
});

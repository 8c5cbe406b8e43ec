import { describe, expect, test } from 'vitest';
import type { Belief, Reading, StageShare, Target } from '~/api/types';
import { BUY_STAGES } from '~/beliefs/stages';
import { wordsIn } from '~/testing/speak';
import { headline } from './headline';

const shares = (...values: number[]): StageShare[] =>
  BUY_STAGES.map((stage, index) => ({ stage, p: values[index] ?? 0 }));

const belief = (target: Target, probability: number, stages: StageShare[]) =>
  ({ target, probability, reading: { stages } as Reading }) as Belief;

const inBoth = async (subject: Belief) => {
  const en = await wordsIn('en');
  const english = headline(en.t, en.f, subject);
  const zh = await wordsIn('zh-CN');
  return [english, headline(zh.t, zh.f, subject)];
};

describe('the finding', () => {
  test('names the target with its chance, and the likeliest of the rest', async () => {
    const target: Target = { kind: 'stage_or_further', stage: 'preferring' };
    const subject = belief(target, 0.6, shares(0, 0, 0.01, 0.04, 0.35, 0.56, 0.04));
    expect(await inBoth(subject)).toEqual([
      { lead: 'Prefers us or further, 60%.', rest: '35% still evaluating.' },
      { lead: '偏向我们或更进一步，60%。', rest: '35% 仍处于“评估中”。' },
    ]);
  });

  test('says nothing of a rest too small to matter', async () => {
    const target: Target = { kind: 'stage_or_further', stage: 'committed' };
    const [english] = await inBoth(belief(target, 0.95, shares(0, 0, 0, 0, 0.01, 0.04, 0.95)));
    expect(english).toEqual({ lead: 'Committed, 95%.', rest: null });
  });

  test('calls avoidance by its name', async () => {
    const target: Target = { kind: 'avoids_us', stage: null };
    const [english, chinese] = await inBoth(belief(target, 0.82, shares(0.82, 0.06, 0.12)));
    expect(english).toEqual({ lead: 'Avoids us, 82%.', rest: '12% still aware.' });
    expect(chinese?.lead).toBe('回避我们，82%。');
  });
});

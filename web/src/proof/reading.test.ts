// What is read off a proof: ages, levels, and what a correction is worth.

import { expect, test } from 'vitest';
import type { Contest, ProofTrial, ScoreCard } from '~/api/types';
import { ageOf, contestOf, effectOfCorrection, levelOf, meanForecast } from './reading';

const card = (brier: number, base: number, bins: [number, number][]): ScoreCard =>
  ({
    brier,
    base_rate: base,
    count: bins.reduce((sum, [count]) => sum + count, 0),
    curve: bins.map(([count, forecast]) => ({ count, forecast, observed: base, low: 0, high: 1 })),
  }) as unknown as ScoreCard;

const contest = (name: string) => ({ verdict: name }) as unknown as Contest;
const trial = {
  shown: contest('all shown'),
  corrected: contest('all corrected'),
  ages: [{ age_days: 30, shown: contest('30 shown'), corrected: contest('30 corrected') }],
} as unknown as ProofTrial;

test('an age that was not measured is all ages', () => {
  expect([ageOf(trial, 30), ageOf(trial, 31), ageOf(trial, undefined)]).toEqual([30, 'all', 'all']);
  expect(contestOf(trial, 30, 'corrected')).toBe(trial.ages[0]?.corrected);
  expect(contestOf(trial, 'all', 'shown')).toBe(trial.shown);
});

test('what was said on the whole is weighed by how often it was said', () => {
  const said = card(0.2, 0.4, [
    [30, 0.2],
    [10, 0.6],
  ]);
  expect(meanForecast(said)).toBeCloseTo(0.3);
  expect(levelOf(said)).toBe('low');
  expect(levelOf(card(0.2, 0.28, [[10, 0.3]]))).toBe('right');
  expect(levelOf(card(0.2, 0.1, [[10, 0.3]]))).toBe('high');
});

test('a correction is worth a sentence from half a hundredth on', () => {
  const of = (brier: number) => card(brier, 0.4, [[10, 0.4]]);
  expect(effectOfCorrection(of(0.25), of(0.23))).toBe('better');
  expect(effectOfCorrection(of(0.25), of(0.249))).toBe('same');
  expect(effectOfCorrection(of(0.25), of(0.27))).toBe('worse');
});

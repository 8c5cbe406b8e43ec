import { expect, test } from 'vitest';
import type { Reading, Stage, Stakeholder } from '~/api/types';
import { weighByPower } from './weigh';

const STAGES: Stage[] = ['implementing', 'using'];
const person = (power: number, ...p: number[]) =>
  ({
    power,
    reading: p.length ? ({ stages: STAGES.map((stage, index) => ({ stage, p: p[index] ?? 0 })) } as Reading) : null,
  }) as Stakeholder;

test('each counts by their power, and those never heard of not at all', () => {
  const shares = weighByPower([person(0.6, 1, 0), person(0.2, 0, 1), person(0.2)], STAGES);
  expect(shares.map(({ p }) => p)).toEqual([0.6 / 0.8, 0.2 / 0.8].map((p) => expect.closeTo(p, 9)));
});

test('nobody known is nothing to show', () => {
  expect(weighByPower([person(1)], STAGES)).toEqual([]);
});

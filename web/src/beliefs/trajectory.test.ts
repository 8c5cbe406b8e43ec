// Bands that stack to one, and names that can be read.

import { describe, expect, test } from 'vitest';
import type { Trajectory } from '~/api/types';
import { BUY_STAGES } from './stages';
import { endLabels, factorPanels, innerLabels, stagePanel } from './trajectory';

const even = [0.2, 0.2, 0.2, 0.2, 0.2];
const trajectory: Trajectory = {
  days: ['2000-01-01', '2000-01-08'],
  phases: ['buy', 'use'],
  stages: [
    [0.1, 0.2, 0.3, 0.1, 0.1, 0.1, 0.1],
    [0.1, 0.5, 0.2, 0.1, 0.1],
  ],
  cognition: [even, even],
  psychology: [even, even],
  behaviour: [even, even],
};

describe('state over time', () => {
  test('buying and using are stacked apart, each only on its own days', () => {
    const [panel] = stagePanel(trajectory);
    expect(panel?.bands).toHaveLength(12);
    expect(panel?.bands.find(({ key }) => key === 'buy:aware')?.values).toEqual([0.3, null]);
    expect(panel?.bands.find(({ key }) => key === 'use:implementing')?.values).toEqual([null, 0.5]);
  });

  test('factors get a panel each', () => {
    expect(factorPanels(trajectory).map(({ id, bands }) => [id, bands.length])).toEqual([
      ['C', 5],
      ['P', 5],
      ['B', 5],
    ]);
  });
});

describe('names beside the last day', () => {
  const labels = endLabels(BUY_STAGES, [0.02, 0.04, 0.04, 0.04, 0.36, 0.46, 0.04], 0.06);

  test('slivers get no name', () => {
    expect(labels.map(({ stage }) => stage)).not.toContain('blocked');
  });

  test('names keep off each other and inside the chart', () => {
    for (let index = 1; index < labels.length; index++) {
      expect((labels[index]?.at ?? 0) - (labels[index - 1]?.at ?? 0)).toBeGreaterThanOrEqual(0.06 - 1e-9);
    }
    expect(labels.at(-1)?.at).toBeLessThanOrEqual(1);
  });
});

test('a band is named inside only where it stays thick', () => {
  const days = Array.from({ length: 20 }, (_, day) =>
    day < 10 ? [0.8, 0.2, 0, 0, 0, 0, 0] : [0.1, 0.1, 0.8, 0, 0, 0, 0],
  );
  const inner = innerLabels(BUY_STAGES, days, 2);
  expect(inner.map(({ stage }) => stage)).toEqual(['blocked', 'unaware', 'aware']);
  expect(inner[0]?.index).toBeLessThan(10);
});

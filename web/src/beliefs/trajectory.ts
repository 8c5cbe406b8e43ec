// The run of a belief over time, prepared for drawing: bands that stack to one, and where their names can stand.

import type { Factor, Phase, Stage, Trajectory } from '~/api/types';
import { addDays, daysBetween } from '~/words/format';
import { FACTORS, levelTones, stagesOf } from './stages';

export interface Band {
  key: string;
  tone: string;
  values: (number | null)[];
}

export interface Panel {
  id: string;
  bands: Band[];
}

/** Stages, one stack for each phase that was lived through. Buying and using never share a stack. */
export function stagePanel(trajectory: Trajectory): Panel[] {
  const bands = lived(trajectory).flatMap((phase) => {
    const days = stagesIn(trajectory, phase);
    return stagesOf(phase).map(
      (stage, index): Band => ({
        key: `${phase}:${stage}`,
        tone: `state-${stage}`,
        values: days.map((shares) => shares?.[index] ?? null),
      }),
    );
  });
  return [{ id: 'stage', bands }];
}

/** Factors, one panel each, their five levels stacked. */
export function factorPanels(trajectory: Trajectory): Panel[] {
  return FACTORS.map((factor: Factor) => ({
    id: factor,
    bands: levelTones(factor).map((tone, level) => ({
      key: `${factor}:${level}`,
      tone,
      values: trajectory[FACTOR_NAMES[factor]].map((levels) => levels[level] ?? null),
    })),
  }));
}

const FACTOR_NAMES = { C: 'cognition', P: 'psychology', B: 'behaviour' } as const;

/** The phases that occur, in the order in which they are lived through. */
export const lived = ({ phases }: Trajectory): Phase[] =>
  (['buy', 'use'] as const).filter((phase) => phases.includes(phase));

/** The shares of each day of a phase; nothing on the days of the other. */
export const stagesIn = ({ phases, stages }: Trajectory, phase: Phase): (number[] | null)[] =>
  stages.map((shares, index) => (phases[index] === phase ? shares : null));

export interface EndLabel {
  stage: Stage;
  share: number;
  /** Where its band ends, as a share of the height from below. */
  middle: number;
  /** Where its words stand once they keep off each other. */
  at: number;
}

const WORTH_A_WORD = 0.035;

/** The names beside the last day, kept at least `apart` from each other. */
export function endLabels(stages: readonly Stage[], last: readonly number[], apart: number): EndLabel[] {
  let below = 0;
  const labels = stages.flatMap((stage, index) => {
    const share = last[index] ?? 0;
    const middle = below + share / 2;
    below += share;
    return share >= WORTH_A_WORD ? [{ stage, share, middle, at: middle }] : [];
  });
  for (let index = 1; index < labels.length; index++) {
    const [lower, upper] = [labels[index - 1], labels[index]];
    if (lower && upper) upper.at = Math.max(upper.at, lower.at + apart);
  }
  let ceiling = 1;
  for (const label of labels.toReversed()) {
    label.at = Math.min(label.at, ceiling);
    ceiling = label.at - apart;
  }
  return labels;
}

export interface InnerLabel {
  stage: Stage;
  /** Day index and height at which the band is thickest. */
  index: number;
  middle: number;
}

const THICK_ENOUGH = 0.2;

/** Names inside the bands, where they are thick for a while; the right edge is left to the end labels. */
export function innerLabels(
  stages: readonly Stage[],
  days: readonly (readonly number[] | null)[],
  reach: number,
): InnerLabel[] {
  return stages.flatMap((stage, band) => {
    let best: { index: number; thickness: number } | null = null;
    for (let index = reach; index < days.length - reach * 2; index++) {
      const thickness = Math.min(...days.slice(index - reach, index + reach + 1).map((shares) => shares?.[band] ?? 0));
      if (thickness >= THICK_ENOUGH && thickness > (best?.thickness ?? 0)) best = { index, thickness };
    }
    if (!best) return [];
    const shares = days[best.index] ?? [];
    const below = shares.slice(0, band).reduce((sum, share) => sum + share, 0);
    return [{ stage, index: best.index, middle: below + (shares[band] ?? 0) / 2 }];
  });
}

/** The position of a day between the first and the last, from 0 to 1. */
export function along(days: readonly string[], day: string): number {
  const first = days[0] ?? day;
  const whole = Math.max(1, daysBetween(first, days.at(-1) ?? first));
  return daysBetween(first, day) / whole;
}

export const dayAlong = (days: readonly string[], part: number): string => {
  const first = days[0] ?? '';
  return addDays(first, Math.round(part * daysBetween(first, days.at(-1) ?? first)));
};

// Reading the benefit points of a deal: which proof speaks for a cell, what to prove next, and a person's points by gap.

import type { BenefitCell, BenefitColumn, BenefitNext, BenefitRow, Benefits, Id, Proof } from '~/api/types';

/** The latest with words; what was only shown comes after what was said. */
export function speakingProof(proof: readonly Proof[]): Proof | null {
  const byTime = newestFirst(proof);
  return byTime.find(({ words }) => words !== null) ?? byTime[0] ?? null;
}

export const newestFirst = (proof: readonly Proof[]): Proof[] => [...proof].sort((a, b) => b.at.localeCompare(a.at));

export const isNext = (next: readonly BenefitNext[], personId: Id, point: number): boolean =>
  next.some((step) => step.person_id === personId && step.point === point);

export interface PersonPoint {
  point: BenefitColumn;
  cell: BenefitCell;
  next: boolean;
}

/** What of it has formed or is to be proved next, the widest gap first. */
export function pointsOf(benefits: Benefits, row: BenefitRow): PersonPoint[] {
  return benefits.points
    .flatMap((point, index): PersonPoint[] => {
      const cell = row.cells[index];
      return cell ? [{ point, cell, next: isNext(benefits.next, row.person_id, index) }] : [];
    })
    .sort((a, b) => Number(hasFormed(b)) - Number(hasFormed(a)) || b.cell.gap - a.cell.gap);
}

export const hasFormed = ({ cell, next }: PersonPoint): boolean => next || cell.standing !== 'unformed';

// Reading the benefit points of a deal.

import { describe, expect, test } from 'vitest';
import type { BenefitCell, Benefits, Proof, Standing } from '~/api/types';
import { pointsOf, speakingProof } from './points';

const proof = (at: string, words: string | null): Proof => ({
  interaction_id: at,
  opportunity_id: 'deal',
  at: `${at}T00:00:00Z`,
  words,
  source: 'seller_note',
  title: { code: 'sign', action: null, reply: null, sign: 'endorsement', benefit: null, words: null },
  assumed: false,
});

const cell = (standing: Standing, gap: number): BenefitCell => ({
  standing,
  importance: 0.5,
  delivery: 0.5,
  gap,
  proof: [],
});

describe('the proof that speaks for a cell', () => {
  test('is the latest with words', () => {
    const said = [proof('2000-03-01', 'first'), proof('2000-05-01', null), proof('2000-04-01', 'then')];
    expect(speakingProof(said)?.words).toBe('then');
  });

  test('is what was last shown where nobody said anything', () => {
    expect(speakingProof([proof('2000-03-01', null), proof('2000-05-01', null)])?.at).toMatch(/^2000-05/);
    expect(speakingProof([])).toBeNull();
  });
});

test('a person’s points come by gap, and what has not formed comes last unless it is to be proved next', () => {
  const named = (name: string) => ({ id: name, name, importance: 0.5, delivery: 0.5, gap: 0.3 });
  const benefits: Benefits = {
    product: null,
    points: ['close', 'status', 'plan', 'live'].map(named),
    people: [],
    next: [{ person_id: 'dana', point: 3, gap: 0.6 }],
  };
  const row = {
    person_id: 'dana',
    cells: [cell('endorsed', 0.1), cell('unformed', 0.7), cell('valued', 0.4), cell('unformed', 0.6)],
    criteria: [],
    concept: { accepted: 0.2, stranger: 0.2, proof: [] },
    rivals: [],
  };
  expect(pointsOf(benefits, row).map(({ point }) => point.name)).toEqual(['live', 'plan', 'close', 'status']);
});

// A belief about an invented person: a plain run up to where they stand, explained by a handful of lines.

import type { Belief, FiveLevels } from '~/api/types';
import { addDays } from '~/words/format';
import { chanceFrom } from '~/words/reading';
import { lean, TODAY, toChance, toOdds, VOCABULARY } from './basics';
import { chance, roomOf, seenOf } from './invented';

const SIGNS = [
  'warm_words',
  'stated_problem',
  'objection_price',
  'stated_criterion',
  'inbound_call',
  'concept_understood',
];
const WEEKS = 13;

export function inventedBelief(deal: number, personId: string): Belief | null {
  const room = roomOf(deal);
  const index = room.stakeholders.findIndex(({ person }) => person.id === personId);
  const stakeholder = room.stakeholders[index];
  if (!stakeholder?.reading) return null;
  const { reading, person, role, veto, power } = stakeholder;
  const seed = Number(personId.slice(1));
  const total = toOdds(Math.min(0.99, Math.max(0.01, chanceFrom(reading, 'evaluating'))));
  const worth = SIGNS.map((sign, place) => (sign === 'objection_price' ? -1 : 1) * (3 + chance(seed, 60 + place) * 18));
  const start = -42;
  const quiet = total - start - worth.reduce((sum, points) => sum + points, 0);
  let running = start;
  const lines = SIGNS.map((sign, place) => {
    const points = worth[place] ?? 0;
    running += points;
    return {
      label: `${seed}:${sign}`,
      at: addDays(TODAY, -80 + place * 13),
      until: null,
      count: 1,
      title: {
        code: 'sign' as const,
        action: null,
        reply: null,
        sign,
        benefit: null,
        count: 1,
        people: [],
        words: null,
      },
      words: null,
      source: 'seller_note' as const,
      recorded_by: room.opportunity.owner,
      assumed: false,
      points,
      running,
      interaction_id: null,
      commitment_id: null,
    };
  });
  const strongest = [...lines].sort((a, b) => Math.abs(b.points) - Math.abs(a.points))[0];
  const steps = Array.from({ length: WEEKS }, (_, week) => lean(seenOf(seed), (week - WEEKS + 1) * 2.5));
  const days = steps.map((_, week) => addDays(TODAY, (week - WEEKS + 1) * 7));
  return {
    person: { ...person, reports_to: null, employments: [] },
    stakeholder: { role, veto, power },
    reading,
    compared: null,
    target: { kind: 'stage_or_further', stage: 'evaluating' },
    probability: toChance(total),
    since: null,
    before: null,
    explanation: {
      phase: 'buy',
      start_points: start,
      lines,
      quiet: { days: 80, points: quiet },
      total_points: total,
      probability: toChance(total),
      strongest: strongest
        ? { label: strongest.label, points: strongest.points, probability_without: toChance(total - strongest.points) }
        : null,
      model: VOCABULARY.model,
      completeness: { written: 1, spoken: 0.3, contact: 0.5, milestone: 0.95, reply: 0.8 },
      sources: VOCABULARY.sources,
    },
    trajectory: {
      days,
      phases: steps.map(() => 'buy'),
      stages: { buy: steps.map(({ shares }) => shares), use: steps.map(() => null) },
      factors: {
        C: steps.map(({ factors }) => factors[0] as FiveLevels),
        P: steps.map(({ factors }) => factors[1] as FiveLevels),
        B: steps.map(({ factors }) => factors[2] as FiveLevels),
      },
    },
    markers: lines.map(({ at, points, label, title }) => ({ day: at, points, label, title })),
    commitments: room.commitments.filter(({ to }) => to.id === personId),
    position: {
      index: index + 1,
      of: room.stakeholders.length,
      previous_person_id: room.stakeholders[index - 1]?.person.id ?? null,
      next_person_id: room.stakeholders[index + 1]?.person.id ?? null,
    },
    ties: [],
  };
}

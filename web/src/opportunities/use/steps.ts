// The steps after an order, each with the evidence that speaks of it: did it happen, and did it go well.

import type { Day, EvidenceItem, Interaction } from '~/api/types';

export const USE_STEPS = ['onboarding', 'use', 'complaint', 'value', 'renewal', 'reference'] as const;
export type UseStepKey = (typeof USE_STEPS)[number];

export interface UseEvent {
  item: EvidenceItem;
  good: boolean;
}

export interface UseStep {
  key: UseStepKey;
  /** Newest first. */
  events: UseEvent[];
  /** As the last word on it has it. */
  state: 'open' | 'reached' | 'trouble';
}

/** What was done, by the answer it got. An answer that is not named here went well. */
const DEEDS: Record<string, UseStepKey> = {
  onboarding: 'onboarding',
  resolve_complaint: 'complaint',
  value_review: 'value',
  send_quote: 'renewal',
  ask_reference: 'reference',
};
const BAD_ANSWERS: readonly string[] = ['missed', 'unsatisfied', 'declined', 'rejected'];

const SIGNS: Record<string, { step: UseStepKey; good: boolean }> = {
  training_completed: { step: 'onboarding', good: true },
  usage_up: { step: 'use', good: true },
  usage_down: { step: 'use', good: false },
  stopped_using: { step: 'use', good: false },
  complaint: { step: 'complaint', good: false },
  benefit_confirmed: { step: 'value', good: true },
  quote_requested: { step: 'renewal', good: true },
  contract_signed: { step: 'renewal', good: true },
  reference_given: { step: 'reference', good: true },
  introduced_us: { step: 'reference', good: true },
};

/** What lies before the order, or on its day, belongs to the buying. */
export function stepsAfterOrder(items: readonly EvidenceItem[], orderedOn: Day): UseStep[] {
  const since = items
    .filter(({ at, interaction }) => interaction !== null && at.slice(0, 10) > orderedOn)
    .sort((a, b) => b.at.localeCompare(a.at));
  return USE_STEPS.map((key) => {
    const events = since.flatMap((item): UseEvent[] => {
      const good = item.interaction && speaksOf(item.interaction, key);
      return good === null ? [] : [{ item, good }];
    });
    const last = events[0];
    return { key, events, state: last ? (last.good ? 'reached' : 'trouble') : 'open' };
  });
}

/** Whether a record tells of a step, and well: a bad word in it outweighs a good one. */
function speaksOf({ kind, result, signs }: Interaction, step: UseStepKey): boolean | null {
  const told = signs.flatMap((sign) => {
    const meaning = SIGNS[sign.kind];
    return meaning?.step === step ? [meaning.good] : [];
  });
  if (DEEDS[kind] === step && result) told.push(!BAD_ANSWERS.includes(result));
  return told.length === 0 ? null : told.every(Boolean);
}

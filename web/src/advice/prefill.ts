// What the plan dialog begins with: a suggestion taken up, what is owed, or nothing but the deal.

import type { Duty, Id, Suggestion } from '~/api/types';

export interface Prefill {
  dealId: Id;
  kind: string | null;
  personId: Id | null;
  /** Who leads there, from the first asked to the last. */
  through: Id[];
  benefit: string | null;
  /** It takes up a suggestion, which the house learns from. */
  suggested: boolean;
}

export const blank = (dealId: Id, personId: Id | null = null): Prefill => ({
  dealId,
  kind: null,
  personId,
  through: [],
  benefit: null,
  suggested: false,
});

export const takingUp = (dealId: Id, { action, person_id: id, through, about }: Suggestion): Prefill => ({
  dealId,
  kind: action,
  personId: id,
  through,
  benefit: about,
  suggested: true,
});

export const answering = (dealId: Id, { action, person_id: id }: Duty): Prefill => ({
  ...blank(dealId, id),
  kind: action,
});

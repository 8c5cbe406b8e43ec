// The parts a person may play in a deal, the weightiest first.

import type { BuyingRole } from '~/api/types';

export const ROLES: readonly BuyingRole[] = [
  'decision_maker',
  'budget_holder',
  'evaluator',
  'influencer',
  'user',
  'gatekeeper',
  'reference',
  'downstream',
  'unknown',
];

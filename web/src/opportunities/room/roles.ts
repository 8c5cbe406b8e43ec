// The parts a person may play in a deal, the weightiest first.

import type { StakeholderRole } from '~/api/types';

export const ROLES: readonly StakeholderRole[] = [
  'decision_maker',
  'budget_holder',
  'evaluator',
  'influencer',
  'user',
  'gatekeeper',
  'reference',
  'unknown',
];

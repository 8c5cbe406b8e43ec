// Promises, ours and theirs: making one, and saying what became of it.

import { keys } from '~/api/keys';
import type { Id } from '~/api/types';
import { useRecords } from '~/app/shared/useRecords';

export type Outcome = 'kept_on' | 'broken_on' | 'withdrawn_on';

export const usePromises = (opportunityId: Id) =>
  useRecords('/commitments', [keys.opportunity(opportunityId), keys.boards, keys.today]);

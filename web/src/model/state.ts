// The draft of the window: it outlives a look at a deal that it would move.

import { createStore } from '~/app/store';
import type { Changes } from './draft';

interface Drafted {
  changes: Changes;
  /** Whether they come from a priors file that was read. */
  imported: boolean;
}

export const NO_DRAFT: Drafted = { changes: {}, imported: false };

export const drafted = createStore<Drafted>(NO_DRAFT);

/** One figure more or less: what began as a file stays one until nothing is left of it. */
export function setDraft(changes: Changes): void {
  const { imported } = drafted.get();
  drafted.set({ changes, imported: imported && Object.keys(changes).length > 0 });
}

// Which deal and person the evidence sheet is about. Pages set the context; the plus button opens the sheet.

import type { Id } from '~/api/types';
import { createStore } from '~/app/store';

export interface EvidenceContext {
  opportunity: { id: Id; name: string };
  people: { id: Id; name: string }[];
  personId: Id | null;
}

export const evidenceContext = createStore<EvidenceContext | null>(null);
export const sheetOpen = createStore(false);

export const openEvidenceSheet = () => sheetOpen.set(true);
export const closeEvidenceSheet = () => sheetOpen.set(false);

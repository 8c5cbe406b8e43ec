// An item of the evidence feed, as a sentence: something that happened, a promise and what became of it, a move of ours.

import type { Commitment, Day, EvidenceItem } from '~/api/types';
import type { Translate } from '~/app/i18n';
import { interactionWords } from './interaction';
import { stageName } from './stage';

export interface ItemWords {
  main: string;
  signs: string[];
}

export function itemWords(t: Translate, { interaction, commitment, stage_change: change }: EvidenceItem): ItemWords {
  if (interaction) return interactionWords(t, interaction);
  if (commitment) return { main: promiseWords(t, commitment), signs: [] };
  return { main: change ? t('feed.stage', { stage: stageName(t, change.stage) }) : '', signs: [] };
}

function promiseWords(t: Translate, { ours, state, text: words }: Commitment): string {
  const open = state === 'open' || state === 'overdue';
  if (ours) return open ? t('feed.our_promise', { words }) : t(`feed.ours.${state}`, { words });
  return open ? t('title.their_promise', { words }) : t(`feed.theirs.${state}`, { words });
}

/** A promise moves a belief when it is settled, everything else when it happens. */
export function dayOfEffect({ at, commitment }: EvidenceItem): Day {
  const settled = commitment && (commitment.kept_on ?? commitment.broken_on ?? commitment.withdrawn_on);
  return settled ?? at.slice(0, 10);
}

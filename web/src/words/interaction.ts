// What happened, as a sentence made from the record itself: what we did and how they answered, or what they showed.

import type { Interaction } from '~/api/types';
import type { Translate } from '~/app/i18n';
import { replySentence, sentence, signSentence } from './title';

type Happened = Pick<Interaction, 'kind' | 'direction' | 'result' | 'signs'>;

export interface InteractionWords {
  main: string;
  /** What was shown besides. */
  signs: string[];
}

export function interactionWords(t: Translate, { kind, direction, result, signs }: Happened): InteractionWords {
  const shown = [...new Set(signs.map((sign) => signSentence(t, sign.kind, sign.benefit)))];
  const done = deed(t, { kind, direction, result });
  if (done) return { main: done, signs: shown };
  const [first, ...rest] = shown;
  return { main: first ?? unprompted(t, kind), signs: rest };
}

function deed(t: Translate, { kind, direction, result }: Omit<Happened, 'signs'>): string | null {
  if (direction !== 'out') return null;
  return result ? replySentence(t, kind, result) : sentence(t, `question.${kind}`);
}

/** A call or a mail of theirs of which nothing else is recorded. */
const unprompted = (t: Translate, kind: string): string =>
  sentence(t, kind === 'call' || kind === 'mail' ? `sign.inbound_${kind}` : `action.${kind}`);

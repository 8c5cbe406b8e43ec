// What happened, as a sentence. The server sends the parts; each language has its own sentences for them.

import i18next from 'i18next';
import type { Title } from '~/api/types';
import type { Translate } from '~/app/i18n';

/** "9 calls, none answered", "Told us to stop", "We kept: notes next morning". */
export function titleSentence(t: Translate, title: Title): string {
  const { code, action, reply, sign, benefit, words } = title;
  const count = Math.max(1, title.count);
  switch (code) {
    case 'reply':
      return withCount(t, sentence(t, `reply.${action}.${reply}`, { count }), title);
    case 'question':
      return withCount(t, sentence(t, `question.${action}`, { count }), title);
    case 'sign':
      return benefit
        ? t('title.sign_on_benefit', { sign: sentence(t, `sign.${sign}`, {}), benefit: readable(benefit) })
        : withCount(t, sentence(t, `sign.${sign}`, { count }), title);
    case 'promise_kept':
    case 'promise_broken':
    case 'their_promise':
      return words ? t(`title.${code}`, { words }) : t(`title.${code}_unsaid`);
    case 'order':
    case 'quiet':
    case 'start':
    case 'value':
      return t(`title.${code}`);
  }
}

/** Sentences that carry their own count have a plural form; the others get "× 3". */
function withCount(t: Translate, text: string, { count, code, action, reply }: Title): string {
  const key = code === 'reply' ? `reply.${action}.${reply}` : '';
  if (count <= 1 || i18next.exists(`${key}_other`)) return text;
  return t('title.times', { text, count });
}

function sentence(t: Translate, key: string, params: { count?: number }): string {
  const exists = i18next.exists(key) || i18next.exists(key, { count: 1 });
  return exists ? t(key as 'title.order', params) : readable(key.split('.').at(-1) ?? key);
}

/** A key the catalogue does not know is still readable: `one-set-of-figures` becomes "one set of figures". */
export const readable = (key: string): string => key.replace(/[-_]+/g, ' ');

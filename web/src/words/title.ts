// What a piece of evidence is, as a sentence. The server sends the parts; each language has its own sentences for them.

import i18next from 'i18next';
import type { Title } from '~/api/types';
import type { Translate } from '~/app/i18n';

/** "9 calls, none answered", "Told us to stop", "We kept: notes next morning". */
export function titleSentence(t: Translate, title: Title, count = 1): string {
  const { code, action, reply, sign, benefit, words } = title;
  switch (code) {
    case 'reply':
      return replySentence(t, action ?? '', reply ?? '', count);
    case 'question':
      return times(t, sentence(t, `question.${action}`), count);
    case 'sign':
      return times(t, signSentence(t, sign ?? '', benefit), count);
    case 'order':
    case 'renewal':
      return t(`title.${code}`);
    default:
      return words ? t(`title.${code}`, { words }) : times(t, t(`title.${code}_unsaid`), count);
  }
}

/** Replies that carry their own count have a plural form; the others get "× 3". */
export function replySentence(t: Translate, action: string, reply: string, count = 1): string {
  const key = `reply.${action}.${reply}`;
  return i18next.exists(`${key}_other`) ? sentence(t, key, count) : times(t, sentence(t, key), count);
}

export function signSentence(t: Translate, sign: string, benefit: string | null | undefined): string {
  const said = sentence(t, `sign.${sign}`);
  return benefit ? t('title.sign_on_benefit', { sign: said, benefit }) : said;
}

/** A key of the model in words; one that the catalogue does not know is still readable. */
export function sentence(t: Translate, key: string, count = 1): string {
  const known = i18next.exists(key) || i18next.exists(key, { count });
  return known ? t(key as 'title.order', { count }) : readable(key.split('.').at(-1) ?? key);
}

const times = (t: Translate, text: string, count: number): string =>
  count > 1 ? t('title.times', { text, count }) : text;

/** `told_us_to_stop` becomes "told us to stop". */
const readable = (key: string): string => key.replace(/[-_]+/g, ' ');

// Advice in words: what to do with whom, why, what may come of it, and why something else is not open.

import i18next from 'i18next';
import type { Asking, Closed, Id, Measure, PossibleAnswer, Reason, Suggestion } from '~/api/types';
import type { Translate } from '~/app/i18n';
import type { ReplyPart } from '~/graphics/ReplyBar';
import type { Format } from '~/words/format';
import { sentence } from '~/words/title';

export type NameOf = (id: Id) => string;

export const namesOf = (people: readonly { id: Id; name: string }[]): NameOf => {
  const names = new Map(people.map(({ id, name }) => [id, name]));
  return (id) => names.get(id) ?? '';
};

type Deed = Pick<Suggestion, 'action' | 'person_id' | 'through'>;

/** "Show Dana Whitfield how it works"; an introduction is asked of whoever comes first on the way. */
export function deedWords(t: Translate, { action, person_id: id, through }: Deed, nameOf: NameOf): string {
  const person = nameOf(id);
  const [first] = through;
  if (action === 'introduction' && first) return t('do.introduction_through', { through: nameOf(first), person });
  const key = `do.${action}`;
  if (i18next.exists(key)) return t(key as 'do.call', { person });
  return t('do.other', { action: sentence(t, `action.${action}`), person });
}

/** From here on a change of a chance is told in whole points. */
const TOLD_IN_WHOLE = 0.0195;
const LEAST_SHOWN = 0.0005;

const isSmall = (gain: number): boolean => Math.abs(gain) < TOLD_IN_WHOLE;

/** "+9 pp", "+1.1 pp", "under 0.1 pp", "slightly down". */
export function gainWords(t: Translate, f: Format, gain: number): string {
  if (Math.abs(gain) < LEAST_SHOWN) return t(gain < 0 ? 'advice.gain_down' : 'advice.gain_little');
  return t('advice.gain', { gain: isSmall(gain) ? f.tenths(gain * 100) : f.change(gain) });
}

/** The same where the unit stands in the header. */
export const gainFigure = (f: Format, gain: number): string => (isSmall(gain) ? f.tenths(gain * 100) : f.change(gain));

/** "17 → 26%"; where both would round to one figure, with tenths. */
export function shiftWords(t: Translate, f: Format, before: number, after: number): string {
  const figure = (p: number) =>
    isSmall(after - before) && p > 0.01 && p < 0.99 ? `${f.fine(p * 100)}%` : f.percent(p);
  return t('advice.shift', { before: figure(before).replace('%', ''), after: figure(after) });
}

/** What the halo says aloud: where it ends four times in five. */
export const spreadWords = (t: Translate, f: Format, now: number, { gain, low, high }: Suggestion): string =>
  t('advice.spread', { shift: shiftWords(t, f, now, now + gain), low: f.percent(low), high: f.percent(high) });

/** The reasons in a line. What is to be proven stands in a line of its own. */
export function reasonsLine(t: Translate, f: Format, reasons: readonly Reason[], nameOf: NameOf): string {
  const said = reasons.map((reason) => reasonWords(t, f, reason, nameOf)).filter(Boolean);
  return said.join(t('common.sentence_gap'));
}

function reasonWords(t: Translate, f: Format, reason: Reason, nameOf: NameOf): string {
  const { word, count, share, stage, person_id: id } = reason;
  const chance = share === null ? '' : f.percent(share);
  switch (word) {
    case 'prove':
      return '';
    case 'stands':
      return stage ? t('reason.stands', { state: t(`state_inline.${stage}`), chance }) : '';
    case 'way_in':
      return t('reason.way_in', { person: id ? nameOf(id) : '', chance });
    case 'unanswered':
    case 'again':
      return t(`reason.${word}`, { count: count ?? 0 });
    default:
      return t(`reason.${word}`, { chance });
  }
}

/** "takes place", "declines", "no answer": short enough to stand beside its chance. */
export function answerWords(t: Translate, { answer, reply }: Pick<PossibleAnswer, 'answer' | 'reply'>): string {
  const key = `answer.${answer === 'reply' ? reply : answer}`;
  return i18next.exists(key) ? t(key as 'answer.held') : sentence(t, key);
}

/** A shift below a twentieth of a point is none. */
const NO_SHIFT = 0.0005;

/** The answers as the parts of a bar: toward us where they leave more than there is now. */
export const replyParts = (answers: readonly PossibleAnswer[], now: number): ReplyPart[] =>
  answers.map(({ p, after }) => ({
    p,
    tone: Math.abs(after - now) < NO_SHIFT ? 'still' : after > now ? 'toward' : 'away',
  }));

/** "takes place 58% · declines 42%". */
export const chancesLine = (t: Translate, f: Format, answers: readonly PossibleAnswer[]): string =>
  answers
    .map((answer) => t('advice.chance_of', { answer: answerWords(t, answer), share: f.percent(answer.p) }))
    .join(' · ');

/** Why an action is not open. */
export function closedWords(t: Translate, f: Format, { word, on }: Closed, measure: Measure | null): string {
  if (word === 'other_phase') return t(measure === 'use' ? 'closed.only_buying' : 'closed.only_using');
  return t(`closed.${word}`, { day: on ? f.day(on) : '' });
}

/** 'Ask Dana Whitfield: “Who has to agree in the end?”' */
export function askWords(t: Translate, { topic, person_id: id }: Pick<Asking, 'topic' | 'person_id'>, nameOf: NameOf) {
  const key = `ask.${topic}`;
  const person = nameOf(id);
  return i18next.exists(key)
    ? t(key as 'ask.need', { person })
    : t('do.other', { action: sentence(t, `ask.${topic}`), person });
}

/** How much of the doubt about them an answer would take away, in bits; nothing of who decides, which is not in doubt. */
export const tellsWords = (t: Translate, f: Format, { bits }: Asking): string =>
  bits === null ? t('advice.tells_who') : t('advice.tells', { bits: f.hundredths(-bits) });

/** What shifts are shifts of: the chance to win, or what renewal and reference are worth. */
export const measureWords = (t: Translate, measure: Measure): string => t(`advice.measure_${measure}`);

/** Hours as they are said: "3 h", "20 min". */
export function hoursWords(t: Translate, f: Format, hours: number): string {
  return hours < 1
    ? t('advice.minutes', { shown: f.count(Math.round(hours * 60)) })
    : t('advice.hours', { shown: f.steps(hours) });
}

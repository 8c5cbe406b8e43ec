// Activities in words: what is planned with whom, what it may be expected to bring, how it went.

import i18next from 'i18next';
import { deedWords, measureWords, type NameOf, shiftWords } from '~/advice/words';
import type { Activity, Expectation } from '~/api/types';
import type { Translate } from '~/app/i18n';
import type { IconName } from '~/graphics/icons';
import type { Format } from '~/words/format';
import { targetName } from '~/words/headline';
import { replySentence } from '~/words/title';

/** "Show Dana Whitfield how it works", and how many more come along. */
export function activityWords(t: Translate, activity: Activity): string {
  const [first, ...others] = activity.people;
  const nameOf: NameOf = (id) => activity.names.find((one) => one.id === id)?.name ?? '';
  const title = deedWords(
    t,
    { action: activity.kind, person_id: first?.person_id ?? '', through: activity.through ?? [] },
    nameOf,
  );
  return others.length > 0 ? t('activity.and_others', { title, count: others.length }) : title;
}

/** "P(win) 17 → 26% · Dana Whitfield: evaluating or further 40 → 55%". */
export function expectationWords(t: Translate, f: Format, expected: Expectation, nameOf: NameOf): string {
  const { measure, now, after, people } = expected;
  const whole = t('advice.of_measure', { measure: measureWords(t, measure), shift: shiftWords(t, f, now, after) });
  const each = people.map(({ person_id: id, stage, before, after: hoped }) =>
    t('activity.person_shift', {
      person: nameOf(id),
      target: targetName(t, stage),
      shift: shiftWords(t, f, before, hoped),
    }),
  );
  return [whole, ...each].join(' · ');
}

/** What is written on the button that says how it went. */
export function tapWords(t: Translate, kind: string, reply: string): string {
  const key = `outcome_tap.${kind}.${reply}`;
  return i18next.exists(key) ? t(key as 'outcome_tap.call.answered') : replySentence(t, kind, reply);
}

const ICONS: Record<string, IconName> = {
  call: 'phone',
  mail: 'mail',
  meeting: 'people',
  discovery: 'question',
  demo: 'play',
  trial: 'product',
  reference_visit: 'organization',
  executive_meeting: 'users',
  send_quote: 'note',
  discount: 'coin',
  introduction: 'handshake',
  ask_reference: 'quote',
  onboarding: 'calendar',
  resolve_complaint: 'flag',
  value_review: 'forecast',
};

export const kindIcon = (kind: string): IconName => ICONS[kind] ?? 'calendar';

// An alarm in words: what, why by which figures, what to do, and how often such an alarm is false.

import i18next from 'i18next';
import type { Alarm, AlarmKind, FalseAlarmRate } from '~/api/types';
import type { Translate } from '~/app/i18n';
import type { ChipTone } from '~/app/shared/Chip';
import type { Format } from '~/words/format';
import { sentence } from '~/words/title';

/** In the order in which they are shown: what is urgent first. */
export const ALARM_KINDS: readonly AlarmKind[] = [
  'ahead_of_buyers',
  'blocked',
  'turned',
  'avoided',
  'silent',
  'stalled',
  'overdue',
  'single_thread',
  'decision_maker_unknown',
  'slips',
  'too_long',
  'unconfirmed',
  'behind_buyers',
];

const TO_WATCH: readonly AlarmKind[] = ['single_thread', 'decision_maker_unknown', 'slips', 'too_long', 'unconfirmed'];
const ON_A_PERSON: readonly AlarmKind[] = ['blocked', 'turned', 'avoided', 'stalled', 'unconfirmed'];
const WEEKS_A_YEAR = 365.25 / 7;
const SAID_IN_WEEKS_BELOW = 104;

/** Buyers who are ahead of us are good news that waits for an answer. */
export function alarmTone(kind: AlarmKind): ChipTone & ('toward' | 'watch' | 'away') {
  if (kind === 'behind_buyers') return 'toward';
  return TO_WATCH.includes(kind) ? 'watch' : 'away';
}

/** "Silent", "Ahead of the buyers": the name of the kind. */
export const alarmName = (t: Translate, kind: AlarmKind): string => t(`alarm.${kind}.name`);

export interface AlarmWords {
  /** Short enough for a row: "ahead 95%". */
  chip: string;
  title: string;
  why: string;
  advice: string;
}

export function alarmWords(t: Translate, f: Format, alarm: Alarm): AlarmWords {
  const params = paramsOf(t, f, alarm);
  const say = (part: string) => {
    const key = `alarm.${alarm.kind}.${part}`;
    const special = variants(alarm).find((variant) => known(`${key}_${variant}`, params.count));
    return t((special ? `${key}_${special}` : key) as 'alarm.silent.why', params);
  };
  return { chip: say('chip'), title: say('title'), why: say('why'), advice: say('do') };
}

/** "In simulation 71% of such alarms were true." */
export function falseAlarmWords(t: Translate, f: Format, { kind, false_alarms }: Alarm): string {
  const { basis, per_year: perYear, true_share: share } = false_alarms;
  const rate = perYear ? rateWords(t, f, kind, perYear) : null;
  if (basis === 'fact') return t('false_alarm.fact');
  if (basis === 'exact' && rate) return rate;
  const measured = basis === 'simulated' && share !== null;
  const truth = measured ? t('false_alarm.simulated', { chance: f.percent(share) }) : null;
  return [truth, rate].filter(Boolean).join(t('common.sentence_gap')) || t('false_alarm.unmeasured');
}

/** How long it takes until one comes without a cause, in weeks or in years. */
export function everySoOften(t: Translate, f: Format, perYear: FalseAlarmRate['per_year'] & number): string {
  const weeks = WEEKS_A_YEAR / perYear;
  if (weeks < SAID_IN_WEEKS_BELOW) return t('false_alarm.weeks', { count: Math.max(1, Math.round(weeks)) });
  return t('false_alarm.years', { count: Math.round(1 / perYear), shown: f.steps(1 / perYear) });
}

function rateWords(t: Translate, f: Format, kind: AlarmKind, perYear: number): string {
  const often = everySoOften(t, f, perYear);
  return t(ON_A_PERSON.includes(kind) ? 'false_alarm.exact_person' : 'false_alarm.exact_deal', { often });
}

/** Where nobody is named, or the day has gone by, other words are needed. */
function variants({ person, figures }: Alarm): string[] {
  return [...(person ? [] : ['all']), ...((figures.days_left ?? 0) < 0 ? ['past'] : [])];
}

function paramsOf(t: Translate, f: Format, { person, figures }: Alarm) {
  const { probability, chance, days, days_left: left, signs, share, value, limit } = figures;
  const p = probability ?? chance;
  return {
    person: person?.name ?? t('alarm.somebody'),
    chance: p === null ? '' : f.percent(p),
    count: Math.round(Math.abs(left ?? days ?? signs ?? 0)),
    share: share === null ? '' : f.percent(share),
    value: value === null ? '' : f.steps(value),
    limit: limit === null ? '' : f.steps(limit),
    rate: figures.signs_per_week === null ? '' : f.steps(figures.signs_per_week),
    usual: figures.usual_days === null ? '' : f.count(Math.round(figures.usual_days)),
    ended: figures.ended === null ? '' : f.count(figures.ended),
    sign: figures.sign ? sentence(t, `sign.${figures.sign}`) : '',
    words: figures.words ?? t('alarm.promise'),
  };
}

const known = (key: string, count: number): boolean => i18next.exists(key) || i18next.exists(key, { count });

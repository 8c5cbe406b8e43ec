// What an alarm says, in both languages, and how often it says so falsely.

import { describe, expect, test } from 'vitest';
import type { Alarm, AlarmFigures, FalseAlarmRate } from '~/api/types';
import { wordsIn } from '~/testing/speak';
import { ALARM_KINDS, alarmName, alarmWords, falseAlarmWords } from './words';

const NONE: AlarmFigures = {
  probability: null,
  days: null,
  chance: null,
  value: null,
  limit: null,
  signs_per_week: null,
  share: null,
  signs: null,
  usual_days: null,
  ended: null,
  days_left: null,
  sign: null,
  words: null,
};
const FACT: FalseAlarmRate = { basis: 'fact', per_year: null, true_share: null };

const alarm = (kind: Alarm['kind'], figures: Partial<AlarmFigures>, over: Partial<Alarm> = {}): Alarm => ({
  id: 'a',
  opportunity: { id: 'o', name: 'Loom renewal' },
  kind,
  person: { id: 'p', name: 'Ines Roth' },
  commitment_id: null,
  since: '2000-05-17',
  figures: { ...NONE, ...figures },
  false_alarms: FACT,
  snooze: null,
  ...over,
});

const EVERY: Record<Alarm['kind'], Partial<AlarmFigures>> = {
  ahead_of_buyers: { probability: 0.95 },
  behind_buyers: { probability: 0.86 },
  avoided: { probability: 0.82 },
  blocked: { probability: 0.7 },
  turned: { sign: 'told_us_to_stop' },
  stalled: { value: 4.1, limit: 3.8, signs_per_week: 2.1 },
  silent: { days: 15, chance: 0.02 },
  single_thread: { share: 0.83, signs: 12 },
  decision_maker_unknown: { days: 41 },
  too_long: { days: 80, usual_days: 46, ended: 12 },
  slips: { chance: 0.12, days_left: 19 },
  overdue: { days: 2, words: 'Minutes' },
  unconfirmed: { days: 120, probability: 0.22 },
};

describe.each(['en', 'zh-CN'] as const)('in %s', (language) => {
  test.each(ALARM_KINDS)('%s fills every place it has, with and without a person', async (kind) => {
    const { t, f } = await wordsIn(language);
    for (const person of [{ id: 'p', name: 'Ines Roth' }, null]) {
      const said = alarmWords(t, f, alarm(kind, EVERY[kind], { person }));
      for (const words of [alarmName(t, kind), ...Object.values(said)]) expect(words).not.toMatch(/[{}]|^$|^alarm\./);
    }
  });
});

test.each<[Alarm, string, string]>([
  [
    alarm('silent', { days: 15, chance: 0.02 }),
    'Nothing for 15 days. So long a silence had a chance of 2%.',
    '已 15 天没有消息。这么久的沉默，正常情况下的概率为 2%。',
  ],
  [
    alarm('ahead_of_buyers', { probability: 0.95 }, { person: null }),
    'Weighed by power, the buyers have not come as far as our stage says: 95% probable.',
    '按决策权重加权，买方还没有走到我方阶段所说的位置，概率 95%。',
  ],
  [
    alarm('slips', { chance: 0.01, days_left: -3 }, { person: null }),
    'The day recorded went by 3 days ago.',
    '记录的日期已过 3 天。',
  ],
])('$kind says why', async (subject, english, chinese) => {
  const en = await wordsIn('en');
  expect(alarmWords(en.t, en.f, subject).why).toBe(english);
  const zh = await wordsIn('zh-CN');
  expect(alarmWords(zh.t, zh.f, subject).why).toBe(chinese);
});

describe('how often it is false', () => {
  test.each<[Alarm['kind'], FalseAlarmRate, string]>([
    ['overdue', FACT, 'A fact from the records; it cannot be a false alarm.'],
    [
      'stalled',
      { basis: 'exact', per_year: 365.25 / 180, true_share: null },
      'On one person, without a real change, it rings once in 26 weeks.',
    ],
    [
      'stalled',
      { basis: 'exact', per_year: 0.2, true_share: null },
      'On one person, without a real change, it rings once in 5 years.',
    ],
    [
      'avoided',
      { basis: 'simulated', per_year: null, true_share: 0.71 },
      'In simulation 71% of such alarms were true.',
    ],
    [
      'slips',
      { basis: 'unmeasured', per_year: null, true_share: null },
      'How often this one is false has not been measured.',
    ],
  ])('%s, %j', async (kind, rate, words) => {
    const { t, f } = await wordsIn('en');
    expect(falseAlarmWords(t, f, alarm(kind, {}, { false_alarms: rate }))).toBe(words);
  });
});

// The model in words: every figure that is shipped has its name and its reason in both languages.

import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { Figure, Model, ModelEntry } from '~/api/types';
import { wordsIn } from '~/testing/speak';
import { gainsOf } from './gains';
import { answersTo, entryName, entryWhy, fieldName, figureName, figureWords, keptOf, shownOf } from './words';

/** The tables of the shipped priors, with the keys that stand in them, as the server cuts them into entries. */
function shippedTables(): Map<string, string[]> {
  const text = readFileSync(new URL('../../../crates/assent-inference/priors.toml', import.meta.url), 'utf8');
  const tables = new Map<string, string[]>();
  let keys: string[] = [];
  for (const line of text.split('\n')) {
    const [, table] = /^\[([\w.]+)\]/.exec(line) ?? [];
    if (table) {
      keys = [];
      tables.set(table, keys);
      continue;
    }
    const [, key] = /^([\w.]+) = /.exec(line) ?? [];
    if (key) keys.push(key);
    const [, inner] = /^(dose|benefit) = \{(.*)\}/.exec(line)?.slice(1) ?? [];
    if (inner) {
      const names = [...inner.matchAll(/(\w+) = /g)].map(([, name]) => `${key}.${name}`);
      keys.splice(-1, 1, ...names);
    }
  }
  return tables;
}

const NOT_SHOWN = ['why', 'buy', 'use', 'source'];
const tables = [...shippedTables()].filter(([path]) => !path.startsWith('control') && path !== 'advice.suits');

describe.each(['en', 'zh-CN'] as const)('in %s', (language) => {
  test('every shipped entry has a name and a reason, and each of its keys a meaning', async () => {
    const { t } = await wordsIn(language);
    expect(tables.length).toBeGreaterThan(100);
    const named = /^[A-Za-z]/;
    const fits = (words: string) => (language === 'en' ? named.test(words) : /\p{Script=Han}/u.test(words));
    const missing = tables.flatMap(([path, keys]) => [
      ...(fits(entryName(t, path)) ? [] : [path]),
      ...keys
        .filter((key) => !NOT_SHOWN.includes(key))
        .filter((key) => !fits(fieldName(t, path, key)))
        .map((key) => `${path}.${key}`),
    ]);
    expect(missing).toEqual([]);
    const model = { shipped: true } as Model;
    const unsaid = tables
      .filter(([path, keys]) => keys.includes('why') && !fits(entryWhy(t, model, { path, fields: [] })))
      .map(([path]) => path);
    expect(unsaid).toEqual([]);
  });
});

const whole = (entries: ModelEntry[], shipped = true): Model => ({
  number: 3,
  model: 'm',
  shipped,
  source: 'expert prior',
  n_equiv: 4,
  unfit: [],
  settling: null,
  entries,
  stages: [],
});

const entry = (path: string, why: string): ModelEntry => ({
  path,
  fields: [{ key: 'why', shipped: why, is_edited: false, edited: null, learned: null, in_force: why }],
});

test('a file of one’s own says its own reasons, and its own kinds are still readable', async () => {
  const { t } = await wordsIn('en');
  const telegram = entry('sign.sent_telegram', 'old school');
  expect(entryName(t, telegram.path)).toBe('sent telegram');
  expect(entryWhy(t, whole([telegram]), telegram)).toBe('old school');
  const warm = entry('sign.warm_words', 'kind people');
  expect(entryWhy(t, whole([warm], false), warm)).toBe('kind people');
});

test('figures are written as they are read', async () => {
  const { t, f } = await wordsIn('en');
  const words = (path: string, key: string, value: Figure | null) => figureWords(t, f, path, key, value);
  expect(words('sign.warm_words', 'strength', null)).toBe('as written');
  expect(words('sign.warm_words', 'strength', 4)).toBe('stronger');
  expect(words('sign.warm_words', 'P', [-2.2, -1.1, 0, 0.6, 1])).toBe('−2.2 · −1.1 · 0 · 0.6 · 1');
  expect(words('role.user', 'susceptibility', 0.3333)).toBe('33.33%');
  expect(words('role.user', 'veto', null)).toBe('No');
  expect(words('tie.trusts', 'half_life_days', 730)).toBe('730 days');
  expect(words('tie.boss', 'half_life_days', null)).toBe('none');
  expect(words('advice', 'declines', ['call.refused', 'mail.refused'])).toBe('Call: Refused, Mail: Refused');
  expect(words('sign.warm_words', 'phase', 'both')).toBe('buying and using');
});

test('a figure that stands alone names its entry, and is found by it', async () => {
  const { t } = await wordsIn('zh-CN');
  const held = entry('action.meeting.reply.held', '');
  const model = whole([held]);
  expect(figureName(t, model, 'action.meeting.reply.held.dose.P_up')).toBe('见面：已进行：心理上升');
  expect([answersTo(t, model, held, '见面'), answersTo(t, model, held, '电话')]).toEqual([true, false]);
});

test('a share that is shown as a percentage is kept as it was', () => {
  for (const share of [0.0001, 0.3, 0.3333, 0.95, 1]) expect(keptOf('share', shownOf('share', share))).toBe(share);
  expect(keptOf('days', 730)).toBe(730);
});

/** By hand: .25 − .2 = .05 with an error of .02 leaves .0244 to .0756; with .05 chance is not ruled out. */
test('a challenger is better if its gain is more than chance', () => {
  const { gains, range } = gainsOf({
    deals: 30,
    won: 10,
    forecasts: 90,
    champion: 0.25,
    calibration: { mean: 0.4, slope: 0.8 },
    challengers: [
      { challenger: 'people', brier: 0.2, error: 0.02, calibration: { mean: 0.35, slope: 1 } },
      { challenger: 'winning', brier: 0.2, error: 0.05, calibration: { mean: 0.35, slope: null } },
    ],
  });
  expect(gains.map(({ isBetter }) => isBetter)).toEqual([true, false]);
  expect(gains[0]?.low).toBeCloseTo(0.0244, 4);
  expect(range).toBeCloseTo(0.1141, 4);
});

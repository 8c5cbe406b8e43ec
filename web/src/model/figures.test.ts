// Which group, kind and sort the figures of the model are of.

import { expect, test } from 'vitest';
import type { ModelEntry, ModelField } from '~/api/types';
import { fieldsOf, groupOf, kindOf, sortOf, splitPath, strengthsOf } from './figures';

const field = (key: string, value: ModelField['in_force']): ModelField => ({
  key,
  shipped: value,
  is_edited: false,
  edited: null,
  learned: null,
  in_force: value,
});

const entry = (path: string, fields: Record<string, ModelField['in_force']>): ModelEntry => ({
  path,
  fields: Object.entries(fields).map(([key, value]) => field(key, value)),
});

const words = entry('sign.warm_words', { why: 'likes us', most_per_contact: 0.6, P: [-2.2, -1.1, 0, 0.6, 1] });
const call = entry('sign.inbound_call', { why: 'rings', most_per_year: 20, B: [-3, -1, 0.6, 1.1, 1.4] });
const refused = entry('action.call.reply.refused', { base: -2.2, B: [1, 0.2, -0.8, -1.4, -1.6], 'dose.P_down': 0.1 });
const role = entry('role.user', { why: 'many small voices', power: 0.7, operates: true, susceptibility: 0.5 });
const once = entry('win.once', { support_at_most: 0.48 });

test('an entry belongs to the group in which it is looked for', () => {
  expect([words, call, refused, role, once].map(groupOf)).toEqual(['said', 'unasked', 'ours', 'roles', 'win']);
  expect([kindOf('action.call'), kindOf(refused.path), kindOf(once.path)]).toEqual(['action', 'reply', 'once']);
});

test('an entry has the strengths of what it does: says, changes, weighs', () => {
  const of = (one: ModelEntry) => strengthsOf(one).map(({ path, what }) => `${path} ${what}`);
  expect(of(words)).toEqual(['sign.warm_words.strength says']);
  expect(of(refused)).toEqual([
    'action.call.reply.refused.strength says',
    'action.call.reply.refused.dose.strength does',
  ]);
  expect(of(role)).toEqual(['role.user.strength weighs']);
  expect(of(once)).toEqual([]);
});

test('what the file leaves out can still be set', () => {
  const paths = fieldsOf(role).map(({ path }) => path);
  expect(paths).toContain('role.user.strength');
  expect(paths).toContain('role.user.veto');
  expect(paths).not.toContain('role.user.why');
  expect(new Set(paths).size).toBe(paths.length);
});

test('a figure is of the sort that its key says', () => {
  expect(sortOf('role.user', 'dose.strength', null)).toBe('strength');
  expect(sortOf('role.user', 'veto', null)).toBe('flag');
  expect(sortOf('role.user', 'susceptibility', 0.5)).toBe('share');
  expect(sortOf('sign.warm_words', 'P', null)).toBe('weights');
  expect(sortOf('sign.warm_words', 'phase', 'both')).toBe('words');
  expect(sortOf('factor.C', 'rest.buy', [0.4, 0.3, 0.15, 0.1, 0.05])).toBe('shares');
  expect(sortOf('closing', 'age_days', [30, 90])).toBe('numbers');
  expect(sortOf('tie.trusts', 'half_life_days', 730)).toBe('days');
  expect(sortOf('repeat', 'sign', 0.6)).toBe('share');
  expect(sortOf('win', 'support', 2.5)).toBe('number');
});

test('the path of a figure is taken apart at its entry, also where that is gone', () => {
  const model = { entries: [entry('action.call', {}), refused, once, entry('win', {})] };
  expect(splitPath(model, 'action.call.reply.refused.dose.P_down')).toEqual([refused.path, 'dose.P_down']);
  expect(splitPath(model, 'win.once.half_after')).toEqual(['win.once', 'half_after']);
  expect(splitPath(model, 'win.support')).toEqual(['win', 'support']);
  expect(splitPath(model, 'sign.telegram.strength')).toEqual(['sign.telegram', 'strength']);
});

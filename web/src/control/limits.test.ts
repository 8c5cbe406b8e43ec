// Reading, changing and checking limits by their paths.

import { describe, expect, test } from 'vitest';
import { Problem } from '~/api/problem';
import type { ControlLimits } from '~/api/types';
import { faultsOf, LIMIT_GROUPS, limitAt, refusedFields, withLimit } from './limits';

const shipped: ControlLimits = {
  avoids: { on: 0.6, off: 0.5 },
  blocked: { on: 0.6, off: 0.5 },
  gap: { on: 0.8, off: 0.5, milestone_half_life_days: 365, approval_due: 'committed' },
  stall: { ratio: 0.4, run_length_days_buy: 180, run_length_days_use: 720, power_share: 0.2 },
  silence_chance: 0.05,
  stage_share: 0.8,
  stage_least_ended: 8,
  single_thread: { share: 0.7, days: 90, least_signs: 5 },
  unknown_days: 30,
  slip_chance: 0.3,
  value: { days: 90, chance: 0.3, power: 1.5 },
};

test('every limit there is has its field', () => {
  const paths = Object.entries(shipped).flatMap(([name, value]) =>
    typeof value === 'object' ? Object.keys(value).map((inner) => `${name}/${inner}`) : [name],
  );
  const fields = LIMIT_GROUPS.flatMap((group) => group.fields.map(({ path }) => path));
  expect([...fields].sort()).toEqual(paths.sort());
});

test('changing one leaves the others as they were', () => {
  const changed = withLimit(withLimit(shipped, 'stall/ratio', 0.3), 'slip_chance', 0.2);
  expect(limitAt(changed, 'stall/ratio')).toBe(0.3);
  expect(changed).toEqual({ ...shipped, slip_chance: 0.2, stall: { ...shipped.stall, ratio: 0.3 } });
  expect(shipped.stall.ratio).toBe(0.4);
});

describe('faults', () => {
  test('are none in what is shipped', () => {
    expect(faultsOf(shipped)).toEqual({});
  });

  test.each([
    ['slip_chance', 1.2, { slip_chance: 'share' }],
    ['slip_chance', Number.NaN, { slip_chance: 'share' }],
    ['unknown_days', 0, { unknown_days: 'days' }],
    ['single_thread/least_signs', 2.5, { 'single_thread/least_signs': 'whole' }],
    ['stall/ratio', 0.7, { 'stall/ratio': 'ratio' }],
    ['gap/off', 0.9, { 'gap/off': 'off_above_on' }],
    ['avoids/on', 0.4, { 'avoids/off': 'off_above_on' }],
  ] as const)('%s = %s', (path, value, faults) => {
    expect(faultsOf(withLimit(shipped, path, value))).toEqual(faults);
  });

  test('that the server found stand at their fields', () => {
    const field = { pointer: '/limits/stall/ratio', code: 'invalid', message: '' };
    const refused = new Problem({ status: 422, code: 'invalid', errors: [field] });
    expect([...refusedFields(refused).keys()]).toEqual(['stall/ratio']);
    expect(refusedFields(new Error('no')).size).toBe(0);
  });
});

// A draft of changes, and what is wrong with one.

import { expect, test } from 'vitest';
import { Problem } from '~/api/problem';
import { wordsIn } from '~/testing/speak';
import { draftOf, isBroken, sendable, valueIn, withFigure, without } from './draft';
import { countFaults, faultOf, refusals, refusalText, turned } from './faults';

const rate = 'sign.inbound_call.most_per_year';

test('what is set back to what is in force is no change', () => {
  const draft = withFigure({}, rate, 25, 20);
  expect(draft).toEqual({ [rate]: 25 });
  expect(valueIn(draft, rate, 20)).toBe(25);
  expect(withFigure(draft, rate, 20, 20)).toEqual({});
  expect(without(draft, rate)).toEqual({});
  expect(valueIn({ [rate]: null }, rate, 20)).toBeNull();
  expect(draftOf([{ key: rate, after: 30 }])).toEqual({ [rate]: 30 });
});

test('a number that was cleared is not sent', () => {
  expect([isBroken(Number.NaN), isBroken([1, Number.NaN]), isBroken(null), isBroken(0)]).toEqual([
    true,
    true,
    false,
    false,
  ]);
  expect(sendable({ a: Number.NaN, b: 1 })).toEqual({ b: 1 });
});

test('evidence goes on speaking the way it did, or says nothing', () => {
  const rising = [-2.2, -1.1, 0, 0.6, 1];
  expect(turned([-2, -1, 0, 0, 2], rising)).toBeNull();
  expect(turned([0, 0, 0, 0, 0], rising)).toBeNull();
  expect(turned([-2, -1, 0, 0.6, 0.5], rising)).toBe('falls');
  expect(turned([1, 0, -1, -2, -3], rising)).toBe('falls');
  expect(turned(rising, [2, 1, 0, -1, -2])).toBe('rises');
  expect(turned([0.3, 0.4, 0.1, 0, 0], [-0.2, 0.3, 0.1, 0, 0])).toBeNull();
  expect(faultOf([1, Number.NaN, 0, 0, 0], rising, true)).toBe('number');
  expect(faultOf(-1, null, false)).toBeNull();
});

test('what the server refuses stands at its figure, in the reader’s language', async () => {
  const { t } = await wordsIn('zh-CN');
  const error = new Problem({
    status: 422,
    code: 'invalid',
    errors: [
      { pointer: `/changes/${rate}`, code: 'priors', message: 'must be positive, between a millionth and a million' },
      { pointer: '/changes', code: 'nothing_changes', message: 'change nothing' },
      { pointer: '/reason', code: 'required', message: 'say why' },
    ],
  });
  const found = refusals(t, error);
  expect([...found]).toEqual([
    [rate, '须大于 0'],
    ['', '与当前相比没有变化'],
  ]);
  expect(countFaults({ [rate]: -1 }, found)).toBe(2);
  expect(refusalText(t, 'is a riddle')).toBe('未被接受：is a riddle');
});

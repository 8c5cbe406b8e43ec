// Moving a benefit point moves those it passes, and no others.

import { expect, test } from 'vitest';
import { displaced, lastPlace, movedBy } from './order';

const points = ['a', 'b', 'c', 'd'].map((name, position) => ({ name, position }));
const names = (list: { name: string }[]) => list.map(({ name }) => name).join('');

test('a point moved up passes the one above it', () => {
  expect(names(movedBy(points, 2, -1))).toBe('acbd');
});

test('a point moved off the list stays where it is', () => {
  expect(names(movedBy(points, 0, -1))).toBe('abcd');
  expect(names(movedBy(points, 3, 1))).toBe('abcd');
});

test('only the two that changed places are written', () => {
  const found = displaced(movedBy(points, 1, 1));
  expect(found.map(({ one, position }) => [one.name, position])).toEqual([
    ['c', 1],
    ['b', 2],
  ]);
});

test('points that came in one place are spread out by the first move', () => {
  const equal = points.map(({ name }) => ({ name, position: 0 }));
  expect(displaced(movedBy(equal, 0, 1)).map(({ one, position }) => [one.name, position])).toEqual([
    ['a', 1],
    ['c', 2],
    ['d', 3],
  ]);
});

test('a new point stands behind all the others', () => {
  expect(lastPlace([])).toBe(0);
  expect(lastPlace([{ position: 4 }, { position: 1 }])).toBe(5);
});

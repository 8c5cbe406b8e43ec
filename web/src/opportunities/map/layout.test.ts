// Lanes, ranks and rows of the map.

import { describe, expect, test } from 'vitest';
import type { Lane, RoomEdge } from '~/api/types';
import { layoutMap, type MapPerson, ranks } from './layout';

const person = (id: string, lane: Lane, power = 0.2, isOwner = false): MapPerson => ({ id, lane, power, isOwner });
const edge = (from: string, to: string, kind = 'reports_to'): RoomEdge => ({
  from,
  to,
  kind,
  since: null,
  assumed: false,
  weight: null,
  weight_back: null,
  strength: null,
});

const PEOPLE = [
  person('owner', 'ours', 0, true),
  person('colleague', 'ours'),
  person('contact', 'branch'),
  person('cio', 'decides', 0.6),
  person('manager', 'decides', 0.3),
  person('director', 'decides', 0.1),
];
const EDGES = [edge('manager', 'cio'), edge('director', 'cio')];

describe('the relationship map', () => {
  const { lanes, at } = layoutMap(PEOPLE, EDGES, 1050, 380);
  const point = (id: string) => at.get(id) ?? { x: Number.NaN, y: Number.NaN };

  test('bosses stand above those who report to them', () => {
    expect(point('cio').y).toBeLessThan(point('manager').y);
    expect(point('manager').y).toBe(point('director').y);
  });

  test('the owner stands at the bottom of our lane', () => {
    expect(point('owner').y).toBeGreaterThan(point('colleague').y);
  });

  test('a lane nobody stands in takes no room, and the lanes fill the width', () => {
    expect(lanes.map(({ lane }) => lane)).toEqual(['ours', 'branch', 'decides']);
    expect(lanes.reduce((sum, lane) => sum + lane.width, 0)).toBeCloseTo(1050);
  });

  test('everybody stands inside their own lane', () => {
    for (const { id, lane } of PEOPLE) {
      const box = lanes.find((candidate) => candidate.lane === lane);
      expect(point(id).x).toBeGreaterThan(box?.x ?? 0);
      expect(point(id).x).toBeLessThan((box?.x ?? 0) + (box?.width ?? 0));
    }
  });

  test('a circle in the reporting lines does not hang the map', () => {
    expect(ranks([person('a', 'decides'), person('b', 'decides')], [edge('a', 'b'), edge('b', 'a')])).toHaveLength(1);
  });

  test('the customer’s customers stand below one another, and in two columns when they are many', () => {
    const downstream = (count: number) =>
      Array.from({ length: count }, (_, index) => person(`d${index}`, 'downstream'));
    const columns = (count: number) => {
      const { at: places } = layoutMap([...PEOPLE, ...downstream(count)], EDGES, 1250, 380);
      return new Set(downstream(count).map(({ id }) => places.get(id)?.x)).size;
    };
    expect(columns(2)).toBe(1);
    expect(columns(3)).toBe(1);
    expect(columns(4)).toBe(2);
  });

  test('many peers break into rows of five', () => {
    const peers = Array.from({ length: 12 }, (_, index) => person(`p${index}`, 'decides'));
    expect(ranks(peers, []).map((row) => row.length)).toEqual([5, 5, 2]);
  });
});

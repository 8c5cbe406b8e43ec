// Where everyone stands on the relationship map: lanes from us to the customer's customers, bosses above their reports.

import type { Id, Lane, RoomEdge } from '~/api/types';

export interface MapPerson {
  id: Id;
  lane: Lane;
  power: number;
  isOwner: boolean;
}

export interface Point {
  x: number;
  y: number;
}

export interface LaneBox {
  lane: Lane;
  x: number;
  width: number;
}

export interface MapLayout {
  lanes: LaneBox[];
  at: Map<Id, Point>;
  height: number;
}

const ORDER: readonly Lane[] = ['ours', 'branch', 'decides', 'downstream', 'other'];
const TOP = 74;
const BOTTOM = 142;
const COLUMN = 150;
const ROW = 150;
/** Height enough where nobody stands above anybody. */
const ONE_ROW = 264;
const NARROWEST: Record<Lane, number> = { ours: 190, branch: 236, decides: 420, downstream: 190, other: 190 };

/** A lane nobody stands in takes no room; what is left over goes to those who decide. */
export function layoutMap(
  people: readonly MapPerson[],
  edges: readonly RoomEdge[],
  width: number,
  height: number,
): MapLayout {
  const rows = (lane: Lane) => rowsOf(people, edges, lane);
  const lanes = placeLanes(people, rows, width);
  const deepest = Math.max(1, ...lanes.map(({ lane }) => rows(lane).length));
  const tallest = Math.max(deepest === 1 ? ONE_ROW : height, TOP + BOTTOM + (deepest - 1) * ROW);
  const at = new Map<Id, Point>();
  for (const box of lanes) {
    const inLane = rows(box.lane);
    inLane.forEach((row, rank) => {
      const y = spread(rank, inLane.length, tallest);
      row.forEach(({ id }, index) => {
        at.set(id, { x: box.x + (box.width * (index + 0.5)) / row.length, y });
      });
    });
  }
  return { lanes, at, height: tallest };
}

function rowsOf(people: readonly MapPerson[], edges: readonly RoomEdge[], lane: Lane): MapPerson[][] {
  const inLane = people.filter((person) => person.lane === lane);
  if (lane === 'ours') return inOneColumn(inLane);
  return lane === 'downstream' || lane === 'other' ? stacked(inLane) : ranks(inLane, edges);
}

const STACK = 3;

/** Those at the edge stand below one another, side by side only when there are many. */
function stacked(people: readonly MapPerson[]): MapPerson[][] {
  const columns = Math.ceil(people.length / STACK);
  return chunk([...people], columns);
}

const spread = (rank: number, ranksInLane: number, height: number): number =>
  ranksInLane === 1 ? height * 0.34 : TOP + (rank * (height - TOP - BOTTOM)) / (ranksInLane - 1);

function placeLanes(people: readonly MapPerson[], rows: (lane: Lane) => MapPerson[][], width: number): LaneBox[] {
  const used = ORDER.filter((lane) => people.some((person) => person.lane === lane));
  const wanted = used.map((lane) => {
    const widest = Math.max(1, ...rows(lane).map((row) => row.length));
    return Math.max(NARROWEST[lane], widest * COLUMN);
  });
  const total = wanted.reduce((sum, lane) => sum + lane, 0);
  const decides = used.indexOf('decides');
  const spare = width - total;
  const widths = wanted.map((lane, index) =>
    spare >= 0 ? lane + (index === decides ? spare : decides < 0 ? spare / used.length : 0) : (lane * width) / total,
  );
  let x = 0;
  return used.map((lane, index) => {
    const box = { lane, x, width: widths[index] ?? 0 };
    x += box.width;
    return box;
  });
}

/** Ours stand one below the other, the owner last: the way in starts at the bottom and climbs. */
function inOneColumn(people: readonly MapPerson[]): MapPerson[][] {
  return [...people].sort((a, b) => Number(a.isOwner) - Number(b.isOwner)).map((person) => [person]);
}

/** Rows by distance from the top of the reporting line; the most powerful of a row stands in its middle. */
export function ranks(people: readonly MapPerson[], edges: readonly RoomEdge[]): MapPerson[][] {
  const inLane = new Map(people.map((person) => [person.id, person]));
  const boss = new Map<Id, Id>();
  for (const edge of edges) {
    if (edge.kind === 'reports_to' && inLane.has(edge.from) && inLane.has(edge.to)) boss.set(edge.from, edge.to);
  }
  const rows: MapPerson[][] = [];
  for (const person of people) {
    const rank = depth(person.id, boss);
    let row = rows[rank];
    if (!row) {
      row = [];
      rows[rank] = row;
    }
    row.push(person);
  }
  return rows.filter(Boolean).flatMap((row) => chunk(middleOut(row)));
}

function depth(id: Id, boss: Map<Id, Id>): number {
  const seen = new Set([id]);
  let steps = 0;
  for (let next = boss.get(id); next !== undefined && !seen.has(next); next = boss.get(next)) {
    seen.add(next);
    steps += 1;
  }
  return steps;
}

function middleOut(row: MapPerson[]): MapPerson[] {
  const ordered: MapPerson[] = [];
  [...row]
    .sort((a, b) => b.power - a.power)
    .forEach((person, index) => {
      if (index % 2) ordered.unshift(person);
      else ordered.push(person);
    });
  return ordered;
}

const PER_ROW = 5;

function chunk(row: MapPerson[], perRow = PER_ROW): MapPerson[][] {
  const rows: MapPerson[][] = [];
  for (let from = 0; from < row.length; from += perRow) rows.push(row.slice(from, from + perRow));
  return rows;
}

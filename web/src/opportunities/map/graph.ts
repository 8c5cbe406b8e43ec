// The room as nodes and edges for React Flow: who is drawn where, and how each relation looks.

import type { Edge, Node } from '@xyflow/react';
import type { Id, Lane, MapPerson as Person, Room, RoomEdge, RoomPerson } from '~/api/types';
import type { RoutePerson } from '~/ways/route';
import { type LaneBox, layoutMap, type MapPerson, type Point } from './layout';

export interface PersonData extends Record<string, unknown> {
  person: Person;
  stakeholder: RoomPerson | null;
  ours: boolean;
  isOwner: boolean;
}

export interface LaneData extends Record<string, unknown> {
  lane: Lane;
  names: string[];
}

export interface RelationData extends Record<string, unknown> {
  edge: RoomEdge;
  from: Point;
  to: Point;
  /** Its place in the way in, for introductions: 1, 2, 3 … */
  order: number | null;
  /** A hop of the way that is being looked at. */
  proposed?: boolean;
}

export type PersonNode = Node<PersonData, 'person'>;
export type LaneNode = Node<LaneData, 'lane'>;
export type RelationEdge = Edge<RelationData, 'relation'>;

export interface Graph {
  nodes: (PersonNode | LaneNode)[];
  edges: RelationEdge[];
  height: number;
}

const NODE_WIDTH = 150;
/** Half the glyph: a node's anchor is the middle of its glyph. */
const GLYPH_RISE = 26;

/** Draws the room, and a way in over it: whoever on it the room does not know is drawn beside. */
export function graphOf(room: Room, width: number, height: number, route: readonly RoutePerson[] = []): Graph {
  const cast = castOf(room, route);
  const layout = layoutMap(
    cast.map(
      ({ person, lane, data }): MapPerson => ({
        id: person.id,
        lane,
        power: data.stakeholder?.power ?? 0,
        isOwner: data.isOwner,
      }),
    ),
    room.edges,
    width,
    height,
  );
  const people = cast.map(({ person, data }): PersonNode => {
    const at = layout.at.get(person.id) ?? { x: 0, y: 0 };
    return {
      id: person.id,
      type: 'person',
      position: { x: at.x - NODE_WIDTH / 2, y: at.y - GLYPH_RISE },
      width: NODE_WIDTH,
      data,
      zIndex: 2,
    };
  });
  const lanes = layout.lanes.map((box): LaneNode => laneNode(box, room, layout.height));
  return {
    nodes: [...lanes, ...people],
    edges: [...relations(room.edges, layout.at), ...routeEdges(route, layout.at)],
    height: layout.height,
  };
}

interface CastMember {
  person: Person;
  lane: Lane;
  data: PersonData;
}

function castOf(room: Room, route: readonly RoutePerson[]): CastMember[] {
  const laneOf = new Map(room.organizations.map(({ id, lane }) => [id, lane]));
  const member = (person: Person, lane: Lane, more: Partial<PersonData>): CastMember => ({
    person,
    lane,
    data: { person, stakeholder: null, ours: false, isOwner: false, ...more },
  });
  const place = (person: Person): Lane => laneOf.get(person.organization?.id ?? '') ?? 'decides';
  const known = [
    ...room.ours.map((person) => member(person, 'ours', { ours: true, isOwner: person.is_owner })),
    ...room.stakeholders
      .filter(({ active }) => active)
      .map((stakeholder) => member(stakeholder.person, place(stakeholder.person), { stakeholder })),
    ...room.others.map((person) => member(person, place(person), {})),
  ];
  const strangers = route.filter(({ id }) => !known.some(({ person }) => person.id === id));
  const beside = strangers.map(({ id, name, ours }) =>
    member({ id, name, title: null, organization: null, assumed: false, is_owner: false }, ours ? 'ours' : 'other', {
      ours,
    }),
  );
  return [...known, ...beside];
}

function laneNode({ lane, x, width }: LaneBox, room: Room, height: number): LaneNode {
  return {
    id: `lane:${lane}`,
    type: 'lane',
    position: { x, y: 0 },
    width,
    height,
    data: {
      lane,
      names: room.organizations.filter((organization) => organization.lane === lane).map(({ name }) => name),
    },
    zIndex: -1,
    selectable: false,
    focusable: false,
  };
}

function relations(edges: readonly RoomEdge[], at: Map<Id, Point>): RelationEdge[] {
  const introductions = edges
    .filter(({ kind }) => kind === 'introduced')
    .sort((a, b) => (a.since ?? '').localeCompare(b.since ?? ''));
  return edges.flatMap((edge) => {
    const from = at.get(edge.from);
    const to = at.get(edge.to);
    if (!from || !to) return [];
    const place = introductions.indexOf(edge);
    return [
      {
        id: `${edge.kind}:${edge.from}:${edge.to}`,
        type: 'relation' as const,
        source: edge.from,
        target: edge.to,
        data: { edge, from, to, order: place < 0 ? null : place + 1 },
        zIndex: edge.kind === 'introduced' ? 1 : 0,
        focusable: false,
      },
    ];
  });
}

/** The hops of a way, numbered from us. */
function routeEdges(route: readonly RoutePerson[], at: Map<Id, Point>): RelationEdge[] {
  return route.slice(1).flatMap((person, place) => {
    const before = route[place];
    const from = before && at.get(before.id);
    const to = at.get(person.id);
    if (!before || !from || !to) return [];
    const edge: RoomEdge = {
      from: before.id,
      to: person.id,
      kind: 'introduced',
      since: null,
      strength: null,
      weight: null,
      weight_back: null,
      assumed: false,
    };
    return [
      {
        id: `way:${before.id}:${person.id}`,
        type: 'relation' as const,
        source: before.id,
        target: person.id,
        data: { edge, from, to, order: place + 1, proposed: true },
        zIndex: 2,
        focusable: false,
      },
    ];
  });
}

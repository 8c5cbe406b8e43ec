// The way that is being looked at, so that the map can show it: who is on it, and who of them the map does not know.

import type { Id, Ref, WayShown } from '~/api/types';
import { createStore } from '~/app/store';
import { peopleOf } from './words';

export interface RoutePerson extends Ref {
  ours: boolean;
}

export interface Route {
  dealId: Id;
  people: RoutePerson[];
}

export const shownRoute = createStore<Route | null>(null);

/** A way as the map shows it. Colleagues of ours stand with us. */
export function routeOf(dealId: Id, way: WayShown, nameOf: (id: Id) => string): Route {
  const ours = new Set(way.hops.filter(({ bridge }) => bridge.word === 'colleague').map((hop) => hop.to_id));
  const asker = way.hops[0]?.from_id;
  const people = peopleOf(way).map((id) => ({ id, name: nameOf(id), ours: id === asker || ours.has(id) }));
  return { dealId, people };
}

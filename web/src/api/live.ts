// Live updates: the server says what changed, the queries concerned are asked again. Nothing is computed here.

import { type QueryClient, type QueryKey, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { createStore } from '~/app/store';
import { keys } from './keys';
import type { Change, Id } from './types';

const STREAM = '/api/v1/changes/stream';
const FIRST_WAIT_MS = 1_000;
const LONGEST_WAIT_MS = 30_000;
const GATHER_MS = 150;

export const liveState = createStore<'opening' | 'open' | 'cut'>('opening');

const lastChange = new Map<Id, Change>();

/** Who changed a record last, and when, as far as this page has heard. */
export const lastChangeOf = (id: Id): Change | null => lastChange.get(id) ?? null;

export function useLiveUpdates(): void {
  const queryClient = useQueryClient();
  useEffect(() => listen(queryClient), [queryClient]);
}

function listen(queryClient: QueryClient): () => void {
  let source: EventSource | null = null;
  let wait = FIRST_WAIT_MS;
  let retry: ReturnType<typeof setTimeout> | undefined;
  const gather = gatherer(queryClient);

  const open = () => {
    source = new EventSource(STREAM);
    source.addEventListener('open', () => {
      // The stream tells what happens from now on: what was read before it opened may already be old.
      const now = Date.now();
      void queryClient.invalidateQueries({ predicate: ({ state }) => state.dataUpdatedAt < now });
      wait = FIRST_WAIT_MS;
      liveState.set('open');
    });
    source.addEventListener('change', (event) => {
      const change = JSON.parse((event as MessageEvent<string>).data) as Change;
      lastChange.set(change.id, change);
      gather(change);
    });
    source.addEventListener('error', () => {
      liveState.set('cut');
      source?.close();
      retry = setTimeout(open, wait);
      wait = Math.min(wait * 2, LONGEST_WAIT_MS);
    });
  };
  open();
  return () => {
    clearTimeout(retry);
    source?.close();
  };
}

/** An import changes a thousand records in a second: collect them, then ask each query once. */
function gatherer(queryClient: QueryClient): (change: Change) => void {
  let concerned = new Map<string, QueryKey>();
  let timer: ReturnType<typeof setTimeout> | undefined;
  return (change) => {
    for (const key of queriesConcerned(change)) concerned.set(JSON.stringify(key), key);
    if (timer) return;
    timer = setTimeout(() => {
      for (const queryKey of concerned.values()) void queryClient.invalidateQueries({ queryKey });
      concerned = new Map();
      timer = undefined;
    }, GATHER_MS);
  };
}

const LISTS: Record<string, QueryKey[]> = {
  person: [keys.people, keys.boards],
  employment: [keys.people],
  tie: [keys.people],
  organization: [keys.organizations],
  organization_relation: [keys.organizations],
  product: [keys.products],
  benefit_point: [keys.products],
  pipeline: [keys.pipelines],
  proof: [keys.proof],
  model: [keys.model],
  learning: [keys.model],
  user: [keys.users],
  team: [keys.teams],
  ask: [keys.allAsks],
};

export function queriesConcerned(change: Change): QueryKey[] {
  const found = [...(LISTS[change.noun] ?? [])];
  const boards = [keys.boards, keys.control, keys.today];
  if (change.opportunity_id) found.push(keys.opportunity(change.opportunity_id), ...boards);
  if (change.noun === 'opportunity') found.push(keys.opportunity(change.id), ['opportunities', 'list'], ...boards);
  if (change.person_ids.length > 0) found.push(['people', 'list']);
  for (const id of change.person_ids) found.push(keys.person(id));
  return found;
}

// Which queries a live change concerns.

import { expect, test } from 'vitest';
import { queriesConcerned } from './live';
import type { Change } from './types';

const change = (over: Partial<Change>): Change => ({
  cursor: '1',
  at: '2026-11-23T10:00:00Z',
  noun: 'interaction',
  id: 'i1',
  operation: 'created',
  opportunity_id: null,
  person_ids: [],
  by: null,
  ...over,
});

test('evidence in a deal concerns the deal, both boards, the day and the people in it', () => {
  expect(queriesConcerned(change({ opportunity_id: 'o1', person_ids: ['p1'] }))).toEqual([
    ['opportunities', 'o1'],
    ['board'],
    ['control'],
    ['today'],
    ['people', 'list'],
    ['people', 'p1'],
  ]);
});

test('a renamed organization concerns organizations only', () => {
  expect(queriesConcerned(change({ noun: 'organization', id: 'x' }))).toEqual([['organizations']]);
});

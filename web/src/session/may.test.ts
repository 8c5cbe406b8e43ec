// The table of permissions.txt, from the browser's side.

import { describe, expect, test } from 'vitest';
import type { Role, Scope } from '~/api/types';
import { below, type Deed, mayOf, type Noun, seesOf } from './may';

const who = (role: Role, scope: Scope = 'all') => mayOf({ id: 'me', role, scope, team_id: 'north' }, ['north', 'n1']);
const mine = { owner_id: 'me', team_id: 'north' };
const ours = { owner_id: 'you', team_id: 'n1' };
const theirs = { owner_id: 'you', team_id: 'south' };
const nobodys = { owner_id: null, team_id: null };

const DEEDS: Deed[] = ['create', 'update', 'delete'];
const NOUNS: Noun[] = [
  'organization',
  'person',
  'opportunity',
  'interaction',
  'product',
  'pipeline',
  'limits',
  'proof',
  'model',
  'user',
];

test('who only reads is offered nothing', () => {
  const may = who('read_only');
  expect(DEEDS.flatMap((deed) => NOUNS.filter((noun) => may(deed, noun, mine)))).toEqual([]);
});

test('the proof is for those who lead and for who may read all deals', () => {
  const sees = (role: Role, scope: Scope) => seesOf({ role, scope })('proof');
  expect([sees('manager', 'team'), sees('admin', 'all'), sees('rep', 'all')]).toEqual([true, true, true]);
  expect([sees('rep', 'team'), sees('read_only', 'own'), sees('admin', 'team')]).toEqual([false, false, false]);
});

test('users belong to the administrator, products, pipelines, limits and the model also to managers', () => {
  const may = (noun: Noun) => (['admin', 'manager', 'rep'] as const).filter((role) => who(role)('update', noun));
  expect([may('user'), may('product'), may('pipeline'), may('limits'), may('model')]).toEqual([
    ['admin'],
    ['admin', 'manager'],
    ['admin', 'manager'],
    ['admin', 'manager'],
    ['admin', 'manager'],
  ]);
});

describe('a salesperson', () => {
  test('removes only what is their own, whatever they see', () => {
    const may = who('rep', 'all');
    expect([may('delete', 'opportunity', mine), may('delete', 'opportunity', ours)]).toEqual([true, false]);
    expect(may('update', 'opportunity', theirs)).toBe(true);
  });

  test('of the team changes what is the team’s', () => {
    const may = who('rep', 'team');
    expect([mine, ours, theirs].map((record) => may('update', 'opportunity', record))).toEqual([true, true, false]);
  });

  test('sees an address without a team and a deal without one differently', () => {
    const may = who('rep', 'team');
    expect([may('update', 'person', nobodys), may('update', 'opportunity', nobodys)]).toEqual([true, false]);
    expect(who('rep', 'own')('update', 'person', nobodys)).toBe(false);
  });
});

test('a team has those below it, and a circle does not hang', () => {
  const teams = [
    { id: 'a', parent_id: 'c' },
    { id: 'b', parent_id: 'a' },
    { id: 'c', parent_id: 'b' },
    { id: 'd', parent_id: null },
  ];
  expect(below('a', teams)).toEqual(['a', 'b', 'c']);
  expect(below(null, teams)).toEqual([]);
});

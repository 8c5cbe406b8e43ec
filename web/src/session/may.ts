// Who may do what to which record, as the server will judge it: what would be refused is not offered.
//
// The server decides; this follows its table (`permission.rs`, printed in permissions.txt). The scope narrows the role:
// own rows, those of the team, all. An address without a team belongs to everybody; a deal never does.

import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { Id, Session } from '~/api/types';
import { teamsQuery } from '~/settings/api';
import { useSession } from './api';

export type Deed = 'create' | 'update' | 'delete';
export type Noun =
  | 'organization'
  | 'person'
  | 'opportunity'
  | 'interaction'
  | 'product'
  | 'pipeline'
  | 'limits'
  | 'proof'
  | 'model'
  | 'user';

/** Whose a record is. */
export interface Owned {
  owner_id: Id | null;
  team_id: Id | null;
}

export type May = (deed: Deed, noun: Noun, record?: Owned) => boolean;

const ADDRESSES: readonly Noun[] = ['organization', 'person'];
/** What holds for the whole house: managers and administrators. */
const CATALOGUES: readonly Noun[] = ['product', 'pipeline', 'limits', 'proof', 'model'];

type Who = Pick<Session['user'], 'id' | 'role' | 'scope' | 'team_id'>;

/** `teams` are the user's own and all below it. Without a record: whether there may be any. */
export const mayOf =
  ({ id, role, scope }: Who, teams: readonly Id[]): May =>
  (deed, noun, record) => {
    if (role === 'read_only') return false;
    if (noun === 'user') return role === 'admin';
    if (CATALOGUES.includes(noun)) return role !== 'rep';
    if (deed === 'create' || !record || record.owner_id === id) return true;
    if (role === 'rep' && deed === 'delete') return false;
    if (scope === 'own') return false;
    if (scope === 'all') return true;
    return record.team_id === null ? ADDRESSES.includes(noun) : teams.includes(record.team_id);
  };

/** Whether what speaks of all deals at once is for them: it is for those who lead, and for who may read all deals. */
export const seesOf =
  ({ role, scope }: Pick<Who, 'role' | 'scope'>) =>
  (_: 'proof'): boolean =>
    role === 'manager' || scope === 'all';

export function useSees(): (noun: 'proof') => boolean {
  const { user } = useSession();
  return seesOf(user);
}

export function useMay(): May {
  const { user } = useSession();
  const { data: teams = [] } = useQuery(teamsQuery);
  return useMemo(() => mayOf(user, below(user.team_id, teams)), [user, teams]);
}

interface Branch {
  id: Id;
  parent_id: Id | null;
}

export function below(top: Id | null, teams: readonly Branch[]): Id[] {
  if (top === null) return [];
  const found = [top];
  for (const above of found) {
    for (const { id, parent_id: parent } of teams) if (parent === above && !found.includes(id)) found.push(id);
  }
  return found;
}

// Users, teams and API keys.

import { queryOptions, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { answered, api, rowsOf } from '~/api/client';
import { keys } from '~/api/keys';
import type { Id, KeyScope, Role, Scope, User } from '~/api/types';
import { useRecords } from '~/app/shared/useRecords';

export const ROLES: readonly Role[] = ['admin', 'manager', 'rep', 'read_only'];
export const SCOPES: readonly Scope[] = ['own', 'team', 'all'];
export const KEY_SCOPES: readonly KeyScope[] = ['read', 'write'];

const FRESH_MS = 60_000;

/** Everybody, also those who may no longer log in: their names stand on records. */
export const usersQuery = queryOptions({
  queryKey: keys.users,
  queryFn: ({ signal }) => rowsOf(api.GET('/users', { signal })),
  staleTime: FRESH_MS,
});

export const teamsQuery = queryOptions({
  queryKey: keys.teams,
  queryFn: ({ signal }) => rowsOf(api.GET('/teams', { signal })),
  staleTime: FRESH_MS,
});

export const apiKeysQuery = queryOptions({
  queryKey: keys.apiKeys,
  queryFn: ({ signal }) => rowsOf(api.GET('/api-keys', { signal })),
});

/** Who still works here: those a record can be given to. */
export const isActive = ({ deleted_at: left }: User): boolean => left === null;

/** The names of owners and teams, which records know by their ids. */
export function useNames(): {
  ownerName: (id: Id | null) => string | null;
  teamName: (id: Id | null) => string | null;
} {
  const { data: users = [] } = useQuery(usersQuery);
  const { data: teams = [] } = useQuery(teamsQuery);
  return {
    ownerName: (id) => users.find((user) => user.id === id)?.name ?? null,
    teamName: (id) => teams.find((team) => team.id === id)?.name ?? null,
  };
}

export const useUsers = () => useRecords('/users', [keys.users]);
export const useTeams = () => useRecords('/teams', [keys.teams]);

/** A new password for somebody else; it ends all their sessions. */
export function useSetPassword() {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: ({ id, password }: { id: Id; password: string }) =>
      api.PUT('/users/{id}/password', { params: { path: { id } }, body: { password } }),
    onSuccess: () => queryClient.invalidateQueries({ queryKey: keys.users }),
  });
}

export function useChangeKeys() {
  const queryClient = useQueryClient();
  const onSuccess = () => queryClient.invalidateQueries({ queryKey: keys.apiKeys });
  return {
    create: useMutation({
      mutationFn: (body: { name: string; scope: KeyScope }) => answered(api.POST('/api-keys', { body })),
      onSuccess,
    }),
    revoke: useMutation({
      mutationFn: (id: Id) => api.DELETE('/api-keys/{id}', { params: { path: { id } } }),
      onSuccess,
    }),
  };
}

// Users, teams and API keys.

import { queryOptions, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { api } from '~/api/client';
import { keys } from '~/api/keys';
import type { ApiKey, Id, Page, Scope, Team, User, UserRole } from '~/api/types';

export interface UserBody {
  name: string;
  email: string;
  role: UserRole;
  scope: Scope;
  team_id: Id | null;
  password?: string;
  disabled?: boolean;
}

export const ROLES: readonly UserRole[] = ['admin', 'manager', 'rep', 'read_only'];
export const SCOPES: readonly Scope[] = ['own', 'team', 'all'];

export const usersQuery = queryOptions({
  queryKey: keys.users,
  queryFn: () => api.get<Page<User>>('/users', { limit: 200 }).then(({ data }) => data),
  staleTime: 60_000,
});

export const teamsQuery = queryOptions({
  queryKey: keys.teams,
  queryFn: () => api.get<Page<Team>>('/teams', { limit: 200 }).then(({ data }) => data),
});

export const useApiKeys = () =>
  useQuery({ queryKey: keys.apiKeys, queryFn: () => api.get<Page<ApiKey>>('/api-keys').then(({ data }) => data) });

export function useSaveUser() {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: ({ id, body }: { id: Id | null; body: Partial<UserBody> }) =>
      id ? api.patch<User>(`/users/${id}`, body) : api.post<User>('/users', body),
    onSuccess: () => queryClient.invalidateQueries({ queryKey: keys.users }),
  });
}

export function useCreateTeam() {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: (body: { name: string }) => api.post<Team>('/teams', body),
    onSuccess: () => queryClient.invalidateQueries({ queryKey: keys.teams }),
  });
}

export function useChangeKeys() {
  const queryClient = useQueryClient();
  const onSuccess = () => queryClient.invalidateQueries({ queryKey: keys.apiKeys });
  return {
    create: useMutation({ mutationFn: (body: { name: string }) => api.post<ApiKey>('/api-keys', body), onSuccess }),
    revoke: useMutation({ mutationFn: (id: Id) => api.delete(`/api-keys/${id}`), onSuccess }),
  };
}

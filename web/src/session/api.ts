// Who is using this browser, and the first minute of an installation.

import { type QueryClient, queryOptions, useMutation, useQueryClient, useSuspenseQuery } from '@tanstack/react-query';
import { api, setCsrfToken } from '~/api/client';
import { keys } from '~/api/keys';
import type { Language, Session, Theme } from '~/api/types';
import { setToday } from '~/app/i18n';

export const sessionQuery = queryOptions({
  queryKey: keys.session,
  queryFn: () => api.get<Session>('/session').then(begin),
  staleTime: Number.POSITIVE_INFINITY,
  retry: false,
});

export const setupQuery = queryOptions({
  queryKey: keys.setup,
  queryFn: () => api.get<{ needed: boolean }>('/setup'),
});

/** Every answer that carries a session passes here: the token and the day must be known before anything else runs. */
function begin(session: Session): Session {
  setCsrfToken(session.csrf_token);
  setToday(session.installation.today);
  return session;
}

export const useSession = (): Session => useSuspenseQuery(sessionQuery).data;

export interface Credentials {
  email: string;
  password: string;
}

export interface FirstRun extends Credentials {
  token: string;
  organization_name: string;
  name: string;
  language: Language;
}

function useEntrance<T>(path: string) {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: (body: T) => api.post<Session>(path, body).then(begin),
    onSuccess: (session) => queryClient.setQueryData(keys.session, session),
  });
}

export const useLogIn = () => useEntrance<Credentials>('/session');
export const useSetUp = () => useEntrance<FirstRun>('/setup');

export async function logOut(queryClient: QueryClient): Promise<void> {
  await api.delete('/session');
  setCsrfToken(null);
  queryClient.clear();
}

export function usePreferences() {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: (change: { language?: Language; theme?: Theme }) => api.patch('/session/preferences', change),
    onMutate: (change) =>
      queryClient.setQueryData<Session>(keys.session, (session) =>
        session ? { ...session, user: { ...session.user, ...change } } : session,
      ),
  });
}

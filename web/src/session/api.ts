// Who is using this browser, and the first minute of an installation.

import { type QueryClient, queryOptions, useMutation, useQueryClient, useSuspenseQuery } from '@tanstack/react-query';
import { answered, api, setCsrfToken } from '~/api/client';
import { keys } from '~/api/keys';
import type { Language, Session, Theme } from '~/api/types';
import { setToday } from '~/app/i18n';

export const sessionQuery = queryOptions({
  queryKey: keys.session,
  queryFn: () => answered(api.GET('/session')).then(begin),
  staleTime: Number.POSITIVE_INFINITY,
  retry: false,
});

export const setupQuery = queryOptions({
  queryKey: keys.setup,
  queryFn: () => answered(api.GET('/setup')),
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

function useEntrance<Sent>(enter: (body: Sent) => Promise<Session>) {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: (body: Sent) => enter(body).then(begin),
    onSuccess: (session) => queryClient.setQueryData(keys.session, session),
  });
}

export const useLogIn = () => useEntrance((body: Credentials) => answered(api.POST('/session', { body })));
export const useSetUp = () => useEntrance((body: FirstRun) => answered(api.POST('/setup', { body })));

/** A new password ends every other session; the one here goes on under a new token. */
export const useNewPassword = () =>
  useEntrance((body: { current: string; new: string }) => answered(api.PUT('/session/password', { body })));

export async function logOut(queryClient: QueryClient): Promise<void> {
  await api.DELETE('/session');
  setCsrfToken(null);
  queryClient.clear();
}

export function usePreferences() {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: (body: { language?: Language; theme?: Theme }) => answered(api.PATCH('/session/preferences', { body })),
    onMutate: (change) =>
      queryClient.setQueryData<Session>(keys.session, (session) =>
        session ? { ...session, user: { ...session.user, ...change } } : session,
      ),
  });
}

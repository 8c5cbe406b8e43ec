// The providers around the pages: theme, queries, routes.

import { MantineProvider } from '@mantine/core';
import { DatesProvider } from '@mantine/dates';
import { MutationCache, QueryCache, QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import dayjs from 'dayjs';
import customParseFormat from 'dayjs/plugin/customParseFormat';
import 'dayjs/locale/zh-cn';
import { keys } from '~/api/keys';
import { Problem } from '~/api/problem';
import { useWords } from './i18n';
import { createAppRouter } from './router';
import { cssVariables, theme } from './theme';

// Without it a date field reads back only what the browser can read, which “2026年11月30日” is not.
dayjs.extend(customParseFormat);

const MOST_RETRIES = 2;

/** A session that ended while the page was open leads back to the door, and from there to this very page. */
function onError(error: unknown): void {
  const { pathname, href } = router.state.location;
  if (!(error instanceof Problem) || error.status !== 401 || pathname === '/login') return;
  queryClient.removeQueries({ queryKey: keys.session });
  void router.navigate({ to: '/login', search: { to: href } });
}

const queryClient = new QueryClient({
  // Whether there is a session at all is asked by the router, which knows where to go without one.
  queryCache: new QueryCache({ onError: (error, { queryKey }) => queryKey[0] !== keys.session[0] && onError(error) }),
  mutationCache: new MutationCache({ onError }),
  defaultOptions: {
    queries: {
      staleTime: 10_000,
      refetchOnWindowFocus: false,
      // What the server refused it will refuse again; what the network lost may come through.
      retry: (failures, error) => failures < MOST_RETRIES && !(error instanceof Problem && error.status >= 400),
    },
  },
});

const router = createAppRouter(queryClient);

export function App() {
  const { language } = useWords();
  return (
    <MantineProvider theme={theme} cssVariablesResolver={cssVariables} defaultColorScheme="auto">
      <DatesProvider settings={{ locale: language === 'zh-CN' ? 'zh-cn' : 'en', firstDayOfWeek: 1 }}>
        <QueryClientProvider client={queryClient}>
          <RouterProvider router={router} />
        </QueryClientProvider>
      </DatesProvider>
    </MantineProvider>
  );
}

// The providers around the pages: theme, queries, routes.

import { MantineProvider } from '@mantine/core';
import { DatesProvider } from '@mantine/dates';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import 'dayjs/locale/zh-cn';
import { Problem } from '~/api/problem';
import { useWords } from './i18n';
import { createAppRouter } from './router';
import { cssVariables, theme } from './theme';

const MOST_RETRIES = 2;

const queryClient = new QueryClient({
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

// Light, dark, or as the system says; remembered so that `theme.js` can set it before the first paint.

import { useMantineColorScheme } from '@mantine/core';
import type { Theme } from '~/api/types';

export function useTheme(): { theme: Theme; setTheme: (theme: Theme) => void } {
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  return {
    theme: colorScheme === 'auto' ? 'system' : colorScheme,
    setTheme: (theme) => setColorScheme(theme === 'system' ? 'auto' : theme),
  };
}

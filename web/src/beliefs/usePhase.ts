// Which phase is accounted for: the one that runs, or after an order the buying before it. In the address, like the day.

import { useNavigate, useSearch } from '@tanstack/react-router';
import type { Phase } from '~/api/types';

export function usePhase(): [Phase | null, (phase: Phase | null) => void] {
  const phase = useSearch({ strict: false, select: (search) => search.phase ?? null });
  const navigate = useNavigate();
  const choose = (next: Phase | null) =>
    void navigate({
      to: '.',
      search: (previous) => ({ ...previous, phase: next === 'buy' ? next : undefined }),
      replace: true,
    });
  return [phase, choose];
}

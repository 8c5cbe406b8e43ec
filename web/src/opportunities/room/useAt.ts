// The day the room is looked at from: in the address, so that a day can be sent to a colleague.

import { useNavigate, useSearch } from '@tanstack/react-router';
import { useCallback } from 'react';
import type { Day } from '~/api/types';

export function useAt(): [Day | null, (day: Day | null) => void] {
  const at = useSearch({ strict: false, select: (search) => search.at ?? null });
  const navigate = useNavigate();
  const setAt = useCallback(
    (day: Day | null) =>
      void navigate({ to: '.', search: (previous) => ({ ...previous, at: day ?? undefined }), replace: true }),
    [navigate],
  );
  return [at, setAt];
}

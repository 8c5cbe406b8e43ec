// To whom the ways are shown: in the address, so that they can be sent to a colleague.

import { useNavigate, useSearch } from '@tanstack/react-router';
import { useCallback } from 'react';
import type { Id } from '~/api/types';

export function useWaysTo(): [Id | null, (personId: Id | null) => void] {
  const personId = useSearch({ strict: false, select: (search) => search.ways ?? null });
  const navigate = useNavigate();
  const show = useCallback(
    (next: Id | null) =>
      void navigate({ to: '.', search: (previous) => ({ ...previous, ways: next ?? undefined }), replace: true }),
    [navigate],
  );
  return [personId, show];
}

// Creating, changing and removing records of one noun, each with its way back.

import { type QueryKey, useMutation, useQueryClient } from '@tanstack/react-query';
import { api } from '~/api/client';
import type { Id } from '~/api/types';

export function useRecords<Saved, Body>(path: string, concerned: QueryKey[]) {
  const queryClient = useQueryClient();
  const refresh = () => {
    for (const queryKey of concerned) void queryClient.invalidateQueries({ queryKey });
  };
  return {
    create: useMutation({ mutationFn: (body: Body) => api.post<Saved>(path, body), onSuccess: refresh }),
    change: useMutation({
      mutationFn: ({ id, body }: { id: Id; body: Partial<Body> }) => api.patch<Saved>(`${path}/${id}`, body),
      // After a conflict too: the record must be seen as it is now before it is saved again.
      onSettled: refresh,
    }),
    remove: useMutation({ mutationFn: (id: Id) => api.delete(`${path}/${id}`), onSuccess: refresh }),
    restore: useMutation({ mutationFn: (id: Id) => api.post(`${path}/${id}/restoration`), onSuccess: refresh }),
  };
}

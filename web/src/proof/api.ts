// What the house's own closed deals say of the chance to win, and how far its computing is.

import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { answered, api } from '~/api/client';
import { keys } from '~/api/keys';
import type { HouseProof } from '~/api/types';

const LOOK_AGAIN_MS = 700;

export const isComputing = (seen: HouseProof | undefined): boolean => Boolean(seen?.run && !seen.run.error);

export const proofQuery = queryOptions({
  queryKey: keys.proof,
  queryFn: ({ signal }) => answered(api.GET('/proof', { signal })),
  refetchInterval: ({ state }) => (isComputing(state.data) ? LOOK_AGAIN_MS : false),
});

export function useComputeProof() {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: () => answered(api.POST('/proof/computation')),
    onSuccess: (seen: HouseProof) => queryClient.setQueryData(keys.proof, seen),
  });
}

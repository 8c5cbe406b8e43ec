// Putting an alarm off for a while, with a reason, and waking it again.

import { useMutation, useQueryClient } from '@tanstack/react-query';
import { answered, api } from '~/api/client';
import { keys } from '~/api/keys';
import type { Alarm, Day, Id } from '~/api/types';

export function useSnooze({ id, opportunity }: Pick<Alarm, 'opportunity'> & { id: Id }) {
  const queryClient = useQueryClient();
  const onSuccess = () => {
    void queryClient.invalidateQueries({ queryKey: keys.opportunity(opportunity.id) });
    void queryClient.invalidateQueries({ queryKey: keys.control });
  };
  const init = { params: { path: { id } } };
  return {
    snooze: useMutation({
      mutationFn: (body: { until: Day; reason: string }) => answered(api.PUT('/alarms/{id}/snooze', { ...init, body })),
      onSuccess,
    }),
    wake: useMutation({ mutationFn: () => answered(api.DELETE('/alarms/{id}/snooze', init)), onSuccess }),
  };
}

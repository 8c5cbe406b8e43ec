// Putting an alarm off for a while, with a reason, and waking it again.

import { useMutation, useQueryClient } from '@tanstack/react-query';
import { answered } from '~/api/client';
import { keys } from '~/api/keys';
import type { Day, Id } from '~/api/types';
import { type Alarm, wire } from '~/control/wire';

export function useSnooze({ id, opportunity }: Pick<Alarm, 'opportunity'> & { id: Id }) {
  const queryClient = useQueryClient();
  const onSuccess = () => {
    void queryClient.invalidateQueries({ queryKey: keys.opportunity(opportunity.id) });
    void queryClient.invalidateQueries({ queryKey: keys.control });
  };
  const init = { params: { path: { id } } };
  return {
    snooze: useMutation({
      mutationFn: (body: { until: Day; reason: string }) =>
        answered(wire.PUT<Alarm>('/alarms/{id}/snooze', { ...init, body })),
      onSuccess,
    }),
    wake: useMutation({ mutationFn: () => answered(wire.DELETE<Alarm>('/alarms/{id}/snooze', init)), onSuccess }),
  };
}

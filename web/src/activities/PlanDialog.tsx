// Planning: what, towards whom and how far they are to come, what to speak of, what for, by when, by whom. What may come of
// it is shown before it is planned.

import { Modal } from '@mantine/core';
import { useRef } from 'react';
import type { Prefill } from '~/advice/prefill';
import type { Activity } from '~/api/types';
import { useWords } from '~/app/i18n';
import { Failure } from '~/app/shared/Failure';
import { Waiting } from '~/app/shared/Waiting';
import { useRoom } from '~/opportunities/api';
import { EditForm, PlanForm } from './PlanForm';

interface Props {
  /** What a new plan begins with. */
  prefill: Prefill | null;
  /** What is changed. */
  activity?: Activity | null;
  onClose: () => void;
}

interface Subject {
  prefill: Prefill | null;
  activity: Activity | null;
}

export function PlanDialog({ prefill, activity = null, onClose }: Props) {
  const { t } = useWords();
  // While the dialog fades out it still shows what it was about.
  const shown = useRef<Subject>({ prefill, activity });
  const opened = prefill !== null || activity !== null;
  if (opened) shown.current = { prefill, activity };
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title={t(shown.current.activity ? 'plan.edit' : 'plan.title')}
      closeButtonProps={{ 'aria-label': t('common.close') }}
      size={520}
    >
      <InRoom {...shown.current} onClose={onClose} />
    </Modal>
  );
}

function InRoom({ prefill, activity, onClose }: Subject & { onClose: () => void }) {
  const { t } = useWords();
  const dealId = activity?.opportunity.id ?? prefill?.dealId ?? '';
  const room = useRoom(dealId, null);
  if (room.isPending) return <Waiting rows={6} height={36} />;
  if (room.isError) return <Failure what={t('room.failed')} error={room.error} onRetry={() => void room.refetch()} />;
  if (activity) return <EditForm room={room.data} activity={activity} onClose={onClose} />;
  return prefill && <PlanForm room={room.data} prefill={prefill} onClose={onClose} />;
}

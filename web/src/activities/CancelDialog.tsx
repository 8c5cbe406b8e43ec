// Cancelling what was planned, with a reason that others will read instead of it. It is taken up again with Undo.

import { Button, Modal, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { Activity } from '~/api/types';
import { useWords } from '~/app/i18n';
import form from '~/app/shared/form.module.css';
import { report } from '~/app/undo';
import { fieldErrors, problemText } from '~/words/problem';
import { useCancellation } from './api';
import { activityWords } from './words';

interface Props {
  activity: Activity;
  opened: boolean;
  onClose: () => void;
}

const MOST_WORDS = 200;

export function CancelDialog(props: Props) {
  const { t } = useWords();
  return (
    <Modal
      opened={props.opened}
      onClose={props.onClose}
      title={t('activity.cancel')}
      closeButtonProps={{ 'aria-label': t('common.close') }}
      size={420}
    >
      <CancelForm {...props} />
    </Modal>
  );
}

function CancelForm({ activity, onClose }: Props) {
  const { t } = useWords();
  const { cancel, reopen } = useCancellation(activity.opportunity.id);
  const [reason, setReason] = useState('');
  const title = activityWords(t, activity);
  const submit = async () => {
    try {
      await cancel.mutateAsync({ id: activity.id, reason: reason.trim() || null });
      report({
        message: t('activity.cancelled', { title }),
        undo: async () => void (await reopen.mutateAsync(activity.id)),
      });
      onClose();
    } catch (error) {
      report({ message: t('common.not_saved'), detail: problemText(t, error) });
    }
  };
  return (
    <form
      className={form.form}
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      <p style={{ margin: 0 }}>{title}</p>
      <TextInput
        label={t('activity.cancel_reason')}
        placeholder={t('activity.cancel_example')}
        value={reason}
        maxLength={MOST_WORDS}
        onChange={(event) => setReason(event.currentTarget.value)}
        error={fieldErrors(t, cancel.error).reason}
        data-autofocus
      />
      <div className={form.actions}>
        <Button onClick={onClose}>{t('activity.keep')}</Button>
        <Button type="submit" variant="filled" loading={cancel.isPending}>
          {t('activity.cancel')}
        </Button>
      </div>
    </form>
  );
}

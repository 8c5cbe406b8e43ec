// Putting a suggestion away: five reasons, one tap each, or one in words. It comes back with Undo.

import { ActionIcon, Button, Menu, Modal, Select, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { DismissalReason, Id } from '~/api/types';
import { useWords } from '~/app/i18n';
import form from '~/app/shared/form.module.css';
import { report } from '~/app/undo';
import { Icon } from '~/graphics/Icon';
import { fieldErrors, problemText } from '~/words/problem';
import { type Suggested, useDismissal } from './api';

const REASONS: readonly DismissalReason[] = ['not_now', 'done', 'wrong_person', 'does_not_suit', 'other'];
const MOST_WORDS = 200;

interface Props {
  dealId: Id;
  suggested: Suggested;
  /** What is suggested, as a sentence. */
  title: string;
}

export function DismissMenu({ dealId, suggested, title }: Props) {
  const { t } = useWords();
  const [asking, setAsking] = useState(false);
  const { putAway, pending } = usePutAway(dealId, suggested, title);
  return (
    <>
      <Menu>
        <Menu.Target>
          <ActionIcon size={24} loading={pending} aria-label={t('dismiss.menu', { title })}>
            <Icon name="more" size={14} />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Label>{t('dismiss.title')}</Menu.Label>
          {REASONS.filter((reason) => reason !== 'other').map((reason) => (
            <Menu.Item key={reason} onClick={() => void putAway(reason, null)}>
              {t(`dismiss.${reason}`)}
            </Menu.Item>
          ))}
          <Menu.Item onClick={() => setAsking(true)}>{t('dismiss.in_words')}</Menu.Item>
        </Menu.Dropdown>
      </Menu>
      <Modal
        opened={asking}
        onClose={() => setAsking(false)}
        title={t('dismiss.title')}
        closeButtonProps={{ 'aria-label': t('common.close') }}
        size={420}
      >
        <DismissForm title={title} onPutAway={putAway} pending={pending} onClose={() => setAsking(false)} />
      </Modal>
    </>
  );
}

interface FormProps {
  title: string;
  pending: boolean;
  onPutAway: (reason: DismissalReason, note: string | null) => Promise<unknown>;
  onClose: () => void;
}

function DismissForm({ title, pending, onPutAway, onClose }: FormProps) {
  const { t } = useWords();
  const [reason, setReason] = useState<DismissalReason>('other');
  const [note, setNote] = useState('');
  const [refused, setRefused] = useState<unknown>(null);
  const submit = async () => {
    const problem = await onPutAway(reason, note.trim() || null);
    if (problem) setRefused(problem);
    else onClose();
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
      <Select
        label={t('dismiss.reason')}
        data={REASONS.map((value) => ({ value, label: t(`dismiss.${value}`) }))}
        value={reason}
        onChange={(value) => value && setReason(value as DismissalReason)}
        description={reason === 'does_not_suit' ? t('dismiss.learned') : undefined}
      />
      <TextInput
        label={t('dismiss.note')}
        placeholder={t('dismiss.note_example')}
        value={note}
        maxLength={MOST_WORDS}
        onChange={(event) => setNote(event.currentTarget.value)}
        error={fieldErrors(t, refused).note}
        data-autofocus
      />
      <div className={form.actions}>
        <Button onClick={onClose}>{t('common.cancel')}</Button>
        <Button type="submit" variant="filled" loading={pending}>
          {t('dismiss.do')}
        </Button>
      </div>
    </form>
  );
}

function usePutAway(dealId: Id, suggested: Suggested, title: string) {
  const { t } = useWords();
  const { dismiss, takeBack } = useDismissal(dealId);
  /** What went wrong, if anything did. */
  const putAway = async (reason: DismissalReason, note: string | null): Promise<unknown> => {
    try {
      const { id } = await dismiss.mutateAsync({ ...suggested, reason, note });
      report({
        message: t('dismiss.done_so', { title }),
        detail: DETAILS.includes(reason) ? t(`dismiss.then.${reason as 'done'}`) : undefined,
        undo: async () => void (await takeBack.mutateAsync(id)),
      });
      return null;
    } catch (error) {
      report({ message: t('common.not_saved'), detail: problemText(t, error) });
      return error;
    }
  };
  return { putAway, pending: dismiss.isPending };
}

/** What is worth adding once it is away. */
const DETAILS: readonly DismissalReason[] = ['not_now', 'done', 'does_not_suit'];

// Bring a person into the deal: find them, say which part they play.

import { Button, Modal, Select } from '@mantine/core';
import { useState } from 'react';
import type { BuyingRole, Ref, Room } from '~/api/types';
import { useWords } from '~/app/i18n';
import form from '~/app/shared/form.module.css';
import { report } from '~/app/undo';
import { RecordSelect } from '~/search/RecordSelect';
import { fieldErrors, problemText } from '~/words/problem';
import { useStakeholders } from '../api';
import { ROLES } from './roles';

interface Props {
  room: Room;
  opened: boolean;
  onClose: () => void;
}

export function AddStakeholder({ room, opened, onClose }: Props) {
  const { t } = useWords();
  return (
    <Modal opened={opened} onClose={onClose} title={t('stakeholder.add')} size={420}>
      <StakeholderForm room={room} onClose={onClose} />
    </Modal>
  );
}

function StakeholderForm({ room, onClose }: Omit<Props, 'opened'>) {
  const { t } = useWords();
  const { put, remove } = useStakeholders(room.opportunity.id);
  const [person, setPerson] = useState<Ref | null>(null);
  const [role, setRole] = useState<BuyingRole>('unknown');
  const wrong = fieldErrors(t, put.error);

  const submit = async () => {
    if (!person) return;
    try {
      await put.mutateAsync({ personId: person.id, role });
      report({
        message: t('stakeholder.added', { person: person.name }),
        undo: async () => {
          await remove.mutateAsync(person.id);
        },
      });
      onClose();
    } catch (error) {
      report({ message: t('stakeholder.not_added'), detail: problemText(t, error) });
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
      <RecordSelect
        noun="person"
        label={t('stakeholder.person')}
        value={person}
        onChange={setPerson}
        error={wrong.person_id}
        autoFocus
      />
      <Select
        label={t('stakeholder.role')}
        description={t('stakeholder.role_hint')}
        data={ROLES.map((value) => ({ value, label: t(`role.${value}`) }))}
        value={role}
        onChange={(value) => value && setRole(value)}
        error={wrong.role}
      />
      <div className={form.actions}>
        <Button onClick={onClose}>{t('common.cancel')}</Button>
        <Button type="submit" variant="filled" disabled={!person} loading={put.isPending}>
          {t('stakeholder.add')}
        </Button>
      </div>
    </form>
  );
}

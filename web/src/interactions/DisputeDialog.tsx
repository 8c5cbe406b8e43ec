// Which line is disputed, and why: the reason stands beside it for as long as it is not counted.

import { Button, Modal, Select, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { Id } from '~/api/types';
import { useWords } from '~/app/i18n';
import form from '~/app/shared/form.module.css';
import text from '~/app/text.module.css';
import { report } from '~/app/undo';
import { fieldErrors, problemText } from '~/words/problem';
import { type EvidenceRecord, useDispute } from './useDispute';

export interface Disputable {
  sentence: string;
  records: EvidenceRecord[];
}

interface Props {
  opportunityId: Id;
  lines: readonly Disputable[];
  opened: boolean;
  onClose: () => void;
}

const MOST_WORDS = 200;

export function DisputeDialog(props: Props) {
  const { t } = useWords();
  return (
    <Modal
      opened={props.opened}
      onClose={props.onClose}
      title={t('dispute.title')}
      closeButtonProps={{ 'aria-label': t('common.close') }}
      size={440}
    >
      <DisputeForm {...props} />
    </Modal>
  );
}

function DisputeForm({ opportunityId, lines, onClose }: Props) {
  const { t } = useWords();
  const { dispute, takeBack } = useDispute(opportunityId);
  const [chosen, setChosen] = useState<string | null>(lines.length === 1 ? '0' : null);
  const [reason, setReason] = useState('');
  const [saving, setSaving] = useState(false);
  const [refused, setRefused] = useState<unknown>(null);
  const line = chosen === null ? null : lines[Number(chosen)];

  const submit = async () => {
    if (!line) return;
    setSaving(true);
    try {
      await dispute(line.records, reason.trim());
      report({
        message: t('dispute.done', { sentence: line.sentence }),
        undo: () => takeBack(line.records),
      });
      onClose();
    } catch (error) {
      setRefused(error);
      report({ message: t('common.not_saved'), detail: problemText(t, error) });
    } finally {
      setSaving(false);
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
      <p className={`${text.small} ${text.second}`} style={{ margin: 0 }}>
        {t('dispute.lead')}
      </p>
      {lines.length > 1 ? (
        <Select
          label={t('dispute.line')}
          data={lines.map(({ sentence }, index) => ({ value: String(index), label: sentence }))}
          value={chosen}
          onChange={setChosen}
          searchable
        />
      ) : (
        <b>{line?.sentence}</b>
      )}
      {line && line.records.length > 1 && (
        <p className={`${text.small} ${text.third}`} style={{ margin: 0 }}>
          {t('dispute.records', { count: line.records.length })}
        </p>
      )}
      <TextInput
        label={t('dispute.reason')}
        placeholder={t('dispute.reason_example')}
        value={reason}
        maxLength={MOST_WORDS}
        onChange={(event) => setReason(event.currentTarget.value)}
        error={fieldErrors(t, refused).reason}
        data-autofocus
      />
      <div className={form.actions}>
        <Button onClick={onClose}>{t('common.cancel')}</Button>
        <Button type="submit" variant="filled" loading={saving} disabled={!line || !reason.trim()}>
          {t('dispute.do')}
        </Button>
      </div>
    </form>
  );
}

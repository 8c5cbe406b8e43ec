// Until when an alarm is put off, and why: the reason is what others will read instead of the alarm.

import { Button, Modal, SegmentedControl, TextInput } from '@mantine/core';
import { DateInput } from '@mantine/dates';
import { useState } from 'react';
import type { Alarm, Day, Id } from '~/api/types';
import { useWords } from '~/app/i18n';
import form from '~/app/shared/form.module.css';
import { report } from '~/app/undo';
import { dateFormat } from '~/words/fields';
import { addDays } from '~/words/format';
import { fieldErrors, problemText } from '~/words/problem';
import { useSnooze } from './api';
import { alarmWords } from './words';

interface Props {
  alarm: Alarm;
  id: Id;
  opened: boolean;
  onClose: () => void;
}

const TERMS = { week: 7, month: 30 } as const;
const MOST_WORDS = 200;
type Term = keyof typeof TERMS | 'day';

export function SnoozeDialog(props: Props) {
  const { t } = useWords();
  return (
    <Modal opened={props.opened} onClose={props.onClose} title={t('snooze.title')} size={420}>
      <SnoozeForm {...props} />
    </Modal>
  );
}

function SnoozeForm({ alarm, id, onClose }: Props) {
  const { t, f } = useWords();
  const { snooze, wake } = useSnooze({ id, opportunity: alarm.opportunity });
  const [term, setTerm] = useState<Term>('week');
  const [chosen, setChosen] = useState<Day | null>(null);
  const [reason, setReason] = useState('');
  const until = term === 'day' ? chosen : addDays(f.today, TERMS[term]);
  const wrong = fieldErrors(t, snooze.error);
  const { title } = alarmWords(t, f, alarm);

  const submit = async () => {
    if (!until) return;
    try {
      await snooze.mutateAsync({ until, reason: reason.trim() });
      const undo = async () => void (await wake.mutateAsync());
      report({ message: t('snooze.done', { alarm: title, day: f.day(until) }), undo });
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
      <SegmentedControl
        fullWidth
        aria-label={t('snooze.term')}
        value={term}
        onChange={setTerm}
        data={(['week', 'month', 'day'] as const).map((value) => ({ value, label: t(`snooze.term.${value}`) }))}
      />
      {term === 'day' && (
        <DateInput
          label={t('snooze.day')}
          value={chosen}
          onChange={setChosen}
          minDate={addDays(f.today, 1)}
          valueFormat={dateFormat(f.language)}
          error={wrong.until}
        />
      )}
      <TextInput
        label={t('snooze.reason')}
        placeholder={t('snooze.reason_example')}
        value={reason}
        maxLength={MOST_WORDS}
        onChange={(event) => setReason(event.currentTarget.value)}
        error={wrong.reason}
        data-autofocus
      />
      <div className={form.actions}>
        <Button onClick={onClose}>{t('common.cancel')}</Button>
        <Button type="submit" variant="filled" loading={snooze.isPending} disabled={!until || !reason.trim()}>
          {t('snooze.do')}
        </Button>
      </div>
    </form>
  );
}

// One alarm in full, as an item of a list: what, why, since when, how often such an alarm is false, what to do.

import { Button } from '@mantine/core';
import { useState } from 'react';
import type { Alarm, Id } from '~/api/types';
import { useWords } from '~/app/i18n';
import text from '~/app/text.module.css';
import { report } from '~/app/undo';
import { Icon } from '~/graphics/Icon';
import { useMay } from '~/session/may';
import { problemText } from '~/words/problem';
import css from './AlarmRow.module.css';
import { useSnooze } from './api';
import { SnoozeDialog } from './SnoozeDialog';
import { alarmTone, alarmWords, falseAlarmWords } from './words';

interface Props {
  alarm: Alarm;
  /** The dialog is open, or was closed again: what floats around the alarm must stay until then. */
  onAsking?: (asking: boolean) => void;
}

export function AlarmRow({ alarm, onAsking }: Props) {
  const { t, f } = useWords();
  const mayAnswer = useMay()('update', 'opportunity');
  const { title, why, advice } = alarmWords(t, f, alarm);
  const { id, kind, since, snooze } = alarm;
  return (
    <li className={css.row} data-tone={alarmTone(kind)} data-snoozed={snooze ? true : undefined}>
      <span className={css.icon}>
        <Icon name={snooze ? 'clock' : 'flag'} size={15} />
      </span>
      <div className={css.words}>
        <div className={css.head}>
          <b>{title}</b>
          <span className={`${text.tiny} ${text.third} ${text.nowrap}`}>{t('alarm.since', { day: f.day(since) })}</span>
        </div>
        <p className={`${text.small} ${css.line}`}>{why}</p>
        {snooze ? (
          <p className={`${text.small} ${text.second} ${css.line}`}>
            {t('snooze.until', { day: f.day(snooze.until), reason: snooze.reason })}
            {snooze.by && ` · ${snooze.by.name}`}
          </p>
        ) : (
          <p className={`${text.small} ${css.line} ${css.advice}`}>
            <Icon name="arrow" size={12} />
            <span>{advice}</span>
          </p>
        )}
        <p className={`${text.tiny} ${text.third} ${css.line}`}>{falseAlarmWords(t, f, alarm)}</p>
        {id && mayAnswer && <Answer alarm={alarm} id={id} onAsking={onAsking} />}
      </div>
    </li>
  );
}

/** Put it off, or wake it again. A past day has nothing to be put off. */
function Answer({ alarm, id, onAsking }: { alarm: Alarm; id: Id; onAsking: Props['onAsking'] }) {
  const { t, f } = useWords();
  const [asking, setAsking] = useState(false);
  const ask = (now: boolean) => {
    setAsking(now);
    onAsking?.(now);
  };
  const { snooze, wake } = useSnooze({ id, opportunity: alarm.opportunity });
  const { title } = alarmWords(t, f, alarm);
  const again = async (before: NonNullable<Alarm['snooze']>) => {
    try {
      await wake.mutateAsync();
      const undo = async () => void (await snooze.mutateAsync({ until: before.until, reason: before.reason }));
      report({ message: t('snooze.woken', { alarm: title }), undo });
    } catch (error) {
      report({ message: t('common.not_saved'), detail: problemText(t, error) });
    }
  };
  const { snooze: before } = alarm;
  return (
    <div className={css.actions}>
      {before ? (
        <Button size="xs" loading={wake.isPending} onClick={() => void again(before)}>
          {t('snooze.wake')}
        </Button>
      ) : (
        <Button size="xs" onClick={() => ask(true)}>
          {t('snooze.do')}
        </Button>
      )}
      <SnoozeDialog alarm={alarm} id={id} opened={asking} onClose={() => ask(false)} />
    </div>
  );
}

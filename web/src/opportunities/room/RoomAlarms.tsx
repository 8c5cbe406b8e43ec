// The alarms of the deal: what is going wrong, by how much, and what to do; those put off are folded away.

import { UnstyledButton } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { AlarmRow } from '~/alarms/AlarmRow';
import type { Room } from '~/api/types';
import { useWords } from '~/app/i18n';
import { Chip } from '~/app/shared/Chip';
import text from '~/app/text.module.css';
import css from './RoomAlarms.module.css';

export function RoomAlarms({ room, live }: { room: Room; live: boolean }) {
  const { t, f } = useWords();
  const [unfolded, unfold] = useState(false);
  const ringing = room.alarms.filter(({ snooze }) => snooze === null);
  const snoozed = room.alarms.filter(({ snooze }) => snooze !== null);
  return (
    <section className={css.alarms} aria-label={t('room.alarms')}>
      <header className={css.head}>
        <h2 className={css.title}>{t('room.alarms')}</h2>
        {ringing.length > 0 && <Chip tone="away">{f.count(ringing.length)}</Chip>}
        <Link to="/settings/limits" className={css.limits ?? ''}>
          {t('room.limits')}
        </Link>
      </header>
      {ringing.length === 0 && (
        <p className={`${text.small} ${text.third} ${css.none}`}>
          {t(live ? 'room.no_alarms' : 'room.no_alarms_then')}
        </p>
      )}
      <ul className={css.list}>
        {ringing.map((alarm) => (
          <AlarmRow key={`${alarm.kind}:${alarm.person?.id}:${alarm.commitment_id}`} alarm={alarm} />
        ))}
      </ul>
      {snoozed.length > 0 && (
        <>
          <UnstyledButton className={css.fold} aria-expanded={unfolded} onClick={() => unfold(!unfolded)}>
            {t('room.snoozed', { count: snoozed.length })}
          </UnstyledButton>
          {unfolded && (
            <ul className={css.list}>
              {snoozed.map((alarm) => (
                <AlarmRow key={`${alarm.kind}:${alarm.person?.id}:${alarm.commitment_id}`} alarm={alarm} />
              ))}
            </ul>
          )}
        </>
      )}
    </section>
  );
}

// What floats from an alarm's chip: the whole of it, with why, since when, how often it is false, and what to do.

import { Popover, UnstyledButton } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import type { Alarm } from '~/api/types';
import { useWords } from '~/app/i18n';
import { Chip } from '~/app/shared/Chip';
import { AlarmChip } from './AlarmChip';
import { AlarmRow } from './AlarmRow';
import css from './AlarmRow.module.css';
import { alarmWords } from './words';

export function AlarmButton({ alarm }: { alarm: Alarm }) {
  return (
    <AlarmsPopover alarms={[alarm]}>
      <AlarmChip alarm={alarm} />
    </AlarmsPopover>
  );
}

/** The number of alarms that found no room, which opens them. */
export function MoreAlarms({ alarms }: { alarms: readonly Alarm[] }) {
  const { t, f } = useWords();
  const names = alarms.map((alarm) => alarmWords(t, f, alarm).chip).join(t('common.list_gap'));
  return (
    <AlarmsPopover alarms={alarms}>
      <Chip title={names}>+{alarms.length}</Chip>
    </AlarmsPopover>
  );
}

function AlarmsPopover({ alarms, children }: { alarms: readonly Alarm[]; children: ReactNode }) {
  const [opened, setOpened] = useState(false);
  const [asking, setAsking] = useState(false);
  return (
    <Popover
      width={340}
      position="bottom-end"
      trapFocus
      returnFocus
      opened={opened}
      onChange={(next) => setOpened(next || asking)}
    >
      <Popover.Target>
        <UnstyledButton
          className={css.opener}
          onClick={(event) => {
            event.stopPropagation();
            setOpened(!opened);
          }}
        >
          {children}
        </UnstyledButton>
      </Popover.Target>
      <Popover.Dropdown onClick={(event) => event.stopPropagation()}>
        <ul className={css.alone}>
          {alarms.map((alarm) => (
            <AlarmRow key={`${alarm.kind}-${alarm.id}`} alarm={alarm} onAsking={setAsking} />
          ))}
        </ul>
      </Popover.Dropdown>
    </Popover>
  );
}

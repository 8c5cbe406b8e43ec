// An alarm's chip that opens the whole of it: why, since when, how often it is false, what to do.

import { Popover, UnstyledButton } from '@mantine/core';
import { useState } from 'react';
import type { Alarm } from '~/api/types';
import { AlarmChip } from './AlarmChip';
import { AlarmRow } from './AlarmRow';
import css from './AlarmRow.module.css';

export function AlarmButton({ alarm }: { alarm: Alarm }) {
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
          <AlarmChip alarm={alarm} />
        </UnstyledButton>
      </Popover.Target>
      <Popover.Dropdown onClick={(event) => event.stopPropagation()}>
        <ul className={css.alone}>
          <AlarmRow alarm={alarm} onAsking={setAsking} />
        </ul>
      </Popover.Dropdown>
    </Popover>
  );
}

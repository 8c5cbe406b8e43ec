// An alarm's chip that opens the whole of it: why, since when, how often it is false, what to do.

import { Popover, UnstyledButton } from '@mantine/core';
import type { Alarm } from '~/control/wire';
import { AlarmChip } from './AlarmChip';
import { AlarmRow } from './AlarmRow';
import css from './AlarmRow.module.css';

export function AlarmButton({ alarm }: { alarm: Alarm }) {
  return (
    <Popover width={340} position="bottom-end" trapFocus returnFocus>
      <Popover.Target>
        <UnstyledButton className={css.opener} onClick={(event) => event.stopPropagation()}>
          <AlarmChip alarm={alarm} />
        </UnstyledButton>
      </Popover.Target>
      <Popover.Dropdown onClick={(event) => event.stopPropagation()}>
        <ul className={css.alone}>
          <AlarmRow alarm={alarm} />
        </ul>
      </Popover.Dropdown>
    </Popover>
  );
}

// An alarm on a small plate: what, and its leading figure. The rest is said by `AlarmRow`.

import type { Alarm } from '~/api/types';
import { useWords } from '~/app/i18n';
import { Chip } from '~/app/shared/Chip';
import { alarmTone, alarmWords } from './words';

export function AlarmChip({ alarm }: { alarm: Alarm }) {
  const { t, f } = useWords();
  const { chip, why } = alarmWords(t, f, alarm);
  return (
    <Chip tone={alarm.snooze ? 'outline' : alarmTone(alarm.kind)} title={why}>
      {chip}
    </Chip>
  );
}

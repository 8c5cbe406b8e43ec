// What is going wrong, by kind: how many deals each kind concerns; pressing one shows those deals only.

import { UnstyledButton } from '@mantine/core';
import { ALARM_KINDS, alarmName } from '~/alarms/words';
import type { AlarmKind, ControlBoard } from '~/api/types';
import { useWords } from '~/app/i18n';
import css from './AlarmFilter.module.css';

interface Props {
  deals: number;
  counts: ControlBoard['counts'];
  chosen: AlarmKind | undefined;
  onChoose: (kind: AlarmKind | undefined) => void;
}

export function AlarmFilter({ deals, counts, chosen, onChoose }: Props) {
  const { t, f } = useWords();
  const countOf = (kind: AlarmKind) => counts.find((count) => count.kind === kind)?.deals ?? 0;
  const button = (kind: AlarmKind | undefined, name: string, count: number) => (
    <UnstyledButton
      key={kind ?? 'all'}
      className={css.kind}
      aria-pressed={chosen === kind}
      onClick={() => onChoose(chosen === kind ? undefined : kind)}
    >
      {name} <b>{f.count(count)}</b>
    </UnstyledButton>
  );
  return (
    <fieldset className={css.kinds} aria-label={t('control.alarms')}>
      {button(undefined, t('control.all'), deals)}
      {ALARM_KINDS.filter((kind) => countOf(kind) > 0 || kind === chosen).map((kind) =>
        button(kind, alarmName(t, kind), countOf(kind)),
      )}
    </fieldset>
  );
}

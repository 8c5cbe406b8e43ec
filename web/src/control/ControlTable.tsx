// The rows of the control board. A row is chosen by walking or pressing; Enter goes into the deal, Space peeks.

import { useNavigate } from '@tanstack/react-router';
import { useMemo } from 'react';
import type { ControlRow, Id } from '~/api/types';
import { useWords } from '~/app/i18n';
import { Grid } from '~/app/shared/Grid';
import css from './ControlTable.module.css';
import { phoneColumns, wideColumns } from './columns';

interface Props {
  rows: readonly ControlRow[];
  total: number | null;
  isPhone: boolean;
  chosen: Id | null;
  onChoose: (id: Id) => void;
  onPeek: (id: Id) => void;
  onNearEnd: () => void;
}

export function ControlTable({ rows, total, isPhone, chosen, onChoose, onPeek, onNearEnd }: Props) {
  const { t, f } = useWords();
  const navigate = useNavigate();
  const columns = useMemo(() => (isPhone ? phoneColumns({ t, f }) : wideColumns({ t, f })), [t, f, isPhone]);
  return (
    <div className={css.rows}>
      <Grid
        label={t('nav.control')}
        density="close"
        rows={rows}
        total={total}
        columns={columns}
        keyOf={({ id }) => id}
        selected={chosen}
        onOpen={({ id }) => void navigate({ to: '/deals/$dealId', params: { dealId: id } })}
        onPick={({ id }) => onChoose(id)}
        onPeek={({ id }) => onPeek(id)}
        onWalk={({ id }) => onChoose(id)}
        onNearEnd={onNearEnd}
      />
    </div>
  );
}

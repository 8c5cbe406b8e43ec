// The shape of what is coming, shown only after 150 ms so that fast answers do not flicker.

import { Skeleton } from '@mantine/core';
import { useEffect, useState } from 'react';
import { useWords } from '~/app/i18n';
import css from './Waiting.module.css';

const DELAY_MS = 150;

export function Waiting({ rows = 6, height = 20 }: { rows?: number; height?: number }) {
  const { t } = useWords();
  const [late, setLate] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setLate(true), DELAY_MS);
    return () => clearTimeout(timer);
  }, []);
  if (!late) return null;
  return (
    <div className={css.waiting} role="status" aria-label={t('common.loading')}>
      {Array.from({ length: rows }, (_, row) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the rows are all alike
        <Skeleton key={row} height={height} width={`${92 - ((row * 17) % 40)}%`} radius="sm" />
      ))}
    </div>
  );
}

// After the order both accounts can be read: how they came to buy, and how they have come to use it.

import { SegmentedControl } from '@mantine/core';
import type { Trajectory } from '~/api/types';
import { useWords } from '~/app/i18n';
import { lived } from './trajectory';
import { usePhase } from './usePhase';

export function PhaseSwitch({ trajectory }: { trajectory: Trajectory }) {
  const { t } = useWords();
  const [phase, choose] = usePhase();
  if (phase !== 'buy' && lived(trajectory).length < 2) return null;
  return (
    <SegmentedControl
      aria-label={t('phase.label')}
      value={phase ?? 'use'}
      onChange={(value) => choose(value === 'buy' ? 'buy' : null)}
      data={[
        { value: 'buy', label: t('phase.buy') },
        { value: 'use', label: t('phase.use') },
      ]}
    />
  );
}

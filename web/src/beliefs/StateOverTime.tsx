// How the belief ran: height is probability, marks are evidence. The areas are ECharts', the words on them are ours.

import { SegmentedControl } from '@mantine/core';
import { useElementSize } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense, useMemo, useState } from 'react';
import type { Belief, Day, Estimate, Id, Trajectory } from '~/api/types';
import { useWords } from '~/app/i18n';
import text from '~/app/text.module.css';
import { TableTwin } from '~/graphics/TableTwin';
import { evidenceQuery } from '~/interactions/api';
import { ChartWords } from './ChartWords';
import { marksOf } from './marks';
import css from './StateOverTime.module.css';
import { stagesOf } from './stages';
import { factorPanels, stagePanel } from './trajectory';

const StackedAreas = lazy(() => import('./StackedAreas'));

type View = 'stage' | 'factors';

interface Props {
  belief: Belief;
  estimate: Estimate;
  dealId: Id;
  at: Day | null;
}

export function StateOverTime({ belief, estimate, dealId, at }: Props) {
  const { t, f } = useWords();
  const [view, setView] = useState<View>('stage');
  const [hovered, setHovered] = useState<number | null>(null);
  const { ref, width, height } = useElementSize();
  const { trajectory } = estimate;
  const { data: items = [] } = useQuery(evidenceQuery(dealId, belief.person.id, at));
  const marks = useMemo(() => marksOf(t, items, belief.person.id), [t, items, belief.person.id]);
  const panels = useMemo(
    () => (view === 'stage' ? stagePanel(trajectory) : factorPanels(trajectory)),
    [trajectory, view],
  );
  if (trajectory.days.length < 2) return null;
  return (
    <section className={css.section} aria-label={t('trajectory.title')}>
      <header className={css.head}>
        <h2 className={css.title}>{t('trajectory.title')}</h2>
        <span className={`${text.tiny} ${text.third} ${css.hint}`}>
          {hovered === null ? t('trajectory.hint') : readout(t, f, trajectory, hovered)}
        </span>
        <SegmentedControl
          value={view}
          onChange={(value) => setView(value === 'factors' ? 'factors' : 'stage')}
          data={[
            { value: 'stage', label: t('trajectory.stage') },
            { value: 'factors', label: t('trajectory.factors') },
          ]}
        />
      </header>
      <div ref={ref} className={css.chart}>
        <Suspense>
          <StackedAreas days={trajectory.days} panels={panels} width={width} height={height} onHover={setHovered} />
        </Suspense>
        {width > 0 && <ChartWords estimate={estimate} marks={marks} view={view} width={width} height={height} />}
      </div>
      <TableTwin caption={t('trajectory.title')} {...twin(t, f, trajectory)} />
    </section>
  );
}

type WordsOf = ReturnType<typeof useWords>;

/** "14 May 2000: blocked 75%, aware 12%": what the pointer is on. */
function readout(t: WordsOf['t'], f: WordsOf['f'], trajectory: Trajectory, index: number): string {
  const day = trajectory.days[index];
  const phase = trajectory.phases[index];
  if (!day || !phase) return '';
  const shares = trajectory.stages[index] ?? [];
  const said = stagesOf(phase)
    .map((stage, place) => ({ stage, share: shares[place] ?? 0 }))
    .sort((a, b) => b.share - a.share)
    .slice(0, 3)
    .map(({ stage, share }) => t('state.with_chance', { state: t(`state_inline.${stage}`), chance: f.percent(share) }));
  return t('trajectory.readout', { day: f.fullDay(day), states: said.join(t('common.list_gap')) });
}

const TWIN_ROWS = 12;

function twin(t: WordsOf['t'], f: WordsOf['f'], trajectory: Trajectory) {
  const { days } = trajectory;
  const step = Math.max(1, Math.ceil(days.length / TWIN_ROWS));
  const rows = days.flatMap((day, index) => {
    if (index % step && index !== days.length - 1) return [];
    return [[f.fullDay(day), readout(t, f, trajectory, index)]];
  });
  return { head: [t('trajectory.day'), t('trajectory.shares')], rows };
}

// Are they still talking to us? The control chart of one person of the chosen deal, and what it says in a sentence.

import { Select } from '@mantine/core';
import { useElementSize } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { AlarmButton } from '~/alarms/AlarmButton';
import { everySoOften } from '~/alarms/words';
import type { ControlChart, ControlRow, Id } from '~/api/types';
import { useWords } from '~/app/i18n';
import { Failure } from '~/app/shared/Failure';
import { Waiting } from '~/app/shared/Waiting';
import text from '~/app/text.module.css';
import { CusumPlot } from '~/graphics/CusumPlot';
import { TableTwin } from '~/graphics/TableTwin';
import { WeeklyCounts } from '~/graphics/WeeklyCounts';
import { controlChartsQuery } from './api';
import css from './ChartPanel.module.css';
import { sum } from './cells';

const LAST_WEEKS = 4;

export function ChartPanel({ row }: { row: ControlRow }) {
  const { t } = useWords();
  const query = useQuery(controlChartsQuery(row.id));
  const [chosen, setChosen] = useState<Id | null>(null);
  const charts = query.data?.charts ?? [];
  const chart = charts.find(({ person }) => person.id === chosen) ?? charts[0];
  const alarm = row.alarms.find(
    ({ person, kind }) => person?.id === chart?.person.id && (kind === 'stalled' || kind === 'silent'),
  );
  return (
    <section aria-label={t('chart.title', { deal: row.organization.name })}>
      <header className={css.head}>
        <h2 className={css.title}>{t('chart.title', { deal: row.organization.name })}</h2>
        {alarm && <AlarmButton alarm={alarm} />}
        {charts.length > 1 && (
          <Select
            className={css.person ?? ''}
            aria-label={t('chart.person')}
            data={charts.map(({ person }) => ({ value: person.id, label: person.name }))}
            value={chart?.person.id ?? null}
            onChange={setChosen}
          />
        )}
      </header>
      {query.isPending && <Waiting rows={5} />}
      {query.isError && <Failure what={t('chart.failed')} error={query.error} onRetry={() => void query.refetch()} />}
      {query.data && !chart && <p className={`${text.second} ${css.none}`}>{t('chart.nobody')}</p>}
      {chart && <Chart chart={chart} watched={charts} />}
    </section>
  );
}

function Chart({ chart, watched }: { chart: ControlChart; watched: readonly ControlChart[] }) {
  const { t, f } = useWords();
  const { ref, width } = useElementSize();
  const { weeks, theirs, ours, cusum, limit, expected_per_week: usual } = chart;
  const names = weeks.map((_, index) => f.axisDay(weeks, index));
  const caption = t('chart.caption', { person: chart.person.name });
  return (
    <>
      <p className={`${text.tiny} ${text.third} ${css.caption}`}>{caption}</p>
      <div ref={ref} className={css.plot}>
        {width > 0 && (
          <>
            <CusumPlot
              width={width}
              values={cusum}
              limit={limit}
              words={{ title: t('chart.shortfall'), limit: t('chart.limit', { limit: f.steps(limit) }) }}
            />
            <WeeklyCounts
              width={width}
              counts={theirs}
              usual={usual}
              weeks={names}
              words={{ title: t('chart.theirs'), usual: t('chart.usual', { rate: f.steps(usual) }) }}
            />
          </>
        )}
      </div>
      <TableTwin
        caption={caption}
        head={[t('chart.week'), t('chart.theirs'), t('chart.ours'), t('chart.shortfall')]}
        rows={names.map((name, week) => [
          name,
          f.count(theirs[week] ?? 0),
          f.count(ours[week] ?? 0),
          f.steps(cusum[week] ?? 0),
        ])}
      />
      <Finding chart={chart} watched={watched} />
    </>
  );
}

/** What the chart says of the last weeks, and how often such a chart rings for nothing. */
function Finding({ chart, watched }: { chart: ControlChart; watched: readonly ControlChart[] }) {
  const { t, f } = useWords();
  const last = (counts: readonly number[]) => sum(counts.slice(-LAST_WEEKS));
  const weeks = Math.min(LAST_WEEKS, chart.theirs.length);
  const everywhere = watched.reduce((rate, one) => rate + one.false_alarms_per_year, 0);
  const said = [
    t('chart.last_weeks', {
      weeks,
      theirs: last(chart.theirs),
      usual: f.steps(chart.expected_per_week * weeks),
      ours: last(chart.ours),
    }),
  ];
  const rates = [t('chart.false_alarm', { often: everySoOften(t, f, chart.false_alarms_per_year) })];
  if (watched.length > 1) {
    rates.push(t('chart.false_alarm_all', { count: watched.length, often: everySoOften(t, f, everywhere) }));
  }
  return (
    <p className={`${text.small} ${css.finding}`}>
      <b className={chart.ringing_since ? text.away : undefined}>
        {chart.ringing_since
          ? t('chart.ringing', { day: f.day(chart.ringing_since) })
          : t('chart.quiet', { person: chart.person.name })}
      </b>{' '}
      {said.join(t('common.sentence_gap'))} <span className={text.second}>{rates.join(t('common.sentence_gap'))}</span>
    </p>
  );
}

// The forecast: what the open deals will bring by a day, as a range with its chances, and the deals that carry it.

import { SegmentedControl } from '@mantine/core';
import { DateInput } from '@mantine/dates';
import { useMediaQuery } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import type { Day } from '~/api/types';
import { useWords } from '~/app/i18n';
import { Empty } from '~/app/shared/Empty';
import { Failure } from '~/app/shared/Failure';
import { Waiting } from '~/app/shared/Waiting';
import { Topbar } from '~/app/shell/Topbar';
import text from '~/app/text.module.css';
import type { Whose } from '~/control/api';
import { WhoseDeals } from '~/control/WhoseDeals';
import { dateFormat } from '~/words/fields';
import { addDays } from '~/words/format';
import { forecastQuery } from './api';
import { CarryingDeals } from './CarryingDeals';
import { CurrencyRange } from './CurrencyRange';
import css from './Forecast.module.css';
import { OwnerRanges } from './OwnerRanges';
import { endOf, TERMS, type Term, termOf } from './until';

export default function Forecast() {
  const { t, f } = useWords();
  const search = useSearch({ from: '/frame/forecast' });
  const navigate = useNavigate({ from: '/forecast' });
  const isPhone = useMediaQuery('(max-width: 640px)', false, { getInitialValueInEffect: false });
  const until = search.until ?? endOf('quarter', f.today);
  const whose: Whose = { owner_id: search.owner, team_id: search.team };
  const query = useQuery(forecastQuery({ ...whose, until }));
  const choose = (change: Partial<typeof search>) =>
    void navigate({ search: (previous) => ({ ...previous, ...change }), replace: true });
  const choices = (
    <>
      <UntilChoice until={until} onChange={(day) => choose({ until: day })} />
      <WhoseDeals value={whose} onChange={({ owner_id: owner, team_id: team }) => choose({ owner, team })} />
    </>
  );
  return (
    <>
      <Topbar crumbs={[{ label: t('nav.forecast') }]} beside={!isPhone && choices} />
      <div className={css.page} data-stale={query.isPlaceholderData || undefined}>
        {isPhone && <div className={css.choices}>{choices}</div>}
        {query.isPending && <Waiting />}
        {query.isError && (
          <Failure what={t('forecast.failed')} error={query.error} onRetry={() => void query.refetch()} />
        )}
        {query.data && (
          <div className={css.body}>
            {query.data.currencies.length === 0 && <Empty sentence={t('forecast.none')} />}
            {query.data.currencies.map((currency) => (
              <CurrencyRange key={currency.currency} forecast={query.data} total={currency} />
            ))}
            <OwnerRanges owners={query.data.owners} />
            <CarryingDeals forecast={query.data} />
            {query.data.without_amount > 0 && (
              <p className={`${text.small} ${text.third}`}>
                {t('forecast.without_amount', { count: query.data.without_amount })}
              </p>
            )}
          </div>
        )}
      </div>
    </>
  );
}

function UntilChoice({ until, onChange }: { until: Day; onChange: (until: Day) => void }) {
  const { t, f } = useWords();
  const [chosen, setChosen] = useState<Term | 'day' | null>(null);
  // In December month, quarter and year end together: what was pressed stays pressed.
  const isChosen = chosen === 'day' || (chosen !== null && endOf(chosen, f.today) === until);
  const shown = isChosen ? chosen : (termOf(until, f.today) ?? 'day');
  return (
    <>
      <SegmentedControl
        aria-label={t('forecast.until')}
        value={shown}
        onChange={(value) => {
          setChosen(value);
          if (value !== 'day') onChange(endOf(value, f.today));
        }}
        data={[...TERMS, 'day' as const].map((value) => ({ value, label: t(`forecast.until.${value}`) }))}
      />
      {shown === 'day' && (
        <DateInput
          className={css.day ?? ''}
          aria-label={t('forecast.until.day')}
          value={until}
          minDate={addDays(f.today, 1)}
          valueFormat={dateFormat(f.language)}
          onChange={(day) => day && onChange(day)}
        />
      )}
    </>
  );
}

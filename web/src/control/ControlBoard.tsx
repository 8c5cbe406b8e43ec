// The control board: every open deal in a row, what is going wrong by kind, and below, what the chosen row rests on.

import { Button, TextInput } from '@mantine/core';
import { useDebouncedCallback, useMediaQuery } from '@mantine/hooks';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import type { Id } from '~/api/types';
import { useWords } from '~/app/i18n';
import { useKeys } from '~/app/keys';
import { ButtonLink } from '~/app/shared/ButtonLink';
import { Empty } from '~/app/shared/Empty';
import { Failure } from '~/app/shared/Failure';
import { Waiting } from '~/app/shared/Waiting';
import { Topbar } from '~/app/shell/Topbar';
import text from '~/app/text.module.css';
import { Icon } from '~/graphics/Icon';
import { Peek } from '~/opportunities/Peek';
import { useMay } from '~/session/may';
import { AlarmFilter } from './AlarmFilter';
import { type BoardFilter, controlBoardQuery } from './api';
import { ChartPanel } from './ChartPanel';
import css from './ControlBoard.module.css';
import { ControlTable } from './ControlTable';
import { boardCsv, download } from './csv';
import { StatePanel } from './StatePanel';
import { WeekPanel } from './WeekPanel';
import { WhoseDeals } from './WhoseDeals';

const SEARCH_DELAY_MS = 200;

export default function ControlBoard() {
  const words = useWords();
  const { t, f } = words;
  const search = useSearch({ from: '/frame/control' });
  const navigate = useNavigate({ from: '/control' });
  const isPhone = useMediaQuery('(max-width: 640px)', false, { getInitialValueInEffect: false });
  const maySetLimits = useMay()('update', 'limits');
  const [chosen, setChosen] = useState<Id | null>(null);
  const [peeked, setPeeked] = useState<Id | null>(null);
  const filter: BoardFilter = {
    owner_id: search.owner,
    team_id: search.team,
    alarm: search.alarm,
    q: search.q,
  };
  const query = useInfiniteQuery(controlBoardQuery(filter));
  const choose = (change: Partial<typeof search>) =>
    void navigate({ search: (previous) => ({ ...previous, ...change }), replace: true });
  useKeys({ Escape: () => setPeeked(null) });

  if (query.isPending) return <Waiting rows={12} />;
  if (query.isError)
    return <Failure what={t('control.failed')} error={query.error} onRetry={() => void query.refetch()} />;
  const [board] = query.data.pages;
  if (!board) return null;
  const rows = query.data.pages.flatMap((page) => page.rows);
  const row = rows.find(({ id }) => id === chosen) ?? rows[0];
  const filters = (
    <Filters
      key={String(isPhone)}
      q={search.q ?? ''}
      filter={filter}
      onChange={({ q, owner_id: owner, team_id: team }) => choose({ q, owner, team })}
    />
  );
  return (
    <>
      <Topbar
        crumbs={[{ label: t('nav.control') }]}
        beside={!isPhone && filters}
        middle={
          <span className={`${text.small} ${text.third} ${text.nowrap} ${css.asOf}`}>
            {t('control.as_of', { day: `${f.weekday(board.as_of)} ${f.fullDay(board.as_of)}` })}
          </span>
        }
      >
        {maySetLimits && !isPhone && <ButtonLink to="/settings/limits">{t('control.set_limits')}</ButtonLink>}
        <Button
          disabled={rows.length === 0}
          onClick={() => download(`${t('control.file')}-${board.as_of}.csv`, boardCsv(words, rows))}
        >
          {t('control.export')}
        </Button>
      </Topbar>
      <div className={css.page} data-stale={query.isPlaceholderData || undefined}>
        {isPhone && <div className={css.filters}>{filters}</div>}
        <AlarmFilter
          deals={board.deals}
          counts={board.counts}
          chosen={search.alarm}
          onChoose={(alarm) => choose({ alarm })}
        />
        {rows.length === 0 ? (
          <Empty sentence={t(search.alarm || search.q ? 'control.none_such' : 'control.no_deals')} />
        ) : (
          <ControlTable
            rows={rows}
            total={search.alarm ? null : board.deals}
            isPhone={isPhone}
            chosen={row?.id ?? null}
            onChoose={(id) => {
              setChosen(id);
              if (peeked !== null) setPeeked(id);
            }}
            onPeek={(id) => setPeeked((current) => (current === id ? null : id))}
            onNearEnd={() => {
              if (query.hasNextPage && !query.isFetching) void query.fetchNextPage();
            }}
          />
        )}
        <div className={css.panels}>
          {row && <ChartPanel row={row} />}
          <StatePanel people={board.people} />
          <WeekPanel board={board} />
        </div>
      </div>
      <Peek id={peeked} onClose={() => setPeeked(null)} />
    </>
  );
}

interface FiltersProps {
  q: string;
  filter: BoardFilter;
  onChange: (change: BoardFilter) => void;
}

function Filters({ q, filter, onChange }: FiltersProps) {
  const { t } = useWords();
  const [typed, setTyped] = useState(q);
  const ask = useDebouncedCallback(
    (words: string) => onChange({ ...filter, q: words.trim() || undefined }),
    SEARCH_DELAY_MS,
  );
  return (
    <>
      <TextInput
        className={css.search ?? ''}
        aria-label={t('control.filter')}
        placeholder={t('control.filter')}
        leftSection={<Icon name="search" size={14} />}
        value={typed}
        onChange={(event) => {
          setTyped(event.currentTarget.value);
          ask(event.currentTarget.value);
        }}
      />
      <WhoseDeals value={filter} onChange={(whose) => onChange({ ...filter, ...whose })} />
    </>
  );
}

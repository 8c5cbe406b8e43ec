// Deals, as a board or as a table: which pipeline, whose, and containing which words.

import { Menu, SegmentedControl, Select, TextInput, UnstyledButton } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { lazy, Suspense, useState } from 'react';
import type { DealState, Id, Money } from '~/api/types';
import { useWords } from '~/app/i18n';
import { useKeys } from '~/app/keys';
import { AddButton } from '~/app/shared/AddButton';
import { Empty } from '~/app/shared/Empty';
import { Failure } from '~/app/shared/Failure';
import { Waiting } from '~/app/shared/Waiting';
import { Topbar } from '~/app/shell/Topbar';
import text from '~/app/text.module.css';
import { Icon } from '~/graphics/Icon';
import { useSession } from '~/session/api';
import { useMay } from '~/session/may';
import { usersQuery } from '~/settings/api';
import { pipelineName } from '~/words/stage';
import { type BoardFilter, boardQuery, pipelinesQuery } from './api';
import css from './Deals.module.css';
import { DealTable } from './DealTable';
import { NewDeal } from './NewDeal';
import { Peek } from './Peek';

const Board = lazy(() => import('./board/Board').then(({ Board: component }) => ({ default: component })));

const SEARCH_DELAY_MS = 200;
type Ended = Exclude<DealState, 'open'>;
const ENDED: readonly Ended[] = ['won', 'lost', 'closed'];

export default function Deals() {
  const { t } = useWords();
  const search = useSearch({ from: '/frame/deals/' });
  const pipelines = useQuery(pipelinesQuery);
  const [peeked, setPeeked] = useState<Id | null>(null);
  const [creating, setCreating] = useState<{ stageId: Id | null } | null>(null);
  const closePeek = () => setPeeked(null);
  const mayCreate = useMay()('create', 'opportunity');
  useKeys({ n: () => mayCreate && setCreating({ stageId: null }), Escape: closePeek });

  if (pipelines.isPending) return <Waiting />;
  if (pipelines.isError)
    return <Failure what={t('board.failed')} error={pipelines.error} onRetry={() => void pipelines.refetch()} />;
  const pipeline = pipelines.data.find(({ id }) => id === search.pipeline) ?? pipelines.data[0];
  if (!pipeline) return <Empty sentence={t('board.no_pipeline')} />;
  const filter: BoardFilter = { owner_id: search.owner, q: search.q, state: search.state ?? 'open' };
  const peek = (id: Id) => setPeeked((current) => (current === id ? null : id));

  return (
    <>
      <Topbar crumbs={[{ label: t('nav.deals') }]} beside={<PipelineSwitch id={pipeline.id} />}>
        {filter.state === 'open' && <ViewSwitch />}
        {mayCreate && <AddButton label={t('deal.new')} onClick={() => setCreating({ stageId: null })} />}
      </Topbar>
      <FilterBar pipelineId={pipeline.id} filter={filter} />
      {search.view === 'table' || filter.state !== 'open' ? (
        <DealTable pipeline={pipeline} filter={filter} peeked={peeked} onPeek={peek} />
      ) : (
        <Suspense fallback={<Waiting />}>
          <Board
            pipelineId={pipeline.id}
            filter={filter}
            peeked={peeked}
            onPeek={peek}
            onNew={(stageId) => setCreating({ stageId })}
          />
        </Suspense>
      )}
      <Peek id={peeked} onClose={closePeek} />
      <NewDeal
        pipeline={pipeline}
        stageId={creating?.stageId ?? null}
        opened={creating !== null}
        onClose={() => setCreating(null)}
      />
    </>
  );
}

function PipelineSwitch({ id }: { id: Id }) {
  const { t } = useWords();
  const navigate = useNavigate({ from: '/deals/' });
  const { data: pipelines = [] } = useQuery(pipelinesQuery);
  const current = pipelines.find((pipeline) => pipeline.id === id);
  if (!current || pipelines.length < 2) return null;
  return (
    <Menu position="bottom-start">
      <Menu.Target>
        <UnstyledButton className={css.pipeline} aria-label={t('board.pipeline')}>
          {pipelineName(t, current)} <Icon name="down" size={11} />
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown>
        {pipelines.map((pipeline) => (
          <Menu.Item
            key={pipeline.id}
            rightSection={pipeline.id === id ? <Icon name="check" size={14} /> : null}
            onClick={() => void navigate({ search: (previous) => ({ ...previous, pipeline: pipeline.id }) })}
          >
            {pipelineName(t, pipeline)}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}

function ViewSwitch() {
  const { t } = useWords();
  const view = useSearch({ from: '/frame/deals/', select: (search) => search.view ?? 'board' });
  const navigate = useNavigate({ from: '/deals/' });
  return (
    <SegmentedControl
      aria-label={t('board.view')}
      value={view}
      onChange={(value) =>
        void navigate({ search: (previous) => ({ ...previous, view: value === 'table' ? 'table' : undefined }) })
      }
      data={[
        { value: 'board', label: t('board.board') },
        { value: 'table', label: t('board.table') },
      ]}
    />
  );
}

function FilterBar({ pipelineId, filter }: { pipelineId: Id; filter: BoardFilter }) {
  const { t, f } = useWords();
  const { user } = useSession();
  const navigate = useNavigate({ from: '/deals/' });
  const { data: users } = useQuery(usersQuery);
  const { data: board } = useQuery(boardQuery(pipelineId, filter));
  const [typed, setTyped] = useState(filter.q ?? '');
  const choose = (change: { owner?: Id | undefined; q?: string | undefined; state?: Ended | undefined }) =>
    void navigate({ search: (previous) => ({ ...previous, ...change }), replace: true });
  const ask = useDebouncedCallback((q: string) => choose({ q: q.trim() || undefined }), SEARCH_DELAY_MS);
  const count = board?.columns.reduce((sum, column) => sum + column.count, 0);
  const tab = (label: string, owner: Id | undefined) => (
    <UnstyledButton className={css.tab} aria-pressed={filter.owner_id === owner} onClick={() => choose({ owner })}>
      {label}
    </UnstyledButton>
  );
  return (
    <div className={css.filters}>
      <div className={css.tabs}>
        {tab(t('board.everybody'), undefined)}
        {tab(t('board.mine'), user.id)}
      </div>
      <Select
        className={css.owner ?? ''}
        aria-label={t('board.owner')}
        placeholder={t('board.owner')}
        clearable
        searchable
        data={(users ?? []).map(({ id, name }) => ({ value: id, label: name }))}
        value={filter.owner_id ?? null}
        onChange={(owner) => choose({ owner: owner ?? undefined })}
      />
      <Select
        className={css.state ?? ''}
        aria-label={t('board.state')}
        allowDeselect={false}
        data={(['open', ...ENDED] as const).map((state) => ({ value: state, label: t(`deal_state.${state}`) }))}
        value={filter.state}
        onChange={(state) => choose({ state: ENDED.find((ended) => ended === state) })}
      />
      <TextInput
        className={css.words ?? ''}
        aria-label={t('board.filter')}
        placeholder={t('board.filter')}
        leftSection={<Icon name="search" size={14} />}
        value={typed}
        onChange={(event) => {
          setTyped(event.currentTarget.value);
          ask(event.currentTarget.value);
        }}
      />
      <span className={css.space} />
      {board && count !== undefined && (
        <span className={`${text.small} ${text.second} ${css.total}`}>
          {t('board.count', { count, shown: f.count(count) })}
          {totals(board.columns.flatMap(({ sums }) => sums)).map((sum) => (
            <b key={sum.currency}>{f.money(sum)}</b>
          ))}
        </span>
      )}
    </div>
  );
}

function totals(sums: Money[]): Money[] {
  const byCurrency = new Map<string, number>();
  for (const { currency, minor } of sums) byCurrency.set(currency, (byCurrency.get(currency) ?? 0) + minor);
  return [...byCurrency].map(([currency, minor]) => ({ currency, minor }));
}

// Everyone we know of, a hundred thousand if need be: who they are and where they stand.

import { useInfiniteQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useMemo, useState } from 'react';
import type { PersonListed } from '~/api/types';
import { useWords } from '~/app/i18n';
import { Chip } from '~/app/shared/Chip';
import { Failure } from '~/app/shared/Failure';
import { Grid, type GridColumn } from '~/app/shared/Grid';
import { ListPage } from '~/app/shared/ListPage';
import { Tile } from '~/app/shared/Tile';
import { useLongList } from '~/app/shared/useLongList';
import { Waiting } from '~/app/shared/Waiting';
import text from '~/app/text.module.css';
import { PersonGlyph } from '~/graphics/PersonGlyph';
import { StateBar } from '~/graphics/StateBar';
import { useMay } from '~/session/may';
import { readingWords } from '~/words/reading';
import { peopleQuery } from './api';
import { NotEstimated } from './NotEstimated';
import css from './People.module.css';
import { PersonDrawer } from './PersonDrawer';

export default function People() {
  const { t, f } = useWords();
  const navigate = useNavigate();
  const q = useSearch({ from: '/frame/people', select: (search) => search.q });
  const query = useInfiniteQuery(peopleQuery({ q }));
  const { rows, total, more } = useLongList(query);
  const [adding, setAdding] = useState(false);
  const may = useMay();
  const columns = useMemo(() => columnsOf(t, f), [t, f]);
  return (
    <ListPage
      title={t('nav.people')}
      total={total}
      searchLabel={t('people.search')}
      {...(may('create', 'person') && { add: { label: t('people.new'), onAdd: () => setAdding(true) } })}
    >
      {query.isPending && <Waiting rows={14} />}
      {query.isError && <Failure what={t('people.failed')} error={query.error} onRetry={() => void query.refetch()} />}
      {query.isSuccess && (
        <Grid
          label={t('nav.people')}
          rows={rows}
          total={total}
          columns={columns}
          keyOf={({ id }) => id}
          onOpen={({ id }) => void navigate({ to: '/people/$personId', params: { personId: id } })}
          onNearEnd={more}
        />
      )}
      <PersonDrawer person={null} opened={adding} onClose={() => setAdding(false)} />
    </ListPage>
  );
}

type Words = ReturnType<typeof useWords>;

function columnsOf(t: Words['t'], f: Words['f']): GridColumn<PersonListed>[] {
  return [
    {
      key: 'name',
      header: t('people.name'),
      track: 'minmax(240px, 1.6fr)',
      onPhone: true,
      cell: ({ name, standing, assumed, exclusion }) => (
        <>
          <PersonGlyph
            size={20}
            state={standing?.reading?.median_stage ?? null}
            sure={standing?.reading?.sure ?? true}
            veto={standing?.veto ?? false}
          />
          <span className={`${text.medium} ${text.clip}`}>{name}</span>
          {assumed && <Chip tone="dashed">{t('assumed.chip')}</Chip>}
          {exclusion && <NotEstimated />}
        </>
      ),
    },
    {
      key: 'state',
      header: t('people.state'),
      track: '230px',
      onPhone: true,
      cell: ({ standing, exclusion }) =>
        standing?.reading ? (
          <span className={css.state}>
            <StateBar shares={standing.reading.stages} />
            <span
              className={`${text.small} ${text.clip} ${
                standing.reading.named_stage === 'blocked' ? text.away : standing.reading.named_stage ? '' : text.third
              }`}
            >
              {readingWords(t, f, standing.reading)}
            </span>
          </span>
        ) : (
          <span className={`${text.small} ${text.third}`}>
            {t(exclusion ? 'fairness.at_their_wish' : 'people.in_no_deal')}
          </span>
        ),
    },
    {
      key: 'title',
      header: t('people.title'),
      track: 'minmax(140px, 1fr)',
      cell: ({ title }) => <span className={`${text.second} ${text.clip}`}>{title ?? ''}</span>,
    },
    {
      key: 'organization',
      header: t('people.organization'),
      track: 'minmax(160px, 1fr)',
      cell: ({ organization }) =>
        organization && (
          <>
            <Tile id={organization.id} name={organization.name} size={17} />
            <span className={text.clip}>{organization.name}</span>
          </>
        ),
    },
    {
      key: 'role',
      header: t('people.role'),
      track: '124px',
      cell: ({ standing }) => <span className={text.second}>{standing?.role ? t(`role.${standing.role}`) : ''}</span>,
    },
    {
      key: 'evidence',
      header: t('people.evidence'),
      track: '92px',
      end: true,
      cell: ({ standing }) => {
        const last = standing?.reading?.last_evidence_at;
        return <span className={text.second}>{last ? lastSeen(t, f, last) : ''}</span>;
      },
    },
  ];
}

const lastSeen = (t: Words['t'], f: Words['f'], day: string): string =>
  f.isNear(day) ? t('days.ago', { count: Math.max(0, f.daysAgo(day)) }) : f.day(day);

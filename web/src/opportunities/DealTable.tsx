// Deals as a table: the same cards, a row each.

import { useInfiniteQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useMemo } from 'react';
import type { Card, Id, Pipeline } from '~/api/types';
import { useWords } from '~/app/i18n';
import { Avatar } from '~/app/shared/Avatar';
import { Chip } from '~/app/shared/Chip';
import { Empty } from '~/app/shared/Empty';
import { Failure } from '~/app/shared/Failure';
import { Grid, type GridColumn } from '~/app/shared/Grid';
import { Tile } from '~/app/shared/Tile';
import { useLongList } from '~/app/shared/useLongList';
import { Waiting } from '~/app/shared/Waiting';
import text from '~/app/text.module.css';
import { dueOf } from '~/commitments/due';
import { PersonGlyph } from '~/graphics/PersonGlyph';
import { StateBar } from '~/graphics/StateBar';
import { readingWords } from '~/words/reading';
import { stageName } from '~/words/stage';
import { type BoardFilter, cardsQuery } from './api';
import css from './DealTable.module.css';
import { GapBadge } from './GapBadge';

interface Props {
  pipeline: Pipeline;
  filter: BoardFilter;
  peeked: Id | null;
  onPeek: (id: Id) => void;
}

const MOST_GLYPHS = 5;

export function DealTable({ pipeline, filter, peeked, onPeek }: Props) {
  const { t, f } = useWords();
  const navigate = useNavigate();
  const query = useInfiniteQuery(cardsQuery(pipeline.id, filter));
  const { rows, total, more } = useLongList(query);
  const columns = useMemo(() => columnsOf(t, f, pipeline), [t, f, pipeline]);
  if (query.isPending) return <Waiting rows={12} />;
  if (query.isError)
    return <Failure what={t('board.failed')} error={query.error} onRetry={() => void query.refetch()} />;
  if (total === 0) return <Empty sentence={t('board.none')} />;
  return (
    <Grid
      label={t('nav.deals')}
      rows={rows}
      total={total}
      columns={columns}
      keyOf={({ id }) => id}
      selected={peeked}
      onOpen={({ id }) => void navigate({ to: '/deals/$dealId', params: { dealId: id } })}
      onPeek={({ id }) => onPeek(id)}
      onWalk={({ id }) => peeked !== null && peeked !== id && onPeek(id)}
      onNearEnd={more}
    />
  );
}

type Words = ReturnType<typeof useWords>;

function columnsOf(t: Words['t'], f: Words['f'], pipeline: Pipeline): GridColumn<Card>[] {
  const stages = new Map(pipeline.stages.map((stage) => [stage.id, stage]));
  return [
    {
      key: 'deal',
      header: t('table.deal'),
      track: 'minmax(240px, 2fr)',
      onPhone: true,
      cell: (card) => (
        <>
          <Tile id={card.organization.id} name={card.organization.name} />
          <span className={text.clip}>
            <span className={text.medium}>{card.organization.name}</span>{' '}
            <span className={text.second}>{card.name}</span>
          </span>
        </>
      ),
    },
    {
      key: 'owner',
      header: t('table.owner'),
      track: '70px',
      cell: ({ owner }) => <Avatar name={owner.name} size={20} />,
    },
    {
      key: 'amount',
      header: t('table.amount'),
      track: '104px',
      end: true,
      cell: ({ amount }) => (amount ? f.money(amount) : <span className={text.third}>–</span>),
    },
    {
      key: 'stage',
      header: t('table.stage'),
      track: '150px',
      cell: ({ stage_id: id }) => {
        const stage = stages.get(id);
        return <span className={`${text.second} ${text.clip}`}>{stage ? stageName(t, stage) : ''}</span>;
      },
    },
    {
      key: 'buyers',
      header: t('table.buyers'),
      track: '128px',
      cell: ({ gap, people }) =>
        gap ? (
          <StateBar
            width={104}
            shares={gap.shares}
            label={t('gap.buyers_middle', { state: t(`state.${gap.buyers_median}`) })}
          />
        ) : people.some(({ reading }) => reading?.phase === 'use') ? (
          <Chip tone="use">{t('table.in_use')}</Chip>
        ) : (
          <span className={text.third}>{t('card.no_evidence')}</span>
        ),
    },
    {
      key: 'gap',
      header: t('table.gap'),
      track: '110px',
      cell: ({ gap }) => (gap ? <GapBadge gap={gap} /> : null),
    },
    {
      key: 'people',
      header: t('table.people'),
      track: '128px',
      cell: ({ people }) => (
        <span className={css.glyphs}>
          {people.slice(0, MOST_GLYPHS).map(({ person, reading, power }) => (
            <PersonGlyph
              key={person.id}
              size={17}
              state={reading?.median_stage ?? null}
              sure={reading?.sure ?? true}
              power={power}
              label={`${person.name}: ${readingWords(t, f, reading)}`}
            />
          ))}
        </span>
      ),
    },
    {
      key: 'last',
      header: t('table.last_evidence'),
      track: '104px',
      end: true,
      cell: ({ last_evidence_at: last }) => (
        <span className={text.second}>
          {last && f.isNear(last) ? t('days.ago', { count: Math.max(0, f.daysAgo(last)) }) : last ? f.day(last) : '–'}
        </span>
      ),
    },
    {
      key: 'next',
      header: t('table.next'),
      track: 'minmax(180px, 1.4fr)',
      cell: ({ next_commitment: next }) => {
        if (!next) return <span className={text.third}>{t('card.nothing_promised')}</span>;
        const due = dueOf(t, f, { due: next.due, state: next.overdue ? 'overdue' : 'open' }, f.today);
        const tone = due?.tone === 'away' ? text.away : due?.tone === 'watch' ? text.watch : text.second;
        return (
          <span className={`${text.clip} ${tone}`}>
            {next.text}
            {due && ` · ${due.words}`}
          </span>
        );
      },
    },
  ];
}

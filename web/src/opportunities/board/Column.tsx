// One stage of the board: its count and sums, and its cards, of which only those in view exist.

import { useDroppable } from '@dnd-kit/core';
import { ActionIcon } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useRef } from 'react';
import type { BoardColumn, Card, Id } from '~/api/types';
import { useWords } from '~/app/i18n';
import text from '~/app/text.module.css';
import { Icon } from '~/graphics/Icon';
import { useMay } from '~/session/may';
import { stageName } from '~/words/stage';
import { type BoardFilter, moreCardsQuery } from '../api';
import { BoardCard } from './BoardCard';
import css from './Column.module.css';
import { DropNote } from './DropNote';
import { cardsOf, type HeldBoard } from './move';

interface Props {
  board: HeldBoard;
  column: BoardColumn;
  pipelineId: Id;
  filter: BoardFilter;
  carried: Card | null;
  peeked: Id | null;
  onPeek: (id: Id) => void;
  onNew: (stageId: Id) => void;
}

const CARD_HEIGHT = 137;
const GAP = 7;
const NEAR_END = 8;

export function Column({ board, column, pipelineId, filter, carried, peeked, onPeek, onNew }: Props) {
  const { t, f } = useWords();
  const { stage } = column;
  const mayCreate = useMay()('create', 'opportunity');
  const scroll = useRef<HTMLDivElement>(null);
  const { setNodeRef, isOver } = useDroppable({ id: stage.id });
  const more = useInfiniteQuery(moreCardsQuery(pipelineId, stage.id, filter, column.next_cursor));
  const cards = cardsOf(board, column, more.data?.pages.flatMap(({ data }) => data) ?? []);
  const rows = useVirtualizer({
    count: cards.length,
    getScrollElement: () => scroll.current,
    estimateSize: () => CARD_HEIGHT,
    getItemKey: (index) => cards[index]?.id ?? index,
    gap: GAP,
    overscan: 4,
    paddingStart: 2,
    paddingEnd: 24,
  });

  const shown = rows.getVirtualItems();
  const last = shown.at(-1)?.index ?? 0;
  const wanting = last >= cards.length - NEAR_END && cards.length < column.count;
  const { hasNextPage, isFetching, fetchNextPage, data, refetch } = more;
  useEffect(() => {
    if (!wanting || isFetching || column.next_cursor === null) return;
    if (!data) void refetch();
    else if (hasNextPage) void fetchNextPage();
  }, [wanting, isFetching, column.next_cursor, data, hasNextPage, fetchNextPage, refetch]);

  const name = stageName(t, stage);
  const target = carried !== null && carried.stage_id !== stage.id && isOver;
  return (
    <section className={css.column} ref={setNodeRef} aria-label={name}>
      <header className={css.head}>
        <div className={css.name}>
          <h2 className={`${css.title} ${text.clip}`}>{name}</h2>
          <span className={text.third}>{f.count(column.count)}</span>
          <span className={css.space} />
          {mayCreate && (
            <ActionIcon size={20} aria-label={t('deal.new_in', { stage: name })} onClick={() => onNew(stage.id)}>
              <Icon name="plus" size={13} />
            </ActionIcon>
          )}
        </div>
        <div className={`${text.small} ${css.sums}`}>
          {column.sums.map((sum) => (
            <span key={sum.currency} className={text.medium}>
              {f.money(sum)}
            </span>
          ))}
          {column.sums.length === 0 && <span className={text.third}>–</span>}
        </div>
      </header>
      {target && <DropNote card={carried} stage={stage} />}
      <div className={css.cards} ref={scroll} tabIndex={-1}>
        <div style={{ height: rows.getTotalSize(), position: 'relative' }}>
          {shown.map((row) => {
            const card = cards[row.index];
            return card ? (
              <div
                key={row.key}
                ref={rows.measureElement}
                data-index={row.index}
                className={css.slot}
                style={{ transform: `translateY(${row.start}px)` }}
              >
                <BoardCard card={card} peeked={peeked === card.id} peeking={peeked !== null} onPeek={onPeek} />
              </div>
            ) : null;
          })}
        </div>
      </div>
    </section>
  );
}

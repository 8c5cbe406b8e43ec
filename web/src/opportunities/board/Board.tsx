// The board: one column a stage. Cards are carried by mouse, finger or keyboard; every move can be taken back.

import {
  type Announcements,
  DndContext,
  type DragEndEvent,
  DragOverlay,
  KeyboardCode,
  KeyboardSensor,
  MouseSensor,
  TouchSensor,
  useSensor,
  useSensors,
} from '@dnd-kit/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Card, Id, PipelineStage } from '~/api/types';
import { useWords } from '~/app/i18n';
import { Failure } from '~/app/shared/Failure';
import { Waiting } from '~/app/shared/Waiting';
import { stageName } from '~/words/stage';
import { type BoardFilter, boardQuery } from '../api';
import { useMoveDeal } from '../useMoveDeal';
import css from './Board.module.css';
import { CardBody } from './CardBody';
import { Column } from './Column';
import type { HeldBoard } from './move';
import { toNeighbour } from './toNeighbour';

interface Props {
  pipelineId: Id;
  filter: BoardFilter;
  peeked: Id | null;
  onPeek: (id: Id) => void;
  onNew: (stageId: Id) => void;
}

export function Board({ pipelineId, filter, peeked, onPeek, onNew }: Props) {
  const { t } = useWords();
  const query = useQuery(boardQuery(pipelineId, filter));
  const moveDeal = useMoveDeal();
  const [carried, setCarried] = useState<Card | null>(null);
  const sensors = useSensors(
    useSensor(MouseSensor, { activationConstraint: { distance: 5 } }),
    useSensor(TouchSensor, { activationConstraint: { delay: 220, tolerance: 8 } }),
    useSensor(KeyboardSensor, {
      coordinateGetter: toNeighbour,
      keyboardCodes: { start: ['KeyM'], cancel: [KeyboardCode.Esc], end: [KeyboardCode.Enter, 'KeyM'] },
    }),
  );
  if (query.isPending) return <Waiting rows={8} height={60} />;
  if (query.isError)
    return <Failure what={t('board.failed')} error={query.error} onRetry={() => void query.refetch()} />;
  const board: HeldBoard = query.data;
  const stageOf = (id: unknown): PipelineStage | undefined => board.columns.find(({ stage }) => stage.id === id)?.stage;

  const drop = ({ active, over }: DragEndEvent) => {
    setCarried(null);
    const card = active.data.current?.card as Card | undefined;
    const from = stageOf(card?.stage_id);
    const to = stageOf(over?.id);
    if (card && from && to) void moveDeal({ id: card.id, name: card.name, card }, from, to);
  };

  const announcements: Announcements = {
    onDragStart: ({ active }) => t('board.carrying', { deal: nameOf(active.data.current) }),
    onDragOver: ({ over }) => {
      const stage = stageOf(over?.id);
      return stage ? t('board.over', { stage: stageName(t, stage) }) : undefined;
    },
    onDragEnd: ({ over }) => {
      const stage = stageOf(over?.id);
      return stage ? t('board.dropped', { stage: stageName(t, stage) }) : t('board.cancelled');
    },
    onDragCancel: () => t('board.cancelled'),
  };

  return (
    <DndContext
      sensors={sensors}
      accessibility={{ announcements, screenReaderInstructions: { draggable: t('board.instructions') } }}
      onDragStart={({ active }) => setCarried((active.data.current?.card as Card | undefined) ?? null)}
      onDragEnd={drop}
      onDragCancel={() => setCarried(null)}
    >
      <div className={css.board} data-peek={peeked ? true : undefined}>
        {board.columns.map((column) => (
          <Column
            key={column.stage.id}
            board={board}
            column={column}
            pipelineId={pipelineId}
            filter={filter}
            carried={carried}
            peeked={peeked}
            onPeek={onPeek}
            onNew={onNew}
          />
        ))}
      </div>
      <DragOverlay dropAnimation={null}>
        {carried && (
          <div className={css.carried}>
            <CardBody card={carried} />
          </div>
        )}
      </DragOverlay>
    </DndContext>
  );
}

const nameOf = (data: Record<string, unknown> | undefined): string => (data?.card as Card | undefined)?.name ?? '';

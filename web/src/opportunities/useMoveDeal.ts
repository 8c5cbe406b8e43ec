// Moving a deal to another of our stages: at once on the screen, with the way back in the toast.

import { type Query, useQueryClient } from '@tanstack/react-query';
import { keys } from '~/api/keys';
import type { Card, Id, PipelineStage } from '~/api/types';
import { announce } from '~/app/announce';
import { useWords } from '~/app/i18n';
import { report } from '~/app/undo';
import { problemText } from '~/words/problem';
import { stageName } from '~/words/stage';
import { useStageChange } from './api';
import { type HeldBoard, moveCard } from './board/move';

export interface Deal {
  id: Id;
  name: string;
  /** Its card, where it was moved from a board. */
  card?: Card;
}

export function useMoveDeal() {
  const { t } = useWords();
  const queryClient = useQueryClient();
  const { move, takeBack } = useStageChange();

  const show = ({ card }: Deal, stageId: Id) => {
    if (!card) return;
    queryClient.setQueriesData<HeldBoard>({ queryKey: keys.boards, predicate: holdsBoard }, (board) =>
      board ? moveCard(board, card, stageId) : board,
    );
  };

  return async (deal: Deal, from: PipelineStage, to: PipelineStage) => {
    if (from.id === to.id) return;
    const failed = (error: unknown, backTo: PipelineStage) => {
      show(deal, backTo.id);
      report({ message: t('deal.not_moved', { deal: deal.name }), detail: problemText(t, error) });
    };
    // A board that is being read again would show the card where it was.
    await queryClient.cancelQueries({ queryKey: keys.boards });
    show(deal, to.id);
    const moving = move.mutateAsync({ id: deal.id, stageId: to.id });
    const message = t('deal.moved', { deal: deal.name, stage: stageName(t, to) });
    const undo = async () => {
      show(deal, from.id);
      try {
        const change = await moving;
        await takeBack.mutateAsync({ id: deal.id, changeId: change.id });
      } catch (error) {
        failed(error, to);
      }
    };
    report({ message, undo });
    announce(message);
    try {
      await moving;
    } catch (error) {
      failed(error, from);
    }
  };
}

/** Boards, their further pages and the table share one key; only boards have columns to move between. */
const holdsBoard = ({ state: { data } }: Query): boolean =>
  typeof data === 'object' && data !== null && 'columns' in data;

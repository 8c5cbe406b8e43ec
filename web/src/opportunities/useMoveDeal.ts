// Moving a deal to another of our stages: at once on the screen, with the way back in the toast.

import { type Query, useQueryClient } from '@tanstack/react-query';
import { keys } from '~/api/keys';
import type { Card, Id, StageRef } from '~/api/types';
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
  const { mutateAsync } = useStageChange();

  const show = ({ card }: Deal, stageId: Id) => {
    if (!card) return;
    queryClient.setQueriesData<HeldBoard>({ queryKey: keys.boards, predicate: holdsBoard }, (board) =>
      board ? moveCard(board, card, stageId) : board,
    );
  };

  return async (deal: Deal, from: StageRef, to: StageRef) => {
    if (from.id === to.id) return;
    const go = async (stage: StageRef) => {
      show(deal, stage.id);
      await mutateAsync({ id: deal.id, stageId: stage.id });
    };
    const message = t('deal.moved', { deal: deal.name, stage: stageName(t, to) });
    report({ message, undo: () => go(from) });
    announce(message);
    try {
      await go(to);
    } catch (error) {
      show(deal, from.id);
      report({ message: t('deal.not_moved', { deal: deal.name }), detail: problemText(t, error) });
    }
  };
}

/** Boards, their further pages and the table share one key; only boards have columns to move between. */
const holdsBoard = ({ state: { data } }: Query): boolean =>
  typeof data === 'object' && data !== null && 'pipeline' in data;

// A board with one card on another stage: counts and sums follow. Pure, so that a move shows before the server answers.

import type { Board, BoardColumn, Card, Id, Money } from '~/api/types';

/** The board as the browser holds it: with the moves the server has not confirmed yet. */
export interface HeldBoard extends Board {
  moved?: Record<Id, Id>;
}

export function moveCard(board: HeldBoard, card: Card, toStageId: Id): HeldBoard {
  const fromStageId = board.moved?.[card.id] ?? card.stage_id;
  if (fromStageId === toStageId) return board;
  const moved = { ...card, stage_id: toStageId };
  return {
    ...board,
    moved: { ...board.moved, [card.id]: toStageId },
    columns: board.columns.map((column) => {
      if (column.stage.id === fromStageId) return without(column, card);
      if (column.stage.id === toStageId) return withCard(column, moved);
      return column;
    }),
  };
}

function without(column: BoardColumn, card: Card): BoardColumn {
  return {
    ...column,
    count: column.count - 1,
    sums: add(column.sums, card.amount, -1),
    cards: column.cards.filter(({ id }) => id !== card.id),
  };
}

function withCard(column: BoardColumn, card: Card): BoardColumn {
  return { ...column, count: column.count + 1, sums: add(column.sums, card.amount, 1), cards: [card, ...column.cards] };
}

/** One sum per currency: amounts of different currencies are never added. */
function add(sums: Money[], amount: Money | null, sign: 1 | -1): Money[] {
  if (!amount) return sums;
  const known = sums.some(({ currency }) => currency === amount.currency);
  const all = known ? sums : [...sums, { minor: 0, currency: amount.currency }];
  return all.map((sum) =>
    sum.currency === amount.currency ? { ...sum, minor: sum.minor + sign * amount.minor } : sum,
  );
}

/** The cards of a column: its first page, then what was scrolled to, each once and without those moved away. */
export function cardsOf(board: HeldBoard, column: BoardColumn, more: readonly Card[]): Card[] {
  const seen = new Set<Id>();
  return [...column.cards, ...more].filter(({ id }) => {
    const elsewhere = (board.moved?.[id] ?? column.stage.id) !== column.stage.id;
    if (elsewhere || seen.has(id)) return false;
    seen.add(id);
    return true;
  });
}

// A move as it shows before the server answers.

import { describe, expect, test } from 'vitest';
import type { BoardColumn, Card, Money } from '~/api/types';
import { cardsOf, type HeldBoard, moveCard } from './move';

const usd = (minor: number): Money => ({ minor, currency: 'USD' });

const card = (id: string, stage: string, amount: Money | null = usd(100)): Card => ({
  id,
  name: id,
  organization: { id: 'o', name: 'O' },
  owner: { id: 'u', name: 'U' },
  amount,
  stage_id: stage,
  expected_close: null,
  people: [],
  gap: null,
  last_evidence_at: null,
  next_commitment: null,
  version: 1,
});

const column = (id: string, cards: Card[]): BoardColumn => ({
  stage: { id, key: id, name: id, expects: 'aware', position: 0 },
  count: cards.length,
  sums: cards.length ? [usd(100 * cards.length)] : [],
  cards,
  next_cursor: null,
});

const board = (): HeldBoard => ({
  pipeline: { id: 'p', name: 'P' },
  columns: [column('a', [card('1', 'a'), card('2', 'a')]), column('b', [])],
});

const shape = (held: HeldBoard) =>
  held.columns.map(({ count, sums, cards }) => [count, sums[0]?.minor ?? 0, cards.length]);

describe('moving a card', () => {
  test('takes its count and its amount along', () => {
    const moved = moveCard(board(), card('1', 'a'), 'b');
    expect(shape(moved)).toEqual([
      [1, 100, 1],
      [1, 100, 1],
    ]);
  });

  test('and back again changes nothing', () => {
    const there = moveCard(board(), card('1', 'a'), 'b');
    expect(shape(moveCard(there, card('1', 'a'), 'a'))).toEqual(shape(board()));
  });

  test('to where it stands is no move', () => {
    const before = board();
    expect(moveCard(before, card('1', 'a'), 'a')).toBe(before);
  });

  test('a card loaded by scrolling leaves its column too', () => {
    const deep = card('9', 'a');
    const moved = moveCard(board(), deep, 'b');
    const first = moved.columns[0];
    expect(first && cardsOf(moved, first, [deep]).map(({ id }) => id)).toEqual(['1', '2']);
  });

  test('euros are never added to dollars', () => {
    const moved = moveCard(board(), card('3', 'a', { minor: 5, currency: 'EUR' }), 'b');
    expect(moved.columns[1]?.sums).toEqual([{ minor: 5, currency: 'EUR' }]);
  });
});

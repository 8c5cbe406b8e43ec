// Carrying a card by keyboard: left and right go from column to column, not pixel by pixel.

import type { KeyboardCoordinateGetter } from '@dnd-kit/core';

export const toNeighbour: KeyboardCoordinateGetter = (event, { context, currentCoordinates }) => {
  const step = event.code === 'ArrowRight' ? 1 : event.code === 'ArrowLeft' ? -1 : 0;
  if (step === 0) return undefined;
  event.preventDefault();
  const columns = [...context.droppableRects.values()].sort((a, b) => a.left - b.left);
  const carried = context.collisionRect;
  if (!carried) return undefined;
  const middle = carried.left + carried.width / 2;
  const here = columns.findIndex(({ left, right }) => middle >= left && middle < right);
  const target = columns[here + step];
  return target ? { x: target.left + 7, y: currentCoordinates.y } : undefined;
};

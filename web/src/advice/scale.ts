// The scale on which the shifts of a list are drawn: one for all of them, so that they can be compared.

import type { Suggestion } from '~/api/types';

/** Below this width every shift would look large. */
const LEAST_WIDTH = 0.06;
const AIR = 0.08;

export function scaleOf(
  now: number,
  suggestions: readonly Pick<Suggestion, 'gain' | 'low' | 'high'>[],
): [number, number] {
  const all = suggestions.flatMap(({ gain, low, high }) => [now + gain, low, high]);
  return around([now, ...all]);
}

/** A range with air around these chances, nowhere below none nor above certainty. */
export function around(chances: readonly number[]): [number, number] {
  const low = Math.min(...chances);
  const high = Math.max(...chances);
  const width = Math.max(LEAST_WIDTH, (high - low) * (1 + 2 * AIR));
  const start = Math.min(Math.max(0, (low + high - width) / 2), Math.max(0, 1 - width));
  return [start, Math.min(1, start + width)];
}

// The stretch of a scale that holds everything drawn on it, and zero, with a little air at both ends.

import type { Domain } from './WaterfallBar';

const AIR = 0.02;

export function domainOf(ends: readonly number[]): Domain {
  const low = Math.min(0, ...ends);
  const high = Math.max(0, ...ends);
  const margin = (high - low) * AIR;
  return { low: low - margin, high: high + margin };
}

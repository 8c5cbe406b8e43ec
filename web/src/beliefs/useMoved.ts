// A belief that moved shows by how much for four seconds. Only live: a day looked back at has not just moved.

import { useEffect, useRef, useState } from 'react';

const SHOWN_MS = 4_000;
const WORTH_SHOWING_POINTS = 0.05;

/** The change in points since the last value, or null when there is nothing to show. */
export function useMoved(chance: number | null, live: boolean): number | null {
  const before = useRef({ chance, live });
  const [moved, setMoved] = useState<number | null>(null);
  useEffect(() => {
    const last = before.current;
    before.current = { chance, live };
    if (!live || !last.live || chance === null || last.chance === null) return;
    const points = toPoints(chance) - toPoints(last.chance);
    if (Math.abs(points) < WORTH_SHOWING_POINTS) return;
    setMoved(points);
    const timer = setTimeout(() => setMoved(null), SHOWN_MS);
    return () => clearTimeout(timer);
  }, [chance, live]);
  return moved;
}

/** A chance on the scale of evidence: 10 points double the odds. Certainty is cut off where it could not be drawn. */
export function toPoints(chance: number): number {
  const bounded = Math.min(1 - 1e-6, Math.max(1e-6, chance));
  return 10 * Math.log2(bounded / (1 - bounded));
}

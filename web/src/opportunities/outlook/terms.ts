// The sum behind the chance to win, ready to draw: the base first, then the terms by size, those that hardly count in one
// line, and the total they add up to.

import type { Win, WinTermLine } from '~/api/types';
import { domainOf } from '~/graphics/domain';
import type { Span } from '~/graphics/ruler';
import type { Domain } from '~/graphics/WaterfallBar';
import { addUp } from '~/words/rounding';

export interface TermRow {
  /** One term, or several that are small. */
  terms: WinTermLine[];
  points: number;
  /** In tenths that add up to the total shown. */
  shown: number;
  bar: Span;
}

export interface TermRows {
  rows: TermRow[];
  total: { shown: number; bar: Span };
  domain: Domain;
}

/** As many lines as can be read at a glance; fewer are shown as they are. */
const MOST = 9;
const SMALL_POINTS = 0.5;

export function termRows({ terms, total_points: total }: Win, unfolded: boolean): TermRows {
  const ordered = [...terms].sort(
    (a, b) => Number(b.kind === 'base') - Number(a.kind === 'base') || Math.abs(b.points) - Math.abs(a.points),
  );
  const lines = unfolded || ordered.length <= MOST ? ordered.map((term) => [term]) : folded(ordered);
  const points = lines.map((line) => line.reduce((sum, term) => sum + term.points, 0));
  const shown = addUp(points, total);
  let running = 0;
  const rows = lines.map((line, index): TermRow => {
    const worth = points[index] ?? 0;
    const bar = { from: running, to: running + worth };
    running = bar.to;
    return { terms: line, points: worth, shown: shown[index] ?? 0, bar };
  });
  return {
    rows,
    total: { shown: Math.round(total * 10) / 10, bar: { from: 0, to: total } },
    domain: domainOf([total, ...rows.map(({ bar }) => bar.to)]),
  };
}

function folded(ordered: readonly WinTermLine[]): WinTermLine[][] {
  const isSmall = ({ kind, points }: WinTermLine) => kind !== 'base' && Math.abs(points) < SMALL_POINTS;
  const small = ordered.filter(isSmall);
  return [...ordered.filter((term) => !isSmall(term)).map((term) => [term]), ...(small.length > 0 ? [small] : [])];
}

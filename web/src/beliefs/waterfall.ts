// The sum behind a chance, ready to draw: each line's shown tenths and the stretch of the scale its bar covers.

import type { Explanation, ExplanationLine } from '~/api/types';
import { domainOf } from '~/graphics/domain';
import type { Span } from '~/graphics/ruler';
import type { Domain } from '~/graphics/WaterfallBar';
import { addUp } from '~/words/rounding';

export type Order = 'in_order' | 'by_size';

export interface WaterfallLine {
  line: ExplanationLine;
  /** Its place in time, by which it is known. */
  index: number;
  shown: number;
  bar: Span;
}

export interface WaterfallRows {
  start: { shown: number; bar: Span };
  lines: WaterfallLine[];
  quiet: { shown: number; bar: Span };
  total: { shown: number; bar: Span };
  domain: Domain;
}

export function waterfall(explanation: Explanation, order: Order): WaterfallRows {
  const { start_points: start, lines, quiet_points: quiet, total_points: total } = explanation;
  const shown = addUp([start, ...lines.map(({ points }) => points), quiet], total);
  let running = start;
  const inOrder = lines.map((line, index): WaterfallLine => {
    const bar = { from: running, to: running + line.points };
    running = bar.to;
    return { line, index, shown: shown[index + 1] ?? 0, bar };
  });
  const rows: Omit<WaterfallRows, 'domain'> = {
    start: { shown: shown[0] ?? 0, bar: { from: 0, to: start } },
    lines: order === 'in_order' ? inOrder : bySize(inOrder),
    quiet: { shown: shown.at(-1) ?? 0, bar: { from: running, to: running + quiet } },
    total: { shown: Math.round(total * 10) / 10, bar: { from: 0, to: total } },
  };
  const ends = [rows.start, rows.quiet, rows.total, ...rows.lines].flatMap(({ bar }) => [bar.from, bar.to]);
  return { ...rows, domain: domainOf(ends) };
}

/** By size every bar starts at zero: lengths are compared, not the path. */
function bySize(lines: WaterfallLine[]): WaterfallLine[] {
  return [...lines]
    .sort((a, b) => Math.abs(b.line.points) - Math.abs(a.line.points))
    .map((row) => ({ ...row, bar: { from: 0, to: row.line.points } }));
}

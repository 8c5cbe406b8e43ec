// One line of the sum: a bar from the running total before it to the running total after it, on a shared scale.

import type { Span } from './ruler';

export interface Domain {
  low: number;
  high: number;
}

interface Props {
  bar: Span;
  domain: Domain;
  tone: 'toward' | 'away' | 'still';
}

const WIDTH = 74;
const HEIGHT = 20;
const THINNEST = 1.5;

export function WaterfallBar({ bar, domain, tone }: Props) {
  const x = (points: number) => ((points - domain.low) / (domain.high - domain.low || 1)) * WIDTH;
  const left = Math.min(x(bar.from), x(bar.to));
  const width = Math.max(THINNEST, Math.abs(x(bar.to) - x(bar.from)));
  return (
    <svg width={WIDTH} height={HEIGHT} aria-hidden="true">
      <path d={`M${x(0)},0v${HEIGHT}`} stroke="var(--line-strong)" />
      <rect
        x={Math.min(left, WIDTH - width)}
        y="5"
        width={width}
        height="10"
        rx="1.5"
        fill={tone === 'still' ? 'var(--mark-muted)' : `var(--${tone})`}
      />
    </svg>
  );
}

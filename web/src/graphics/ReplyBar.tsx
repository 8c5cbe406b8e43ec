// The answers that something may get: a part for each, as wide as it is likely; the one that came is underlined.

export interface ReplyPart {
  p: number;
  /** Whether it leaves more than there is now, or less. */
  tone: 'toward' | 'away' | 'still';
  came?: boolean;
}

interface Props {
  parts: readonly ReplyPart[];
  width?: number;
  height?: number;
  label: string;
}

const GAP = 1;
/** What can happen is drawn, however unlikely. */
const LEAST = 1.5;
const FILLS = { toward: 'var(--toward)', away: 'var(--away-muted)', still: 'var(--line-strong)' };

export function ReplyBar({ parts, width = 92, height = 6, label }: Props) {
  const shown = parts.filter(({ p }) => p > 0);
  const free = width - GAP * Math.max(0, shown.length - 1) - LEAST * shown.length;
  const total = shown.reduce((sum, { p }) => sum + p, 0) || 1;
  const cameHere = shown.some(({ came }) => came);
  let x = 0;
  return (
    <svg width={width} height={height + (cameHere ? 4 : 0)} role="img" aria-label={label}>
      <title>{label}</title>
      {shown.map(({ p, tone, came }, index) => {
        const own = LEAST + (p / total) * free;
        const from = x;
        x += own + GAP;
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: the parts have no other name than their place
          <g key={index}>
            <rect
              x={from}
              width={own}
              height={height}
              rx="1"
              fill={FILLS[tone]}
              opacity={cameHere && !came ? 0.4 : 1}
            />
            {came && <rect x={from} y={height + 2} width={own} height="2" rx="1" fill="var(--text)" />}
          </g>
        );
      })}
    </svg>
  );
}

// Touches week by week: ours stand up, theirs hang down. An empty week keeps a hairline.

interface Props {
  ours: readonly number[];
  theirs: readonly number[];
  label: string;
}

const STEP = 7;
const BAR = 5;
const HALF = 14;
const UNIT = 3;
const THINNEST = 1;

export function TouchPair({ ours, theirs, label }: Props) {
  const weeks = Math.max(ours.length, theirs.length);
  const unit = Math.min(UNIT, HALF / Math.max(1, ...ours, ...theirs));
  const height = (count: number) => Math.max(THINNEST, count * unit);
  return (
    <svg width={weeks * STEP} height={HALF * 2 + 2} role="img" aria-label={label}>
      <title>{label}</title>
      {ours.map((count, week) => (
        <rect
          // biome-ignore lint/suspicious/noArrayIndexKey: the week is the identity
          key={week}
          x={week * STEP}
          y={HALF - height(count)}
          width={BAR}
          height={height(count)}
          rx={count > 0 ? 1 : 0}
          fill={count > 0 ? 'var(--us-muted)' : 'var(--line-strong)'}
        />
      ))}
      {theirs.map((count, week) => (
        <rect
          // biome-ignore lint/suspicious/noArrayIndexKey: the week is the identity
          key={week}
          x={week * STEP}
          y={HALF + 2}
          width={BAR}
          height={height(count)}
          rx={count > 0 ? 1 : 0}
          fill={count > 0 ? 'var(--toward)' : 'var(--line-strong)'}
        />
      ))}
    </svg>
  );
}

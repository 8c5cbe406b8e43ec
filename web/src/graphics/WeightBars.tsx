// What a sign says of each of five levels: up speaks for the level, down against it. An earlier figure is a hollow tick.

interface Props {
  values: readonly number[];
  /** The same before, to be held against it. */
  before?: readonly number[] | null;
  width?: number;
  label: string;
}

const HEIGHT = 30;
const MIDDLE = HEIGHT / 2;
/** Bars reach the edge at this weight: beyond it they all say the same, “certainly”. */
const EDGE = 3;
const GAP = 2;

export function WeightBars({ values, before = null, width = 70, label }: Props) {
  const step = width / Math.max(1, values.length);
  const y = (value: number) => MIDDLE - (Math.max(-EDGE, Math.min(EDGE, value)) / EDGE) * (MIDDLE - 1);
  return (
    <svg width={width} height={HEIGHT} role="img" aria-label={label}>
      <title>{label}</title>
      <path d={`M0,${MIDDLE}H${width}`} stroke="var(--line-strong)" />
      {values.map((value, at) => (
        <rect
          // biome-ignore lint/suspicious/noArrayIndexKey: a level is its place
          key={at}
          x={at * step + GAP / 2}
          y={Math.min(MIDDLE, y(value))}
          width={step - GAP}
          height={Math.abs(MIDDLE - y(value))}
          fill={value >= 0 ? 'var(--toward)' : 'var(--away)'}
        />
      ))}
      {before?.map((value, at) => (
        <path
          // biome-ignore lint/suspicious/noArrayIndexKey: a level is its place
          key={at}
          d={`M${at * step + GAP / 2},${y(value)}h${step - GAP}`}
          stroke="var(--text-2)"
          strokeWidth="1.5"
        />
      ))}
    </svg>
  );
}

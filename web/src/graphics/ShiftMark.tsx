// A figure before (hollow) and after (solid): what one piece of evidence would do, or did. The halo is 80 % of the after.

interface Props {
  before: number;
  after: number;
  /** The ends of the scale. A scale with two sides has its middle marked. */
  range?: readonly [number, number];
  halo?: { low: number; high: number } | undefined;
  width?: number;
  label: string;
}

const CHANCES = [0, 1] as const;
const EDGE = 4;
/** Where four in five end at one figure, the halo is still there to be seen. */
const LEAST_HALO = 3;

export function ShiftMark({ before, after, range = CHANCES, halo, width = 92, label }: Props) {
  const [low, high] = range;
  const x = (value: number) => EDGE + ((value - low) / (high - low)) * (width - 2 * EDGE);
  const tone = after >= before ? 'var(--toward)' : 'var(--away)';
  return (
    <svg width={width} height="14" role="img" aria-label={label}>
      <title>{label}</title>
      <path d={`M${EDGE},7.5h${width - 2 * EDGE}`} stroke="var(--line-strong)" />
      {low < 0 && <path d={`M${x(0)},3v9`} stroke="var(--line-strong)" />}
      {halo && (
        <rect
          x={Math.min(x(halo.low), (x(halo.low) + x(halo.high) - LEAST_HALO) / 2)}
          y="4.5"
          width={Math.max(LEAST_HALO, x(halo.high) - x(halo.low))}
          height="6"
          rx={LEAST_HALO / 2}
          fill={tone}
          opacity=".22"
        />
      )}
      <path d={`M${x(before)},7.5H${x(after)}`} stroke={tone} strokeWidth="2" />
      <circle cx={x(before)} cy="7.5" r="3" fill="var(--surface)" stroke={tone} strokeWidth="1.5" />
      <circle cx={x(after)} cy="7.5" r="3.5" fill={tone} />
    </svg>
  );
}

// What was expected beside what was observed: above, dashed, from before to what was hoped for; below, solid, from before
// to just after, and on to a fortnight later.

interface Props {
  expected: readonly [before: number, after: number] | null;
  observed: readonly [before: number, after: number, later: number | null] | null;
  /** The ends of the scale, which rows that stand beneath one another share. */
  range: readonly [number, number];
  width?: number;
  label: string;
}

const EDGE = 5;
const HEIGHT = 26;
const LANES = { expected: 7, observed: 19 };

export function ExpectedObserved({ expected, observed, range: [low, high], width = 180, label }: Props) {
  const span = high - low || 1;
  const inside = (value: number) => Math.min(1, Math.max(0, (value - low) / span));
  const x = (value: number) => EDGE + inside(value) * (width - 2 * EDGE);
  const tone = (before: number, after: number) => (after >= before ? 'var(--toward)' : 'var(--away)');
  return (
    <svg width={width} height={HEIGHT} viewBox={`0 0 ${width} ${HEIGHT}`} role="img" aria-label={label}>
      <title>{label}</title>
      <path d={`M${EDGE},.5v${HEIGHT - 1}M${width - EDGE},.5v${HEIGHT - 1}`} stroke="var(--line)" />
      {expected && (
        <g fill="var(--surface)" stroke={tone(...expected)} strokeWidth="1.5">
          <path d={`M${x(expected[0])},${LANES.expected}H${x(expected[1])}`} strokeDasharray="3 2" />
          <circle cx={x(expected[0])} cy={LANES.expected} r="2.6" />
          <circle cx={x(expected[1])} cy={LANES.expected} r="3.4" strokeDasharray="2 1.4" />
        </g>
      )}
      {observed && <Observed moments={observed} x={x} tone={tone(observed[0], observed[1])} />}
    </svg>
  );
}

interface ObservedProps {
  moments: readonly [number, number, number | null];
  x: (value: number) => number;
  tone: string;
}

function Observed({ moments: [before, after, later], x, tone }: ObservedProps) {
  const y = LANES.observed;
  return (
    <g stroke={tone} strokeWidth="1.5">
      {later !== null && (
        <>
          <path d={`M${x(after)},${y}H${x(later)}`} stroke="var(--mark-muted)" />
          <path d={`M${x(later)},${y - 4}v8`} stroke="var(--text-2)" strokeWidth="2" />
        </>
      )}
      <path d={`M${x(before)},${y}H${x(after)}`} strokeWidth="2" />
      <circle cx={x(before)} cy={y} r="2.6" fill="var(--surface)" />
      <circle cx={x(after)} cy={y} r="3.4" fill={tone} />
    </g>
  );
}

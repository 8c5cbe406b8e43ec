// How probable it is to reach at least so much: falls from left to right; the middle 80 % is shaded, its middle ticked.

export interface AtLeast {
  amount: number;
  p: number;
}

interface Props {
  width: number;
  curve: readonly AtLeast[];
  low: number;
  middle: number;
  high: number;
  /** Another amount to hold against it, dashed where it fits. */
  beside: number | null;
  words: { title: string; certain: string; half: string; none: string; low: string; middle: string; high: string };
}

const HEIGHT = 150;
const TOP = 6;
const FLOOR = 118;
const LEFT = 38;
const CLOSE = 76;

export function AtLeastCurve({ width, curve, low, middle, high, beside, words }: Props) {
  const most = Math.max(1, ...curve.map(({ amount }) => amount));
  const x = (amount: number) => LEFT + (amount / most) * (width - LEFT - 8);
  const y = (p: number) => FLOOR - p * (FLOOR - TOP);
  const line = curve.map(({ amount, p }, index) => `${index ? 'L' : 'M'}${x(amount).toFixed(1)},${y(p).toFixed(1)}`);
  /** A name under the axis that would run into its neighbour, or off the page, is left to the figures. */
  const fits = (from: number, to: number) => x(to) - x(from) >= CLOSE;
  const ticks = [
    { at: low, name: words.low, shown: fits(low, middle) },
    { at: middle, name: words.middle, shown: true },
    { at: high, name: words.high, shown: fits(middle, high) },
  ];
  return (
    <svg width={width} height={HEIGHT} role="img" aria-label={words.title} overflow="visible">
      <title>{words.title}</title>
      <rect x={x(low)} y={TOP} width={Math.max(1, x(high) - x(low))} height={FLOOR - TOP} fill="var(--toward-soft)" />
      {[
        { p: 1, name: words.certain },
        { p: 0.5, name: words.half },
        { p: 0, name: words.none },
      ].map(({ p, name }) => (
        <g key={p}>
          <path d={`M${LEFT},${y(p)}H${width}`} stroke={p ? 'var(--line)' : 'var(--line-strong)'} />
          <text x={LEFT - 6} y={y(p) + 4} textAnchor="end" fontSize="10.5" fill="var(--text-3)">
            {name}
          </text>
        </g>
      ))}
      {beside !== null && beside <= most && (
        <path d={`M${x(beside)},${TOP}V${FLOOR}`} stroke="var(--text-3)" strokeDasharray="3 3" />
      )}
      <path d={line.join('')} fill="none" stroke="var(--toward)" strokeWidth="1.8" strokeLinejoin="round" />
      <circle
        cx={x(middle)}
        cy={y(chanceOf(curve, middle))}
        r="3.5"
        fill="var(--toward)"
        stroke="var(--surface)"
        strokeWidth="1.5"
      />
      {ticks.map(({ at, name, shown }) => (
        <g key={name}>
          <path d={`M${x(at)},${FLOOR}v5`} stroke="var(--text-2)" />
          {shown && (
            <text x={x(at)} y={FLOOR + 18} textAnchor="middle" fontSize="11" fill="var(--text-2)">
              {name}
            </text>
          )}
        </g>
      ))}
    </svg>
  );
}

/** The curve is known at some amounts only; between two of them it is taken to be straight. */
function chanceOf(curve: readonly AtLeast[], amount: number): number {
  const index = curve.findIndex((point) => point.amount >= amount);
  const [before, after] = [curve[index - 1], curve[index]];
  if (!after) return 0;
  if (!before) return after.p;
  return before.p + ((after.p - before.p) * (amount - before.amount)) / (after.amount - before.amount);
}

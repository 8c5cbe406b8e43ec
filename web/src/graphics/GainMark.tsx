// A difference with its 80 % interval, on a scale that has nothing in its middle: right of it is better.

interface Props {
  gain: number;
  low: number;
  high: number;
  /** What either end of the scale stands for. */
  range: number;
  width?: number;
  label: string;
}

const HEIGHT = 14;
const MIDDLE = HEIGHT / 2;
const EDGE = 3;

export function GainMark({ gain, low, high, range, width = 120, label }: Props) {
  const x = (value: number) => width / 2 + (range > 0 ? value / range : 0) * (width / 2 - EDGE);
  const tone = low > 0 ? 'var(--toward)' : high < 0 ? 'var(--away)' : 'var(--text-2)';
  return (
    <svg width={width} height={HEIGHT} role="img" aria-label={label}>
      <title>{label}</title>
      <path d={`M0,${MIDDLE}H${width}M${width / 2},1V${HEIGHT - 1}`} stroke="var(--line-strong)" />
      <rect
        x={x(low)}
        y={MIDDLE - 2}
        width={Math.max(1, x(high) - x(low))}
        height="4"
        rx="2"
        fill={tone}
        opacity=".35"
      />
      <rect x={x(gain) - 1} y={MIDDLE - 4.5} width="2" height="9" rx="1" fill={tone} />
    </svg>
  );
}

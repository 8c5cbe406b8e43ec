// By how much two shares differ, with its 80 % interval, on a scale with zero in the middle. It has a direction only where the
// interval leaves zero out.

interface Props {
  value: number;
  low: number;
  high: number;
  /** How far the scale reaches either way. */
  reach: number;
  /** Another figure to hold against it, drawn as a hollow dot. */
  beside?: number | null;
  width?: number;
  label: string;
}

const HEIGHT = 14;
const MIDDLE = HEIGHT / 2;

export function DifferenceMark({ value, low, high, reach, beside = null, width = 120, label }: Props) {
  const x = (difference: number) => {
    const part = Math.max(-1, Math.min(1, difference / reach));
    return 2 + ((part + 1) / 2) * (width - 4);
  };
  const tone = low > 0 ? 'toward' : high < 0 ? 'away' : null;
  return (
    <svg width={width} height={HEIGHT} role="img" aria-label={label}>
      <title>{label}</title>
      <path d={`M0,${MIDDLE}H${width}`} stroke="var(--line)" />
      <path d={`M${x(0)},0v${HEIGHT}`} stroke="var(--line-strong)" />
      <rect
        x={x(low)}
        y={MIDDLE - 2}
        width={Math.max(1, x(high) - x(low))}
        height="4"
        rx="2"
        fill={tone ? `var(--${tone}-muted)` : 'var(--mark-muted)'}
      />
      <rect
        x={x(value) - 1}
        y={MIDDLE - 4.5}
        width="2"
        height="9"
        rx="1"
        fill={tone ? `var(--${tone})` : 'var(--text-2)'}
      />
      {beside !== null && (
        <circle cx={x(beside)} cy={MIDDLE} r="2.5" fill="var(--surface)" stroke="var(--text-2)" strokeWidth="1.2" />
      )}
    </svg>
  );
}

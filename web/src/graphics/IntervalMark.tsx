// A figure with its 80 % interval on a scale from 0 to 1: the band is where it may lie, the tick is the middle.

interface Props {
  value: number;
  low: number;
  high: number;
  width?: number;
  /** Another figure to hold against it, drawn as a hollow dot. */
  beside?: number | null;
  label: string;
}

const HEIGHT = 14;
const MIDDLE = HEIGHT / 2;

export function IntervalMark({ value, low, high, width = 50, beside = null, label }: Props) {
  const x = (p: number) => 1 + Math.max(0, Math.min(1, p)) * (width - 2);
  return (
    <svg width={width} height={HEIGHT} role="img" aria-label={label}>
      <title>{label}</title>
      <path d={`M0,${MIDDLE}H${width}`} stroke="var(--line-strong)" />
      <rect
        x={x(low)}
        y={MIDDLE - 2}
        width={Math.max(1, x(high) - x(low))}
        height="4"
        rx="2"
        fill="var(--toward-muted)"
      />
      <rect x={x(value) - 1} y={MIDDLE - 4.5} width="2" height="9" rx="1" fill="var(--toward)" />
      {beside !== null && (
        <circle cx={x(beside)} cy={MIDDLE} r="2.5" fill="var(--surface)" stroke="var(--text-2)" strokeWidth="1.2" />
      )}
    </svg>
  );
}

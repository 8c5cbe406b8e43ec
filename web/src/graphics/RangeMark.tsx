// A day that is not certain: the band holds 80 %, the dot is the middle, and a flag stands on the day that was written down.

interface Props {
  /** All from 0 to 1 along the axis. */
  low: number;
  middle: number;
  high: number;
  /** The day written down, if there is one. */
  recorded: number | null;
  width: number;
  label: string;
}

const EDGE = 6;

export function RangeMark({ low, middle, high, recorded, width, label }: Props) {
  const x = (part: number) => EDGE + Math.min(1, Math.max(0, part)) * (width - 2 * EDGE);
  return (
    <svg width={width} height="26" viewBox={`0 0 ${width} 26`} role="img" aria-label={label}>
      <title>{label}</title>
      <path d={`M${EDGE},16.5h${width - 2 * EDGE}`} stroke="var(--line-strong)" />
      <rect
        x={x(low)}
        y="13"
        width={Math.max(2, x(high) - x(low))}
        height="7"
        rx="3.5"
        fill="var(--toward)"
        opacity=".25"
      />
      <circle cx={x(middle)} cy="16.5" r="4" fill="var(--toward)" />
      {recorded !== null && (
        <>
          <path d={`M${x(recorded)},4V23`} stroke="var(--us)" strokeWidth="1.6" />
          <path d={`M${x(recorded)},3h9l-2.5,3.2l2.5,3.2h-9z`} fill="var(--us)" />
        </>
      )}
    </svg>
  );
}

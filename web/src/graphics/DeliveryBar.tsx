// How far something is delivered (bar) against how much it matters (tick), both from 0 to 1: the gap is what lies between.

interface Props {
  /** Null where nothing is known of it. */
  delivery: number | null;
  /** Null where nothing is set beside the bar. */
  tick: number | null;
  width?: number;
  label?: string;
}

const inside = (share: number) => Math.min(1, Math.max(0, share));

export function DeliveryBar({ delivery, tick, width = 70, label }: Props) {
  return (
    // biome-ignore lint/a11y/noSvgWithoutTitle: it is titled wherever it is not hidden
    <svg
      width={width}
      height="8"
      viewBox={`0 0 ${width} 8`}
      {...(label ? { role: 'img', 'aria-label': label } : { 'aria-hidden': true })}
    >
      {label && <title>{label}</title>}
      <rect y="2" width={width} height="4" rx="2" fill="var(--line-strong)" />
      {delivery !== null && <rect y="2" width={width * inside(delivery)} height="4" rx="2" fill="var(--toward)" />}
      {tick !== null && (
        <path
          d={`M${Math.min(width - 1, Math.max(1, width * inside(tick)))},0v8`}
          stroke="var(--text)"
          strokeWidth="2"
        />
      )}
    </svg>
  );
}

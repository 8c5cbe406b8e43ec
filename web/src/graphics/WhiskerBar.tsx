// An expected number, as a bar in the colour of its state, with whiskers from where it may begin to where it may end.

import type { Stage } from '~/api/types';

interface Props {
  stage: Stage;
  value: number;
  low: number;
  high: number;
  /** What the full width stands for. */
  most: number;
  width?: number;
  label: string;
}

const HEIGHT = 16;
const MIDDLE = HEIGHT / 2;
const WHISKER = 2.5;

export function WhiskerBar({ stage, value, low, high, most, width = 156, label }: Props) {
  const x = (number: number) => (Math.max(0, number) / (most || 1)) * (width - 2);
  return (
    <svg width={width} height={HEIGHT} role="img" aria-label={label}>
      <title>{label}</title>
      <rect y="2" width={Math.max(1, x(value))} height={HEIGHT - 4} rx="2" fill={`var(--state-${stage})`} />
      <path
        d={`M${x(low)},${MIDDLE}H${x(high)}M${x(low)},${MIDDLE - WHISKER}v${2 * WHISKER}M${x(high)},${MIDDLE - WHISKER}v${2 * WHISKER}`}
        fill="none"
        stroke="var(--text)"
      />
    </svg>
  );
}

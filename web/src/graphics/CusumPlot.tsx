// The upper half of a control chart: the summed shortfall week by week, the limit, and where it was reached.

import { weeklyAxis } from './weekly';

interface Props {
  width: number;
  values: readonly number[];
  limit: number;
  words: { title: string; limit: string };
}

const HEIGHT = 118;
const FLOOR = HEIGHT - 8;
const HEADROOM = 1.35;

export function CusumPlot({ width, values, limit, words }: Props) {
  const { x, left } = weeklyAxis(width, values.length);
  const most = Math.max(limit * HEADROOM, ...values.map((value) => value * 1.1)) || 1;
  const y = (value: number) => FLOOR - (value / most) * (FLOOR - 4);
  const line = values.map((value, week) => `${week ? 'L' : 'M'}${x(week).toFixed(1)},${y(value).toFixed(1)}`).join('');
  return (
    <svg width={width} height={HEIGHT} role="img" aria-label={words.title}>
      <title>{words.title}</title>
      <rect x={left} y="0" width={width - left} height={y(limit)} fill="var(--away-soft)" opacity=".6" />
      <path d={`M${left},${y(limit)}H${width}`} stroke="var(--away)" strokeWidth="1.2" strokeDasharray="5 3" />
      <text x={left + 6} y={y(limit) - 6} fontSize="11" fontWeight="500" fill="var(--away)">
        {words.limit}
      </text>
      <path d={`M${left},${y(0)}H${width}`} stroke="var(--line-strong)" />
      <text x={left - 7} y={y(0) + 4} textAnchor="end" fontSize="10.5" fill="var(--text-3)">
        0
      </text>
      <path d={line} fill="none" stroke="var(--text)" strokeWidth="1.6" strokeLinejoin="round" />
      {values.map((value, week) => (
        <circle
          // biome-ignore lint/suspicious/noArrayIndexKey: the week is the identity
          key={week}
          cx={x(week)}
          cy={y(value)}
          r={value >= limit ? 4.5 : 2.4}
          fill={value >= limit ? 'var(--away)' : 'var(--surface)'}
          stroke={value >= limit ? 'var(--surface)' : 'var(--text)'}
          strokeWidth="1.3"
        />
      ))}
    </svg>
  );
}

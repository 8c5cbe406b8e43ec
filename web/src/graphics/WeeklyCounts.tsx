// The lower half of a control chart: what came from them each week, the usual rate, and the weeks under the axis.

import { namedWeeks, weeklyAxis } from './weekly';

interface Props {
  width: number;
  counts: readonly number[];
  usual: number;
  /** The name of each week. */
  weeks: readonly string[];
  words: { title: string; usual: string };
}

const FLOOR = 62;
const TALLEST = 40;
const NAME = 56;

export function WeeklyCounts({ width, counts, usual, weeks, words }: Props) {
  const { x, bar, left } = weeklyAxis(width, counts.length);
  const scale = TALLEST / Math.max(2, usual * 1.4, ...counts);
  const y = (count: number) => FLOOR - count * scale;
  return (
    <svg width={width} height={FLOOR + 18} role="img" aria-label={words.title} overflow="visible">
      <title>{words.title}</title>
      <path d={`M${left},${FLOOR + 0.5}H${width}`} stroke="var(--line-strong)" />
      {counts.map((count, week) =>
        count > 0 ? (
          <rect
            // biome-ignore lint/suspicious/noArrayIndexKey: the week is the identity
            key={week}
            x={x(week) - bar / 2}
            y={y(count)}
            width={bar}
            height={FLOOR - y(count)}
            rx="1.5"
            fill="var(--toward-muted)"
          />
        ) : (
          <path
            // biome-ignore lint/suspicious/noArrayIndexKey: the week is the identity
            key={week}
            d={`M${x(week) - bar / 2},${FLOOR - 0.5}h${bar}`}
            stroke="var(--away)"
            strokeWidth="2"
          />
        ),
      )}
      <path d={`M${left},${y(usual)}H${width}`} stroke="var(--toward)" strokeDasharray="2 3" />
      <text
        x={width}
        y={FLOOR - TALLEST - 8}
        textAnchor="end"
        fontSize="10.5"
        fill="var(--toward)"
        stroke="var(--surface)"
        strokeWidth="3"
        paintOrder="stroke"
      >
        {words.usual}
      </text>
      {namedWeeks(width, weeks.length, NAME).map((week) => (
        <text key={week} x={x(week)} y={FLOOR + 15} textAnchor="middle" fontSize="10.5" fill="var(--text-3)">
          {weeks[week]}
        </text>
      ))}
    </svg>
  );
}

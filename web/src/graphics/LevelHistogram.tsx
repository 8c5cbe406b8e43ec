// One factor on its five levels: height is probability, so doubt is seen as spread; dashes are an earlier day.

const WIDTH = 190;
const HEIGHT = 62;
const GAP = 3;
const BAR = (WIDTH - GAP * 4) / 5;
const HEADROOM = 12;
const NAMED_FROM = 0.1;

interface Props {
  levels: readonly number[];
  before: readonly number[] | null;
  tones: readonly string[];
  label: string;
}

export function LevelHistogram({ levels, before, tones, label }: Props) {
  const highest = Math.max(0.5, ...levels, ...(before ?? []));
  const top = Math.max(...levels);
  const rise = (p: number) => (p / highest) * (HEIGHT - HEADROOM);
  return (
    <svg
      width={WIDTH}
      height={HEIGHT + 1}
      viewBox={`0 0 ${WIDTH} ${HEIGHT + 1}`}
      role="img"
      aria-label={label}
      overflow="visible"
    >
      <title>{label}</title>
      {levels.map((p, level) => {
        const x = level * (BAR + GAP);
        const height = Math.max(1.5, rise(p));
        const earlier = before?.[level];
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: the level is the identity
          <g key={level}>
            <rect x={x} y={HEIGHT - height} width={BAR} height={height} rx="1.5" fill={`var(--${tones[level]})`} />
            {earlier !== undefined && (
              <path
                d={`M${x},${HEIGHT - rise(earlier)}h${BAR}`}
                stroke="var(--text)"
                strokeWidth="1.2"
                strokeDasharray="2 1.5"
                opacity=".55"
              />
            )}
            {p >= NAMED_FROM && (
              <text
                x={x + BAR / 2}
                y={HEIGHT - height - 3}
                textAnchor="middle"
                fontSize="10"
                fontWeight={p === top ? 600 : 400}
                fill="var(--text-2)"
                stroke="var(--surface)"
                strokeWidth="3"
                paintOrder="stroke"
              >
                {Math.round(p * 100)}
              </text>
            )}
          </g>
        );
      })}
      <path d={`M0,${HEIGHT + 0.5}h${WIDTH}`} stroke="var(--line-strong)" />
    </svg>
  );
}

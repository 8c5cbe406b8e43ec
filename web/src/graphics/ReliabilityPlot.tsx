// How often came true what was forecast with about the same probability: on the diagonal where they agree. A dot is a
// group of forecasts, as large as there are many, with the 80 % interval of what came true.

export interface ReliabilityBin {
  count: number;
  forecast: number;
  observed: number;
  low: number;
  high: number;
}

interface Props {
  width: number;
  /** The forecasts looked at. */
  bins: readonly ReliabilityBin[];
  /** Others to hold against them, hollow. */
  beside: readonly ReliabilityBin[];
  words: { title: string; forecast: string; observed: string };
}

const LEFT = 44;
/** Room for half of the last figure of the scale. */
const RIGHT = 18;
const TOP = 8;
const BELOW = 38;
const TICKS = [0, 0.25, 0.5, 0.75, 1];

export function ReliabilityPlot({ width, bins, beside, words }: Props) {
  const side = Math.max(120, Math.min(width - LEFT - RIGHT, 340));
  const x = (p: number) => LEFT + p * side;
  const y = (p: number) => TOP + (1 - p) * side;
  const most = Math.max(1, ...bins.map(({ count }) => count), ...beside.map(({ count }) => count));
  const radius = (count: number) => 2.5 + 3.5 * Math.sqrt(count / most);
  return (
    <svg width={LEFT + side + RIGHT} height={TOP + side + BELOW} role="img" aria-label={words.title}>
      <title>{words.title}</title>
      {TICKS.map((tick) => (
        <g key={tick}>
          <path d={`M${LEFT},${y(tick)}H${LEFT + side}M${x(tick)},${TOP}V${TOP + side}`} stroke="var(--line)" />
          <text x={LEFT - 6} y={y(tick) + 4} textAnchor="end" fontSize="11" fill="var(--text-3)">
            {`${tick * 100}%`}
          </text>
          <text x={x(tick)} y={TOP + side + 15} textAnchor="middle" fontSize="11" fill="var(--text-3)">
            {`${tick * 100}%`}
          </text>
        </g>
      ))}
      <path d={`M${x(0)},${y(0)}L${x(1)},${y(1)}`} stroke="var(--text-3)" strokeDasharray="4 3" />
      <text x={x(0.5)} y={TOP + side + 32} textAnchor="middle" fontSize="11" fill="var(--text-2)">
        {words.forecast}
      </text>
      <text transform={`translate(11 ${y(0.5)}) rotate(-90)`} textAnchor="middle" fontSize="11" fill="var(--text-2)">
        {words.observed}
      </text>
      {beside.map((bin) => (
        <circle
          key={bin.forecast}
          cx={x(bin.forecast)}
          cy={y(bin.observed)}
          r={radius(bin.count)}
          fill="var(--surface)"
          stroke="var(--text-3)"
          strokeWidth="1.3"
        />
      ))}
      {bins.map((bin) => (
        <g key={bin.forecast}>
          <path
            d={`M${x(bin.forecast)},${y(bin.low)}V${y(bin.high)}`}
            stroke="var(--toward-muted)"
            strokeWidth="3"
            strokeLinecap="round"
          />
          <circle cx={x(bin.forecast)} cy={y(bin.observed)} r={radius(bin.count)} fill="var(--toward)" />
        </g>
      ))}
    </svg>
  );
}

// A chance over time inside its interval: the line is what is believed, the band how far off that may be.

export interface IntervalPoint {
  /** Where it stands on the axis of time, from 0 to 1. */
  at: number;
  p: number;
  low: number;
  high: number;
}

interface Props {
  points: readonly IntervalPoint[];
  width?: number;
  height?: number;
  label?: string;
}

const EDGE = 4;
/** A chance that never rose high is drawn on a scale of its own, but never on less than this. */
const LEAST_SCALE = 0.2;

export function IntervalTrend({ points, width = 130, height = 48, label }: Props) {
  if (points.length < 2) return null;
  const { x, y, line, band } = intervalPaths(points, width, height);
  const last = points[points.length - 1] as IntervalPoint;
  return (
    // biome-ignore lint/a11y/noSvgWithoutTitle: it is titled wherever it is not hidden
    <svg width={width} height={height} {...(label ? { role: 'img', 'aria-label': label } : { 'aria-hidden': true })}>
      {label && <title>{label}</title>}
      <path d={band} fill="var(--toward)" opacity=".16" />
      <path d={line} fill="none" stroke="var(--toward)" strokeWidth="1.6" strokeLinejoin="round" />
      <circle cx={x(last.at)} cy={y(last.p)} r="3" fill="var(--toward)" />
    </svg>
  );
}

/** Up along the upper ends, back along the lower ones. */
export function intervalPaths(points: readonly IntervalPoint[], width: number, height: number) {
  const top = Math.max(LEAST_SCALE, ...points.map(({ high }) => high));
  const x = (at: number) => EDGE + at * (width - 2 * EDGE);
  const y = (p: number) => height - EDGE - (p / top) * (height - 2 * EDGE);
  const through = (ends: readonly [number, number][]) =>
    ends.map(([at, p]) => `${x(at).toFixed(1)},${y(p).toFixed(1)}`).join('L');
  const upper = points.map(({ at, high }): [number, number] => [at, high]);
  const lower = points.map(({ at, low }): [number, number] => [at, low]).reverse();
  return {
    x,
    y,
    line: `M${through(points.map(({ at, p }): [number, number] => [at, p]))}`,
    band: `M${through(upper)}L${through(lower)}Z`,
  };
}

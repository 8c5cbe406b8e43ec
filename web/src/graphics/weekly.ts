// The axes that the two halves of a control chart share: a column per week, and how high a value stands.

export interface WeeklyAxis {
  width: number;
  /** The middle of a week's column. */
  x: (week: number) => number;
  /** The width of a bar in it. */
  bar: number;
  left: number;
}

const LEFT = 30;
const WIDEST_BAR = 14;
const BAR_SHARE = 0.45;

export function weeklyAxis(width: number, weeks: number): WeeklyAxis {
  const step = (width - LEFT) / Math.max(1, weeks);
  return {
    width,
    left: LEFT,
    x: (week) => LEFT + (week + 0.5) * step,
    bar: Math.min(WIDEST_BAR, step * BAR_SHARE),
  };
}

/** Which weeks are named under the axis: the first, then every so many that their names do not meet. */
export function namedWeeks(width: number, weeks: number, nameWidth: number): number[] {
  const step = (width - LEFT) / Math.max(1, weeks);
  const every = Math.max(1, Math.ceil(nameWidth / step));
  return Array.from({ length: Math.ceil(weeks / every) }, (_, index) => index * every);
}

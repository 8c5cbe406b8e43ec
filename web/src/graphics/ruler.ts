// The geometry of the gap ruler: where its columns, its flag and its labels stand so that none covers another.

export interface RulerInput {
  width: number;
  columns: number;
  /** Column of the buyers' middle, and column our own stage presumes. */
  buyers: number;
  recorded: number;
  labelWidth: number;
  flagWidth: number;
  chipWidth: number;
}

export interface Span {
  from: number;
  to: number;
}

export interface RulerLayout {
  column: (index: number) => Span;
  buyersAt: number;
  recordedAt: number;
  /** What the dashed line of the buyers stands for; left out where the distance needs its place. */
  label: Span | null;
  flag: Span;
  chip: Span | null;
  /** The distance itself, drawn only where the chip fits on it. */
  line: Span | null;
}

const AIR = 8;
const OVERHANG = 9;

export function layoutRuler(input: RulerInput): RulerLayout {
  const { width, columns, buyers, recorded, labelWidth, flagWidth, chipWidth } = input;
  const step = width / columns;
  const column = (index: number): Span => ({ from: index * step + 2, to: (index + 1) * step - 2 });
  const centre = (index: number) => (index + 0.5) * step;
  const buyersAt = centre(buyers);
  const recordedAt = centre(recorded);
  const within = (from: number, size: number): Span => {
    const start = Math.max(0, Math.min(from, width - size));
    return { from: start, to: start + size };
  };

  const ahead = recorded >= buyers;
  const flag = within(ahead ? recordedAt - OVERHANG : recordedAt + OVERHANG - flagWidth, flagWidth);
  let label = within(ahead ? buyersAt - AIR - labelWidth : buyersAt + AIR, labelWidth);
  if (overlap(label, flag)) {
    label = ahead ? within(flag.from - AIR - labelWidth, labelWidth) : within(flag.to + AIR, labelWidth);
  }
  if (overlap(label, flag))
    label = ahead ? within(flag.to + AIR, labelWidth) : within(flag.from - AIR - labelWidth, labelWidth);

  const between: Span = ahead
    ? { from: Math.max(label.to + AIR, buyersAt), to: flag.from }
    : { from: flag.to, to: Math.min(label.from - AIR, buyersAt) };
  const room = between.to - between.from;
  if (recorded !== buyers && room >= chipWidth + 2 * AIR) {
    const middle = (between.from + between.to) / 2;
    const chip = { from: middle - chipWidth / 2, to: middle + chipWidth / 2 };
    return { column, buyersAt, recordedAt, label, flag, chip, line: between };
  }
  const chip = beside(label, flag, chipWidth, width);
  if (chip || recorded === buyers) return { column, buyersAt, recordedAt, label, flag, chip, line: null };
  return { column, buyersAt, recordedAt, label: null, flag, chip: beside(flag, flag, chipWidth, width), line: null };
}

/** The first free place for the chip: right of both, left of both, or between them. */
function beside(label: Span, flag: Span, size: number, width: number): Span | null {
  const left = Math.min(label.from, flag.from);
  const right = Math.max(label.to, flag.to);
  const inner: Span = { from: Math.min(label.to, flag.to), to: Math.max(label.from, flag.from) };
  if (right + AIR + size <= width) return { from: right + AIR, to: right + AIR + size };
  if (left - AIR - size >= 0) return { from: left - AIR - size, to: left - AIR };
  if (inner.to - inner.from >= size + 2 * AIR) {
    const middle = (inner.from + inner.to) / 2;
    return { from: middle - size / 2, to: middle + size / 2 };
  }
  return null;
}

export const overlap = (a: Span, b: Span): boolean => a.from < b.to && b.from < a.to;

/** A close guess of how wide a text will be: Han characters are square, Latin ones about half as wide. */
export function textWidth(text: string, fontSize: number): number {
  let width = 0;
  for (const character of text) width += /[\p{Script=Han}，。：；、“”]/u.test(character) ? fontSize : fontSize * 0.54;
  return width;
}

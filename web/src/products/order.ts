// The order of benefit points: which of them take another place when one is moved.

interface Placed {
  position: number;
}

/** The list with the one at `index` moved by so many places; as it is, where there is no such place. */
export function movedBy<T>(list: readonly T[], index: number, by: number): T[] {
  const to = index + by;
  const one = list[index];
  if (one === undefined || to < 0 || to >= list.length) return [...list];
  return list.toSpliced(index, 1).toSpliced(to, 0, one);
}

/** Those that do not stand where the list has them, with the place they are to take. */
export const displaced = <T extends Placed>(list: readonly T[]): { one: T; position: number }[] =>
  list.flatMap((one, position) => (one.position === position ? [] : [{ one, position }]));

/** The place behind all the others. */
export const lastPlace = (list: readonly Placed[]): number => Math.max(-1, ...list.map(({ position }) => position)) + 1;

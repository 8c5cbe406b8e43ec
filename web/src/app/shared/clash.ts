// Two people change one record: what each changed is merged, and only where both changed one field is there a clash.

export interface Clash {
  field: string;
  mine: unknown;
  theirs: unknown;
}

type Fields = Record<string, unknown>;

/** The fields that a form changed. */
export function changesOf(before: Fields, after: Fields): Fields {
  return Object.fromEntries(Object.entries(after).filter(([field, value]) => !same(value, before[field])));
}

/** Where somebody else changed, to something else, what is being changed here. */
export function clashesOf(before: Fields, changes: Fields, current: Fields): Clash[] {
  return Object.entries(changes).flatMap(([field, mine]) => {
    const theirs = current[field];
    return same(theirs, before[field]) || same(theirs, mine) ? [] : [{ field, mine, theirs }];
  });
}

/** Missing, null and empty are one: nothing. */
function same(a: unknown, b: unknown): boolean {
  return JSON.stringify(a ?? null) === JSON.stringify(b ?? null);
}

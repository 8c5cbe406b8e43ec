// Changes that nobody has taken yet: figures by their path, `null` where one goes back to its default.

import type { Figure, ModelChange } from '~/api/types';
import { isSame } from './figures';

export type Changes = Record<string, Figure | null>;

/** A draft with one figure set. What is as in force is no change. */
export function withFigure(draft: Changes, path: string, value: Figure | null, inForce: Figure | null): Changes {
  const { [path]: _, ...rest } = draft;
  return isSame(value, inForce) ? rest : { ...rest, [path]: value };
}

export function without(draft: Changes, path: string): Changes {
  const { [path]: _, ...rest } = draft;
  return rest;
}

/** What a file or a run of learning would change, as a draft. */
export const draftOf = (changes: readonly Pick<ModelChange, 'key' | 'after'>[]): Changes =>
  Object.fromEntries(changes.map(({ key, after }) => [key, after]));

/** What the draft says of a figure, or what is in force. */
export const valueIn = (draft: Changes, path: string, inForce: Figure | null): Figure | null =>
  path in draft ? (draft[path] ?? null) : inForce;

/** A number that was cleared or is not one: nothing to send to the server. */
export const isBroken = (value: Figure | null): boolean =>
  Array.isArray(value) ? value.some((one) => Number.isNaN(one)) : Number.isNaN(value);

/** The part of a draft that can be sent. */
export const sendable = (draft: Changes): Changes =>
  Object.fromEntries(Object.entries(draft).filter(([, value]) => !isBroken(value)));

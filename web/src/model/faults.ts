// What is wrong with a change, at the figure it is of: what can be seen at once, and what the server said.

import i18next from 'i18next';
import { type FieldProblem, Problem } from '~/api/problem';
import type { Figure } from '~/api/types';
import type { Translate } from '~/app/i18n';
import { fieldText } from '~/words/problem';
import { type Changes, isBroken } from './draft';

export type FaultWord = 'number' | 'falls' | 'rises' | 'sum';

type Direction = 'flat' | 'rising' | 'falling' | 'mixed';

function directionOf(levels: Figure | null): Direction {
  if (!Array.isArray(levels)) return 'flat';
  const steps = levels.slice(1).map((level, at) => Number(level) - Number(levels[at]));
  const [up, down] = [steps.some((step) => step > 0), steps.some((step) => step < 0)];
  if (up && down) return 'mixed';
  if (up) return 'rising';
  return down ? 'falling' : 'flat';
}

/** Evidence that speaks for higher levels, or for lower ones, must go on doing so; it may also say nothing any more. */
export function turned(value: Figure | null, shipped: Figure | null): FaultWord | null {
  const [now, before] = [directionOf(value), directionOf(shipped)];
  if (now === 'flat' || now === before) return null;
  if (before === 'rising') return 'falls';
  return before === 'falling' ? 'rises' : null;
}

/** What can be seen without asking. */
export function faultOf(value: Figure | null, shipped: Figure | null, weights: boolean): FaultWord | null {
  if (isBroken(value)) return 'number';
  return weights ? turned(value, shipped) : null;
}

/** How the server says what cannot be, and the word that the catalogues have for it. */
const SAID: readonly [RegExp, string][] = [
  [/^must not fall from any level/, 'falls'],
  [/^must not rise from any level/, 'rises'],
  [/^must lie between -20 and 20/, 'weight'],
  [/^must be positive/, 'positive'],
  [/^must lie between 0 and 1000/, 'not_negative'],
  [/^must lie between 0 and 1$/, 'share'],
  [/^must be greater than 0 and at most 1/, 'share_positive'],
  [/^must lie between 0 and 0\.95/, 'susceptibility'],
  [/^must lie between 0\.0001/, 'chance'],
  [/^must be a level/, 'level'],
  [/^must be a strength/, 'strength'],
  [/^must add up to 1/, 'sum'],
  [/^must rise/, 'rise'],
  [/^must be a number/, 'number'],
  [/^is missing/, 'missing'],
];

/** One sentence of the server's on a figure, in the reader's language. */
export function refusalText(t: Translate, message: string): string {
  const word = SAID.find(([said]) => said.test(message))?.[1];
  const key = `model.fault.${word}`;
  return word && i18next.exists(key) ? t(key as 'model.fault.number') : t('model.fault.other', { message });
}

const CHANGE = /^\/changes\//;

/** What the server found wrong, by the path of the figure; what is of none stands under the empty path. */
export function refusals(t: Translate, error: unknown): Map<string, string> {
  if (!(error instanceof Problem)) return new Map();
  const text = (field: FieldProblem) => (field.code === 'priors' ? refusalText(t, field.message) : fieldText(t, field));
  const own = error.fields.filter(({ pointer }) => pointer.startsWith('/changes'));
  return new Map(
    own.map((field) => [CHANGE.test(field.pointer) ? field.pointer.replace(CHANGE, '') : '', text(field)]),
  );
}

/** How many changes of a draft cannot be. */
export const countFaults = (draft: Changes, faults: ReadonlyMap<string, string>): number =>
  [...faults.keys()].filter((path) => path === '' || path in draft).length;

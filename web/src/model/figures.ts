// The figures of the model by their keys: which group an entry belongs to, which figures it may have, and what sort each is.

import type { Figure, Model, ModelEntry, ModelField } from '~/api/types';

export const GROUPS = [
  'unasked',
  'said',
  'ours',
  'roles',
  'ties',
  'stages',
  'records',
  'win',
  'advice',
  'alarms',
] as const;
export type Group = (typeof GROUPS)[number];

/** What an entry is: the first word of its path, and for a reply or an inner table the last one that says so. */
export type EntryKind =
  | 'sign'
  | 'action'
  | 'reply'
  | 'role'
  | 'tie'
  | 'acquaintance'
  | 'path'
  | 'factor'
  | 'coupling'
  | 'completeness'
  | 'sources'
  | 'repeat'
  | 'switch'
  | 'benefit'
  | 'win'
  | 'once'
  | 'closing'
  | 'advice'
  | 'question';

const INNER = ['reply', 'once'];

export function kindOf(path: string): EntryKind {
  const parts = path.split('.');
  return (parts.findLast((part, at) => at > 0 && INNER.includes(part)) ?? parts[0]) as EntryKind;
}

/** The entry's own name within its kind. */
export const nameOf = (path: string): string => path.split('.').at(-1) ?? path;

/** The action that a reply is given to. */
export const actionOf = (path: string): string => path.split('.')[1] ?? '';

const GROUP_OF: Record<Exclude<EntryKind, 'sign'>, Group> = {
  action: 'ours',
  reply: 'ours',
  role: 'roles',
  tie: 'ties',
  acquaintance: 'ties',
  path: 'ties',
  factor: 'stages',
  coupling: 'stages',
  switch: 'stages',
  completeness: 'records',
  sources: 'records',
  repeat: 'records',
  win: 'win',
  once: 'win',
  closing: 'win',
  benefit: 'win',
  advice: 'advice',
  question: 'advice',
};

export function groupOf(entry: ModelEntry): Group {
  const kind = kindOf(entry.path);
  if (kind !== 'sign') return GROUP_OF[kind] ?? 'records';
  return entry.fields.some(({ key }) => key === 'most_per_contact') ? 'said' : 'unasked';
}

const STRENGTH = 'strength';
const DOSE_STRENGTH = ['dose', STRENGTH].join('.');
const DOSES = ['C', 'P', 'B'].flatMap((factor) => [`dose.${factor}_up`, `dose.${factor}_down`]);
export const WEIGHTS: readonly string[] = ['C', 'P', 'B'];

/** Figures that an entry may have though the file gives none, so that they can be set. */
const MAY_HAVE: Partial<Record<EntryKind, readonly string[]>> = {
  sign: [STRENGTH, ...WEIGHTS, DOSE_STRENGTH, ...DOSES, 'n_equiv'],
  reply: [STRENGTH, ...WEIGHTS, DOSE_STRENGTH, ...DOSES, 'contact'],
  role: [STRENGTH, 'veto', 'by_approval', 'operates'],
  tie: [STRENGTH, 'half_life_days'],
};

/** Why it is so is said in the entry's own line; how levels are called, wherever they are named. */
const NOT_SHOWN = ['why', 'buy', 'use', 'source'];

export type Field = Omit<ModelField, 'key'> & {
  /** The path of the key in the whole file. */
  path: string;
  key: string;
};

/** The figures of an entry that can be looked at, given or not. */
export function fieldsOf(entry: ModelEntry): Field[] {
  const given = entry.fields.filter(({ key }) => !NOT_SHOWN.includes(key));
  const known = new Set(given.map(({ key }) => key));
  const empty = (MAY_HAVE[kindOf(entry.path)] ?? []).filter((key) => !known.has(key)).map(nothingAt);
  return [...given, ...empty].map((field) => ({ ...field, path: `${entry.path}.${field.key}` }));
}

const nothingAt = (key: string): ModelField => ({
  key,
  shipped: null,
  is_edited: false,
  edited: null,
  learned: null,
  in_force: null,
});

export type Sort = 'strength' | 'weights' | 'shares' | 'numbers' | 'share' | 'days' | 'number' | 'flag' | 'words';

const FLAGS = ['veto', 'by_approval', 'operates', 'reopens'];
const SHARE_KINDS: readonly EntryKind[] = ['completeness', 'sources'];
const SHARES: Partial<Record<EntryKind, readonly string[]>> = {
  repeat: ['sign', 'reply', 'dose'],
  role: ['susceptibility', 'pace_in_use'],
  win: ['base_rate'],
  closing: ['no_decision_share'],
  advice: ['tie_share', 'renewal', 'reference'],
  benefit: ['refused_below', 'endorsed_above'],
  switch: ['leak'],
};

/** What sort of figure a key holds; `value` is any that it has, where the key alone does not tell. */
export function sortOf(entryPath: string, key: string, value: Figure | null): Sort {
  const kind = kindOf(entryPath);
  // How well two are acquainted has no five places: it is a number of its own.
  if (key.split('.').at(-1) === STRENGTH && kind !== 'acquaintance') return 'strength';
  if (WEIGHTS.includes(key)) return 'weights';
  if (key.startsWith('rest.')) return 'shares';
  if (typeof value === 'boolean' || (kind === 'role' && FLAGS.includes(key))) return 'flag';
  if (typeof value === 'string' || (Array.isArray(value) && typeof value[0] === 'string')) return 'words';
  if (Array.isArray(value)) return 'numbers';
  if (SHARE_KINDS.includes(kind) || SHARES[kind]?.includes(key)) return 'share';
  return /(^|_)days$/.test(key) ? 'days' : 'number';
}

/** The strengths of an entry by the key they are kept under: what it says or weighs, and what it changes in people. */
export function strengthsOf(entry: ModelEntry): { key: string; path: string; what: 'says' | 'does' | 'weighs' }[] {
  const kind = kindOf(entry.path);
  const strength = (key: string, what: 'says' | 'does' | 'weighs') => ({ key, what, path: `${entry.path}.${key}` });
  if (kind === 'role' || kind === 'tie') return [strength(STRENGTH, 'weighs')];
  if (kind !== 'sign' && kind !== 'reply') return [];
  const has = (one: (key: string) => boolean) => entry.fields.some(({ key, in_force: value }) => one(key) && value);
  return [
    ...(has((key) => WEIGHTS.includes(key)) ? [strength(STRENGTH, 'says')] : []),
    ...(has((key) => DOSES.includes(key)) ? [strength(DOSE_STRENGTH, 'does')] : []),
  ];
}

/** By how much each strength multiplies what it is of. */
export const STRENGTH_FACTORS = [0.2, 0.5, 1, 1.5, 2.5] as const;
export const AS_WRITTEN = 3;

export const isSame = (one: Figure | null, other: Figure | null): boolean =>
  JSON.stringify(one) === JSON.stringify(other);

/** Every figure by its path. */
export function figuresByPath(model: Model): Map<string, ModelField> {
  return new Map(
    model.entries.flatMap(({ path, fields }) =>
      fields.map((field) => [`${path}.${field.key}`, field] satisfies [string, ModelField]),
    ),
  );
}

/** The entry that the path of a figure belongs to, and the rest of it. */
export function splitPath({ entries }: Pick<Model, 'entries'>, path: string): [entry: string, key: string] {
  const own = entries
    .map((entry) => entry.path)
    .filter((entry) => path.startsWith(`${entry}.`))
    .sort((one, other) => other.length - one.length)[0];
  const entry = own ?? path.split('.').slice(0, -1).join('.');
  return [entry, path.slice(entry.length + 1)];
}

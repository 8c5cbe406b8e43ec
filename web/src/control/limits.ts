// Every limit of control: where it lies in what is sent, what sort of figure it is, and which figures it cannot be.

import { type FieldProblem, Problem } from '~/api/problem';
import type { ControlLimits } from '~/api/types';

type Leaves<T, Prefix extends string = ''> = {
  [Name in keyof T & string]: T[Name] extends object ? Leaves<T[Name], `${Prefix}${Name}/`> : `${Prefix}${Name}`;
}[keyof T & string];

/** As JSON pointers write it. */
export type LimitPath = Leaves<ControlLimits>;
type Dotted<Path> = Path extends `${infer Outer}/${infer Inner}` ? `${Outer}.${Inner}` : Path;

/** The limit's name in the catalogues. */
export const limitKey = (path: LimitPath) => path.replace('/', '.') as Dotted<LimitPath>;

export type LimitSort = 'share' | 'ratio' | 'days' | 'count' | 'power' | 'stage';
export type LimitValue = number | string;

export interface LimitField {
  path: LimitPath;
  sort: LimitSort;
}

export interface LimitGroup {
  name: 'gap' | 'avoids' | 'blocked' | 'stall' | 'silence' | 'single_thread' | 'signer' | 'slip' | 'stay' | 'value';
  fields: readonly LimitField[];
}

export const LIMIT_GROUPS: readonly LimitGroup[] = [
  {
    name: 'gap',
    fields: [
      { path: 'gap/on', sort: 'share' },
      { path: 'gap/off', sort: 'share' },
      { path: 'gap/milestone_half_life_days', sort: 'days' },
      { path: 'gap/approval_due', sort: 'stage' },
    ],
  },
  {
    name: 'stall',
    fields: [
      { path: 'stall/power_share', sort: 'share' },
      { path: 'stall/ratio', sort: 'ratio' },
      { path: 'stall/run_length_days_buy', sort: 'days' },
      { path: 'stall/run_length_days_use', sort: 'days' },
    ],
  },
  { name: 'silence', fields: [{ path: 'silence_chance', sort: 'share' }] },
  {
    name: 'avoids',
    fields: [
      { path: 'avoids/on', sort: 'share' },
      { path: 'avoids/off', sort: 'share' },
    ],
  },
  {
    name: 'blocked',
    fields: [
      { path: 'blocked/on', sort: 'share' },
      { path: 'blocked/off', sort: 'share' },
    ],
  },
  {
    name: 'single_thread',
    fields: [
      { path: 'single_thread/share', sort: 'share' },
      { path: 'single_thread/days', sort: 'days' },
      { path: 'single_thread/least_signs', sort: 'count' },
    ],
  },
  { name: 'signer', fields: [{ path: 'unknown_days', sort: 'days' }] },
  { name: 'slip', fields: [{ path: 'slip_chance', sort: 'share' }] },
  {
    name: 'stay',
    fields: [
      { path: 'stage_share', sort: 'share' },
      { path: 'stage_least_ended', sort: 'count' },
    ],
  },
  {
    name: 'value',
    fields: [
      { path: 'value/days', sort: 'days' },
      { path: 'value/chance', sort: 'share' },
      { path: 'value/power', sort: 'power' },
    ],
  },
];

type Tree = { [name: string]: LimitValue | Tree };

export function limitAt(limits: ControlLimits, path: LimitPath): LimitValue {
  const found = path
    .split('/')
    .reduce<LimitValue | Tree | undefined>(
      (at, name) => (typeof at === 'object' ? at[name] : undefined),
      limits as unknown as Tree,
    );
  if (found === undefined || typeof found === 'object') throw new Error(`no limit is called ${path}`);
  return found;
}

/** The same limits with one of them changed. */
export function withLimit(limits: ControlLimits, path: LimitPath, value: LimitValue): ControlLimits {
  const [first = '', second] = path.split('/');
  const tree = limits as unknown as Tree;
  const inner = tree[first];
  const changed = second && typeof inner === 'object' ? { ...inner, [second]: value } : value;
  return { ...tree, [first]: changed } as unknown as ControlLimits;
}

export type LimitFault = 'share' | 'ratio' | 'days' | 'power' | 'whole' | 'off_above_on';
export type LimitFaults = Partial<Record<LimitPath, LimitFault>>;

/** What cannot be a limit, by field. */
export function faultsOf(limits: ControlLimits): LimitFaults {
  const faults: LimitFaults = {};
  for (const { path, sort } of LIMIT_GROUPS.flatMap(({ fields }) => fields)) {
    const fault = faultOf(sort, limitAt(limits, path));
    if (fault) faults[path] = fault;
  }
  for (const pair of ['gap', 'avoids', 'blocked'] as const) {
    if (!(limits[pair].off <= limits[pair].on)) faults[`${pair}/off`] ??= 'off_above_on';
  }
  return faults;
}

/** The bounds of each sort, as the server holds them; a share that is never or always reached is no limit. */
const BOUNDS: Record<Exclude<LimitSort, 'stage'>, { from: number; to: number; fault: LimitFault }> = {
  share: { from: 0.001, to: 0.999, fault: 'share' },
  ratio: { from: 0.1, to: 0.6, fault: 'ratio' },
  days: { from: 1, to: 10_000, fault: 'days' },
  count: { from: 1, to: 10_000, fault: 'whole' },
  power: { from: 0, to: 10, fault: 'power' },
};

function faultOf(sort: LimitSort, value: LimitValue): LimitFault | null {
  if (sort === 'stage') return null;
  const { from, to, fault } = BOUNDS[sort];
  const holds = typeof value === 'number' && value >= from && value <= to;
  return holds && (sort !== 'count' || Number.isInteger(value)) ? null : fault;
}

/** What the server found wrong, by the path of the field. */
export function refusedFields(error: unknown): Map<string, FieldProblem> {
  if (!(error instanceof Problem)) return new Map();
  return new Map(error.fields.map((field) => [field.pointer.replace(/^\/(limits\/)?/, ''), field]));
}

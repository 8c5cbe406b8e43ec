// The published case, moved to the present: as it stood on the day after its seller first met the one who decides.

import { readFileSync } from 'node:fs';

const AS_OF = '2000-06-28';
/** After five weeks of calls that nobody answered, two days before they were told to stop. */
export const AFTER_THE_CALLS = '2000-03-18';
const DAY_MS = 86_400_000;
const DAY = /"(\d{4}-\d{2}-\d{2})"/g;

interface Line {
  type: string;
  key?: string;
  name?: string;
  person?: string;
  organization?: string;
  owner?: string;
  from?: string;
  to?: string;
  role?: string;
  date?: string;
  since?: string;
  kept?: string;
  observed_until?: string;
}

const LINES: Line[] = readFileSync(new URL('../../examples/amd_case.jsonl', import.meta.url), 'utf8')
  .split('\n')
  .filter((line) => line.startsWith('{'))
  .map((line) => JSON.parse(line));

const nameOf = (found: Line | undefined): string => {
  if (!found?.name) throw new Error('the case has changed: it has no such record');
  return found.name;
};

const withRole = (wanted: string): string => {
  const found = LINES.find(({ type, role }) => type === 'stakeholder' && role === wanted)?.person;
  return nameOf(LINES.find(({ type, key }) => type === 'person' && key === found));
};

const deal = LINES.find(({ type }) => type === 'opportunity');

/** The deal, whose it is, who decides it, and who compares the offers. */
export const DEAL = nameOf(deal);
export const CUSTOMER = nameOf(LINES.find(({ type, key }) => type === 'organization' && key === deal?.organization));
export const DECIDER = withRole('decision_maker');
export const EVALUATOR = withRole('evaluator');
export const OWNER = nameOf(LINES.find(({ type, key }) => type === 'person' && key === deal?.owner));

/** Whom the owner's ties lead to, one after the other, and from the last of them to the one who decides. */
export const ROUTE: readonly string[] = routeFrom(deal?.owner);

function routeFrom(key: string | undefined): string[] {
  const tie = LINES.find(({ type, from }) => type === 'tie' && from === key);
  if (!tie) return [DECIDER];
  return [nameOf(LINES.find(({ type, key }) => type === 'person' && key === tie.to)), ...routeFrom(tie.to)];
}

/** What is sold, and the benefit points it offers. */
export const PRODUCT = nameOf(LINES.find(({ type }) => type === 'product'));
export const POINTS = LINES.filter(({ type }) => type === 'benefit_point').map(nameOf);

/** The case as a record file in which a day of it is `today`, and which goes on: what came later is left out. */
export function caseUntil(today: Date, asOf = AS_OF): string {
  const later = (day: string) => new Date(Date.parse(day) + today.getTime() - Date.parse(asOf));
  const moved = (day: string) => later(day).toISOString().slice(0, 10);
  return LINES.filter(({ date = '', since = '' }) => date <= asOf && since <= asOf)
    .map(({ observed_until: _, ...line }) => (line.kept && line.kept > asOf ? { ...line, kept: undefined } : line))
    .map((line) => JSON.stringify(line).replace(DAY, (_, day: string) => `"${moved(day)}"`))
    .join('\n');
}

/** Midnight, because days are moved by whole days. */
export const thisDay = (): Date => new Date(Math.floor(Date.now() / DAY_MS) * DAY_MS);

// The published case from its own records and from a reference run of the model: real figures, week by week.

import type {
  Belief,
  BuyStage,
  Commitment,
  Day,
  EvidenceItem,
  ExplanationLine,
  FiveLevels,
  Gap,
  Id,
  Interaction,
  Opportunity,
  Reading,
  Room,
  RoomEdge,
  RoomPerson,
  Stage,
  StageChange,
  StakeholderRole,
  Title,
} from '~/api/types';
import { BUY_STAGES, buyIndex } from '~/beliefs/stages';
import raw from './amd.json';
import {
  added,
  addedPoints,
  lean,
  ME,
  PIPELINE,
  readingOf,
  type Seen,
  stageOf,
  toChance,
  toOdds,
  VOCABULARY,
} from './basics';

interface Entry {
  id: string;
  type: string;
  date: Day;
  key?: string;
  name?: string;
  title?: string;
  organization?: string;
  assumed?: boolean;
  text?: string;
  kind?: string;
  result?: string;
  people?: string[];
  through?: string[];
  source?: Interaction['source'];
  signals?: { person: string; kind: string; benefit?: string }[];
  person?: string;
  reports_to?: string;
  from?: string;
  to?: string;
  by?: string;
  due?: Day;
  kept?: Day;
  role?: StakeholderRole;
  direction?: 'in' | 'out';
}

type Shares = [number[], number[], number[], number[]];
interface Week {
  date: Day;
  phase: 'buy' | 'use';
  people: Record<string, Shares>;
}

const ENTRIES = raw.records as Entry[];
const WEEKS = raw.weeks as unknown as Week[];
const EXPLANATION = raw.explanation as unknown as Record<string, Record<'buy' | 'use', [Day, string, number][]>>;

export const DEAL = 'amd-erp';
const FIRST: Day = '2000-02-07';
export const LAST: Day = WEEKS.at(-1)?.date ?? FIRST;
const ORDERED: Day = '2000-10-16';
const POWER: Record<string, number> = {
  'fred-mapp': 0.46,
  'it-manager': 0.22,
  'german-contact': 0.12,
  'report-1': 0.1,
  'report-2': 0.1,
};
const STAKEHOLDERS = Object.keys(POWER);
const OURS = ['sudha-shah', 'german-colleague'];

const people = new Map(ENTRIES.filter(({ type }) => type === 'person').map((entry) => [entry.key ?? '', entry]));
const organizations = new Map(
  ENTRIES.filter(({ type }) => type === 'organization').map((entry) => [entry.key ?? '', entry]),
);
const nameOf = (key: string) => people.get(key)?.name ?? key;
const ref = (key: string) => ({ id: key, name: nameOf(key) });

export function personOf(key: string): RoomPerson {
  const entry = people.get(key);
  const organization = organizations.get(entry?.organization ?? '');
  return {
    id: key,
    name: entry?.name ?? key,
    title: entry?.title ?? null,
    organization: organization ? { id: organization.key ?? '', name: organization.name ?? '' } : null,
    assumed: entry?.assumed ?? false,
  };
}

export const amdPeople = () => [...people.keys()].map(personOf);

function seenAt(key: string, day: Day): Seen | null {
  const week = WEEKS.findLast(({ date, people: present }) => date <= day && present[key] !== undefined);
  const shares = week?.people[key];
  if (!week || !shares) return null;
  const [stages, C, P, B] = shares;
  const seen: Seen = { phase: week.phase, shares: stages, factors: [C, P, B] as [FiveLevels, FiveLevels, FiveLevels] };
  return day >= LAST ? lean(seen, addedPoints(DEAL, key)) : seen;
}

export function readingAt(key: string, day: Day): Reading | null {
  const seen = seenAt(key, day);
  const lines = (['buy', 'use'] as const).flatMap((phase) => EXPLANATION[key]?.[phase] ?? []);
  const events = lines.filter(([date, text]) => text && date <= day);
  return seen && readingOf(seen, day, events.length, events.at(-1)?.[0] ?? null);
}

function gapAt(day: Day): Gap | null {
  if (day >= ORDERED || day < '2000-02-13') return null;
  const shares = BUY_STAGES.map(() => 0);
  let total = 0;
  for (const key of STAKEHOLDERS) {
    const seen = seenAt(key, day);
    if (!seen) continue;
    total += POWER[key] ?? 0;
    seen.shares.forEach((p, index) => {
      shares[index] = (shares[index] ?? 0) + p * (POWER[key] ?? 0);
    });
  }
  let sum = 0;
  const middle = shares.findIndex((share) => {
    sum += share / total;
    return sum >= 0.5;
  });
  const recorded: BuyStage = stageAt(day).expects;
  const mapp = seenAt('fred-mapp', day)?.shares ?? [];
  const ahead = mapp.slice(0, buyIndex(recorded)).reduce((all, p) => all + p, 0);
  return {
    recorded,
    buyers_median: BUY_STAGES[middle] ?? 'unaware',
    steps: buyIndex(recorded) - middle,
    p_ahead: ahead,
    flagged: ahead > 0.8,
    judged_on: { person_id: 'fred-mapp', name: 'Fred Mapp' },
    shares: BUY_STAGES.map((stage, index) => ({ stage, share: (shares[index] ?? 0) / total })),
  };
}

const CHANGES: [Day, string, string | null][] = [
  [FIRST, 'contact', null],
  ['2000-02-25', 'response', 'Big need; I forecast it as certain for this year.'],
  [ORDERED, 'order', null],
];

const stageAt = (day: Day) => stageOf(CHANGES.findLast(([date]) => date <= day)?.[1] ?? 'contact');

const changesUntil = (day: Day): StageChange[] =>
  CHANGES.filter(([date]) => date <= day).map(([date, key, note]) => ({
    id: `sc-${date}`,
    stage: stageOf(key),
    at: `${date}T09:00:00Z`,
    by: ref('sudha-shah'),
    note,
  }));

export const opportunity = (day: Day = LAST): Opportunity => ({
  id: DEAL,
  key: DEAL,
  name: 'Company-wide business software for AMD',
  organization: { id: 'amd', name: 'AMD' },
  owner: { id: ME.id, name: ME.name },
  team: null,
  pipeline_id: PIPELINE.id,
  stage: stageAt(day),
  stage_since: CHANGES.findLast(([date]) => date <= day)?.[0] ?? FIRST,
  amount: { minor: 2_000_000_000, currency: 'USD' },
  product: null,
  expected_close: '2000-12-15',
  closure: day >= ORDERED ? { outcome: 'won', at: ORDERED, reason: null } : null,
  observed_until: LAST,
  phase: day >= ORDERED ? 'use' : 'buy',
  assumed: true,
  source_note: null,
  created_at: `${FIRST}T09:00:00Z`,
  updated_at: `${LAST}T09:00:00Z`,
  deleted_at: null,
});

function edges(day: Day): RoomEdge[] {
  const edge = (from = '', to = '', kind: RoomEdge['kind'] = 'knows', entry: Entry, weight = 0.4): RoomEdge => ({
    from,
    to,
    kind,
    since: entry.date,
    assumed: entry.assumed ?? false,
    weight,
  });
  return ENTRIES.filter(({ date }) => date <= day).flatMap((entry): RoomEdge[] => {
    if (entry.type === 'reporting_line') return [edge(entry.person, entry.reports_to, 'reports_to', entry)];
    if (entry.type === 'relationship') return [edge(entry.from, entry.to, entry.kind as RoomEdge['kind'], entry)];
    if (entry.kind === 'introduction') return [edge(entry.through?.at(-1), entry.people?.[0], 'introduced', entry)];
    return [];
  });
}

export function commitments(day: Day = LAST): Commitment[] {
  return ENTRIES.filter(({ type, date }) => type === 'commitment' && date <= day).map((entry) => {
    const party = (key = '') => ({ ...ref(key), ours: OURS.includes(key) });
    const kept = entry.kept && entry.kept <= day ? entry.kept : null;
    return {
      id: entry.id,
      opportunity_id: DEAL,
      by: party(entry.by),
      to: party(entry.to),
      text: entry.text ?? '',
      made_on: entry.date,
      due: entry.due ?? null,
      kept_on: kept,
      broken_on: null,
      withdrawn_on: null,
      state: kept ? 'kept' : (entry.due ?? '9') < day ? 'overdue' : 'open',
      assumed: entry.assumed ?? false,
    };
  });
}

export function room(at: Day | null): Room {
  const day = at ?? LAST;
  const lines = (['buy', 'use'] as const).flatMap((phase) => EXPLANATION['fred-mapp']?.[phase] ?? []);
  const others = ENTRIES.filter(({ type, date }) => type === 'person' && date <= day).map(({ key }) => key ?? '');
  return {
    opportunity: opportunity(day),
    as_of: day,
    first_day: FIRST,
    last_day: LAST,
    phase: day >= ORDERED ? 'use' : 'buy',
    gap: gapAt(day),
    stakeholders: STAKEHOLDERS.filter((key) => others.includes(key)).map((key) => {
      const reading = readingAt(key, day);
      const role = ENTRIES.find(({ type, person }) => type === 'stakeholder' && person === key)?.role ?? 'unknown';
      return {
        person: personOf(key),
        role,
        veto: key === 'fred-mapp',
        power: POWER[key] ?? 0,
        assumed: personOf(key).assumed,
        active: reading !== null,
        reading,
        evidence_count: reading?.evidence_count ?? 0,
        last_evidence_at: reading?.last_evidence_at ?? null,
        trend: WEEKS.filter(({ people: present }) => present[key]).map(({ date, phase, people: present }) => ({
          day: date,
          p: (present[key]?.[0] ?? []).slice(phase === 'buy' ? 4 : 1).reduce((sum, p) => sum + p, 0),
        })),
      };
    }),
    ours: OURS.filter((key) => others.includes(key)).map((key) => ({
      ...ref(key),
      title: people.get(key)?.title ?? null,
      is_owner: key === 'sudha-shah',
    })),
    others: [],
    organizations: [
      { id: 'sap', name: 'SAP', lane: 'ours' },
      { id: 'amd-germany', name: 'AMD, German branch', lane: 'branch' },
      { id: 'amd', name: 'AMD', lane: 'decides' },
    ],
    edges: edges(day),
    marks: lines
      .filter(([, text]) => text)
      .map(([date, text, points]) => ({ day: date, points, title: titleFrom(text), person_id: 'fred-mapp' })),
    stage_changes: changesUntil(day),
    commitments: commitments(day),
    evidence_count: ENTRIES.filter(({ type, date }) => type === 'interaction' && date <= day).length,
  };
}

const SILENT: Title = {
  code: 'sign',
  action: null,
  reply: null,
  sign: null,
  benefit: null,
  count: 1,
  people: [],
  words: null,
};

/** "call no_answer: words", "stated criterion: words", "promise kept: words": how the reference run words its lines. */
function titleFrom(text: string): Title {
  const [head = '', ...rest] = text.split(': ');
  const words = rest.join(': ') || null;
  const [action = '', reply] = head.split(' ');
  if (head === 'promise kept') return { ...SILENT, code: 'promise_kept', words: words?.split('.')[0] ?? null };
  if (head.startsWith('their promise')) return { ...SILENT, code: 'their_promise', words: null };
  if (head.startsWith('value of')) return { ...SILENT, code: 'value' };
  if (reply && ACTIONS.has(action)) return { ...SILENT, code: 'reply', action, reply, words };
  return { ...SILENT, sign: head.replaceAll(' ', '_'), words };
}

const ACTIONS = new Set([
  'call',
  'meeting',
  'discovery',
  'demo',
  'introduction',
  'send_quote',
  'mail',
  'onboarding',
  'value_review',
  'resolve_complaint',
]);

function linesOf(key: string, phase: 'buy' | 'use', day: Day): { lines: ExplanationLine[]; quiet: number } {
  const lines: ExplanationLine[] = [];
  let quiet = 0;
  for (const [date, text, points] of EXPLANATION[key]?.[phase] ?? []) {
    if (date > day) break;
    if (!text) {
      quiet += points;
      continue;
    }
    const title = titleFrom(text);
    const same = lines.at(-1);
    if (same && same.title.code === 'reply' && same.title.reply === title.reply && same.title.action === title.action) {
      same.count += 1;
      same.title.count += 1;
      same.until = date;
      same.points += points;
      continue;
    }
    const entry = ENTRIES.find(
      (candidate) => candidate.type === 'interaction' && candidate.date === date && candidate.text === title.words,
    );
    lines.push({
      label: `${date}:${text.slice(0, 24)}`,
      at: date,
      until: null,
      count: 1,
      title,
      words: title.code === 'sign' || title.code === 'reply' ? title.words : null,
      source: entry?.source ?? (entry?.direction === 'out' ? 'seller_note' : null),
      recorded_by: ref('sudha-shah'),
      assumed: entry?.assumed ?? false,
      points,
      running: 0,
      interaction_id: entry?.id ?? null,
      commitment_id: null,
    });
  }
  if (day >= LAST) {
    for (const { id, points, words } of added.get(`${DEAL}:${key}`) ?? []) {
      lines.push({
        label: id,
        at: day,
        until: null,
        count: 1,
        title: { ...SILENT, sign: points > 0 ? 'warm_words' : 'objection_risk' },
        words,
        source: 'seller_note',
        recorded_by: ref('sudha-shah'),
        assumed: false,
        points,
        running: 0,
        interaction_id: id,
        commitment_id: null,
      });
    }
  }
  return { lines, quiet };
}

const TURNING: Record<'buy' | 'use', [Stage, number]> = { buy: ['evaluating', 4], use: ['value_confirmed', 3] };

function startOf(key: string, phase: 'buy' | 'use'): number {
  const week = WEEKS.findLast((candidate) => candidate.phase === phase && candidate.people[key]);
  const p = (week?.people[key]?.[0] ?? []).slice(TURNING[phase][1]).reduce((sum, share) => sum + share, 0);
  const all = (EXPLANATION[key]?.[phase] ?? []).reduce((sum, [, , points]) => sum + points, 0);
  return toOdds(Math.min(0.995, Math.max(0.005, p))) - all;
}

export function belief(key: Id, at: Day | null): Belief | null {
  const day = at ?? LAST;
  const reading = readingAt(key, day);
  if (!reading || !STAKEHOLDERS.includes(key)) return null;
  const { phase } = reading;
  const start = startOf(key, phase);
  const { lines, quiet } = linesOf(key, phase, day);
  const total = lines.reduce((sum, { points }) => sum + points, start + quiet);
  const strongest = [...lines].sort((a, b) => Math.abs(b.points) - Math.abs(a.points))[0];
  const weeks = WEEKS.filter(({ date, people: present }) => date <= day && present[key]);
  const [target, from] = TURNING[phase];
  const chances = weeks.map(({ people: present }) =>
    (present[key]?.[0] ?? []).slice(from).reduce((sum, p) => sum + p, 0),
  );
  const crossed = chances.findLastIndex((p, index) => p >= 0.5 && (chances[index - 1] ?? 0) < 0.5);
  const earlier = strongest && readingAt(key, WEEKS.findLast(({ date }) => date < strongest.at)?.date ?? FIRST);
  const present = STAKEHOLDERS.filter((candidate) => readingAt(candidate, day));
  const index = present.indexOf(key);
  const boss = ENTRIES.find(({ type, person }) => type === 'reporting_line' && person === key)?.reports_to;
  const stakeholder = room(day).stakeholders.find(({ person }) => person.id === key);
  return {
    person: { ...personOf(key), reports_to: boss ? ref(boss) : null, employments: [] },
    stakeholder: { role: stakeholder?.role ?? 'unknown', veto: key === 'fred-mapp', power: POWER[key] ?? 0 },
    reading,
    compared: earlier && strongest ? { as_of: earlier.as_of, reading: earlier, because: strongest.title } : null,
    target: { kind: 'stage_or_further', stage: target },
    probability: toChance(total),
    since: crossed > 0 && (chances.at(-1) ?? 0) >= 0.5 ? (weeks[crossed]?.date ?? null) : null,
    before: earlier && strongest ? { stage: earlier.median_stage, until: strongest.at } : null,
    explanation: {
      phase,
      start_points: start,
      lines,
      quiet: { days: Math.round((Date.parse(day) - Date.parse(FIRST)) / 864e5), points: quiet },
      total_points: total,
      probability: toChance(total),
      strongest: strongest
        ? { label: strongest.label, points: strongest.points, probability_without: toChance(total - strongest.points) }
        : null,
      model: VOCABULARY.model,
      completeness: { written: 1, spoken: 0.3, contact: 0.5, milestone: 0.95, reply: 0.8 },
      sources: VOCABULARY.sources,
    },
    trajectory: {
      days: weeks.map(({ date }) => date),
      phases: weeks.map((week) => week.phase),
      stages: {
        buy: weeks.map((week) => (week.phase === 'buy' ? (week.people[key]?.[0] ?? null) : null)),
        use: weeks.map((week) => (week.phase === 'use' ? (week.people[key]?.[0] ?? null) : null)),
      },
      factors: {
        C: weeks.map((week) => week.people[key]?.[1] as FiveLevels),
        P: weeks.map((week) => week.people[key]?.[2] as FiveLevels),
        B: weeks.map((week) => week.people[key]?.[3] as FiveLevels),
      },
    },
    markers: (['buy', 'use'] as const)
      .flatMap((each) => EXPLANATION[key]?.[each] ?? [])
      .filter(([date, text]) => text && date <= day)
      .map(([date, text, points]) => ({ day: date, points, label: `${date}:${text}`, title: titleFrom(text) })),
    commitments: commitments(day).filter(({ by, to }) => by.id === key || to.id === key),
    position: {
      index: index + 1,
      of: present.length,
      previous_person_id: present[index - 1] ?? null,
      next_person_id: present[index + 1] ?? null,
    },
    ties: edges(day)
      .filter(({ kind, from: a, to: b }) => kind !== 'reports_to' && kind !== 'introduced' && (a === key || b === key))
      .map(({ kind, from: a, to: b }) => ({
        person: ref(a === key ? b : a),
        kind: kind as Belief['ties'][number]['kind'],
      })),
  };
}

const taken = new Set<Id>();
export const takeBack = (id: Id) => taken.add(id);
export const bringBack = (id: Id) => taken.delete(id);

export function evidence(): EvidenceItem[] {
  const items = ENTRIES.flatMap((entry): EvidenceItem[] => {
    if (entry.type !== 'interaction' || taken.has(entry.id)) return [];
    const first = entry.signals?.[0];
    const title: Title = first
      ? { ...SILENT, sign: first.kind, words: entry.text ?? null }
      : {
          ...SILENT,
          code: entry.result ? 'reply' : 'question',
          action: entry.kind ?? null,
          reply: entry.result ?? null,
        };
    const moved = Object.entries(EXPLANATION).flatMap(([key, phases]) => {
      const points = [...phases.buy, ...phases.use]
        .filter(([date, text]) => date === entry.date && text.includes(entry.text ?? '\0'))
        .reduce((sum, [, , value]) => sum + value, 0);
      return points ? [{ person_id: key, points }] : [];
    });
    return [
      {
        interaction: interactionOf(entry),
        commitment: null,
        stage_change: null,
        at: `${entry.date}T09:00:00Z`,
        title,
        moved,
      },
    ];
  });
  const changes = changesUntil(LAST).map(
    (change): EvidenceItem => ({
      interaction: null,
      commitment: null,
      stage_change: change,
      at: change.at,
      title: null,
      moved: [],
    }),
  );
  return [...items, ...changes].sort((a, b) => b.at.localeCompare(a.at));
}

const interactionOf = (entry: Entry): Interaction => ({
  id: entry.id,
  opportunity_id: DEAL,
  kind: entry.kind ?? 'remark',
  direction: entry.direction ?? null,
  result: entry.result ?? null,
  at: `${entry.date}T09:00:00Z`,
  participants: (entry.people ?? []).map(ref),
  through: (entry.through ?? []).map(ref),
  signs: [],
  source: entry.source ?? 'seller_note',
  words: entry.text ?? null,
  recorded_by: ref('sudha-shah'),
  by: entry.by ? ref(entry.by) : null,
  procedure_bound: false,
  assumed: entry.assumed ?? false,
  created_at: `${entry.date}T09:00:00Z`,
  deleted_at: null,
});

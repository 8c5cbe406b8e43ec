// What every fixture shares: the house, its users, the pipeline, the vocabulary, and small arithmetic.

import type {
  BuyStage,
  FiveLevels,
  Id,
  Page,
  Phase,
  Pipeline,
  Reading,
  Session,
  Stage,
  StageRef,
  Team,
  User,
  Vocabulary,
} from '~/api/types';
import { stagesOf } from '~/beliefs/stages';

export const TODAY = '2026-11-23';

export const TEAMS: Team[] = [
  { id: 't1', name: 'Hi-tech', parent: null, members: 3 },
  { id: 't2', name: 'Discrete industry', parent: null, members: 1 },
];

const user = (id: string, name: string, role: User['role'], scope: User['scope'], team: number): User => ({
  id,
  name,
  email: `${name.split(' ')[0]?.toLowerCase()}@example.com`,
  role,
  scope,
  team: TEAMS[team] ?? null,
  language: 'en',
  theme: 'system',
  person_id: id === 'u1' ? 'sudha-shah' : null,
  disabled_at: null,
});

export const USERS: User[] = [
  user('u1', 'Sudha Shah', 'admin', 'all', 0),
  user('u2', 'Jonas Lindt', 'rep', 'own', 0),
  user('u3', 'Maya Brandt', 'manager', 'team', 0),
  user('u4', '陈思远', 'rep', 'team', 1),
];

export const ME = USERS[0] as User;

export const session = (): Session => ({
  user: ME,
  csrf_token: 'fixture',
  installation: { name: 'Demo', demo: true, today: TODAY },
});

const STAGES: [string, string, BuyStage][] = [
  ['contact', 'Contact made', 'unaware'],
  ['analysis', 'Analysis', 'aware'],
  ['opportunity', 'Opportunity', 'interested'],
  ['plan', 'Plan', 'interested'],
  ['activities', 'Activities', 'evaluating'],
  ['results', 'Results', 'evaluating'],
  ['quote', 'Quote', 'preferring'],
  ['response', 'Response to quote', 'committed'],
  ['order', 'Order', 'committed'],
];

export const PIPELINE: Pipeline = {
  id: 'pl1',
  key: 'hi-tech',
  name: 'Hi-tech pipeline',
  stages: STAGES.map(([key, name, expects], position) => ({ id: `st-${key}`, key, name, expects, position })),
};

export function stageOf(key: string): StageRef {
  const { id, name, expects } = PIPELINE.stages.find((stage) => stage.key === key) ?? (PIPELINE.stages[0] as StageRef);
  return { id, key, name, expects };
}

export const VOCABULARY: Vocabulary = {
  signs: [],
  actions: [],
  sources: [
    { key: 'customer_written', strength: 1 },
    { key: 'system_record', strength: 1 },
    { key: 'seller_note', strength: 0.7 },
    { key: 'third_party', strength: 0.4 },
  ],
  levels: { C: { buy: [], use: [] }, P: { buy: [], use: [] }, B: { buy: [], use: [] } },
  buy_stages: [],
  use_stages: [],
  model: { version: '1', digest: '9f2c61ab77d0' },
};

export const page = <T>(data: T[], next: string | null = null, total: number | null = data.length): Page<T> => ({
  data,
  page: { next_cursor: next, has_more: next !== null, total },
});

/** Page `limit` rows of `all` from the cursor, which here is simply an index. */
export function slice<T>(
  all: readonly T[],
  search: URLSearchParams,
  map: (row: T) => unknown = (row) => row,
): Page<unknown> {
  const from = Number(search.get('cursor') ?? 0);
  const limit = Number(search.get('limit') ?? 50);
  const rows = all.slice(from, from + limit).map(map);
  return page(rows, from + limit < all.length ? String(from + limit) : null, all.length);
}

export interface Seen {
  phase: Phase;
  shares: number[];
  factors: [FiveLevels, FiveLevels, FiveLevels];
}

export function readingOf(
  { phase, shares, factors: [C, P, B] }: Seen,
  asOf: string,
  count: number,
  last: string | null,
): Reading {
  const order = stagesOf(phase);
  const stages = order.map((stage, index) => ({ stage, p: shares[index] ?? 0 }));
  const top = stages.reduce((best, share) => (share.p > best.p ? share : best));
  const median = (levels: readonly number[]) => {
    let sum = 0;
    return Math.max(
      0,
      levels.findIndex((p) => {
        sum += p;
        return sum >= 0.5;
      }),
    );
  };
  return {
    phase,
    as_of: asOf,
    stages,
    median_stage: top.p >= 0.45 ? top.stage : (order[median(shares)] as Stage),
    named_stage: top.p >= 0.45 ? top.stage : null,
    sure: top.p >= 0.6,
    p_named: top.p,
    idle: 0,
    avoids: B[0],
    blocked: shares[0] ?? 0,
    factors: { C, P, B },
    levels: { C: median(C), P: median(P), B: median(B) },
    evidence_count: count,
    last_evidence_at: last && `${last}T09:00:00Z`,
  };
}

/** The same belief leaning `points` further along its order: good enough to see a figure move. */
export function lean(seen: Seen, points: number): Seen {
  const tilt = (values: readonly number[]) => {
    const weighed = values.map((p, index) => p * 2 ** ((points / 10) * (index / (values.length - 1)) * 1.6));
    const sum = weighed.reduce((all, p) => all + p, 0);
    return weighed.map((p) => p / sum);
  };
  const [C, P, B] = seen.factors;
  return {
    phase: seen.phase,
    shares: tilt(seen.shares),
    factors: [tilt(C) as FiveLevels, tilt(P) as FiveLevels, tilt(B) as FiveLevels],
  };
}

export const toChance = (points: number): number => 1 / (1 + 2 ** (-points / 10));
export const toOdds = (p: number): number => 10 * Math.log2(p / (1 - p));

/** Points that the evidence of this visit added, by deal and person. */
export const added = new Map<string, { id: Id; points: number; words: string }[]>();

export const addedPoints = (dealId: Id, personId: Id): number =>
  (added.get(`${dealId}:${personId}`) ?? []).reduce((sum, { points }) => sum + points, 0);

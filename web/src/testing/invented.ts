// Invented deals, people and organizations, the same on every load: enough of them to feel the weight of a real house.

import type { Card, FiveLevels, Opportunity, Organization, Person, Room, StakeholderRole } from '~/api/types';
import { BUY_STAGES, buyIndex } from '~/beliefs/stages';
import { addDays } from '~/words/format';
import { added, addedPoints, lean, PIPELINE, readingOf, type Seen, TODAY, USERS } from './basics';

export const DEALS = 8_800;
export const PEOPLE = 100_000;
export const ORGANIZATIONS = 20_000;

const pick = <T>(list: readonly T[], n: number): T => list[n % list.length] as T;

/** A small hash: the same number for the same seed, evenly spread. */
export function chance(seed: number, salt = 0): number {
  let h = (seed * 374_761_393 + salt * 668_265_263) | 0;
  h = Math.imul(h ^ (h >>> 13), 1_274_126_177);
  return ((h ^ (h >>> 16)) >>> 0) / 4_294_967_296;
}

const HEADS = [
  'Orrin',
  'Fjord',
  'Kestrel',
  'Halden',
  'Gale',
  'Vantor',
  'Sable',
  'Meridian',
  'Weston',
  'Copley',
  'Nordpak',
  'Dexter',
  'Aurum',
  'Trellis',
  'Blackwater',
  'Lumen',
  'Unison',
  'Regent',
  'Sequoia',
  'Eriksen',
  'Tidewater',
  'Quill',
  'Pallas',
  'Ivory',
  '华晟',
  '宏海',
  '远川',
  '恒洛',
];
const TAILS = [
  'Labs',
  'Optics',
  'Drives',
  'Shipyard',
  'Motors',
  'Tools',
  'Foods',
  'Board',
  'Nets',
  'Power',
  'Seals',
  'Devices',
  'Rail',
  'Pumps',
  'Coatings',
  'Glass',
  'Cable',
  'Medical',
  'Marine',
  'Bank',
  'Freight',
  'Air',
];
const WORKS = ['电子', '泵业', '汽车', '仪表'];
const TOPICS = [
  'Order status',
  'Plant accounting',
  'Fab planning',
  'Batch traceability',
  'Dealer stock',
  'Project costing',
  'Returns and repair',
  'Books of nine sites',
  'Service orders',
  'Yard planning',
  'Invoicing',
  'Maintenance',
  'Depot spare parts',
  'Packaging lines',
];
const GIVEN = [
  'Erik',
  'Ingrid',
  'Sofia',
  'Henrik',
  'Marc',
  'Amara',
  'Mei Lin',
  'Yuki',
  'Ruth',
  'Priya',
  'Claire',
  'Grace',
  'Ben',
  'Lena',
  'Nadia',
  'Dana',
  'Tomasz',
  'Rob',
  'Oskar',
  'Jens',
  'Peter',
];
const FAMILY = [
  'Sand',
  'Solberg',
  'Marchetti',
  'Lund',
  'Delacroix',
  'Okafor',
  'Chua',
  'Tanabe',
  'Keller',
  'Nair',
  'Dubois',
  'Mbeki',
  'Carver',
  'Ortiz',
  'Haddad',
  'Whitfield',
  'Nowak',
  'Ellery',
  'Brandt',
  'Albrecht',
  'Albers',
];
const HAN = ['王芳', '李敏', '周强', '吴佳', '马超', '孙丽', '方敏', '罗成', '简宁', '唐越'];
const TITLES = [
  'Managing director',
  'CFO',
  'Head of planning',
  'IT manager',
  'Plant manager',
  'Controller',
  'Head of purchasing',
  'Head of quality',
  'IT 经理',
  '采购总监',
];
const PROMISES = [
  'Send interface list',
  'Call Priya back',
  'Trial on last month',
  'Minutes of the workshop',
  'Answer the price question',
  'Site visit, Leeds',
  'Legal, second round',
  'Ask who signs',
  '发送切换方案',
  'Propose a trial',
];
const CITIES = [
  ['Leeds', 'United Kingdom'],
  ['Hamburg', 'Germany'],
  ['Bergen', 'Norway'],
  ['苏州', '中国'],
  ['Osaka', 'Japan'],
  ['Lyon', 'France'],
] as const;
const SECTORS = ['Electronics', 'Machinery', 'Shipbuilding', 'Food', 'Rail', 'Medical devices'];

export function organizationName(n: number): string {
  const head = pick(HEADS, Math.floor(n / 3) * 7 + n);
  const han = /\p{Script=Han}/u.test(head);
  const series = n >= HEADS.length * TAILS.length ? ` ${Math.floor(n / (HEADS.length * TAILS.length)) + 1}` : '';
  return han ? `${head}${pick(WORKS, n)}${series}` : `${head} ${pick(TAILS, n * 5 + Math.floor(n / 28))}${series}`;
}

export const personName = (n: number): string =>
  n % 9 === 4
    ? pick(HAN, Math.floor(n / 9))
    : `${pick(GIVEN, n * 11)} ${pick(FAMILY, Math.floor(n / GIVEN.length) + n * 5)}`;

export function seenOf(seed: number): Seen {
  const centre = chance(seed, 1) * 6.4;
  const width = 0.5 + chance(seed, 2) * 1.1;
  const bell = (size: number, middle: number, spread: number) => {
    const raw = Array.from({ length: size }, (_, index) => Math.exp(-((index - middle) ** 2) / (2 * spread ** 2)));
    const sum = raw.reduce((all, value) => all + value, 0);
    return raw.map((value) => value / sum);
  };
  const levels = (shift: number) => bell(5, (centre / 6) * 4 + shift, 0.6 + width / 4) as FiveLevels;
  return { phase: 'buy', shares: bell(7, centre, width), factors: [levels(0.3), levels(0), levels(-0.4)] };
}

const SHARES = [0.2, 0.16, 0.15, 0.13, 0.12, 0.1, 0.08, 0.06];
const OPEN_STAGES = PIPELINE.stages.slice(0, SHARES.length);
const moved = new Map<number, string>();
export const moveDeal = (n: number, stageId: string) => moved.set(n, stageId);

export function stageIdOf(n: number): string {
  const given = moved.get(n);
  if (given) return given;
  let rest = chance(n, 3);
  const index = SHARES.findIndex((share) => {
    rest -= share;
    return rest < 0;
  });
  return (OPEN_STAGES[index] ?? PIPELINE.stages[0])?.id ?? '';
}

const peopleOf = (n: number): number[] =>
  Array.from({ length: 1 + Math.floor(chance(n, 4) * 4) }, (_, index) => n * 5 + index);
const ROLES: StakeholderRole[] = ['decision_maker', 'evaluator', 'influencer', 'user', 'budget_holder'];

export const amountOf = (n: number) =>
  n % 17 === 9 ? null : { minor: Math.round(10 ** (5 + chance(n, 8) * 1.8)) * 100, currency: 'USD' };

export function cardOf(n: number): Card {
  const stage = PIPELINE.stages.find(({ id }) => id === stageIdOf(n));
  const folk = peopleOf(n);
  const shares = BUY_STAGES.map(
    (_, index) => folk.reduce((sum, seed) => sum + (seenOf(seed).shares[index] ?? 0), 0) / folk.length,
  );
  let sum = 0;
  const middle = shares.findIndex((share) => {
    sum += share;
    return sum >= 0.5;
  });
  const recorded = stage?.expects ?? 'aware';
  const steps = buyIndex(recorded) - middle + Math.round((chance(n, 5) - 0.5) * 4) / 10;
  const due = Math.floor(chance(n, 6) * 24) - 4;
  const owner = pick(USERS, Math.floor(chance(n, 7) * 4));
  return {
    id: `d${n}`,
    name: pick(TOPICS, n * 3 + 1),
    organization: { id: `o${n}`, name: organizationName(n) },
    owner: { id: owner.id, name: owner.name },
    amount: amountOf(n),
    stage_id: stageIdOf(n),
    expected_close: addDays(TODAY, Math.floor(chance(n, 9) * 120)),
    people: folk.map((seed, index) => {
      const reading = readingOf(seenOf(seed), TODAY, 3, null);
      return {
        person_id: `p${seed}`,
        name: personName(seed),
        role: pick(ROLES, index),
        veto: index === 0 && n % 3 === 0,
        reading_stage: n % 23 === 7 ? null : reading.median_stage,
        p: reading.p_named,
        sure: reading.sure,
        power: [0.9, 0.5, 0.4, 0.3][index] ?? 0.2,
      };
    }),
    gap: {
      recorded,
      buyers_median: BUY_STAGES[middle] ?? 'aware',
      steps,
      p_ahead: 0.5 + Math.max(-0.45, Math.min(0.45, steps / 4)),
      flagged: steps > 1.5,
      judged_on: null,
      shares: BUY_STAGES.map((name, index) => ({ stage: name, share: shares[index] ?? 0 })),
    },
    last_evidence_at: `${addDays(TODAY, -Math.floor(chance(n, 10) * 22))}T10:00:00Z`,
    next_commitment:
      chance(n, 11) < 0.28
        ? null
        : { text: pick(PROMISES, n * 7), due: addDays(TODAY, due), overdue: due < 0, ours: n % 4 !== 0 },
  };
}

export const matches = (n: number, owner: string | null, q: string | null): boolean => {
  if (owner && pick(USERS, Math.floor(chance(n, 7) * 4)).id !== owner) return false;
  return !q || `${organizationName(n)} ${pick(TOPICS, n * 3 + 1)}`.toLowerCase().includes(q.toLowerCase());
};

const stored = {
  key: null,
  assumed: false,
  created_at: '2026-01-05T09:00:00Z',
  updated_at: '2026-11-20T09:00:00Z',
  deleted_at: null,
};

export function opportunityOf(n: number): Opportunity {
  const card = cardOf(n);
  const stage = PIPELINE.stages.find(({ id }) => id === card.stage_id) ?? PIPELINE.stages[0];
  return {
    ...stored,
    id: card.id,
    name: card.name,
    organization: card.organization,
    owner: card.owner,
    team: null,
    pipeline_id: PIPELINE.id,
    stage: stage ?? { id: '', key: '', name: '', expects: 'aware' },
    stage_since: addDays(TODAY, -20),
    amount: card.amount,
    product: null,
    expected_close: card.expected_close,
    closure: null,
    observed_until: null,
    phase: 'buy',
    source_note: null,
  };
}

export function roomOf(n: number): Room {
  const card = cardOf(n);
  const owner = { id: card.owner.id, name: card.owner.name, title: null, is_owner: true };
  return {
    opportunity: opportunityOf(n),
    as_of: TODAY,
    first_day: addDays(TODAY, -90),
    last_day: TODAY,
    phase: 'buy',
    gap: card.gap,
    stakeholders: card.people.map(({ person_id: id, name, role, veto, power }, index) => {
      const seed = Number(id.slice(1));
      const total = card.people.reduce((sum, other) => sum + other.power, 0);
      return {
        person: { id, name, title: pick(TITLES, seed), organization: card.organization, assumed: false },
        role,
        veto,
        power: power / total,
        assumed: false,
        active: true,
        reading: readingOf(lean(seenOf(seed), addedPoints(card.id, id)), TODAY, 4 + index, addDays(TODAY, -index * 3)),
        evidence_count: 4 + index,
        last_evidence_at: `${addDays(TODAY, -index * 3)}T09:00:00Z`,
        trend: Array.from({ length: 13 }, (_, week) => ({
          day: addDays(TODAY, (week - 12) * 7),
          p: Math.max(
            0.02,
            Math.min(0.97, (buyIndex(card.gap?.buyers_median ?? 'aware') / 7) * (week / 12) + chance(seed, week) * 0.1),
          ),
        })),
      };
    }),
    ours: [owner],
    others: [],
    organizations: [{ id: card.organization.id, name: card.organization.name, lane: 'decides' }],
    edges: card.people.slice(1).map(({ person_id: id }) => ({
      from: id,
      to: card.people[0]?.person_id ?? '',
      kind: 'reports_to' as const,
      since: null,
      assumed: false,
      weight: 0.5,
    })),
    marks: Array.from({ length: 9 }, (_, index) => ({
      day: addDays(TODAY, -85 + index * 10),
      points: Math.round((chance(n, 40 + index) - 0.35) * 300) / 10,
      title: {
        code: 'sign' as const,
        action: null,
        reply: null,
        sign: 'warm_words',
        benefit: null,
        count: 1,
        people: [],
        words: null,
      },
      person_id: card.people[0]?.person_id ?? '',
    })),
    stage_changes: [],
    commitments: card.next_commitment
      ? [
          {
            id: `c${n}`,
            opportunity_id: card.id,
            by: { id: owner.id, name: owner.name, ours: true },
            to: { id: card.people[0]?.person_id ?? '', name: card.people[0]?.name ?? '', ours: false },
            text: card.next_commitment.text,
            made_on: addDays(TODAY, -8),
            due: card.next_commitment.due,
            kept_on: null,
            broken_on: null,
            withdrawn_on: null,
            state: card.next_commitment.overdue ? 'overdue' : 'open',
            assumed: false,
          },
        ]
      : [],
    evidence_count: (added.get(`${card.id}:${card.people[0]?.person_id}`)?.length ?? 0) + 12,
  };
}

export function personRecord(n: number): Person {
  const deal = Math.floor(n / 5);
  const inDeal = n < DEALS * 5 && peopleOf(deal).includes(n);
  const card = inDeal ? cardOf(deal) : null;
  const seat = card?.people.find(({ person_id: id }) => id === `p${n}`);
  return {
    ...stored,
    id: `p${n}`,
    name: personName(n),
    email: `person${n}@example.com`,
    phone: null,
    title: pick(TITLES, n),
    organization: { id: `o${deal % ORGANIZATIONS}`, name: organizationName(deal % ORGANIZATIONS) },
    employments: [
      {
        id: `e${n}`,
        organization: { id: `o${deal % ORGANIZATIONS}`, name: organizationName(deal % ORGANIZATIONS) },
        title: pick(TITLES, n),
        reports_to: null,
        from: '2019-04-01',
        until: null,
      },
    ],
    note: null,
    owner: null,
    team: null,
    standing:
      card && seat
        ? {
            opportunity: { id: card.id, name: `${card.organization.name} · ${card.name}` },
            role: seat.role,
            veto: seat.veto,
            power: seat.power,
            reading: readingOf(seenOf(n), TODAY, 5, card.last_evidence_at?.slice(0, 10) ?? null),
          }
        : null,
  };
}

export function organizationRecord(n: number): Organization {
  const [city, country] = pick(CITIES, n);
  const owner = pick(USERS, n);
  return {
    ...stored,
    id: `o${n}`,
    name: organizationName(n),
    ours: false,
    competitor: n % 97 === 11,
    city,
    country,
    sector: pick(SECTORS, n * 3),
    website: 'https://example.com',
    note: null,
    customer_since: n % 4 === 0 ? '2021-03-01' : null,
    owner: { id: owner.id, name: owner.name },
    team: owner.team,
  };
}

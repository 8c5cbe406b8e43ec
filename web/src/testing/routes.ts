// Which fixture answers which address.

import type { Card, DraftRequest, SearchHit } from '~/api/types';
import { addDays } from '~/words/format';
import * as amd from './amd';
import { added, ME, PIPELINE, page, session, slice, TEAMS, TODAY, USERS, VOCABULARY } from './basics';
import { draftOf, movedBy } from './drafts';
import * as invented from './invented';
import { inventedBelief } from './invented_belief';

interface Reply {
  status: number;
  answer: unknown;
}

type Handler = (params: string[], search: URLSearchParams, body: Record<string, unknown>) => unknown;

let loggedIn = !new URLSearchParams(window.location.search).has('stranger');
const problem = (status: number, code: string): Reply => ({
  status,
  answer: { type: 'about:blank', title: code, status, code, detail: null, errors: [], request_id: 'fixture' },
});
const ok = (answer: unknown, status = 200): Reply => ({ status, answer });
const dealNumber = (id = '') => Number(id.slice(1));

const ROUTES: [string, RegExp, Handler][] = [
  ['GET', /^\/session$/, () => (loggedIn ? session() : problem(401, 'not_logged_in'))],
  ['POST', /^\/session$/, (_, __, body) => (body.password === 'wrong' ? problem(401, 'wrong_credentials') : enter())],
  ['PATCH', /^\/session\/preferences$/, () => ok(ME)],
  ['POST', /^\/session\/password$/, () => ok({})],
  ['DELETE', /^\/session$/, () => leave()],
  ['GET', /^\/setup$/, () => ({ needed: false })],
  ['POST', /^\/setup$/, () => enter()],
  ['GET', /^\/demo$/, () => ({ case_opportunity_id: amd.DEAL, case_person_id: 'fred-mapp' })],
  ['GET', /^\/vocabulary$/, () => VOCABULARY],
  ['GET', /^\/users$/, () => page(USERS)],
  ['POST', /^\/users$/, (_, __, body) => ok({ ...ME, ...body, id: 'u9' }, 201)],
  ['PATCH', /^\/users\/(.+)$/, (_, __, body) => ({ ...ME, ...body })],
  ['GET', /^\/teams$/, () => page(TEAMS)],
  ['POST', /^\/teams$/, (_, __, body) => ok({ id: 't9', name: body.name, parent: null, members: 0 }, 201)],
  [
    'GET',
    /^\/api-keys$/,
    () =>
      page([
        {
          id: 'k1',
          name: 'Nightly import',
          prefix: 'as_live_4f',
          scopes: [],
          created_at: `${TODAY}T08:00:00Z`,
          last_used_at: `${addDays(TODAY, -1)}T03:00:00Z`,
        },
      ]),
  ],
  [
    'POST',
    /^\/api-keys$/,
    (_, __, body) =>
      ok(
        {
          id: 'k2',
          name: body.name,
          prefix: 'as_live_9c',
          scopes: [],
          created_at: `${TODAY}T08:00:00Z`,
          last_used_at: null,
          secret: 'as_live_9c27f1d03b6e4a58a0c1',
        },
        201,
      ),
  ],
  ['GET', /^\/pipelines$/, () => page([PIPELINE])],
  ['GET', /^\/pipelines\/[^/]+\/board$/, (_, search) => board(search)],
  ['GET', /^\/opportunities\/cards$/, (_, search) => cards(search)],
  ['GET', /^\/opportunities$/, (_, search) => deals(search)],
  ['POST', /^\/opportunities$/, () => ok(invented.opportunityOf(1), 201)],
  ['GET', /^\/opportunities\/([^/]+)\/room$/, ([id], search) => room(id, search.get('at'))],
  [
    'GET',
    /^\/opportunities\/([^/]+)\/evidence$/,
    ([id], search) => slice(id === amd.DEAL ? amd.evidence() : [], search),
  ],
  ['POST', /^\/opportunities\/([^/]+)\/stage-changes$/, ([id], _, body) => move(id, body)],
  ['POST', /^\/opportunities\/[^/]+\/stakeholders$/, () => ok({}, 201)],
  [
    'GET',
    /^\/opportunities\/([^/]+)\/people\/([^/]+)\/belief$/,
    ([deal, person], search) => belief(deal, person, search.get('at')),
  ],
  ['POST', /^\/interaction-drafts$/, (_, __, body) => draftOf(body as unknown as DraftRequest)],
  ['POST', /^\/evidence$/, (_, __, body) => record(body.interaction as Record<string, unknown>)],
  ['DELETE', /^\/evidence\/(.+)$/, ([id]) => forget(id)],
  ['DELETE', /^\/interactions\/(.+)$/, ([id]) => takeBack(id)],
  ['POST', /^\/interactions\/(.+)\/restoration$/, ([id]) => bringBack(id)],
  ['POST', /^\/commitments$/, (_, __, body) => ok(body, 201)],
  ['PATCH', /^\/commitments\/(.+)$/, (_, __, body) => body],
  ['GET', /^\/people$/, (_, search) => people(search)],
  [
    'POST',
    /^\/people$/,
    (_, __, body) =>
      body.name ? ok({ ...invented.personRecord(3), name: body.name }, 201) : wrong('/name', 'required'),
  ],
  ['GET', /^\/people\/(.+)$/, ([id]) => person(id)],
  [
    'PATCH',
    /^\/people\/(.+)$/,
    ([id], _, body) => (body.name ? { ...invented.personRecord(dealNumber(id)), ...body } : wrong('/name', 'required')),
  ],
  ['GET', /^\/ties$/, (_, search) => page(ties(search.get('person_id') ?? ''))],
  ['GET', /^\/organizations$/, (_, search) => organizations(search)],
  ['GET', /^\/organizations\/(.+)$/, ([id]) => organization(id)],
  ['GET', /^\/organization-relations$/, (_, search) => page(relations(search.get('organization_id') ?? ''))],
  ['GET', /^\/products$/, () => page(PRODUCTS)],
  ['GET', /^\/search$/, (_, search) => ({ data: hits(search.get('q') ?? '') })],
];

export function handle(method: string, path: string, search: URLSearchParams, body: unknown): Reply {
  for (const [verb, pattern, handler] of ROUTES) {
    const found = verb === method && pattern.exec(path);
    if (!found) continue;
    const answer = handler(found.slice(1), search, (body ?? {}) as Record<string, unknown>);
    if (answer === null) return problem(404, 'not_found');
    return isReply(answer) ? answer : ok(answer);
  }
  return method === 'DELETE' ? ok(null, 204) : ok({}, method === 'POST' ? 201 : 200);
}

const isReply = (answer: unknown): answer is Reply =>
  typeof answer === 'object' && answer !== null && 'status' in answer && 'answer' in answer;

const wrong = (pointer: string, code: string): Reply => ({
  status: 422,
  answer: {
    code: 'invalid',
    status: 422,
    title: 'invalid',
    errors: [{ pointer, code, params: {} }],
    request_id: 'fixture',
  },
});

function enter(): Reply {
  loggedIn = true;
  return ok(session(), 201);
}

function leave(): Reply {
  loggedIn = false;
  return ok(null, 204);
}

let sorted: { filter: string; byStage: Map<string, number[]> } | null = null;

function byStage(search: URLSearchParams): Map<string, number[]> {
  const filter = `${search.get('owner_id')}|${search.get('q')}`;
  if (sorted?.filter === filter) return sorted.byStage;
  const found = new Map<string, number[]>(PIPELINE.stages.map(({ id }) => [id, []]));
  for (let n = 0; n < invented.DEALS; n++) {
    if (invented.matches(n, search.get('owner_id'), search.get('q'))) found.get(invented.stageIdOf(n))?.push(n);
  }
  sorted = { filter, byStage: found };
  return found;
}

function amdCard(): Card {
  const base = invented.cardOf(0);
  const deal = amd.opportunity();
  const { gap, stakeholders } = amd.room('2000-05-14');
  return {
    ...base,
    id: amd.DEAL,
    name: deal.name,
    organization: deal.organization,
    owner: deal.owner,
    amount: deal.amount,
    stage_id: 'st-response',
    gap,
    people: stakeholders.map(({ person: { id, name }, role, veto, power, reading }) => ({
      person_id: id,
      name,
      role,
      veto,
      power,
      reading_stage: reading?.median_stage ?? null,
      p: reading?.p_named ?? 0,
      sure: reading?.sure ?? true,
    })),
    next_commitment: null,
  };
}

function board(search: URLSearchParams) {
  const numbers = byStage(search);
  return {
    pipeline: PIPELINE,
    stages: PIPELINE.stages.map((stage) => {
      const all = numbers.get(stage.id) ?? [];
      const first = all.slice(0, 25).map(invented.cardOf);
      const withCase = stage.key === 'response' && !search.get('q');
      const sum = all.reduce((total, n) => total + (invented.amountOf(n)?.minor ?? 0), withCase ? 2_000_000_000 : 0);
      return {
        stage,
        count: all.length + (withCase ? 1 : 0),
        sums: sum ? [{ minor: sum, currency: 'USD' }] : [],
        cards: withCase ? [amdCard(), ...first] : first,
        next_cursor: all.length > 25 ? '25' : null,
      };
    }),
  };
}

function cards(search: URLSearchParams) {
  const stage = search.get('stage_id');
  const numbers = byStage(search);
  const all = stage ? (numbers.get(stage) ?? []) : [...numbers.values()].flat().sort((a, b) => a - b);
  return slice(all, search, invented.cardOf);
}

function deals(search: URLSearchParams) {
  const organization = search.get('organization_id') ?? '';
  if (organization === 'amd') return page([amd.opportunity()]);
  return page(organization ? [invented.opportunityOf(dealNumber(organization))] : []);
}

const room = (id = '', at: string | null) => (id === amd.DEAL ? amd.room(at) : invented.roomOf(dealNumber(id)));

const belief = (deal = '', person = '', at: string | null) =>
  deal === amd.DEAL ? amd.belief(person, at) : inventedBelief(dealNumber(deal), person);

function move(id = '', body: Record<string, unknown>): Reply {
  invented.moveDeal(dealNumber(id), String(body.stage_id));
  sorted = null;
  return ok({ id: 'sc' }, 201);
}

function takeBack(id = ''): Reply {
  amd.takeBack(id);
  return ok(null, 204);
}

function bringBack(id = ''): Reply {
  amd.bringBack(id);
  return ok({}, 201);
}

let records = 0;

function record(interaction: Record<string, unknown>): Reply {
  const deal = String(interaction.opportunity_id);
  const participants = interaction.participants as string[] | undefined;
  const personId = String(interaction.person_id ?? participants?.[0]);
  const points = Number(
    interaction.points ?? (interaction.result === 'answered' || interaction.result === 'held' ? 4.2 : -2.1),
  );
  records += 1;
  const id = `r${records}`;
  const key = `${deal}:${personId}`;
  const moved = movedBy(deal, personId, points);
  added.set(key, [...(added.get(key) ?? []), { id, points, words: String(interaction.words ?? '') }]);
  return ok(
    { interaction: { id }, commitments: [], beliefs: points ? [moved] : [], undo: { href: `/evidence/${id}` } },
    201,
  );
}

function forget(id = ''): unknown {
  for (const [key, list] of added)
    added.set(
      key,
      list.filter((entry) => entry.id !== id),
    );
  return { beliefs: [] };
}

function people(search: URLSearchParams) {
  const q = search.get('q')?.toLowerCase();
  const organization = search.get('organization_id');
  if (organization === 'amd')
    return page(
      amd
        .amdPeople()
        .filter((each) => each.organization?.id === 'amd')
        .map(({ id }) => person(id)),
    );
  const numbers = organization
    ? Array.from({ length: 5 }, (_, index) => dealNumber(organization) * 5 + index)
    : Array.from({ length: invented.PEOPLE }, (_, index) => index);
  const found = q ? numbers.filter((n) => invented.personName(n).toLowerCase().includes(q)) : numbers;
  return slice(found, search, invented.personRecord);
}

function person(id = '') {
  if (!amd.amdPeople().some((each) => each.id === id)) return invented.personRecord(dealNumber(id));
  const known = amd.personOf(id);
  const stakeholder = amd.room(null).stakeholders.find((each) => each.person.id === id);
  return {
    ...invented.personRecord(3),
    ...known,
    email: null,
    employments: known.organization
      ? [
          {
            id: `e-${id}`,
            organization: known.organization,
            title: known.title,
            reports_to: null,
            from: '2000-02-07',
            until: null,
          },
        ]
      : [],
    standing: stakeholder
      ? {
          opportunity: { id: amd.DEAL, name: amd.opportunity().name },
          role: stakeholder.role,
          veto: stakeholder.veto,
          power: stakeholder.power,
          reading: stakeholder.reading,
        }
      : null,
  };
}

const ties = (id: string) =>
  amd
    .room(null)
    .edges.filter(({ kind, from, to }) => kind !== 'reports_to' && kind !== 'introduced' && (from === id || to === id))
    .map(({ kind, from, to, since, assumed }) => ({
      id: `${from}:${to}`,
      from: { id: from, name: amd.personOf(from).name },
      to: { id: to, name: amd.personOf(to).name },
      kind,
      since,
      last_contact: null,
      assumed,
      note: null,
    }));

function organizations(search: URLSearchParams) {
  const q = search.get('q')?.toLowerCase();
  const numbers = Array.from({ length: invented.ORGANIZATIONS }, (_, index) => index);
  const found = q ? numbers.filter((n) => invented.organizationName(n).toLowerCase().includes(q)) : numbers;
  return slice(found, search, invented.organizationRecord);
}

const organization = (id = '') =>
  id === 'amd'
    ? {
        ...invented.organizationRecord(2),
        id: 'amd',
        name: 'AMD',
        city: 'Sunnyvale',
        country: 'United States',
        sector: 'Semiconductors',
      }
    : invented.organizationRecord(dealNumber(id));

const relations = (id: string) =>
  id === 'amd'
    ? [
        {
          id: 'rel1',
          from: { id: 'amd-germany', name: 'AMD, German branch' },
          to: { id: 'amd', name: 'AMD' },
          kind: 'subsidiary_of',
          since: null,
          until: null,
          assumed: false,
        },
      ]
    : [];

const PRODUCTS = [
  { id: 'pr1', key: null, name: 'Enterprise suite', series: 'R/3', price: { minor: 250_000_000, currency: 'USD' } },
  { id: 'pr2', key: null, name: 'Order desk', series: 'R/3', price: { minor: 42_000_000, currency: 'USD' } },
  { id: 'pr3', key: null, name: 'Plant ledger', series: null, price: null },
];

function hits(q: string): SearchHit[] {
  const words = q.toLowerCase();
  const none = { opportunity_id: null, person_id: null, at: null, reading_stage: null, p: null };
  const found: SearchHit[] = [];
  for (const each of amd.amdPeople()) {
    if (!each.name.toLowerCase().includes(words)) continue;
    const reading = amd.readingAt(each.id, amd.LAST);
    const inDeal = reading !== null;
    found.push({
      ...none,
      noun: 'person',
      id: each.id,
      title: each.name,
      subtitle: [each.title, each.organization?.name].filter(Boolean).join(', '),
      opportunity_id: inDeal ? amd.DEAL : null,
      reading_stage: reading?.median_stage ?? null,
      p: reading?.p_named ?? null,
    });
  }
  for (let n = 0; n < 3000 && found.length < 8; n++) {
    if (!invented.personName(n).toLowerCase().includes(words)) continue;
    const { id, name, title, organization: at, standing } = invented.personRecord(n);
    found.push({
      ...none,
      noun: 'person',
      id,
      title: name,
      subtitle: [title, at?.name].filter(Boolean).join(', '),
      opportunity_id: standing?.opportunity.id ?? null,
      reading_stage: standing?.reading?.median_stage ?? null,
      p: standing?.reading?.p_named ?? null,
    });
  }
  for (let n = 0; n < 3000 && found.length < 16; n++) {
    if (!invented.organizationName(n).toLowerCase().includes(words)) continue;
    const card = invented.cardOf(n);
    found.push({ ...none, noun: 'organization', id: `o${n}`, title: card.organization.name, subtitle: null });
    found.push({
      ...none,
      noun: 'opportunity',
      id: card.id,
      title: `${card.organization.name} · ${card.name}`,
      subtitle: null,
    });
  }
  if ('amd company-wide business software'.includes(words)) {
    found.unshift({ ...none, noun: 'opportunity', id: amd.DEAL, title: amd.opportunity().name, subtitle: 'AMD' });
  }
  for (const { interaction } of amd.evidence()) {
    if (interaction?.words?.toLowerCase().includes(words) && found.length < 20) {
      found.push({
        ...none,
        noun: 'note',
        id: interaction.id,
        title: interaction.words,
        subtitle: interaction.participants[0]?.name ?? null,
        opportunity_id: amd.DEAL,
        person_id: interaction.participants[0]?.id ?? null,
        at: interaction.at,
      });
    }
  }
  return found;
}

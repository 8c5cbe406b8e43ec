// The names under which answers are cached. A live change invalidates by the first parts of these names.

import type { Day, Id, Phase } from './types';

export const keys = {
  session: ['session'] as const,
  setup: ['setup'] as const,
  search: (q: string) => ['search', q] as const,

  pipelines: ['pipelines'] as const,
  boards: ['board'] as const,
  board: (pipelineId: Id, filter: object) => ['board', pipelineId, filter] as const,
  boardMore: (pipelineId: Id, stageId: Id, filter: object) => ['board', pipelineId, 'more', stageId, filter] as const,
  cards: (pipelineId: Id, filter: object) => ['board', pipelineId, 'cards', filter] as const,

  opportunity: (id: Id) => ['opportunities', id] as const,
  room: (id: Id, at: Day | null) => ['opportunities', id, 'room', at] as const,
  outlook: (id: Id) => ['opportunities', id, 'outlook'] as const,
  supposition: (id: Id, people: object) => ['opportunities', id, 'supposition', people] as const,
  verdict: (id: Id) => ['opportunities', id, 'verdict'] as const,
  evidence: (id: Id, personId: Id | null, at: Day | null) => ['opportunities', id, 'evidence', personId, at] as const,
  belief: (id: Id, personId: Id, at: Day | null, phase: Phase | null) =>
    ['opportunities', id, 'belief', personId, at, phase] as const,
  advice: (id: Id) => ['opportunities', id, 'advice'] as const,
  choices: (id: Id, personId: Id) => ['opportunities', id, 'choices', personId] as const,
  ways: (id: Id, personId: Id, at: Day | null) => ['opportunities', id, 'ways', personId, at] as const,
  activities: (id: Id) => ['opportunities', id, 'activities'] as const,
  activityEffect: (id: Id, activityId: Id) => ['opportunities', id, 'activities', activityId, 'effect'] as const,
  opportunities: (filter: object) => ['opportunities', 'list', filter] as const,

  people: ['people'] as const,
  peopleList: (filter: object) => ['people', 'list', filter] as const,
  person: (id: Id) => ['people', id] as const,
  cardsOf: (personId: Id) => ['board', 'of', personId] as const,
  ties: (personId: Id) => ['people', personId, 'ties'] as const,
  organizations: ['organizations'] as const,
  organizationList: (filter: object) => ['organizations', 'list', filter] as const,
  organization: (id: Id) => ['organizations', id] as const,
  organizationRelations: (id: Id) => ['organizations', id, 'relations'] as const,
  products: ['products'] as const,
  productList: (filter: object) => ['products', 'list', filter] as const,
  product: (id: Id) => ['products', id] as const,
  benefitPoints: (productId: Id) => ['products', productId, 'points'] as const,

  /** Whatever is read off all deals at once: the control board, charts, limits, the forecast. */
  control: ['control'] as const,
  controlBoard: (filter: object) => ['control', 'board', filter] as const,
  controlCharts: (id: Id) => ['control', 'charts', id] as const,
  controlLimits: ['control', 'limits'] as const,
  forecast: (filter: object) => ['control', 'forecast', filter] as const,
  completeness: ['control', 'completeness'] as const,
  lessons: (filter: object) => ['control', 'lessons', filter] as const,
  lessonDeals: (query: object) => ['control', 'lessons', 'deals', query] as const,
  playbook: (filter: object) => ['control', 'playbook', filter] as const,

  model: ['model'] as const,
  modelCheck: (changes: object) => ['model', 'check', changes] as const,
  modelPreview: (changes: object) => ['model', 'preview', changes] as const,
  modelVersions: ['model', 'versions'] as const,
  modelVersion: (number: number) => ['model', 'versions', number] as const,
  learnings: ['model', 'learnings'] as const,

  /** What a seller has before them, over all their deals. */
  today: ['today'] as const,
  todayOf: (userId: Id | null) => ['today', userId] as const,

  /** What closed deals say of the chance to win. */
  proof: ['proof'] as const,
  allAsks: ['asks'] as const,
  asks: (filter: object) => ['asks', filter] as const,

  vocabulary: ['vocabulary'] as const,
  users: ['users'] as const,
  teams: ['teams'] as const,
  apiKeys: ['api-keys'] as const,
};

// The shapes of the API, by hand until the server's OpenAPI document is there. Nothing else in the app declares them.

export type Id = string;
export type Day = string; // YYYY-MM-DD
export type Instant = string; // RFC 3339, UTC

export interface Ref {
  id: Id;
  name: string;
}

export interface Money {
  minor: number;
  currency: string;
}

export interface Page<T> {
  data: T[];
  page: { next_cursor: string | null; has_more: boolean; total: number | null };
}

export interface FieldError {
  pointer: string;
  code: string;
  params: Record<string, string | number>;
}

export interface ProblemDetails {
  type: string;
  title: string;
  status: number;
  code: string;
  detail: string | null;
  errors: FieldError[];
  request_id: string | null;
}

// Session and users

export type Language = 'en' | 'zh-CN';
export type Theme = 'light' | 'dark' | 'system';
export type UserRole = 'admin' | 'manager' | 'rep' | 'read_only';
export type Scope = 'own' | 'team' | 'all';

export interface User extends Ref {
  email: string;
  role: UserRole;
  scope: Scope;
  team: Ref | null;
  language: Language;
  theme: Theme;
  person_id: Id | null;
  disabled_at: Instant | null;
}

export interface Session {
  user: User;
  csrf_token: string;
  installation: { name: string; demo: boolean; today: Day };
}

export interface Team extends Ref {
  parent: Ref | null;
  members: number;
}

export interface ApiKey extends Ref {
  prefix: string;
  scopes: string[];
  created_at: Instant;
  last_used_at: Instant | null;
  secret?: string;
}

// States of mind

export type BuyStage = 'blocked' | 'unaware' | 'aware' | 'interested' | 'evaluating' | 'preferring' | 'committed';
export type UseStage = 'blocked' | 'implementing' | 'using' | 'value_confirmed' | 'vouching';
export type Stage = BuyStage | UseStage;
export type Phase = 'buy' | 'use';
export type Factor = 'C' | 'P' | 'B';
export type FiveLevels = [number, number, number, number, number];

export interface StageShare {
  stage: Stage;
  p: number;
}

export interface Reading {
  phase: Phase;
  as_of: Day;
  stages: StageShare[];
  median_stage: Stage;
  named_stage: Stage | null;
  sure: boolean;
  p_named: number;
  idle: number;
  avoids: number;
  blocked: number;
  factors: Record<Factor, FiveLevels>;
  levels: Record<Factor, number>;
  evidence_count: number;
  last_evidence_at: Instant | null;
}

export interface Moved {
  person_id: Id;
  before: Reading;
  after: Reading;
  points: number;
  target_stage: Stage;
}

// Nouns

interface Stored {
  id: Id;
  key: string | null;
  assumed: boolean;
  created_at: Instant;
  updated_at: Instant;
  deleted_at: Instant | null;
}

export interface Organization extends Stored {
  name: string;
  ours: boolean;
  competitor: boolean;
  city: string | null;
  country: string | null;
  sector: string | null;
  website: string | null;
  note: string | null;
  customer_since: Day | null;
  owner: Ref | null;
  team: Ref | null;
}

export type OrganizationRelationKind = 'subsidiary_of' | 'customer_of' | 'supplier_of' | 'competitor_of';

export interface OrganizationRelation {
  id: Id;
  from: Ref;
  to: Ref;
  kind: OrganizationRelationKind;
  since: Day | null;
  until: Day | null;
  assumed: boolean;
}

export interface Employment {
  id: Id;
  organization: Ref;
  title: string | null;
  reports_to: Ref | null;
  from: Day | null;
  until: Day | null;
}

export interface Person extends Stored {
  name: string;
  email: string | null;
  phone: string | null;
  title: string | null;
  organization: Ref | null;
  employments: Employment[];
  note: string | null;
  owner: Ref | null;
  team: Ref | null;
  standing: Standing | null;
}

/** Where a person stands in the deal that was touched last; what a list shows. */
export interface Standing {
  opportunity: Ref;
  role: StakeholderRole;
  veto: boolean;
  power: number;
  reading: Reading | null;
}

export type TieKind = 'colleague' | 'works_with' | 'knows' | 'sold_to' | 'met' | 'trusts';

export interface Tie {
  id: Id;
  from: Ref;
  to: Ref;
  kind: TieKind;
  since: Day | null;
  last_contact: Day | null;
  assumed: boolean;
  note: string | null;
}

export interface Product {
  id: Id;
  key: string | null;
  name: string;
  series: string | null;
  price: Money | null;
}

export interface PipelineStage {
  id: Id;
  key: string;
  name: string;
  expects: BuyStage;
  position: number;
}

export interface Pipeline {
  id: Id;
  key: string;
  name: string;
  stages: PipelineStage[];
}

export type Outcome = 'won' | 'lost' | 'no_decision';
export type StageRef = Omit<PipelineStage, 'position'>;

export interface Opportunity extends Stored {
  name: string;
  organization: Ref;
  owner: Ref;
  team: Ref | null;
  pipeline_id: Id;
  stage: StageRef;
  stage_since: Day;
  amount: Money | null;
  product: Ref | null;
  expected_close: Day | null;
  closure: { outcome: Outcome; at: Day; reason: string | null } | null;
  observed_until: Day | null;
  phase: Phase;
  source_note: string | null;
}

export interface StageChange {
  id: Id;
  stage: StageRef;
  at: Instant;
  by: Ref | null;
  note: string | null;
}

export type StakeholderRole =
  | 'decision_maker'
  | 'budget_holder'
  | 'evaluator'
  | 'influencer'
  | 'user'
  | 'gatekeeper'
  | 'reference'
  | 'unknown';

export type Source = 'customer_written' | 'system_record' | 'seller_note' | 'third_party';

export interface Interaction {
  id: Id;
  opportunity_id: Id | null;
  kind: string;
  direction: 'out' | 'in' | null;
  result: string | null;
  at: Instant;
  participants: Ref[];
  through: Ref[];
  signs: { person_id: Id; kind: string; source: Source | null; benefit: string | null }[];
  source: Source;
  words: string | null;
  recorded_by: Ref | null;
  by: Ref | null;
  procedure_bound: boolean;
  assumed: boolean;
  created_at: Instant;
  deleted_at: Instant | null;
}

export interface Party extends Ref {
  ours: boolean;
}

export type CommitmentState = 'open' | 'overdue' | 'kept' | 'broken' | 'withdrawn';

export interface Commitment {
  id: Id;
  opportunity_id: Id;
  by: Party;
  to: Party;
  text: string;
  made_on: Day;
  due: Day | null;
  kept_on: Day | null;
  broken_on: Day | null;
  withdrawn_on: Day | null;
  state: CommitmentState;
  assumed: boolean;
}

export interface Vocabulary {
  signs: { key: string; phase: Phase | 'both'; channel: string; why: string; direction: 'toward' | 'away' | 'mixed' }[];
  actions: { key: string; phase: Phase | 'both'; why: string; replies: ActionReply[]; opens_question: boolean }[];
  sources: { key: Source; strength: number }[];
  levels: Record<Factor, Record<Phase, string[]>>;
  buy_stages: BuyStage[];
  use_stages: UseStage[];
  model: { version: string; digest: string };
}

export interface ActionReply {
  key: string;
  direction: 'toward' | 'away' | 'mixed';
}

// One-line evidence

export type ChipKind = 'person' | 'action' | 'sign' | 'reply' | 'date' | 'source' | 'our_promise' | 'their_promise';

export interface Chip {
  id: string;
  kind: ChipKind;
  value: string;
  label_params: Record<string, string>;
  direction: 'toward' | 'away' | 'neutral';
  span: [number, number];
  certain: boolean;
}

export interface DraftRequest {
  opportunity_id: Id;
  person_id: Id | null;
  text: string;
  without: string[];
}

/** Bodies the server wrote and gets back unread. */
export type InteractionBody = Record<string, unknown>;
export type CommitmentBody = Record<string, unknown>;

export interface Draft {
  chips: Chip[];
  interaction: InteractionBody;
  commitments: CommitmentBody[];
  effects: Moved[];
}

export interface Evidence {
  interaction: Interaction;
  commitments: Commitment[];
  beliefs: Moved[];
  undo: { href: string };
}

export type TitleCode =
  | 'reply'
  | 'sign'
  | 'question'
  | 'promise_kept'
  | 'promise_broken'
  | 'their_promise'
  | 'order'
  | 'quiet'
  | 'start'
  | 'value';

/** What happened, in parts; `words/title.ts` makes the sentence. */
export interface Title {
  code: TitleCode;
  action: string | null;
  reply: string | null;
  sign: string | null;
  benefit: string | null;
  count: number;
  people: string[];
  words: string | null;
}

export interface EvidenceItem {
  interaction: Interaction | null;
  commitment: Commitment | null;
  stage_change: StageChange | null;
  at: Instant;
  title: Title | null;
  moved: { person_id: Id; points: number }[];
}

// Board

export interface Gap {
  recorded: BuyStage;
  buyers_median: BuyStage;
  steps: number;
  p_ahead: number;
  flagged: boolean;
  judged_on: { person_id: Id; name: string } | null;
  shares: { stage: BuyStage; share: number }[];
}

export interface CardPerson {
  person_id: Id;
  name: string;
  role: StakeholderRole;
  veto: boolean;
  reading_stage: Stage | null;
  p: number;
  sure: boolean;
  power: number;
}

export interface Card {
  id: Id;
  name: string;
  organization: Ref;
  owner: Ref;
  amount: Money | null;
  stage_id: Id;
  expected_close: Day | null;
  people: CardPerson[];
  gap: Gap | null;
  last_evidence_at: Instant | null;
  next_commitment: { text: string; due: Day | null; overdue: boolean; ours: boolean } | null;
}

export interface BoardColumn {
  stage: PipelineStage;
  count: number;
  sums: Money[];
  cards: Card[];
  next_cursor: string | null;
}

export interface Board {
  pipeline: Pipeline;
  stages: BoardColumn[];
}

// Deal room

export interface RoomPerson extends Ref {
  title: string | null;
  organization: Ref | null;
  assumed: boolean;
}

export interface Stakeholder {
  person: RoomPerson;
  role: StakeholderRole;
  veto: boolean;
  power: number;
  assumed: boolean;
  active: boolean;
  reading: Reading | null;
  evidence_count: number;
  last_evidence_at: Instant | null;
  trend: { day: Day; p: number }[];
}

export type Lane = 'ours' | 'branch' | 'decides' | 'downstream';
export type EdgeKind = 'reports_to' | 'introduced' | 'customer_of' | TieKind;

export interface RoomEdge {
  from: Id;
  to: Id;
  kind: EdgeKind;
  since: Day | null;
  assumed: boolean;
  weight: number;
}

export interface Mark {
  day: Day;
  points: number;
  title: Title;
  person_id: Id;
}

export interface OurPerson extends Ref {
  title: string | null;
  is_owner: boolean;
}

export interface Room {
  opportunity: Opportunity;
  as_of: Day;
  first_day: Day;
  last_day: Day;
  phase: Phase;
  gap: Gap | null;
  stakeholders: Stakeholder[];
  ours: OurPerson[];
  others: RoomPerson[];
  organizations: (Ref & { lane: Lane })[];
  edges: RoomEdge[];
  marks: Mark[];
  stage_changes: StageChange[];
  commitments: Commitment[];
  evidence_count: number;
}

// Person in the deal

export interface ExplanationLine {
  label: string;
  at: Day;
  until: Day | null;
  count: number;
  title: Title;
  words: string | null;
  source: Source | null;
  recorded_by: Ref | null;
  assumed: boolean;
  points: number;
  running: number;
  interaction_id: Id | null;
  commitment_id: Id | null;
}

export interface Explanation {
  phase: Phase;
  start_points: number;
  lines: ExplanationLine[];
  quiet: { days: number; points: number };
  total_points: number;
  probability: number;
  strongest: { label: string; points: number; probability_without: number } | null;
  model: { version: string; digest: string };
  completeness: Record<'written' | 'spoken' | 'contact' | 'milestone' | 'reply', number>;
  sources: { key: Source; strength: number }[];
}

export interface Trajectory {
  days: Day[];
  phases: Phase[];
  stages: { buy: (number[] | null)[]; use: (number[] | null)[] };
  factors: Record<Factor, FiveLevels[]>;
}

export type Target =
  | { kind: 'stage_or_further'; stage: Stage }
  | { kind: 'avoids_us'; stage: null }
  | { kind: 'blocked'; stage: null };

export interface Marker {
  day: Day;
  points: number;
  label: string;
  title: Title;
}

export interface Belief {
  person: RoomPerson & { reports_to: Ref | null; employments: Employment[] };
  stakeholder: { role: StakeholderRole; veto: boolean; power: number };
  reading: Reading;
  compared: { as_of: Day; reading: Reading; because: Title } | null;
  target: Target;
  probability: number;
  since: Day | null;
  before: { stage: Stage; until: Day } | null;
  explanation: Explanation;
  trajectory: Trajectory;
  markers: Marker[];
  commitments: Commitment[];
  position: { index: number; of: number; previous_person_id: Id | null; next_person_id: Id | null };
  ties: { person: Ref; kind: TieKind }[];
}

// Search, changes, demo

export interface SearchHit {
  noun: 'person' | 'organization' | 'opportunity' | 'note';
  id: Id;
  title: string;
  subtitle: string | null;
  opportunity_id: Id | null;
  person_id: Id | null;
  at: Instant | null;
  reading_stage: Stage | null;
  p: number | null;
}

export interface Change {
  cursor: string;
  at: Instant;
  noun: string;
  id: Id;
  operation: string;
  opportunity_id: Id | null;
  person_ids: Id[];
  by: Ref | null;
}

export interface Demo {
  case_opportunity_id: Id;
  case_person_id: Id;
}

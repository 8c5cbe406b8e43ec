// The shapes of alarms, control and forecast until the server's own description has them; then this file goes.

import { api } from '~/api/client';
import type { BuyStage, Day, Gap, Id, Instant, Money, PipelineStage, Ref, Stage, StageShare, Title } from '~/api/types';

export type AlarmKind =
  | 'ahead_of_buyers'
  | 'behind_buyers'
  | 'avoided'
  | 'blocked'
  | 'turned'
  | 'stalled'
  | 'silent'
  | 'single_thread'
  | 'decision_maker_unknown'
  | 'too_long'
  | 'slips'
  | 'overdue'
  | 'unconfirmed';

export interface AlarmFigures {
  probability: number | null;
  days: number | null;
  chance: number | null;
  value: number | null;
  limit: number | null;
  signs_per_week: number | null;
  share: number | null;
  signs: number | null;
  usual_days: number | null;
  ended: number | null;
  days_left: number | null;
  sign: string | null;
  words: string | null;
}

export interface FalseAlarms {
  basis: 'exact' | 'simulated' | 'fact' | 'unmeasured';
  per_year: number | null;
  true_share: number | null;
}

export interface Snooze {
  until: Day;
  reason: string;
  by: Ref | null;
}

export interface Alarm {
  id: Id | null;
  opportunity: Ref;
  kind: AlarmKind;
  person: Ref | null;
  commitment_id: Id | null;
  since: Day;
  figures: AlarmFigures;
  false_alarms: FalseAlarms;
  snooze: Snooze | null;
}

export interface WinMark {
  p: number;
  low: number;
  high: number;
  enough: boolean;
}

export interface ControlRow {
  id: Id;
  name: string;
  organization: Ref;
  owner: Ref;
  amount: Money | null;
  phase: 'buy' | 'use';
  stage: PipelineStage;
  shares: StageShare[];
  gap: Gap | null;
  touches: { first_week: Day; ours: number[]; theirs: number[] };
  roles: { met: number; of: number };
  coverage: number;
  promises: { kept: number; of: number };
  last_evidence_at: Instant | null;
  win: WinMark | null;
  alarms: Alarm[];
}

export interface StatePeople {
  phase: 'buy' | 'use';
  stage: Stage;
  expected: number;
  deviation: number;
  change: number;
}

export interface WeekChange {
  opportunity: Ref;
  organization: Ref;
  p: number;
  change: number;
  because: { title: Title; person: Ref; points: number } | null;
}

export interface ControlBoard {
  as_of: Day;
  deals: number;
  counts: { kind: AlarmKind; deals: number }[];
  rows: ControlRow[];
  page: { next_cursor: string | null; has_more: boolean; total: null };
  people: StatePeople[];
  changes: WeekChange[];
  risen: number;
  fallen: number;
}

export interface ControlChart {
  person: Ref;
  role: string;
  power: number;
  since: Day;
  expected_per_week: number;
  limit: number;
  run_length_days: number;
  false_alarms_per_year: number;
  weeks: Day[];
  theirs: number[];
  ours: number[];
  cusum: number[];
  ringing_since: Day | null;
}

interface Bounds {
  on: number;
  off: number;
}

export interface ControlLimits {
  avoids: Bounds;
  blocked: Bounds;
  gap: Bounds & { milestone_half_life_days: number; approval_due: BuyStage };
  stall: { ratio: number; run_length_days_buy: number; run_length_days_use: number; power_share: number };
  silence_chance: number;
  stage_share: number;
  stage_least_ended: number;
  single_thread: { share: number; days: number; least_signs: number };
  unknown_days: number;
  slip_chance: number;
  value: { days: number; chance: number; power: number };
}

export interface ControlLimitsInForce {
  limits: ControlLimits;
  shipped: ControlLimits;
  changed_at: Instant | null;
  changed_by: Ref | null;
}

export interface ForecastCurrency {
  currency: string;
  deals: number;
  sum_minor: number;
  p10_minor: number;
  p50_minor: number;
  p90_minor: number;
  mean_minor: number;
  curve: { at_least_minor: number; p: number }[];
}

export interface ForecastOwner {
  owner: Ref;
  currency: string;
  deals: number;
  p10_minor: number;
  p50_minor: number;
  p90_minor: number;
}

export interface ForecastDeal {
  opportunity: Ref;
  organization: Ref;
  owner: Ref;
  amount: Money;
  win: WinMark;
  won_by: number;
  expected_close: Day | null;
}

export interface Forecast {
  until: Day;
  draws: number;
  currencies: ForecastCurrency[];
  owners: ForecastOwner[];
  deals: ForecastDeal[];
  without_amount: number;
}

export type CompletenessChannel = 'written' | 'spoken' | 'contact' | 'milestone' | 'reply';

export interface Seller {
  user: Ref;
  dealings: number;
  channels: {
    channel: CompletenessChannel;
    share: number;
    shipped: number;
    estimate: { share: number; low: number; high: number } | null;
    set_by: Ref | null;
  }[];
  people: number;
  certainty: number | null;
  certainty_full: number | null;
}

export interface Completeness {
  channels: CompletenessChannel[];
  sellers: Seller[];
}

type Call = <T>(path: string, init?: object) => Promise<{ data?: T }>;

/** The same client, for paths its types do not know yet. */
export const wire = api as unknown as Record<'GET' | 'PUT' | 'DELETE', Call>;

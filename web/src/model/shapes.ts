// Stands in for the generated types until the description has them.
import type { Day, Id, Instant, Ref } from '~/api/types';
import type { Gap, Reading, Target, WinChance } from '~/api/types';

export type Figure = boolean | number | string | number[] | string[];
export interface LearnedFigure { value: Figure; errors: number[]; recorded: number }
export interface ModelField { key: string; shipped: Figure | null; is_edited: boolean; edited: Figure | null; learned: LearnedFigure | null; in_force: Figure | null }
export interface ModelEntry { path: string; fields: ModelField[] }
export interface Settling { deals: number | null; settled: number; settled_at: Instant | null }
export interface ModelStage { phase: string; stage: import('~/api/types').Stage; at_rest: number }
export interface Model { number: number; model: string; shipped: boolean; source: Figure | null; n_equiv: Figure | null; unfit: { key: string; message: string }[]; settling: Settling | null; entries: ModelEntry[]; stages: ModelStage[] }
export interface ModelChange { key: string; before: Figure | null; after: Figure | null }
export interface PersonPreview { person: Ref; before: Reading; after: Reading; target: Target; points: number }
export interface DealPreview { deal: Ref; win_before: WinChance | null; win_after: WinChance | null; gap_before: Gap | null; gap_after: Gap | null; people: PersonPreview[] }
export interface ModelPreview { changes: ModelChange[]; own: boolean; looked_at: number; of: number; deals: DealPreview[] }
export type VersionKind = 'edit' | 'import' | 'learning' | 'return';
export interface ModelVersion { number: number; made_at: Instant; made_by: Ref | null; kind: VersionKind; reason: string; returns_to: number | null; model: string; figures: number; deals: number | null; settled: number; settled_at: Instant | null }
export interface ModelVersionDetail extends ModelVersion { changes: ModelChange[]; against_file: ModelChange[] }
export type LearningOutcome = 'kept' | 'not_better' | 'too_few_deals' | 'overtaken';
export type LearningChallenger = 'winning' | 'people' | 'both';
export interface LearningScore { challenger: LearningChallenger; brier: number; error: number }
export interface LearningVerdict { deals: number; won: number; forecasts: number; champion: number; challengers: LearningScore[] }
export interface LearningFindings { outcome: LearningOutcome; dealings: number; ended: number; taught_until: Day | null; verdict: LearningVerdict | null; passes: number; learned: (LearnedFigure & { key: string })[] }
export interface LearningRun { id: Id; asked_at: Instant; asked_by: Ref | null; state: string; done: number; total: number; cancel_asked: boolean; ended_at: Instant | null; version: number | null; findings: LearningFindings | null }
export interface LearningRuns { data: LearningRun[]; least_judges: number; least_of_either: number }

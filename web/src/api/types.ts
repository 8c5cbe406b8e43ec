// The names under which the app speaks of what the API answers and takes. The shapes are in schema.gen.ts.

import type { components } from './schema.gen';

type Schemas = components['schemas'];

/** As the server answers: every field is there, and one without a value is null. The description cannot say so. */
export type Given<T> = T extends (infer Item)[]
  ? Given<Item>[]
  : T extends object
    ? { [Name in keyof T]-?: Given<T[Name]> }
    : T;

type Answer<Name extends keyof Schemas> = Given<Schemas[Name]>;

export type Id = string;
export type Day = string; // YYYY-MM-DD
export type Instant = string; // RFC 3339, UTC

export interface Ref {
  id: Id;
  name: string;
}

export interface Page<T> {
  data: T[];
  page: Answer<'PageInfo'>;
}

export type Money = Schemas['Money'];
export type ProblemDetails = Answer<'Problem'>;

// Session and users

export type Language = Schemas['Language'];
export type Theme = Schemas['Theme'];
export type Role = Schemas['Role'];
export type Scope = Schemas['Scope'];
export type User = Answer<'User'>;
export type UserFacts = Schemas['UserFacts'];
export type Session = Answer<'Session'>;
export type Team = Answer<'Team'>;
export type ApiKey = Answer<'ApiKey'>;
export type KeyScope = Schemas['KeyScope'];

// States of mind

export type BuyStage = Schemas['BuyStage'];
export type Stage = Schemas['StageWord'];
export type Target = Schemas['TargetWord'];
export type Phase = Schemas['PhaseWord'];
export type Factor = keyof Schemas['Factors'];
export type StageShare = Schemas['StageShare'];
export type Reading = Answer<'Reading'>;
export type Moved = Answer<'Moved'>;

// Nouns

export type Organization = Answer<'Organization'>;
export type OrganizationFacts = Schemas['OrganizationFacts'];
export type OrganizationRelation = Answer<'OrganizationRelation'>;
export type OrganizationRelationFacts = Schemas['OrganizationRelationFacts'];
export type OrganizationRelationKind = Schemas['OrganizationRelationKind'];
export type Person = Answer<'Person'>;
export type PersonFacts = Schemas['PersonFacts'];
export type PersonListed = Answer<'PersonListed'>;
export type Employment = Answer<'Employment'>;
export type EmploymentFacts = Schemas['EmploymentFacts'];
export type Tie = Answer<'Tie'>;
export type TieFacts = Schemas['TieFacts'];
export type TieKind = Schemas['TieKind'];
export type Product = Answer<'Product'>;
export type ProductFacts = Schemas['ProductFacts'];
export type BenefitPoint = Answer<'BenefitPoint'>;
export type BenefitPointFacts = Schemas['BenefitPointFacts'];
export type Pipeline = Answer<'Pipeline'>;
export type PipelineStage = Answer<'Stage'>;
export type Opportunity = Answer<'Opportunity'>;
export type OpportunityFacts = Schemas['OpportunityFacts'];
export type DealState = Schemas['DealState'];
export type Outcome = Schemas['Outcome'];
export type StageChange = Answer<'StageChange'>;
export type BuyingRole = Schemas['BuyingRole'];

// Evidence

export type Source = Schemas['Source'];
export type Interaction = Answer<'Interaction'>;
export type InteractionFacts = Schemas['InteractionFacts'];
export type Commitment = Answer<'Commitment'>;
export type CommitmentFacts = Schemas['CommitmentFacts'];
export type CommitmentState = Schemas['CommitmentState'];
export type Title = Answer<'Title'>;
export type TitleCode = Schemas['TitleCode'];
export type Evidence = Answer<'Evidence'>;
export type EvidenceItem = Answer<'EvidenceItem'>;
/** Why, by whom and since when something is kept from the estimates: a disputed record, a person at their wish. */
export type Withheld = Answer<'Withheld'>;

// Board, room, person in the deal

export type Gap = Answer<'Gap'>;
export type Board = Answer<'Board'>;
export type BoardColumn = Answer<'Column'>;
export type Card = Answer<'Card'>;
export type Buyer = Answer<'Buyer'>;
export type Room = Answer<'Room'>;
export type RoomPerson = Answer<'RoomPerson'>;
export type MapPerson = Answer<'MapPerson'>;
export type Lane = Schemas['Lane'];
export type RoomEdge = Answer<'Edge'>;
export type Belief = Answer<'Belief'>;
export type Estimate = Answer<'Estimate'>;
export type Explanation = Answer<'Explanation'>;
export type ExplanationLine = Answer<'ExplanationLine'>;
export type Trajectory = Answer<'Trajectory'>;

// Alarms, control, forecast

export type AlarmKind = Schemas['AlarmKind'];
export type Alarm = Answer<'Alarm'>;
export type AlarmFigures = Answer<'AlarmFigures'>;
export type FalseAlarmRate = Answer<'FalseAlarmRate'>;
export type WinChance = Answer<'WinChance'>;
export type ControlBoard = Answer<'ControlBoard'>;
export type ControlRow = Answer<'ControlRow'>;
export type StatePeople = Answer<'StatePeople'>;
export type WeekChange = Answer<'WeekChange'>;
export type ControlChart = Answer<'ControlChart'>;
export type ControlLimits = Schemas['ControlLimits'];
export type Limits = Answer<'Limits'>;
export type Forecast = Answer<'Forecast'>;
export type CurrencyForecast = Answer<'CurrencyForecast'>;
export type OwnerForecast = Answer<'OwnerForecast'>;
export type ForecastDeal = Answer<'ForecastDeal'>;

// Proof

export type HouseProof = Answer<'HouseProof'>;
export type TrackRecord = Answer<'TrackRecord'>;
export type ProofTrial = Answer<'Trial'>;
export type Contest = Answer<'Contest'>;
export type ScoreCard = Answer<'ScoreCard'>;
export type PlainNumber = Schemas['PlainNumber'];

// Lessons of many deals

export type Lessons = Answer<'Lessons'>;
export type Lesson = Answer<'Lesson'>;
export type EndedDeal = Answer<'EndedDeal'>;
export type FeatureKind = Schemas['FeatureKind'];
export type Playbook = Answer<'Playbook'>;
export type Play = Answer<'Play'>;
export type PlayAnswer = Answer<'PlayAnswer'>;

// How completely sellers record

export type RecordChannel = Schemas['RecordChannel'];
export type Seller = Answer<'Seller'>;

// The model and learning

export type Figure = Schemas['Figure'];
export type Model = Answer<'ModelView'>;
export type ModelEntry = Answer<'EntryView'>;
export type ModelField = Answer<'FieldView'>;
export type ModelChange = Answer<'ChangeView'>;
export type ModelPreview = Answer<'PreviewView'>;
export type DealPreview = Answer<'DealPreviewView'>;
export type PersonPreview = Answer<'PersonPreviewView'>;
export type ModelVersion = Answer<'Version'>;
export type VersionKind = Schemas['VersionKind'];
export type LearningRun = Answer<'LearningRun'>;
export type LearningRuns = Answer<'LearningRuns'>;
export type Findings = Answer<'FindingsView'>;
export type LearningVerdict = Answer<'LearningVerdict'>;
export type Learned = Answer<'LearnedView'>;

// Winning, benefit points

export type Win = Answer<'Win'>;
export type WinTermLine = Answer<'WinTermLine'>;
export type WinTermKind = Schemas['WinTermWord'];
export type Outlook = Answer<'Outlook'>;
export type Verdict = Answer<'Verdict'>;
export type VerdictDay = Answer<'VerdictDay'>;
export type Supposed = Schemas['Supposed'];
export type Supposition = Answer<'Supposition'>;
export type Standing = Schemas['StandingWord'];
export type Benefits = Answer<'Benefits'>;
export type BenefitColumn = Answer<'BenefitColumn'>;
export type BenefitRow = Answer<'BenefitRow'>;
export type BenefitCell = Answer<'BenefitCell'>;
export type BenefitNext = Answer<'BenefitNext'>;
export type Proof = Answer<'Proof'>;
export type Criterion = Answer<'Criterion'>;
export type Concept = Answer<'Concept'>;
export type RivalSign = Answer<'RivalSign'>;

// Search and changes

export type Find = Answer<'Find'>;
export type Change = Answer<'Change'>;

// One line of evidence

export type Chip = Answer<'Chip'>;
export type Draft = Answer<'InteractionDraft'>;
export type DraftRequest = Required<Schemas['LineBody']>;
export type EvidenceBody = Schemas['EvidenceBody'];

// Advice, and what is planned

export type Measure = Schemas['Measure'];
export type Advice = Answer<'DealAdvice'>;
export type Suggestion = Answer<'Suggestion'>;
export type PossibleAnswer = Answer<'PossibleAnswer'>;
export type Reason = Answer<'AdviceReason'>;
export type Choice = Answer<'Choice'>;
export type Closed = Answer<'Closed'>;
export type Asking = Answer<'Asking'>;
export type Duty = Answer<'Duty'>;
export type DismissalReason = Schemas['DismissalReason'];
export type Today = Answer<'Today'>;
/** Where somebody stands who is spoken of in a deal. */
export type StandingIn = Answer<'StandingIn'>;
export type Activity = Answer<'Activity'>;
export type ActivityFacts = Schemas['ActivityFacts'];
export type Aimed = Schemas['Aimed'];
export type Expectation = Answer<'Expectation'>;
export type ActivityEffect = Answer<'ActivityEffect'>;
export type Vocabulary = Answer<'Vocabulary'>;

// Ways in

export type Ways = Answer<'Ways'>;
export type WayShown = Answer<'WayShown'>;
export type Bridge = Answer<'Bridge'>;
export type Spared = Answer<'SparedShown'>;
export type Ask = Answer<'Ask'>;
export type AskState = Schemas['AskState'];

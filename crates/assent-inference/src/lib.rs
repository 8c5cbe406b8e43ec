//! The customer-person model: numbers in, numbers out.
//!
//! A continuous-time hidden Markov model estimates, from dated evidence, where one person stands in
//! cognition, psychology and behaviour. The crate knows no clock, no dice, no files and no
//! business: times are days on an axis of the caller's choosing, generators of random numbers are
//! parameters, and evidence comes as indexes into the priors.
//!
//! From a priors file ([`Priors`]) a [`Model`] is computed once. A [`History`] of [`Observation`]s is
//! filtered into a [`Belief`], whose [`StateVector`] is read by factor, by [`Stage`] and by
//! [`StateSet`]. An [`Explanation`] says which record moved it how far, [`leave_one_out`] what each
//! record is worth, a [`trajectory`] how it moved; [`simulate`] draws synthetic people,
//! [`estimate_completeness`] reads off many dealings how completely somebody records.
//!
//! What many people come to is read off their beliefs: [`BenefitPoints`] say what is still to be
//! proven to whom, a [`Group`] whose word decides, [`read_win`] the chance to win with its terms, a
//! [`Competition`] when the deal ends, a [`Forecast`] what a team may expect. [`Spells`] tell how long
//! things last, and [`Alarm`]s what is going wrong.
//!
//! Constructors return exact errors ([`PriorsError`], [`HistoryError`], [`NotADistribution`],
//! [`NotAShare`], [`GroupError`], [`NotALength`]); after that nothing can fail.
//!
//! What an action may bring somebody is its [`effect`], what a question may tell its
//! [`question_gain`].
//!
//! Not here: who the people are, what may be asked of whom, and whether a belief is true. The priors are
//! experience values; see `docs/model.md` for the method and its limits.
//!
//! ```
//! use assent_inference::{
//!     Attendance, DEFAULT_PRIORS, History, Model, Observation, Phase, Priors, Start, StateSet,
//!     StateVector, What, filter,
//! };
//!
//! let model = Model::new(&Priors::parse(DEFAULT_PRIORS)?);
//! let call = model.action("call").expect("the shipped priors have calls");
//! let unanswered = What::Reply {
//!     reply: model.reply(call, "no_answer").expect("calls may go unanswered"),
//!     source: model.source("system_record").expect("the shipped priors know system records"),
//!     attendance: Attendance::Chosen,
//! };
//! let days = [1.0, 5.0, 9.0, 13.0, 17.0];
//! let calls = days.map(|at_days| Observation { at_days, what: unanswered, label: 0 });
//!
//! let start = Start { phase: Phase::Buy, at_days: 0.0, completeness: model.completeness() };
//! let belief = filter(&model, &start, &History::new(calls.to_vec())?, 21.0, &mut ());
//!
//! let avoids = |state: &StateVector| state.mass(StateSet::avoids_us());
//! assert!(avoids(model.start(Phase::Buy)) < 0.2);
//! assert!(avoids(belief.state()) > 0.6);
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

mod advice;
mod association;
mod belief;
mod benefit;
mod beta;
mod birth_death;
mod calibration;
mod completeness;
mod contest;
mod control;
mod explanation;
#[cfg(test)]
mod figures;
mod folds;
mod generator;
mod influence;
mod learning;
mod leave_one_out;
mod ledger;
mod model;
mod observation;
mod priors;
mod recursion;
mod regression;
mod simulation;
mod sojourn;
mod stage;
mod state;
mod state_set;
mod stationary;
mod survival;
mod table;
mod trajectory;
mod uniformization;
mod verification;
mod ways;
mod winning;

pub use advice::{
    Answer, AnswerChance, Delivery, Effect, QuestionGain, TopicAnswer, effect, information,
    question_gain,
};
pub use association::{Association, Cases};
pub use belief::{Belief, Start, filter};
pub use benefit::{BenefitGap, BenefitPoints, BenefitStanding, Said, Standing};
pub use beta::Beta;
pub use calibration::{Calibration, Isotonic, Recalibration};
pub use completeness::{ChannelEstimate, CompletenessEstimate, Dealing, estimate_completeness};
pub use contest::{Case, Challenger, Corrected};
pub use control::{
    Alarm, ChartReading, FalseAlarms, Finding, GapReading, Judged, StallChart, avoided, blocked,
    gap_alarms, gap_reading, overdue, raised, silent, single_thread, slipping, stalled,
    stays_too_long, too_long, turned, unconfirmed, unknown_decision_maker,
};
pub use explanation::{Cause, Contribution, Explanation, Line, explain, points};
pub use folds::Folds;
pub use influence::{Group, GroupError, Shift, Tie, support};
pub use learning::{LEAST_DEALINGS, LEAST_RECORDED, LearnedEntry, Learning, Progress, learn};
pub use leave_one_out::{Omission, leave_one_out};
pub use ledger::{Ledger, Step, StepKind};
pub use model::Model;
pub use observation::{Attendance, History, HistoryError, Observation, What};
pub use priors::{
    Acquaintance, AcquaintancePrior, Action, ActionPrior, AdvicePrior, Awaited, BenefitEffect,
    BenefitPrior, Bounds, Channel, ClosingPrior, Completeness, ControlPrior, DEFAULT_PRIORS,
    Direction, Dose, Exposure, FactorPrior, Fault, GapLimits, Milestone, ModelVersion, NotAShare,
    OncePrior, PathPrior, Phases, Precondition, Priors, PriorsError, Proof, Provenance, Question,
    Reply, ReplyPrior, Role, RolePrior, Setting, Settings, Share, Sign, SignPrior,
    SingleThreadLimits, Source, SourcePrior, StallLimits, Strength, Tendency, TieKind,
    TieKindPrior, Topic, TopicPrior, ValueLimits, Weights, WinPrior, differences, line_of,
    overlaid, values, values_at,
};
pub use regression::{Design, FitError, Logistic, NotARow, Ridge, Scaling};
pub use simulation::{Life, Plan, simulate};
pub use stage::{Implementing, Stage, StageDistribution, StageName, account_implementing};
pub use state::{Factor, LEVELS, NotADistribution, Phase, STATES, State, StateVector, scaled};
pub use state_set::StateSet;
pub use survival::{Curve, CurveStep, NotALength, Spell, Spells};
pub use table::{
    Chosen, Column, FittedTable, NotATable, Oddity, PLAIN, Shape, Suspicion, Table, choose_shape,
    suspicions,
};
pub use trajectory::{Moment, trajectory};
pub use verification::{
    Bin, Bins, BrierParts, Forecasted, Forecasts, Groups, Interval, Measure, NotForecasts, Redraws,
    ReliabilityCurve, Scores, area_under_curve,
};
pub use ways::{
    Acquainted, Alternatives, Bridge, Hop, Network, Place, Question as WayQuestion, Rank,
    Standing as AskStanding, Strangers, Tied, Way, ways,
};
pub use winning::{
    Buyer, Circumstances, ClosingCounts, ClosingPace, Competition, Counting, Forecast, Outcome,
    Prospect, WinCase, WinFit, WinReadOut, WinTerm, WinTermKind, chance_with_interval, read_win,
    use_worth_by_state, win_by_state,
};

//! How the deals of the demo end: enough of each kind that a board shows every state.

use assent_inference::Stage;

/// The stages that deals run through, first to last: those of the nine steps.
pub(super) const STEPS: [&str; 9] = [
    "contact",
    "analysis",
    "opportunity",
    "plan",
    "activities",
    "results",
    "quote",
    "response",
    "order",
];

/// Where the decider must stand for each of them to be true.
pub(super) const PRESUMED: [Stage; 9] = [
    Stage::Aware,
    Stage::Aware,
    Stage::Interested,
    Stage::Interested,
    Stage::Evaluating,
    Stage::Evaluating,
    Stage::Preferring,
    Stage::Committed,
    Stage::Committed,
];

/// How a deal stands in the end.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum End {
    /// Still open.
    Open,
    /// Won, and in use: where the decider stands there.
    Won(Stage),
    /// Lost to a rival.
    Lost,
    /// Nobody decided.
    NoDecision,
}

/// What is to become of a deal.
#[derive(Clone, Copy, Debug)]
pub(super) struct Plot {
    /// Its number, from 0.
    pub(super) number: usize,
    /// The last of [`STEPS`] that the seller put it to.
    pub(super) step: usize,
    /// Where the decider truly stands when buying ends, or today.
    pub(super) decider: Stage,
    pub(super) end: End,
    /// Days since it began.
    pub(super) age_days: i64,
}

impl Plot {
    /// Whether the seller is ahead of the decider.
    pub(super) fn is_hopeful(&self) -> bool {
        self.decider < PRESUMED[self.step]
    }

    /// Whether the decider is ahead of the seller.
    pub(super) fn is_late(&self) -> bool {
        self.decider > PRESUMED[self.step]
    }
}

/// Every deal of the demo, in the order of the board.
pub(super) fn all() -> impl Iterator<Item = Plot> {
    use End::{Lost, NoDecision, Open, Won};
    use Stage::{
        Aware, Blocked, Committed, Evaluating, Implementing, Interested, Preferring, Unaware,
        Using, ValueConfirmed, Vouching,
    };
    let deals: [(usize, Stage, End, i64); 45] = [
        (0, Aware, Open, 34),
        (0, Unaware, Open, 12),
        (0, Interested, Open, 58),
        (1, Aware, Open, 47),
        (1, Blocked, Open, 75),
        (1, Evaluating, Open, 96),
        (2, Interested, Open, 66),
        (2, Unaware, Open, 52),
        (2, Evaluating, Open, 118),
        (3, Interested, Open, 83),
        (3, Aware, Open, 90),
        (3, Interested, Open, 104),
        (4, Evaluating, Open, 131),
        (4, Aware, Open, 112),
        (4, Preferring, Open, 158),
        (5, Evaluating, Open, 142),
        (5, Interested, Open, 125),
        (5, Preferring, Open, 176),
        (6, Preferring, Open, 170),
        (6, Interested, Open, 149),
        (6, Blocked, Open, 163),
        (6, Preferring, Open, 205),
        (7, Committed, Open, 211),
        (7, Evaluating, Open, 187),
        (7, Aware, Open, 154),
        (8, Committed, Open, 238),
        (8, Evaluating, Open, 219),
        (8, Committed, Open, 251),
        (4, Evaluating, Open, 99),
        (8, Committed, Won(Blocked), 262),
        (8, Committed, Won(Implementing), 214),
        (8, Committed, Won(Using), 255),
        (8, Committed, Won(Using), 268),
        (8, Committed, Won(ValueConfirmed), 266),
        (8, Committed, Won(ValueConfirmed), 270),
        (8, Committed, Won(Vouching), 264),
        (8, Committed, Won(Vouching), 269),
        (6, Evaluating, Lost, 201),
        (7, Interested, Lost, 233),
        (5, Blocked, Lost, 178),
        (6, Aware, Lost, 226),
        (7, Preferring, Lost, 247),
        (3, Aware, NoDecision, 195),
        (5, Interested, NoDecision, 223),
        (6, Evaluating, NoDecision, 240),
    ];
    deals.into_iter().enumerate().map(|(number, (step, decider, end, age_days))| Plot {
        number,
        step,
        decider,
        end,
        age_days,
    })
}

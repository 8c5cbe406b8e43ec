//! Evaluations as text for people.

use std::fmt::Write as _;

use assent_domain::proof::{
    AGES, AgeProof, Contest, LEAST_OF_EACH, ScoreCard, ScoreRange, Shortage, TrackRecord, Trial,
    Winner,
};

use crate::operations::evaluate::{DayReport, EventReport, Note, Split, SplitKind, TableReport};

pub(super) fn own(proof: &TrackRecord) -> String {
    let TrackRecord { closed, won, needed, .. } = proof;
    let mut out = format!("{closed} closed deals, {won} of them won\n");
    let Some(trial) = &proof.trial else {
        let why = match proof.shortage {
            Some(Shortage::OneSided) => format!(
                "too few of the earlier or of the later deals were won, or were not: {LEAST_OF_EACH} \
                 of each are needed in both parts"
            ),
            Some(Shortage::ShortLived) => {
                format!("too few deals were still open on day {} or later of their life", AGES[0])
            }
            Some(Shortage::Deals) | None => {
                format!("{needed} must have ended before anything is said")
            }
        };
        let _ = writeln!(out, "nothing can be said yet: {why}");
        return out;
    };
    let Trial { earlier, earlier_until, later, .. } = trial;
    let _ = writeln!(
        out,
        "out of time: {later} deals that ended after {earlier_until}, by the {earlier} that had ended\n"
    );
    let _ = writeln!(out, "all ages together, the chance to win as it is shown:");
    push_contest(&mut out, &trial.shown);
    let _ = writeln!(out, "\nall ages together, the chance set right by the earlier deals:");
    push_contest(&mut out, &trial.corrected);
    for one in &trial.ages {
        let AgeProof { age_days, earlier, .. } = one;
        let _ = writeln!(out, "\n{age_days} days old, as it is shown ({earlier} earlier deals):");
        push_contest(&mut out, &one.shown);
    }
    out
}

pub(super) fn table(report: &TableReport) -> String {
    let mut out = format!(
        "{}: {} rows, “{}” of {} is yes\n{}\n",
        report.file,
        report.rows,
        report.yes,
        report.outcome,
        split(&report.split, "rows")
    );
    for one in &report.left_out {
        let _ = writeln!(out, "left out: {}: {}", one.name, one.why);
    }
    push_warnings(&mut out, &report.warnings);
    for one in &report.chosen {
        let pairs = one.pair_penalty.map_or(String::new(), |pairs| format!(", pairs {pairs}"));
        let _ = writeln!(
            out,
            "chosen within the rows learned from: {}, penalty {}{pairs}, recalibration {}; held back \
             there: AUC {}, Brier {:.4}",
            one.shape,
            one.penalty,
            one.recalibration,
            optional(one.held_back_auc),
            one.held_back_brier
        );
    }
    out.push('\n');
    push_contest(&mut out, &report.contest);
    out
}

pub(super) fn events(report: &EventReport) -> String {
    let mut out = format!(
        "{}: {}: {} events of {} cases, {} of them decided; {} events mean something\n",
        report.name, report.file, report.events, report.cases, report.decided, report.understood
    );
    push_warnings(&mut out, &report.warnings);
    for day in &report.days {
        push_day(&mut out, day);
    }
    out
}

fn push_day(out: &mut String, report: &DayReport) {
    let _ = writeln!(out, "\nday {}: {}", report.day, split(&report.split, "cases"));
    let factors = report.term_factors.iter().map(|(name, factor)| format!("{name} × {factor:.2}"));
    let _ = writeln!(
        out,
        "chosen within the earlier cases: penalty {}, recalibration {}; held back there: AUC {}, \
         Brier {}; terms: {}",
        report.penalty,
        report.recalibration,
        optional(report.held_back_auc),
        optional(report.held_back_brier),
        factors.collect::<Vec<_>>().join(", ")
    );
    let expert = &report.expert;
    let _ = writeln!(
        out,
        "the chance to win as experts weigh it, nothing learned: AUC {}, Brier {:.4}",
        optional(expert.auc),
        expert.brier
    );
    push_contest(out, &report.contest);
}

fn split(split: &Split, what: &str) -> String {
    let Split { learned_from, forecast, parts, left_out, .. } = split;
    let by = match split.by {
        SplitKind::Time => {
            let from = split.later_from.as_deref().unwrap_or("?");
            format!("out of time: {forecast} {what} from {from} on, by {learned_from} earlier ones")
        }
        SplitKind::Groups if *parts > 1 => {
            format!("{parts} parts in turn, no group in two of them: {forecast} {what} forecast")
        }
        SplitKind::Groups => {
            format!("{forecast} {what} forecast by {learned_from} of other groups, seeded")
        }
        SplitKind::Chance if *parts > 1 => {
            format!("{parts} parts in turn, drawn by a seed: {forecast} {what} forecast")
        }
        SplitKind::Chance => {
            format!("{forecast} {what} drawn by a seed, forecast by the other {learned_from}")
        }
    };
    match left_out {
        0 => by,
        more => format!("{by}; {more} left out, whose group is among the earlier ones"),
    }
}

fn push_warnings(out: &mut String, warnings: &[Note]) {
    for warning in warnings {
        let _ = writeln!(out, "warning: {warning}");
    }
}

/// A line of the table: what, and how it is read off a card.
type Line = (&'static str, fn(&ScoreCard) -> String);

pub(super) fn push_contest(out: &mut String, contest: &Contest) {
    const LINES: [Line; 9] = [
        ("n", |card| card.count.to_string()),
        ("base rate", |card| format!("{:.3}", card.base_rate)),
        ("AUC", |card| format!("{}{}", optional(card.auc), range(card.auc_range))),
        ("Brier score", |card| format!("{:.4}{}", card.brier, range(card.brier_range))),
        ("  reliability", |card| format!("{:.4}", card.reliability)),
        ("  − resolution", |card| format!("{:.4}", card.resolution)),
        ("  + uncertainty + within", |card| format!("{:.4}", card.uncertainty + card.within)),
        ("calibration error", |card| format!("{:.4}", card.calibration_error)),
        ("log score", |card| format!("{:.4}{}", card.log_score, range(card.log_score_range))),
    ];
    let _ = writeln!(out, "{:26} {:28} challenger (plain logistic)", "", "model");
    for (name, of) in LINES {
        let _ = writeln!(out, "{name:26} {:28} {}", of(&contest.model), of(&contest.challenger));
    }
    let Contest { brier_difference, brier_difference_range, model_better, .. } = contest;
    let _ = writeln!(
        out,
        "{}: the difference in Brier score is {brier_difference:+.4}{}; the model is better in {:.0} \
         of 100 redraws",
        verdict(contest.verdict),
        signed_range(*brier_difference_range),
        100.0 * model_better
    );
}

fn verdict(verdict: Winner) -> &'static str {
    match verdict {
        Winner::Model => "The model wins",
        Winner::Challenger => "The plain challenger wins: the model is no better",
        Winner::Undecided => "Undecided: the model is no better than the plain challenger for sure",
    }
}

fn optional(value: Option<f64>) -> String {
    value.map_or_else(|| "–".to_owned(), |value| format!("{value:.4}"))
}

fn range(range: Option<ScoreRange>) -> String {
    range.map_or_else(String::new, |ScoreRange { low, high }| format!(" ({low:.3} to {high:.3})"))
}

fn signed_range(range: Option<ScoreRange>) -> String {
    range.map_or_else(String::new, |ScoreRange { low, high }| format!(" ({low:+.4} to {high:+.4})"))
}

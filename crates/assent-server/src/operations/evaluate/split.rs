//! Parting rows into those that are learned from and those that are forecast.

use assent_inference::Folds;
use rand::SeedableRng;
use rand::rngs::StdRng;
use serde::Serialize;

/// The share of rows that is learned from.
pub(super) const EARLIER: f64 = 0.7;
/// With more rows than this one part is held back; with fewer each part in turn.
const MOST_IN_TURN: usize = 5_000;
/// Parts that are held back in turn.
const PARTS: usize = 5;
/// Rows that each part must have, and rows of each outcome.
pub(super) const LEAST: (usize, usize) = (20, 5);
/// What chance begins with.
pub(super) const SEED: u64 = 2_026;

/// How rows were parted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum SplitKind {
    /// The later rows are forecast by the earlier ones.
    Time,
    /// Rows are forecast by rows of other groups.
    Groups,
    /// Rows drawn by chance are forecast by the others.
    Chance,
}

/// How rows were parted.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Split {
    /// By what.
    pub by: SplitKind,
    /// How many parts were held back in turn; one, if there was one part and no turn.
    pub parts: usize,
    /// Rows learned from; of several parts, in the first turn.
    pub learned_from: usize,
    /// Rows forecast.
    pub forecast: usize,
    /// Rows left out because their group is among those learned from.
    pub left_out: usize,
    /// The first time of the later rows, as it stands in the file.
    pub later_from: Option<String>,
}

/// Rows to learn from, and rows to forecast.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Parted {
    pub(super) learned_from: Vec<usize>,
    pub(super) forecast: Vec<usize>,
}

/// Parts rows. `times` and `groups` are by row, as are `outcomes`.
pub(super) fn part(
    outcomes: &[bool],
    times: Option<&[f64]>,
    groups: Option<&[usize]>,
) -> (Split, Vec<Parted>) {
    match times {
        Some(times) => by_time(times, groups),
        None => by_chance(outcomes, groups),
    }
}

fn by_time(times: &[f64], groups: Option<&[usize]>) -> (Split, Vec<Parted>) {
    let mut order: Vec<usize> = (0..times.len()).collect();
    order.sort_by(|one, other| times[*one].total_cmp(&times[*other]));
    let mut learned_from = order;
    let mut at = (learned_from.len() as f64 * EARLIER).round() as usize;
    // Rows of one time stay together.
    while at > 0
        && at < learned_from.len()
        && times[learned_from[at]] == times[learned_from[at - 1]]
    {
        at += 1;
    }
    let mut forecast = learned_from.split_off(at);
    let before = forecast.len();
    if let Some(groups) = groups {
        let known: std::collections::HashSet<usize> =
            learned_from.iter().map(|row| groups[*row]).collect();
        forecast.retain(|row| !known.contains(&groups[*row]));
    }
    let left_out = before - forecast.len();
    let parted = Parted { learned_from, forecast };
    (split(SplitKind::Time, left_out, std::slice::from_ref(&parted)), vec![parted])
}

fn by_chance(outcomes: &[bool], groups: Option<&[usize]>) -> (Split, Vec<Parted>) {
    let mut rng = StdRng::seed_from_u64(SEED);
    let in_turn = outcomes.len() <= MOST_IN_TURN;
    // Three of ten parts are held back at once where there is no turn.
    let parts = if in_turn { PARTS } else { 10 };
    let (by, folds) = match groups {
        Some(groups) => (SplitKind::Groups, Folds::deal_groups(groups, parts, &mut rng)),
        None => (SplitKind::Chance, Folds::deal(outcomes, parts, &mut rng)),
    };
    let parted: Vec<Parted> = if in_turn {
        let turn = |part| {
            let (forecast, learned_from) = folds.part(part);
            Parted { learned_from, forecast }
        };
        (0..folds.count()).map(turn).collect()
    } else {
        let mut forecast: Vec<usize> = (0..3).flat_map(|part| folds.part(part).0).collect();
        forecast.sort_unstable();
        let mut held = vec![false; outcomes.len()];
        forecast.iter().for_each(|row| held[*row] = true);
        let learned_from = (0..outcomes.len()).filter(|row| !held[*row]).collect();
        vec![Parted { learned_from, forecast }]
    };
    (split(by, 0, &parted), parted)
}

fn split(by: SplitKind, left_out: usize, parted: &[Parted]) -> Split {
    Split {
        by,
        parts: parted.len(),
        learned_from: parted.first().map_or(0, |one| one.learned_from.len()),
        forecast: parted.iter().map(|one| one.forecast.len()).sum(),
        left_out,
        later_from: None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_later_rows_are_forecast_and_rows_of_one_time_stay_together() {
        let times = [5.0, 1.0, 2.0, 3.0, 4.0, 4.0, 4.0, 6.0, 7.0, 0.0];
        let (split, parted) = part(&[false; 10], Some(&times), None);
        assert_eq!((split.by, split.learned_from, split.forecast), (SplitKind::Time, 7, 3));
        assert_eq!(parted[0].forecast, [0, 7, 8]);
    }

    #[test]
    fn no_group_is_both_learned_from_and_forecast() {
        let groups: Vec<usize> = (0..100).map(|row| row / 7).collect();
        let times: Vec<f64> = (0..100).map(|row| f64::from(row * 37 % 100)).collect();
        for times in [None, Some(times.as_slice())] {
            let (split, parted) = part(&[false; 100], times, Some(&groups));
            for one in &parted {
                let known: Vec<usize> = one.learned_from.iter().map(|row| groups[*row]).collect();
                assert!(one.forecast.iter().all(|row| !known.contains(&groups[*row])));
            }
            assert_eq!(split.left_out > 0, times.is_some());
        }
    }

    #[test]
    fn with_few_rows_each_is_forecast_once_and_with_many_three_of_ten_are() {
        let outcomes: Vec<bool> = (0..6_000).map(|row| row % 3 == 0).collect();
        let (few, parted) = part(&outcomes[..200], None, None);
        assert_eq!((few.parts, few.forecast), (5, 200));
        let mut all: Vec<usize> = parted.iter().flat_map(|one| one.forecast.clone()).collect();
        all.sort_unstable();
        assert_eq!(all, (0..200).collect::<Vec<_>>());
        let (many, _) = part(&outcomes, None, None);
        assert_eq!((many.parts, many.learned_from, many.forecast), (1, 4_200, 1_800));
    }
}

//! Control charts: the stall chart of each person who is watched, week by week, with the raw counts.

use assent_inference::{Phase, StallChart};

use super::people::watched_since;
use crate::evidence::PersonEvidence;
use crate::group::Part;
use crate::ids::PersonId;
use crate::interaction::Direction;
use crate::opportunity::BuyingRole;
use crate::picture::Picture;
use crate::time::Day;

/// Weeks shown at most.
pub const WEEKS: usize = 26;

/// The stall chart of a person.
#[derive(Clone, Debug, PartialEq)]
pub struct Chart {
    /// Who.
    pub person: PersonId,
    /// In what part.
    pub role: BuyingRole,
    /// Their share of the power.
    pub power: f64,
    /// Since when they are watched.
    pub since: Day,
    /// Signs a week expected of somebody who responds.
    pub expected_per_week: f64,
    /// The limit at which the chart rings.
    pub limit: f64,
    /// How long it takes on average to ring falsely, in days.
    pub run_length_days: f64,
    /// False alarms a year.
    pub false_alarms_per_year: f64,
    /// The first day of each week.
    pub weeks: Vec<Day>,
    /// Days with signs of theirs, by week.
    pub theirs: Vec<usize>,
    /// Days on which we dealt with them, by week.
    pub ours: Vec<usize>,
    /// The highest value of the chart within each week.
    pub cusum: Vec<f64>,
    /// Since when it rings.
    pub ringing_since: Option<Day>,
}

/// The charts of everybody with enough power who was reached, most power first.
#[must_use]
pub fn charts(picture: &Picture<'_>) -> Vec<Chart> {
    let parts = picture.group.parts().iter();
    let watched =
        parts.filter(|part| picture.group.power(part.person) >= picture.limits.stall.power_share);
    let mut charts: Vec<Chart> = watched
        .filter_map(|part| chart(picture, part, picture.evidence.get(&part.person)?))
        .collect();
    charts.sort_by(|one, other| other.power.total_cmp(&one.power));
    charts
}

fn chart(picture: &Picture<'_>, part: &Part, evidence: &PersonEvidence) -> Option<Chart> {
    let since = watched_since(picture, part, evidence)?;
    let belief = picture.belief(part.person)?;
    let prior = picture.model.role_prior(picture.role(part)?);
    let pace = if belief.phase() == Phase::Use { prior.pace_in_use } else { 1.0 };
    let signs_per_day = pace * belief.awaited_signs_per_day(picture.model);
    let stall = &picture.limits.stall;
    let run_length = stall.run_length_days[belief.phase() as usize];
    let chart = StallChart::new(signs_per_day, stall.ratio, run_length)?;
    let signs = evidence.history.days_of_contact(picture.model, picture.day.end().days());
    let last = picture.day.number();
    let weeks = weeks_of(since.floor() as i64, last);
    let within = |days: &[i64], start: i64| {
        days.iter().filter(|day| (start..start + 7).contains(*day)).count()
    };
    let theirs: Vec<i64> = signs.iter().map(|day| day.floor() as i64).collect();
    let ours = touches(picture, part.person);
    let value = |day: i64| chart.read(since, &signs, day as f64).value;
    let peak = |start: &i64| (*start..(start + 7).min(last + 1)).map(value).fold(0.0, f64::max);
    let ringing = chart.read(since, &signs, last as f64).ringing_since_days;
    Some(Chart {
        person: part.person,
        role: part.role,
        power: picture.group.power(part.person),
        since: Day::from_number(since.floor() as i64),
        expected_per_week: 7.0 * signs_per_day,
        limit: chart.limit(),
        run_length_days: chart.run_length_days(),
        false_alarms_per_year: chart.false_alarms_per_year(),
        theirs: weeks.iter().map(|start| within(&theirs, *start)).collect(),
        ours: weeks.iter().map(|start| within(&ours, *start)).collect(),
        cusum: weeks.iter().map(peak).collect(),
        weeks: weeks.into_iter().map(Day::from_number).collect(),
        ringing_since: ringing.map(|day| Day::from_number(day.floor() as i64)),
    })
}

/// The first days of the last weeks that end with `last`, those before `since` left out.
fn weeks_of(since: i64, last: i64) -> Vec<i64> {
    let starts = (0..WEEKS as i64).rev().map(|back| last - 6 - 7 * back);
    starts.filter(|start| start + 6 >= since).collect()
}

/// The days on which we did something towards a person, each once.
pub(crate) fn touches(picture: &Picture<'_>, person: PersonId) -> Vec<i64> {
    let records = picture.deal.records.interactions.iter();
    let mut days: Vec<i64> = records
        .filter(|one| one.facts.direction == Some(Direction::Out))
        .filter(|one| one.facts.participants.contains(&person))
        .map(|one| Day::from(one.facts.at.date()).number())
        .filter(|day| *day <= picture.day.number())
        .collect();
    days.sort_unstable();
    days.dedup();
    days
}

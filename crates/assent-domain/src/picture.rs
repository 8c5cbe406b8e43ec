//! A deal as it stands on a day: its buyers, where each stood along the way, and who listens to whom.
//!
//! Everything shown of a deal as a whole (the gap, the chance to win, the alarms, the benefit points)
//! is read off one picture, so that they all speak of the same day and the same people.

use std::collections::{BTreeMap, BTreeSet};

use assent_inference::{
    Belief, ControlPrior, Implementing, Model, Moment, Phase, Role, StateVector,
    account_implementing, filter, trajectory,
};

use crate::estimate::{Estimate, estimate_as};
use crate::evidence::{self, DealRecords, PersonEvidence};
use crate::group::{Bond, BuyingGroup, Part, role};
use crate::ids::{PersonId, StageId};
use crate::pipeline::BuyStage;
use crate::time::{Day, Timestamp};

/// How far back a picture looks, in days: flags that went up before are taken to have gone up then.
const LOOK_BACK_DAYS: i64 = 400;
/// Within how many days each piece of evidence has a look of its own; before, there is one a week.
const CLOSE_LOOK_DAYS: i64 = 60;

/// A move to a stage, as the buyers are held against it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct StageEntry {
    /// The stage moved to.
    pub stage: StageId,
    /// Where it presumes the buyers to stand.
    pub expects: BuyStage,
    /// When.
    pub at: Timestamp,
}

/// What is recorded of a deal, as far as its read-outs go.
#[derive(Clone, Debug)]
pub struct DealFacts {
    /// What happened and what was promised.
    pub records: DealRecords,
    /// Who has, or had, a part in it.
    pub parts: Vec<Part>,
    /// Who is bound to whom, besides the introductions among the records.
    pub bonds: Vec<Bond>,
    /// When it began.
    pub opened_on: Day,
    /// When the seller expects the order.
    pub expected_close: Option<Day>,
    /// The seller's moves, oldest first.
    pub stages: Vec<StageEntry>,
    /// When it ended, won or not.
    pub closed_on: Option<Day>,
}

impl DealFacts {
    /// The last day that the records speak of: `day`, or the day they ended.
    #[must_use]
    pub fn last_day(&self, day: Day) -> Day {
        self.records.observed_until.map_or(day, |end| end.min(day))
    }

    /// Whether the order had been placed by the end of `day`.
    #[must_use]
    pub fn is_ordered(&self, day: Day) -> bool {
        self.records.ordered_at.is_some_and(|at| at <= day.end())
    }

    /// The seller's stage on `day`.
    #[must_use]
    pub fn stage_on(&self, day: Day) -> Option<&StageEntry> {
        self.stages.iter().rev().find(|entry| entry.at <= day.end())
    }

    /// The group on `day`.
    #[must_use]
    pub fn group_on(&self, model: &Model, day: Day) -> BuyingGroup {
        let earlier = self.records.earlier.iter().flat_map(|one| &one.interactions);
        let all = earlier.chain(&self.records.interactions);
        let led = all.filter(|record| record.facts.at <= day.end());
        let led = led.flat_map(|record| Bond::of_introduction(&record.facts));
        let bonds: Vec<Bond> = led.chain(self.bonds.iter().copied()).collect();
        BuyingGroup::on(model, &self.parts, &bonds, day)
    }
}

/// A deal on a day.
#[derive(Debug)]
pub struct Picture<'a> {
    /// What estimates are made with.
    pub model: &'a Model,
    /// What raises an alarm.
    pub limits: &'a ControlPrior,
    /// The deal.
    pub deal: &'a DealFacts,
    /// The day.
    pub day: Day,
    /// Buying or using, on that day.
    pub phase: Phase,
    /// Who has a part on that day, and who listens to whom.
    pub group: BuyingGroup,
    /// What the records up to that day say of each person.
    pub evidence: BTreeMap<PersonId, PersonEvidence>,
    /// The days looked at, rising; the last is the day itself.
    pub looks: Vec<Day>,
    beliefs: BTreeMap<PersonId, Belief>,
    curves: BTreeMap<PersonId, Vec<Moment>>,
}

impl<'a> Picture<'a> {
    /// The deal on `day`, or on the last day before that its records speak of.
    #[must_use]
    pub fn of(model: &'a Model, limits: &'a ControlPrior, deal: &'a DealFacts, day: Day) -> Self {
        let day = deal.last_day(day);
        let evidence = evidence::gather(model, &deal.records, day);
        let looks = looks(deal, &evidence, day);
        let at_end = |evidence: &PersonEvidence| {
            filter(model, &evidence.start(), &evidence.history, evidence.until_days(), &mut ())
        };
        let over_time = |evidence: &PersonEvidence| {
            let at: Vec<f64> = looks.iter().map(|day| evidence.clock_on(*day)).collect();
            trajectory(model, &evidence.start(), &evidence.history, &at)
        };
        let group = deal.group_on(model, day);
        let beliefs = evidence.iter().map(|(person, one)| (*person, at_end(one))).collect();
        let curves = evidence.iter().map(|(person, one)| (*person, over_time(one))).collect();
        let phase = if deal.is_ordered(day) { Phase::Use } else { Phase::Buy };
        Self { model, limits, deal, day, phase, group, evidence, looks, beliefs, curves }
    }

    /// The position of the last look that is not later than `day`; the first, if all are.
    #[must_use]
    pub fn look(&self, day: Day) -> usize {
        self.looks.partition_point(|look| *look <= day).saturating_sub(1)
    }

    /// The position of today's look.
    #[must_use]
    pub fn last_look(&self) -> usize {
        self.looks.len() - 1
    }

    /// Where somebody stood at a look: a stranger, as long as nothing was recorded of them.
    #[must_use]
    pub fn state(&self, person: PersonId, look: usize) -> &StateVector {
        self.moment(person, look).map_or_else(|| self.model.start(self.phase), |one| &one.state)
    }

    /// What was believed of somebody at a look, if anything had been recorded of them.
    #[must_use]
    pub fn moment(&self, person: PersonId, look: usize) -> Option<&Moment> {
        let first = self.evidence.get(&person)?.first.0;
        let known = first <= self.looks[look].end();
        self.curves.get(&person).filter(|_| known).map(|curve| &curve[look])
    }

    /// What is believed of somebody on the day.
    #[must_use]
    pub fn belief(&self, person: PersonId) -> Option<&Belief> {
        self.beliefs.get(&person)
    }

    /// A number read off a person's state at every look since `from`, as the alarms take it.
    pub(crate) fn curve(
        &self,
        person: PersonId,
        from: Day,
        read: impl Fn(&StateVector) -> f64,
    ) -> Vec<(f64, f64)> {
        let looks = self.looks.iter().enumerate().filter(|(_, day)| **day >= from);
        looks
            .filter_map(|(look, day)| {
                let moment = self.moment(person, look)?;
                Some((day.number() as f64, read(&moment.state)))
            })
            .collect()
    }

    /// A member's role as the model knows it.
    pub(crate) fn role(&self, part: &Part) -> Option<Role> {
        role(self.model, part.role)
    }

    /// Where "implementing" is read off for a person: off their own cognition while buying and for
    /// those who operate it; else off those who do.
    #[must_use]
    pub fn implementing(&self, person: PersonId) -> Implementing {
        let operates =
            |part: &&Part| self.role(part).is_some_and(|role| self.model.role_prior(role).operates);
        let operators = self.group.parts().iter().filter(operates);
        let mut states = Vec::new();
        for part in operators {
            if part.person == person {
                return Implementing::Own;
            }
            states.extend(self.beliefs.get(&part.person).map(Belief::state));
        }
        match account_implementing(states) {
            Some(probability) if self.phase == Phase::Use => Implementing::Account { probability },
            _ => Implementing::Own,
        }
    }

    /// What is estimated of a person on the day; `None` of whom nothing is recorded.
    #[must_use]
    pub fn estimate(&self, person: PersonId) -> Option<Estimate> {
        let evidence = self.evidence.get(&person)?;
        Some(estimate_as(self.model, evidence, self.implementing(person)))
    }
}

/// The days looked at: one a week counted from the beginning, a week ago, the days of late evidence,
/// and the day itself.
fn looks(deal: &DealFacts, evidence: &BTreeMap<PersonId, PersonEvidence>, day: Day) -> Vec<Day> {
    let last = day.number();
    // What went before a renewal is looked at in the deal that it renews.
    let own = evidence.values().filter(|_| deal.records.earlier.is_empty());
    let begun = own.map(|one| Day::from(one.first.0.date()).number());
    let begun = begun.chain([deal.opened_on.number()]).min().unwrap_or(last).min(last);
    let far = (last - begun - LOOK_BACK_DAYS).max(0);
    let first = begun + (far + 6) / 7 * 7;
    let mut looks: BTreeSet<i64> = (first..last).step_by(7).chain([last - 7, last]).collect();
    let labels = evidence.values().flat_map(|one| &one.labels);
    looks.extend(
        labels
            .map(|label| Day::from(label.at.date()).number())
            .filter(|at| (last - CLOSE_LOOK_DAYS..=last).contains(at)),
    );
    looks.extend(deal.stages.iter().map(|entry| Day::from(entry.at.date()).number()));
    looks.retain(|at| (first.min(last - 7)..=last).contains(at));
    looks.into_iter().map(Day::from_number).collect()
}

//! The records that a deal leaves: its steps, what happened in it and what was promised.

use assent_domain::opportunity::BuyingRole;
use assent_domain::time::Day;
use assent_domain::user::Language;
use assent_inference::{Model, Observation, What};
use rand::Rng;
use serde_json::{Value, json};

use super::Deal;
use crate::operations::demo::Lines;
use crate::operations::demo::cast::random_below;
use crate::operations::demo::dates::in_office_hours;
use crate::operations::demo::events::{Event, events};
use crate::operations::demo::market::{as_a_name, currency};
use crate::operations::demo::plots::{End, STEPS};
use crate::operations::demo::promises::{self, Promise};
use crate::operations::demo::words::Names;

impl Deal<'_> {
    /// The benefit point that somebody cares for.
    fn benefit(&self, person: usize) -> &str {
        self.world.words.phrases(self.language, "benefit.points")[self.benefits[person % 2]]
    }

    fn names(&self, person: usize) -> Names<'_> {
        Names { benefit: self.benefit(person), product: self.product.name, rival: self.rival }
    }

    fn say(&self, path: &str, dice: &mut impl Rng) -> Option<String> {
        self.world.words.pick(self.language, path, self.names(random_below(2, dice)), dice)
    }

    pub(super) fn write_deal(&self, lines: &mut Lines, dice: &mut impl Rng) {
        let pieces = 4 + random_below(36, dice) as i64;
        let (currency, rate) = currency(self.language);
        let amount = self.product.price * pieces * rate * 100;
        let close = match self.plot.end {
            // Some deals have slipped past the day that was expected.
            End::Open => {
                self.world.today.number()
                    + 8 * (9 - self.plot.step as i64)
                    + random_below(30, dice) as i64
                    - 14
            }
            _ => self.ends + random_below(40, dice) as i64 - 20,
        };
        lines.push(
            "opportunity",
            json!({
                "key": self.key, "name": self.say("deal.names", dice),
                "organization": self.world.cast.companies[self.company].key, "owner": self.owner,
                "date": Day::from_number(self.begins), "product": self.product.key_in(self.language),
                "amount": { "minor": amount, "currency": currency },
                "expected_close": Day::from_number(close.max(self.begins)),
                "observed_until": self.observed_until.map(Day::from_number),
            }),
        );
        for person in &self.people {
            let since = Day::from_number(self.begins);
            lines.push(
                "stakeholder",
                json!({
                    "opportunity": self.key, "person": person.key, "role": person.role,
                    "since": since,
                }),
            );
        }
    }

    /// The seller's stages. A hopeful seller hurries ahead, a late one catches up in the end.
    pub(super) fn write_steps(&self, lines: &mut Lines, dice: &mut impl Rng) {
        const USUAL: [f64; 9] = [0.0, 0.09, 0.22, 0.30, 0.40, 0.52, 0.78, 0.86, 0.94];
        for step in 1..=self.plot.step {
            let last = step == self.plot.step;
            let (share, why) = if self.plot.is_hopeful() {
                (USUAL[step] * 0.6, if last { "stage.hopeful" } else { "stage.forward" })
            } else if self.plot.is_late() {
                (0.25 + 0.6 * USUAL[step], "stage.late")
            } else {
                (USUAL[step], "stage.forward")
            };
            let day = self.begins as f64 + share * (self.ends - self.begins) as f64;
            let won = matches!(self.plot.end, End::Won(_)) && last;
            let at = if won { self.ends as f64 + 0.45 } else { day };
            // Steps taken in one week stay in their order.
            let at = in_office_hours(at, self.begins).plus_seconds(60 * step as i64);
            lines.push(
                "stage_change",
                json!({
                    "id": format!("{}-step-{step}", self.key), "opportunity": self.key,
                    "stage": STEPS[step], "date": at, "by": self.owner,
                    "note": if won { None } else { self.say(why, dice) },
                }),
            );
        }
    }

    pub(super) fn write_events(&self, lines: &mut Lines, dice: &mut impl Rng) {
        for (number, event) in
            events(&self.world.model, &self.lives, self.begins).iter().enumerate()
        {
            let introduced = event.kind == "introduction";
            let through = introduced.then(|| self.introducer(event)).flatten();
            let key = |at: &usize| self.people[*at].key.as_str();
            let signs: Vec<Value> = event.signs.iter().map(|sign| self.sign(sign)).collect();
            let by = event.direction.map(|_| self.owner);
            lines.push(
                "interaction",
                json!({
                    "id": format!("{}-{number}", self.key), "opportunity": self.key,
                    "date": event.at, "kind": event.kind, "direction": event.direction,
                    "result": event.result, "people": event.people.iter().map(key).collect::<Vec<_>>(),
                    "through": through.map(|person| vec![person]), "signs": signs,
                    "source": event.source, "words": self.words_of(event, dice), "by": by,
                }),
            );
        }
    }

    /// Who leads us to the person introduced: whoever compares the offers.
    fn introducer(&self, event: &Event) -> Option<&str> {
        let mut others = (0..self.people.len()).filter(|at| !event.people.contains(at));
        let other = others.find(|at| self.people[*at].role == BuyingRole::Evaluator)?;
        Some(&self.people[other].key)
    }

    fn sign(&self, (person, sign): &(usize, String)) -> Value {
        let effect =
            self.world.model.sign(sign).map(|sign| self.world.model.sign_prior(sign).benefit);
        let speaks = effect.is_some_and(|effect| effect != Default::default());
        let mut value = json!({ "person": self.people[*person].key, "kind": sign });
        if speaks {
            value["benefit"] = json!(as_a_name(self.benefit(*person)));
        }
        value
    }

    /// What is noted of an event: how it went, and what each of its people showed.
    fn words_of(&self, event: &Event, dice: &mut impl Rng) -> Option<String> {
        let mut sentences: Vec<String> = self.say(&event.words, dice).into_iter().collect();
        let mut people: Vec<usize> = event.signs.iter().map(|(person, _)| *person).collect();
        people.dedup();
        for person in people {
            let signs = event.signs.iter().filter(|(own, _)| *own == person);
            let said: Vec<String> = signs
                .filter(|(_, sign)| format!("sign.{sign}") != event.words)
                .filter_map(|(_, sign)| self.said(person, sign, dice))
                .collect();
            if said.is_empty() {
                continue;
            }
            let (said, name) = (said.join(self.between()), &self.people[person].name);
            sentences.push(match self.language {
                _ if event.people.len() < 2 => said,
                Language::English => format!("{name}: {said}"),
                Language::Chinese => format!("{name}：{said}"),
            });
        }
        (!sentences.is_empty()).then(|| sentences.join(self.between()))
    }

    /// What somebody said or did, in a sentence. A problem is that which their benefit point would
    /// solve.
    fn said(&self, person: usize, sign: &str, dice: &mut impl Rng) -> Option<String> {
        const PROBLEMS_EACH: usize = 2;
        let phrases = self.world.words.phrases(self.language, &format!("sign.{sign}"));
        let first = self.benefits[person % 2] * PROBLEMS_EACH;
        let own = match sign {
            "stated_problem" => phrases.get(first..first + PROBLEMS_EACH).unwrap_or(&phrases),
            _ => &phrases,
        };
        self.names(person).put_into(own, dice)
    }

    /// What stands between two sentences.
    fn between(&self) -> &'static str {
        if self.language == Language::English { " " } else { "" }
    }

    pub(super) fn write_promises(&self, lines: &mut Lines, dice: &mut impl Rng) {
        let mut all: Vec<Promise> = Vec::new();
        for (person, life) in self.lives.iter().enumerate() {
            let days = (self.begins, self.world.today);
            all.extend(promises::of(&self.world.model, person, life, days, dice));
        }
        let open = self.plot.end == End::Open && self.plot.age_days > 20;
        if open && self.plot.number.is_multiple_of(2) {
            all.push(promises::still_open(
                0,
                self.world.today,
                self.plot.number.is_multiple_of(6),
                dice,
            ));
        }
        for (number, promise) in all.iter().enumerate() {
            let theirs = self.people[promise.person].key.as_str();
            let (by, to, path) = if promise.ours {
                (self.owner, theirs, "promise.ours")
            } else {
                (theirs, self.owner, "promise.theirs")
            };
            lines.push(
                "commitment",
                json!({
                    "id": format!("{}-promise-{number}", self.key), "opportunity": self.key,
                    "by": by, "to": to, "text": self.say(path, dice), "date": promise.made,
                    "due": promise.due, "kept": promise.kept, "broken": promise.broken,
                    "withdrawn": promise.withdrawn,
                }),
            );
        }
    }

    /// Who of them the seller has met, and who works with whom.
    pub(super) fn write_ties(&self, lines: &mut Lines, dice: &mut impl Rng) {
        let kind = if matches!(self.plot.end, End::Won(_)) { "sold_to" } else { "met" };
        for (person, life) in self.people.iter().zip(&self.lives) {
            let met = life.iter().rev().find(|one| is_meeting(&self.world.model, one));
            if let Some(met) = met {
                let last = Day::from_number(met.at_days as i64);
                lines.push(
                    "tie",
                    json!({
                        "from": self.owner, "to": person.key, "kind": kind, "last_contact": last,
                        "since": Day::from_number(self.begins),
                    }),
                );
            }
        }
        let (one, other) = (random_below(self.people.len(), dice), self.people.len() - 1);
        if one != other {
            let (from, to) = (&self.people[one].key, &self.people[other].key);
            lines.push("tie", json!({ "from": from, "to": to, "kind": "works_with" }));
        }
    }

    pub(super) fn write_end(&self, lines: &mut Lines, dice: &mut impl Rng) {
        let (outcome, path) = match self.plot.end {
            End::Open => return,
            End::Won(_) => ("won", "closure.won"),
            End::Lost => ("lost", "closure.lost"),
            End::NoDecision => ("no_decision", "closure.no_decision"),
        };
        let at = in_office_hours(self.ends as f64 + 0.5, self.begins);
        if outcome == "won" {
            lines.push("order", json!({ "opportunity": self.key, "date": at }));
        }
        let reason = self.say(path, dice);
        lines.push(
            "closure",
            json!({ "opportunity": self.key, "date": at, "outcome": outcome, "reason": reason }),
        );
    }
}

/// Whether two people saw one another.
fn is_meeting(model: &Model, one: &Observation) -> bool {
    match one.what {
        What::Reply { reply, .. } => {
            let prior = model.reply_prior(reply);
            prior.name == "held" || prior.name == "received" || prior.name == "good"
        }
        _ => false,
    }
}

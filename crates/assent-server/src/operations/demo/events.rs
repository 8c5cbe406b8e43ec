//! From what was observed of each person to what stands in the records: one meeting for all who
//! were there, with what each of them showed.

use std::collections::BTreeMap;

use assent_domain::evidence::REMARK;
use assent_domain::time::Timestamp;
use assent_inference::{Exposure, Model, Observation, Sign, What};

use super::dates::in_office_hours;

/// Actions that are not recorded as such: promises have their own records, and who calls back is
/// somebody who calls.
pub(super) const NEVER_NOTED: [&str; 4] =
    ["call_back", "their_promise", "promise_kept", "promise_broken"];

/// Something that happened.
#[derive(Clone, Debug)]
pub(super) struct Event {
    pub(super) at: Timestamp,
    pub(super) kind: String,
    pub(super) direction: Option<&'static str>,
    pub(super) result: Option<String>,
    pub(super) source: Option<&'static str>,
    /// Who took part, by their place among the people of the deal.
    pub(super) people: Vec<usize>,
    /// Who showed what.
    pub(super) signs: Vec<(usize, String)>,
    /// Where the words for it are found.
    pub(super) words: String,
}

/// What happened in a deal, by time. `lives` holds the observations of each of its people.
pub(super) fn events(model: &Model, lives: &[Vec<Observation>], first_day: i64) -> Vec<Event> {
    let mut telling = Telling { model, first_day, events: BTreeMap::new() };
    for (person, observed) in lives.iter().enumerate() {
        for one in observed {
            telling.tell(person, one);
        }
    }
    let mut events: Vec<Event> = telling.events.into_values().collect();
    events.sort_by_key(|event| event.at);
    events
}

/// What tells one event from another: its time, and what it is.
type Same = (u64, String);

struct Telling<'a> {
    model: &'a Model,
    first_day: i64,
    events: BTreeMap<Same, Event>,
}

impl Telling<'_> {
    fn tell(&mut self, person: usize, one: &Observation) {
        match one.what {
            What::Sign { sign, .. } => self.sign(person, one.at_days, sign),
            What::Question(question) => {
                let action = self.model.action_prior(question.action()).name.clone();
                self.deed(person, one.at_days, &action, None);
            }
            What::Reply { reply, .. } => {
                let prior = self.model.reply_prior(reply);
                let action = self.model.action_prior(prior.action).name.clone();
                if action == "call_back" {
                    self.contact(person, one.at_days, "inbound_call", false);
                } else {
                    self.deed(person, one.at_days, &action, Some(&prior.name));
                }
            }
            What::Value { .. } | What::PhaseSwitch(_) => {}
        }
    }

    /// Something we did, with its answer if it has one.
    fn deed(&mut self, person: usize, at_days: f64, action: &str, reply: Option<&str>) {
        if NEVER_NOTED.contains(&action) {
            return;
        }
        let words = format!("reply.{action}.{}", reply.unwrap_or("asked"));
        let event = self.event(at_days, &words, || Event {
            at: in_office_hours(at_days, 0),
            kind: action.to_owned(),
            direction: Some("out"),
            result: reply.map(str::to_owned),
            source: None,
            people: Vec::new(),
            signs: Vec::new(),
            words: words.clone(),
        });
        event.people.push(person);
    }

    /// What somebody showed: within a contact of that moment, or by themselves.
    fn sign(&mut self, person: usize, at_days: f64, sign: Sign) {
        let prior = self.model.sign_prior(sign);
        let name = prior.name.clone();
        let said = matches!(prior.exposure, Exposure::Contact { .. });
        let moment = at_days.to_bits();
        let here = |event: &&mut Event| event.people.contains(&person);
        let contact = self.events.range_mut((moment, String::new())..);
        let contact =
            contact.take_while(|((at, _), _)| *at == moment).map(|(_, event)| event).find(here);
        match contact.filter(|_| said) {
            Some(event) => event.signs.push((person, name)),
            None => self.contact(person, at_days, &name, true),
        }
    }

    /// Something that came from them: a call, a mail, or a remark of what was seen or heard.
    fn contact(&mut self, person: usize, at_days: f64, sign: &str, shown: bool) {
        let (kind, direction, source) = told_by(sign);
        let words = format!("sign.{sign}");
        let event = self.event(at_days, &format!("{words}.{person}"), || Event {
            at: in_office_hours(at_days, 0),
            kind: kind.to_owned(),
            direction,
            result: None,
            source,
            people: Vec::new(),
            signs: Vec::new(),
            words,
        });
        if direction.is_some() {
            event.people.push(person);
        }
        // That they called is the sign of a call of which nothing else is known.
        if shown && !matches!(sign, "inbound_call" | "inbound_mail") {
            event.signs.push((person, sign.to_owned()));
        }
    }

    fn event(&mut self, at_days: f64, what: &str, make: impl FnOnce() -> Event) -> &mut Event {
        let first_day = self.first_day;
        self.events.entry((at_days.to_bits(), what.to_owned())).or_insert_with(|| {
            let event = make();
            Event { at: in_office_hours(at_days, first_day), ..event }
        })
    }
}

/// The source that the record of a sign names; what is said in a contact stands in the seller's note.
pub(super) fn source_of(model: &Model, sign: Sign) -> &'static str {
    let prior = model.sign_prior(sign);
    let said = matches!(prior.exposure, Exposure::Contact { .. });
    let (_, _, source) = told_by(&prior.name);
    source.filter(|_| !said).unwrap_or("seller_note")
}

/// How we come to know of a sign that is not said in a contact: by which kind of interaction, from
/// which side, and from what source.
fn told_by(sign: &str) -> (&'static str, Option<&'static str>, Option<&'static str>) {
    match sign {
        "inbound_call" | "told_us_to_stop" | "complaint" => ("call", Some("in"), None),
        "inbound_mail" | "meeting_requested" | "quote_requested" | "endorsement"
        | "competitor_dropped" | "approval_given" | "contract_signed" | "benefit_confirmed" => {
            ("mail", Some("in"), Some("customer_written"))
        }
        "usage_up" | "usage_down" | "training_completed" | "stopped_using" => {
            (REMARK, None, Some("system_record"))
        }
        "internal_defence" | "competitor_preference" => (REMARK, None, Some("third_party")),
        _ => (REMARK, None, Some("seller_note")),
    }
}

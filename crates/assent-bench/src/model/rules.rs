//! Reading the stage by rule: what a person without a model would say.

use std::collections::BTreeMap;

use assent_inference::{History, Model, Phase, Stage, What};

/// What a sign shows to somebody who takes it at its word.
const SIGNS: [(&str, Stage); 23] = [
    ("told_us_to_stop", Stage::Blocked),
    ("inbound_call", Stage::Interested),
    ("inbound_mail", Stage::Interested),
    ("meeting_requested", Stage::Interested),
    ("introduced_us", Stage::Interested),
    ("internal_defence", Stage::Preferring),
    ("quote_requested", Stage::Evaluating),
    ("competitor_preference", Stage::Aware),
    ("competitor_dropped", Stage::Preferring),
    ("endorsement", Stage::Preferring),
    ("approval_given", Stage::Preferring),
    ("contract_signed", Stage::Committed),
    ("reference_given", Stage::Preferring),
    ("stated_problem", Stage::Interested),
    ("stated_criterion", Stage::Evaluating),
    ("concept_understood", Stage::Evaluating),
    ("concept_accepted", Stage::Preferring),
    ("warm_words", Stage::Interested),
    ("promised_us", Stage::Interested),
    ("objection_price", Stage::Evaluating),
    ("objection_risk", Stage::Evaluating),
    ("objection_no_need", Stage::Aware),
    ("praised_competitor", Stage::Aware),
];
/// The same of a reply; others show nothing.
const REPLIES: [(&str, &str, Stage); 8] = [
    ("call", "answered", Stage::Aware),
    ("call", "refused", Stage::Blocked),
    ("meeting", "held", Stage::Interested),
    ("discovery", "held", Stage::Interested),
    ("demo", "held", Stage::Evaluating),
    ("trial", "good", Stage::Preferring),
    ("send_quote", "accepted", Stage::Committed),
    ("mail", "refused", Stage::Blocked),
];

/// The rule "the last event says it".
pub(crate) struct Rule<'a> {
    model: &'a Model,
    signs: BTreeMap<&'static str, Stage>,
    replies: BTreeMap<(&'static str, &'static str), Stage>,
}

impl Rule<'_> {
    pub(crate) fn new(model: &Model) -> Rule<'_> {
        let replies = REPLIES.map(|(action, reply, stage)| ((action, reply), stage));
        Rule { model, signs: SIGNS.into(), replies: replies.into() }
    }

    /// What each record that shows anything shows, by rising time until `until_days`.
    pub(crate) fn shown<'a>(
        &'a self,
        history: &'a History,
        until_days: f64,
    ) -> impl DoubleEndedIterator<Item = Stage> + 'a {
        let due = history.observations().iter().filter(move |one| one.at_days <= until_days);
        due.filter_map(|observation| self.of(observation.what))
    }

    /// The stage of the last event; "aware" if there is none.
    pub(crate) fn last(&self, history: &History) -> Stage {
        self.shown(history, f64::INFINITY).next_back().unwrap_or(Stage::Aware)
    }

    /// The stage of the furthest event.
    pub(crate) fn furthest(&self, history: &History, until_days: f64) -> Stage {
        self.shown(history, until_days).max().unwrap_or(Stage::Aware)
    }

    fn of(&self, what: What) -> Option<Stage> {
        match what {
            What::Sign { sign, .. } => self.signs.get(&*self.model.sign_prior(sign).name).copied(),
            What::Reply { reply, .. } => {
                let prior = self.model.reply_prior(reply);
                let action = &*self.model.action_prior(prior.action).name;
                self.replies.get(&(action, &*prior.name)).copied()
            }
            What::Question(_) | What::Value { .. } | What::PhaseSwitch(_) => None,
        }
    }
}

/// A stage as its place on the way, from 0.
pub(crate) fn place(stage: Stage) -> usize {
    Phase::Buy.stages().iter().position(|own| *own == stage).unwrap_or(0)
}

//! Searches for the single sign or reply that moves the chance to win furthest, after random
//! histories of a person who can say no, alone and in pairs.
//!
//! `cargo run -p assent-inference --example single_sign_search -- 30000 7` takes some minutes and
//! tries 19 million, from the seed 7; it prints the furthest of each kind.

#![expect(clippy::unwrap_used, reason = "an example that fails shows why")]

use std::collections::BTreeMap;

use assent_inference::{
    Attendance, Belief, Buyer, Circumstances, Counting, DEFAULT_PRIORS, Group, History, Model,
    Observation, Phase, Priors, Role, Start, StateVector, Tie, What, filter, read_win,
};
use rand::{RngExt, SeedableRng, rngs::StdRng};

/// The most pieces of evidence in a history.
const LONGEST: usize = 14;

fn main() {
    let argument = |position| std::env::args().nth(position).map(|text| text.parse().unwrap());
    let (histories, seed) = (argument(1).unwrap_or(400), argument(2).unwrap_or(7));
    let model = Model::new(&Priors::parse(DEFAULT_PRIORS).unwrap());
    let (news, groups) = (all_news(&model), groups(&model));
    let start = Start { phase: Phase::Buy, at_days: 0.0, completeness: model.completeness() };
    let mut rng = StdRng::seed_from_u64(seed);
    let mut furthest: BTreeMap<String, f64> = BTreeMap::new();
    let mut tried = 0_u64;
    for _ in 0..histories {
        let (history, day) = history(&news, &mut rng);
        let belief = filter(&model, &start, &history, day, &mut ());
        let heard = history.days_heard(day);
        let heard_after =
            heard + usize::from(history.days_of_signs(day).last() != Some(&day.floor()));
        for what in &news {
            let mut after = belief.clone();
            after.observe(&model, &Observation { at_days: day, what: *what, label: 0 }, &mut ());
            for (group, other) in &groups {
                let chance =
                    |belief: &Belief, heard| chance(&model, group, (belief.state(), heard), other);
                let swing = chance(&after, heard_after) - chance(&belief, heard);
                let most = furthest.entry(name(&model, *what)).or_insert(0.0);
                if swing.abs() > most.abs() {
                    *most = swing;
                }
                tried += 1;
            }
        }
    }
    let mut furthest: Vec<(String, f64)> = furthest.into_iter().collect();
    furthest.sort_by(|one, other| other.1.abs().total_cmp(&one.1.abs()));
    println!("{tried} tried");
    furthest.iter().take(12).for_each(|(name, swing)| println!("{swing:+.3}  {name}"));
}

fn all_news(model: &Model) -> Vec<What> {
    let signs = model.signs().filter(|(_, prior)| prior.phases.include(Phase::Buy));
    let signs = signs.flat_map(|(sign, _)| {
        let sources = model.sources().map(|(source, _)| source);
        sources.map(move |source| What::Sign { sign, source, through_benefit: false })
    });
    let source = model.source("system_record").unwrap();
    let actions = model.actions().filter(|(_, prior)| prior.phases.include(Phase::Buy));
    let replies = actions.flat_map(|(action, _)| model.replies(action).map(|(reply, _)| reply));
    let attendance = Attendance::Chosen;
    signs.chain(replies.map(|reply| What::Reply { reply, source, attendance })).collect()
}

/// Evidence at random, up to forty days apart, and a day some time after it.
fn history(news: &[What], rng: &mut StdRng) -> (History, f64) {
    let mut day = 0.0;
    let observations = (0..rng.random_range(0..LONGEST)).map(|_| {
        day += 40.0 * rng.random::<f64>();
        Observation { at_days: day, what: news[rng.random_range(0..news.len())], label: 0 }
    });
    let history = History::new(observations.collect()).unwrap();
    (history, day + 30.0 * rng.random::<f64>())
}

/// The other member, if there is one: what is believed of them and on how many days they were heard.
type Other = Option<(StateVector, usize)>;

/// Alone; beside somebody warm, a stranger, a boss who listens and one who does not.
fn groups(model: &Model) -> Vec<(Group, Other)> {
    let role = |name: &str| -> Role { model.role(name).unwrap() };
    let group = |names: &[&str], ties: &[Tie]| {
        let roles: Vec<Role> = names.iter().map(|name| role(name)).collect();
        Group::new(model, &roles, ties).unwrap()
    };
    let tie =
        |kind: &str| Tie { from: 0, to: 1, kind: model.tie_kind(kind).unwrap(), strength: 1.0 };
    let (warm, stranger) = ((warm(model), 5), (model.start(Phase::Buy).clone(), 0));
    let two = ["decision_maker", "evaluator"];
    vec![
        (group(&["decision_maker"], &[]), None),
        (group(&two, &[]), Some(warm.clone())),
        (group(&two, &[]), Some(stranger)),
        (group(&["decision_maker", "budget_holder"], &[tie("boss")]), Some(warm.clone())),
        (group(&["budget_holder", "decision_maker"], &[tie("trusts")]), Some(warm)),
    ]
}

/// Somebody who asked for a meeting, held it, accepted the concept and asked for a quote.
fn warm(model: &Model) -> StateVector {
    let source = model.source("customer_written").unwrap();
    let sign = |(at_days, name): (f64, &str)| Observation {
        at_days,
        what: What::Sign { sign: model.sign(name).unwrap(), source, through_benefit: false },
        label: 0,
    };
    let said = [
        (5.0, "meeting_requested"),
        (12.0, "stated_criterion"),
        (20.0, "concept_accepted"),
        (30.0, "warm_words"),
        (40.0, "quote_requested"),
    ];
    let start = Start { phase: Phase::Buy, at_days: 0.0, completeness: model.completeness() };
    let history = History::new(said.map(sign).to_vec()).unwrap();
    filter(model, &start, &history, 41.0, &mut ()).state().clone()
}

fn chance(model: &Model, group: &Group, own: (&StateVector, usize), other: &Other) -> f64 {
    let buyer = |member: usize| {
        let (state, days_heard) = match other {
            Some((state, days_heard)) if member == 1 => (state, *days_heard),
            _ => own,
        };
        Buyer { state, met: days_heard > 0, days_heard }
    };
    read_win(model, group, buyer, Circumstances::default(), Counting::Once).probability()
}

fn name(model: &Model, what: What) -> String {
    match what {
        What::Sign { sign, .. } => model.sign_prior(sign).name.clone(),
        What::Reply { reply, .. } => {
            let reply = model.reply_prior(reply);
            format!("{}: {}", model.action_prior(reply.action).name, reply.name)
        }
        _ => String::new(),
    }
}

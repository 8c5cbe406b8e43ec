//! Small stories whose end common sense knows.

use anyhow::Context;
use assent_inference::{
    Attendance, History, Model, Observation, Phase, Stage, Start, StateSet, StateVector, What,
    filter,
};

use super::table::Table;

/// A story: the day, what is done or shown, and the reply if it has one.
type Told<'a> = (f64, &'a str, Option<&'a str>);

/// Somebody led through discovery, a kept word, a demo and a meeting to a request for a quote.
const WARM: [Told<'static>; 10] = [
    (5.0, "discovery", Some("held")),
    (5.0, "stated_problem", None),
    (5.0, "stated_criterion", None),
    (12.0, "promise_kept", Some("done")),
    (20.0, "demo", Some("held")),
    (20.0, "concept_understood", None),
    (34.0, "meeting", Some("held")),
    (34.0, "concept_accepted", None),
    (34.0, "warm_words", None),
    (40.0, "quote_requested", None),
];

pub(crate) fn measure(model: &Model) -> anyhow::Result<Table> {
    let mut table = Table::new("Small stories.");
    let evaluating = StateSet::stage_at_least(Phase::Buy, Stage::Evaluating);
    let told = |story: &[Told<'_>], until| believe(model, story, until);

    let mails = |count: u32| -> Vec<Told<'_>> {
        (0..count).map(|k| (10.0 + f64::from(k) / 100.0, "inbound_mail", None)).collect()
    };
    let [one, hundred] = [1, 100].map(|count| told(&mails(count), 11.0));
    let (one, hundred) = (one?.mass(evaluating), hundred?.mass(evaluating));
    let what = "a hundred mails in a day against one: P(evaluating or further)";
    let value = format!("{hundred:.4} against {one:.4}");
    table.want(what, value, "equal", || (hundred - one).abs() < 1e-9);

    let demos: Vec<Told<'_>> =
        (0..10).map(|k| (f64::from(5 + 7 * k), "demo", Some("held"))).collect();
    let (before, after) = (told(&[], 68.0)?.mass(evaluating), told(&demos, 68.0)?);
    let what = "ten demos without a reaction: P(evaluating or further)";
    let value = format!("{:.3}, {before:.3} without any", after.mass(evaluating));
    table.want(what, value, "no progress: median ≤ aware", || {
        after.stages(Phase::Buy).median() <= Stage::Aware
    });

    let quiet = [0.0, 30.0, 90.0, 180.0, 365.0].map(|days| told(&WARM, 40.0 + days));
    let quiet = quiet.into_iter().map(|belief| Ok(belief?.mass(evaluating)));
    let quiet = quiet.collect::<anyhow::Result<Vec<f64>>>()?;
    let what = "a warm person after 0, 30, 90, 180, 365 quiet days: P(evaluating or further)";
    table.want(what, listed(&quiet), "falls", || quiet.is_sorted_by(|one, next| one > next));

    let stranger = |days| Ok(told(&[(0.0, "mail", Some(""))], days)?.mass(StateSet::avoids_us()));
    let avoids = [0.0, 30.0, 90.0, 365.0].map(stranger);
    let avoids = avoids.into_iter().collect::<anyhow::Result<Vec<f64>>>()?;
    let what = "a stranger 0, 30, 90, 365 days after a mail: P(avoids us)";
    let limit = model.control_prior().avoids.off;
    table.want(what, listed(&avoids), format!("below {limit}"), || {
        avoids.iter().all(|avoids| *avoids < limit)
    });
    Ok(table)
}

fn listed(numbers: &[f64]) -> String {
    numbers.iter().map(|number| format!("{number:.3}")).collect::<Vec<_>>().join(", ")
}

/// What is believed on the day, from the story as we noted it. An empty reply leaves a question open.
fn believe(model: &Model, story: &[Told<'_>], until_days: f64) -> anyhow::Result<StateVector> {
    let what = |name: &str, reply: Option<&str>| {
        let Some(reply) = reply else {
            let (sign, source) = (model.sign(name)?, model.source("seller_note")?);
            return Some(What::Sign { sign, source, through_benefit: false });
        };
        let action = model.action(name)?;
        if reply.is_empty() {
            return Some(What::Question(model.question(action)?));
        }
        let (reply, source) = (model.reply(action, reply)?, model.source("system_record")?);
        Some(What::Reply { reply, source, attendance: Attendance::Chosen })
    };
    let observe = |(label, (at_days, name, reply)): (u32, &Told<'_>)| {
        let what = what(name, *reply).with_context(|| format!("the priors lack {name}"))?;
        Ok(Observation { at_days: *at_days, what, label })
    };
    let observations = (0..).zip(story).map(observe).collect::<anyhow::Result<Vec<_>>>()?;
    let start = Start { phase: Phase::Buy, at_days: 0.0, completeness: model.completeness() };
    let history = History::new(observations)?;
    Ok(filter(model, &start, &history, until_days, &mut ()).state().clone())
}

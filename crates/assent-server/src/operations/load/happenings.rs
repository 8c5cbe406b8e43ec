//! What happened and what was promised, from a file: `record_interaction`, `record_commitment`.

use assent_domain::ids::{CommitmentId, InteractionId, PersonId};
use assent_domain::interaction::{CommitmentFacts, InteractionFacts, SignFacts, Source};
use assent_domain::permission::{Action, Noun};
use assent_domain::record_file::{CommitmentRecord, InteractionRecord};
use assent_domain::text::Key;
use assent_store::interactions::{self, Commitment, Interaction, Origin};
use assent_store::{Meta, Stored, record};

use super::{Done, Load};
use crate::operations::kept::note_as;
use crate::operations::{Refusal, evidence};

pub(super) fn interaction(
    load: &mut Load<'_>,
    line: &InteractionRecord,
    name: &str,
) -> Result<Done, Refusal> {
    let facts = interaction_facts(load, line)?;
    evidence::check_sense(load.act, &facts)?;
    let deal = load.deal(&line.opportunity, Noun::Interaction, Action::Create)?;
    let (deal, place) = (deal.id, deal.place(interactions::people_of(&facts)));
    let (id, done, version) = match load.known.interactions.get(name) {
        Some(Interaction { stored, .. }) => {
            if stored.facts == facts && stored.meta.deleted_at.is_none() {
                return Ok(Done::Unchanged);
            }
            let (id, version) = (stored.id, stored.meta.version);
            record::set_deleted::<InteractionFacts>(load.db, id, None, load.act.now)?;
            interactions::update(load.db, id, &facts, version + 1, load.act.now)?;
            (id, Done::Changed, version + 2)
        }
        None => {
            let id: InteractionId = load.act.mint();
            let origin = origin(load, name);
            interactions::insert(load.db, id, &facts, origin, load.act.now)?;
            (id, Done::Added, 1)
        }
    };
    note_as(load.db, load.act, "record_interaction", "interaction", id.uuid(), &place, None)?;
    match done {
        Done::Added => evidence::add_note(load.db, &place, id, &facts)?,
        _ => evidence::put_note(load.db, &place, id, &facts)?,
    }
    let stored = Stored { id, facts, meta: meta(load, version) };
    let dispute = load.known.interactions.get(name).and_then(|known| known.dispute.clone());
    let known = Interaction { stored, key: None, evidence: None, recorded_by: None, dispute };
    load.known.interactions.insert(name.to_owned(), known);
    load.touched.insert(deal);
    Ok(done)
}

fn interaction_facts(
    load: &Load<'_>,
    line: &InteractionRecord,
) -> Result<InteractionFacts, Refusal> {
    let people = |list: &str, keys: &[Key]| -> Result<Vec<PersonId>, Refusal> {
        let ids = keys.iter().map(|key| Ok(load.person(list, key)?.id));
        ids.collect()
    };
    let sign = |sign: &assent_domain::record_file::SignRecord| -> Result<SignFacts, Refusal> {
        Ok(SignFacts {
            person_id: load.person("signs", &sign.person)?.id,
            kind: sign.kind.clone(),
            source: sign.source,
            benefit: sign.benefit.clone(),
        })
    };
    let by_id = match &line.by {
        None => None,
        Some(key) => Some(load.person("by", key)?.id),
    };
    let deal = load.deal(&line.opportunity, Noun::Interaction, Action::Create)?;
    Ok(InteractionFacts {
        opportunity_id: deal.id,
        kind: line.kind.clone(),
        direction: line.direction,
        result: line.result.clone(),
        at: line.date,
        participants: people("people", &line.people)?,
        through: people("through", &line.through)?,
        signs: line.signs.iter().map(sign).collect::<Result<_, _>>()?,
        source: line.source.unwrap_or(Source::SellerNote),
        words: line.words.clone(),
        by_id,
        procedure_bound: line.procedure_bound,
        assumed: line.assumed,
    })
}

pub(super) fn commitment(
    load: &mut Load<'_>,
    line: &CommitmentRecord,
    name: &str,
) -> Result<Done, Refusal> {
    let by_id = load.person("by", &line.by)?.id;
    let to_id = load.person("to", &line.to)?.id;
    let deal = load.deal(&line.opportunity, Noun::Interaction, Action::Create)?;
    let (deal, place) = (deal.id, deal.place(vec![by_id, to_id]));
    let known = load.known.commitments.get(name).map(|known| &known.stored);
    let before = known.map(|known| &known.facts);
    let facts = CommitmentFacts {
        opportunity_id: deal,
        by_id,
        to_id,
        text: line.text.clone(),
        made_on: line.date,
        due: line.due.or(before.and_then(|before| before.due)),
        kept_on: line.kept.or(before.and_then(|before| before.kept_on)),
        broken_on: line.broken.or(before.and_then(|before| before.broken_on)),
        withdrawn_on: line.withdrawn.or(before.and_then(|before| before.withdrawn_on)),
        assumed: line.assumed,
    };
    evidence::check_promise(&facts, [by_id, to_id].map(|one| load.known.is_ours(one)))?;
    let (id, done, version) = match known {
        Some(stored) => {
            if stored.facts == facts && stored.meta.deleted_at.is_none() {
                return Ok(Done::Unchanged);
            }
            let (id, version) = (stored.id, stored.meta.version);
            record::set_deleted::<CommitmentFacts>(load.db, id, None, load.act.now)?;
            record::update(load.db, id, &facts, version + 1, load.act.now)?;
            (id, Done::Changed, version + 2)
        }
        None => {
            let id: CommitmentId = load.act.mint();
            let origin = origin(load, name);
            interactions::insert_commitment(load.db, id, &facts, origin, load.act.now)?;
            (id, Done::Added, 1)
        }
    };
    note_as(load.db, load.act, "record_commitment", "commitment", id.uuid(), &place, None)?;
    let stored = Stored { id, facts, meta: meta(load, version) };
    let dispute = load.known.commitments.get(name).and_then(|known| known.dispute.clone());
    let known = Commitment { stored, key: None, evidence: None, dispute };
    load.known.commitments.insert(name.to_owned(), known);
    load.touched.insert(deal);
    Ok(done)
}

fn origin<'a>(load: &Load<'_>, name: &'a str) -> Origin<'a> {
    Origin { key: Some(name), evidence: None, recorded_by: load.act.user() }
}

fn meta(load: &Load<'_>, version: i64) -> Meta {
    let now = load.act.now;
    Meta { created_at: now, updated_at: now, version, deleted_at: None }
}

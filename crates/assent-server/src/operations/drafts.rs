//! Drafts: a typed line, read into chips and records, with what recording them would move. Nothing
//! is written.

use assent_domain::evidence_line::{
    ChipId, Context, Draft, KnownOrganization, KnownPerson, OrganizationSide, read_line,
};
use assent_domain::ids::{OpportunityId, PersonId};
use assent_domain::permission::{Action, Noun, Sight};
use assent_store::{Db, opportunities, organizations, people, users};

use super::estimates::{self, Moved};
use super::evidence::{self, Entry};
use super::{Act, Refusal};

/// A line, the deal it is about, and whose page is open.
#[derive(Clone, Debug)]
pub struct Line {
    /// The deal.
    pub opportunity: OpportunityId,
    /// Whose page is open.
    pub focus: Option<PersonId>,
    /// What was typed.
    pub text: String,
    /// Chips that were taken out.
    pub without: Vec<ChipId>,
}

/// What a line says, and what recording it would move.
#[derive(Clone, Debug)]
pub struct Drafted {
    /// Chips and records.
    pub draft: Draft,
    /// The names of the people on the chips.
    pub names: Vec<(PersonId, String)>,
    /// Whom it would move.
    pub moved: Vec<Moved>,
}

/// Somebody the line may speak of.
struct Known {
    id: PersonId,
    name: String,
    ours: bool,
    title: Option<String>,
}

/// Reads a line.
///
/// # Errors
/// When the deal is out of sight, or the actor may not record anything in it.
pub fn draft(db: &mut Db, act: &mut Act, line: &Line) -> Result<Drafted, Refusal> {
    let sight = act.sight(Noun::Opportunity, Action::Read)?;
    let deal = opportunities::one(db, &sight, line.opportunity)?.ok_or(Refusal::NotFound)?;
    let known = known(db, line.opportunity)?;
    let people: Vec<KnownPerson<'_>> = known
        .iter()
        .map(|one| KnownPerson {
            id: one.id,
            name: &one.name,
            ours: one.ours,
            title: one.title.as_deref(),
        })
        .collect();
    let competitors = organizations::competitors(db)?;
    let customer =
        KnownOrganization { name: &deal.organization_name, side: OrganizationSide::Customer };
    let rivals = competitors
        .iter()
        .map(|name| KnownOrganization { name, side: OrganizationSide::Competitor });
    let organizations: Vec<KnownOrganization<'_>> = rivals.chain([customer]).collect();
    let author = match act.user() {
        Some(user) => users::one(db, user)?.and_then(|one| one.user.facts.person_id),
        None => None,
    };
    let context = Context {
        model: &act.model,
        opportunity: line.opportunity,
        people: &people,
        organizations: &organizations,
        author,
        focus: line.focus,
        today: act.today(),
        now: act.now,
    };
    let draft = read_line(&context, &line.text, &line.without);
    let names = known.iter().map(|one| (one.id, one.name.clone())).collect();
    let moved = preview(db, act, &draft)?;
    Ok(Drafted { draft, names, moved })
}

/// Whom recording the draft would move, as far as it can be recorded.
fn preview(db: &mut Db, act: &mut Act, draft: &Draft) -> Result<Vec<Moved>, Refusal> {
    let entry =
        Entry { interaction: draft.interaction.clone(), commitments: draft.commitments.clone() };
    if entry.interaction.is_none() && entry.commitments.is_empty() {
        return Ok(Vec::new());
    }
    match evidence::preview(db, act, &entry) {
        // Whoever may look but not record still sees what the line says.
        Err(Refusal::Invalid(_)) => Ok(Vec::new()),
        other => other,
    }
}

/// The people of the deal, theirs and ours, and the people of the house who may introduce us.
fn known(db: &mut Db, deal: OpportunityId) -> Result<Vec<Known>, Refusal> {
    let deal = estimates::load(db, &Sight::All, deal)?;
    let mut ids = deal.people();
    ids.extend(deal.facts.records.ours.iter().copied());
    ids.extend(deal.opportunity.owner_person);
    let acting = deal.facts.records.interactions.iter();
    ids.extend(acting.flat_map(|row| row.facts.participants.iter().chain(&row.facts.through)));
    ids.extend(users::people(db)?);
    ids.sort_unstable();
    ids.dedup();
    let jobs = people::employments(db, &Sight::All, &ids, &[])?;
    let ours = people::ours_among(db, &ids)?;
    let known = people::names(db, &ids)?.into_iter().map(|(id, name)| {
        let job = jobs.iter().find(|job| job.employment.facts.person_id == id);
        let title = job.and_then(|job| job.employment.facts.title.as_ref());
        Known { id, name, ours: ours.contains(&id), title: title.map(ToString::to_string) }
    });
    Ok(known.collect())
}

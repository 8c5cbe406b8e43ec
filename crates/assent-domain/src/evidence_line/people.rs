//! Who is named in a line: by name, part of a name, or title.

use super::Context;
use super::OrganizationSide;
use super::lexicon::{Meaning, Titles};
use super::names::{Directory, Named, stands_before};
use super::tape::{Entity, Mention, OurMention, Tape, What};
use super::tokens::fold;
use crate::ids::PersonId;

/// Lays the people and organizations that the line names on the tape.
pub(super) fn mark(tape: &mut Tape<'_>, context: &Context<'_>) {
    let directory = Directory::new(tape, context.people, context.organizations);
    let mut naming = Naming { tape, context, directory: &directory, found: Vec::new() };
    let mut at = 0;
    while at < naming.tape.len() {
        let named = if naming.tape.is_taken(at) { None } else { naming.at(at) };
        at = named.as_ref().map_or(at + 1, |entity| entity.tokens.end);
        naming.found.extend(named);
    }
    let found = join_lists(naming.tape, naming.found);
    tape.lay(found);
}

struct Naming<'a> {
    tape: &'a Tape<'a>,
    context: &'a Context<'a>,
    directory: &'a Directory<'a>,
    found: Vec<Entity>,
}

/// Who may be meant: where the name ends, the people by their place in the directory, and the titles
/// of those who are called so.
struct Called<'a> {
    end: usize,
    people: Vec<usize>,
    titles: Option<&'a Titles>,
}

impl<'a> Naming<'a> {
    /// Who is named at a token: by the longest of all that fit.
    fn at(&self, at: usize) -> Option<Entity> {
        let called = self.titled(at).or_else(|| self.addressed(at));
        let named = self.directory.longest(self.tape, at).or_else(|| self.title(at));
        let shorter = |end: usize| called.as_ref().is_none_or(|called| called.end <= end);
        let (end, what) = match named {
            Some((end, named)) if shorter(end) => match organization(&named) {
                Some(side) => (end, house(side)),
                None => self.person(&Called {
                    end: suffix(self.tape, end).map_or(end, |(end, _)| end),
                    people: named.iter().filter_map(Named::person).collect(),
                    titles: None,
                })?,
            },
            _ => self.person(&called?)?,
        };
        let what = match what {
            What::Ours(mention) => {
                let acts = !stands_before(&self.tape.lexicon.people.towards, self.tape, at);
                What::Ours(OurMention { acts, ..mention })
            }
            what => what,
        };
        Some(Entity { tokens: at..end, what })
    }

    /// A title with its article: the CIO.
    fn title(&self, at: usize) -> Option<(usize, Vec<Named>)> {
        let (from, ..) = self.tape.lexicon.people.articles.longest(self.tape, at)?;
        self.tape.get(from)?;
        let (end, named) = self.directory.longest(self.tape, from)?;
        let is_title = named.iter().all(|named| matches!(named, Named::Bearer(_)));
        is_title.then_some((end, named))
    }

    /// A family name with a title after it: 王总.
    fn titled(&self, at: usize) -> Option<Called<'a>> {
        let (end, people) = self.directory.surname(self.tape, at)?;
        let (end, titles) = suffix(self.tape, end)?;
        Some(Called { end, people, titles: Some(titles) })
    }

    /// A family name with an address before it: Mr Ames, 老王.
    fn addressed(&self, at: usize) -> Option<Called<'a>> {
        let (from, ..) = self.tape.lexicon.people.addresses.longest(self.tape, at)?;
        let (end, people) = self
            .directory
            .addressed(self.tape, from)
            .or_else(|| self.directory.surname(self.tape, from))?;
        Some(Called { end, people, titles: None })
    }

    /// The one who is meant, and where the name ends. Where it may be several, it is the one whose
    /// page is open, or who was named before, or who is theirs.
    fn person(&self, called: &Called<'_>) -> Option<(usize, What)> {
        let known = self.directory.people;
        let bears = |index: &&usize| {
            let title = known[**index].title.map(fold).unwrap_or_default();
            called.titles.is_some_and(|titles| titles.fit(&title))
        };
        let bearers: Vec<usize> = called.people.iter().filter(bears).copied().collect();
        let people = if bearers.is_empty() { &called.people } else { &bearers };
        let is_focus = |index: &&usize| self.context.focus == Some(known[**index].id);
        let is_last = |index: &&usize| {
            let last = self.found.iter().rev().find_map(Entity::theirs);
            last.is_some_and(|mention| mention.people.contains(&known[**index].id))
        };
        let index = people
            .iter()
            .find(is_focus)
            .or_else(|| people.iter().find(is_last))
            .or_else(|| people.iter().find(|index| !known[**index].ours))
            .or(people.first())?;
        let person = &known[*index];
        let what = if person.ours {
            What::Ours(OurMention { person: Some(person.id), acts: true, speaks: false })
        } else {
            let certain = people.len() == 1;
            What::Theirs(Mention { people: vec![person.id], certain, pronoun: false })
        };
        Some((called.end, what))
    }
}

/// Our house does things, too.
fn house(side: OrganizationSide) -> What {
    match side {
        OrganizationSide::Ours => {
            What::Ours(OurMention { person: None, acts: true, speaks: false })
        }
        OrganizationSide::Competitor => What::Competitor,
        OrganizationSide::Customer => What::Customer,
    }
}

/// What may stand after a family name, and the titles of those so called. Not where it begins
/// another word: 工 in 工作.
pub(super) fn suffix(tape: &Tape<'_>, at: usize) -> Option<(usize, &'static Titles)> {
    let (end, _, titles) = tape.lexicon.people.suffixes.longest(tape, at)?;
    let mut is_word = false;
    tape.lexicon.phrases.walk(tape, at, &mut |_, other, sense| {
        is_word |= sense.meaning == Meaning::Nothing && other > end;
    });
    (!is_word).then_some((end, titles))
}

fn organization(named: &[Named]) -> Option<OrganizationSide> {
    named.iter().find_map(|named| match named {
        Named::Organization(side) => Some(*side),
        Named::Person(_) | Named::Bearer(_) => None,
    })
}

/// “Omar, Dana and Lena” are one mention of three. A comma joins only where a list ends with “and”.
fn join_lists(tape: &Tape<'_>, found: Vec<Entity>) -> Vec<Entity> {
    let mut joined: Vec<Entity> = Vec::with_capacity(found.len());
    let mut is_list = false;
    for mut entity in found.into_iter().rev() {
        let next = joined.pop_if(|next| {
            let between = tape.bytes(&entity.tokens).end..tape.bytes(&next.tokens).start;
            let between = fold(tape.text[between].trim());
            let joins = tape.lexicon.people.joiners.contains(&between);
            let both = entity.theirs().is_some() && next.theirs().is_some();
            both && (joins || (is_list && between == ","))
        });
        is_list = next.is_some();
        if let (What::Theirs(mention), Some(What::Theirs(others))) =
            (&mut entity.what, next.as_ref().map(|next| &next.what))
        {
            let new = others.people.iter().filter(|id| !mention.people.contains(id));
            let new: Vec<PersonId> = new.copied().collect();
            mention.people.extend(new);
            mention.certain &= others.certain;
        }
        if let Some(next) = next {
            entity.tokens.end = next.tokens.end;
        }
        joined.push(entity);
    }
    joined.reverse();
    joined
}

//! Given: the people of two deals, and lines with what they say.

use std::collections::BTreeSet;
use std::sync::LazyLock;

use assent_domain::evidence_line::{
    ChipId, Context, Draft, KnownOrganization, KnownPerson, OrganizationSide, read_line,
};
use assent_domain::ids::PersonId;
use assent_domain::interaction::{CommitmentFacts, InteractionFacts};
use assent_domain::time::{Day, Timestamp};
use assent_inference::{DEFAULT_PRIORS, Model, Priors};
use serde::Deserialize;
use uuid::Uuid;

pub(crate) static MODEL: LazyLock<Model> =
    LazyLock::new(|| Model::new(&Priors::parse(DEFAULT_PRIORS).unwrap()));

/// Short name, name, title.
const PEOPLE: [(&str, &str, &str); 16] = [
    ("mara", "Mara Lindqvist", "CIO"),
    ("tom", "Tom Nowicki", "IT manager"),
    ("elena", "Elena Brandt", "CFO"),
    ("will", "Will Harper", "Plant manager"),
    ("jurgen", "Jürgen Müller", "Head of Production, Leeds"),
    ("ana", "Ana van der Meer", "Planner"),
    ("wang", "王建国", "总经理"),
    ("fang", "王芳", "IT经理"),
    ("li", "李敏", "采购经理"),
    ("zhang", "张伟", "高级工程师"),
    ("chen", "陈晓东", "财务总监"),
    ("liu", "刘洋", "项目经理"),
    ("ouyang", "欧阳静", "生产部长"),
    ("me", "Sofia Reyes", "Sales"),
    ("jens", "Jens Aalto", "Sales, Nordics"),
    ("lei", "赵磊", "技术支持"),
];
const OURS: [&str; 3] = ["me", "jens", "lei"];

const ORGANIZATIONS: [KnownOrganization<'static>; 5] = [
    KnownOrganization { name: "Brightworks", side: OrganizationSide::Ours },
    KnownOrganization { name: "Harrow Steel", side: OrganizationSide::Customer },
    KnownOrganization { name: "华南重工", side: OrganizationSide::Customer },
    KnownOrganization { name: "Nordsoft GmbH", side: OrganizationSide::Competitor },
    KnownOrganization { name: "金桥软件", side: OrganizationSide::Competitor },
];

/// A line and what it says. What is left out is as usual: a remark, now, by the seller's note.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub(crate) struct Expected {
    pub(crate) text: String,
    /// Whose page is open.
    pub(crate) focus: Option<String>,
    kind: Option<String>,
    direction: Option<String>,
    result: Option<String>,
    people: BTreeSet<String>,
    through: BTreeSet<String>,
    /// Which of ours it was, when not the author.
    by: Option<String>,
    /// `who sign`, with the source when it is not that of the line.
    signs: BTreeSet<String>,
    /// `ours|theirs who day|-`, with the words after a colon when they are to be checked.
    promises: BTreeSet<String>,
    /// What the signs speak of, where that is to be checked.
    benefits: Option<BTreeSet<String>>,
    on: Option<String>,
    source: Option<String>,
    bound: bool,
    /// With anything missing there is no interaction to check.
    missing: BTreeSet<String>,
}

#[derive(Deserialize)]
struct Table {
    line: Vec<Expected>,
}

pub(crate) fn lines(table: &str) -> Vec<Expected> {
    toml::from_str::<Table>(table).unwrap().line
}

pub(crate) fn all_lines() -> Vec<Expected> {
    [include_str!("english.toml"), include_str!("chinese.toml")]
        .into_iter()
        .flat_map(lines)
        .collect()
}

pub(crate) fn person(short: &str) -> PersonId {
    let index = PEOPLE.iter().position(|(known, ..)| *known == short);
    id(index.unwrap_or_else(|| panic!("{short} is nobody")))
}

fn id(index: usize) -> PersonId {
    Uuid::from_u128(index as u128 + 1).into()
}

pub(crate) fn short(id: PersonId) -> String {
    let known = PEOPLE.iter().map(|(short, ..)| *short).find(|short| person(short) == id);
    known.unwrap().to_owned()
}

pub(crate) fn people() -> Vec<KnownPerson<'static>> {
    let known = |(index, (short, name, title)): (usize, &(&str, &'static str, &'static str))| {
        KnownPerson { id: id(index), name, ours: OURS.contains(short), title: Some(title) }
    };
    PEOPLE.iter().enumerate().map(known).collect()
}

/// A Wednesday.
pub(crate) fn today() -> Day {
    "2026-06-24".parse().unwrap()
}

pub(crate) fn context<'a>(people: &'a [KnownPerson<'a>], focus: Option<&str>) -> Context<'a> {
    Context {
        model: &MODEL,
        opportunity: Uuid::from_u128(1000).into(),
        people,
        organizations: &ORGANIZATIONS,
        author: Some(person("me")),
        focus: focus.map(person),
        today: today(),
        now: Timestamp::parse("2026-06-24T15:00:00Z").unwrap(),
    }
}

/// The draft of a line, nobody's page being open.
pub(crate) fn draft(text: &str) -> Draft {
    draft_on(text, None, &[])
}

/// The draft of a line on somebody's page, without some chips.
pub(crate) fn draft_on(text: &str, focus: Option<&str>, without: &[&str]) -> Draft {
    let without: Vec<ChipId> = without.iter().map(|id| ChipId::from(*id)).collect();
    read_line(&context(&people(), focus), text, &without)
}

pub(crate) fn read(line: &Expected) -> Draft {
    draft_on(&line.text, line.focus.as_deref(), &[])
}

impl Expected {
    /// What the line should say.
    pub(crate) fn wanted(&self) -> String {
        let mut wanted = self.clone();
        wanted.text.clear();
        wanted.focus = None;
        wanted.kind.get_or_insert("remark".to_owned());
        wanted.source.get_or_insert("seller_note".to_owned());
        if wanted.kind.as_deref() != Some("remark") {
            wanted.direction.get_or_insert("out".to_owned());
        }
        format!("{:?}", if self.missing.is_empty() { wanted } else { wanted.without_record() })
    }

    /// What it was understood to say, as far as this asks.
    pub(crate) fn found(&self, draft: &Draft) -> String {
        let mut found = Self {
            promises: draft.commitments.iter().map(|promise| self.promised(promise)).collect(),
            missing: draft.missing.iter().map(ToString::to_string).collect(),
            ..Self::default()
        };
        if let Some(facts) = &draft.interaction {
            found.happened(facts);
        }
        if self.benefits.is_none() {
            found.benefits = None;
        }
        format!("{found:?}")
    }

    fn happened(&mut self, facts: &InteractionFacts) {
        self.kind = Some(facts.kind.to_string());
        self.direction = facts.direction.map(|direction| direction.to_string());
        self.result = facts.result.as_ref().map(ToString::to_string);
        self.people = facts.participants.iter().map(|id| short(*id)).collect();
        self.through = facts.through.iter().map(|id| short(*id)).collect();
        self.by = facts.by_id.map(short).filter(|by| by != "me");
        self.source = Some(facts.source.to_string());
        self.bound = facts.procedure_bound;
        let day = Day::from(facts.at.date());
        self.on = (day != today()).then(|| day.to_string());
        self.benefits.get_or_insert_default();
        for sign in &facts.signs {
            let source = sign.source.map_or(String::new(), |source| format!(" {source}"));
            self.signs.insert(format!("{} {}{source}", short(sign.person_id), sign.kind));
            self.benefits
                .get_or_insert_default()
                .extend(sign.benefit.iter().map(ToString::to_string));
        }
    }

    fn promised(&self, promise: &CommitmentFacts) -> String {
        let by = short(promise.by_id);
        let ours = OURS.contains(&by.as_str());
        let (side, who) = if ours { ("ours", short(promise.to_id)) } else { ("theirs", by) };
        let due = promise.due.map_or("-".to_owned(), |due| due.to_string());
        let asks_for_words = self.promises.iter().any(|wanted| wanted.contains(": "));
        let words = if asks_for_words { format!(": {}", promise.text) } else { String::new() };
        format!("{side} {who} {due}{words}")
    }

    fn without_record(self) -> Self {
        Self { promises: self.promises, missing: self.missing, ..Self::default() }
    }
}

//! What a record speaks of: the keys to look up before it can be taken.

use assent_domain::record_file::Record;
use assent_domain::text::Key;

/// A sort of record that others speak of by its key.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) enum Sort {
    Organization,
    Person,
    /// A person who must be a user.
    Seller,
    Product,
    Point,
    Deal,
}

impl Sort {
    /// The word for it in a message.
    pub(super) const fn word(self) -> &'static str {
        match self {
            Self::Organization => "organization",
            Self::Person | Self::Seller => "person",
            Self::Product => "product",
            Self::Point => "benefit_point",
            Self::Deal => "opportunity",
        }
    }
}

/// A key that a record speaks of.
#[derive(Clone, Copy, Debug)]
pub(super) struct Mention<'a> {
    pub(super) sort: Sort,
    pub(super) key: &'a Key,
    /// The field it stands in, or nothing where it is the record's own.
    pub(super) field: Option<&'static str>,
}

/// Every key that a record speaks of, its own first.
pub(super) fn mentions(record: &Record) -> Vec<Mention<'_>> {
    use Sort::{Deal, Organization, Person, Point, Product, Seller};
    let mut all = Mentions::default();
    match record {
        Record::Dataset(_) | Record::Team(_) | Record::Pipeline(_) => {}
        Record::User(line) => all.to("person", Seller, [&line.person]),
        Record::Organization(line) => {
            all.own(Organization, &line.key);
            all.to("parent", Organization, &line.parent);
        }
        Record::OrganizationRelation(line) => {
            all.to("from", Organization, [&line.from]);
            all.to("to", Organization, [&line.to]);
        }
        Record::Person(line) => {
            all.own(Person, &line.key);
            all.to("organization", Organization, &line.organization);
        }
        Record::ReportingLine(line) => {
            all.to("person", Person, [&line.person]);
            all.to("reports_to", Person, [&line.reports_to]);
        }
        Record::Tie(line) => {
            all.to("from", Person, [&line.from]);
            all.to("to", Person, [&line.to]);
        }
        Record::Product(line) => all.own(Product, &line.key),
        Record::BenefitPoint(line) => {
            all.own(Point, &line.key);
            all.to("product", Product, [&line.product]);
        }
        Record::Opportunity(line) => {
            all.own(Deal, &line.key);
            all.to("organization", Organization, [&line.organization]);
            all.to("owner", Seller, [&line.owner]);
            all.to("product", Product, &line.product);
            all.to("renews", Deal, &line.renews);
        }
        Record::Stakeholder(line) => {
            all.to("opportunity", Deal, [&line.opportunity]);
            all.to("person", Person, [&line.person]);
        }
        Record::StageChange(line) => {
            all.to("opportunity", Deal, [&line.opportunity]);
            all.to("by", Seller, &line.by);
        }
        Record::Interaction(line) => {
            all.to("opportunity", Deal, [&line.opportunity]);
            all.to("people", Person, &line.people);
            all.to("through", Person, &line.through);
            all.to("signs", Person, line.signs.iter().map(|sign| &sign.person));
            all.to("by", Person, &line.by);
        }
        Record::Commitment(line) => {
            all.to("opportunity", Deal, [&line.opportunity]);
            all.to("by", Person, [&line.by]);
            all.to("to", Person, [&line.to]);
        }
        Record::Order(line) => all.to("opportunity", Deal, [&line.opportunity]),
        Record::Closure(line) => all.to("opportunity", Deal, [&line.opportunity]),
    }
    all.0
}

#[derive(Default)]
struct Mentions<'a>(Vec<Mention<'a>>);

impl<'a> Mentions<'a> {
    fn own(&mut self, sort: Sort, key: &'a Key) {
        self.0.push(Mention { sort, key, field: None });
    }

    fn to(&mut self, field: &'static str, sort: Sort, keys: impl IntoIterator<Item = &'a Key>) {
        let field = Some(field);
        self.0.extend(keys.into_iter().map(|key| Mention { sort, key, field }));
    }
}

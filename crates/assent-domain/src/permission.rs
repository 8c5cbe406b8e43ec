//! Who may do what to which rows: one table, closed by default.
//!
//! A [`Viewer`] is the only way to ask. Its [`Sight`] becomes part of every query in the store; it
//! is never a filter over rows already fetched.

use crate::ids::{TeamId, UserId};
use crate::user::{Role, Scope};
use crate::words::words;

words! {
    /// What is acted upon.
    pub enum Noun {
        /// Organizations and the relations between them.
        Organization = "organization",
        /// People, their employments and the ties between them.
        Person = "person",
        /// Deals with their stakeholders, stages and estimates.
        Opportunity = "opportunity",
        /// What happened, and what was promised.
        Interaction = "interaction",
        /// Products.
        Product = "product",
        /// Pipelines and their stages.
        Pipeline = "pipeline",
        /// Users and teams.
        User = "user",
        /// The user's own API keys and preferences.
        OwnAccount = "own_account",
        /// How completely each seller records.
        Completeness = "completeness",
        /// What all closed deals of the house together say of the forecasts.
        Proof = "proof",
        /// The model: its figures, its versions, what is learned of them.
        Model = "model",
        /// The log of who did what.
        Audit = "audit",
    }
}

words! {
    /// What is done.
    pub enum Action {
        /// Looking.
        Read = "read",
        /// Adding a row.
        Create = "create",
        /// Changing a row.
        Update = "update",
        /// Putting a row away, and bringing it back.
        Delete = "delete",
    }
}

/// How far a role reaches at most; the user's own [`Scope`] narrows it further.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Reach {
    /// Not at all.
    Nothing,
    /// Rows the user owns.
    Own,
    /// Rows of the user's team and of those below it.
    Team,
    /// Every row.
    All,
}

impl Reach {
    /// The word of the printed table.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Nothing => "-",
            Self::Own => "own",
            Self::Team => "team",
            Self::All => "all",
        }
    }
}

/// The table: how far `role` reaches when it does `action` to `noun`, before the user's own scope.
#[must_use]
pub const fn reach(role: Role, noun: Noun, action: Action) -> Reach {
    use Action::{Delete, Read};
    match (role, noun) {
        (_, Noun::OwnAccount) => Reach::Own,
        (Role::Admin, Noun::Audit) if matches!(action, Read) => Reach::All,
        (_, Noun::Audit) => Reach::Nothing,
        (Role::Admin, _) => Reach::All,
        (_, Noun::User | Noun::Product | Noun::Pipeline) if matches!(action, Read) => Reach::All,
        (Role::Manager, Noun::Product | Noun::Pipeline) => Reach::All,
        (_, Noun::User | Noun::Product | Noun::Pipeline) => Reach::Nothing,
        (Role::Manager, _) => Reach::All,
        // It speaks of all deals at once: see `Viewer::sight`.
        (_, Noun::Proof) if matches!(action, Read) => Reach::All,
        (Role::Rep | Role::ReadOnly, Noun::Proof) => Reach::Nothing,
        // Sellers see how completely they record; those who lead them set it.
        (_, Noun::Completeness) if matches!(action, Read) => Reach::Own,
        (_, Noun::Completeness) => Reach::Nothing,
        // What estimates are made with holds for everybody, and is set by those who lead.
        (_, Noun::Model) => Reach::Nothing,
        (Role::Rep, _) if matches!(action, Delete) => Reach::Own,
        (Role::Rep, _) => Reach::All,
        (Role::ReadOnly, _) if matches!(action, Read) => Reach::All,
        (Role::ReadOnly, _) => Reach::Nothing,
    }
}

/// The rows a viewer may see or touch, as a query needs it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Sight {
    /// No row.
    Nothing,
    /// Some rows.
    Rows {
        /// Those this user owns,
        user: UserId,
        /// those that belong to one of these teams,
        teams: Vec<TeamId>,
        /// and, if so, those that belong to no team and are thereby shared with everybody.
        shared: bool,
    },
    /// Every row.
    All,
}

/// Who is asking.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Viewer {
    /// The user.
    pub user: UserId,
    /// What they may do.
    pub role: Role,
    /// Over which rows.
    pub scope: Scope,
    /// The user's team and all below it.
    pub teams: Vec<TeamId>,
    /// Whether the credential used allows writing at all (an API key may not).
    pub may_write: bool,
}

impl Viewer {
    /// The rows of `noun` to which this viewer may do `action`.
    #[must_use]
    pub fn sight(&self, noun: Noun, action: Action) -> Sight {
        if !self.may_write && action != Action::Read {
            return Sight::Nothing;
        }
        let by_scope = match (noun, self.scope) {
            // The catalogues have no owner, so the row scope does not narrow them.
            (Noun::User | Noun::Product | Noun::Pipeline | Noun::Model | Noun::Audit, _) => {
                Reach::All
            }
            // Nor has the proof, which names no deal; but it speaks of all of them, so whoever may not
            // read all deals must be one who leads.
            (Noun::Proof, _) if self.role == Role::Manager => Reach::All,
            (Noun::Proof, Scope::Team | Scope::Own) => Reach::Nothing,
            (_, Scope::All) => Reach::All,
            (_, Scope::Team) => Reach::Team,
            (_, Scope::Own) => Reach::Own,
        };
        // The address book may be shared; a deal and what was said in it never are.
        let sharable = matches!(noun, Noun::Organization | Noun::Person);
        let user = self.user;
        match reach(self.role, noun, action).min(by_scope) {
            Reach::Nothing => Sight::Nothing,
            Reach::Own => {
                // Who sees and adds to the shared address book still changes their own rows only.
                let shared = sharable && matches!(action, Action::Read | Action::Create);
                Sight::Rows { user, teams: Vec::new(), shared }
            }
            Reach::Team => Sight::Rows { user, teams: self.teams.clone(), shared: sharable },
            Reach::All => Sight::All,
        }
    }

    /// Whether there is any row of `noun` to which this viewer may do `action`.
    #[must_use]
    pub fn may(&self, noun: Noun, action: Action) -> bool {
        self.sight(noun, action) != Sight::Nothing
    }
}

impl Sight {
    /// Whether a row with this owner and team is within sight.
    #[must_use]
    pub fn covers(&self, owner: Option<UserId>, team: Option<TeamId>) -> bool {
        match self {
            Self::Nothing => false,
            Self::Rows { user, teams, shared } => {
                owner == Some(*user) || team.map_or(*shared, |team| teams.contains(&team))
            }
            Self::All => true,
        }
    }
}

#[cfg(test)]
mod tests {
    use rstest::rstest;
    use uuid::Uuid;

    use super::*;

    fn viewer(role: Role, scope: Scope) -> Viewer {
        let team = TeamId::from(Uuid::from_u128(7));
        let user = UserId::from(Uuid::from_u128(1));
        Viewer { user, role, scope, teams: vec![team], may_write: true }
    }

    #[rstest]
    #[case(Role::ReadOnly, Action::Create)]
    #[case(Role::ReadOnly, Action::Update)]
    #[case(Role::ReadOnly, Action::Delete)]
    fn who_looks_on_changes_nothing(#[case] role: Role, #[case] action: Action) {
        for &noun in Noun::ALL.iter().filter(|&&noun| noun != Noun::OwnAccount) {
            assert!(!viewer(role, Scope::All).may(noun, action), "{noun} {action}");
        }
    }

    #[test]
    fn the_scope_narrows_the_role() {
        let rep = viewer(Role::Rep, Scope::Team);
        let (stranger, other_team) = (UserId::from(Uuid::from_u128(2)), Uuid::from_u128(8).into());
        let update = rep.sight(Noun::Opportunity, Action::Update);
        assert!(update.covers(Some(stranger), Some(rep.teams[0])));
        assert!(!update.covers(Some(stranger), Some(other_team)));
        let delete = rep.sight(Noun::Opportunity, Action::Delete);
        assert!(!delete.covers(Some(stranger), Some(rep.teams[0])));
        assert!(delete.covers(Some(rep.user), Some(rep.teams[0])));
    }

    #[test]
    fn what_belongs_to_no_team_is_shared_if_it_is_an_address_and_hidden_if_it_is_a_deal() {
        let rep = viewer(Role::Rep, Scope::Own);
        assert!(rep.sight(Noun::Person, Action::Read).covers(None, None));
        assert!(!rep.sight(Noun::Person, Action::Update).covers(None, None));
        assert!(!rep.sight(Noun::Opportunity, Action::Read).covers(None, None));
    }

    #[test]
    fn a_reading_key_cannot_write_whatever_its_user_may() {
        let key = Viewer { may_write: false, ..viewer(Role::Admin, Scope::All) };
        assert!(key.may(Noun::Opportunity, Action::Read));
        assert!(!key.may(Noun::Opportunity, Action::Create));
    }

    #[rstest]
    #[case(Role::Manager, Scope::Team, true, true)]
    #[case(Role::Rep, Scope::All, true, false)]
    #[case(Role::ReadOnly, Scope::All, true, false)]
    #[case(Role::Rep, Scope::Team, false, false)]
    #[case(Role::ReadOnly, Scope::Own, false, false)]
    fn the_proof_is_for_those_who_lead_or_may_read_all_deals(
        #[case] role: Role,
        #[case] scope: Scope,
        #[case] reads: bool,
        #[case] computes: bool,
    ) {
        let viewer = viewer(role, scope);
        let may = [Action::Read, Action::Create].map(|action| viewer.may(Noun::Proof, action));
        assert_eq!(may, [reads, computes]);
    }

    #[test]
    fn only_an_admin_reads_the_log_and_nobody_writes_it() {
        for &role in Role::ALL {
            for &action in Action::ALL {
                let expected = role == Role::Admin && action == Action::Read;
                assert_eq!(viewer(role, Scope::All).may(Noun::Audit, action), expected);
            }
        }
    }
}

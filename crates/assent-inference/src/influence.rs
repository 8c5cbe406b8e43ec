//! The group: how stands travel along ties, and whose word decides.
//!
//! A person's stand is `support = (E[psychology] + E[behaviour]) / 2`, between −1 and 1. With W the
//! row-normalised weights of those they listen to and Λ the diagonal of susceptibilities, the group
//! settles at the equilibrium of Friedkin and Johnsen (1990),
//!
//! ```text
//! x = V x0        V = (I − ΛW)⁻¹ (I − Λ)
//! ```
//!
//! so that a row of V says of what a person's stand is made. Somebody who listens to nobody keeps
//! their own. The rows of V add up to 1 and hold nothing negative: nobody ends outside of the stands
//! that went in. W is read off recorded ties and not off talk; who truly listens to whom is seldom
//! recorded, so the weights are as good as the org chart.
//!
//! Not here: who the people are, and the ways to reach them.

mod solve;

use crate::model::Model;
use crate::priors::{Role, TieKind};
use crate::state::{Factor, StateVector};
use solve::solve;

/// A person's own stand: `(E[psychology] + E[behaviour]) / 2`, between −1 and 1.
pub fn support(state: &StateVector) -> f64 {
    0.5 * (state.mean(Factor::Psychology) + state.mean(Factor::Behaviour))
}

/// A tie along which the stand of one member weighs with another. Members are positions in the list
/// of roles that a [`Group`] is made of.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Tie {
    /// Whose stand travels.
    pub from: usize,
    /// With whom it weighs.
    pub to: usize,
    /// Of what kind it is: a boss, a report, somebody trusted, who introduced us, a customer of
    /// theirs.
    pub kind: TieKind,
    /// What is left of it, from 0 to 1; see [`crate::TieKindPrior::strength`].
    pub strength: f64,
}

/// Why ties are not those of a group.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum GroupError {
    /// The tie at this position names a member that does not exist.
    #[error("tie {0} names a member that does not exist")]
    NoSuchMember(usize),
    /// The tie at this position leads from a member to the same member.
    #[error("tie {0} leads back to the same member")]
    ToOneself(usize),
    /// The strength of the tie at this position does not lie between 0 and 1.
    #[error("the strength of tie {0} does not lie between 0 and 1")]
    Strength(usize),
}

/// Who listens to whom, and whose word decides. It depends on roles and ties alone, so one group
/// serves all dates and suppositions between two changes of either.
#[derive(Clone, Debug, PartialEq)]
pub struct Group {
    /// By member, the weights of which their stand is made; each row adds up to 1.
    weights: Vec<Vec<f64>>,
    total_influence: Vec<f64>,
    power: Vec<f64>,
    roles: Vec<Role>,
}

/// What a supposition changes in one member.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Shift {
    /// Their stand now.
    pub before: f64,
    /// Their stand if the supposition held.
    pub after: f64,
}

impl Shift {
    /// `after − before`.
    pub fn change(self) -> f64 {
        self.after - self.before
    }
}

impl Group {
    /// Solves for the equilibrium of members with these roles. Cubic in their number: some
    /// milliseconds for a hundred.
    ///
    /// # Errors
    /// [`GroupError`] names the position of the first tie at fault.
    pub fn new(model: &Model, roles: &[Role], ties: &[Tie]) -> Result<Group, GroupError> {
        check(roles.len(), ties)?;
        let listens = listening(model, roles.len(), ties);
        let open = |member: usize| {
            let listens_to_somebody = listens[member].iter().any(|weight| *weight > 0.0);
            let susceptibility = model.role_prior(roles[member]).susceptibility;
            if listens_to_somebody { susceptibility } else { 0.0 }
        };
        let open: Vec<f64> = (0..roles.len()).map(open).collect();
        let weights = solve(&listens, &open);
        let say: Vec<f64> = roles.iter().map(|role| model.role_prior(*role).power).collect();
        let heard_in =
            |from: usize| weights.iter().zip(&say).map(|(row, say)| say * row[from]).sum::<f64>();
        let total_influence: Vec<f64> = (0..roles.len()).map(heard_in).collect();
        let power = say.iter().zip(&total_influence).map(|(say, heard)| say * heard).collect();
        Ok(Group { weights, total_influence, power: normalised(power), roles: roles.to_vec() })
    }

    /// How many members there are.
    pub fn len(&self) -> usize {
        self.roles.len()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.roles.is_empty()
    }

    /// The roles of the members.
    pub fn roles(&self) -> &[Role] {
        &self.roles
    }

    /// By member, the weights of everybody's own stand in theirs: a row of V.
    pub fn weights(&self) -> &[Vec<f64>] {
        &self.weights
    }

    /// By member, the sum over all of `power of the role · weight of this member with them`.
    pub fn total_influence(&self) -> &[f64] {
        &self.total_influence
    }

    /// By member, `power of the role · total influence` as a share of the sum. The shares add up to
    /// 1, or are all 0 if nobody has any say.
    pub fn power(&self) -> &[f64] {
        &self.power
    }

    /// Everybody's stand in the group, `x = V x0`, from their own stands by member.
    pub fn stands(&self, own: impl Fn(usize) -> f64) -> Vec<f64> {
        let own: Vec<f64> = (0..self.len()).map(own).collect();
        let stand = |row: &Vec<f64>| row.iter().zip(&own).map(|(weight, own)| weight * own).sum();
        self.weights.iter().map(stand).collect()
    }

    /// What would change in each member if some stood elsewhere: `supposed` gives the own stand of
    /// those it speaks of, as of a plant manager who endorses, and `None` for the others.
    pub fn what_if(
        &self,
        own: impl Fn(usize) -> f64,
        supposed: impl Fn(usize) -> Option<f64>,
    ) -> Vec<Shift> {
        let before = self.stands(&own);
        let after = self.stands(|member| supposed(member).unwrap_or_else(|| own(member)));
        before.into_iter().zip(after).map(|(before, after)| Shift { before, after }).collect()
    }
}

fn check(members: usize, ties: &[Tie]) -> Result<(), GroupError> {
    for (position, tie) in ties.iter().enumerate() {
        if tie.from >= members || tie.to >= members {
            return Err(GroupError::NoSuchMember(position));
        }
        if tie.from == tie.to {
            return Err(GroupError::ToOneself(position));
        }
        if !(0.0..=1.0).contains(&tie.strength) {
            return Err(GroupError::Strength(position));
        }
    }
    Ok(())
}

/// W: by member, the weight of each other with them, rows scaled to 1 where there is anybody. Ties
/// between the same two add up.
fn listening(model: &Model, members: usize, ties: &[Tie]) -> Vec<Vec<f64>> {
    let mut weights = vec![vec![0.0; members]; members];
    for tie in ties {
        weights[tie.to][tie.from] += model.tie_kind_prior(tie.kind).weight * tie.strength;
    }
    weights.into_iter().map(normalised).collect()
}

/// Numbers that are not negative as shares of their sum; unchanged if all are 0.
fn normalised(numbers: Vec<f64>) -> Vec<f64> {
    let sum: f64 = numbers.iter().sum();
    if sum > 0.0 { numbers.into_iter().map(|number| number / sum).collect() } else { numbers }
}

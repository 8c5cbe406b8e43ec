//! Looking things up by name, and walking through them to build menus.

use super::Model;
use crate::priors::{
    Acquaintance, AcquaintancePrior, Action, ActionPrior, AdvicePrior, BenefitPrior, ClosingPrior,
    ControlPrior, FactorPrior, PathPrior, Question, Reply, ReplyPrior, Role, RolePrior, Sign,
    SignPrior, Source, SourcePrior, TieKind, TieKindPrior, Topic, TopicPrior, WinPrior,
};
use crate::state::Factor;

impl Model {
    /// The sign of this name.
    pub fn sign(&self, name: &str) -> Option<Sign> {
        self.signs().find(|(_, prior)| prior.name == name).map(|(sign, _)| sign)
    }

    /// The action of this name.
    pub fn action(&self, name: &str) -> Option<Action> {
        self.actions().find(|(_, prior)| prior.name == name).map(|(action, _)| action)
    }

    /// The question that an action asks, if it stays open until answered.
    pub fn question(&self, action: Action) -> Option<Question> {
        self.action_prior(action).open_days.map(|_| Question(action))
    }

    /// The reply of this name to `action`.
    pub fn reply(&self, action: Action, name: &str) -> Option<Reply> {
        self.replies(action).find(|(_, prior)| prior.name == name).map(|(reply, _)| reply)
    }

    /// The source of this name.
    pub fn source(&self, name: &str) -> Option<Source> {
        self.sources().find(|(_, prior)| prior.name == name).map(|(source, _)| source)
    }

    /// The role of this name.
    pub fn role(&self, name: &str) -> Option<Role> {
        self.roles().find(|(_, prior)| prior.name == name).map(|(role, _)| role)
    }

    /// The kind of tie of this name.
    pub fn tie_kind(&self, name: &str) -> Option<TieKind> {
        self.tie_kinds().find(|(_, prior)| prior.name == name).map(|(kind, _)| kind)
    }

    /// The kind of acquaintance of this name.
    pub fn acquaintance(&self, name: &str) -> Option<Acquaintance> {
        self.acquaintances().find(|(_, prior)| prior.name == name).map(|(kind, _)| kind)
    }

    /// All signs, in the order of the priors file.
    pub fn signs(&self) -> impl Iterator<Item = (Sign, &SignPrior)> {
        (0..).map(Sign).zip(&self.priors.signs)
    }

    /// All actions, in the order of the priors file.
    pub fn actions(&self) -> impl Iterator<Item = (Action, &ActionPrior)> {
        (0..).map(Action).zip(&self.priors.actions)
    }

    /// The replies to one action, in the order of the priors file.
    pub fn replies(&self, action: Action) -> impl Iterator<Item = (Reply, &ReplyPrior)> {
        (0..).map(Reply).zip(&self.priors.replies).filter(move |(_, prior)| prior.action == action)
    }

    /// All sources, in the order of the priors file.
    pub fn sources(&self) -> impl Iterator<Item = (Source, &SourcePrior)> {
        (0..).map(Source).zip(&self.priors.sources)
    }

    /// All roles, in the order of the priors file.
    pub fn roles(&self) -> impl Iterator<Item = (Role, &RolePrior)> {
        (0..).map(Role).zip(&self.priors.roles)
    }

    /// All kinds of ties, in the order of the priors file.
    pub fn tie_kinds(&self) -> impl Iterator<Item = (TieKind, &TieKindPrior)> {
        (0..).map(TieKind).zip(&self.priors.tie_kinds)
    }

    /// All kinds of acquaintances, in the order of the priors file.
    pub fn acquaintances(&self) -> impl Iterator<Item = (Acquaintance, &AcquaintancePrior)> {
        (0..).map(Acquaintance).zip(&self.priors.acquaintances)
    }

    /// What the priors say of a sign.
    pub fn sign_prior(&self, sign: Sign) -> &SignPrior {
        &self.priors.signs[sign.index()]
    }

    /// What the priors say of an action.
    pub fn action_prior(&self, action: Action) -> &ActionPrior {
        &self.priors.actions[action.index()]
    }

    /// What the priors say of a reply.
    pub fn reply_prior(&self, reply: Reply) -> &ReplyPrior {
        &self.priors.replies[reply.index()]
    }

    /// What the priors say of a source.
    pub fn source_prior(&self, source: Source) -> &SourcePrior {
        &self.priors.sources[source.index()]
    }

    /// What the priors say of a factor.
    pub fn factor_prior(&self, factor: Factor) -> &FactorPrior {
        &self.priors.factors[factor as usize]
    }

    /// What the priors say of a role.
    pub fn role_prior(&self, role: Role) -> &RolePrior {
        &self.priors.roles[role.index()]
    }

    /// What the priors say of a kind of tie.
    pub fn tie_kind_prior(&self, kind: TieKind) -> &TieKindPrior {
        &self.priors.tie_kinds[kind.index()]
    }

    /// What the priors say of all kinds of acquaintances, by their index.
    pub(crate) fn acquaintance_priors(&self) -> &[AcquaintancePrior] {
        &self.priors.acquaintances
    }

    /// What the priors say of a kind of acquaintance.
    pub fn acquaintance_prior(&self, kind: Acquaintance) -> &AcquaintancePrior {
        &self.priors.acquaintances[kind.index()]
    }

    /// What the priors say of asks.
    pub fn path_prior(&self) -> &PathPrior {
        &self.priors.path
    }

    /// What the priors say of benefit points.
    pub fn benefit_prior(&self) -> &BenefitPrior {
        &self.priors.benefit
    }

    /// What the priors say of winning.
    pub fn win_prior(&self) -> &WinPrior {
        &self.priors.win
    }

    /// What the priors say of when deals end.
    pub fn closing_prior(&self) -> &ClosingPrior {
        &self.priors.closing
    }

    /// The question of this name.
    pub fn topic(&self, name: &str) -> Option<Topic> {
        self.topics().find(|(_, prior)| prior.name == name).map(|(topic, _)| topic)
    }

    /// All questions worth asking, in the order of the priors file.
    pub fn topics(&self) -> impl Iterator<Item = (Topic, &TopicPrior)> {
        (0..).map(Topic).zip(&self.priors.topics)
    }

    /// What the priors say of a question.
    pub fn topic_prior(&self, topic: Topic) -> &TopicPrior {
        &self.priors.topics[topic.index()]
    }

    /// What the priors say of advice.
    pub fn advice_prior(&self) -> &AdvicePrior {
        &self.priors.advice
    }

    /// What the priors say of when to raise an alarm. Take a copy to set other limits.
    pub fn control_prior(&self) -> &ControlPrior {
        &self.priors.control
    }
}

//! The words of an ask, in both languages: to whom to write and what to ask. Nothing of what we think
//! of anybody is in them: they go to people outside.

use serde::Serialize;
use utoipa::ToSchema;

use super::BridgeWord;
use crate::user::Language;

/// What an ask is about.
#[derive(Clone, Copy, Debug)]
pub struct Wording<'a> {
    /// Who is asked.
    pub asked: &'a str,
    /// To whom they are to lead us.
    pub next: &'a str,
    /// Who lies between that one and the target, from the first to the last.
    pub further: &'a [&'a str],
    /// To whom we want to get; the same as `next` where nobody lies between.
    pub target: &'a str,
    /// The organization that would buy.
    pub buyer: &'a str,
    /// Who asks.
    pub sender: &'a str,
    /// Why they may know the next one.
    pub bridge: BridgeWord,
    /// Whether the one who asks is a stranger to the one asked.
    pub is_stranger: bool,
}

/// An ask put into words.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, ToSchema)]
pub struct Draft {
    /// What it is about.
    pub subject: String,
    /// What is asked.
    pub body: String,
}

/// The same ask in both languages.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, ToSchema)]
pub struct Drafts {
    /// In English.
    pub en: Draft,
    /// In Chinese.
    #[serde(rename = "zh-CN")]
    pub zh_cn: Draft,
}

/// Puts an ask into words.
#[must_use]
pub fn drafts(wording: &Wording<'_>) -> Drafts {
    Drafts { en: english(wording), zh_cn: chinese(wording) }
}

impl Drafts {
    /// Those of a language.
    #[must_use]
    pub fn of(&self, language: Language) -> &Draft {
        match language {
            Language::English => &self.en,
            Language::Chinese => &self.zh_cn,
        }
    }
}

fn english(of: &Wording<'_>) -> Draft {
    let Wording { asked, next, target, buyer, sender, .. } = *of;
    let opening = if of.is_stranger {
        format!("we have not met: my name is {sender}, and I am talking with {buyer}.")
    } else {
        format!("I am talking with {buyer} and would like to meet {target}.")
    };
    let known = match of.bridge {
        BridgeWord::Colleague => format!("{next} is a colleague of yours"),
        BridgeWord::ReportsTo => format!("you work for {next}"),
        BridgeWord::Leads => format!("{next} works for you"),
        BridgeWord::WorksWith => format!("you work with {next}"),
        BridgeWord::SoldTo => format!("you sold to {next}"),
        BridgeWord::BoughtFrom => format!("{next} sold to you"),
        BridgeWord::SameHouse => format!("{next} is of the same house as you"),
        BridgeWord::HouseCustomer | BridgeWord::CustomerOf => {
            format!("{next}'s house and yours do business")
        }
        BridgeWord::Met => format!("you have met {next}"),
        BridgeWord::Knows | BridgeWord::Trusts | BridgeWord::Stranger => {
            format!("you may know {next}")
        }
    };
    let onward = if next == target {
        String::new()
    } else if of.further.is_empty() {
        format!(" From there I would ask {next} to lead me on to {target}.")
    } else {
        let further = of.further.join(" and ");
        format!(" From there I would ask {next} to lead me on, by way of {further}, to {target}.")
    };
    let body = format!(
        "Dear {asked},\n\n{opening} As far as I know, {known}. Would you introduce me to {next}? Two \
         lines are enough, and I will gladly write them for you to pass on.{onward}\n\nIf this is \
         not a good time, please say so; I will not press.\n\nWith thanks,\n{sender}"
    );
    Draft { subject: format!("An introduction to {next}"), body: capitalised(&body, &opening) }
}

/// The opening sentence begins with a capital.
fn capitalised(body: &str, opening: &str) -> String {
    let mut letters = opening.chars();
    let first = letters.next().map(|letter| letter.to_uppercase().to_string()).unwrap_or_default();
    body.replacen(opening, &(first + letters.as_str()), 1)
}

fn chinese(of: &Wording<'_>) -> Draft {
    let Wording { asked, next, target, buyer, sender, .. } = *of;
    let opening = if of.is_stranger {
        format!("您好！冒昧打扰，我是{sender}，目前正与{buyer}洽谈。")
    } else {
        format!("您好！我目前正与{buyer}洽谈，希望能拜会{target}。")
    };
    let known = match of.bridge {
        BridgeWord::Colleague => format!("{next}是您的同事"),
        BridgeWord::ReportsTo => format!("{next}是您的上级"),
        BridgeWord::Leads => format!("{next}在您的团队工作"),
        BridgeWord::WorksWith => format!("您与{next}有工作往来"),
        BridgeWord::SoldTo => format!("您曾向{next}售出过产品"),
        BridgeWord::BoughtFrom => format!("您曾从{next}处采购"),
        BridgeWord::SameHouse => format!("{next}与您同在一家公司"),
        BridgeWord::HouseCustomer | BridgeWord::CustomerOf => {
            format!("贵公司与{next}所在的公司有业务往来")
        }
        BridgeWord::Met => format!("您见过{next}"),
        BridgeWord::Knows | BridgeWord::Trusts | BridgeWord::Stranger => {
            format!("您可能认识{next}")
        }
    };
    let onward = if next == target {
        String::new()
    } else if of.further.is_empty() {
        format!("之后我会请{next}再引荐我认识{target}。")
    } else {
        let further = of.further.join("、");
        format!("之后我会请{next}通过{further}再引荐我认识{target}。")
    };
    let body = format!(
        "{asked}：\n\n{opening}据我了解，{known}。能否请您为我引荐{next}？两句话就够，文字我可以先\
         替您拟好。{onward}\n\n如果现在不方便，请直接告诉我，我不会再催。\n\n谢谢！\n{sender}"
    );
    Draft { subject: format!("请您引荐{next}"), body }
}

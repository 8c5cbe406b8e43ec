//! The daily digest: to each seller one mail with the alarms of their deals that are new since the day
//! before. It is put into the outbox; sending it is the mail connector's work.

use std::fmt::Write as _;

use assent_domain::user::Language;
use assent_store::alarms::{self, Alarm};
use assent_store::{Db, outbox, users};

use super::{Act, Refusal};
use crate::catalogue::{say, say_count};

/// The word for a mail in the outbox.
pub const MAIL: &str = "mail";

/// Puts the digests of the day down, one a user and day however often it is asked. Returns how many
/// there are.
///
/// # Errors
/// When the database fails.
pub fn put_digests(db: &mut Db, act: &mut Act) -> Result<usize, Refusal> {
    let (today, from) = (act.today(), act.now.plus_days(-1));
    let mut put = 0;
    for row in users::all(db)? {
        let user = &row.user;
        let address = user.facts.email.as_ref().filter(|_| user.meta.deleted_at.is_none());
        let Some(address) = address else { continue };
        let alarms = alarms::raised_since(db, user.id, from, today)?;
        if alarms.is_empty() {
            continue;
        }
        let language = user.facts.language;
        let payload = serde_json::json!({
            "to": address,
            "subject": say_count(language, "server.digest.subject", alarms.len()),
            "text": text(language, &alarms),
        });
        let key = format!("digest:{}:{today}", user.id);
        outbox::put(db, act.mint(), MAIL, &key, &payload.to_string(), act.now, act.now)?;
        put += 1;
    }
    Ok(put)
}

/// A paragraph for each deal, a line for each alarm: what, and what to do.
fn text(language: Language, alarms: &[Alarm]) -> String {
    let mut text = String::new();
    let mut deal = None;
    for alarm in alarms {
        if deal != Some(alarm.opportunity) {
            let gap = if deal.is_some() { "\n" } else { "" };
            // Writing to a string cannot fail.
            let _ = writeln!(text, "{gap}{}", alarm.opportunity_name);
            deal = Some(alarm.opportunity);
        }
        let somebody = say(language, "alarm.somebody", &[]);
        let person = alarm.person.as_ref().map_or(somebody.as_str(), |(_, name)| name);
        let title = say(language, &format!("alarm.{}.title", alarm.kind), &[("person", person)]);
        let advice = say(language, &format!("alarm.{}.do", alarm.kind), &[]);
        let _ = writeln!(text, "- {title}. {advice}");
    }
    text
}

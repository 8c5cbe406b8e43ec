//! The files of the lexicon put together into automata.

use std::collections::{BTreeMap, HashMap};

use super::file::{CalendarWords, Language, OutcomeSense, PeopleWords, Phrases, Senses};
use super::{
    Answer, Calendar, DateForm, Lexicon, LexiconFault, Meaning, Outcome, People, Pronoun, Sense,
    Titles,
};
use crate::evidence_line::automaton::{Automaton, Vocabulary};
use crate::evidence_line::pattern;
use crate::evidence_line::tokens::fold;
use crate::text::Key;

pub(super) struct Compiler {
    lexicon: Lexicon,
    arrival: BTreeMap<String, String>,
    priority: BTreeMap<String, u8>,
    ahead: Vec<String>,
}

impl Compiler {
    pub(super) fn new(senses: Senses) -> Result<Self, LexiconFault> {
        let keys = |table: &BTreeMap<String, String>| -> Result<HashMap<Key, Key>, LexiconFault> {
            table.iter().map(|(from, to)| Ok((key(from)?, key(to)?))).collect()
        };
        let answers = |table: &BTreeMap<String, String>| {
            let answers = table.iter().map(|(from, to)| Ok((answer(from)?, key(to)?)));
            answers.collect::<Result<HashMap<Answer, Key>, LexiconFault>>()
        };
        let outcomes = senses.outcome.iter().map(|(name, sense)| outcome(name, sense));
        Ok(Self {
            lexicon: Lexicon {
                vocabulary: Vocabulary::default(),
                phrases: Automaton::default(),
                conjunctions: Automaton::default(),
                calendar: Calendar::default(),
                people: People::default(),
                outcomes: outcomes.collect::<Result<_, _>>()?,
                usual: keys(&senses.usual)?,
                usual_when_shown: keys(&senses.usual_when_shown)?,
                weighty: senses.weighty.iter().map(|name| key(name)).collect::<Result<_, _>>()?,
                between: answers(&senses.between)?,
                opposite: answers(&senses.opposite)?,
            },
            arrival: senses.arrival,
            priority: senses.priority,
            ahead: senses.ahead,
        })
    }

    pub(super) fn finish(self) -> Lexicon {
        self.lexicon
    }

    pub(super) fn add(&mut self, language: Language) -> Result<(), LexiconFault> {
        for (name, phrases) in &language.sign {
            let sign = key(name)?;
            let meaning = match self.arrival.get(name) {
                Some(kind) => Meaning::Arrival { kind: key(kind)?, sign },
                None => Meaning::Sign(sign),
            };
            self.phrases(&format!("sign.{name}"), phrases, &meaning)?;
        }
        for (name, phrases) in &language.action {
            let entry = format!("action.{name}");
            let action = key(name)?;
            self.says(&entry, &phrases.says, &Meaning::Action(action.clone()), true)?;
            self.says(&entry, &phrases.hints, &Meaning::Action(action.clone()), false)?;
            self.says(&entry, &phrases.asks, &Meaning::Asked(action), true)?;
            for (reply, phrases) in &phrases.reply {
                let answer = answer(&format!("{name}.{reply}"))?;
                let entry = format!("action.{name}.reply.{reply}");
                self.phrases(&entry, phrases, &Meaning::Answered(answer))?;
            }
        }
        for (name, phrases) in &language.outcome {
            let entry = format!("outcome.{name}");
            let known = self.lexicon.outcomes.iter().position(|outcome| outcome.name == *name);
            let index = known.ok_or_else(|| LexiconFault::new(&entry, &"sense.toml lacks it"))?;
            self.phrases(&entry, phrases, &Meaning::Outcome(index))?;
        }
        for (bound, phrases) in &language.promise {
            self.phrases(&format!("promise.{bound:?}"), phrases, &Meaning::Promise(*bound))?;
        }
        for (source, says) in &language.source {
            self.says(&format!("source.{source}"), says, &Meaning::Source(*source), true)?;
        }
        for (cue, says) in &language.cue {
            self.says(&format!("cue.{cue:?}"), says, &Meaning::Cue(*cue), true)?;
        }
        self.says("nothing", &language.nothing, &Meaning::Nothing, true)?;
        let Lexicon { conjunctions, vocabulary, .. } = &mut self.lexicon;
        fill(conjunctions, vocabulary, "conjunctions", &language.conjunctions, &())?;
        self.people(language.people)?;
        self.calendar(&language.calendar)
    }

    fn phrases(
        &mut self,
        entry: &str,
        phrases: &Phrases,
        meaning: &Meaning,
    ) -> Result<(), LexiconFault> {
        self.says(entry, &phrases.says, meaning, true)?;
        self.says(entry, &phrases.hints, meaning, false)
    }

    /// Adds phrases that stand for `meaning`.
    fn says(
        &mut self,
        entry: &str,
        phrases: &[String],
        meaning: &Meaning,
        certain: bool,
    ) -> Result<(), LexiconFault> {
        let priority = self.priority.get(entry).copied().unwrap_or(0);
        let ahead = self.ahead.iter().any(|known| known == entry);
        let sense = Sense { meaning: meaning.clone(), certain, ahead, priority };
        let Lexicon { phrases: automaton, vocabulary, .. } = &mut self.lexicon;
        fill(automaton, vocabulary, entry, phrases, &sense)
    }

    fn people(&mut self, words: PeopleWords) -> Result<(), LexiconFault> {
        let Lexicon { people, vocabulary, .. } = &mut self.lexicon;
        let mut pronouns = |phrases: &[String], whom| {
            fill(&mut people.pronouns, vocabulary, "people", phrases, &whom)
        };
        pronouns(&words.they, Pronoun::They)?;
        pronouns(&words.we, Pronoun::We)?;
        pronouns(&words.us, Pronoun::Us)?;
        pronouns(&words.you, Pronoun::You)?;
        pronouns(&words.competitor, Pronoun::Competitor)?;
        fill(&mut people.addresses, vocabulary, "people.address", &words.address, &())?;
        fill(&mut people.towards, vocabulary, "people.towards", &words.towards, &())?;
        fill(&mut people.possessives, vocabulary, "people.possessive", &words.possessive, &())?;
        fill(&mut people.articles, vocabulary, "people.articles", &words.articles, &())?;
        fill(&mut people.own, vocabulary, "people.own", &words.own, &())?;
        for suffix in words.suffix {
            let folded = |titles: &[String]| titles.iter().map(|title| fold(title)).collect();
            let titles =
                Titles { parts: folded(&suffix.titles), others: folded(&suffix.other_titles) };
            fill(&mut people.suffixes, vocabulary, "people.suffix", &suffix.words, &titles)?;
        }
        let folded = |words: Vec<String>| words.into_iter().map(|word| fold(&word));
        people.particles.extend(folded(words.particles));
        people.everyday.extend(folded(words.everyday));
        people.joiners.extend(folded(words.joiners));
        people.double_surnames.extend(words.double_surnames);
        people.surnames.push_str(&words.surnames);
        Ok(())
    }

    fn calendar(&mut self, words: &CalendarWords) -> Result<(), LexiconFault> {
        let Lexicon { calendar, vocabulary, .. } = &mut self.lexicon;
        for (automaton, names) in [
            (&mut calendar.numbers, &words.number),
            (&mut calendar.months, &words.month),
            (&mut calendar.weekdays, &words.weekday),
        ] {
            for (value, phrases) in names {
                fill(automaton, vocabulary, "calendar", phrases, &number(value)?)?;
            }
        }
        calendar.announcing.extend(words.announcing.iter().map(|word| fold(word)));
        let forms = &mut calendar.forms;
        let mut form =
            |phrases: &[String], form| fill(forms, vocabulary, "calendar", phrases, &form);
        for (offset, phrases) in &words.day {
            form(phrases, DateForm::Days(number(offset)?))?;
        }
        for (offset, phrases) in &words.weekday_of_week {
            form(phrases, DateForm::WeekdayOfWeek(number(offset)?))?;
        }
        for (unit, phrases) in &words.ahead {
            form(phrases, DateForm::Ahead(*unit))?;
        }
        for (unit, phrases) in &words.ago {
            form(phrases, DateForm::Ago(*unit))?;
        }
        for (unit, offsets) in &words.end {
            for (offset, phrases) in offsets {
                form(phrases, DateForm::End(*unit, number(offset)?))?;
            }
        }
        form(&words.day_month, DateForm::DayMonth)?;
        form(&words.month_day, DateForm::MonthDay)?;
        form(&words.day_month_year, DateForm::DayMonthYear)?;
        form(&words.month_day_year, DateForm::MonthDayYear)?;
        form(&words.year_month_day, DateForm::YearMonthDay)?;
        form(&words.day_of_month, DateForm::DayOfMonth)
    }
}

fn fill<T: Clone + PartialEq>(
    automaton: &mut Automaton<T>,
    vocabulary: &mut Vocabulary,
    entry: &str,
    phrases: &[String],
    means: &T,
) -> Result<(), LexiconFault> {
    for phrase in phrases {
        let pieces = pattern::read(phrase)
            .map_err(|cause| LexiconFault::new(entry, &format!("“{phrase}”: {cause}")))?;
        automaton.add(vocabulary, &pieces, means);
    }
    Ok(())
}

fn key(text: &str) -> Result<Key, LexiconFault> {
    Key::parse(text).map_err(|cause| LexiconFault::new(text, &cause))
}

fn number(text: &str) -> Result<i64, LexiconFault> {
    text.parse().map_err(|cause| LexiconFault::new(text, &cause))
}

/// Reads `action.reply`.
fn answer(text: &str) -> Result<Answer, LexiconFault> {
    let split =
        text.split_once('.').ok_or_else(|| LexiconFault::new(text, &"is no action.reply"))?;
    Ok(Answer { action: key(split.0)?, reply: key(split.1)? })
}

fn outcome(name: &str, sense: &OutcomeSense) -> Result<Outcome, LexiconFault> {
    let (fits, leaves_open): (Vec<&String>, Vec<&String>) =
        sense.fits.iter().partition(|fit| fit.contains('.'));
    Ok(Outcome {
        name: name.to_owned(),
        fits: fits.into_iter().map(|fit| answer(fit)).collect::<Result<_, _>>()?,
        leaves_open: leaves_open.into_iter().map(|fit| key(fit)).collect::<Result<_, _>>()?,
        alone: sense.alone.as_deref().map(answer).transpose()?,
        cancels: sense.cancels,
        opposite: sense.opposite.clone(),
    })
}

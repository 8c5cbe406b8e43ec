//! Days as people write them. A day that is named without its year or its week is settled by what
//! it is for: what happened lies behind, what is due lies ahead.

use jiff::civil::Date;
use jiff::{Span, ToSpan};

use super::automaton::Path;
use super::lexicon::{DateForm, Unit};
use super::pattern::Slot;
use super::tape::{Entity, Tape, What};
use super::tokens::Kind;
use crate::time::Day;

/// The last working day of a week, Monday = 1.
const FRIDAY: i64 = 5;
const DAYS_PER_WEEK: i64 = 7;

/// A day as it is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct DateMention {
    when: When,
    /// Whether it can be no other day.
    pub(super) certain: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum When {
    /// Exactly.
    Day(Date),
    /// A day of the week, of some week; Monday = 1.
    Weekday(i64),
    /// A day of some year.
    Yearless { month: i64, day: i64 },
    /// A day of some month.
    DayOfMonth(i64),
    /// The end of a week, month, quarter or year.
    End(Date),
}

impl DateMention {
    fn new(when: When) -> Self {
        Self { when, certain: true }
    }

    /// The day, if it is when something happened: the latest that fits and is not to come.
    pub(super) fn happened(&self, today: Day) -> Option<Day> {
        let now = today.date();
        let day = match self.when {
            When::Day(day) => day,
            When::Weekday(weekday) => {
                let back = (weekday_of(now) - weekday - 1).rem_euclid(DAYS_PER_WEEK) + 1;
                plus(now, (-back).days())
            }
            When::Yearless { month, day } => {
                let this = date(i64::from(now.year()), month, day);
                let last = date(i64::from(now.year()) - 1, month, day);
                this.filter(|day| *day <= now).or(last)?
            }
            When::DayOfMonth(day) => {
                let last = plus(now, (-1).months());
                let this = of_month(now, day).filter(|day| *day <= now);
                this.or_else(|| of_month(last, day))?
            }
            When::End(_) => return None,
        };
        (day <= now).then(|| day.into())
    }

    /// The day, if it is when something is due: the next that fits and is not past.
    pub(super) fn due(&self, today: Day) -> Option<Day> {
        let now = today.date();
        let day = match self.when {
            When::Day(day) | When::End(day) => day,
            When::Weekday(weekday) => {
                let ahead = (weekday - weekday_of(now) - 1).rem_euclid(DAYS_PER_WEEK) + 1;
                plus(now, ahead.days())
            }
            When::Yearless { month, day } => {
                let this = date(i64::from(now.year()), month, day);
                let next = date(i64::from(now.year()) + 1, month, day);
                this.filter(|day| *day >= now).or(next)?
            }
            When::DayOfMonth(day) => {
                let next = plus(now, 1.months());
                let this = of_month(now, day).filter(|day| *day >= now);
                this.or_else(|| of_month(next, day))?
            }
        };
        (day >= now).then(|| day.into())
    }

    /// Whether it can only lie ahead: tomorrow, next week.
    pub(super) fn is_to_come(&self, today: Day) -> bool {
        self.happened(today).is_none()
    }
}

/// Lays the days of the line on the tape.
pub(super) fn mark(tape: &mut Tape<'_>, today: Day) {
    let mut found = Vec::new();
    let mut at = 0;
    while at < tape.tokens.list.len() {
        match written(tape, at, today.date()).or_else(|| in_words(tape, at, today.date())) {
            Some((end, mention)) => {
                found.push(Entity { tokens: at..end, what: What::Date(mention) });
                at = end;
            }
            None => at += 1,
        }
    }
    tape.lay(found);
}

/// A date in words: the longest that begins at a token.
fn in_words(tape: &Tape<'_>, at: usize, today: Date) -> Option<(usize, DateMention)> {
    let calendar = &tape.lexicon.calendar;
    let form = calendar.forms.longest(tape, at);
    let bare = calendar.weekdays.longest(tape, at);
    match (form, bare) {
        (Some((end, path, form)), bare) if bare.as_ref().is_none_or(|bare| bare.0 < end) => {
            interpret(*form, &values(tape, &path), today).map(|mention| (end, mention))
        }
        (_, Some((end, _, weekday))) => Some((end, DateMention::new(When::Weekday(*weekday)))),
        _ => None,
    }
}

/// What the slots of a date hold, in order.
fn values(tape: &Tape<'_>, path: &Path) -> Vec<i64> {
    let calendar = &tape.lexicon.calendar;
    let value = |(slot, at, _): &(Slot, usize, usize)| match slot {
        Slot::Weekday => calendar.weekdays.longest(tape, *at).map(|(.., weekday)| *weekday),
        Slot::Month => calendar.months.longest(tape, *at).map(|(.., month)| *month),
        _ => tape.number_at(*at).map(|(number, _)| number),
    };
    path.slots.iter().filter_map(value).collect()
}

fn interpret(form: DateForm, values: &[i64], today: Date) -> Option<DateMention> {
    let when = match (form, values) {
        (DateForm::Days(days), []) => When::Day(plus(today, days.days())),
        (DateForm::WeekdayOfWeek(weeks), [weekday]) => {
            When::Day(plus(monday(today), (weeks * DAYS_PER_WEEK + weekday - 1).days()))
        }
        // “In two days” may as well say how long it took.
        (DateForm::Ahead(unit), [count]) => {
            let when = When::Day(plus(today, units(unit, *count)?));
            return Some(DateMention { when, certain: false });
        }
        (DateForm::Ago(unit), [count]) => When::Day(plus(today, units(unit, -count)?)),
        (DateForm::End(unit, offset), []) => When::End(end_of(unit, offset, today)?),
        (DateForm::DayMonth, [day, month]) | (DateForm::MonthDay, [month, day]) => {
            date(i64::from(today.year()), *month, *day)?;
            When::Yearless { month: *month, day: *day }
        }
        (DateForm::DayMonthYear, [day, month, year])
        | (DateForm::MonthDayYear, [month, day, year])
        | (DateForm::YearMonthDay, [year, month, day]) => When::Day(date(*year, *month, *day)?),
        (DateForm::DayOfMonth, [day @ 1..=31]) => When::DayOfMonth(*day),
        _ => return None,
    };
    Some(DateMention::new(when))
}

/// A date in digits: `2026-07-12`, `2026/7/12`, `12.7.2026`, `12.7.`, `7/12`.
fn written(tape: &Tape<'_>, at: usize, today: Date) -> Option<(usize, DateMention)> {
    let token = &tape.tokens.list[at];
    if token.kind != Kind::Number {
        return None;
    }
    let text = tape.tokens.text(at);
    let separator = text.chars().find(|character| !character.is_ascii_digit())?;
    let numbers: Vec<i64> = text.split(separator).map(str::parse).collect::<Result<_, _>>().ok()?;
    let mention = match (separator, numbers.as_slice()) {
        ('-' | '/' | '.', [year @ 1900..=2999, month, day]) => {
            DateMention::new(When::Day(date(*year, *month, *day)?))
        }
        ('.', [day, month, year]) => DateMention::new(When::Day(date(*year, *month, *day)?)),
        ('.', [day, month]) if tape.text[token.bytes.end..].starts_with('.') => {
            interpret(DateForm::DayMonth, &[*day, *month], today)?
        }
        // Europeans put the day first, Americans and Chinese the month; a day after the twelfth
        // tells.
        ('/', [first, second, year]) => {
            let (month, day, certain) = month_and_day(*first, *second);
            DateMention { when: When::Day(date(*year, month, day)?), certain }
        }
        ('/', [first, second]) if is_announced(tape, at) => {
            let (month, day, certain) = month_and_day(*first, *second);
            let mention = interpret(DateForm::MonthDay, &[month, day], today)?;
            DateMention { certain, ..mention }
        }
        _ => return None,
    };
    Some((at + 1, mention))
}

fn month_and_day(first: i64, second: i64) -> (i64, i64, bool) {
    if first > 12 { (second, first, true) } else { (first, second, second > 12) }
}

/// Whether a word before a fraction says that it is a date: “by 7/12”, but not “24/7”.
fn is_announced(tape: &Tape<'_>, at: usize) -> bool {
    let before = at.checked_sub(1).map(|before| tape.tokens.text(before));
    before.is_some_and(|word| tape.lexicon.calendar.announcing.iter().any(|known| known == word))
}

fn weekday_of(day: Date) -> i64 {
    i64::from(day.weekday().to_monday_one_offset())
}

fn monday(day: Date) -> Date {
    plus(day, (1 - weekday_of(day)).days())
}

fn plus(day: Date, span: Span) -> Date {
    day.saturating_add(span)
}

fn date(year: i64, month: i64, day: i64) -> Option<Date> {
    Date::new(year.try_into().ok()?, month.try_into().ok()?, day.try_into().ok()?).ok()
}

/// The day `day` of the month that `any` lies in.
fn of_month(any: Date, day: i64) -> Option<Date> {
    date(i64::from(any.year()), i64::from(any.month()), day)
}

/// A span, unless it is longer than anybody plans.
fn units(unit: Unit, count: i64) -> Option<Span> {
    let count = Some(count).filter(|count| count.abs() <= 1_000)?;
    Some(match unit {
        Unit::Day => count.days(),
        Unit::Week => count.weeks(),
        Unit::Month => count.months(),
        Unit::Quarter => (count * 3).months(),
        Unit::Year => count.years(),
    })
}

fn end_of(unit: Unit, offset: i64, today: Date) -> Option<Date> {
    let within = plus(today, units(unit, offset)?);
    Some(match unit {
        Unit::Day => within,
        Unit::Week => plus(monday(within), (FRIDAY - 1).days()).max(today),
        Unit::Month => within.last_of_month(),
        Unit::Quarter => {
            let months = (3 - (i64::from(within.month()) - 1).rem_euclid(3)) - 1;
            plus(within.first_of_month(), months.months()).last_of_month()
        }
        Unit::Year => within.last_of_year(),
    })
}

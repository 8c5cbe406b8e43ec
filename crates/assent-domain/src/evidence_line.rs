//! The evidence line: one typed line, Chinese or English or both, read into chips to confirm and
//! records ready to be stored.
//!
//! It is a pure function of the line, of the people at hand and of the day. It knows no grammar: it
//! looks for people, days and phrases, and settles between them by where they stand. The phrases
//! are data, in `lexicon/en.toml` and `lexicon/zh.toml`; what they stand for in the model is in
//! `lexicon/sense.toml`. What it is not sure of it says, and a chip taken out is left out of the
//! records.
//!
//! The stations, in order:
//!
//! 1. `tokens` cuts the line, `calendar` and `people` recognise days and people on it;
//! 2. `matching` finds the phrases of the `lexicon` and settles which hold;
//! 3. `promises`, `deeds` and `signs` ask of each phrase who, and whether it is so;
//! 4. `reading` makes chips of it, `records` the interaction and the promises.
//!
//! Not read here: whether a promise was kept (that is recorded on the promise), and amounts.

mod automaton;
mod calendar;
mod lexicon;
mod pattern;
mod tape;
mod tokens;

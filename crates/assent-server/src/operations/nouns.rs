//! The nouns that are kept: where each belongs, what is checked of it, what it is found by.

mod catalogue;
mod organizations;
mod people;

pub(super) use self::people::{check_owner, own_place, visible};

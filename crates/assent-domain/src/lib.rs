//! The business of Assent.

//! The command line of Assent.

fn main() {}

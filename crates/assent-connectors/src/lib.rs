//! Wire formats and clients.

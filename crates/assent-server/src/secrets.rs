//! Secrets: passwords and tokens, which are stored as hashes only.

use argon2::password_hash::{PasswordHasher, PasswordVerifier};
use argon2::{Algorithm, Argon2, Params, Version};
use base64::Engine;
use base64::prelude::BASE64_URL_SAFE_NO_PAD;
use rand::RngExt;
use sha2::{Digest, Sha256};
use subtle::ConstantTimeEq;

/// Fewest characters of a password.
pub const SHORTEST_PASSWORD: usize = 10;
/// Most bytes of a password that are looked at, so that nobody makes us hash a book.
const LONGEST_PASSWORD: usize = 512;

/// The argon2id hash of a password, in PHC form.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PasswordHash(String);

impl PasswordHash {
    /// Hashes a password. Takes tens of milliseconds on purpose.
    ///
    /// # Errors
    /// Says what is wrong with the password.
    pub fn of(password: &str) -> Result<Self, &'static str> {
        if password.chars().count() < SHORTEST_PASSWORD {
            return Err("must have at least 10 characters");
        }
        if password.len() > LONGEST_PASSWORD {
            return Err("is too long");
        }
        let hash = hasher().hash_password(password.as_bytes());
        hash.map(|hash| Self(hash.to_string())).map_err(|_| "cannot be hashed")
    }

    /// The hash, as stored.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// Whether a password fits a stored hash. Without a hash it takes as long and says no, so that the
/// time tells nobody whether an account exists.
#[must_use]
pub fn fits(password: &str, stored: Option<&str>) -> bool {
    if password.len() > LONGEST_PASSWORD {
        return false;
    }
    let parsed = stored.and_then(|hash| argon2::PasswordHash::new(hash).ok());
    match parsed {
        Some(hash) => hasher().verify_password(password.as_bytes(), &hash).is_ok(),
        None => {
            let _ = hasher().hash_password(password.as_bytes());
            false
        }
    }
}

/// argon2id with 19 MiB, two passes, one lane: OWASP's password storage recommendation.
fn hasher() -> Argon2<'static> {
    Argon2::new(Algorithm::Argon2id, Version::V0x13, Params::default())
}

/// A random token of 256 bits: who has it is believed.
#[derive(Clone, PartialEq, Eq)]
pub struct Token(String);

impl Token {
    /// Draws a token.
    pub fn draw(dice: &mut impl RngExt) -> Self {
        Self(BASE64_URL_SAFE_NO_PAD.encode(dice.random::<[u8; 32]>()))
    }

    /// The token, to be handed out once.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// What is stored of it.
    #[must_use]
    pub fn hash(&self) -> [u8; 32] {
        token_hash(&self.0)
    }
}

impl std::fmt::Debug for Token {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Token(…)")
    }
}

/// What is stored of a token. It is random to begin with, so one round of SHA-256 is enough.
#[must_use]
pub fn token_hash(token: &str) -> [u8; 32] {
    Sha256::digest(token.as_bytes()).into()
}

/// What a page must send along with a session's cookie when it changes something: it follows from
/// the token and tells nothing about it.
#[must_use]
pub fn csrf_token(token: &str) -> String {
    let digest = Sha256::new().chain_update(b"csrf:").chain_update(token.as_bytes()).finalize();
    BASE64_URL_SAFE_NO_PAD.encode(digest)
}

/// Compares two secrets in a time that does not depend on where they differ.
#[must_use]
pub fn same(one: &[u8], other: &[u8]) -> bool {
    one.ct_eq(other).into()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_password_fits_its_own_hash_only() {
        let hash = PasswordHash::of("correct horse battery").unwrap();
        assert!(hash.as_str().starts_with("$argon2id$"));
        assert!(fits("correct horse battery", Some(hash.as_str())));
        assert!(!fits("correct horse batterz", Some(hash.as_str())));
        assert!(!fits("correct horse battery", None));
    }

    #[test]
    fn a_short_password_is_refused() {
        assert!(PasswordHash::of("short").is_err());
    }
}

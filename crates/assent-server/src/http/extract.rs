//! Taking a request apart, with problems that name the field.

use axum::body::Bytes;
use axum::extract::{FromRequest, FromRequestParts, Request};
use axum::http::request::Parts;
use axum::http::{HeaderMap, StatusCode, header};
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::Value;

use super::error::Problem;
use crate::operations::{Fault, Refusal};

/// A JSON body.
pub(super) struct Body<T>(pub T);

impl<T: DeserializeOwned, S: Send + Sync> FromRequest<S> for Body<T> {
    type Rejection = Problem;

    async fn from_request(request: Request, state: &S) -> Result<Self, Problem> {
        if !is_json(request.headers()) {
            let detail = "send JSON, with Content-Type: application/json";
            return Err(Problem::new(StatusCode::UNSUPPORTED_MEDIA_TYPE, "no_json", detail));
        }
        let bytes = Bytes::from_request(request, state).await.map_err(|rejection| {
            Problem::new(rejection.status(), "body_unreadable", rejection.body_text())
        })?;
        // serde would take a list for a struct, field by field; every body of ours is an object.
        if bytes.iter().find(|byte| !byte.is_ascii_whitespace()) == Some(&b'[') {
            let message = "a JSON object was expected, not a list";
            return Err(Problem::invalid(vec![Fault::new("", "invalid", message)]));
        }
        let mut reader = serde_json::Deserializer::from_slice(&bytes);
        let value = serde_path_to_error::deserialize(&mut reader).map_err(unreadable)?;
        reader.end().map_err(|error| bad_request(error.to_string()))?;
        Ok(Self(value))
    }
}

fn is_json(headers: &HeaderMap) -> bool {
    let value = headers.get(header::CONTENT_TYPE).and_then(|value| value.to_str().ok());
    value.is_some_and(|value| {
        let essence = value.split(';').next().unwrap_or_default().trim();
        essence.eq_ignore_ascii_case("application/json")
            || essence.eq_ignore_ascii_case("application/merge-patch+json")
    })
}

fn bad_request(detail: String) -> Problem {
    Problem::new(StatusCode::BAD_REQUEST, "bad_request", detail)
}

/// What is no JSON at all is a bad request; what is JSON of another form has a field at fault.
fn unreadable(error: serde_path_to_error::Error<serde_json::Error>) -> Problem {
    let pointer = pointer(error.path());
    let inner = error.into_inner();
    if inner.is_data() {
        Problem::invalid(vec![fault(&pointer, &inner)])
    } else {
        bad_request(inner.to_string())
    }
}

fn fault(pointer: &str, error: &serde_json::Error) -> Fault {
    let message = error.to_string();
    let code = if message.starts_with("missing field") {
        "required"
    } else if message.starts_with("unknown field") {
        "unknown_field"
    } else if message.starts_with("must not be empty") {
        "required"
    } else {
        "invalid"
    };
    // serde reports a missing field at the object that misses it; the form wants the field.
    let missing = message.strip_prefix("missing field `").and_then(|rest| rest.split('`').next());
    let pointer = missing.map_or_else(|| pointer.to_owned(), |field| format!("{pointer}/{field}"));
    let message = message.split(" at line ").next().unwrap_or_default().to_owned();
    Fault::new(pointer, code, message)
}

fn pointer(path: &serde_path_to_error::Path) -> String {
    use serde_path_to_error::Segment;
    let segment = |segment: &Segment| match segment {
        Segment::Seq { index } => format!("/{index}"),
        Segment::Map { key } => format!("/{}", key.replace('~', "~0").replace('/', "~1")),
        Segment::Enum { variant } => format!("/{variant}"),
        Segment::Unknown => String::new(),
    };
    path.iter().map(segment).collect()
}

/// Query parameters.
pub(super) struct Query<T>(pub T);

impl<T: DeserializeOwned, S: Send + Sync> FromRequestParts<S> for Query<T> {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Problem> {
        axum::extract::Query::<T>::try_from_uri(&parts.uri)
            .map(|query| Self(query.0))
            .map_err(|rejection| bad_request(rejection.body_text()))
    }
}

/// An identifier in the path. One that is no identifier names nothing.
pub(super) struct Path<T>(pub T);

impl<T: DeserializeOwned + Send, S: Send + Sync> FromRequestParts<S> for Path<T> {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self, Problem> {
        let path = axum::extract::Path::<T>::from_request_parts(parts, state).await;
        path.map(|path| Self(path.0)).map_err(|_| Refusal::NotFound.into())
    }
}

/// The version of a tag that we never gave out. It matches nothing, but whatever else is wrong with
/// the request is said first.
const NO_VERSION: i64 = -1;

/// The version in `If-Match`, if one is sent.
pub(super) struct IfMatch(pub Option<i64>);

impl<S: Send + Sync> FromRequestParts<S> for IfMatch {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Problem> {
        let Some(value) = parts.headers.get(header::IF_MATCH) else { return Ok(Self(None)) };
        let tag = value.to_str().unwrap_or_default().trim();
        if tag == "*" {
            return Ok(Self(None));
        }
        let version = tag.strip_prefix('"').and_then(|tag| tag.strip_suffix('"'));
        let version = version.and_then(|version| version.parse().ok());
        Ok(Self(Some(version.unwrap_or(NO_VERSION))))
    }
}

/// The tag of a record with this version.
pub(super) fn etag(version: i64) -> [(header::HeaderName, String); 1] {
    [(header::ETAG, format!("\"{version}\""))]
}

/// Facts with a JSON merge patch (RFC 7396) applied.
///
/// # Errors
/// Names the field that does not fit.
pub(super) fn merged<F: Serialize + DeserializeOwned>(
    facts: &F,
    patch: Value,
) -> Result<F, Refusal> {
    let Value::Object(patch) = patch else {
        return Err(Refusal::field("", "invalid", "a patch is a JSON object"));
    };
    // Facts are plain values, which always have a JSON form.
    let mut value = serde_json::to_value(facts).unwrap_or_default();
    merge(&mut value, Value::Object(patch));
    facts_of(value)
}

/// Facts from a JSON value.
///
/// # Errors
/// Names the field that does not fit.
pub(super) fn facts_of<F: DeserializeOwned>(value: Value) -> Result<F, Refusal> {
    serde_path_to_error::deserialize(value).map_err(|error| {
        let pointer = pointer(error.path());
        Refusal::Invalid(vec![fault(&pointer, &error.into_inner())])
    })
}

fn merge(target: &mut Value, patch: Value) {
    match (target, patch) {
        (Value::Object(target), Value::Object(patch)) => {
            for (name, value) in patch {
                merge(target.entry(name).or_insert(Value::Null), value);
            }
        }
        (target, patch) => *target = patch,
    }
}

#[cfg(test)]
mod tests {
    use assent_domain::person::PersonFacts;
    use serde_json::json;

    use super::*;

    #[test]
    fn a_patch_changes_what_it_names_and_nothing_else() {
        let before = PersonFacts {
            phone: Some("1".parse().unwrap()),
            note: Some("x".parse().unwrap()),
            ..PersonFacts::named("王芳".parse().unwrap())
        };
        let after = merged(&before, json!({ "phone": null, "email": "w@example.com" })).unwrap();
        assert_eq!(after.phone, None);
        assert_eq!(after.note, before.note);
        assert_eq!(after.email, Some("w@example.com".parse().unwrap()));
    }

    #[test]
    fn a_patch_that_does_not_fit_names_the_field() {
        let before = PersonFacts::named("王芳".parse().unwrap());
        for (patch, pointer) in [
            (json!({ "name": "" }), "/name"),
            (json!({ "email": "nobody" }), "/email"),
            (json!({ "shoe_size": 44 }), "/shoe_size"),
            (json!([]), ""),
        ] {
            let Err(Refusal::Invalid(faults)) = merged(&before, patch) else { panic!("taken") };
            assert_eq!(faults[0].pointer, pointer);
        }
    }
}

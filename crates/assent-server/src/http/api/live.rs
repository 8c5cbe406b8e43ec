//! The live change feed, as server-sent events: the same lines as `GET /changes`, as they come.

use std::convert::Infallible;
use std::time::Duration;

use assent_store::journal::{self, FeedCursor};
use axum::Router;
use axum::extract::State;
use axum::http::HeaderMap;
use axum::response::sse::{Event, KeepAlive, Sse};
use axum::routing::get;
use tokio::sync::mpsc;
use tokio_stream::Stream;
use tokio_stream::wrappers::ReceiverStream;

use super::changes::{Change, sights};
use crate::http::Web;
use crate::http::auth::Caller;
use crate::http::error::Problem;
use crate::operations::Refusal;

/// Changes sent at once at most.
const MOST_AT_ONCE: usize = 200;
/// How often the caller's right to listen is looked at again when nothing is committed.
const LOOK_AGAIN: Duration = Duration::from_secs(15);
/// How soon after a commit to look again when it shows nothing yet: on PostgreSQL a line waits for
/// older transactions to end, and nobody says when they do.
const LOOK_AGAIN_SOON: Duration = Duration::from_millis(300);
/// How often to look again soon.
const SOON_TIMES: u32 = 20;

/// The path of the live feed. It is no part of the description: a stream has no schema there.
pub fn router() -> Router<Web> {
    Router::new().route("/api/v1/changes/stream", get(stream))
}

async fn stream(
    State(web): State<Web>,
    caller: Caller,
    headers: HeaderMap,
) -> Result<Sse<impl Stream<Item = Result<Event, Infallible>>>, Problem> {
    let last = headers.get("last-event-id").and_then(|value| value.to_str().ok());
    let from = match last.and_then(|cursor| cursor.parse::<FeedCursor>().ok()) {
        Some(cursor) => cursor,
        None => web.app.store.read(journal::newest).await?,
    };
    let (sender, receiver) = mpsc::channel(16);
    tokio::spawn(follow(web, caller, from, sender));
    Ok(Sse::new(ReceiverStream::new(receiver)).keep_alive(KeepAlive::new()))
}

type Sender = mpsc::Sender<Result<Event, Infallible>>;

/// Sends what is new after every commit, until the listener is gone or may listen no more.
async fn follow(web: Web, caller: Caller, mut cursor: FeedCursor, sender: Sender) {
    let mut commits = web.app.store.commits();
    let mut soon = 0_u32;
    loop {
        match news(&web, &caller, cursor).await {
            Ok(changes) if changes.is_empty() => {
                let patience = if soon > 0 { LOOK_AGAIN_SOON } else { LOOK_AGAIN };
                soon = soon.saturating_sub(1);
                tokio::select! {
                    () = sender.closed() => return,
                    woken = tokio::time::timeout(patience, commits.changed()) => {
                        if woken.is_ok() {
                            soon = SOON_TIMES;
                        }
                    }
                }
            }
            Ok(changes) => {
                for (at, change) in changes {
                    cursor = at;
                    let event = Event::default().event("change").id(change.cursor.clone());
                    let Ok(event) = event.json_data(&change) else { continue };
                    if sender.send(Ok(event)).await.is_err() {
                        return;
                    }
                }
            }
            Err(error) => {
                // The browser connects again by itself, and then learns what is wrong.
                tracing::warn!(error = %error, "a live feed ended");
                return;
            }
        }
    }
}

async fn news(
    web: &Web,
    caller: &Caller,
    since: FeedCursor,
) -> Result<Vec<(FeedCursor, Change)>, Refusal> {
    let session = caller.session.clone();
    let act = caller.act(web);
    web.app
        .store
        .read(move |db| {
            if let Some(token) = session {
                let hash = crate::secrets::token_hash(&token);
                assent_store::users::by_session(db, &hash, act.now)?.ok_or(Refusal::Forbidden)?;
            }
            let (deals, shared) = sights(&act)?;
            let rows = journal::changes(db, &deals, &shared, since, MOST_AT_ONCE)?;
            Ok(rows.into_iter().map(|row| (row.cursor, Change::from(row))).collect())
        })
        .await
}

//! Several orders on their way at once: they go out one behind the other, and the answers are waited
//! for together.

use std::borrow::Cow;
use std::future::poll_fn;
use std::pin::pin;
use std::task::Poll;

use futures_util::future::BoxFuture;
use tokio_postgres::types::ToSql;
use tokio_postgres::{Client, Error, Statement};

use crate::db::Value;

/// Something to be done whose outcome nobody looks at, but for its failure.
pub(super) enum Order {
    Command(Cow<'static, str>),
    Statement(Statement, Vec<Value<'static>>),
}

pub(super) type Sent<'a> = BoxFuture<'a, Result<(), Error>>;

pub(super) fn send_all<'a>(client: &'a Client, orders: &'a [Order]) -> Vec<Sent<'a>> {
    orders
        .iter()
        .map(|item| -> Sent<'a> {
            match item {
                Order::Command(command) => Box::pin(client.batch_execute(command)),
                Order::Statement(statement, params) => Box::pin(async move {
                    let bound: Vec<&(dyn ToSql + Sync)> =
                        params.iter().map(|value| value as _).collect();
                    client.execute(statement, &bound).await.map(|_| ())
                }),
            }
        })
        .collect()
}

/// Polls `before` one after another and then `last`, so that they go out in this order in one
/// flight; the first failure wins.
pub(super) async fn in_order<T>(
    before: Vec<Sent<'_>>,
    last: impl Future<Output = Result<T, Error>>,
) -> Result<T, Error> {
    let mut before: Vec<Option<Sent<'_>>> = before.into_iter().map(Some).collect();
    let mut last = pin!(last);
    let mut answer = None;
    poll_fn(|cx| {
        let mut waiting = false;
        for slot in &mut before {
            match slot.as_mut().map(|sent| sent.as_mut().poll(cx)) {
                Some(Poll::Ready(Err(error))) => return Poll::Ready(Err(error)),
                Some(Poll::Ready(Ok(()))) => *slot = None,
                Some(Poll::Pending) => waiting = true,
                None => {}
            }
        }
        if answer.is_none() {
            match last.as_mut().poll(cx) {
                Poll::Ready(done) => answer = Some(done),
                Poll::Pending => waiting = true,
            }
        }
        if waiting { Poll::Pending } else { Poll::Ready(Ok(())) }
    })
    .await?;
    answer.unwrap_or_else(|| unreachable!("the loop ends once the last has answered"))
}

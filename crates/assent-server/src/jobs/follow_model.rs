//! Every node takes a new version of the model as soon as it hears of the commit that made it, without
//! restarting. What was begun with the model before is finished with it.

use std::time::Duration;

use tokio::sync::watch;

use crate::app::App;

/// How soon after one look the next may come, however much is committed.
const LOOK_APART: Duration = Duration::from_millis(200);
/// How often to look when nothing is heard: the connection that listens may be broken.
const LOOK_ANYWAY: Duration = Duration::from_secs(15);

/// Follows the model until told to stop.
pub(super) async fn follow(app: &App, mut stop: watch::Receiver<bool>) {
    let mut commits = app.store.commits();
    while !*stop.borrow() {
        if let Err(error) = app.take_newest_model().await {
            tracing::warn!(error = %error, "the newest model could not be taken; trying again");
        }
        tokio::time::sleep(LOOK_APART).await;
        tokio::select! {
            _ = stop.changed() => {}
            _ = commits.changed() => {}
            () = tokio::time::sleep(LOOK_ANYWAY) => {}
        }
    }
}

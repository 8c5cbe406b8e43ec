//! `assent serve`: the web app, the API and the chores.

use std::net::SocketAddr;
use std::time::Duration;

use anyhow::Context;
use clap::Args;
use tokio::net::TcpListener;
use tokio::sync::watch;

use super::Database;
use crate::app::App;
use crate::http::{self, Options as HttpOptions};
use crate::jobs;
use crate::operations::{Actor, Refusal, setup};

/// How long requests at work may take to finish once we are told to stop.
const PATIENCE: Duration = Duration::from_secs(10);

#[derive(Debug, Args)]
pub(super) struct Options {
    #[command(flatten)]
    pub(super) door: Door,
    #[command(flatten)]
    database: Database,
}

/// Where and how the program is reached.
#[derive(Debug, Args)]
pub(super) struct Door {
    /// Address to listen on
    #[arg(long, env = "ASSENT_LISTEN", default_value = "127.0.0.1:7300")]
    pub(super) listen: SocketAddr,
    /// The address people reach us under, for links; by default the one we listen on
    #[arg(long, env = "ASSENT_PUBLIC_URL")]
    public_url: Option<String>,
    /// Believe the proxy in front of us about who is calling (X-Forwarded-For)
    #[arg(long, env = "ASSENT_TRUST_PROXY")]
    trust_proxy: bool,
    /// Requests a second that a caller may make, with twice that at once; any number, for 0
    #[arg(long, env = "ASSENT_REQUESTS_PER_SECOND", default_value_t = 300)]
    requests_per_second: u32,
}

impl Door {
    /// The address people reach us under, without a slash at the end.
    pub(super) fn url(&self, bound: SocketAddr) -> String {
        let url = self.public_url.clone().unwrap_or_else(|| format!("http://{bound}"));
        url.trim_end_matches('/').to_owned()
    }

    fn http_options(&self, url: &str) -> HttpOptions {
        let secure_cookies = url.starts_with("https://");
        let Self { trust_proxy, requests_per_second, .. } = *self;
        HttpOptions { secure_cookies, trust_proxy, requests_per_second }
    }
}

pub(super) fn run(options: &Options) -> anyhow::Result<()> {
    log_to_stderr();
    let app = options.database.open()?;
    serve(&options.door, app, welcome)
}

/// Serves until the process is told to stop.
pub(super) fn serve(
    door: &Door,
    app: App,
    welcome: impl FnOnce(&App, &str) -> anyhow::Result<()>,
) -> anyhow::Result<()> {
    let listener = std::net::TcpListener::bind(door.listen)
        .with_context(|| format!("cannot listen on {}", door.listen))?;
    listener.set_nonblocking(true)?;
    let url = door.url(listener.local_addr()?);
    // The database blocks, so whatever is said before the doors open is said outside the runtime.
    welcome(&app, &url)?;
    relay_commits(&app);
    std::thread::spawn(assent_domain::evidence_line::warm_up);
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build()?;
    runtime.block_on(open_doors(listener, app, door.http_options(&url)))
}

async fn open_doors(
    listener: std::net::TcpListener,
    app: App,
    options: HttpOptions,
) -> anyhow::Result<()> {
    let (stop, stopped) = watch::channel(false);
    let chores = tokio::spawn(jobs::run(app.clone(), stopped.clone()));
    let service = http::router(app, options).into_make_service_with_connect_info::<SocketAddr>();
    let server = axum::serve(TcpListener::from_std(listener)?, service);
    let server = server.with_graceful_shutdown(until_stopped(stopped));
    tokio::spawn(async move {
        told_to_stop().await;
        let _ = stop.send(true);
        // Live feeds never end by themselves.
        tokio::time::sleep(PATIENCE).await;
        std::process::exit(0);
    });
    server.await?;
    chores.await?;
    Ok(())
}

async fn until_stopped(mut stopped: watch::Receiver<bool>) {
    let _ = stopped.wait_for(|stop| *stop).await;
}

/// On PostgreSQL, commits of other nodes are heard on a connection of their own, which is had again
/// whenever it breaks.
fn relay_commits(app: &App) {
    let store = app.store.clone();
    std::thread::spawn(move || {
        while let Err(error) = store.relay_commits_blocking() {
            tracing::warn!(error = %error, "commits of other nodes are not heard; trying again");
            std::thread::sleep(Duration::from_secs(2));
        }
    });
}

/// Prints where to go: to the set-up link, on the first run.
fn welcome(app: &App, url: &str) -> anyhow::Result<()> {
    let mut act = app.act(Actor::House);
    let offer = |db: &mut assent_store::Db| -> Result<_, Refusal> { setup::offer(db, &mut act) };
    match app.store.write_blocking(offer)? {
        Some(token) => {
            println!("Set this installation up at {url}/setup?token={}", token.as_str());
        }
        None => println!("Assent is at {url}"),
    }
    Ok(())
}

async fn told_to_stop() {
    let interrupt = tokio::signal::ctrl_c();
    #[cfg(unix)]
    {
        use tokio::signal::unix::{SignalKind, signal};
        if let Ok(mut terminate) = signal(SignalKind::terminate()) {
            tokio::select! {
                _ = interrupt => {}
                _ = terminate.recv() => {}
            }
            return;
        }
    }
    let _ = interrupt.await;
}

/// Logs go to standard error, as much as `ASSENT_LOG` says.
pub(super) fn log_to_stderr() {
    use tracing_subscriber::EnvFilter;
    let filter = EnvFilter::try_from_env("ASSENT_LOG").unwrap_or_else(|_| EnvFilter::new("warn"));
    // A second call, in a test, changes nothing.
    let _ =
        tracing_subscriber::fmt().with_env_filter(filter).with_writer(std::io::stderr).try_init();
}

//! The server with many contacts: what a request costs, in CPU time of all processes that work on it.

use std::io::{BufRead, BufReader, Read};
use std::net::SocketAddr;
use std::path::Path;
use std::process::{Child, ChildStdout, Command, Stdio};
use std::time::{Duration, Instant};

use anyhow::{Context, bail};
use rand::SeedableRng;
use rand::rngs::StdRng;
use rand::seq::IndexedRandom;

use crate::client::Client;
use crate::contacts::{self, Contact};
use crate::report::{Goal, Report};
use crate::{Options, processes};

/// How long a program may take to answer for the first time.
const PATIENCE: Duration = Duration::from_secs(60);
/// Requests that warm caches up before it counts.
const WARM_UP: usize = 200;
/// Where to find the user who measures.
const EMAIL: &str = "bench@example.com";

/// How to read the contacts: each row is a person with a job.
const MAPPING: &str = r#"
name = "bench"

[[file]]
name = "contacts.csv"

[[file.record]]
type = "organization"
key = "house:{organization}"
name = "{organization}"

[[file.record]]
type = "person"
key = "contact:{email}"
name = "{name}"
email = "{email}"
phone = "{phone}"
title = "{title}"
organization = "house:{organization}"
"#;

/// A program at work.
pub(crate) struct Served {
    child: Child,
    address: SocketAddr,
    /// From the start of the process to its first answer.
    pub(crate) started_in: Duration,
    /// Held open: whoever prints to a closed pipe dies of it.
    _output: BufReader<ChildStdout>,
}

impl Served {
    /// Serves the demo.
    pub(crate) fn demo(program: &Path, database: &str) -> anyhow::Result<Self> {
        Self::start(program, &["demo", "--database", database, "--listen", "127.0.0.1:0"])
    }

    /// Serves a database, without a limit on requests.
    pub(crate) fn with(options: &Options, database: &str) -> anyhow::Result<Self> {
        let serve = ["serve", "--database", database, "--listen", "127.0.0.1:0"];
        let unlimited = ["--requests-per-second", "0"];
        Self::start(&options.program, &[&serve[..], &unlimited].concat())
    }

    /// Where it is.
    pub(crate) fn address(&self) -> SocketAddr {
        self.address
    }

    fn start(program: &Path, arguments: &[&str]) -> anyhow::Result<Self> {
        let began = Instant::now();
        let mut child = Command::new(program)
            .args(arguments)
            .stdout(Stdio::piped())
            .spawn()
            .with_context(|| format!("{} does not start", program.display()))?;
        let mut output = BufReader::new(child.stdout.take().context("no output")?);
        let mut lines = output.by_ref().lines().map_while(Result::ok);
        let address = lines.find_map(|line| address_in(&line));
        let address = address.context("it never said where it is")?;
        let mut served = Self { child, address, started_in: Duration::ZERO, _output: output };
        while began.elapsed() < PATIENCE {
            if Client::connect(address, "").is_ok_and(|mut client| client.get("/health").is_ok()) {
                served.started_in = began.elapsed();
                return Ok(served);
            }
        }
        bail!("it does not answer at {address}");
    }

    pub(crate) fn pid(&self) -> u32 {
        self.child.id()
    }

    /// Looks at what a user of the demo looks at first.
    pub(crate) fn look_around(&self) -> anyhow::Result<()> {
        let mut client = Client::connect(self.address, "")?;
        let setup = client.get_json("/setup")?;
        let login = serde_json::json!({
            "email": setup["demo"]["email"], "password": setup["demo"]["password"],
        });
        client.post("/session", &login.to_string())?;
        Ok(())
    }
}

impl Drop for Served {
    fn drop(&mut self) {
        // It may be gone already, which is as good.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

fn address_in(line: &str) -> Option<SocketAddr> {
    let (_, rest) = line.split_once("http://")?;
    rest.split('/').next()?.trim().parse().ok()
}

pub(crate) fn measure(report: &mut Report, options: &Options) -> anyhow::Result<()> {
    let contacts = contacts::contacts(options.contacts);
    let folder = tempfile::tempdir()?;
    write_csv(folder.path(), &contacts)?;
    let file = folder.path().join("bench.db");
    on(report, options, "SQLite", &file.to_string_lossy(), folder.path(), &contacts)?;
    let Some(server) = &options.postgres else {
        eprintln!("PostgreSQL is not measured: ASSENT_TEST_POSTGRES names none");
        return Ok(());
    };
    let database = make_database(server)?;
    on(report, options, "PostgreSQL", &database, folder.path(), &contacts)
}

/// Makes an empty database beside the one named, with the client that comes with the server.
fn make_database(server: &str) -> anyhow::Result<String> {
    let (base, _) = server.rsplit_once('/').context("an address ends in a database")?;
    let name = format!("assent_bench_{}", std::process::id());
    let make = ["--maintenance-db", server, "--template", "template0", &name];
    let status = Command::new("createdb").args(make).status()?;
    anyhow::ensure!(status.success(), "createdb cannot make a database");
    Ok(format!("{base}/{name}"))
}

/// Tidies up behind an import, as PostgreSQL would by itself within minutes, lest that be counted as
/// work for a request.
fn settle(database: &str) -> anyhow::Result<()> {
    if database.starts_with("postgres://") {
        let status = Command::new("vacuumdb").args(["--quiet", "--analyze", database]).status()?;
        anyhow::ensure!(status.success(), "vacuumdb failed");
    }
    Ok(())
}

fn write_csv(folder: &Path, contacts: &[Contact]) -> anyhow::Result<()> {
    let mut text = String::from("name,email,phone,title,organization\n");
    for one in contacts {
        let Contact { name, email, phone, title, organization, .. } = one;
        text.push_str(&format!("{name},{email},{phone},{title},{organization}\n"));
    }
    std::fs::write(folder.join("contacts.csv"), text)?;
    Ok(std::fs::write(folder.join("mapping.toml"), MAPPING)?)
}

fn on(
    report: &mut Report,
    options: &Options,
    name: &'static str,
    database: &str,
    folder: &Path,
    contacts: &[Contact],
) -> anyhow::Result<()> {
    let began = Instant::now();
    let (mapping, csv) = (folder.join("mapping.toml"), folder.join("contacts.csv"));
    let (mapping, csv) = (mapping.to_string_lossy(), csv.to_string_lossy());
    run(options, &["import", "--database", database, "--mapping", &mapping, &csv], "")?;
    let imported = began.elapsed().as_secs_f64() * 1e5 / contacts.len() as f64;
    report.add("import 100k contacts", Some(name), imported, goal(8.0, "s", Some(966.0)));
    settle(database)?;
    let key = admin_key(options, database)?;
    let served = Served::with(options, database)?;
    let mut bench = Bench::new(served, &key, database, options.requests)?;
    bench.requests(report, name, contacts)
}

/// Adds an administrator and gives their API key.
pub(crate) fn admin_key(options: &Options, database: &str) -> anyhow::Result<String> {
    let add = ["user", "--database", database, "add", EMAIL, "--name", "Bench", "--role", "admin"];
    run(options, &add, "long enough a password\n")?;
    let key = run(options, &["user", "--database", database, "api-key", EMAIL], "")?;
    Ok(key.trim().to_owned())
}

fn goal(target: f64, unit: &'static str, espo: Option<f64>) -> Goal {
    Goal { target, unit, peer: espo.map(|value| ("EspoCRM", value)) }
}

pub(crate) fn run(options: &Options, arguments: &[&str], input: &str) -> anyhow::Result<String> {
    use std::io::Write;
    let mut child = Command::new(&options.program)
        .args(arguments)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()?;
    child.stdin.take().context("no input")?.write_all(input.as_bytes())?;
    let output = child.wait_with_output()?;
    anyhow::ensure!(output.status.success(), "{arguments:?} failed");
    Ok(String::from_utf8(output.stdout)?)
}

/// A served database, and the processes that work for it.
struct Bench {
    client: Client,
    processes: Vec<u32>,
    requests: usize,
    dice: StdRng,
    _served: Served,
}

impl Bench {
    fn new(served: Served, key: &str, database: &str, requests: usize) -> anyhow::Result<Self> {
        let mut processes = vec![served.pid()];
        if let Some(rest) = database.strip_prefix("postgres://") {
            let port = rest.split('/').next().and_then(|host| host.rsplit(':').next());
            let port = port.and_then(|port| port.parse().ok()).context("no port")?;
            processes.push(processes::listening_on(port).context("no PostgreSQL there")?);
        }
        let client = Client::connect(served.address, key)?;
        Ok(Self { client, processes, requests, dice: StdRng::seed_from_u64(3), _served: served })
    }

    fn requests(
        &mut self,
        report: &mut Report,
        name: &'static str,
        contacts: &[Contact],
    ) -> anyhow::Result<()> {
        let (ids, deep) = self.walk()?;
        let any = |bench: &mut Self, of: &[String]| {
            of.choose(&mut bench.dice).cloned().unwrap_or_default()
        };
        let ms = self.cpu_ms(|bench, _| {
            let id = any(bench, &ids);
            bench.client.get(&format!("/people/{id}")).map(|_| ())
        })?;
        report.add("read a contact", Some(name), ms, goal(0.10, "ms", Some(15.0)));
        let ms = self.cpu_ms(|bench, _| bench.client.get("/people?limit=50").map(|_| ()))?;
        report.add("list 50 contacts", Some(name), ms, goal(0.20, "ms", Some(25.0)));
        let ms = self.cpu_ms(|bench, _| {
            let cursor = any(bench, &deep);
            bench.client.get(&format!("/people?limit=50&cursor={cursor}")).map(|_| ())
        })?;
        report.add("list 50 contacts, deep page", Some(name), ms, goal(0.25, "ms", Some(833.0)));
        let ms = self.cpu_ms(|bench, _| {
            let typed = contacts.choose(&mut bench.dice).map_or("", |one| one.typed.as_str());
            bench.client.get(&format!("/people?limit=50&q={}", encoded(typed))).map(|_| ())
        })?;
        report.add("find a contact by name", Some(name), ms, goal(0.5, "ms", Some(170.0)));
        let ms = self.cpu_ms(|bench, at| {
            let body = format!(r#"{{"name": "Newly Made {at}", "email": "new{at}@example.com"}}"#);
            bench.client.post("/people", &body).map(|_| ())
        })?;
        report.add("create a contact", Some(name), ms, goal(0.25, "ms", Some(24.0)));
        Ok(())
    }

    /// Identifiers of contacts from everywhere in the list, and cursors of its deeper half.
    fn walk(&mut self) -> anyhow::Result<(Vec<String>, Vec<String>)> {
        let (mut ids, mut cursors) = (Vec::new(), Vec::new());
        let mut path = "/people?limit=200".to_owned();
        loop {
            let page = self.client.get_json(&path)?;
            let rows = page["data"].as_array().context("no rows")?;
            ids.extend(rows.iter().filter_map(|row| row["id"].as_str()).map(str::to_owned));
            let Some(next) = page["page"]["next_cursor"].as_str() else { break };
            path = format!("/people?limit=200&cursor={next}");
            cursors.push(next.to_owned());
        }
        let deeper = cursors.split_off(cursors.len() / 2);
        Ok((ids, deeper))
    }

    /// CPU milliseconds a request, over all processes.
    fn cpu_ms(
        &mut self,
        mut ask: impl FnMut(&mut Self, usize) -> anyhow::Result<()>,
    ) -> anyhow::Result<f64> {
        for at in 0..WARM_UP {
            ask(self, at)?;
        }
        let before = self.used();
        for at in 0..self.requests {
            ask(self, WARM_UP + at)?;
        }
        Ok((self.used() - before) / self.requests as f64)
    }

    fn used(&self) -> f64 {
        self.processes.iter().map(|process| processes::cpu_ms(*process)).sum()
    }
}

/// A query's value, with everything but letters and digits of ASCII encoded.
fn encoded(text: &str) -> String {
    let byte = |byte: u8| {
        if byte.is_ascii_alphanumeric() {
            char::from(byte).to_string()
        } else {
            format!("%{byte:02X}")
        }
    };
    text.bytes().map(byte).collect()
}

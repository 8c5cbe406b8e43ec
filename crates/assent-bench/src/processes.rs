//! What processes have used: CPU time and memory, as the kernel accounts for them.

use std::collections::BTreeMap;
use std::fs;

/// Clock ticks a second, which Linux has fixed at 100 for what it shows.
const TICKS_PER_SECOND: f64 = 100.0;

/// CPU milliseconds used so far by a process and by all its descendants, those that have ended
/// included.
///
/// Where the kernel offers nanoseconds (`schedstat`), those of the living are taken from there.
pub(crate) fn cpu_ms(root: u32) -> f64 {
    let parents = parents();
    let mut all = vec![root];
    let mut at = 0;
    while let Some(parent) = all.get(at).copied() {
        all.extend(parents.iter().filter(|(_, of)| **of == parent).map(|(child, _)| *child));
        at += 1;
    }
    all.into_iter().map(|process| own_ms(process) + ended_children_ms(process)).sum()
}

/// CPU milliseconds that this thread has used so far.
pub(crate) fn thread_ms() -> f64 {
    let time = rustix::time::clock_gettime(rustix::time::ClockId::ThreadCPUTime);
    time.tv_sec as f64 * 1e3 + time.tv_nsec as f64 / 1e6
}

/// The parent of every process.
fn parents() -> BTreeMap<u32, u32> {
    let entries = fs::read_dir("/proc").into_iter().flatten().flatten();
    let ids = entries.filter_map(|entry| entry.file_name().to_str()?.parse().ok());
    ids.filter_map(|id: u32| Some((id, stat(id)?.first()?.parse().ok()?))).collect()
}

/// The fields of `/proc/ID/stat` from the parent's id (field 4) on.
fn stat(id: u32) -> Option<Vec<String>> {
    let text = fs::read_to_string(format!("/proc/{id}/stat")).ok()?;
    // The name, in parentheses, may hold anything.
    let (_, rest) = text.rsplit_once(") ")?;
    Some(rest.split_whitespace().skip(1).map(str::to_owned).collect())
}

/// Time on a processor of all threads of a living process.
fn own_ms(id: u32) -> f64 {
    let threads = fs::read_dir(format!("/proc/{id}/task")).into_iter().flatten().flatten();
    let nanos = threads.filter_map(|thread| {
        let text = fs::read_to_string(thread.path().join("schedstat")).ok()?;
        text.split_whitespace().next()?.parse::<f64>().ok()
    });
    nanos.sum::<f64>() / 1e6
}

/// Time of children that have ended and been waited for (fields 16 and 17 of `stat`).
fn ended_children_ms(id: u32) -> f64 {
    let Some(fields) = stat(id) else { return 0.0 };
    let ticks = |at: usize| fields.get(at).and_then(|text| text.parse::<f64>().ok()).unwrap_or(0.0);
    (ticks(12) + ticks(13)) / TICKS_PER_SECOND * 1e3
}

/// Resident memory of a process, in megabytes.
pub(crate) fn resident_mb(id: u32) -> f64 {
    status_mb(id, "VmRSS:")
}

/// The most resident memory a process has held so far, in megabytes.
pub(crate) fn peak_mb(id: u32) -> f64 {
    status_mb(id, "VmHWM:")
}

fn status_mb(id: u32, field: &str) -> f64 {
    let status = fs::read_to_string(format!("/proc/{id}/status")).unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix(field));
    let kilobytes = line.and_then(|line| line.split_whitespace().next()?.parse::<f64>().ok());
    kilobytes.unwrap_or(f64::NAN) / 1024.0
}

/// The process that listens on a local TCP port, by the kernel's own tables.
pub(crate) fn listening_on(port: u16) -> Option<u32> {
    let wanted = format!(":{port:04X}");
    let table = fs::read_to_string("/proc/net/tcp").ok()?;
    let inode = table.lines().find_map(|line| {
        let fields: Vec<&str> = line.split_whitespace().collect();
        let listens = fields.get(3) == Some(&"0A") && fields.get(1)?.ends_with(&wanted);
        listens.then(|| fields.get(9).map(|inode| format!("socket:[{inode}]")))?
    })?;
    let holders = parents().into_keys().filter(|id| holds(*id, &inode));
    // The oldest holder is the server; its children inherit the socket.
    holders.min()
}

fn holds(id: u32, inode: &str) -> bool {
    let open = fs::read_dir(format!("/proc/{id}/fd")).into_iter().flatten().flatten();
    open.filter_map(|file| fs::read_link(file.path()).ok())
        .any(|target| target.to_str() == Some(inode))
}

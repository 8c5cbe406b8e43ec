//! A client as small as one can be: HTTP/1.1 over one kept connection, so that what is measured is
//! the server.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::{SocketAddr, TcpStream};

use anyhow::{Context, bail};
use serde_json::Value;

/// One kept connection.
pub(crate) struct Client {
    stream: BufReader<TcpStream>,
    key: String,
    body: Vec<u8>,
}

impl Client {
    pub(crate) fn connect(address: SocketAddr, key: &str) -> anyhow::Result<Self> {
        let stream = TcpStream::connect(address)?;
        stream.set_nodelay(true)?;
        Ok(Self { stream: BufReader::new(stream), key: key.to_owned(), body: Vec::new() })
    }

    /// Asks for a path and reads the answer; what is not a success is an error.
    pub(crate) fn get(&mut self, path: &str) -> anyhow::Result<&[u8]> {
        self.send("GET", path, "")
    }

    /// Asks for a path and reads the answer as JSON.
    pub(crate) fn get_json(&mut self, path: &str) -> anyhow::Result<Value> {
        Ok(serde_json::from_slice(self.get(path)?)?)
    }

    /// Sends a body.
    pub(crate) fn post(&mut self, path: &str, body: &str) -> anyhow::Result<&[u8]> {
        self.send("POST", path, body)
    }

    fn send(&mut self, method: &str, path: &str, body: &str) -> anyhow::Result<&[u8]> {
        let (key, length) = (&self.key, body.len());
        let request = format!(
            "{method} /api/v1{path} HTTP/1.1\r\nHost: bench\r\nAuthorization: Bearer {key}\r\n\
             Content-Type: application/json\r\nContent-Length: {length}\r\n\r\n{body}"
        );
        self.stream.get_mut().write_all(request.as_bytes())?;
        let mut line = String::new();
        self.stream.read_line(&mut line)?;
        let status: u16 =
            line.split_whitespace().nth(1).context("no status")?.parse().context("no status")?;
        let mut length = 0;
        loop {
            line.clear();
            self.stream.read_line(&mut line)?;
            let Some((name, value)) = line.trim_end().split_once(": ") else { break };
            if name.eq_ignore_ascii_case("content-length") {
                length = value.parse()?;
            }
        }
        self.body.resize(length, 0);
        self.stream.read_exact(&mut self.body)?;
        if !(200..300).contains(&status) {
            bail!("{method} {path}: {status}: {}", String::from_utf8_lossy(&self.body));
        }
        Ok(&self.body)
    }
}

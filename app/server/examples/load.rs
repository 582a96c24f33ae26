//! Measures the real routes over TCP and SQLite in one process: durable acknowledgements a second, how long each took, and what
//! a silent stream costs in memory. Client and server share the machine, so the figures are lower bounds.
//!
//! `cargo run --profile native -p server --example load [connections] [seconds] [streams]`; next to two other sync servers in the same
//! run: `cargo xtask bench sync [connections] [seconds] [streams]`.
#![allow(clippy::unwrap_used, clippy::expect_used)] // ok: a measurement that cannot be made has no answer

use std::io::{Read, Write};
use std::net::{SocketAddr, TcpListener, TcpStream};
use std::sync::Arc;
use std::time::{Duration, Instant};

use chacha20::ChaCha20Rng;
use rand_core::SeedableRng;
use replica::envelope::{self, Header, Kind};
use replica::id::{NO_HASH, PartId, SpaceId, hex};
use replica::keys::DeviceKeys;
use replica::member::{Log, PersonId, SideId};
use replica::seal::{Heads, seal};
use replica::sync::api::{Challenge, Done, Listen, Message, Session, Ticket};
use replica::sync::{Body, Frame, Item};
use server::api::{Desk, Limit, Limits, Outside, Settings, router};
use server::listen::{Hold, listen};
use server::store::{Place, Store};

const ORIGIN: &str = "http://localhost";

fn argument(number: usize, otherwise: u64) -> u64 {
    std::env::args().nth(number).and_then(|text| text.parse().ok()).unwrap_or(otherwise)
}

fn main() {
    let (connections, seconds, streams) = (argument(1, 64), argument(2, 8), argument(3, 2_000));
    let file = std::env::temp_dir().join(format!("thuisnabij-load-{}.db", std::process::id()));
    let address = serve(&file, streams as usize + 10);
    let each = 40 + 120 * seconds as usize;
    let clients: Vec<_> =
        (0..connections).map(|number| Client::new(number, address, each)).collect();
    let began = Instant::now();
    let until = began + Duration::from_secs(seconds);
    let threads: Vec<_> = clients
        .into_iter()
        .map(|mut client| std::thread::spawn(move || (client.run(until), client)))
        .collect();
    let done: Vec<_> = threads.into_iter().map(|thread| thread.join().unwrap()).collect();
    let took = began.elapsed();
    let mut times: Vec<_> = done.iter().flat_map(|(times, _)| times.iter().copied()).collect();
    times.sort_unstable();
    let at =
        |share: f64| times[((times.len() - 1) as f64 * share) as usize].as_secs_f64() * 1_000.0;
    println!(
        "{connections} connections, one envelope a question, SQLite synchronous=FULL: {:.0} durable acknowledgements/s, p50 {:.1} ms, p99 {:.1} ms, {} in {:.1} s",
        times.len() as f64 / took.as_secs_f64(),
        at(0.5),
        at(0.99),
        times.len(),
        took.as_secs_f64(),
    );
    let mut first = done.into_iter().next().unwrap().1;
    let before = resident();
    let open: Vec<_> = (0..streams).map_while(|_| first.stream()).collect();
    let cost = resident().saturating_sub(before) as f64 / open.len().max(1) as f64;
    println!("{} silent streams: {cost:.1} kB resident each", open.len());
    // For who sets it beside others: `cargo xtask bench sync`.
    println!(
        "{}",
        serde_json::json!({
            "connections": connections, "seconds": seconds, "streams": open.len(),
            "acks": times.len() as f64 / took.as_secs_f64(), "p50": at(0.5), "p99": at(0.99), "each": cost,
        })
    );
    for rest in ["", "-wal", "-shm", ".lock"] {
        let _ = std::fs::remove_file(format!("{}{rest}", file.display()));
    }
}

/// Starts the server on its own runtime, with limits that are not in the way.
fn serve(file: &std::path::Path, streams: usize) -> SocketAddr {
    let much = Limit { burst: 1 << 40, per_second: 1_000 };
    let limits = Limits {
        device: much,
        address: much,
        items: much,
        bytes: much,
        sessions: much,
        keeps: much,
        streams,
        device_streams: streams,
        ..Limits::default()
    };
    let settings = Settings { origins: vec![ORIGIN.into()], limits, ..Settings::default() };
    let store = Store::open(&Place::File(file.to_path_buf()), [7; 16]).unwrap();
    let desk = Arc::new(Desk::new(store, settings, Outside::system()));
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    listener.set_nonblocking(true).unwrap();
    let address = listener.local_addr().unwrap();
    std::thread::spawn(move || {
        let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build().unwrap();
        runtime.block_on(listen(listener, None, router(desk), Hold::new())).unwrap();
    });
    address
}

/// One device with its own space, on one connection.
struct Client {
    address: SocketAddr,
    connection: TcpStream,
    space: SpaceId,
    token: String,
    ready: std::vec::IntoIter<Vec<u8>>,
}

impl Client {
    fn new(number: u64, address: SocketAddr, count: usize) -> Self {
        let mut rng = ChaCha20Rng::seed_from_u64(number);
        let keys = DeviceKeys::generate(&mut rng);
        let mut id = [0; 16];
        id[..8].copy_from_slice(&(number + 1).to_be_bytes());
        let space = SpaceId::from_bytes(id);
        let who = (PersonId::from_bytes([1; 16]), SideId::named("school"), "x");
        let log = Log::create(space, who, &keys, 1, &mut rng).unwrap();
        let (ring, _) = log.members().keyring(&keys);
        let epoch = ring.epochs().next().unwrap();
        let connection = TcpStream::connect(address).unwrap();
        connection.set_nodelay(true).unwrap();
        let mut client = Self {
            address,
            connection,
            space,
            token: String::new(),
            ready: Vec::new().into_iter(),
        };
        let challenge = Challenge::decode(&client.post("challenge", &Done {}.encode())).unwrap();
        let proof = challenge.prove(ORIGIN, &keys).encode();
        client.token = hex(&Session::decode(&client.post("session", &proof)).unwrap().token);
        let first = log.entries().next().unwrap().encode();
        client.post("sync", &push(space, 0, Item::Entry(first)));
        let (mut prev, mut frames) = (NO_HASH, Vec::new());
        for seq in 1..=count as u64 {
            let (part, kind, device) = (PartId::named("agenda"), Kind::Update, keys.id());
            let header = Header { space, part, epoch, device, seq, prev, kind };
            let sealed =
                seal(header, &[7; 500], &Heads::default(), &keys, &ring, &mut rng).unwrap();
            let bytes = sealed.encode();
            prev = envelope::hash(&bytes);
            frames.push(push(space, seq, Item::Envelope(bytes)));
        }
        client.ready = frames.into_iter();
        client
    }

    /// Sends one after another; how long each took.
    fn run(&mut self, until: Instant) -> Vec<Duration> {
        let mut times = Vec::new();
        while Instant::now() < until {
            let Some(frame) = self.ready.next() else { break };
            let began = Instant::now();
            let answer = self.post("sync", &frame);
            let answer = Frame::decode(&answer).unwrap();
            assert!(
                matches!(&answer.body, Body::Ack { refused, .. } if refused.is_empty()),
                "{answer:?}"
            );
            times.push(began.elapsed());
        }
        times
    }

    fn post(&mut self, route: &str, body: &[u8]) -> Vec<u8> {
        let head = format!(
            "POST /api/v1/{route} HTTP/1.1\r\nhost: localhost\r\ncontent-type: application/cbor\r\nauthorization: Bearer {}\r\ncontent-length: {}\r\n\r\n",
            self.token,
            body.len()
        );
        self.connection.write_all(&[head.as_bytes(), body].concat()).unwrap();
        read(&mut self.connection)
    }

    /// A stream of events that nobody reads further; `None` when there are no more connections.
    fn stream(&mut self) -> Option<TcpStream> {
        let ticket = self.post("events/ticket", &Listen { spaces: vec![self.space] }.encode());
        let ticket = hex(&Ticket::decode(&ticket).ok()?.ticket);
        let mut stream = TcpStream::connect(self.address).ok()?;
        // At once, as browsers do: a head in pieces makes the server take a larger buffer.
        let head =
            format!("GET /api/v1/events?ticket={ticket} HTTP/1.1\r\nhost: localhost\r\n\r\n");
        stream.write_all(head.as_bytes()).ok()?;
        let mut some = [0; 1_024];
        let length = stream.read(&mut some).ok()?;
        some[..length].starts_with(b"HTTP/1.1 200").then_some(stream)
    }
}

fn push(space: SpaceId, id: u64, item: Item) -> Vec<u8> {
    Frame { space, id, body: Body::Push { items: vec![item] } }.encode()
}

/// The body of one answer.
fn read(connection: &mut TcpStream) -> Vec<u8> {
    let (mut bytes, mut some) = (Vec::new(), [0; 4_096]);
    loop {
        let length = connection.read(&mut some).unwrap();
        assert!(length > 0, "the server closed the connection");
        bytes.extend_from_slice(&some[..length]);
        let Some(end) = bytes.windows(4).position(|four| four == b"\r\n\r\n") else { continue };
        let head = String::from_utf8_lossy(&bytes[..end]).to_lowercase();
        let size = head.lines().find_map(|line| line.strip_prefix("content-length: ")).unwrap();
        let size: usize = size.trim().parse().unwrap();
        if bytes.len() >= end + 4 + size {
            return bytes.split_off(end + 4);
        }
    }
}

/// Memory of this process, in kB.
fn resident() -> u64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:"));
    line.and_then(|line| line.trim().trim_end_matches(" kB").parse().ok()).unwrap_or(0)
}

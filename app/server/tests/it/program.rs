//! The real program: killed under load it loses nothing that it acknowledged; it stops in good order; its commands do what they say.

use std::net::SocketAddr;
use std::path::Path;
use std::process::Stdio;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant};

use crate::support::device::{Device, begin, part};
use crate::support::net::Net;
use crate::support::program::{PROGRAM, command, start};
use crate::support::{Folder, postgres};
use replica::id::SpaceId;
use replica::relay::RelayStore;
use replica::sync::{Delivery, Item};
use server::store::{Place, Store};
use tokio::io::AsyncReadExt;
use tokio::process::Command;

fn space(number: u64) -> SpaceId {
    SpaceId::from_bytes([number as u8; 16])
}

/// What one device saw acknowledged.
struct Load {
    address: Arc<std::sync::Mutex<SocketAddr>>,
    acks: tokio::sync::watch::Sender<u64>,
    stop: Arc<AtomicBool>,
}

/// Writes and sends, over and over; answers the number of the last envelope that was acknowledged, and its bytes' hash.
async fn load(number: u64, load: Arc<Load>) -> (u64, replica::id::Hash) {
    use replica::member::Chains;
    let at = || Net::at(*load.address.lock().unwrap());
    let mut device =
        Device::new(number, &begin(number, space(number)), &at(), "http://localhost").await;
    let (mut seq, mut acknowledged) = (0, (0, [0; 32]));
    while !load.stop.load(Ordering::Relaxed) {
        seq += 1;
        device.write("veld", &seq.to_string()).await;
        while device.client().delivery(part(), seq) != Delivery::Sent {
            if load.stop.load(Ordering::Relaxed) {
                return acknowledged;
            }
            device.meet().await;
            if device.client().delivery(part(), seq) != Delivery::Sent {
                device.net = at();
                device.sign_in().await;
                tokio::task::yield_now().await;
            }
        }
        let hash = device.client().inbox().chains().hash(part(), device.id(), seq).unwrap();
        acknowledged = (seq, hash);
        load.acks.send_modify(|acks| *acks += 1);
    }
    acknowledged
}

async fn killed_under_load(folder: &Folder, database: &str, rounds: u64) -> u64 {
    let running = start(command(folder, database)).await;
    let shared = Arc::new(Load {
        address: Arc::new(std::sync::Mutex::new(running.address)),
        acks: tokio::sync::watch::Sender::new(0),
        stop: Arc::default(),
    });
    let devices: Vec<_> =
        (1..=4).map(|number| tokio::task::spawn_local(load(number, Arc::clone(&shared)))).collect();
    let mut running = running;
    let until = tokio::time::Instant::now() + Duration::from_secs(15);
    let more = async |number: u64| {
        let (mut acks, enough) = (shared.acks.subscribe(), *shared.acks.borrow() + number);
        let _ = tokio::time::timeout_at(until, acks.wait_for(|acks| *acks >= enough)).await;
    };
    for round in 0..rounds {
        more(10 + round * 37 % 60).await;
        running.child.kill().await.unwrap();
        running = start(command(folder, database)).await;
        *shared.address.lock().unwrap() = running.address;
    }
    more(10).await;
    running.child.kill().await.unwrap();
    shared.stop.store(true, Ordering::Relaxed);
    let store = Store::open(&Place::read(database), [1; 16]).unwrap();
    for (number, device) in (1..=4).zip(devices) {
        let (seq, hash) = device.await.unwrap();
        assert!(seq > 0, "device {number} sent nothing");
        let mut envelopes = Vec::new();
        let mut after = 0;
        loop {
            let page = store.since(space(number), after, 500, 1 << 20).await.unwrap();
            let Some((last, _)) = page.last() else { break };
            after = *last;
            envelopes.extend(page.into_iter().filter_map(|(_, item)| match item {
                Item::Envelope(bytes) => Some(replica::id::sha256(&bytes)),
                Item::Entry(_) => None,
            }));
        }
        assert!(envelopes.len() as u64 >= seq, "device {number}: {} of {seq}", envelopes.len());
        assert_eq!(envelopes[seq as usize - 1], hash, "device {number}");
    }
    *shared.acks.borrow()
}

#[tokio::test]
async fn killed_under_load_it_loses_no_acknowledged_envelope() {
    tokio::task::LocalSet::new().run_until(kill_and_look()).await;
}

async fn kill_and_look() {
    let folder = Folder::new();
    let database = folder.file("a.db").display().to_string();
    let acks = killed_under_load(&folder, &database, 10).await;
    eprintln!("SQLite: {acks} acknowledged over 11 kills");
    if let Some(url) = postgres::database("killed") {
        let acks = killed_under_load(&folder, &url, 5).await;
        eprintln!("PostgreSQL: {acks} acknowledged over 6 kills");
    }
}

#[tokio::test]
async fn told_to_stop_it_ends_its_streams_and_stops_well_and_keeps_what_it_had() {
    let folder = Folder::new();
    let database = folder.file("a.db").display().to_string();
    let mut running = start(command(&folder, &database)).await;
    let net = Net::at(running.address);
    let mut anna = Device::new(1, &begin(1, space(1)), &net, "http://localhost").await;
    assert!(anna.sign_in().await);
    anna.meet().await;
    anna.write("veld", "1").await;
    anna.meet().await;
    assert_eq!(anna.client().delivery(part(), 1), Delivery::Sent);
    let wait = replica::sync::api::Wait { known: vec![(space(1), 99)] };
    let other = Net::at(running.address);
    let token = anna.token;
    let waiting = tokio::spawn(async move {
        use replica::sync::api::Message;
        other.post("events/wait", token.as_ref(), wait.encode()).await
    });
    // Asked after the wait on another connection, so that the wait is under way or will be refused.
    anna.sign_in().await;
    let began = Instant::now();
    let id = running.child.id().unwrap().to_string();
    assert!(std::process::Command::new("kill").args(["-TERM", &id]).status().unwrap().success());
    assert!(running.child.wait().await.unwrap().success());
    assert!(began.elapsed() < Duration::from_secs(10), "{:?}", began.elapsed());
    drop(waiting.await.unwrap());
    assert!(!folder.file("a.db-wal").exists(), "the log was emptied into the database");
    let store = Store::open(&Place::read(&database), [1; 16]).unwrap();
    assert_eq!(store.newest(space(1)).await, Ok(2));
}

async fn run(arguments: &[&str]) -> (bool, String) {
    let out =
        Command::new(PROGRAM).args(arguments).env_remove("DATABASE_URL").output().await.unwrap();
    let text =
        String::from_utf8_lossy(&out.stdout).into_owned() + &String::from_utf8_lossy(&out.stderr);
    (out.status.success(), text)
}

#[tokio::test]
async fn the_commands_work_beside_a_running_server_and_restore_does_not() {
    let folder = Folder::new();
    let text = |path: &Path| path.display().to_string();
    let (database, copy) = (text(&folder.file("a.db")), text(&folder.file("copy.db")));
    let mut running = start(command(&folder, &database)).await;
    let net = Net::at(running.address);
    let mut anna = Device::new(1, &begin(1, space(1)), &net, "http://localhost").await;
    assert!(anna.sign_in().await);
    anna.meet().await;
    let (done, said) = run(&["ruimtes", "--database", &database]).await;
    assert!(done && said.contains(&space(1).to_string()), "{said}");
    let (done, said) = run(&["leden", &space(1).to_string(), "--database", &database]).await;
    assert!(done && said.contains(&anna.id().to_string()) && said.contains("beheer"), "{said}");
    assert!(!said.contains("Kanarie"), "the server knows no names");
    let (done, said) = run(&["backup", &copy, "--database", &database]).await;
    assert!(done, "{said}");
    let (done, said) = run(&["restore", &copy, "--database", &database]).await;
    assert!(!done && said.contains("in gebruik"), "{said}");
    let (done, said) = run(&[
        "serve",
        "--port",
        "0",
        "--dist",
        &text(&folder.file("dist")),
        "--database",
        &database,
    ])
    .await;
    assert!(!done && said.contains("in gebruik"), "{said}");
    running.child.kill().await.unwrap();
    let (done, said) = run(&["restore", &copy, "--database", &database]).await;
    assert!(done && said.contains("voor-herstel"), "{said}");
    let (done, said) =
        run(&["backup", &text(&folder.file("x.db")), "--database", "nergens.db"]).await;
    assert!(!done && said.contains("nergens.db is er niet"), "{said}");
    let (done, said) = run(&["--help"]).await;
    assert!(done && said.contains("reservekopie"), "{said}");
}

#[tokio::test]
async fn the_log_tells_no_content_no_secret_and_no_whole_id() {
    let folder = Folder::new();
    let database = folder.file("a.db").display().to_string();
    let mut command = command(&folder, &database);
    command.args(["--log", "json"]).env("RUST_LOG", "trace").stderr(Stdio::piped());
    let mut running = start(command).await;
    let mut log = running.child.stderr.take().unwrap();
    let reading = tokio::spawn(async move {
        let mut text = String::new();
        log.read_to_string(&mut text).await.unwrap();
        text
    });
    let net = Net::at(running.address);
    let mut anna = Device::new(1, &begin(1, space(1)), &net, "http://localhost").await;
    assert!(anna.sign_in().await);
    anna.meet().await;
    anna.write("kanarie-veld", "Kanarie").await;
    anna.meet().await;
    running.stop().await;
    let text = reading.await.unwrap();
    assert!(
        text.lines().any(|line| line.starts_with('{') && line.contains("\"route\":\"sync\"")),
        "{text}"
    );
    let token = replica::id::hex(&anna.token.unwrap());
    for word in [&token, &anna.id().to_string(), &space(1).to_string(), "anarie", "127.0.0.1"] {
        assert!(!text.contains(word), "the log holds {word}");
    }
}

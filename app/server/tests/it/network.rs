//! Devices and the real routes in a simulated network that loses, delays and breaks, played from a seed. Rows are in memory: a
//! database's own threads would make two plays of one seed differ.

use std::cell::RefCell;
use std::rc::Rc;
use std::sync::{Arc, Mutex};
use std::time::Duration;

use crate::support::device::{Device, SPACE, begin, rng};
use crate::support::net::Net;
use crate::support::site::{MORNING, ORIGIN, generous};
use hyper_util::rt::TokioIo;
use hyper_util::service::TowerToHyperService;
use rand_core::Rng;
use replica::role::Role;
use server::api::{Desk, Outside, Settings, router};
use server::store::{Place, Store};

const DEVICES: u64 = 3;
const EDITS: usize = 8;
const PATIENCE: Duration = Duration::from_secs(4);

/// What a run came to: what every device shows, and when each was done.
type Played = Vec<(u64, [u8; 32], u128)>;

async fn serve(desk: Arc<Desk>) -> turmoil::Result {
    let app = router(desk);
    let listener = turmoil::net::TcpListener::bind(("0.0.0.0", 80)).await?;
    loop {
        let (stream, _) = listener.accept().await?;
        let service = TowerToHyperService::new(app.clone());
        tokio::spawn(async move {
            let http = hyper::server::conn::http1::Builder::new();
            let _ = http.serve_connection(TokioIo::new(stream), service).await;
        });
    }
}

fn desk(seed: u64) -> Arc<Desk> {
    let random = Mutex::new(rng(seed));
    let now = || MORNING + turmoil::sim_elapsed().map_or(0, |elapsed| elapsed.as_millis() as u64);
    let outside = Outside::new(now, move |bytes| {
        random.lock().unwrap().fill_bytes(bytes);
        true
    });
    let settings =
        Settings { origins: vec![ORIGIN.into()], limits: generous(), ..Settings::default() };
    Arc::new(Desk::new(Store::open(&Place::Memory, [7; 16]).unwrap(), settings, outside))
}

async fn device(number: u64, played: Rc<RefCell<Played>>) -> turmoil::Result {
    let net = Net::Simulated("server", PATIENCE);
    let first = begin(1, SPACE);
    let mut own = Device::new(number, &first, &net, ORIGIN).await;
    if number == 1 {
        for other in 2..=DEVICES {
            let other = Device::new(other, &first, &net, ORIGIN).await;
            own.add(&other, Role::Bewerken).await;
        }
    }
    let (mut written, all) = (0, DEVICES as usize * EDITS);
    loop {
        own.now = turmoil::elapsed().as_millis() as u64;
        if own.token.is_none() || own.client().status().waiting > 0 {
            own.sign_in().await;
        }
        // Who has no key yet cannot write.
        if written < EDITS && own.client().inbox().members().role(own.id()).is_some() {
            own.write(&format!("{number}-{written}"), "tekst").await;
            written += 1;
        }
        own.meet().await;
        let status = own.client().status();
        if written == EDITS && status.waiting == 0 && status.counts.accepted == all {
            break;
        }
        tokio::time::sleep(Duration::from_millis(300)).await;
    }
    let done = turmoil::elapsed().as_millis();
    played.borrow_mut().push((number, own.document.state_hash(), done));
    Ok(())
}

/// `crashes`: the server's process dies twice and comes back. In which order its connections break then, the runtime does not promise.
fn play(seed: u64, crashes: bool) -> Played {
    let mut sim = turmoil::Builder::new()
        .rng_seed(seed)
        .tick_duration(Duration::from_millis(5))
        .simulation_duration(Duration::from_secs(300))
        .min_message_latency(Duration::from_millis(1))
        .max_message_latency(Duration::from_millis(300))
        .fail_rate(0.03)
        .repair_rate(0.3)
        .build();
    // The desk outlives a crash of its host, as a disk does.
    let desk = desk(seed);
    let shared = Arc::clone(&desk);
    sim.host("server", move || serve(Arc::clone(&shared)));
    let played = Rc::new(RefCell::new(Played::new()));
    for number in 1..=DEVICES {
        sim.client(format!("device{number}"), device(number, Rc::clone(&played)));
    }
    let mut steps = 0u32;
    while !sim.step().unwrap_or_else(|error| panic!("SEED={seed}: {error}")) {
        steps += 1;
        if crashes && (steps == 600 || steps == 1_800) {
            sim.bounce("server");
        }
    }
    drop(sim);
    let played = played.take();
    assert_eq!(played.len(), DEVICES as usize, "SEED={seed}");
    assert!(played.iter().all(|(_, shown, _)| *shown == played[0].1), "SEED={seed}: {played:?}");
    played
}

#[test]
fn everybody_shows_the_same_after_a_network_that_loses_delays_and_breaks() {
    let only = std::env::var("SEED").ok().and_then(|seed| seed.parse().ok());
    let count = std::env::var("NETWORKS").ok().and_then(|seeds| seeds.parse().ok()).unwrap_or(5);
    for seed in only.map_or(0..count, |seed: u64| seed..seed + 1) {
        play(seed, true);
    }
}

#[test]
fn a_seed_without_crashes_plays_the_same_twice() {
    assert_eq!(play(77, false), play(77, false));
}

//! Several instances on one PostgreSQL: what one took the other gives, and wakes who listens there.

use std::sync::Arc;
use std::time::Duration;

use crate::support::device::{Device, SPACE, begin};
use crate::support::postgres;
use crate::support::site::{ORIGIN, Site, generous};
use replica::role::Role;
use replica::sync::api::{ListBlobs, Message, Pokes, Wait};
use server::store::Place;

/// An instance that hears the others, as the program does.
fn instance(place: &Place, seed: u64) -> Site {
    let site = Site::seeded(place, generous(), seed);
    let (runtime, weak) = (tokio::runtime::Handle::current(), Arc::downgrade(&site.desk));
    let heard = move |space| {
        if let Some(desk) = weak.upgrade() {
            runtime.spawn(async move { desk.changed_elsewhere(space).await });
        }
    };
    site.desk.store().listen(Box::new(heard)).unwrap();
    site
}

#[tokio::test(flavor = "multi_thread")]
async fn a_change_at_one_instance_wakes_who_listens_at_another() {
    let Some(url) = postgres::database("instances") else { return };
    let place = Place::Postgres(url);
    let (here, there) = (instance(&place, 1), instance(&place, 2));
    let first = begin(1, SPACE);
    let mut anna = Device::new(1, &first, &here.net, ORIGIN).await;
    let mut bram = Device::new(2, &first, &there.net, ORIGIN).await;
    assert!(anna.sign_in().await && bram.sign_in().await);
    anna.meet().await;
    anna.add(&bram, Role::Bewerken).await;
    anna.meet().await;
    bram.meet().await;
    assert_eq!(bram.client().cursor(), 2, "what one took the other gives");
    let began = std::time::Instant::now();
    let (net, token) = (there.net.clone(), bram.token);
    let waiting = tokio::spawn(async move {
        let wait = Wait { known: vec![(SPACE, 2)] };
        net.post("events/wait", token.as_ref(), wait.encode()).await.unwrap()
    });
    anna.write("a", "1").await;
    anna.meet().await;
    let pokes: Pokes = waiting.await.unwrap().message();
    assert_eq!(pokes.frames.len(), 1);
    assert!(began.elapsed() < Duration::from_secs(10), "{:?}", began.elapsed());
    bram.meet().await;
    assert_eq!(anna.document.state_hash(), bram.document.state_hash());
}

#[tokio::test(flavor = "multi_thread")]
async fn a_session_and_a_challenge_hold_at_every_instance_and_a_challenge_once() {
    let Some(url) = postgres::database("sessions") else { return };
    let place = Place::Postgres(url);
    let (here, there) = (instance(&place, 1), instance(&place, 2));
    let mut anna = Device::new(1, &begin(1, SPACE), &here.net, ORIGIN).await;
    let proof = anna.challenge().await.unwrap().prove(ORIGIN, &anna.keys).encode();
    let one = there.net.post("session", None, proof.clone()).await.unwrap();
    let two = here.net.post("session", None, proof).await.unwrap();
    assert_eq!((one.status.as_u16(), two.status.as_u16()), (200, 401));
    anna.token = Some(one.message::<replica::sync::api::Session>().token);
    anna.meet().await;
    assert_eq!(anna.ask("blob/list", &ListBlobs { space: SPACE }).await.status, 200);
}

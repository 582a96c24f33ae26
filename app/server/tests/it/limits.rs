//! Limits: one more is refused and told when to come back; honest work gets through.

use crate::support::device::{Device, SPACE, begin, part};
use crate::support::site::{MORNING, ORIGIN, Site, generous};
use axum::http::StatusCode;
use replica::sync::api::Message;
use replica::sync::{Refusal, api};
use server::api::{Limit, Limits};
use server::store::Place;

#[tokio::test]
async fn one_more_than_the_limit_is_refused_and_told_when_to_come_back() {
    let limits = Limits { device: Limit { burst: 5, per_second: 1_000 }, ..generous() };
    let site = Site::with(&Place::Memory, limits);
    let mut anna = Device::new(1, &begin(1, SPACE), &site.net, ORIGIN).await;
    assert!(anna.sign_in().await);
    let ticket = api::Listen { spaces: vec![] };
    for _ in 0..5 {
        assert_eq!(anna.ask("events/ticket", &ticket).await.status, StatusCode::OK);
    }
    let no = anna.ask("events/ticket", &ticket).await;
    assert_eq!(no.status, StatusCode::TOO_MANY_REQUESTS);
    assert_eq!(no.headers["retry-after"], "1");
    assert_eq!(no.problem().unwrap().retry_after, 1_000);
    site.later(1_000);
    assert_eq!(anna.ask("events/ticket", &ticket).await.status, StatusCode::OK);
    assert_eq!(anna.ask("events/ticket", &ticket).await.status, StatusCode::TOO_MANY_REQUESTS);
}

#[tokio::test]
async fn an_honest_flush_of_two_thousand_envelopes_gets_through_by_waiting_when_told() {
    let site = Site::with(&Place::Memory, Limits::default());
    let mut anna = Device::new(1, &begin(1, SPACE), &site.net, ORIGIN).await;
    assert!(anna.sign_in().await);
    for number in 0..2_000 {
        anna.write("veld", &number.to_string()).await;
    }
    anna.meet().await;
    let mut waited = 0;
    while anna.client().status().waiting > 0 {
        let next = anna.client().wake_at().expect("the client will try again");
        waited += next - anna.now;
        site.later(next - anna.now);
        anna.now = next;
        anna.on(replica::sync::Event::Tick).await;
        assert!(waited < 60_000, "{:?} after {waited} ms", anna.client().status());
    }
    assert!(waited > 1_000, "the limit was met");
    assert_eq!(anna.client().delivery(part(), 2_000), replica::sync::Delivery::Sent);
}

#[tokio::test]
async fn a_full_space_takes_no_more_and_says_so() {
    let limits = Limits { space_bytes: 1, ..generous() };
    let site = Site::with(&Place::Memory, limits);
    let mut anna = Device::new(1, &begin(1, SPACE), &site.net, ORIGIN).await;
    assert!(anna.sign_in().await);
    anna.meet().await;
    anna.write("veld", "1").await;
    let connection = anna.client().status().connection;
    assert_eq!(connection, replica::sync::Connection::Refused(Refusal::Full));
}

#[test]
fn a_bucket_goes_into_debt_once_and_pays_by_waiting() {
    use server::api::Bucket;
    let limit = Limit { burst: 10, per_second: 2_000 };
    let mut bucket = Bucket::full(limit, 0);
    assert_eq!(bucket.take(limit, 14, 0), Ok(()), "a batch is never cut");
    assert_eq!(bucket.take(limit, 1, 0), Err(2_500), "four to pay back and one to have");
    assert_eq!(bucket.take(limit, 1, 2_499), Err(1));
    assert_eq!(bucket.take(limit, 1, 2_500), Ok(()));
    assert_eq!(bucket.take(limit, 1, 1_000_000), Ok(()), "full again");
    for _ in 1..10 {
        assert_eq!(bucket.take(limit, 1, 1_000_000), Ok(()));
    }
    assert_eq!(bucket.take(limit, 1, 1_000_000), Err(500), "and not fuller than full");
    assert_eq!(bucket.take(limit, 1, 999_000), Err(500), "a clock that goes back gives nothing");
}

fn open_box(dropbox: [u8; 16], most: u64, largest: u64) -> api::OpenBox {
    api::OpenBox { space: SPACE, dropbox, most, largest, closes: MORNING + 86_400_000 }
}

#[tokio::test]
async fn a_box_holds_as_much_as_a_class_set_or_a_letter_needs_and_no_more() {
    let site = Site::memory();
    let mut anna = Device::new(1, &begin(1, SPACE), &site.net, ORIGIN).await;
    assert!(anna.sign_in().await);
    anna.meet().await;
    for (number, most, largest, fits) in [
        // A class set, and a letter: what the app asks for.
        (1, 5_000, 2_096, true),
        (2, 200, 256 * 1024, true),
        (3, 256, 256 * 1024, true),
        (4, 257, 256 * 1024, false),
        (5, 5_000, 256 * 1024, false),
    ] {
        let reply = anna.ask("box/open", &open_box([number; 16], most, largest)).await;
        if fits {
            reply.message::<api::Done>();
        } else {
            assert_eq!(reply.refusal(), Some(Refusal::NotAllowed), "{most} x {largest}");
        }
    }
}

#[tokio::test]
async fn a_large_contribution_costs_an_address_what_as_many_small_ones_do() {
    let limits = Limits { gifts: Limit { burst: 20, per_second: 1_000 }, ..generous() };
    let site = Site::with(&Place::Memory, limits);
    let mut anna = Device::new(1, &begin(1, SPACE), &site.net, ORIGIN).await;
    assert!(anna.sign_in().await);
    anna.meet().await;
    let dropbox = [1; 16];
    anna.ask("box/open", &open_box(dropbox, 100, 64 * 1024)).await.message::<api::Done>();
    let give = async |number: u8, size: usize| {
        let give = api::Give { dropbox, sealed: vec![number; size] }.encode();
        site.net.post("box/give", None, give).await.unwrap().status
    };
    for number in 0..4 {
        assert_eq!(give(number, 4_000).await, StatusCode::OK, "one each");
    }
    assert_eq!(give(4, 60 * 1024 + 1).await, StatusCode::OK, "sixteen: the rest");
    assert_eq!(give(5, 1).await, StatusCode::TOO_MANY_REQUESTS);
    site.later(1_000);
    assert_eq!(give(5, 1).await, StatusCode::OK, "by waiting it goes");
}

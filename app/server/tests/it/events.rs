//! Pokes by stream and by waiting, with the clock of the runtime standing still until everybody waits.

use std::time::Duration;

use crate::support::device::{Device, SPACE, pair};
use crate::support::net::Net;
use crate::support::site::Site;
use axum::body::Body;
use axum::http::{Request, StatusCode};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use futures_util::StreamExt;
use replica::id::hex;
use replica::sync::api::{Done, Listen, Message, Pokes, PutChunk, Ticket, Wait};
use replica::sync::{Body as Says, Frame, Refusal};
use tokio::time::{Instant, timeout};
use tower::ServiceExt;

type Stream = axum::body::BodyDataStream;

async fn listen(site: &Site, device: &Device) -> (StatusCode, Stream, String) {
    let ticket: Ticket =
        device.ask("events/ticket", &Listen { spaces: vec![SPACE] }).await.message();
    let path = format!("/api/v1/events?ticket={}", hex(&ticket.ticket));
    let (status, stream) = open(site, &path).await;
    (status, stream, path)
}

async fn open(site: &Site, path: &str) -> (StatusCode, Stream) {
    let Net::Router(router) = &site.net else { panic!("the router itself") };
    let request = Request::get(path).body(Body::empty()).unwrap();
    let response = router.clone().oneshot(request).await.unwrap();
    (response.status(), response.into_body().into_data_stream())
}

/// The newest place of the next poke; `None` when the stream ends.
async fn poke(stream: &mut Stream) -> Option<u64> {
    loop {
        let bytes = stream.next().await?.unwrap();
        let text = String::from_utf8(bytes.to_vec()).unwrap();
        if text.starts_with(':') {
            continue;
        }
        assert!(text.contains("event: poke"), "{text}");
        let data = text.lines().find_map(|line| line.strip_prefix("data: ")).unwrap();
        return Some(newest(&STANDARD.decode(data).unwrap()));
    }
}

fn newest(frame: &[u8]) -> u64 {
    match Frame::decode(frame).unwrap() {
        Frame { space: SPACE, id: 0, body: Says::Poke { newest, .. } } => newest,
        other => panic!("{other:?}"),
    }
}

#[tokio::test(start_paused = true)]
async fn a_listener_hears_where_it_stands_and_then_of_every_change_of_others() {
    let site = Site::memory();
    let (mut anna, bram) = pair(&site).await;
    let (status, mut stream, path) = listen(&site, &bram).await;
    assert_eq!(status, StatusCode::OK);
    assert_eq!(poke(&mut stream).await, Some(2));
    anna.write("a", "1").await;
    anna.meet().await;
    assert_eq!(poke(&mut stream).await, Some(3));
    assert_eq!(open(&site, &path).await.0, StatusCode::UNAUTHORIZED, "a ticket serves once");
}

#[tokio::test(start_paused = true)]
async fn who_writes_is_not_poked_for_its_own_and_silence_is_kept_alive() {
    let site = Site::memory();
    let (mut anna, _bram) = pair(&site).await;
    let (_, mut stream, _) = listen(&site, &anna).await;
    assert_eq!(poke(&mut stream).await, Some(2));
    anna.write("a", "1").await;
    anna.meet().await;
    assert!(timeout(Duration::from_secs(60), poke(&mut stream)).await.is_err());
    let alive = stream.next().await.unwrap().unwrap();
    assert!(alive.starts_with(b":"), "a comment keeps the connection open");
}

#[tokio::test(start_paused = true)]
async fn a_listener_hears_of_a_file_when_its_last_piece_is_there() {
    let site = Site::memory();
    let (anna, bram) = pair(&site).await;
    let (_, mut stream, _) = listen(&site, &bram).await;
    assert_eq!(poke(&mut stream).await, Some(2));
    let piece =
        |number| PutChunk { space: SPACE, blob: [7; 16], chunks: 2, number, sealed: vec![9; 40] };
    anna.ask("blob/put", &piece(0)).await.message::<Done>();
    assert!(timeout(Duration::from_secs(10), poke(&mut stream)).await.is_err(), "half a file");
    anna.ask("blob/put", &piece(1)).await.message::<Done>();
    assert_eq!(timeout(Duration::from_secs(10), poke(&mut stream)).await, Ok(Some(2)));
}

#[tokio::test(start_paused = true)]
async fn what_waits_for_a_slow_listener_is_one_poke_the_newest() {
    let site = Site::memory();
    let (mut anna, bram) = pair(&site).await;
    let (_, mut stream, _) = listen(&site, &bram).await;
    assert_eq!(poke(&mut stream).await, Some(2));
    for number in 0..10 {
        anna.write("a", &number.to_string()).await;
        anna.meet().await;
    }
    assert_eq!(poke(&mut stream).await, Some(12));
    assert!(timeout(Duration::from_secs(60), poke(&mut stream)).await.is_err());
}

#[tokio::test(start_paused = true)]
async fn who_was_removed_hears_nothing_any_more_on_an_open_stream() {
    let site = Site::memory();
    let (mut anna, bram) = pair(&site).await;
    let (_, mut stream, _) = listen(&site, &bram).await;
    assert_eq!(poke(&mut stream).await, Some(2));
    anna.remove(bram.id()).await;
    anna.meet().await;
    anna.write("a", "1").await;
    anna.meet().await;
    assert!(timeout(Duration::from_secs(60), poke(&mut stream)).await.is_err());
    let again = bram.ask("events/ticket", &Listen { spaces: vec![SPACE] }).await;
    assert_eq!(again.refusal(), Some(Refusal::NotFound));
    let wait = bram.ask("events/wait", &Wait { known: vec![(SPACE, 0)] }).await;
    assert_eq!(wait.refusal(), Some(Refusal::NotFound));
}

#[tokio::test(start_paused = true)]
async fn a_stream_ends_with_its_session_and_when_the_server_stops() {
    let site = Site::memory();
    let (_anna, bram) = pair(&site).await;
    let (_, mut stream, _) = listen(&site, &bram).await;
    assert_eq!(poke(&mut stream).await, Some(2));
    let began = Instant::now();
    assert_eq!(poke(&mut stream).await, None);
    assert_eq!(began.elapsed().as_secs(), 15 * 60);
    let (_, mut stream, _) = listen(&site, &bram).await;
    assert_eq!(poke(&mut stream).await, Some(2));
    site.desk.stop();
    let began = Instant::now();
    assert_eq!(poke(&mut stream).await, None);
    assert_eq!(began.elapsed().as_secs(), 0);
}

#[tokio::test(start_paused = true)]
async fn waiting_answers_at_once_with_news_and_after_25_seconds_without() {
    let site = Site::memory();
    let (mut anna, bram) = pair(&site).await;
    let wait = |known| Wait { known: vec![(SPACE, known)] };
    let began = Instant::now();
    let pokes: Pokes = bram.ask("events/wait", &wait(1)).await.message();
    assert_eq!(pokes.frames.iter().map(|frame| newest(frame)).collect::<Vec<_>>(), [2]);
    assert_eq!(began.elapsed().as_secs(), 0);
    let pokes: Pokes = bram.ask("events/wait", &wait(2)).await.message();
    assert!(pokes.frames.is_empty());
    assert_eq!(began.elapsed().as_secs(), 25);
    let (net, token) = (bram.net.clone(), bram.token);
    let waiting = tokio::spawn(async move {
        net.post("events/wait", token.as_ref(), wait(2).encode()).await.unwrap()
    });
    // Lets it begin to wait.
    tokio::time::advance(Duration::from_secs(1)).await;
    anna.write("a", "1").await;
    anna.meet().await;
    let pokes: Pokes = waiting.await.unwrap().message();
    assert_eq!(pokes.frames.iter().map(|frame| newest(frame)).collect::<Vec<_>>(), [3]);
    assert!(began.elapsed().as_secs() < 30);
}

#[tokio::test(start_paused = true)]
async fn one_device_has_so_many_streams_and_a_closed_one_gives_room() {
    let site = Site::memory();
    let (_anna, bram) = pair(&site).await;
    let mut streams = Vec::new();
    for _ in 0..8 {
        let (status, stream, _) = listen(&site, &bram).await;
        assert_eq!(status, StatusCode::OK);
        streams.push(stream);
    }
    assert_eq!(listen(&site, &bram).await.0, StatusCode::SERVICE_UNAVAILABLE);
    streams.pop();
    assert_eq!(listen(&site, &bram).await.0, StatusCode::OK);
}

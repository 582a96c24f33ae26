//! Pokes: as a stream of server-sent events, or one answer that waits, for proxies that hold a stream back. Both say only that
//! a space has something new, to who is a member at that moment.

use std::collections::VecDeque;
use std::convert::Infallible;
use std::sync::Arc;
use std::time::Duration;

use axum::response::IntoResponse;
use axum::response::sse::{Event, KeepAlive, Sse};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use replica::id::{DeviceId, SpaceId, unhex};
use replica::sync::Refusal;
use replica::sync::api::{Listen, MAX_LISTEN, Pokes, Ticket, Wait};
use tokio::sync::watch;
use tokio::time::Instant;

use super::answer::{Answer, No};
use super::desk::Desk;
use super::guard::Asked;
use super::hub::Listening;
use super::passes::For;
use super::session::random;

const TICKET: u64 = 60_000;

/// A comment in a silent stream, so that nobody in between takes it for dead.
const ALIVE: Duration = Duration::from_secs(20);

/// How long a question may wait for news.
pub(super) const WAIT: Duration = Duration::from_secs(25);

pub(super) async fn ticket(desk: &Desk, asked: Asked) -> Result<Answer, No> {
    let (device, listen) = (asked.device()?, asked.message::<Listen>()?);
    all_mine(desk, device, listen.spaces.iter()).await?;
    let (now, ticket) = (desk.outside.now(), random::<16>(desk)?);
    let spaces = listen.spaces.iter().flat_map(|space| *space.bytes());
    let body = device.bytes().iter().copied().chain(asked.until.to_be_bytes()).chain(spaces);
    desk.passes.put(For::Ticket, &ticket, body.collect(), now + TICKET, now).await?;
    Ok(Answer::of(&Ticket { ticket, seconds: TICKET / 1_000 }))
}

/// Every space is one in which the device is a member; otherwise *not found*.
async fn all_mine(
    desk: &Desk,
    device: DeviceId,
    spaces: impl ExactSizeIterator<Item = &SpaceId>,
) -> Result<(), No> {
    if spaces.len() > MAX_LISTEN {
        return Err(Refusal::TooLarge.into());
    }
    for space in spaces {
        desk.relay.role(device, *space).await?;
    }
    Ok(())
}

struct Stream {
    listening: Listening,
    queue: VecDeque<Vec<u8>>,
    until: Instant,
    stop: watch::Receiver<bool>,
}

pub(super) async fn stream(desk: &Desk, asked: Asked) -> Result<Answer, No> {
    let ticket = asked.query.as_deref().and_then(|query| query.strip_prefix("ticket="));
    let ticket: [u8; 16] = ticket.and_then(unhex).ok_or(Refusal::NoSession)?;
    let now = desk.outside.now();
    let body = desk.passes.take(For::Ticket, &ticket, now).await?.ok_or(Refusal::NoSession)?;
    let (device, until, spaces) = read(&body).ok_or(Refusal::NoSession)?;
    let listening = listen(desk, device, spaces.clone())?;
    // Listening first, asking after: nothing falls in between.
    all_mine(desk, device, spaces.iter()).await?;
    let mut queue = VecDeque::new();
    for space in spaces {
        queue.push_back(desk.newest(space).await?.1);
    }
    let until = Instant::now() + Duration::from_millis(until.saturating_sub(now));
    let stream = Stream { listening, queue, until, stop: desk.stop.subscribe() };
    let events = futures_util::stream::unfold(stream, next);
    let keep = KeepAlive::new().interval(ALIVE);
    let mut response = Sse::new(events).keep_alive(keep).into_response();
    // Proxies of the kind of nginx send it on at once.
    response.headers_mut().insert("x-accel-buffering", axum::http::HeaderValue::from_static("no"));
    Ok(Answer::Stream(response))
}

async fn next(mut stream: Stream) -> Option<(Result<Event, Infallible>, Stream)> {
    if stream.queue.is_empty() {
        let ear = Arc::clone(&stream.listening.ear);
        tokio::select! {
            frames = ear.hear() => stream.queue.extend(frames),
            () = tokio::time::sleep_until(stream.until) => return None,
            _ = stream.stop.wait_for(|stop| *stop) => return None,
        }
    }
    let frame = stream.queue.pop_front()?;
    Some((Ok(Event::default().event("poke").data(STANDARD.encode(frame))), stream))
}

pub(super) async fn wait(desk: &Desk, asked: Asked) -> Result<Answer, No> {
    let (device, wait) = (asked.device()?, asked.message::<Wait>()?);
    let spaces: Vec<_> = wait.known.iter().map(|(space, _)| *space).collect();
    let listening = listen(desk, device, spaces.clone())?;
    all_mine(desk, device, spaces.iter()).await?;
    let mut frames = Vec::new();
    for (space, known) in wait.known {
        let (newest, poke) = desk.newest(space).await?;
        if newest > known {
            frames.push(poke);
        }
    }
    if frames.is_empty() {
        let mut stop = desk.stop.subscribe();
        tokio::select! {
            heard = listening.ear.hear() => frames = heard,
            () = tokio::time::sleep(WAIT) => {}
            _ = stop.wait_for(|stop| *stop) => {}
        }
    }
    Ok(Answer::of(&Pokes { frames }))
}

/// Begins to listen; too many is told as *busy*.
pub(super) fn listen(desk: &Desk, device: DeviceId, spaces: Vec<SpaceId>) -> Result<Listening, No> {
    let limits = &desk.settings.limits;
    let most = (limits.streams, limits.device_streams);
    desk.hub.listen(device, spaces, most).ok_or_else(|| Refusal::Busy.into())
}

fn read(body: &[u8]) -> Option<(DeviceId, u64, Vec<SpaceId>)> {
    let (device, rest) = body.split_first_chunk::<16>()?;
    let (until, spaces) = rest.split_first_chunk::<8>()?;
    let spaces = spaces.chunks_exact(16).filter_map(|id| id.try_into().ok());
    let spaces = spaces.map(SpaceId::from_bytes).collect();
    Some((DeviceId::from_bytes(*device), u64::from_be_bytes(*until), spaces))
}

//! Before anything is done: is it asked as the app asks, by whom, how often, how large. It must not do anything itself.

use std::net::{IpAddr, SocketAddr};
use std::time::Duration;

use axum::body::{Body, Bytes, HttpBody, to_bytes};
use axum::extract::{ConnectInfo, Request};
use axum::http::header::{AUTHORIZATION, CONTENT_LENGTH, CONTENT_TYPE};
use axum::http::{HeaderMap, HeaderName, Method};
use replica::id::{DeviceId, unhex};
use replica::sync::api::{Claim, Message};
use replica::sync::{Refusal, WireError};

use super::answer::{CBOR, No};
use super::desk::Desk;
use super::limits::{Kind, Whose};
use super::routes::{Needs, Route, Weight};
use super::session;

/// How long a body may take to arrive.
const PATIENCE: Duration = Duration::from_secs(30);

/// How many bytes of a contribution count as one. A piece of a class set is smaller.
const GIFT_UNIT: u64 = 4 * 1024;

/// A question that may be answered.
pub(super) struct Asked {
    pub(super) who: Option<Claim>,
    /// Of the session: when it ends, in milliseconds since 1970.
    pub(super) until: u64,
    pub(super) token: Option<[u8; 32]>,
    pub(super) address: Whose,
    pub(super) query: Option<String>,
    pub(super) body: Bytes,
}

impl Asked {
    /// The message in the body.
    pub(super) fn message<M: Message>(&self) -> Result<M, No> {
        M::decode(&self.body).map_err(|error| of_wire(error).into())
    }

    /// The device that asks.
    pub(super) fn device(&self) -> Result<DeviceId, No> {
        match self.who {
            Some(Claim::Device(device)) => Ok(device),
            _ => Err(Refusal::NoSession.into()),
        }
    }
}

pub(super) const fn of_wire(error: WireError) -> Refusal {
    match error {
        WireError::TooLarge => Refusal::TooLarge,
        WireError::Newer(_) => Refusal::Newer,
        WireError::Damaged => Refusal::Damaged,
    }
}

/// Lets a question through, or says why not.
pub(super) async fn admit(desk: &Desk, route: &Route, request: Request) -> Result<Asked, No> {
    let (parts, body) = request.into_parts();
    let now = desk.outside.now();
    if parts.method != (if route.get { Method::GET } else { Method::POST }) {
        return Err(No::method(route.method()));
    }
    form(route, &parts.headers)?;
    let peer = parts.extensions.get::<ConnectInfo<SocketAddr>>().map(|ConnectInfo(peer)| peer.ip());
    let address = whose(address(peer, &parts.headers, desk.settings.behind_proxy));
    desk.take(Kind::Address, address, 1)?;
    if let Some(kind) = route.weight.of_address() {
        desk.take(kind, address, cost(route, &body))?;
    }
    // Where nobody need say who they are, nobody is asked, also not who says so unasked.
    let token = bearer(&parts.headers).filter(|_| route.needs != Needs::Nothing);
    let session = match token {
        Some(token) => session::of(desk, &token, now).await?,
        None => None,
    };
    let (who, until) = session.unzip();
    if !suffices(route.needs, who) {
        return Err(Refusal::NoSession.into());
    }
    if let Some(claim) = who {
        let whose = of_claim(claim);
        desk.take(Kind::Device, whose, 1)?;
        if route.weight == Weight::Keeps {
            desk.take(Kind::Keeps, whose, 1)?;
        }
    }
    let query = parts.uri.query().map(str::to_owned);
    let body = read(route, &parts.headers, body).await?;
    Ok(Asked { who, until: until.unwrap_or(0), token, address, query, body })
}

/// What a question costs its address. A large contribution costs what as many small ones do: who hands in a class set at once
/// must not fill the disk at once.
fn cost(route: &Route, body: &Body) -> u64 {
    if route.weight != Weight::Gift {
        return 1;
    }
    let most = route.most as u64;
    body.size_hint().upper().map_or(most, |bytes| bytes.min(most)).div_ceil(GIFT_UNIT).max(1)
}

/// Only the app itself asks like this: another site's page cannot send this content type or this header.
fn form(route: &Route, headers: &HeaderMap) -> Result<(), No> {
    let site = headers.get(HeaderName::from_static("sec-fetch-site"));
    if site.is_some_and(|site| site != "same-origin") {
        return Err(Refusal::NotFromHere.into());
    }
    if !route.get && headers.get(CONTENT_TYPE).is_none_or(|kind| kind != CBOR) {
        return Err(No::kind());
    }
    Ok(())
}

const fn suffices(needs: Needs, who: Option<Claim>) -> bool {
    match needs {
        Needs::Nothing | Needs::Ticket => true,
        Needs::Device => matches!(who, Some(Claim::Device(_))),
        Needs::Invited => matches!(who, Some(Claim::Invited(_))),
        Needs::Either => who.is_some(),
    }
}

async fn read(route: &Route, headers: &HeaderMap, body: Body) -> Result<Bytes, No> {
    let said = headers.get(CONTENT_LENGTH).and_then(|value| value.to_str().ok()?.parse().ok());
    if said.is_some_and(|said: usize| said > route.most) {
        return Err(Refusal::TooLarge.into());
    }
    match tokio::time::timeout(PATIENCE, to_bytes(body, route.most)).await {
        Ok(Ok(body)) => Ok(body),
        // Larger than allowed, or broken off: then nobody reads the answer.
        Ok(Err(_)) => Err(Refusal::TooLarge.into()),
        Err(_) => Err(Refusal::Damaged.into()),
    }
}

/// `authorization: Bearer` and 64 hexadecimal digits.
fn bearer(headers: &HeaderMap) -> Option<[u8; 32]> {
    let text = headers.get(AUTHORIZATION)?.to_str().ok()?.strip_prefix("Bearer ")?;
    unhex(text)
}

/// Who asks over the network. What a proxy says counts only when there is one: anybody can write that header.
fn address(peer: Option<IpAddr>, headers: &HeaderMap, behind_proxy: bool) -> Option<IpAddr> {
    if !behind_proxy {
        return peer;
    }
    // The last one was added by our own proxy.
    let said = headers.get_all("x-forwarded-for").iter().next_back();
    let last = said.and_then(|said| said.to_str().ok()?.rsplit(',').next()?.trim().parse().ok());
    last.or(peer)
}

/// A network's bucket: an IPv4 address, or the half of an IPv6 address that one connection has to itself.
fn whose(address: Option<IpAddr>) -> Whose {
    match address.map(|address| address.to_canonical()) {
        Some(IpAddr::V4(address)) => address.to_ipv6_mapped().octets(),
        Some(IpAddr::V6(address)) => {
            let mut bytes = address.octets();
            bytes.iter_mut().skip(8).for_each(|byte| *byte = 0);
            bytes
        }
        None => [0; 16],
    }
}

/// The bucket of who proved something.
pub(super) const fn of_claim(claim: Claim) -> Whose {
    match claim {
        Claim::Device(device) => *device.bytes(),
        Claim::Invited(id) => id,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn headers(forwarded: &[&str]) -> HeaderMap {
        forwarded
            .iter()
            .map(|value| (HeaderName::from_static("x-forwarded-for"), value.parse().unwrap()))
            .collect()
    }

    #[test]
    fn a_forwarded_address_counts_only_behind_a_proxy_and_only_the_last() {
        let peer: IpAddr = "10.0.0.1".parse().unwrap();
        let said = headers(&["1.1.1.1, 2.2.2.2"]);
        assert_eq!(address(Some(peer), &said, false), Some(peer));
        assert_eq!(address(Some(peer), &said, true), Some("2.2.2.2".parse().unwrap()));
        let twice = headers(&["1.1.1.1", "3.3.3.3"]);
        assert_eq!(address(Some(peer), &twice, true), Some("3.3.3.3".parse().unwrap()));
        assert_eq!(address(Some(peer), &headers(&["nonsense"]), true), Some(peer));
    }

    #[test]
    fn one_connection_has_one_bucket() {
        let of = |text: &str| whose(Some(text.parse().unwrap()));
        assert_eq!(of("2001:db8:1:2::1"), of("2001:db8:1:2:ffff::9"));
        assert_ne!(of("2001:db8:1:2::1"), of("2001:db8:1:3::1"));
        assert_eq!(of("192.0.2.1"), of("::ffff:192.0.2.1"));
        assert_ne!(of("192.0.2.1"), of("192.0.2.2"));
    }
}

//! The interface: every route in every way that it may and may not be asked, made from the table of routes.

use crate::support::device::{Device, SPACE, begin, rng};
use crate::support::net::Reply;
use crate::support::site::{MORNING, ORIGIN, Site, generous};
use axum::body::Body;
use axum::http::{Request, StatusCode};
use replica::id::sha256;
use replica::invite::{Invite, InviteState as Open, Note, Request as Asking};
use replica::keys::DeviceKeys;
use replica::member::SideId;
use replica::role::{Errand, Role, may_ask};
use replica::sync::api::{self, Message};
use replica::sync::{Body as Says, Frame, Refusal};
use server::api::routes::{Call, Needs, ROUTES, Route};
use server::api::{Limit, Limits};
use server::store::Place;

const METHODS: [&str; 7] = ["GET", "POST", "PUT", "PATCH", "DELETE", "HEAD", "OPTIONS"];

/// A site with a space, its owner, somebody who has nothing to do with it, and an invitation.
struct World {
    site: Site,
    anna: Device,
    stranger: Device,
    invite: Invite,
    request: Vec<u8>,
}

fn invite(keys: &DeviceKeys, seed: u64, root: [u8; 32]) -> Invite {
    let note = Note {
        space: SPACE,
        space_name: "Werkgebied".into(),
        root,
        inviter: *keys.public(),
        role: Role::Bewerken,
        side: SideId::named("school"),
        expires: MORNING + 86_400_000,
        promise: [0; 32],
    };
    Invite::new(note, &mut rng(seed)).unwrap()
}

impl World {
    async fn new() -> Self {
        let site = Site::memory();
        let first = begin(1, SPACE);
        let mut anna = Device::new(1, &first, &site.net, ORIGIN).await;
        let mut stranger = Device::new(9, &first, &site.net, ORIGIN).await;
        assert!(anna.sign_in().await && stranger.sign_in().await);
        anna.meet().await;
        let invite = invite(&anna.keys, 50, *first.id());
        let joiner = DeviceKeys::generate(&mut rng(51));
        let asking =
            Asking::new(invite.link(), invite.offer(), "Noor", &joiner, MORNING, &mut rng(52));
        let request = asking.unwrap().0.encode();
        Self { site, anna, stranger, invite, request }
    }

    /// Everything that must be there before a route can do what it does.
    async fn prepare(&self, call: Call) {
        let offered = matches!(
            call,
            Call::LookInvite | Call::Request | Call::Reveal | Call::Answer | Call::EndInvite
        );
        if offered {
            self.anna.ask("invite/offer", &self.offer()).await.message::<api::Done>();
        }
        if matches!(call, Call::Reveal | Call::Answer) {
            let token = self.invited().await;
            let leave = self.leave(self.request.clone()).encode();
            self.site.net.post("invite/request", Some(&token), leave).await.unwrap();
        }
        if matches!(
            call,
            Call::Give | Call::ReadGift | Call::ListBox | Call::TakeGifts | Call::CloseBox
        ) {
            self.anna.ask("box/open", &open_box()).await.message::<api::Done>();
        }
        if call == Call::ReadGift {
            let letter = api::Give { dropbox: [5; 16], sealed: vec![7] }.encode();
            self.site.net.post("box/give", None, letter).await.unwrap();
        }
        if matches!(call, Call::GetChunk | Call::DropBlob) {
            self.anna.ask("blob/put", &piece(b"x")).await.message::<api::Done>();
        }
    }

    fn offer(&self) -> api::NewInvite {
        api::NewInvite { offer: self.invite.offer().encode() }
    }

    fn leave(&self, message: Vec<u8>) -> api::LeaveInvite {
        api::LeaveInvite { invitation: *self.invite.link().id(), message }
    }

    async fn invited(&self) -> [u8; 32] {
        self.anna.with_link(self.invite.link()).await.message::<api::Session>().token
    }

    /// A good question, by somebody who may ask it.
    async fn body(&self, call: Call, who: &Device) -> Vec<u8> {
        let invitation = *self.invite.link().id();
        let (dropbox, blob) = ([5; 16], [6; 16]);
        match call {
            Call::Challenge | Call::EndSession => api::Done {}.encode(),
            Call::Session => who.challenge().await.unwrap().prove(ORIGIN, &who.keys).encode(),
            Call::SignIn => api::Done {}.encode(),
            Call::SignedIn => api::SignedIn { state: [0; 32], code: "x".into() }.encode(),
            Call::Sync => hello(who),
            Call::Ticket => api::Listen { spaces: vec![SPACE] }.encode(),
            Call::Events => Vec::new(),
            Call::Wait => api::Wait { known: vec![(SPACE, 0)] }.encode(),
            Call::Offer => self.offer().encode(),
            Call::LookInvite => api::LookInvite { invitation, known: 0, wait: false }.encode(),
            Call::Request => self.leave(self.request.clone()).encode(),
            Call::Reveal | Call::Answer => self.leave(vec![1]).encode(),
            Call::EndInvite => api::EndInvite { invitation }.encode(),
            Call::OpenBox => open_box().encode(),
            Call::Give => api::Give { dropbox, sealed: vec![1] }.encode(),
            Call::ReadGift => api::ReadGift { dropbox, hash: sha256(&[7]) }.encode(),
            Call::Receipt => api::AskReceipt { hash: sha256(&[7]) }.encode(),
            Call::ListBox => api::ListBox { space: SPACE, dropbox, after: None }.encode(),
            Call::TakeGifts => api::TakeGifts { space: SPACE, dropbox, hashes: vec![] }.encode(),
            Call::CloseBox => api::CloseBox { space: SPACE, dropbox }.encode(),
            Call::PutChunk => piece(b"x").encode(),
            Call::GetChunk => api::GetChunk { space: SPACE, blob, number: 0 }.encode(),
            Call::ListBlobs => api::ListBlobs { space: SPACE }.encode(),
            Call::DropBlob => api::DropBlob { space: SPACE, blob }.encode(),
        }
    }

    /// Asks a route as one of two devices, with whatever proof it needs.
    async fn ask(&self, route: &Route, who: &Device) -> Reply {
        self.prepare(route.call).await;
        let own = who.id() == self.anna.id();
        if route.needs == Needs::Ticket {
            let reply = who.ask("events/ticket", &api::Listen { spaces: vec![SPACE] }).await;
            let Ok(ticket) = api::Ticket::decode(&reply.body) else { return reply };
            let path = format!("{}?ticket={}", route.path(), replica::id::hex(&ticket.ticket));
            self.site.desk.stop();
            return self.site.net.send(get(&path)).await.unwrap();
        }
        let token = match route.needs {
            Needs::Invited if own => Some(self.invited().await),
            Needs::Invited => Some(self.other_link().await),
            _ => who.token,
        };
        let body = self.body(route.call, who).await;
        self.site.net.post(route.name, token.as_ref(), body).await.unwrap()
    }

    /// A session of somebody with the link of another invitation.
    async fn other_link(&self) -> [u8; 32] {
        let other = invite(&self.stranger.keys, 60, [3; 32]);
        let offer = api::NewInvite { offer: other.offer().encode() };
        self.stranger.ask("invite/offer", &offer).await.message::<api::Done>();
        self.stranger.with_link(other.link()).await.message::<api::Session>().token
    }
}

fn hello(who: &Device) -> Vec<u8> {
    let body = Says::Hello { device: who.id(), server: None, all: true };
    Frame { space: SPACE, id: 1, body }.encode()
}

fn open_box() -> api::OpenBox {
    let closes = MORNING + 86_400_000;
    api::OpenBox { space: SPACE, dropbox: [5; 16], most: 2, largest: 100, closes }
}

fn piece(sealed: &[u8]) -> api::PutChunk {
    let sealed = sealed.to_vec();
    api::PutChunk { space: SPACE, blob: [6; 16], chunks: 1, number: 0, sealed }
}

fn get(path: &str) -> Request<Body> {
    Request::get(path).header("sec-fetch-site", "same-origin").body(Body::empty()).unwrap()
}

/// What somebody who has nothing to do with it may still do: nothing here is about the space of somebody else.
fn is_about_nobody_else(call: Call) -> bool {
    matches!(
        call,
        Call::Challenge
            | Call::Session
            | Call::EndSession
            | Call::Give
            | Call::ReadGift
            | Call::Receipt
    )
}

#[tokio::test]
async fn every_route_answers_its_own_a_stranger_and_nobody_as_the_table_says() {
    let mut asked = 0;
    for route in &ROUTES {
        let world = World::new().await;
        let own = world.ask(route, &world.anna).await;
        let is_off = matches!(route.call, Call::SignIn | Call::SignedIn);
        let expected = if is_off { StatusCode::NOT_FOUND } else { StatusCode::OK };
        assert_eq!(own.status, expected, "{}: {:?}", route.name, own.problem());
        let world = World::new().await;
        let foreign = world.ask(route, &world.stranger).await;
        let offers_its_own = route.call == Call::Offer;
        let expected = if is_about_nobody_else(route.call) || offers_its_own {
            StatusCode::OK
        } else {
            StatusCode::NOT_FOUND
        };
        assert_eq!(foreign.status, expected, "{}: {:?}", route.name, foreign.problem());
        if route.needs != Needs::Nothing {
            let world = World::new().await;
            world.prepare(route.call).await;
            let body = world.body(route.call, &world.anna).await;
            for token in [None, Some([0; 32])] {
                let nobody = match route.get {
                    true => world.site.net.send(get(&route.path())).await.unwrap(),
                    false => {
                        world.site.net.post(route.name, token.as_ref(), body.clone()).await.unwrap()
                    }
                };
                assert_eq!(nobody.refusal(), Some(Refusal::NoSession), "{}", route.name);
                assert_eq!(nobody.status, StatusCode::UNAUTHORIZED, "{}", route.name);
            }
        }
        asked += 1;
    }
    assert_eq!(asked, 26);
}

#[tokio::test]
async fn every_other_method_form_and_size_is_one_typed_refusal() {
    let world = World::new().await;
    let net = &world.site.net;
    let build = |method: &str, route: &Route| {
        Request::builder()
            .method(method)
            .uri(route.path())
            .header("content-type", "application/cbor")
    };
    for route in &ROUTES {
        for method in METHODS.into_iter().filter(|method| *method != route.method()) {
            let reply = net.send(build(method, route).body(Body::empty()).unwrap()).await.unwrap();
            assert_eq!(reply.status, StatusCode::METHOD_NOT_ALLOWED, "{method} {}", route.name);
            assert_eq!(reply.headers["allow"], route.method());
        }
        let other = build(route.method(), route).header("sec-fetch-site", "cross-site");
        let reply = net.send(other.body(Body::empty()).unwrap()).await.unwrap();
        assert_eq!(reply.status, StatusCode::FORBIDDEN, "{}", route.name);
        assert_eq!(reply.refusal(), Some(Refusal::NotFromHere));
        if route.get {
            continue;
        }
        for kind in ["text/plain", "application/json", "application/x-www-form-urlencoded"] {
            let form = Request::post(route.path()).header("content-type", kind);
            let reply = net.send(form.body(Body::from("x")).unwrap()).await.unwrap();
            assert_eq!(reply.status, StatusCode::UNSUPPORTED_MEDIA_TYPE, "{kind} {}", route.name);
        }
        let token = match route.needs {
            Needs::Invited => {
                world.anna.ask("invite/offer", &world.offer()).await;
                Some(world.invited().await)
            }
            _ => world.anna.token,
        };
        let large = vec![0; route.most + 1];
        let reply = net.post(route.name, token.as_ref(), large).await.unwrap();
        assert_eq!(reply.refusal(), Some(Refusal::TooLarge), "{}", route.name);
        for body in [vec![], vec![0x80], vec![0xff; 40], vec![0x81, 2]] {
            let reply = net.post(route.name, token.as_ref(), body.clone()).await.unwrap();
            let expected = if body == [0x81, 2] && route.call != Call::Sync {
                Refusal::Newer
            } else {
                Refusal::Damaged
            };
            let got = reply.refusal();
            assert!(
                got == Some(expected) || (route.call == Call::Sync && got == Some(Refusal::Newer)),
                "{} {body:?}: {got:?}",
                route.name
            );
            let problem = reply.problem().unwrap();
            assert!(problem.dutch.len() > 20 && problem.english.len() > 20);
        }
    }
}

#[tokio::test]
async fn a_challenge_serves_once_for_one_minute_and_for_this_server_alone() {
    let world = World::new().await;
    let (net, anna) = (&world.site.net, &world.anna);
    let send =
        |proof: api::Proof| async move { net.post("session", None, proof.encode()).await.unwrap() };
    let proof = anna.challenge().await.unwrap().prove(ORIGIN, &anna.keys);
    assert_eq!(send(proof.clone()).await.status, StatusCode::OK);
    assert_eq!(send(proof).await.refusal(), Some(Refusal::NoSession), "twice");
    let proof = anna.challenge().await.unwrap().prove("https://ander.example", &anna.keys);
    assert_eq!(send(proof).await.refusal(), Some(Refusal::OtherServer));
    let mut proof = anna.challenge().await.unwrap().prove(ORIGIN, &anna.keys);
    proof.who = api::Who::Device(*world.stranger.keys.public());
    assert_eq!(send(proof).await.refusal(), Some(Refusal::NotSigned));
    for (wait, status) in [(60_000, StatusCode::OK), (60_001, StatusCode::UNAUTHORIZED)] {
        let proof = anna.challenge().await.unwrap().prove(ORIGIN, &anna.keys);
        world.site.later(wait);
        assert_eq!(send(proof).await.status, status, "after {wait} ms");
    }
}

#[tokio::test]
async fn a_session_lasts_a_quarter_of_an_hour_or_until_it_is_ended() {
    let mut world = World::new().await;
    let list = api::ListBlobs { space: SPACE };
    world.site.later(15 * 60_000);
    assert_eq!(world.anna.ask("blob/list", &list).await.status, StatusCode::OK);
    world.site.later(1);
    assert_eq!(world.anna.ask("blob/list", &list).await.status, StatusCode::UNAUTHORIZED);
    assert!(world.anna.sign_in().await);
    assert_eq!(world.anna.ask("session/end", &api::Done {}).await.status, StatusCode::OK);
    assert_eq!(world.anna.ask("blob/list", &list).await.status, StatusCode::UNAUTHORIZED);
}

#[tokio::test]
async fn somebody_comes_in_by_a_link_and_both_see_the_same_code() {
    let mut world = World::new().await;
    let (net, anna) = (world.site.net.clone(), &world.anna);
    let leave = |message: Vec<u8>| world.leave(message);
    anna.ask("invite/offer", &world.offer()).await.message::<api::Done>();
    let token = world.invited().await;
    let look = api::LookInvite { invitation: *world.invite.link().id(), known: 0, wait: false };
    let ask = async |route: &str, body: Vec<u8>| net.post(route, Some(&token), body).await.unwrap();
    let state: api::InviteState = ask("invite/look", look.encode()).await.message();
    let offer = replica::invite::Offer::decode(&state.offer).unwrap();
    let joiner = DeviceKeys::generate(&mut rng(70));
    let (request, waiting) =
        Asking::new(world.invite.link(), &offer, "Noor", &joiner, MORNING, &mut rng(71)).unwrap();
    ask("invite/request", leave(request.encode()).encode()).await.message::<api::Done>();
    ask("invite/request", leave(request.encode()).encode()).await.message::<api::Done>();
    let second = ask("invite/request", leave(world.request.clone()).encode()).await;
    assert_eq!(second.refusal(), Some(Refusal::Used), "only the first counts");
    let state: api::InviteState = anna.ask("invite/look", &look).await.message();
    let seen = Asking::decode(&state.request.unwrap()).unwrap();
    let mut invite = world.invite.clone();
    let (reveal, code) = invite.answer(&seen, MORNING, &anna.keys).unwrap();
    assert!(matches!(invite.state(), Open::Answered(_)));
    anna.ask("invite/reveal", &leave(reveal.encode())).await.message::<api::Done>();
    let state: api::InviteState = ask("invite/look", look.encode()).await.message();
    let reveal = replica::invite::Reveal::decode(&state.reveal.unwrap()).unwrap();
    assert_eq!(waiting.code(&reveal), Ok(code));
    anna.ask("invite/answer", &leave(vec![1])).await.message::<api::Done>();
    // The link says nothing about the space itself.
    let blobs = ask("blob/list", api::ListBlobs { space: SPACE }.encode()).await;
    assert_eq!(blobs.status, StatusCode::UNAUTHORIZED);
    world.site.later(86_400_001);
    assert!(world.anna.sign_in().await);
    assert_eq!(world.anna.ask("invite/look", &look).await.refusal(), Some(Refusal::NotOpen));
}

#[tokio::test]
async fn a_wrong_link_learns_nothing_and_is_told_to_wait_in_the_end() {
    let limits = Limits { invited: Limit { burst: 3, per_second: 10 }, ..generous() };
    let site = Site::with(&Place::Memory, limits);
    let device = Device::new(1, &begin(1, SPACE), &site.net, ORIGIN).await;
    let unknown = invite(&device.keys, 80, [0; 32]);
    for _ in 0..3 {
        let reply = device.with_link(unknown.link()).await;
        assert_eq!(reply.refusal(), Some(Refusal::NotOpen));
    }
    let reply = device.with_link(unknown.link()).await;
    assert_eq!(reply.refusal(), Some(Refusal::TooOften));
    assert_eq!(reply.headers["retry-after"], "100");
}

#[tokio::test]
async fn what_a_role_may_do_with_boxes_and_files_follows_the_role() {
    let mut world = World::new().await;
    let first = world.anna.first.clone();
    for (seed, role) in (20..).zip(Role::ALL) {
        let mut other = Device::new(seed, &first, &world.site.net, ORIGIN).await;
        world.anna.add(&other, role).await;
        world.anna.meet().await;
        assert!(other.sign_in().await);
        let (blob, dropbox) = (piece(b"x").blob, open_box().dropbox);
        let asked = [
            (Errand::FetchFile, other.ask("blob/list", &api::ListBlobs { space: SPACE }).await),
            (Errand::AddFile, other.ask("blob/put", &piece(b"x")).await),
            (Errand::FetchFile, {
                let message = api::GetChunk { space: SPACE, blob, number: 0 };
                other.ask("blob/get", &message).await
            }),
            (Errand::DropFile, other.ask("blob/drop", &api::DropBlob { space: SPACE, blob }).await),
            (Errand::KeepBox, other.ask("box/open", &open_box()).await),
            (Errand::ListBox, {
                let message = api::ListBox { space: SPACE, dropbox, after: None };
                other.ask("box/list", &message).await
            }),
            (Errand::KeepBox, {
                let message = api::TakeGifts { space: SPACE, dropbox, hashes: Vec::new() };
                other.ask("box/take", &message).await
            }),
            (Errand::KeepBox, {
                let message = api::CloseBox { space: SPACE, dropbox };
                other.ask("box/close", &message).await
            }),
        ];
        for (errand, reply) in asked {
            let may = reply.refusal() != Some(Refusal::NotAllowed);
            assert_eq!(may, may_ask(role, errand), "{role:?} {errand:?} {:?}", reply.status);
        }
    }
}

#[test]
fn the_description_names_every_route_once() {
    let description = server::api::description();
    let paths = description["paths"].as_object().unwrap();
    assert_eq!(paths.len(), ROUTES.len());
    for route in &ROUTES {
        let operation = &paths[&route.path()][route.method().to_lowercase()];
        assert_eq!(operation["operationId"], route.name);
    }
}

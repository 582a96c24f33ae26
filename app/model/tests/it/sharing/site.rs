//! A server in memory and the way to it: the real relay, the real proofs, a mailbox, and a network that misbehaves.

use std::cell::{Cell, RefCell};

use model::sharing::courier::{Reply, Wire};
use replica::id::SpaceId;
use replica::invite::Offer;
use replica::relay::{MemoryRelay, Relay};
use replica::sync::api::{
    Challenge, Claim, Done, InviteState, LeaveInvite, Message, NewInvite, Problem, Proof, Session,
    Ticket, Who,
};
use replica::sync::{Body, Frame, Refusal};
use replica::testing::block_on;

pub(crate) const ORIGIN: &str = "https://swv.example";

/// What stands between the device and its server.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Between {
    Nothing,
    Silence,
    Portal,
    OnlyFiles(u16),
    TooOften(u64),
    OtherSpace,
}

/// A server and the way to it.
pub(crate) struct Site {
    relay: Relay<MemoryRelay>,
    invitation: RefCell<Option<InviteState>>,
    pub(crate) between: RefCell<Between>,
    pub(crate) sessions: RefCell<Vec<Claim>>,
    pub(crate) asked: RefCell<Vec<String>>,
    pub(crate) origin: Cell<&'static str>,
}

impl Default for Site {
    fn default() -> Self {
        Self {
            relay: Relay::new(MemoryRelay::new([3; 16])),
            between: RefCell::new(Between::Nothing),
            invitation: RefCell::default(),
            sessions: RefCell::default(),
            asked: RefCell::default(),
            origin: Cell::new(ORIGIN),
        }
    }
}

fn cbor(status: u16, body: Vec<u8>) -> Reply {
    Reply { status, is_cbor: true, body }
}

fn refuse(status: u16, refusal: Refusal, retry_after: u64) -> Reply {
    cbor(status, Problem::new(refusal, retry_after).encode())
}

impl Site {
    fn answer(&self, route: &str, token: Option<&[u8; 32]>, body: &[u8]) -> Reply {
        if route == "challenge" {
            return cbor(200, Challenge { nonce: [9; 32], seconds: 60 }.encode());
        }
        if route == "session" {
            let proof = Proof::decode(body).unwrap();
            let offer = self.invitation.borrow().as_ref().map(|kept| kept.offer.clone());
            let offer = offer.and_then(|offer| Offer::decode(&offer).ok());
            let claim = match (proof.who, proof.verify(offer.as_ref())) {
                (_, Some(claim)) => claim,
                (Who::Device(_), None) => return refuse(401, Refusal::NotSigned, 0),
                (Who::Invited(_), None) => return refuse(404, Refusal::NotOpen, 0),
            };
            if proof.origin != self.origin.get() {
                return refuse(403, Refusal::OtherServer, 0);
            }
            self.sessions.borrow_mut().push(claim);
            let token = [self.sessions.borrow().len() as u8; 32];
            return cbor(200, Session { token, seconds: 900 }.encode());
        }
        let sessions = self.sessions.borrow();
        let claim = token.and_then(|token| sessions.get(usize::from(token[0]) - 1)).copied();
        let Some(claim) = claim else { return refuse(401, Refusal::NoSession, 0) };
        match (route, claim) {
            ("sync", Claim::Device(device)) => {
                cbor(200, block_on(self.relay.on(device, body)).unwrap().reply)
            }
            (route, _) if route.starts_with("invite/") => self.invited(route, body),
            ("events/ticket", _) => cbor(200, Ticket { ticket: [1; 16], seconds: 60 }.encode()),
            _ => refuse(404, Refusal::NotFromHere, 0),
        }
    }

    /// The mailbox of one invitation, as the server's README tells it.
    fn invited(&self, route: &str, body: &[u8]) -> Reply {
        let mut kept = self.invitation.borrow_mut();
        if route == "invite/offer" {
            let NewInvite { offer } = NewInvite::decode(body).unwrap();
            *kept = Some(InviteState { offer, request: None, reveal: None, answer: None });
            return cbor(200, Done {}.encode());
        }
        let Some(state) = kept.as_mut() else { return refuse(404, Refusal::NotOpen, 0) };
        let place = match route {
            "invite/look" => return cbor(200, state.encode()),
            "invite/request" => &mut state.request,
            "invite/reveal" => &mut state.reveal,
            "invite/answer" => &mut state.answer,
            _ => {
                *kept = None;
                return cbor(200, Done {}.encode());
            }
        };
        let message = LeaveInvite::decode(body).unwrap().message;
        if place.as_ref().is_some_and(|there| *there != message) {
            return refuse(409, Refusal::Used, 0);
        }
        *place = Some(message);
        cbor(200, Done {}.encode())
    }

    pub(crate) fn handshakes(&self) -> usize {
        self.asked.borrow().iter().filter(|route| *route == "session").count()
    }
}

impl Wire for &Site {
    async fn post(&self, route: &str, token: Option<&[u8; 32]>, body: Vec<u8>) -> Option<Reply> {
        self.asked.borrow_mut().push(route.to_owned());
        let page = |status| Reply { status, is_cbor: false, body: b"<html>".to_vec() };
        match *self.between.borrow() {
            Between::Nothing => Some(self.answer(route, token, &body)),
            Between::Silence => None,
            Between::Portal => Some(page(200)),
            Between::OnlyFiles(status) => Some(page(status)),
            Between::TooOften(wait) => Some(refuse(429, Refusal::TooOften, wait)),
            Between::OtherSpace if route == "sync" => {
                let body = Body::List { server: [3; 16], after: 0 };
                let space = SpaceId::from_bytes([8; 16]);
                Some(cbor(200, Frame { space, id: 1, body }.encode()))
            }
            Between::OtherSpace => Some(self.answer(route, token, &body)),
        }
    }
}

//! Talking to our own server: who asks is proved and renewed by itself, what is no answer of ours counts as no connection
//! (F27), and no server at all is said once and left alone. The network is a port; time and chance are arguments.

mod ear;
mod reply;

pub use ear::{Ear, Hear};
pub use reply::{Reply, Trouble};

use std::cell::{Cell, RefCell};

use replica::invite::Link;
use replica::keys::DeviceKeys;
use replica::sync::api::{Challenge, Done, Message, Session};
use replica::sync::{Body, Frame, Refusal};

use super::status::Reach;

/// A session is renewed this long before it ends, in milliseconds.
const RENEW: u64 = 60_000;

/// How long an address without a server is left alone, in milliseconds.
const LEAVE_ALONE: u64 = 60 * 60 * 1_000;

/// The network, towards the address that served the app. `route` stands below `/api/v1/`.
#[allow(async_fn_in_trait)] // ok: one thread; no caller needs Send
pub trait Wire {
    /// Sends a body of CBOR; `None` when nothing came back at all.
    async fn post(&self, route: &str, token: Option<&[u8; 32]>, body: Vec<u8>) -> Option<Reply>;
}

/// What one proves to the server.
#[derive(Debug)]
pub enum Proves {
    /// Which device asks.
    Device(DeviceKeys),
    /// That one has the link of an invitation.
    Invited(Link),
}

/// See the module's header.
#[derive(Debug)]
pub struct Courier<W> {
    wire: W,
    origin: String,
    proves: Proves,
    session: Cell<Option<([u8; 32], u64)>>,
    reach: Cell<Reach>,
    /// Not before this moment, and why.
    rest: RefCell<Option<(u64, Trouble)>>,
}

impl<W: Wire> Courier<W> {
    /// `origin` is the address that the app itself talks to, as `https://host`.
    pub const fn new(wire: W, origin: String, proves: Proves) -> Self {
        let (session, reach) = (Cell::new(None), Cell::new(Reach::Unknown));
        Self { wire, origin, proves, session, reach, rest: RefCell::new(None) }
    }

    /// The network below.
    pub const fn wire(&self) -> &W {
        &self.wire
    }

    /// What the last attempt told.
    pub fn reach(&self) -> Reach {
        self.reach.get()
    }

    /// The device says that it has a network, or that it has none. After that everything is tried anew.
    pub fn network(&self, online: bool) {
        self.reach.set(if online { Reach::Unknown } else { Reach::Offline });
        self.try_anew();
    }

    /// "Nu verzenden": nothing is left alone any longer.
    pub fn try_anew(&self) {
        self.session.set(None);
        self.rest.replace(None);
    }

    /// Asks something and reads the answer.
    ///
    /// # Errors
    /// See [`Trouble`].
    pub async fn ask<A: Message>(
        &self,
        route: &str,
        message: &impl Message,
        now: u64,
    ) -> Result<A, Trouble> {
        let body = self.send(route, message.encode(), now).await?;
        A::decode(&body).map_err(|_| self.note(Trouble::NoConnection, now))
    }

    /// Sends a sync message. What comes back is for the space; a refusal at the door becomes a sync message too, so that
    /// the space waits as long as it was told to.
    ///
    /// # Errors
    /// There is no answer of ours; the space gives up by itself, in its own time.
    pub async fn sync(&self, question: Vec<u8>, now: u64) -> Result<Vec<u8>, Trouble> {
        let Ok(Frame { space, id, .. }) = Frame::decode(&question) else {
            return Err(Trouble::NoConnection);
        };
        match self.send("sync", question, now).await {
            Ok(answer) => match Frame::decode(&answer) {
                Ok(frame) if frame.space == space => Ok(answer),
                _ => Err(self.note(Trouble::NoConnection, now)),
            },
            Err(Trouble::Refused { refusal, retry_after }) => {
                Ok(Frame { space, id, body: Body::Refuse { refusal, retry_after } }.encode())
            }
            Err(trouble) => Err(trouble),
        }
    }

    /// With a session; when the server does not know it any more, once again with a new one.
    async fn send(&self, route: &str, body: Vec<u8>, now: u64) -> Result<Vec<u8>, Trouble> {
        let token = self.token(now).await?;
        let first = self.post(route, Some(&token), body.clone(), now).await;
        let Err(Trouble::Refused { refusal: Refusal::NoSession, .. }) = first else { return first };
        self.forget(&token);
        let token = self.token(now).await?;
        self.post(route, Some(&token), body, now).await
    }

    async fn token(&self, now: u64) -> Result<[u8; 32], Trouble> {
        if let Some((token, until)) = self.session.get()
            && now < until
        {
            return Ok(token);
        }
        if let Some((until, trouble)) = *self.rest.borrow()
            && now < until
        {
            return Err(trouble);
        }
        let challenge = self.post("challenge", None, Done {}.encode(), now).await?;
        let challenge = self.read::<Challenge>(&challenge, now)?;
        let proof = match &self.proves {
            Proves::Device(keys) => challenge.prove(&self.origin, keys),
            Proves::Invited(link) => challenge.prove_invited(&self.origin, link),
        };
        let session = self.post("session", None, proof.encode(), now).await?;
        let session = self.read::<Session>(&session, now)?;
        let life = session.seconds.saturating_mul(1_000).saturating_sub(RENEW);
        self.session.set(Some((session.token, now.saturating_add(life))));
        Ok(session.token)
    }

    /// Forgets a session that does not count any more, unless another question renewed it in the meantime.
    fn forget(&self, token: &[u8; 32]) {
        if self.session.get().is_some_and(|(known, _)| known == *token) {
            self.session.set(None);
        }
    }

    /// Asks something that needs no proof, because nobody is to know who asks.
    ///
    /// # Errors
    /// See [`Trouble`].
    pub async fn ask_unknown<A: Message>(
        wire: &W,
        route: &str,
        message: &impl Message,
    ) -> Result<A, Trouble> {
        let body = reply::judge(wire.post(route, None, message.encode()).await, true)?;
        A::decode(&body).map_err(|_| Trouble::NoConnection)
    }

    async fn post(
        &self,
        route: &str,
        token: Option<&[u8; 32]>,
        body: Vec<u8>,
        now: u64,
    ) -> Result<Vec<u8>, Trouble> {
        let reply = self.wire.post(route, token, body).await;
        let answer = reply::judge(reply, route == "challenge");
        match answer {
            Ok(_) => self.reach.set(Reach::Here),
            Err(trouble) => drop(self.note(trouble, now)),
        }
        answer
    }

    fn read<A: Message>(&self, bytes: &[u8], now: u64) -> Result<A, Trouble> {
        A::decode(bytes).map_err(|_| self.note(Trouble::NoConnection, now))
    }

    /// Remembers what went wrong, for the screen and for how long to leave the door alone.
    fn note(&self, trouble: Trouble, now: u64) -> Trouble {
        let wait = match trouble {
            Trouble::NoServer => LEAVE_ALONE,
            Trouble::Refused { retry_after, .. } => retry_after,
            Trouble::NoConnection => 0,
        };
        let offline = self.reach.get() == Reach::Offline;
        self.reach.set(match trouble {
            Trouble::NoConnection if offline => Reach::Offline,
            Trouble::NoConnection => Reach::NoConnection,
            Trouble::NoServer => Reach::NoServer,
            // What passes by itself, or is about one thing only, is an answer like any other.
            Trouble::Refused { refusal: refusal @ Refusal::OtherServer, .. } => {
                Reach::Refused(refusal)
            }
            Trouble::Refused { .. } => Reach::Here,
        });
        self.rest.replace((wait > 0).then(|| (now.saturating_add(wait), trouble)));
        trouble
    }
}

//! The side of who invites: a link, somebody who answers, a code to compare, and letting in or not.

use replica::invite::{Invite, InviteError, InviteState, Note, Request};
use replica::keys::{CryptoRng, DeviceKeys};
use replica::member::{PersonId, SideId};
use replica::role::Role;
use replica::space::{DecideError, Space};
use rules::text::t;
use std::cell::RefCell;

use super::{PATH, Step, why};
use crate::sharing::{Telling, roles, sides};

/// What somebody is offered.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Offering {
    pub space_name: String,
    pub role: Role,
    pub side: SideId,
    /// In milliseconds since 1970.
    pub expires: u64,
}

/// Why somebody was not let in. Nothing has changed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum LetInError {
    /// Nobody answered, or it is over.
    Invite(InviteError),
    Decide(DecideError),
}

/// See the module's header.
#[derive(Clone, Debug)]
pub struct Inviter {
    invite: Invite,
    asked: Option<Asked>,
}

/// Somebody who answered.
#[derive(Clone, Debug)]
struct Asked {
    request: Request,
    name: String,
    code: String,
}

impl Inviter {
    /// A new invitation to a space. Keep it ([`keep`](Self::keep)) before the link is shown.
    ///
    /// # Errors
    /// The name of the space is too long.
    pub fn new(
        space: &Space,
        offering: Offering,
        keys: &DeviceKeys,
        rng: &mut impl CryptoRng,
    ) -> Result<Self, InviteError> {
        let note = Note {
            space: space.id(),
            space_name: offering.space_name,
            root: space.client().inbox().log().root(),
            inviter: *keys.public(),
            role: offering.role,
            side: offering.side,
            expires: offering.expires,
            // Filled in by the invitation.
            promise: [0; 32],
        };
        Ok(Self { invite: Invite::new(note, rng)?, asked: None })
    }

    /// What to keep in the own sealed store.
    pub fn keep(&self) -> Vec<u8> {
        self.invite.keep()
    }

    /// Goes on with what was kept. Who answered is to be heard again with [`answered`](Self::answered).
    ///
    /// # Errors
    /// Damage, or a later version.
    pub fn kept(bytes: &[u8]) -> Result<Self, InviteError> {
        Ok(Self { invite: Invite::kept(bytes)?, asked: None })
    }

    /// The invitation below: its id for the server, its offer.
    pub const fn invite(&self) -> &Invite {
        &self.invite
    }

    /// The link to hand over; `origin` is the address of the app.
    pub fn link(&self, origin: &str) -> String {
        format!("{origin}{PATH}#{}", self.invite.link().text())
    }

    /// Somebody answered: the reveal for the joiner comes back, and the code is on the screen. What is not a right
    /// answer leaves the invitation as it was.
    ///
    /// # Errors
    /// Why the answer does not count.
    pub fn answered(
        &mut self,
        request: &[u8],
        now: u64,
        keys: &DeviceKeys,
    ) -> Result<Vec<u8>, InviteError> {
        let request = Request::decode(request)?;
        // Only who has the link could write the name so that it opens.
        let name = self.invite.name(&request)?;
        let (reveal, code) = self.invite.answer(&request, now, keys)?;
        self.asked = Some(Asked { request, name, code: code.to_string() });
        Ok(reveal.encode())
    }

    /// The codes are the same: lets in, in one entry. What comes back is left for the joiner.
    ///
    /// # Errors
    /// Nobody answered, it is over, or the space does not take the decision.
    pub fn let_in(
        &mut self,
        space: &RefCell<Space>,
        person: PersonId,
        now: u64,
        rng: &mut impl CryptoRng,
    ) -> Result<Vec<u8>, LetInError> {
        let note = self.invite.note();
        if now > note.expires {
            return Err(LetInError::Invite(InviteError::Expired));
        }
        let open = matches!(self.invite.state(), InviteState::Answered(_));
        let asked = self.asked.as_ref().filter(|_| open);
        let asked = asked.ok_or(LetInError::Invite(InviteError::Used))?;
        let who = (person, note.side, asked.name.as_str());
        let mut space = space.borrow_mut();
        if note.side == sides::advisers() {
            let own = space.members().device(space.session().device).map(|one| one.joined.side);
            let own = own.ok_or(LetInError::Invite(InviteError::Used))?;
            sides::divide(&mut space, own, now).map_err(LetInError::Decide)?;
        }
        space.add(asked.request.device, who, note.role, now, rng).map_err(LetInError::Decide)?;
        self.invite.used().map_err(LetInError::Invite)?;
        let log = space.client().inbox().log();
        let root = log.entries().find(|signed| *signed.id() == log.root());
        Ok(root.map(|signed| signed.encode()).unwrap_or_default())
    }

    /// The codes differ, or the inviter does not want it: nobody comes in by this invitation. End it at the server.
    pub fn refuse(&mut self) {
        self.invite.codes_differ();
        self.asked = None;
    }

    /// Where it is.
    pub fn step(&self, now: u64) -> Step {
        match (self.invite.state(), &self.asked) {
            (InviteState::Used(_), _) => Step::In,
            (InviteState::Withdrawn, _) => Step::Over(InviteError::Withdrawn),
            _ if now > self.invite.note().expires => Step::Over(InviteError::Expired),
            (InviteState::Answered(_), Some(asked)) => Step::Compare { code: asked.code.clone() },
            (InviteState::Open | InviteState::Answered(_), _) => Step::Made,
        }
    }

    /// What the screen says.
    pub fn sentence(&self, now: u64, telling: Telling<'_>) -> String {
        let (note, name) =
            (self.invite.note(), self.asked.as_ref().map(|asked| asked.name.as_str()));
        let name = name.unwrap_or_default();
        match self.step(now) {
            Step::Compare { .. } => telling.fill(
                t(
                    "{} wil erbij. Lees de code aan elkaar voor. Zijn de zes cijfers gelijk, laat {} dan toe.",
                    "{} wants to come in. Read the code to each other. If the six digits are the same, let {} in.",
                ),
                &[name, name],
            ),
            // Who answered is not kept over a reload.
            Step::In if name.is_empty() => telling
                .text(t("Deze uitnodiging is gebruikt.", "This invitation was used."))
                .to_owned(),
            Step::In => telling.fill(t("{} is erbij.", "{} is in."), &[name]),
            Step::Over(error) => telling.text(why(error)).to_owned(),
            Step::Made | Step::Offered | Step::Asked => telling.fill(
                t(
                    "Nog niemand heeft geantwoord. De uitnodiging geldt één keer, tot {}. Rol: {}.",
                    "Nobody has answered yet. The invitation counts once, until {}. Role: {}.",
                ),
                &[&telling.when(note.expires), telling.text(roles::of(note.role, note.side))],
            ),
        }
    }
}

//! The side of who was invited: a link, a name, waiting, a code to read out, and being in.

use replica::invite::{
    InviteError, Link, Note, Offer, Request, Reveal, Waiting, keep_answer, keep_opened,
    kept_answer, kept_opened,
};
use replica::keys::{CryptoRng, DeviceKeys};
use replica::member::LogError;
use replica::space::Space;
use rules::text::t;

use super::{Step, why};
use crate::sharing::{Telling, roles};

/// See the module's header.
#[derive(Clone, Debug)]
pub struct Joiner {
    link: Link,
    offer: Option<(Offer, Note)>,
    waiting: Option<(Request, Waiting)>,
    step: Step,
}

impl Joiner {
    /// Opens the fragment of a link, with or without `#`. Remove it from the address at once.
    ///
    /// # Errors
    /// It is not a link of ours, or of a later version.
    pub fn open(fragment: &str) -> Result<Self, InviteError> {
        let link = Link::read(fragment)?;
        Ok(Self { link, offer: None, waiting: None, step: Step::Made })
    }

    /// Goes on with what was kept: opened, or waiting for the inviter.
    ///
    /// # Errors
    /// Damage, or a later version.
    pub fn kept(bytes: &[u8]) -> Result<Self, InviteError> {
        if let Ok((link, offer)) = kept_opened(bytes) {
            let offer = offer.and_then(|offer| offer.note(&link).ok().map(|note| (offer, note)));
            let step = if offer.is_some() { Step::Offered } else { Step::Made };
            return Ok(Self { link, offer, waiting: None, step });
        }
        let (link, offer, request, waiting) = kept_answer(bytes)?;
        let offer = Some((offer, waiting.note.clone()));
        Ok(Self { link, offer, waiting: Some((request, waiting)), step: Step::Asked })
    }

    /// What to keep in the own sealed store, so that it survives a reload.
    pub fn keep(&self) -> Vec<u8> {
        match (&self.offer, &self.waiting) {
            (Some((offer, _)), Some((request, _))) => keep_answer(&self.link, offer, request),
            (offer, _) => keep_opened(&self.link, offer.as_ref().map(|(offer, _)| offer)),
        }
    }

    /// The answer that was given, to leave it once more: repeating it does no harm.
    pub fn request(&self) -> Option<Vec<u8>> {
        self.waiting.as_ref().map(|(request, _)| request.encode())
    }

    /// The link, to prove to the server that one has it.
    pub const fn link(&self) -> &Link {
        &self.link
    }

    /// What is offered arrived. What is not the offer of this link changes nothing.
    ///
    /// # Errors
    /// It does not belong to the link, is damaged or too late.
    pub fn offered(&mut self, offer: &[u8], now: u64) -> Result<&Note, InviteError> {
        let offer = Offer::decode(offer)?;
        let note = offer.note(&self.link)?;
        if now > note.expires {
            return Err(self.end(InviteError::Expired));
        }
        if self.waiting.is_none() {
            self.step = Step::Offered;
        }
        Ok(&self.offer.insert((offer, note)).1)
    }

    /// What is offered, once it is here.
    pub fn note(&self) -> Option<&Note> {
        self.offer.as_ref().map(|(_, note)| note)
    }

    /// Answers under this name. What comes back goes to the inviter. Once: another answer would not count.
    ///
    /// # Errors
    /// No offer yet, answered already, a name that is too long, or too late.
    pub fn name(
        &mut self,
        name: &str,
        keys: &DeviceKeys,
        now: u64,
        rng: &mut impl CryptoRng,
    ) -> Result<Vec<u8>, InviteError> {
        let (Some((offer, _)), None) = (&self.offer, &self.waiting) else {
            return Err(InviteError::Used);
        };
        let made = Request::new(&self.link, offer, name.trim(), keys, now, rng);
        let (request, waiting) = match made {
            Err(InviteError::Expired) => return Err(self.end(InviteError::Expired)),
            made => made?,
        };
        let bytes = request.encode();
        (self.waiting, self.step) = (Some((request, waiting)), Step::Asked);
        Ok(bytes)
    }

    /// The inviter answered: the code is on the screen. When it is not what was promised, it is over.
    ///
    /// # Errors
    /// Damage, or somebody sits in between.
    pub fn revealed(&mut self, reveal: &[u8]) -> Result<(), InviteError> {
        let (_, waiting) = self.waiting.as_ref().ok_or(InviteError::OtherInvite)?;
        match Reveal::decode(reveal).and_then(|reveal| waiting.code(&reveal)) {
            Ok(code) => self.step = Step::Compare { code: code.to_string() },
            Err(error @ (InviteError::BadSignature | InviteError::BrokenPromise)) => {
                return Err(self.end(error));
            }
            Err(error) => return Err(error),
        }
        Ok(())
    }

    /// The inviter let us in: the first entry of the log arrived. The rest comes with the first exchange.
    ///
    /// # Errors
    /// It is not the log to which the invitation led.
    pub fn let_in(&mut self, first: &[u8], keys: DeviceKeys, peer: u64) -> Result<Space, LogError> {
        let root = self.note().map(|note| note.root).ok_or(LogError::OtherRoot)?;
        let space = Space::join(&root, &[first.to_vec()], keys, peer)?;
        self.step = Step::In;
        Ok(space)
    }

    /// It does not go on: the server says that it was used, or does not have it any more.
    pub fn end(&mut self, error: InviteError) -> InviteError {
        if self.step != Step::In {
            self.step = Step::Over(error);
        }
        error
    }

    /// Where it is.
    pub const fn step(&self) -> &Step {
        &self.step
    }

    /// What the screen says.
    pub fn sentence(&self, telling: Telling<'_>) -> String {
        let note = self.note();
        let space = note.map_or("", |note| note.space_name.as_str());
        match (&self.step, note) {
            (Step::Over(error), _) => telling.text(why(*error)).to_owned(),
            (Step::Offered, Some(note)) => telling.fill(
                t(
                    "Je bent uitgenodigd voor ‘{}’. Je rol: {}. {} Hoe heet je daar?",
                    "You are invited to ‘{}’. Your role: {}. {} What are you called there?",
                ),
                &[
                    space,
                    telling.text(roles::of(note.role, note.side)),
                    telling.text(roles::about_of(note.role, note.side)),
                ],
            ),
            (Step::Asked, _) => telling
                .text(t(
                    "Je antwoord is klaar. Zodra wie je uitnodigde het ziet, komt hier een code.",
                    "Your answer is ready. As soon as who invited you sees it, a code appears here.",
                ))
                .to_owned(),
            (Step::Compare { .. }, _) => telling
                .text(t(
                    "Lees deze code voor aan wie je uitnodigde. Is hij daar anders, ga dan niet verder.",
                    "Read this code to who invited you. If it is different there, do not go on.",
                ))
                .to_owned(),
            (Step::In, _) => telling.fill(t("Je bent erbij: ‘{}’.", "You are in: ‘{}’."), &[space]),
            _ => telling
                .text(t("De uitnodiging wordt opgehaald…", "Getting the invitation…"))
                .to_owned(),
        }
    }
}

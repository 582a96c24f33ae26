//! An invitation over our own server: what each side leaves there and what it finds. Repeating any of it does no harm.

use replica::invite::InviteError;
use replica::keys::DeviceKeys;
use replica::sync::Refusal;
use replica::sync::api::{Done, EndInvite, InviteState, LeaveInvite, LookInvite, NewInvite};

use super::{Inviter, Joiner, Step};
use crate::sharing::courier::{Courier, Trouble, Wire};

/// What a look at the server brought.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Heard {
    /// Nothing that was not known.
    Nothing,
    /// The step has changed.
    Step,
    /// Joiner: let in, with the first entry of the log for [`Joiner::let_in`].
    LetIn(Vec<u8>),
}

impl Inviter {
    /// Leaves the offer, so that who has the link finds it.
    ///
    /// # Errors
    /// No answer, or a refusal: too many open invitations, or one that lasts too long.
    pub async fn leave<W: Wire>(&self, courier: &Courier<W>, now: u64) -> Result<(), Trouble> {
        let offer = self.invite().offer().encode();
        courier.ask::<Done>("invite/offer", &NewInvite { offer }, now).await.map(drop)
    }

    /// Looks whether somebody answered; then the code is on the screen and the reveal is left. With `wait` it answers when
    /// there is something, or after a while. An answer that is no right one is not shown: it changes nothing.
    ///
    /// # Errors
    /// No answer, or a refusal.
    pub async fn look<W: Wire>(
        &mut self,
        courier: &Courier<W>,
        keys: &DeviceKeys,
        wait: bool,
        now: u64,
    ) -> Result<Heard, Trouble> {
        let before = self.step(now);
        let state = look(courier, *self.invite().link().id(), 1, wait, now).await?;
        let Some(request) = state.request else { return Ok(Heard::Nothing) };
        let Ok(reveal) = self.answered(&request, now, keys) else { return Ok(Heard::Nothing) };
        if state.reveal.as_ref() != Some(&reveal) {
            self.put(courier, "invite/reveal", reveal, now).await?;
        }
        Ok(if self.step(now) == before { Heard::Nothing } else { Heard::Step })
    }

    /// Tells the joiner that it is in; `first` is what [`let_in`](Self::let_in) answered. Send the decision first: the joiner
    /// asks the server for the rest at once.
    ///
    /// # Errors
    /// No answer, or a refusal.
    pub async fn tell<W: Wire>(
        &self,
        courier: &Courier<W>,
        first: Vec<u8>,
        now: u64,
    ) -> Result<(), Trouble> {
        self.put(courier, "invite/answer", first, now).await
    }

    /// Nobody can answer any more. What the server does not have is over already.
    ///
    /// # Errors
    /// No answer, or a refusal.
    pub async fn end<W: Wire>(&self, courier: &Courier<W>, now: u64) -> Result<(), Trouble> {
        let end = EndInvite { invitation: *self.invite().link().id() };
        match courier.ask::<Done>("invite/end", &end, now).await {
            Err(Trouble::Refused { refusal: Refusal::NotOpen, .. }) => Ok(()),
            done => done.map(drop),
        }
    }

    async fn put<W: Wire>(
        &self,
        courier: &Courier<W>,
        route: &str,
        message: Vec<u8>,
        now: u64,
    ) -> Result<(), Trouble> {
        let leave = LeaveInvite { invitation: *self.invite().link().id(), message };
        courier.ask::<Done>(route, &leave, now).await.map(drop)
    }
}

impl Joiner {
    /// Looks what the inviter left: the offer, the reveal, the answer. `courier` proves that one has the link. An invitation that
    /// the server does not have (any more) is over.
    ///
    /// # Errors
    /// No answer, or a refusal that passes.
    pub async fn look<W: Wire>(
        &mut self,
        courier: &Courier<W>,
        wait: bool,
        now: u64,
    ) -> Result<Heard, Trouble> {
        let before = self.step().clone();
        // Of the four messages: the offer, one's own request, and what was seen of the inviter's.
        let known = match before {
            Step::Made => 0,
            Step::Offered => 1,
            Step::Asked => 2,
            Step::Compare { .. } | Step::In | Step::Over(_) => 3,
        };
        let state = match look(courier, *self.link().id(), known, wait, now).await {
            Ok(state) => state,
            Err(trouble) => return self.refused(trouble),
        };
        if self.note().is_none() {
            // What is wrong with it is in the step, or it is damage on the way: then the next look brings it whole.
            let _ = self.offered(&state.offer, now);
        }
        if let Some(reveal) = state.reveal.filter(|_| *self.step() == Step::Asked) {
            let _ = self.revealed(&reveal);
        }
        if let Some(first) = state.answer.filter(|_| matches!(self.step(), Step::Compare { .. })) {
            return Ok(Heard::LetIn(first));
        }
        Ok(if *self.step() == before { Heard::Nothing } else { Heard::Step })
    }

    /// Leaves the request that [`name`](Self::name) answered. When somebody else was first, it is over.
    ///
    /// # Errors
    /// No answer, or a refusal that passes; then leave the same request again.
    pub async fn leave<W: Wire>(
        &mut self,
        courier: &Courier<W>,
        request: Vec<u8>,
        now: u64,
    ) -> Result<Heard, Trouble> {
        let leave = LeaveInvite { invitation: *self.link().id(), message: request };
        match courier.ask::<Done>("invite/request", &leave, now).await {
            Ok(Done {}) => Ok(Heard::Nothing),
            Err(trouble) => self.refused(trouble),
        }
    }

    fn refused(&mut self, trouble: Trouble) -> Result<Heard, Trouble> {
        let why = match trouble {
            Trouble::Refused { refusal: Refusal::NotOpen, .. } => InviteError::Withdrawn,
            Trouble::Refused { refusal: Refusal::Used, .. } => InviteError::Used,
            other => return Err(other),
        };
        self.end(why);
        Ok(Heard::Step)
    }
}

async fn look<W: Wire>(
    courier: &Courier<W>,
    invitation: [u8; 16],
    known: u64,
    wait: bool,
    now: u64,
) -> Result<InviteState, Trouble> {
    courier.ask("invite/look", &LookInvite { invitation, known, wait }, now).await
}

//! The connection: what was asked, when to give up, when to try again.

use super::Connection;
use crate::sync::Refusal;

/// How long an answer may take, in milliseconds.
const PATIENCE: u64 = 15_000;

/// The first wait after a failure and the longest one, in milliseconds.
const FIRST_WAIT: u64 = 1_000;
const LONGEST_WAIT: u64 = 300_000;

/// How long to wait before asking again for what was not given, in milliseconds.
pub(super) const WANT_AGAIN: u64 = 15_000;

/// How long to trust that a poke would have come, in milliseconds.
const LOOK_AGAIN: u64 = 300_000;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Asked {
    Hello,
    Push,
    /// The whole log, because the relay does not know the space.
    Offer,
    List,
    Want,
    Prune,
}

#[derive(Clone, Debug, Default)]
pub(super) struct Link {
    pub(super) now: u64,
    pub(super) jitter: u32,
    pub(super) online: bool,
    /// The relay said which server it is, since the connection began or went wrong.
    pub(super) greeted: bool,
    pub(super) newest: u64,
    pub(super) asked: Option<(u64, Asked)>,
    pub(super) last_answer: Option<u64>,
    pub(super) want_at: u64,
    deadline: u64,
    next_id: u64,
    failures: u32,
    not_before: u64,
    pub(super) refusal: Option<Refusal>,
}

impl Link {
    pub(super) fn connect(&mut self, online: bool) {
        self.online = online;
        (self.greeted, self.asked, self.refusal) = (false, None, None);
        (self.failures, self.not_before, self.want_at) = (0, 0, 0);
    }

    pub(super) fn connection(&self) -> Connection {
        match self.refusal {
            _ if !self.online => Connection::Offline,
            Some(refusal) => Connection::Refused(refusal),
            None if self.greeted => Connection::Online,
            None => Connection::Trying,
        }
    }

    /// Whether a new question may be asked. What was not answered in time is given up.
    pub(super) fn is_free(&mut self) -> bool {
        if self.asked.is_some() && self.now >= self.deadline {
            self.asked = None;
            self.fail(0);
        }
        if self.look_again().is_some_and(|at| self.now >= at) {
            self.greeted = false;
        }
        self.online && self.asked.is_none() && self.now >= self.not_before
    }

    pub(super) fn ask(&mut self, what: Asked) -> u64 {
        self.next_id += 1;
        self.asked = Some((self.next_id, what));
        self.deadline = self.now.saturating_add(PATIENCE);
        self.next_id
    }

    /// The question that this answers. Late and repeated answers answer none.
    pub(super) fn answered(&mut self, id: u64) -> Option<Asked> {
        let (_, what) = self.asked.take_if(|(asked, _)| *asked == id)?;
        self.last_answer = Some(self.now);
        Some(what)
    }

    pub(super) fn succeed(&mut self) {
        (self.failures, self.refusal) = (0, None);
    }

    /// Waits before the next attempt: twice as long every time, and half of it by chance, so that
    /// not everybody comes back at once (F28).
    pub(super) fn fail(&mut self, at_least: u64) {
        self.greeted = false;
        let wait = (FIRST_WAIT << self.failures.min(9)).min(LONGEST_WAIT);
        let chance = (wait / 2).saturating_mul(u64::from(self.jitter)) >> 32;
        self.failures = self.failures.saturating_add(1);
        self.not_before = self.now.saturating_add((wait / 2 + chance).max(at_least));
    }

    pub(super) fn wake_at(&self) -> Option<u64> {
        if !self.online {
            return None;
        }
        if self.asked.is_some() {
            return Some(self.deadline);
        }
        let later = [Some(self.not_before), Some(self.want_at), self.look_again()];
        later.into_iter().flatten().filter(|at| *at > self.now).min()
    }

    fn look_again(&self) -> Option<u64> {
        self.last_answer.map(|at| at.saturating_add(LOOK_AGAIN))
    }
}

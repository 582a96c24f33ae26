//! How to hear that there is something new: a stream, and where a proxy holds streams back a question that waits.
//! Decides only; it opens nothing.

/// How long after its beginning a stream may be silent, in milliseconds: the server speaks at once.
const SILENCE: u64 = 10_000;

/// The first and the longest wait after a failure, in milliseconds.
const FIRST_WAIT: u64 = 1_000;
const LONGEST_WAIT: u64 = 300_000;

/// After so many streams that never spoke, questions that wait.
const MUTE_STREAMS: u32 = 2;

/// What to begin.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Hear {
    /// A stream of events.
    Stream,
    /// A question that waits.
    Wait,
}

/// See the module's header.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Ear {
    under_way: Option<Hear>,
    /// Until when a stream may be silent.
    speaks_by: Option<u64>,
    mute: u32,
    failures: u32,
    not_before: u64,
}

impl Ear {
    /// What to begin now, if anything; it counts as begun.
    pub fn begin(&mut self, now: u64) -> Option<Hear> {
        if self.under_way.is_some() || now < self.not_before {
            return None;
        }
        let hear = if self.mute < MUTE_STREAMS { Hear::Stream } else { Hear::Wait };
        self.under_way = Some(hear);
        self.under_way
    }

    /// The stream is open. One for which no ticket could be had says nothing about proxies.
    pub const fn opened(&mut self, now: u64) {
        self.speaks_by = Some(now.saturating_add(SILENCE));
    }

    /// Something came.
    pub const fn heard(&mut self) {
        (self.speaks_by, self.mute, self.failures) = match self.under_way {
            Some(Hear::Stream) => (None, 0, 0),
            _ => (None, self.mute, 0),
        };
    }

    /// Whether the stream is silent for too long: close it, and tell [`ended`](Self::ended).
    pub fn is_mute(&self, now: u64) -> bool {
        self.speaks_by.is_some_and(|by| now >= by)
    }

    /// It ended. A question that waited and was answered, also with nothing, was `heard` first. `jitter` is random: not
    /// everybody comes back at once (F28).
    pub fn ended(&mut self, now: u64, jitter: u32) {
        if self.speaks_by.take().is_some() {
            self.mute += 1;
        }
        self.under_way = None;
        let wait = (FIRST_WAIT << self.failures.min(9)).min(LONGEST_WAIT);
        let chance = (wait / 2).saturating_mul(u64::from(jitter)) >> 32;
        self.failures = self.failures.saturating_add(1);
        self.not_before = now.saturating_add(wait / 2 + chance);
    }

    /// Another network, other spaces or "Nu verzenden": begins anew, with a stream. Close what is open first.
    pub fn anew(&mut self) {
        *self = Self::default();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_stream_that_speaks_is_opened_again_after_its_end() {
        let mut ear = Ear::default();
        assert_eq!(ear.begin(0), Some(Hear::Stream));
        assert_eq!(ear.begin(0), None, "one at a time");
        ear.opened(0);
        ear.heard();
        assert!(!ear.is_mute(SILENCE * 9));
        ear.ended(900_000, 0);
        assert_eq!(ear.begin(900_499), None);
        assert_eq!(ear.begin(900_500), Some(Hear::Stream));
    }

    #[test]
    fn a_stream_is_mute_from_its_tenth_silent_second_on() {
        let mut ear = Ear::default();
        ear.begin(0);
        assert!(!ear.is_mute(u64::MAX), "it is not open yet");
        ear.opened(5);
        let mute = [4 + SILENCE, 5 + SILENCE, 6 + SILENCE].map(|now| ear.is_mute(now));
        assert_eq!(mute, [false, true, true]);
    }

    #[test]
    fn after_two_mute_streams_questions_wait_until_the_network_changes() {
        let mut ear = Ear::default();
        let mut now = 0;
        for expected in [Hear::Stream, Hear::Stream, Hear::Wait, Hear::Wait] {
            now += LONGEST_WAIT;
            assert_eq!(ear.begin(now), Some(expected));
            match expected {
                Hear::Stream => ear.opened(now),
                Hear::Wait => ear.heard(),
            }
            ear.ended(now, 0);
        }
        ear.anew();
        assert_eq!(ear.begin(now), Some(Hear::Stream));
    }

    #[test]
    fn without_a_ticket_a_stream_is_tried_again_however_often() {
        let mut ear = Ear::default();
        for attempt in 0..5 {
            assert_eq!(ear.begin(attempt * LONGEST_WAIT), Some(Hear::Stream));
            ear.ended(attempt * LONGEST_WAIT, 0);
        }
    }

    #[test]
    fn failures_wait_twice_as_long_up_to_five_minutes_half_of_it_by_chance() {
        let waits = |jitter| {
            let mut ear = Ear::default();
            let wait = |_| {
                ear.begin(0);
                ear.not_before = 0;
                ear.ended(0, jitter);
                ear.not_before
            };
            (0..11).map(wait).collect::<Vec<_>>()
        };
        assert_eq!(waits(0)[..4], [500, 1_000, 2_000, 4_000]);
        assert_eq!(waits(0)[9..], [150_000, 150_000]);
        assert_eq!(waits(u32::MAX)[10], 299_999);
    }
}

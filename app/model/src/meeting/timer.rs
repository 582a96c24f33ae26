//! How long an item has been on, from moments and not from ticks: a locked screen or a reload loses nothing. Milliseconds
//! since 1970 on the clock of the device that wrote them; it is only shown, nothing depends on it.

use super::view::Item;

/// A stretch in which an item was on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Run {
    pub from: i64,
    /// Nothing while it is on.
    pub until: Option<i64>,
}

/// How long these stretches last together at `now`. Two devices that had the item on at the same time count once.
pub fn spent(runs: &[Run], now: i64) -> i64 {
    let mut runs = runs.to_vec();
    runs.sort_unstable();
    let (mut spent, mut covered) = (0_i64, i64::MIN);
    for run in runs {
        let until = run.until.unwrap_or(now);
        let from = run.from.max(covered);
        if until > from {
            spent = spent.saturating_add(until.saturating_sub(from));
            covered = until;
        }
    }
    spent
}

impl Item {
    /// Milliseconds that this item has been on.
    pub fn spent(&self, now: i64) -> i64 {
        spent(&self.runs, now)
    }

    /// Milliseconds left of its time; below zero when it runs over.
    pub fn left(&self, now: i64) -> i64 {
        i64::from(self.minutes) * 60_000 - self.spent(now)
    }

    /// Whether its clock runs.
    pub fn is_on(&self) -> bool {
        self.runs.iter().any(|run| run.until.is_none())
    }
}

/// Milliseconds as a clock shows them: `12:05`, and `-0:30` for what runs over. Part of a second that is left counts whole,
/// so that a clock of five minutes begins at 5:00 and says 0:00 only when the time is up.
pub fn clock(milliseconds: i64) -> String {
    let over = milliseconds < 0;
    let left = milliseconds.unsigned_abs();
    let seconds = if over { left / 1_000 } else { left.div_ceil(1_000) };
    let sign = if over && seconds > 0 { "-" } else { "" };
    format!("{sign}{}:{:02}", seconds / 60, seconds % 60)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_clock_of_five_minutes_begins_at_five_and_runs_over_below_zero() {
        assert_eq!(clock(300_000), "5:00");
        assert_eq!(clock(299_999), "5:00");
        assert_eq!(
            (clock(1), clock(0), clock(-999)),
            ("0:01".into(), "0:00".into(), "0:00".into())
        );
        assert_eq!((clock(-1_000), clock(-3_661_000)), ("-0:01".into(), "-61:01".into()));
    }

    fn run(from: i64, until: Option<i64>) -> Run {
        Run { from, until }
    }

    #[test]
    fn an_item_that_was_on_twice_counts_both_times_and_the_break_does_not() {
        assert_eq!(spent(&[run(0, Some(10)), run(20, None)], 25), 15);
        assert_eq!(spent(&[], 25), 0);
    }

    #[test]
    fn two_devices_with_the_item_on_at_the_same_time_count_once() {
        assert_eq!(spent(&[run(5, None), run(0, Some(10))], 12), 12);
        assert_eq!(spent(&[run(0, Some(10)), run(2, Some(4))], 99), 10);
    }

    #[test]
    fn a_clock_that_is_behind_takes_no_time_away() {
        assert_eq!(spent(&[run(50, None)], 20), 0);
        assert_eq!(spent(&[run(i64::MIN, None)], i64::MAX), i64::MAX);
    }
}

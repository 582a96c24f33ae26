//! From values to places on the drawing, with whole numbers: the drawing is 720 wide and 320 high.

/// The room for the marks, inside the room for the words.
pub const LEFT: i64 = 118;
pub const RIGHT: i64 = 560;
pub const TOP: i64 = 20;
pub const BOTTOM: i64 = 270;

/// Values between two round numbers, drawn from bottom to top. Zero is always in it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Scale {
    low: i64,
    high: i64,
    step: i64,
}

impl Scale {
    /// A scale that holds all values, with about four round lines.
    pub fn over(values: impl Iterator<Item = i64>) -> Self {
        let (low, high) = values.fold((0, 0), |(low, high), v| (low.min(v), high.max(v)));
        let step = round_step(high.saturating_sub(low).max(1));
        let low = low.div_euclid(step) * step;
        // Nothing but zeros still has room above the line of zero.
        let high = ((high + step - 1).div_euclid(step) * step).max(low + step);
        Self { low, high, step }
    }

    /// How far from the top.
    pub fn y(self, value: i64) -> i64 {
        let height = i128::from(self.high - self.low).max(1);
        let above = i128::from(self.high - value) * i128::from(BOTTOM - TOP);
        TOP + i64::try_from(above / height).unwrap_or(0)
    }

    /// The round values at which a line is drawn.
    pub fn ticks(self) -> Vec<i64> {
        (0..=8).map(|n| self.low + n * self.step).take_while(|tick| *tick <= self.high).collect()
    }
}

/// 1, 2 or 5 times a power of ten: at most five steps over the whole.
fn round_step(whole: i64) -> i64 {
    let mut power = 1_i64;
    loop {
        for factor in [1, 2, 5] {
            if whole <= power * factor * 5 {
                return power * factor;
            }
        }
        let Some(next) = power.checked_mul(10).filter(|p| p.checked_mul(25).is_some()) else {
            return power;
        };
        power = next;
    }
}

/// The middle of a column.
pub fn x(index: usize, columns: usize) -> i64 {
    let columns = i64::try_from(columns.max(1)).unwrap_or(1);
    let index = i64::try_from(index).unwrap_or(0);
    LEFT + (2 * index + 1) * (RIGHT - LEFT) / (2 * columns)
}

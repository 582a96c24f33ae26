//! Euro amounts in whole cents; exact decimals at the edges.

use std::fmt;
use std::iter::Sum;
use std::ops::{Add, AddAssign, Neg, Sub, SubAssign};

use rust_decimal::prelude::ToPrimitive;
use rust_decimal::{Decimal, RoundingStrategy};
use serde::{Deserialize, Serialize};

/// Whole euro cents. Adding money to anything else does not compile.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize,
)]
#[serde(transparent)]
pub struct Money(i64);

impl Money {
    pub const ZERO: Self = Self(0);

    pub const fn cents(cents: i64) -> Self {
        Self(cents)
    }

    pub const fn euros(euros: i64) -> Self {
        Self(euros * 100)
    }

    pub const fn as_cents(self) -> i64 {
        self.0
    }

    /// Rounds half away from zero to a whole cent, as the ministry's tables do.
    /// `None` when the amount does not fit in 64 bits of cents.
    pub fn from_decimal(euros: Decimal) -> Option<Self> {
        Self::cents(1).times(euros.checked_mul(Decimal::ONE_HUNDRED)?)
    }

    /// The amount times a factor, rounded half away from zero to a whole cent.
    /// `None` when the result does not fit. Small numbers stay in 64 bits: that is what makes
    /// a rule fast; the outcome is the one of exact decimals.
    pub fn times(self, factor: Decimal) -> Option<Self> {
        let product = i64::try_from(factor.mantissa()).ok().and_then(|m| self.0.checked_mul(m));
        let unit = 10_i64.checked_pow(factor.scale());
        match (product, unit) {
            (Some(product), Some(unit)) => Some(Self(rounded_quotient(product, unit))),
            _ => Decimal::from(self.0)
                .checked_mul(factor)?
                .round_dp_with_strategy(0, RoundingStrategy::MidpointAwayFromZero)
                .to_i64()
                .map(Self),
        }
    }

    /// This amount as a share of a whole, with that many decimals, rounded half away from zero.
    /// `None` without a positive whole.
    pub fn share_of(self, whole: Self, decimals: u32) -> Option<Decimal> {
        if whole <= Self::ZERO {
            return None;
        }
        let scaled = 10_i64.checked_pow(decimals).and_then(|unit| self.0.checked_mul(unit));
        match scaled {
            Some(scaled) => Some(Decimal::new(rounded_quotient(scaled, whole.0), decimals)),
            None => Some(
                self.to_decimal()
                    .checked_div(whole.to_decimal())?
                    .round_dp_with_strategy(decimals, RoundingStrategy::MidpointAwayFromZero),
            ),
        }
    }

    pub fn to_decimal(self) -> Decimal {
        Decimal::new(self.0, 2)
    }

    pub const fn is_negative(self) -> bool {
        self.0 < 0
    }
}

/// Half away from zero; the divisor is positive.
const fn rounded_quotient(number: i64, by: i64) -> i64 {
    let (quotient, rest) = (number / by, number % by);
    let half_or_more = rest.unsigned_abs() >= by.unsigned_abs().div_ceil(2);
    if half_or_more { quotient + number.signum() } else { quotient }
}

impl Add for Money {
    type Output = Self;
    fn add(self, other: Self) -> Self {
        Self(self.0 + other.0)
    }
}

impl Sub for Money {
    type Output = Self;
    fn sub(self, other: Self) -> Self {
        Self(self.0 - other.0)
    }
}

impl AddAssign for Money {
    fn add_assign(&mut self, other: Self) {
        self.0 += other.0;
    }
}

impl SubAssign for Money {
    fn sub_assign(&mut self, other: Self) {
        self.0 -= other.0;
    }
}

impl Neg for Money {
    type Output = Self;
    fn neg(self) -> Self {
        Self(-self.0)
    }
}

impl Sum for Money {
    fn sum<I: Iterator<Item = Self>>(amounts: I) -> Self {
        amounts.fold(Self::ZERO, Add::add)
    }
}

/// The Dutch way of writing: `€ 1.250,50`, `-€ 12,00`.
impl fmt::Display for Money {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let cents = self.0.unsigned_abs();
        let sign = if self.0 < 0 { "-" } else { "" };
        write!(f, "{sign}€\u{a0}{},{:02}", grouped(cents / 100), cents % 100)
    }
}

/// `12345` as `12.345`.
pub fn grouped(number: u64) -> String {
    group(&number.to_string(), '.')
}

/// Digits in groups of three from the right, with the separator of the language between them.
pub(crate) fn group(digits: &str, separator: char) -> String {
    let mut out = String::with_capacity(digits.len() + digits.len() / 3);
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index).is_multiple_of(3) {
            out.push(separator);
        }
        out.push(digit);
    }
    out
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn exact(amount: Money, factor: Decimal) -> Money {
        let cents = (Decimal::from(amount.as_cents()) * factor)
            .round_dp_with_strategy(0, RoundingStrategy::MidpointAwayFromZero);
        Money::cents(cents.to_i64().unwrap())
    }

    #[test]
    fn half_a_cent_rounds_away_from_zero() {
        let half = Decimal::new(5, 1);
        assert_eq!(Money::cents(1).times(half), Some(Money::cents(1)));
        assert_eq!(Money::cents(-1).times(half), Some(Money::cents(-1)));
        assert_eq!(Money::from_decimal(Decimal::new(12_345, 3)), Some(Money::cents(1_235)));
        assert_eq!(Money::from_decimal(Decimal::new(12_344, 3)), Some(Money::cents(1_234)));
    }

    #[test]
    fn what_does_not_fit_is_none() {
        assert_eq!(Money::cents(i64::MAX).times(Decimal::TEN), None);
        assert_eq!(Money::from_decimal(Decimal::MAX), None);
        assert_eq!(Money::euros(1).share_of(Money::ZERO, 2), None);
    }

    proptest! {
        #[test]
        fn whole_cents_equal_exact_decimals_to_the_cent(
            cents in -10_000_000_000_i64..10_000_000_000,
            mantissa in -1_000_000_000_000_i64..1_000_000_000_000,
            scale in 0_u32..16,
        ) {
            let (amount, factor) = (Money::cents(cents), Decimal::new(mantissa, scale));
            let fits = Decimal::from(cents) * factor;
            prop_assume!(fits.to_i64().is_some());
            prop_assert_eq!(amount.times(factor), Some(exact(amount, factor)));
        }

        #[test]
        fn a_share_equals_the_exact_quotient(
            part in -1_000_000_000_000_i64..1_000_000_000_000, whole in 1_i64..1_000_000_000_000
        ) {
            let (part, whole) = (Money::cents(part), Money::cents(whole));
            let quotient = (part.to_decimal() / whole.to_decimal())
                .round_dp_with_strategy(6, RoundingStrategy::MidpointAwayFromZero);
            prop_assert_eq!(part.share_of(whole, 6), Some(quotient));
        }
    }
}

//! Dividing a pot of money by weight, exactly, with the largest remainder method.
//!
//! What holds, and is property-tested:
//! - the shares add up to the pot to the cent;
//! - nobody is a cent or more away from the exact part (quota rule);
//! - a larger weight never gets less than a smaller weight, and equal weights differ by at
//!   most one cent;
//! - turning the list around changes only who gets a cent among *equal* weights: the amounts
//!   belonging to one weight stay the same set.
//!
//! What does not hold, as for every largest remainder method: when one weight grows, another
//! may lose a cent that it would have kept otherwise, and when the pot grows by a cent one
//! share may shrink by a cent (the Alabama paradox). The own share never shrinks when only the
//! own weight grows.

use crate::money::Money;

/// The pot divided in proportion to the weights. `None` when there is nothing to divide by:
/// no weights, a negative weight, or only zeros.
///
/// Left-over cents go to the largest remainders; on a tie to the larger weight, then to the
/// earlier place. A negative pot is divided as its opposite.
pub fn shares(pot: Money, weights: &[i64]) -> Option<Vec<Money>> {
    let mut divider = Divider::default();
    divider.divide(pot, weights)?;
    Some(divider.amounts)
}

/// The pot in `N` equal terms: what [`shares`] gives for equal weights, without its lists.
/// The first terms get the left-over cents.
pub fn terms<const N: usize>(pot: Money) -> [Money; N] {
    let count = i64::try_from(N).unwrap_or(i64::MAX).max(1);
    let (each, left) = (pot.as_cents() / count, pot.as_cents() % count);
    let mut terms = [Money::cents(each); N];
    for (_, term) in (0..left.unsigned_abs()).zip(terms.iter_mut()) {
        *term += Money::cents(left.signum());
    }
    terms
}

/// [`shares`] with room that is kept: no allocation once it is large enough.
#[derive(Clone, Debug, Default)]
pub struct Divider {
    amounts: Vec<Money>,
    /// Remainder, weight and place of every weight.
    order: Vec<(u128, i64, usize)>,
}

impl Divider {
    /// As [`shares`].
    pub fn divide(&mut self, pot: Money, weights: &[i64]) -> Option<&[Money]> {
        self.amounts.clear();
        self.order.clear();
        let total = total(weights)?;
        let sign = if pot.is_negative() { -1 } else { 1 };
        let cents = pot.as_cents().unsigned_abs();
        let mut left = cents;
        for (place, &weight) in weights.iter().enumerate() {
            let (floor, remainder) = part(cents, weight.unsigned_abs(), total);
            left -= floor;
            self.order.push((remainder, weight, place));
            self.amounts.push(Money::cents(i64::try_from(floor).ok()? * sign));
        }
        self.hand_out(usize::try_from(left).ok()?, sign);
        Some(&self.amounts)
    }

    /// Gives the left-over cents, fewer than there are weights, to those who come first.
    fn hand_out(&mut self, left: usize, sign: i64) {
        if left == 0 {
            return;
        }
        let first = |a: &(u128, i64, usize), b: &(u128, i64, usize)| {
            (b.0, b.1).cmp(&(a.0, a.1)).then(a.2.cmp(&b.2))
        };
        self.order.sort_unstable_by(first);
        for (_, _, place) in self.order.iter().take(left) {
            if let Some(share) = self.amounts.get_mut(*place) {
                *share += Money::cents(sign);
            }
        }
    }
}

/// Whole cents and remainder of one weight; in 64 bits when the product fits.
fn part(cents: u64, weight: u64, total: u128) -> (u64, u128) {
    match (cents.checked_mul(weight), u64::try_from(total)) {
        (Some(product), Ok(total)) => (product / total, u128::from(product % total)),
        _ => {
            let product = u128::from(cents) * u128::from(weight);
            // A part is never more than the whole, so it fits.
            let floor = u64::try_from(product / total).unwrap_or(cents);
            (floor, product % total)
        }
    }
}

fn total(weights: &[i64]) -> Option<u128> {
    let mut total = 0;
    for weight in weights {
        total += u128::from(u64::try_from(*weight).ok()?);
    }
    (total > 0).then_some(total)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn weights() -> impl Strategy<Value = Vec<i64>> {
        prop::collection::vec(0_i64..5_000, 1..12)
            .prop_filter("something to divide by", |weights| weights.iter().sum::<i64>() > 0)
    }

    fn cents(shares: &[Money]) -> Vec<i64> {
        shares.iter().map(|share| share.as_cents()).collect()
    }

    #[test]
    fn a_year_in_twelve_terms_adds_up_to_the_cent() {
        let terms = shares(Money::cents(100_000), &[1; 12]).unwrap();
        assert_eq!(terms.iter().copied().sum::<Money>(), Money::cents(100_000));
        assert_eq!(cents(&terms)[..5], [8_334, 8_334, 8_334, 8_334, 8_333]);
    }

    #[test]
    fn the_left_over_cent_goes_to_the_largest_remainder() {
        assert_eq!(cents(&shares(Money::cents(10), &[1, 5, 3]).unwrap()), [1, 6, 3]);
        assert_eq!(cents(&shares(Money::cents(-10), &[1, 5, 3]).unwrap()), [-1, -6, -3]);
    }

    #[test]
    fn without_pupils_there_is_nothing_to_divide_by() {
        assert_eq!(shares(Money::euros(1), &[]), None);
        assert_eq!(shares(Money::euros(1), &[0, 0]), None);
        assert_eq!(shares(Money::euros(1), &[3, -1]), None);
    }

    #[test]
    fn the_largest_amounts_do_not_overflow() {
        let weights = [i64::MAX, i64::MAX];
        let shares = shares(Money::cents(i64::MAX), &weights).unwrap();
        assert_eq!(shares.iter().copied().sum::<Money>(), Money::cents(i64::MAX));
    }

    proptest! {
        #[test]
        fn equal_terms_are_shares_of_equal_weights(pot in any::<i32>()) {
            let pot = Money::cents(i64::from(pot));
            prop_assert_eq!(terms::<12>(pot).to_vec(), shares(pot, &[1; 12]).unwrap());
        }

        #[test]
        fn shares_add_up_to_the_pot(pot in -1_000_000_000_i64..1_000_000_000, weights in weights()) {
            let shares = shares(Money::cents(pot), &weights).unwrap();
            prop_assert_eq!(shares.iter().copied().sum::<Money>(), Money::cents(pot));
        }

        #[test]
        fn nobody_is_a_cent_away_from_the_exact_part(pot in 0_i64..1_000_000, weights in weights()) {
            let total: i64 = weights.iter().sum();
            for (share, weight) in cents(&shares(Money::cents(pot), &weights).unwrap()).iter().zip(&weights) {
                prop_assert!((share * total - pot * weight).abs() < total);
            }
        }

        #[test]
        fn more_pupils_never_get_less_than_fewer_pupils(pot in 0_i64..1_000_000, weights in weights()) {
            let shares = cents(&shares(Money::cents(pot), &weights).unwrap());
            for (a, x) in shares.iter().zip(&weights) {
                for (b, y) in shares.iter().zip(&weights) {
                    let fair = if x > y { a >= b } else { x < y || (a - b).abs() <= 1 };
                    prop_assert!(fair);
                }
            }
        }

        #[test]
        fn the_order_does_not_change_what_a_weight_gets(
            pot in 0_i64..1_000_000, weights in weights(), turn in 0_usize..12
        ) {
            let mut turned = weights.clone();
            turned.rotate_left(turn % weights.len());
            let sorted = |weights: &[i64]| {
                let shares = cents(&shares(Money::cents(pot), weights).unwrap());
                let mut pairs: Vec<_> = weights.iter().copied().zip(shares).collect();
                pairs.sort_unstable();
                pairs
            };
            prop_assert_eq!(sorted(&weights), sorted(&turned));
        }

        #[test]
        fn an_own_share_never_shrinks_when_only_the_own_weight_grows(
            pot in 0_i64..100_000, weights in weights(), more in 1_i64..500
        ) {
            let before = cents(&shares(Money::cents(pot), &weights).unwrap());
            let mut grown = weights.clone();
            grown[0] += more;
            let after = cents(&shares(Money::cents(pot), &grown).unwrap());
            prop_assert!(after[0] >= before[0]);
        }
    }
}

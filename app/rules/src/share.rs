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
    let mut out = Vec::with_capacity(weights.len());
    shares_into(pot, weights, &mut out)?;
    Some(out)
}

/// As [`shares`], into a list that is reused: no allocation once it is large enough.
pub fn shares_into(pot: Money, weights: &[i64], out: &mut Vec<Money>) -> Option<()> {
    out.clear();
    let total = total(weights)?;
    let sign = if pot.is_negative() { -1 } else { 1 };
    let cents = u128::from(pot.as_cents().unsigned_abs());
    let mut left = cents;
    for &weight in weights {
        let floor = cents * u128::from(weight.unsigned_abs()) / total;
        left -= floor;
        out.push(Money::cents(i64::try_from(floor).ok()? * sign));
    }
    hand_out(left, cents, weights, total, sign, out);
    Some(())
}

fn total(weights: &[i64]) -> Option<u128> {
    if weights.iter().any(|weight| *weight < 0) {
        return None;
    }
    let total: u128 = weights.iter().map(|weight| u128::from(weight.unsigned_abs())).sum();
    (total > 0).then_some(total)
}

/// Gives `left` cents, fewer than there are weights, to those who come first.
fn hand_out(left: u128, cents: u128, weights: &[i64], total: u128, sign: i64, out: &mut [Money]) {
    let remainder = |weight: i64| cents * u128::from(weight.unsigned_abs()) % total;
    let mut order: Vec<usize> = (0..weights.len()).collect();
    order.sort_by(|&a, &b| {
        let key = |at: usize| weights.get(at).map(|weight| (remainder(*weight), *weight));
        key(b).cmp(&key(a)).then(a.cmp(&b))
    });
    for at in order.into_iter().take(usize::try_from(left).unwrap_or(usize::MAX)) {
        if let Some(share) = out.get_mut(at) {
            *share += Money::cents(sign);
        }
    }
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

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

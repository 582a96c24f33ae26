//! Putting things in order. The sort of the standard library is written out anew for every type, four kilobytes each; these are
//! written once and move the things afterwards. Equal things stay as they stood, as there.

use std::cmp::Ordering;

/// See the module's header.
pub trait Order<T> {
    /// As `sort_by`.
    fn order_by(&mut self, by: impl FnMut(&T, &T) -> Ordering);

    /// As `sort_by_cached_key`: a key is made once.
    fn order_by_key<K: Ord>(&mut self, key: impl FnMut(&T) -> K);
}

impl<T> Order<T> for [T] {
    fn order_by(&mut self, mut by: impl FnMut(&T, &T) -> Ordering) {
        let things = &*self;
        let compare = &mut |a, b| match (things.get(a), things.get(b)) {
            (Some(a), Some(b)) => by(a, b),
            _ => Ordering::Equal,
        };
        for (a, b) in swaps(things.len(), compare) {
            self.swap(a, b);
        }
    }

    fn order_by_key<K: Ord>(&mut self, key: impl FnMut(&T) -> K) {
        let keys: Vec<K> = self.iter().map(key).collect();
        for (a, b) in swaps(keys.len(), &mut |a, b| keys.get(a).cmp(&keys.get(b))) {
            self.swap(a, b);
        }
    }
}

/// Which two change places, one after the other, until so many things stand in order.
fn swaps(count: usize, compare: &mut dyn FnMut(usize, usize) -> Ordering) -> Vec<(usize, usize)> {
    let mut order: Vec<usize> = (0..count).collect();
    order.sort_by(|a, b| compare(*a, *b));
    let mut swaps = Vec::new();
    for to in 0..count {
        // What belongs here may have been moved by an earlier swap.
        let mut from = order.get(to).copied().unwrap_or(to);
        while from < to {
            from = order.get(from).copied().unwrap_or(to);
        }
        if from != to {
            swaps.push((to, from));
        }
    }
    swaps
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn things_stand_as_the_standard_library_puts_them(
            things in prop::collection::vec((0..9_u8, any::<u16>()), 0..60),
        ) {
            let (mut ours, mut theirs) = (things.clone(), things);
            ours.order_by_key(|(key, _)| *key);
            theirs.sort_by_key(|(key, _)| *key);
            prop_assert_eq!(&ours, &theirs);
            ours.order_by(|a, b| b.cmp(a));
            theirs.sort_by(|a, b| b.cmp(a));
            prop_assert_eq!(ours, theirs);
        }
    }
}

//! Into a map or a set, one thing after the other. `collect` sorts first, with a sort of the standard library that is written out anew for
//! every type, four kilobytes each. A later value of the same key counts, as with `collect`.

/// See the module's header.
pub trait Gather: Iterator + Sized {
    /// As `collect`.
    fn gather<B: Default + Extend<Self::Item>>(self) -> B {
        let mut all = B::default();
        all.extend(self);
        all
    }
}

impl<I: Iterator> Gather for I {}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeMap;

    #[test]
    fn a_later_value_of_the_same_key_counts() {
        let pairs = [(2, 'a'), (1, 'b'), (2, 'c')];
        let all: BTreeMap<i32, char> = pairs.into_iter().gather();
        assert_eq!(all, pairs.into_iter().collect());
        assert_eq!(all.get(&2), Some(&'c'));
    }
}

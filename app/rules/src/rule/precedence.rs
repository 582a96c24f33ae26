//! A lower layer never shortens a right from the law.

/// Which way a right grows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Better {
    /// More is better for the holder of the right: an amount, a number of weeks to object.
    More,
    /// Less is better: a term in which somebody must decide.
    Less,
}

/// What holds when the law and a lower layer both say something: the lower layer may give more
/// than the law, never less. Without a law, the lower layer; without both, nothing.
pub fn protect<T: Ord>(law: Option<T>, lower: Option<T>, better: Better) -> Option<T> {
    match (law, lower, better) {
        (Some(law), Some(lower), Better::More) => Some(law.max(lower)),
        (Some(law), Some(lower), Better::Less) => Some(law.min(lower)),
        (law, lower, _) => law.or(lower),
    }
}

//! Sums of pieces, solved as they come: every row has a first piece that no other row begins with.

use std::collections::BTreeMap;

use super::fountain::add;
use super::mask::Mask;

#[derive(Clone, Debug, Default)]
pub(super) struct Rows(BTreeMap<usize, (Mask, Vec<u8>)>);

impl Rows {
    pub(super) fn len(&self) -> usize {
        self.0.len()
    }

    /// Takes a sum; whether it told something new.
    pub(super) fn take(&mut self, mut mask: Mask, mut block: Vec<u8>) -> bool {
        while let Some(first) = mask.first() {
            let Some((known, sum)) = self.0.get(&first) else {
                self.0.insert(first, (mask, block));
                return true;
            };
            mask.add(known);
            add(&mut block, sum);
        }
        false
    }

    /// All pieces in a row, when every piece begins a row.
    pub(super) fn solve(mut self) -> Vec<u8> {
        let mut solved: BTreeMap<usize, Vec<u8>> = BTreeMap::new();
        while let Some((place, (mask, mut block))) = self.0.pop_last() {
            let others = mask.places().skip(1).filter_map(|other| solved.get(&other));
            others.for_each(|other| add(&mut block, other));
            solved.insert(place, block);
        }
        solved.into_values().flatten().collect()
    }

    pub(super) fn iter(&self) -> impl Iterator<Item = &(Mask, Vec<u8>)> {
        self.0.values()
    }
}

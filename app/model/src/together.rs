//! Typing together: what somebody made of a text goes into the text as it is by now, also when others typed meanwhile.
//! What anybody put in stays; what somebody took out goes, as far as it was there when they began.

use replica::document::{Place, Writer};

use crate::refused::Refused;

/// Writes what somebody made of `base` into the text as it is now.
pub(crate) fn write_text(
    to: &mut Writer<'_>,
    place: &Place,
    name: &str,
    base: &str,
    text: &str,
) -> Result<(), Refused> {
    let now = to.document().text(place, name);
    Ok(to.set_text(place, name, &rebase(base, text, &now))?)
}

/// One stretch of a text that was replaced: from `at`, `removed` characters, by `inserted`.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Splice {
    at: usize,
    removed: usize,
    inserted: Vec<char>,
}

/// What turns one text into the other, by the smallest single replacement.
fn splice(from: &[char], to: &[char]) -> Splice {
    let at = from.iter().zip(to).take_while(|(a, b)| a == b).count();
    let tail = |text: &[char]| text.get(at..).unwrap_or_default().to_vec();
    let (old, new) = (tail(from), tail(to));
    let same = old.iter().rev().zip(new.iter().rev()).take_while(|(a, b)| a == b).count();
    let inserted = new.get(..new.len() - same).unwrap_or_default().to_vec();
    Splice { at, removed: old.len() - same, inserted }
}

/// What `mine` made of `base`, carried over to `theirs`, which others made of the same `base`.
pub fn rebase(base: &str, mine: &str, theirs: &str) -> String {
    if base == theirs {
        return mine.to_owned();
    }
    let chars = |text: &str| text.chars().collect::<Vec<_>>();
    let (old, now) = (chars(base), chars(theirs));
    let (own, other) = (splice(&old, &chars(mine)), splice(&old, &now));
    let (own_end, other_end) = (own.at + own.removed, other.at + other.removed);
    // Where a place outside the stretch that others replaced lies now.
    let after = |at: usize| (at + other.inserted.len()).saturating_sub(other.removed);
    let mut text: Vec<char> = Vec::with_capacity(now.len() + own.inserted.len());
    let part = |from: usize, to: usize| {
        now.get(from.min(now.len())..to.min(now.len())).unwrap_or_default()
    };
    let (start, end) = (other.at, other.at + other.inserted.len());
    if own_end <= other.at && !(own.removed == 0 && own.at == other.at) {
        text.extend(part(0, own.at));
        text.extend(&own.inserted);
        text.extend(part(own_end, now.len()));
    } else if own.at >= other_end {
        text.extend(part(0, after(own.at)));
        text.extend(&own.inserted);
        text.extend(part(after(own_end), now.len()));
    } else {
        // Both replaced the same stretch: both inserts stay, theirs first.
        text.extend(part(0, own.at.min(start)));
        text.extend(part(start, end));
        text.extend(&own.inserted);
        text.extend(part(after(own_end.max(other_end)), now.len()));
    }
    text.into_iter().collect()
}

/// Where a caret at `at` in `old` stands once the text became `new`: before the same words as it did. Counted in UTF-16, as
/// a text field counts.
pub fn caret(old: &str, new: &str, at: usize) -> usize {
    let units = |text: &str| text.encode_utf16().collect::<Vec<u16>>();
    let (old, new) = (units(old), units(new));
    let begin = old.iter().zip(&new).take_while(|(a, b)| a == b).count();
    let tails = old.iter().skip(begin).rev().zip(new.iter().skip(begin).rev());
    let end = tails.take_while(|(a, b)| a == b).count();
    if at <= begin {
        at
    } else if at + end >= old.len() {
        (at + new.len()).saturating_sub(old.len())
    } else {
        new.len() - end
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn what_two_people_type_at_different_places_is_all_there() {
        assert_eq!(
            rebase("een twee", "een anderhalf twee", "nul een twee"),
            "nul een anderhalf twee"
        );
        assert_eq!(rebase("een twee", "een twee drie", "nul twee"), "nul twee drie");
        assert_eq!(rebase("een twee", "nul twee", "een twee drie"), "nul twee drie");
        assert_eq!(rebase("een", "", "een twee"), " twee");
    }

    #[test]
    fn what_two_people_type_at_one_place_stands_side_by_side() {
        assert_eq!(rebase("", "mijn", "jouw"), "jouwmijn");
        assert_eq!(rebase("a b", "a mijn b", "a jouw b"), "a jouw mijn b");
        assert_eq!(rebase("wit", "rood", "blauw"), "blauwrood");
    }

    #[test]
    fn a_caret_stays_before_the_words_it_stood_before() {
        assert_eq!(caret("een twee", "nul een twee", 4), 8, "put in before it");
        assert_eq!(caret("een twee", "een twee drie", 4), 4, "put in after it");
        assert_eq!(caret("een twee", "twee", 6), 2, "taken out before it");
        assert_eq!(caret("een twee", "een 2", 6), 5, "replaced where it stood: after that");
        assert_eq!(caret("é", "né", 1), 2);
    }

    proptest! {
        #[test]
        fn nothing_that_anybody_put_in_is_lost(
            base in "[ab]{0,8}", at in 0_usize..9, gone in 0_usize..4, put in "[XY]{0,4}",
            other_at in 0_usize..9, other_gone in 0_usize..4, other_put in "[PQ]{0,4}",
        ) {
            let make = |at: usize, gone: usize, put: &str| {
                let at = at.min(base.len());
                let end = (at + gone).min(base.len());
                format!("{}{put}{}", &base[..at], &base[end..])
            };
            let (mine, theirs) = (make(at, gone, &put), make(other_at, other_gone, &other_put));
            let both = rebase(&base, &mine, &theirs);
            prop_assert!(both.contains(&other_put) && both.contains(&put), "{} {} {} -> {}", base, mine, theirs, both);
            prop_assert_eq!(rebase(&base, &mine, &base), mine.clone());
            prop_assert_eq!(rebase(&base, &base, &theirs), theirs);
        }
    }
}

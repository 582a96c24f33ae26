//! Geef door and Neem over: exchange without any network, as a file or as QR. What goes along is what the other lacks; what
//! comes in is judged by the space like everything that arrives.

use replica::carry::{Bag, Package, PackageError, PackedPiece, Stock, Summary, give};
use replica::id::{BlobId, SpaceId};
use replica::space::Space;
use replica::sync::Item;
use rules::text::{Lang, Text, t};

use super::Telling;

/// How one space stands with who takes over.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Outlook {
    pub space: SpaceId,
    /// How many changes and decisions go along.
    pub to_give: usize,
    /// Whether the other said to have this space. If not, a person decides whether it goes along.
    pub named: bool,
    pub sentence: String,
}

/// What would go along of a space, by the summary of the other, if there is one.
pub fn outlook(space: &Space, other: Option<&Summary>, telling: Telling<'_>) -> Outlook {
    let stock = Stock::of(space.client());
    let seen = other.and_then(|summary| summary.outlook(&stock));
    let to_give = seen.map_or_else(|| give(&[stock], None).len(), |outlook| outlook.to_give);
    let count = things(to_give, telling);
    let sentence = match (other, seen) {
        (None, _) => telling.fill(ALL, &[&count]),
        (Some(_), None) => telling.fill(UNNAMED, &[&count]),
        (Some(_), Some(seen)) => {
            let what = if to_give == 0 {
                telling.text(HAS_ALL).to_owned()
            } else {
                telling.fill(LACKS, &[&count])
            };
            if seen.behind { format!("{what} {}", telling.text(BEHIND)) } else { what }
        }
    };
    Outlook { space: space.id(), to_give, named: seen.is_some(), sentence }
}

/// The package of the spaces that a person chose.
pub fn package(spaces: &[&Space], other: Option<&Summary>) -> Package {
    let stocks: Vec<_> = spaces.iter().map(|space| Stock::of(space.client())).collect();
    give(&stocks, other)
}

/// The summary to show to who gives. `salt` is random and new every time, `room` what fits in one QR code.
/// `files` are those that are wholly here, the largest first.
pub fn summary(
    spaces: &[&Space],
    files: &[(SpaceId, BlobId)],
    salt: [u8; 16],
    room: usize,
) -> Summary {
    let stocks: Vec<_> = spaces.iter().map(|space| Stock::of(space.client())).collect();
    Summary::with_files(&stocks, files, salt, room)
}

/// A package that was read.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Taken {
    /// For the spaces of this device: give each to its space, as `Event::Items`.
    pub own: Vec<(SpaceId, Vec<Item>)>,
    /// For others: may be carried to them.
    pub others: Vec<Bag>,
    /// Pieces of files of the spaces of this device. Those of others are not carried: there may be many, and they are large.
    pub files: Vec<PackedPiece>,
}

/// Reads a package, whole or not at all.
///
/// # Errors
/// What is wrong with it; [`problem`] says it.
pub fn take(bytes: &[u8], spaces: &[SpaceId]) -> Result<Taken, PackageError> {
    let package = Package::read(bytes)?;
    let files = package.files.into_iter().filter(|piece| spaces.contains(&piece.space));
    let mut taken = Taken { files: files.collect(), ..Taken::default() };
    for bag in package.bags {
        if spaces.contains(&bag.space) {
            taken.own.push((bag.space, bag.items));
        } else {
            taken.others.push(bag);
        }
    }
    Ok(taken)
}

/// How much of a space is here: to count before and after what came in.
pub fn held(space: &Space) -> usize {
    give(&[Stock::of(space.client())], None).len()
}

/// What came in with a package, and what of it is for others.
pub fn came_in(new: usize, taken: &Taken, telling: Telling<'_>) -> String {
    let others: usize = taken.others.iter().map(|bag| bag.items.len()).sum();
    let own = match (new, taken.own.is_empty()) {
        (0, true) => t(
            "In dit pakket zit niets voor jouw ruimtes.",
            "There is nothing for your spaces in this package.",
        ),
        (0, false) => {
            t("Alles uit dit pakket stond hier al.", "Everything in this package was here already.")
        }
        (1, _) => t("Er kwam {} bij.", "{} was added."),
        (_, _) => t("Er kwamen {} bij.", "{} were added."),
    };
    let own = telling.fill(own, &[&things(new, telling)]);
    if others == 0 {
        return own;
    }
    let text = t("Voor anderen zit erin: {}.", "For others there is in it: {}.");
    format!("{own} {}", telling.fill(text, &[&things(others, telling)]))
}

/// How many files came in with a package; nothing when none did.
pub fn files_came_in(whole: usize, telling: Telling<'_>) -> Option<String> {
    let one = t("Er kwam {} bestand bij.", "{} file was added.");
    let more = t("Er kwamen {} bestanden bij.", "{} files were added.");
    (whole > 0).then(|| telling.count(whole as u64, one, more))
}

/// Why a package was not taken over.
pub const fn problem(error: PackageError, lang: Lang) -> &'static str {
    let (nl, en) = error.sentence();
    Text::new(nl, en).get(lang)
}

fn things(count: usize, telling: Telling<'_>) -> String {
    let one = t("{} wijziging of besluit", "{} change or decision");
    let more = t("{} wijzigingen en besluiten", "{} changes and decisions");
    telling.count(count as u64, one, more)
}

const ALL: Text = t(
    "Niet bekend is wat de ander al heeft, dus alles gaat mee: {}.",
    "What the other has already is not known, so all of it goes along: {}.",
);
const UNNAMED: Text = t(
    "De ander heeft deze ruimte niet genoemd. Gaat hij mee, dan helemaal: {}.",
    "The other did not name this space. If it goes along, all of it does: {}.",
);
const HAS_ALL: Text = t("De ander heeft alles al.", "The other has everything already.");
const LACKS: Text = t("De ander mist {}.", "The other lacks {}.");
const BEHIND: Text = t(
    "De ander heeft ook iets dat hier nog niet is: laat die ook iets doorgeven.",
    "The other also has something that is not here yet: let them hand on something too.",
);

//! Addresses that lead into a space from outside it: from paper by a QR code, and from Vandaag. They say in which space a thing
//! is, because the same person may have several; the page behind it lays that space open and goes on.
//!
//! Nothing of what is written stands in an address: identifiers alone.

use replica::id::SpaceId;

/// Where every such address begins.
const FIRST: &str = "naar";

/// The thing in a space that an address leads to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Target {
    Overview,
    Actions,
    Planning,
    /// The agenda of a meeting.
    Agenda(String),
    /// A meeting that is going on.
    Now(String),
    /// The minutes of a meeting, and an item in them.
    Minutes {
        meeting: String,
        item: Option<String>,
    },
    /// A page of a dossier; empty for its overview.
    Dossier(String),
    /// A council of children, to prepare.
    Council(String),
    /// Its circle.
    Circle(String),
    /// What waits there for the adult's look.
    LookOver(String),
}

impl Target {
    /// The address from outside: `/naar/<space>/verslag/<meeting>/<item>`.
    pub fn address(&self, space: SpaceId) -> String {
        let to = match self {
            Self::Overview => String::new(),
            Self::Actions => "/acties".to_owned(),
            Self::Planning => "/planning".to_owned(),
            Self::Agenda(id) => format!("/agenda/{id}"),
            Self::Now(id) => format!("/nu/{id}"),
            Self::Dossier(page) => path("/dossier", page),
            Self::Minutes { meeting, item: None } => format!("/verslag/{meeting}"),
            Self::Minutes { meeting, item: Some(item) } => format!("/verslag/{meeting}/{item}"),
            Self::Council(id) => format!("/raad/{id}"),
            Self::Circle(id) => format!("/kring/{id}"),
            Self::LookOver(id) => format!("/nakijken/{id}"),
        };
        format!("/{FIRST}/{space}{to}")
    }

    /// The page in the room, once the space lies open.
    pub fn inside(&self) -> String {
        let meeting = |id: &str, to: &str| format!("/werkgebied/vergadering/{id}{to}");
        let council = |id: &str, to: &str| format!("/leerlingenraad/raad/{id}{to}");
        match self {
            Self::Overview => "/werkgebied".to_owned(),
            Self::Actions => "/werkgebied/acties".to_owned(),
            Self::Planning => "/werkgebied/planning".to_owned(),
            Self::Agenda(id) => meeting(id, ""),
            Self::Now(id) => meeting(id, "/nu"),
            Self::Dossier(page) => path("/dossier", page),
            Self::Minutes { meeting: id, item: None } => meeting(id, "/verslag"),
            Self::Minutes { meeting: id, item: Some(item) } => {
                meeting(id, &format!("/verslag?punt={item}"))
            }
            Self::Council(id) => council(id, ""),
            Self::Circle(id) => council(id, "/kring"),
            Self::LookOver(id) => council(id, "/nakijken"),
        }
    }
}

fn path(first: &str, page: &str) -> String {
    if page.is_empty() { first.to_owned() } else { format!("{first}/{page}") }
}

/// Reads a path of this kind. Nothing for any other path, and for one that was damaged on the way.
pub fn read(path: &str) -> Option<(SpaceId, Target)> {
    let mut parts = path.trim_matches('/').split('/');
    if parts.next()? != FIRST {
        return None;
    }
    let space = parts.next()?.parse().ok()?;
    let rest: Vec<&str> = parts.collect();
    if !rest.iter().all(|part| is_plain(part)) {
        return None;
    }
    let own = |id: &&str| (*id).to_owned();
    let target = match rest.as_slice() {
        [] => Target::Overview,
        ["acties"] => Target::Actions,
        ["planning"] => Target::Planning,
        ["agenda", id] => Target::Agenda(own(id)),
        ["dossier"] => Target::Dossier(String::new()),
        ["dossier", page] => Target::Dossier(own(page)),
        ["nu", id] => Target::Now(own(id)),
        ["verslag", id] => Target::Minutes { meeting: own(id), item: None },
        ["verslag", id, item] => Target::Minutes { meeting: own(id), item: Some(own(item)) },
        ["raad", id] => Target::Council(own(id)),
        ["kring", id] => Target::Circle(own(id)),
        ["nakijken", id] => Target::LookOver(own(id)),
        _ => return None,
    };
    Some((space, target))
}

/// Whether these are the characters of which our identifiers are made, so that no address can lead out of the app.
fn is_plain(part: &str) -> bool {
    let plain = |one: char| one.is_ascii_alphanumeric() || matches!(one, '.' | '_' | '-');
    !part.is_empty() && part.chars().all(plain) && part.chars().any(|one| one != '.')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn all() -> Vec<Target> {
        let id = || "4f1b".to_owned();
        vec![
            Target::Overview,
            Target::Actions,
            Target::Planning,
            Target::Agenda(id()),
            Target::Now(id()),
            Target::Minutes { meeting: id(), item: None },
            Target::Dossier(String::new()),
            Target::Dossier("naast-elkaar".to_owned()),
            Target::Minutes { meeting: id(), item: Some("vast.acties".to_owned()) },
            Target::Council(id()),
            Target::Circle(id()),
            Target::LookOver(id()),
        ]
    }

    #[test]
    fn an_address_leads_to_what_it_was_made_for() {
        let space = SpaceId::from_bytes([7; 16]);
        for target in all() {
            assert_eq!(read(&target.address(space)), Some((space, target)));
        }
    }

    #[test]
    fn an_address_that_was_damaged_leads_nowhere() {
        let space = SpaceId::from_bytes([7; 16]);
        let paths = ["/", "/naar", "/naar/elders", "/delen/x", "/naar//acties"].map(str::to_owned);
        let worse =
            ["/acties/x", "/verslag/..", "/verslag/a/b/c", "/verslag/a?b", "/nu/%2e", "/nu"];
        let worse = worse.map(|rest| format!("/naar/{space}{rest}"));
        for path in paths.into_iter().chain(worse) {
            assert_eq!(read(&path), None, "{path}");
        }
    }
}

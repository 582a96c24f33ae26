//! The rooms that exist. A room is shown in the rail and the bar only when it is in this list.

use model::about::Kind;
use rules::text::{Text, t};

use crate::components::icon::Icon;
use crate::texts::shell;

/// One room: where it is, what it is called and how it is drawn.
#[derive(Clone, Copy)]
pub struct Room {
    pub path: &'static str,
    pub name: Text,
    /// A shorter name for the bar on a phone.
    pub short: Text,
    pub icon: Icon,
}

/// In the order of the rail. The bar on a phone shows the first four, and beside them the kantlijn.
pub const ROOMS: &[Room] = &[
    Room { path: "/", name: shell::TODAY, short: shell::TODAY, icon: Icon::Today },
    Room {
        path: "/werkgebied",
        name: shell::WERKGEBIED,
        short: shell::WERKGEBIED_SHORT,
        icon: Icon::Area,
    },
    Room { path: "/school", name: shell::SCHOOL, short: shell::SCHOOL, icon: Icon::School },
    Room { path: "/dossier", name: shell::DOSSIER, short: shell::DOSSIER, icon: Icon::Person },
    Room {
        path: "/begroting",
        name: shell::BEGROTING,
        short: shell::BEGROTING,
        icon: Icon::Budget,
    },
    Room {
        path: "/leerlingenraad",
        name: shell::VOICES,
        short: shell::VOICES_SHORT,
        icon: Icon::Voices,
    },
    Room { path: "/delen", name: shell::SHARE, short: shell::SHARE_SHORT, icon: Icon::Share },
    Room { path: "/regels", name: shell::REGELS, short: shell::REGELS, icon: Icon::Rules },
];

/// The room in which a kind of space is worked in, and what opens it; nothing for a kind that has no room here.
pub const fn room_of(kind: &Kind) -> Option<(&'static str, Icon, Text)> {
    match kind {
        Kind::Begroting => {
            Some(("/begroting", Icon::Budget, t("Open de begroting", "Open the budget")))
        }
        Kind::Werkgebied => {
            Some(("/werkgebied", Icon::Area, t("Open het werkgebied", "Open the werkgebied")))
        }
        Kind::School => Some(("/school", Icon::School, t("Open de school", "Open the school"))),
        Kind::Leerlingenraad => {
            Some(("/leerlingenraad", Icon::Voices, t("Open de leerlingenraad", "Open the council")))
        }
        Kind::Dossier => {
            Some(("/dossier", Icon::Person, t("Open het dossier", "Open the dossier")))
        }
        Kind::Other(_) => None,
    }
}

/// Pages that hold nothing of anybody, and so can be read without getting in. Every other page is behind the lock.
const PUBLIC: &[&str] =
    &["regels", "instellingen", "beginscherm", "toegankelijkheid", "over", "meekring"];

/// Whether a page can be read without getting in.
pub fn is_public(path: &str) -> bool {
    let first = path.trim_start_matches('/').split('/').next().unwrap_or_default();
    PUBLIC.contains(&first)
}

/// Pages about the app itself, at the foot of every page.
pub const ABOUT: &[(&str, Text)] = &[
    ("/instellingen", shell::SETTINGS),
    ("/beginscherm", shell::HOMESCREEN),
    ("/toegankelijkheid", shell::ACCESS),
    ("/over", shell::ABOUT),
];

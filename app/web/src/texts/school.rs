//! School: the room and its pages.

pub mod cover;
pub mod guide;
pub mod list;
pub mod money;
pub mod offer;
pub mod overview;
pub mod path;
pub mod people;
pub mod picture;
pub mod review;
pub mod row;
pub mod schools;
pub mod start;
pub mod step;

use rules::text::{Text, t};

pub const SCHOOL: Text = t("School", "School");
pub const PARTS: Text = t("Onderdelen van de school", "Parts of the school");
pub const OVERVIEW: Text = t("Overzicht", "Overview");
pub const LIST: Text = t("Checklist", "Checklist");
pub const PICTURE: Text = t("Plaat", "Picture");
pub const PATH: Text = t("Wegwijzer", "Guide");
pub const OFFER: Text = t("Aanbod", "Offer");
pub const MONEY: Text = t("Geld", "Money");
pub const COVER: Text = t("Dekkend aanbod", "Covering offer");
pub const SCHOOLS: Text = t("Alle scholen", "All schools");
pub const PEOPLE: Text = t("Mensen", "People");
pub const YEAR: Text = t("Schooljaar", "School year");
pub const YOU_ADVISE: Text = t(
    "Jij leest mee en geeft advies. De school vult zelf in; je advies schrijf je bij een onderdeel van de checklist.",
    "You read along and advise. The school fills in itself; you write your advice with a part of the checklist.",
);
pub const MAY_NOT: Text = t(
    "Je mag deze school lezen en niet veranderen.",
    "You may read this school and not change it.",
);
pub const NOT_OPEN: Text = t(
    "Dit is niet gelukt: de school is hier niet open. Er is niets veranderd.",
    "This did not work: the school is not open here. Nothing has changed.",
);

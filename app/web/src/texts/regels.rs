//! Regels: the room before the list is shown.

use rules::text::{Text, t};

pub const LEAD: Text = t(
    "Wat de wet zegt, wat in de regio is afgesproken en waar we naar streven. Met de bron erbij, in gewone woorden.",
    "What the law says, what the region agreed and what we strive for. With the source, in plain words.",
);
pub const EMPTY: Text = t("De lijst met regels komt hier", "The list of rules comes here");
pub const EMPTY_WHY: Text = t(
    "Elke regel krijgt een eigen bladzijde met bron, geldigheid en een plek om hem uit te proberen.",
    "Each rule gets a page of its own with source, validity and a place to try it out.",
);

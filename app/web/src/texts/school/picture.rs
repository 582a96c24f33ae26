//! The picture of basic support.

use model::school::Status;
use rules::text::{Text, t};

pub const LEAD: Text = t(
    "Wat groeit er al rond het kind? Tik op een deel voor het gesprek erover.",
    "What grows around the child already? Tap a part for the conversation about it.",
);
pub const REGION: Text = t("De plaat", "The picture");
pub const DRAWING: Text = t(
    "Een bloem rond het kind: vijf aspecten als bloembladen, vier onderdelen als bladeren, en de niveaus als een boog erboven. Dezelfde dingen staan als lijst ernaast.",
    "A flower around the child: five aspects as petals, four parts as leaves, and the levels as an arc above. The same things stand in a list beside it.",
);
pub const ROWS: Text = t("Wat er staat", "What stands here");
pub const STEP: Text = t("Volgende stap", "Next step");
pub const NOT_TALKED: Text = t("nog niet samen besproken", "not talked about together yet");
pub const NOTHING: Text = t("nog niets ingevuld", "nothing filled in yet");
pub const DIFFER_SHORT: Text = t("verschillend", "different");
pub const NOTHING_SHORT: Text = t("nog leeg", "still empty");
pub const CHILD: Text = t("het kind", "the child");
pub const SOURCE: Text = t(
    "Bron: Ondersteuningsplan PPO-NK 2022-2026, §10.3, §11.3 en §11.4, in onze woorden. De tekening is van Thuisnabij.",
    "Source: Ondersteuningsplan PPO-NK 2022-2026, §10.3, §11.3 and §11.4, in our words. The drawing is by Thuisnabij.",
);

const NONE: Text = t("", "");
pub const PETAL_1: [Text; 2] = [t("Basiskwaliteit", "Basic quality"), NONE];
pub const PETAL_2: [Text; 2] = [t("Doeltreffende", "Effective"), t("aanpassingen", "adaptations")];
pub const PETAL_3: [Text; 2] = [t("Planmatig", "To a plan"), t("per leerling", "for each pupil")];
pub const PETAL_4: [Text; 2] =
    [t("Preventief en", "Preventive and"), t("licht curatief", "light curative")];
pub const PETAL_5: [Text; 2] = [t("Afgestemd en", "Fitted and"), t("vastgelegd", "written down")];
pub const LEAF_1: Text = t("Dyslexie", "Dyslexia");
pub const LEAF_2: Text = t("Dyscalculie", "Dyscalculia");
pub const LEAF_3: Text = t("Toegankelijk", "Accessible");
pub const LEAF_4: Text = t("Specialisten", "Specialists");
pub const BAND_0: Text = t(
    "niveau 0 en 1 · basis en licht, voor alle leerlingen",
    "level 0 and 1 · basic and light, for all pupils",
);
pub const BAND_2: Text = t(
    "niveau 2 en 3 · extra steun op een gewone school",
    "level 2 and 3 · extra support at a regular school",
);
pub const BAND_4: Text =
    t("niveau 4 · een school voor SO of SBO", "level 4 · a school for SO or SBO");

/// A word for a status that fits in a petal.
pub const fn short(status: Status) -> Text {
    match status {
        Status::OpOrde => t("op orde", "in order"),
        Status::InOntwikkeling => t("groeit", "growing"),
        Status::NogNiet => t("nog niet", "not yet"),
        Status::NietVanToepassing => t("n.v.t.", "n/a"),
        Status::WeetNiet => t("weet ik niet", "do not know"),
    }
}

pub const LEVELS: Text = t("De niveaus eromheen", "The levels around it");
pub const FOUR: Text = t(
    "Extra steun is er voor het kind, de leerkracht, hoe zij met elkaar omgaan, en wat eromheen is.",
    "Extra support is there for the child, the teacher, how they deal with each other, and what is around them.",
);
pub const TO_PATH: Text =
    t("Waar hoort een vraag? Naar de wegwijzer", "Where does a question belong? To the guide");

/// A level as the list names it.
pub struct Level {
    pub id: &'static str,
    pub name: Text,
    pub says: Text,
}

pub const ALL_LEVELS: [Level; 3] = [
    Level {
        id: "niveau-0",
        name: t("Niveau 0 en 1.", "Level 0 and 1."),
        says: t(
            "Basis en lichte steun. De school doet dit zelf, voor alle leerlingen.",
            "Basic and light support. The school does this itself, for all pupils.",
        ),
    },
    Level {
        id: "niveau-2",
        name: t("Niveau 2 en 3.", "Level 2 and 3."),
        says: t(
            "Extra steun op een gewone school, voor één leerling of een groep. Het samenwerkingsverband doet mee.",
            "Extra support at a regular school, for one pupil or a group. The samenwerkingsverband takes part.",
        ),
    },
    Level {
        id: "niveau-4",
        name: t("Niveau 4.", "Level 4."),
        says: t(
            "Een school voor speciaal onderwijs of speciaal basisonderwijs. Het samenwerkingsverband doet mee.",
            "A school for special or special primary education. The samenwerkingsverband takes part.",
        ),
    },
];

//! The plan of a samenwerkingsverband for children: what stands in it, in our own words and short sentences, each chapter with
//! the place where the adult finds it. Only what the plan says; a plan that we do not have is not told.

use rules::source::Source;
use rules::text::{Lang, Text, t};

use super::view::{Stage, Theme, View};
use crate::tekening::drawing::Sticker;

/// One chapter.
#[derive(Clone, Copy, Debug)]
pub struct Chapter {
    pub title: Text,
    pub says: &'static [Text],
    /// A picture that shows what it is about.
    pub sticker: Sticker,
    /// The section of the plan.
    place: &'static str,
}

const DOCUMENT: &str = "Ondersteuningsplan PPO-NK 2022-2026";

impl Chapter {
    /// Where it stands.
    pub fn source(&self) -> Source {
        Source {
            document: DOCUMENT.to_owned(),
            place: self.place.to_owned(),
            link: None,
            says: None,
            says_en: None,
        }
    }
}

/// Where all of them stand, in one line for at the foot of the sheet; nothing when there are none.
pub fn sources(chapters: &[Chapter], lang: Lang) -> String {
    let one = |one: &Chapter| format!("{} ({})", one.title.get(lang), one.place);
    let all: Vec<String> = chapters.iter().map(one).collect();
    if all.is_empty() { String::new() } else { format!("{DOCUMENT}: {}", all.join("; ")) }
}

/// What stands in the plan of a region; nothing when it is not one that we know.
pub fn chapters(region: &str) -> &'static [Chapter] {
    if region == "ppo-nk" { &PPO_NK } else { &[] }
}

/// For which years the plan is.
pub const YEARS: Text =
    t("Het plan is voor 2022 tot en met 2026.", "The plan is for 2022 up to and including 2026.");

const PPO_NK: [Chapter; 7] = [
    Chapter {
        title: t("Wie zijn wij?", "Who are we?"),
        says: &[
            t(
                "Wij zijn 102 scholen bij elkaar in de buurt.",
                "We are 102 schools near each other.",
            ),
            t(
                "Samen hebben we meer dan 21.000 leerlingen.",
                "Together we have more than 21,000 pupils.",
            ),
            t("Samen heten we PPO-NK.", "Together we are called PPO-NK."),
        ],
        sticker: Sticker::School,
        place: "Leeswijzer, Hoe dit plan tot stand kwam",
    },
    Chapter {
        title: t("Wat willen we?", "What do we want?"),
        says: &[
            t(
                "Ieder kind kan naar school in de eigen buurt.",
                "Every child can go to school in its own neighbourhood.",
            ),
            t(
                "Je leert daar samen, en je leeft daar samen.",
                "You learn together there, and live together there.",
            ),
            t(
                "Verschillen tussen kinderen zijn gewoon, en handig.",
                "Differences between children are normal, and useful.",
            ),
        ],
        sticker: Sticker::Huis,
        place: "Deel 1, 1.1 en hoofdstuk 2",
    },
    Chapter {
        title: t("Jij en je ouders praten mee", "You and your parents have a say"),
        says: &[
            t("Wij willen weten hoe jij het ziet.", "We want to know how you see it."),
            t(
                "Daarom vragen we kinderen en ouders vaker om mee te denken.",
                "So we ask children and parents more often to think along.",
            ),
            t(
                "Je leert op je eigen manier en in je eigen tempo.",
                "You learn in your own way and at your own pace.",
            ),
        ],
        sticker: Sticker::Samen,
        place: "Deel 1, 4.2.1",
    },
    Chapter {
        title: t("Je juf of meester krijgt hulp", "Your teacher gets help"),
        says: &[
            t(
                "Een juf of meester hoeft het niet alleen te doen.",
                "A teacher does not have to do it alone.",
            ),
            t(
                "Hulp vragen is goed, en liever vroeg dan laat.",
                "Asking for help is good, and better early than late.",
            ),
        ],
        sticker: Sticker::Hart,
        place: "Deel 1, 4.2.2",
    },
    Chapter {
        title: t("Samen kunnen scholen bijna alles", "Together schools can do nearly everything"),
        says: &[
            t(
                "Niet elke school hoeft alles te kunnen.",
                "Not every school has to be able to do everything.",
            ),
            t(
                "De scholen in een buurt helpen elkaar.",
                "The schools in a neighbourhood help each other.",
            ),
            t(
                "Er zijn acht van zulke buurten. Ze heten werkgebieden.",
                "There are eight such neighbourhoods. They are called werkgebieden.",
            ),
        ],
        sticker: Sticker::Weg,
        place: "Deel 1, 4.2.5 en deel 2, 6.2",
    },
    Chapter {
        title: t("En als het toch niet lukt?", "And if it does not work out?"),
        says: &[
            t(
                "Soms gaat een kind naar een speciale school.",
                "Sometimes a child goes to a special school.",
            ),
            t(
                "Dat willen we alleen als het echt niet anders kan.",
                "We want that only when there is really no other way.",
            ),
            t(
                "Als het kan, is dat dan voor een tijd.",
                "And we want it to be for a time then, if that can be.",
            ),
            t(
                "Dit lukt nog niet goed: er gaan nu juist meer kinderen naar een speciale school.",
                "This does not go well yet: right now more children go to a special school.",
            ),
        ],
        sticker: Sticker::Vraag,
        place: "Deel 1, 3.2 en 4.2.3",
    },
    Chapter {
        title: t("De leerlingenraad", "The leerlingenraad"),
        says: &[
            t(
                "Elk jaar vragen we kinderen hoe zij ernaar kijken.",
                "Every year we ask children how they look at it.",
            ),
            t(
                "Wat zij zeggen, komt in één grote tekening.",
                "What they say goes into one big drawing.",
            ),
            t(
                "Die tekening groeit elk jaar. Wij gebruiken wat we ervan leren.",
                "That drawing grows every year. We use what we learn from it.",
            ),
        ],
        sticker: Sticker::Zon,
        place: "Deel 1, 4.2.4",
    },
];

/// What children said that had a place in what adults decided, and of which the children heard: it belongs with the plan.
pub fn heard(view: &View) -> impl Iterator<Item = &Theme> {
    view.themes.iter().filter(|one| !one.gone && one.used && one.stage() == Stage::Told)
}

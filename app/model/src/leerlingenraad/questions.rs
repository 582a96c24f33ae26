//! What children are asked: the three questions of the plan ready to use, and the cards to choose from. In our own words,
//! once for younger and once for older children. Source: plan PPO-NK 2022-2026 §4.2.4 (STM-02).

use rules::text::{Text, t};
use serde::{Deserialize, Serialize};

use crate::table::named;

named! {
    /// For whom the words are.
    Group {
        Jong => "3-4", "Groep 3 en 4", "Groups 3 and 4";
        Oud => "5-8", "Groep 5 tot en met 8", "Groups 5 to 8";
    }
}

named! {
    /// The questions of the plan.
    Standard {
        Weggaan => "weggaan", "Naar een andere school", "To another school";
        Blijven => "blijven", "Samen op school blijven", "Staying together";
        School => "school", "Wat de school ervan merkt", "What the school gets from it";
    }
}

named! {
    /// A card to choose.
    Card {
        Missen => "missen", "Ik zou hem of haar missen", "I would miss him or her";
        Spelen => "spelen", "We zien elkaar minder", "We see each other less";
        Gewoon => "gewoon", "Ik vind het gewoon", "It is fine with me";
        Past => "past", "Fijn, die school past", "Good, that school fits";
        Hulp => "hulp", "Iemand die helpt", "Somebody who helps";
        Rust => "rust", "Een rustige plek", "A quiet place";
        Vrienden => "vrienden", "Kinderen die meedoen", "Children who join in";
        Snappen => "snappen", "Een juf of meester die het snapt", "A teacher who understands";
        Gezicht1 => "gezicht-1", "Een klein beetje blij", "A tiny bit happy";
        Gezicht2 => "gezicht-2", "Een beetje blij", "A little happy";
        Gezicht3 => "gezicht-3", "Blij", "Happy";
        Gezicht4 => "gezicht-4", "Heel blij", "Very happy";
        Gezicht5 => "gezicht-5", "Super blij", "Super happy";
        Ja => "ja", "Ja", "Yes";
        Misschien => "misschien", "Misschien", "Maybe";
        Nee => "nee", "Nee", "No";
        WeetNiet => "weet-niet", "Ik weet het niet", "I do not know";
    }
}

/// Five degrees of happy: children use the whole of such a row, and no face of it is cross (KIND-4).
const FACES: &[Card] =
    &[Card::Gezicht1, Card::Gezicht2, Card::Gezicht3, Card::Gezicht4, Card::Gezicht5];
/// For the youngest, and for questions of one's own.
const AGAIN: &[Card] = &[Card::Ja, Card::Misschien, Card::Nee];

impl Standard {
    /// The question as a child reads it.
    pub const fn asks(self, group: Group) -> Text {
        match (self, group) {
            (Self::Weggaan, Group::Jong) => t(
                "Een vriendje bij jou in de straat gaat naar een andere school. Hoe is dat voor jou?",
                "A friend in your street goes to another school. How is that for you?",
            ),
            (Self::Weggaan, Group::Oud) => t(
                "Stel: een vriend of vriendin uit je buurt moet naar een andere school. Hoe is dat voor jou?",
                "Imagine: a friend from your neighbourhood has to go to another school. How is that for you?",
            ),
            (Self::Blijven, Group::Jong) => t(
                "Dat kind wil graag bij jullie op school. Wat helpt?",
                "That child would like to be at your school. What helps?",
            ),
            (Self::Blijven, Group::Oud) => t(
                "Wat is er nodig, zodat dit kind bij jullie op school kan?",
                "What is needed so that this child can be at your school?",
            ),
            (Self::School, Group::Jong) => t(
                "Alle kinderen uit de buurt zitten bij jullie op school. Wordt het dan leuker?",
                "All children of the neighbourhood are at your school. Does it become more fun?",
            ),
            (Self::School, Group::Oud) => t(
                "Alle kinderen uit de buurt zitten samen op school. Wordt het daar leuker van, en leer je er meer?",
                "All children of the neighbourhood are at school together. Does it become more fun, and do you learn more?",
            ),
        }
    }

    /// The cards, at most five beside *Ik weet het niet*.
    pub const fn cards(self, group: Group) -> &'static [Card] {
        match (self, group) {
            (Self::Weggaan, Group::Jong) => &[Card::Missen, Card::Gewoon],
            (Self::Weggaan, Group::Oud) => &[Card::Missen, Card::Spelen, Card::Gewoon, Card::Past],
            (Self::Blijven, Group::Jong) => &[Card::Hulp, Card::Vrienden],
            (Self::Blijven, Group::Oud) => &[Card::Hulp, Card::Rust, Card::Vrienden, Card::Snappen],
            (Self::School, Group::Jong) => AGAIN,
            (Self::School, Group::Oud) => FACES,
        }
    }
}

/// The cards of a question of one's own.
pub const fn own_cards(group: Group) -> &'static [Card] {
    match group {
        Group::Jong => AGAIN,
        Group::Oud => FACES,
    }
}

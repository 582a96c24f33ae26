//! The questions that a school can choose from. Written for this app and not yet tried with parents: until somebody did, the screen
//! says so. Their words are in the language files.

use serde::{Deserialize, Serialize};

use crate::table::named;
use rules::text::{Text, t};

named! {
    /// A question of the set.
    Question {
        Blij => "blij", "Waar wordt uw kind blij van?", "What makes your child happy?";
        Goed => "goed", "Waar is uw kind goed in?", "What is your child good at?";
        Thuis => "thuis", "Hoe is het na een schooldag?", "How are things after a school day?";
        Moeilijk => "moeilijk", "Wat is moeilijk voor uw kind?", "What is hard for your child?";
        Helpt => "helpt", "Wat helpt uw kind?", "What helps your child?";
        Wens => "wens", "Wat hoopt u voor uw kind?", "What do you hope for your child?";
        Weten => "weten", "Wat moet de school nog weten?", "What else should the school know?";
    }
}

named! {
    /// A picture to choose.
    Picture {
        Blij => "blij", "Blij", "Happy";
        Rustig => "rustig", "Rustig", "Calm";
        Moe => "moe", "Moe", "Tired";
        Druk => "druk", "Druk", "Restless";
        Boos => "boos", "Boos", "Angry";
        Verdrietig => "verdrietig", "Verdrietig", "Sad";
    }
}

impl Question {
    /// The pictures to choose from; none where words say more.
    pub const fn pictures(self) -> &'static [Picture] {
        match self {
            Self::Thuis => Picture::ALL,
            _ => &[],
        }
    }

    /// How many example answers there are.
    pub const EXAMPLES: usize = 2;
}

impl Picture {
    /// Our own line drawing, as SVG path data on a grid of 48: a face, so that it says the same in every language.
    pub const fn strokes(self) -> &'static str {
        match self {
            Self::Blij => {
                "M24 6a18 18 0 1 0 0 36 18 18 0 0 0 0-36ZM17 19v3M31 19v3M15 28c3 8 15 8 18 0"
            }
            Self::Rustig => {
                "M24 6a18 18 0 1 0 0 36 18 18 0 0 0 0-36ZM14 21c2-2 4-2 6 0M28 21c2-2 4-2 6 0M17 30c4 3 10 3 14 0"
            }
            Self::Moe => {
                "M24 6a18 18 0 1 0 0 36 18 18 0 0 0 0-36ZM14 21h6M28 21h6M20 32a4 3 0 1 0 8 0 4 3 0 1 0-8 0M34 9h6l-6 6h6"
            }
            Self::Druk => {
                "M24 6a18 18 0 1 0 0 36 18 18 0 0 0 0-36ZM17 19v3M31 19v3M14 31l4-3 4 3 4-3 4 3 4-3M3 14l4 2M3 34l4-2M45 14l-4 2M45 34l-4-2"
            }
            Self::Boos => {
                "M24 6a18 18 0 1 0 0 36 18 18 0 0 0 0-36ZM14 17l6 3M34 17l-6 3M17 22v2M31 22v2M16 34c4-5 12-5 16 0"
            }
            Self::Verdrietig => {
                "M24 6a18 18 0 1 0 0 36 18 18 0 0 0 0-36ZM17 19v3M31 19v3M16 34c3-6 13-6 16 0M33 25c3 4 0 6-1 5s-1-3 1-5Z"
            }
        }
    }
}

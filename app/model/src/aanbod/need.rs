//! The needs of the one form, and what a school can say about each. The plan gives no list of its own: these are the needs
//! that it names, each with the section. A later list adds; it never takes away, so that years stay comparable.

use rules::text::{Text, t};
use serde::{Deserialize, Serialize};

use crate::table::named;

named! {
    /// What a child may need, in the order in which everybody reads it.
    Need {
        Dyslexie => "dyslexie", "Dyslexie", "Dyslexia";
        Dyscalculie => "dyscalculie", "Dyscalculie", "Dyscalculia";
        Gebouw => "gebouw", "Een gebouw waar ieder kind in kan", "A building that every child can use";
        Sociaal => "sociaal", "Sociale toegankelijkheid", "Social accessibility";
        Gedrag => "gedrag", "Gedrag en leren leren", "Behaviour and learning to learn";
        Lichamelijk => "lichamelijk", "Een lichamelijke beperking", "A physical disability";
        Leren => "leren", "Ernstige leer- en ontwikkelproblemen", "Severe learning and developmental problems";
        Taal => "taal", "Horen, taal en communicatie", "Hearing, language and communication";
        Zien => "zien", "Blind of slechtziend zijn", "Being blind or partially sighted";
        Hoogbegaafd => "hoogbegaafd", "Hoogbegaafd met extra vragen", "Gifted with extra needs";
        Meervoudig => "meervoudig", "Meervoudige beperking, met zorg", "Multiple disabilities, with care";
    }
}

named! {
    /// What a school says about a need.
    Offer {
        Zelf => "zelf", "Dat kunnen wij", "We can do this";
        Samen => "samen", "Dat kunnen wij met hulp van anderen", "We can do this with help of others";
        Groeit => "groeit", "Hierin willen wij groeien", "We want to grow in this";
        NogNiet => "nog-niet", "Nog niet", "Not yet";
    }
}

impl Need {
    /// The section of the plan PPO-NK 2022-2026 that names it.
    pub const fn place(self) -> &'static str {
        match self {
            Self::Dyslexie | Self::Dyscalculie | Self::Gebouw | Self::Sociaal => "§11.3",
            Self::Gedrag | Self::Lichamelijk | Self::Leren | Self::Taal => "§11.4.1",
            Self::Zien => "§6.5.2",
            Self::Hoogbegaafd => "§4.2.5",
            Self::Meervoudig => "§10.3.4",
        }
    }
}

impl Offer {
    /// Whether a child with this need can come here.
    pub const fn is_there(self) -> bool {
        matches!(self, Self::Zelf | Self::Samen)
    }
}

//! Everything that a person can do to a school year of a school. Ids and dates are made by the caller.

use chrono::NaiveDate;
use replica::id::BlobId;
use rules::text::{Text, t};
use serde::{Deserialize, Serialize};

use crate::attachment::Attachment;
use crate::table::{Seat, named};

named! {
    /// The five aspects of basic support, in the order of the plan, and under the fourth the four things that it holds
    /// (BAS-01, BAS-02).
    Row {
        Basiskwaliteit => "basiskwaliteit", "1. De basiskwaliteit is op orde", "1. The basic quality is in order";
        Aanpassingen => "aanpassingen", "2. Doeltreffende aanpassingen", "2. Effective adaptations";
        Planmatig => "planmatig", "3. Planmatig werken per leerling", "3. Working to a plan for each pupil";
        Preventief => "preventief", "4. Preventieve en licht curatieve hulp", "4. Preventive and light curative help";
        Dyslexie => "dyslexie", "Protocol dyslexie", "Protocol for dyslexia";
        Dyscalculie => "dyscalculie", "Protocol dyscalculie", "Protocol for dyscalculia";
        Toegankelijk => "toegankelijk", "Fysiek en/of sociaal toegankelijk", "Physically and/or socially accessible";
        Specialisten => "specialisten", "Hulp samen met specialisten", "Help together with specialists";
        Afgestemd => "afgestemd", "5. Afgestemd op de leerlingen en vastgelegd", "5. Fitted to the pupils and written down";
    }
}

named! {
    /// How things stand.
    Status {
        OpOrde => "op-orde", "Op orde", "In order";
        InOntwikkeling => "in-ontwikkeling", "In ontwikkeling", "Being developed";
        NogNiet => "nog-niet", "Nog niet", "Not yet";
        NietVanToepassing => "nvt", "Niet van toepassing", "Not applicable";
        WeetNiet => "weet-niet", "Weet ik niet", "I do not know";
    }
}

/// One thing that a person does; one undo step.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Command {
    /// Several as one undo step, in this order; when one is refused, none is carried out.
    Together(Vec<Command>),
    /// Begins: the name of the school, its board, the region and werkgebied that it belongs to.
    Start {
        name: String,
        board: String,
        region: String,
        area: Option<String>,
    },
    /// Whether people keep to the agreements of a plan that has ended. A rule never outlives its days by itself.
    KeepPlan(bool),
    AddPerson {
        id: String,
        name: String,
        seat: Seat,
    },
    SetPerson {
        id: String,
        change: PersonChange,
    },
    /// What one colleague thinks. Somebody of the samenwerkingsverband advises and does not tick (BAS-04).
    Answer {
        row: Row,
        person: String,
        status: Option<Status>,
    },
    /// What they say together after talking about it.
    Agree {
        row: Row,
        status: Option<Status>,
    },
    /// In the school's own words: what was in the field when typing began, and what is there now.
    Explain {
        row: Row,
        base: String,
        text: String,
    },
    /// In a few words, what shows how things stand.
    AddEvidence {
        id: String,
        row: Row,
        note: String,
    },
    SetEvidence {
        id: String,
        change: EvidenceChange,
    },
    /// A photo or a document that shows how things stand.
    Attach {
        row: Row,
        file: Attachment,
    },
    Detach {
        row: Row,
        blob: BlobId,
    },
    AddStep {
        id: String,
        step: NewStep,
    },
    SetStep {
        id: String,
        change: StepChange,
    },
    /// Of several values that were written at the same time, keeps this one.
    Choose {
        field: Field,
        write: String,
    },
}

/// One change of a person.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum PersonChange {
    Name(String),
    Seat(Seat),
    /// Does not take part any more, or again. The answers stay and are not shown as a difference.
    Gone(bool),
}

/// One change of a piece of evidence.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum EvidenceChange {
    Text { base: String, text: String },
    Gone(bool),
}

/// A next step. It may be incomplete: the screen says what is missing.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct NewStep {
    pub row: Row,
    pub what: String,
    /// Who, by id, and the name as it was.
    pub who: Option<String>,
    pub who_name: String,
    pub due: Option<NaiveDate>,
}

/// One change of a next step.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum StepChange {
    What(String),
    Who {
        id: Option<String>,
        name: String,
    },
    Due(Option<NaiveDate>),
    Done(Option<NaiveDate>),
    /// Not needed any more, with why; it stays to be seen.
    Dropped(Option<String>),
}

/// Names a field, for a choice between two values.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Field {
    Itself(String),
    /// A register of a row: `samen`, `antwoord:<person>`.
    Row {
        row: String,
        name: String,
    },
    Person {
        id: String,
        name: String,
    },
    Evidence {
        id: String,
        name: String,
    },
    Step {
        id: String,
        name: String,
    },
}

impl Row {
    /// The five aspects of BAS-01.
    pub const ASPECTS: [Self; 5] = [
        Self::Basiskwaliteit,
        Self::Aanpassingen,
        Self::Planmatig,
        Self::Preventief,
        Self::Afgestemd,
    ];
    /// What the fourth aspect holds (BAS-02).
    pub const PARTS: [Self; 4] =
        [Self::Dyslexie, Self::Dyscalculie, Self::Toegankelijk, Self::Specialisten];

    /// What to think of, in our own words after the plan (PPO-NK §11.3).
    pub const fn about(self) -> Text {
        match self {
            Self::Basiskwaliteit => t(
                "De Inspectie van het Onderwijs kijkt hiernaar. Wat zei zij de laatste keer, en klopt dat nog?",
                "The Inspectorate of Education looks at this. What did it say the last time, and is that still so?",
            ),
            Self::Aanpassingen => t(
                "Kan de school iets veranderen zodat een kind mee kan doen: in de klas, in de tijd, in het gebouw?",
                "Can the school change something so that a child can take part: in the classroom, in time, in the building?",
            ),
            Self::Planmatig => t(
                "Kijken, kiezen, doen en terugkijken: gebeurt dat ook voor één leerling?",
                "Looking, choosing, doing and looking back: does that also happen for a single pupil?",
            ),
            Self::Preventief => t(
                "Op tijd helpen, voordat het groot wordt. De vier onderdelen staan hieronder.",
                "Helping in time, before it grows large. The four parts stand below.",
            ),
            Self::Dyslexie => t(
                "Iedereen op school weet wat er gebeurt als lezen en spellen moeilijk blijven.",
                "Everybody at school knows what happens when reading and spelling stay difficult.",
            ),
            Self::Dyscalculie => t(
                "Iedereen op school weet wat er gebeurt als rekenen moeilijk blijft.",
                "Everybody at school knows what happens when arithmetic stays difficult.",
            ),
            Self::Toegankelijk => t(
                "Ieder kind kan naar binnen, naar de wc, naar buiten, en hoort erbij.",
                "Every child can get in, to the toilet, outside, and belongs.",
            ),
            Self::Specialisten => t(
                "Mensen van binnen en buiten de school helpen mee als dat nodig is.",
                "People from inside and outside the school help when it is needed.",
            ),
            Self::Afgestemd => t(
                "Wat de school biedt past bij wie er op school zitten, en staat in de schoolgids.",
                "What the school offers fits those who are at the school, and stands in the school guide.",
            ),
        }
    }

    /// The aspect that it is a part of; nothing for an aspect itself.
    pub fn within(self) -> Option<Self> {
        Self::PARTS.contains(&self).then_some(Self::Preventief)
    }
}

/// Whether somebody in this seat speaks for the school. Consultant and coach read and advise (BAS-04).
pub const fn of_the_school(seat: Seat) -> bool {
    matches!(
        seat,
        Seat::Schoolleider
            | Seat::Ib
            | Seat::Leerkracht
            | Seat::Zorgcoordinator
            | Seat::Schoolbestuur
    )
}

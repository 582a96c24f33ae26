//! Everything that a person can do to a dossier. Ids, dates and keys are made by the caller.

use chrono::NaiveDate;
use rules::text::{Text, t};
use serde::{Deserialize, Serialize};

use crate::attachment::Attachment;
use crate::ouder::{self, Choice, Language, Picture, Spoken};
use crate::table::named;

named! {
    /// Whose perspective it is, in the order in which they stand beside each other (DOS-6): the child first.
    Side {
        Kind => "kind", "Kind", "Child";
        Ouders => "ouders", "Ouders", "Parents";
        School => "school", "School", "School";
    }
}

named! {
    /// What stands beside a text of somebody else.
    Remark {
        Correctie => "correctie", "Correctie", "Correction";
        Zienswijze => "zienswijze", "Zienswijze", "Own view";
    }
}

named! {
    /// How a choice was made.
    Way {
        App => "app", "Op een eigen telefoon", "On an own phone";
        Papier => "papier", "Op papier", "On paper";
        AanTafel => "tafel", "Samen aan tafel", "Together at the table";
    }
}

named! {
    /// The questions that the plan of school, parents and child answers: the five of TOP-01, and what goes differently (L-15).
    Part {
        Vraag => "vraag", "Waar gaat het om?", "What is it about?";
        Doelen => "doelen", "Wat willen wij bereiken?", "What do we want to reach?";
        Kind => "kind", "Wat heeft het kind nodig?", "What does the child need?";
        Leerkracht => "leerkracht", "Wat heeft de leerkracht nodig?", "What does the teacher need?";
        Aanpak => "aanpak", "Wat gaan wij doen?", "What are we going to do?";
        Anders => "anders", "Wat gaat anders dan in de rest van de klas?", "What goes differently than in the rest of the class?";
    }
}

named! {
    /// What a rule asks and only people can say: whether care told as well (TOP-10), who looks back together (L-13), and what is in the privacy
    /// rules (PRV-02).
    Known {
        Zorg => "zorg_verteld", "Vertelde die zorgpartner ook wat hij ziet?", "Did that care partner tell what it sees as well?";
        OudersTerug => "ouders_terug", "Kijken de ouders mee terug?", "Do the parents look back as well?";
        KindTerug => "kind_terug", "Kijkt het kind mee terug?", "Does the child look back as well?";
        Reglement => "reglement", "Is er een privacyreglement?", "Are there privacy rules?";
        Rechten => "reglement_rechten", "Noemt het de rechten en plichten?", "Do they name rights and duties?";
        Klacht => "reglement_klacht", "Zegt het hoe ouders een klacht indienen?", "Do they say how parents file a complaint?";
    }
}

named! {
    /// When the child is heard (L-14): before the plan is made, changed or evaluated.
    Moment {
        Opstellen => "opstellen", "Bij het opstellen", "When it is drafted";
        Bijstellen => "bijstellen", "Bij het bijstellen", "When it is changed";
        Evalueren => "evalueren", "Bij het evalueren", "When it is evaluated";
    }
}

/// One thing that a person does; one undo step.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Command {
    /// Several as one undo step, in this order; when one is refused, none is carried out.
    Together(Vec<Command>),
    /// Begins: how the child is called, the school, who asks.
    Start {
        name: String,
        school: String,
        asker: String,
    },
    /// The region whose plan holds for this dossier, by its slug; empty for none.
    Region(String),
    /// Whether its plan is kept to after it ended.
    KeepsPlan(bool),
    /// Level of support, 0 to 4 (NIV, TOP-02).
    Level(Option<i64>),
    /// Day of enrolment or definitive placement (L-11).
    Enrolled(Option<NaiveDate>),
    /// When school, parents and child look back together (L-13).
    LookBack(Option<NaiveDate>),
    /// Whether somebody of care takes part (TOP-10).
    Care(Option<bool>),
    /// What is known besides, for the rules.
    Know {
        what: Known,
        yes: Option<bool>,
    },
    /// Where the one who asks can be called.
    Phone(String),
    /// Who asks.
    Asker(String),
    /// Who sees it, in plain words, one a line.
    Sees(String),
    KeepUntil(Option<NaiveDate>),
    /// When it is talked about together.
    Talk(Option<NaiveDate>),
    AddGuardian {
        id: String,
        name: String,
        relation: String,
    },
    SetGuardian {
        id: String,
        change: GuardianChange,
    },
    /// A question of the set, or words of the school's own.
    Ask {
        id: String,
        question: Option<ouder::Question>,
        own: String,
    },
    SetQuestion {
        id: String,
        change: QuestionChange,
    },
    Invite {
        id: String,
        letter: Box<NewLetter>,
    },
    SetLetter {
        id: String,
        change: LetterChange,
    },
    Tell {
        id: String,
        told: Box<NewTold>,
    },
    /// The same with a drawing, packed as a council keeps them; then words are not needed.
    TellDrawn {
        id: String,
        told: Box<NewTold>,
        drawing: Vec<u8>,
        /// The child wants to keep it from its parents, with the words beside it.
        #[serde(default)]
        kept_back: bool,
    },
    /// The same with a recording of a voice, whose sound follows in pieces; then words are not needed.
    TellSpoken {
        id: String,
        told: Box<NewTold>,
        spoken: Spoken,
    },
    /// The same of a parent who would rather tell it in a talk; then neither words nor a recording are needed.
    TellRather {
        id: String,
        told: Box<NewTold>,
        spoken: Option<Spoken>,
    },
    /// A piece of a recording that was told, counted from 0. One that is here stays.
    KeepPiece {
        of: String,
        place: u32,
        file: Box<Attachment>,
    },
    /// Stands beside what was told; nothing of that changes.
    Remark {
        id: String,
        about: String,
        remark: Remark,
        author: String,
        /// The guardian whose words these are; nothing when they are of nobody of them.
        #[serde(default)]
        guardian: Option<String>,
        text: String,
        #[serde(default)]
        language: Language,
        on: NaiveDate,
    },
    Freeze {
        id: String,
        plan: NewPlan,
    },
    Agree {
        id: String,
        agreement: Box<NewAgreement>,
    },
    /// Proposes somebody who may receive it (PRV-01).
    Propose {
        id: String,
        name: String,
        why: String,
        on: NaiveDate,
    },
    /// What a guardian says to that. It is added; what was said before stays.
    Allow {
        id: String,
        guardian: String,
        yes: Option<bool>,
        on: NaiveDate,
        way: Way,
    },
    /// Access for somebody to whom every guardian said yes.
    Access {
        id: String,
        access: Access,
    },
    /// An invitation, in hexadecimal digits, for another device of who is in.
    InviteOwn {
        invite: String,
    },
    /// The receipt of the server, as lines, for a signed choice that is here: it says itself for which.
    Receive {
        receipt: String,
    },
    /// Receives nothing new any more.
    Remove {
        id: String,
        on: NaiveDate,
    },
    Hear {
        id: String,
        hearing: Box<NewHearing>,
    },
    /// What was done with what the child said, once it was explained. What was explained before stays.
    Explain {
        id: String,
        done_with: String,
    },
    /// What is being written in a field and not put down yet: it is there again after a reload, and shown nowhere else.
    Draft {
        field: String,
        text: String,
    },
    /// Of several values that were written at the same time, keeps this one.
    Choose {
        field: Field,
        write: String,
    },
}

/// How far somebody who may receive it is on the way in.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Access {
    /// By this invitation, in hexadecimal digits.
    Invited(String),
    /// With this device, in hexadecimal digits, since this day.
    In { device: String, on: NaiveDate },
}

/// One change of a guardian.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum GuardianChange {
    Name(String),
    Relation(String),
    Gone(bool),
    /// Asked at the table for a call, on this number as it was typed.
    Call(String),
    Called(NaiveDate),
}

/// One change of a question.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum QuestionChange {
    Gone(bool),
    /// What the three together found: the same (true), different (false), or not looked at yet.
    Judged(Option<bool>),
}

/// A letter to one parent, as it was sealed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct NewLetter {
    pub guardian: String,
    /// The drop-box, in hexadecimal digits.
    pub dropbox: String,
    /// What stands behind the `#`.
    pub link: String,
    /// The sealed letter, in hexadecimal digits: it is put in the box again when the server lost it.
    pub sealed: String,
    /// The keys that open the answers, in hexadecimal digits.
    pub keys: String,
    pub made: NaiveDate,
    pub until: NaiveDate,
    /// The plan that it asks about.
    pub plan: Option<String>,
}

/// What became of a letter.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum LetterChange {
    Opened(NaiveDate),
    Busy(NaiveDate),
    Sent(NaiveDate),
    /// Asked for a call, on this number as it was typed.
    Call(String),
    Called(NaiveDate),
    /// A reply with this name is in the dossier: it is not taken in again.
    Heard(String),
    Withdrawn(NaiveDate),
    /// It is at the server.
    Posted(NaiveDate),
    /// It is gone from the server.
    Closed(NaiveDate),
}

/// A text of one of the three.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct NewTold {
    pub side: Side,
    /// Id of the question.
    pub question: String,
    /// Who said it, as a name.
    pub author: String,
    /// The guardian, for parents.
    pub guardian: Option<String>,
    pub text: String,
    pub language: Language,
    pub pictures: Vec<Picture>,
    pub on: NaiveDate,
    pub interpreter: Option<String>,
}

/// A plan that is frozen to be agreed to.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct NewPlan {
    pub title: String,
    /// What it says to each question, in the order of [`Part::ALL`]; empty where it says nothing.
    pub parts: Vec<String>,
    /// What it says besides.
    pub text: String,
    pub on: NaiveDate,
}

/// A choice of one guardian about one plan.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct NewAgreement {
    pub guardian: String,
    pub plan: String,
    pub choice: Choice,
    pub name: String,
    pub on: NaiveDate,
    pub way: Way,
    /// The signed file, when there is one.
    pub file: String,
}

/// How the child was heard.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct NewHearing {
    pub moment: Moment,
    pub on: NaiveDate,
    /// In which way the child wanted to tell it.
    pub way: String,
    /// What helped.
    pub help: String,
    /// What was done with it, as it was explained to the child.
    pub done_with: String,
}

/// Names a field, for a choice between two values.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Field {
    Itself(String),
    Item { of: String, id: String, name: String },
}

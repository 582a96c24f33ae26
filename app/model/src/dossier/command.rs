//! Everything that a person can do to a dossier. Ids, dates and keys are made by the caller.

use chrono::NaiveDate;
use rules::text::{Text, t};
use serde::{Deserialize, Serialize};

use crate::ouder::{self, Choice, Language, Picture};
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
    },
    /// Stands beside what was told; nothing of that changes.
    Remark {
        id: String,
        about: String,
        remark: Remark,
        author: String,
        text: String,
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
    /// What a guardian says to that.
    Allow {
        id: String,
        guardian: String,
        yes: Option<bool>,
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
    /// Of several values that were written at the same time, keeps this one.
    Choose {
        field: Field,
        write: String,
    },
}

/// One change of a guardian.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum GuardianChange {
    Name(String),
    Relation(String),
    Gone(bool),
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
    Withdrawn(NaiveDate),
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

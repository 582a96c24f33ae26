//! The words of the language in use, with the names of this letter in their gaps.

use std::sync::Arc;

use chrono::{Datelike, NaiveDate};
use leptos::prelude::*;
use model::ouder::{Asked, Choice, Draft, Language, Sheet, Step, Word, Words, filled};

use crate::pages::Port;
use crate::sound::{LIMIT, Tone, time};

/// What every page shares. `Copy`.
#[derive(Clone, Copy)]
pub struct Say {
    pub(crate) sheet: StoredValue<Sheet>,
    pub(crate) draft: RwSignal<Draft>,
    pub(crate) port: Port,
    pub(crate) language: Memo<Language>,
    words: Memo<Arc<Words>>,
}

impl Say {
    pub(crate) fn new(sheet: Sheet, draft: RwSignal<Draft>, port: Port) -> Self {
        let language = Memo::new(move |_| draft.with(|draft| draft.language));
        let words = Memo::new_with_compare(move |_| Arc::new(language.get().words()), |_, _| true);
        Self { sheet: StoredValue::new(sheet), draft, port, language, words }
    }

    /// A sentence.
    pub(crate) fn word(self, word: Word) -> String {
        self.with(word, &[])
    }

    /// A sentence with further gaps filled.
    pub(crate) fn with(self, word: Word, gaps: &[(&str, &str)]) -> String {
        self.words.with(|words| self.fill(words.get(word), gaps))
    }

    /// A sentence that follows the language.
    pub(crate) fn tr(self, word: Word) -> impl Fn() -> String + Copy + Send + Sync + 'static {
        move || self.word(word)
    }

    /// Something of the data file itself.
    pub(crate) fn of<T>(self, read: impl FnOnce(&Words) -> T) -> T {
        self.words.with(|words| read(words))
    }

    pub(crate) fn fill(self, sentence: &str, gaps: &[(&str, &str)]) -> String {
        let own = self.sheet.with_value(|sheet| {
            // A number that is read from the screen stays on one line.
            let phone = sheet.phone.replace(' ', "\u{a0}");
            let own = [
                ("kind", &sheet.child),
                ("wie", &sheet.asker),
                ("school", &sheet.school),
                ("telefoon", &phone),
            ];
            own.map(|(name, value)| (name, value.clone()))
        });
        let all = own.iter().map(|(name, value)| (*name, value.as_str()));
        let all = all.chain(gaps.iter().copied());
        let language = self.language.get();
        // A day stays on one line as well.
        let whole = |name: &str, text: &str| match name {
            "dag" => language.apart(&text.replace('-', "-\u{2060}")),
            _ => language.apart(text),
        };
        let all: Vec<(&str, String)> = all.map(|(name, text)| (name, whole(name, text))).collect();
        let all: Vec<(&str, &str)> = all.iter().map(|(name, text)| (*name, &**text)).collect();
        filled(sentence, &all)
    }

    /// The words of a question; one of the school's own is in Dutch.
    pub(crate) fn question(self, asked: &Asked) -> String {
        match asked.question {
            Some(question) => self.of(|words| self.fill(words.question(question), &[])),
            None => asked.own.clone(),
        }
    }

    /// The language of a question, where it is not that of the page.
    pub(crate) fn own_language(asked: &Asked) -> Option<(&'static str, &'static str)> {
        let own = Language::Nl;
        asked.question.is_none().then(|| (own.code(), own.direction()))
    }

    /// The words of a choice.
    pub(crate) fn choice(self, choice: Choice) -> String {
        self.word(match choice {
            Choice::Eens => Word::Eens,
            Choice::NietEens => Word::NietEens,
            Choice::EerstPraten => Word::EerstPraten,
            Choice::Ingetrokken => Word::Intrekken,
        })
    }

    /// What the recorder says, with how long it is.
    pub(crate) fn tone(self, tone: Tone, seconds: u32) -> String {
        let word = match tone {
            Tone::Lead => Word::Opname,
            Tone::Cannot => Word::OpnameKanNiet,
            Tone::Begin => Word::OpnameBegin,
            Tone::Asks => Word::OpnameVraagt,
            Tone::Runs => Word::OpnameLoopt,
            Tone::Stands => Word::OpnameStaat,
            Tone::Time => Word::OpnameTijd,
            Tone::Pause => Word::Pauze,
            Tone::Onward => Word::OpnameVerder,
            Tone::Ready => Word::OpnameKlaar,
            Tone::Is => Word::OpnameIs,
            Tone::Cut => Word::OpnameTotHier,
            Tone::Listen => Word::Luister,
            Tone::Stop => Word::Stop,
            Tone::Again => Word::OpnameOpnieuw,
            Tone::Away => Word::OpnameWeg,
            Tone::Back => Word::OpnameTerug,
            Tone::Full => Word::OpnameVol,
            Tone::Refused => Word::OpnameMagNiet,
            Tone::Failed => Word::OpnameMislukt,
        };
        let (now, most) = (time(seconds), time(LIMIT.seconds));
        self.with(word, &[("tijd", &now), ("grens", &most)])
    }

    /// Changes the draft and keeps it.
    pub(crate) fn change(self, change: impl FnOnce(&mut Draft)) {
        self.draft.update(change);
        self.port.changed.run(());
    }

    /// To another page.
    pub(crate) fn go(self, step: Step) {
        self.change(|draft| draft.step = step);
    }

    /// To the page after this one.
    pub(crate) fn next(self) {
        let step = self.sheet.with_value(|sheet| self.draft.with_untracked(|one| one.next(sheet)));
        self.go(step);
    }

    /// To the page before this one, where there is one.
    pub(crate) fn back(self) {
        let step = self.sheet.with_value(|sheet| self.draft.with_untracked(|one| one.back(sheet)));
        if let Some(step) = step {
            self.go(step);
        }
    }
}

/// A day that reads the same in every language here.
pub fn day(day: NaiveDate) -> String {
    format!("{:02}-{:02}-{}", day.day(), day.month(), day.year())
}

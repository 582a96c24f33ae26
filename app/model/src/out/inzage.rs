//! Everything of a dossier for one parent (inzage): one page that any browser shows and any printer prints, without a network and without a
//! script. Each text with who, when and in which language; each plan with its number; each choice; the letters to this parent; who read it.
//! Addressed to a parent, so in Dutch and with `u`.
//!
//! What another parent told, remarked or chose is only in it when that parent agrees: who sees what somebody told was said to that person beforehand.

use std::collections::BTreeMap;
use std::fmt::Write;

use chrono::NaiveDate;
use rules::notation;
use rules::text::Lang;

use crate::dossier::{Agreed, Letter, Receiver, Side, Told, View};
use crate::gelezen;
use crate::ouder::{Choice, Language, Spoken, filled, plan_hash, with_receipt};
use crate::tekening::drawing::{Drawing, Sticker};
use crate::tekening::poster::sheet;

const STYLE: &str = "body{font:18px/1.5 system-ui,sans-serif;max-width:42em;margin:2em auto;padding:0 1em}blockquote{margin:.5em 0 1em;padding-inline-start:1em;border-inline-start:3px solid #888;white-space:pre-wrap}pre{white-space:pre-wrap;overflow-wrap:anywhere;font-size:.75em}.wie{color:#555}h2{margin-top:2em}";

/// What goes in it.
#[derive(Clone, Copy, Debug)]
pub struct Inzage<'a> {
    pub view: &'a View,
    pub log: &'a gelezen::View,
    /// Id of the guardian for whom it is.
    pub guardian: &'a str,
    /// Whether what other guardians told goes with it, because they agree to that.
    pub with_others: bool,
    pub today: NaiveDate,
    /// The recordings that are on this device, by their name, each as an address that holds it.
    pub sounds: &'a BTreeMap<String, String>,
    /// How a sticker is drawn: what is filled softly, and what is drawn in ink.
    pub sticker: fn(Sticker) -> (&'static str, &'static str),
}

impl Inzage<'_> {
    /// The whole page.
    pub fn page(&self) -> String {
        let name = self.view.guardian(self.guardian).map_or("", |one| &one.name);
        let mut to = String::new();
        let title = format!("Alles over {} voor {name}", self.view.name);
        to.push_str("<!doctype html>\n<html lang=\"nl\"><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width\">\n");
        put(&mut to, &format!("<title>{}</title><style>{STYLE}</style>", safe(&title)));
        head(&mut to, 1, &title);
        line(
            &mut to,
            &format!(
                "Gemaakt op {} door {} van {}.",
                day(self.today),
                self.view.asker,
                self.view.school
            ),
        );
        line(
            &mut to,
            "Hierin staat wat de school van u en uw kind bewaart in dit dossier. Klopt iets niet? Zeg het de school; uw eigen blik komt dan naast de tekst te staan.",
        );
        if !self.view.phone.is_empty() {
            line(&mut to, &format!("Vragen? Bel {}: {}.", self.view.asker, self.view.phone));
        }
        self.kept(&mut to);
        self.seers(&mut to);
        self.told(&mut to);
        self.plans(&mut to);
        self.heard(&mut to);
        self.letters(&mut to);
        self.read(&mut to);
        to.push_str("</html>\n");
        to
    }

    /// What the school keeps about the child and about this parent besides what was said.
    fn kept(&self, to: &mut String) {
        let own = self.view.guardian(self.guardian);
        let relation = own.map(|one| one.relation.clone()).filter(|one| !one.is_empty());
        let mut calls = self.view.letters.iter().filter(|one| one.guardian == self.guardian).rev();
        let care = self.view.care.map(|yes| if yes { "ja" } else { "nee" }.to_owned());
        let all = [
            ("Wie u bent van uw kind", relation),
            ("Nummer waarop u gebeld wilt worden", calls.find_map(|one| one.call.clone())),
            ("Niveau van ondersteuning", self.view.level.map(|level| level.to_string())),
            ("Dag van inschrijving of plaatsing", self.view.enrolled.map(day)),
            ("Gesprek", self.view.talk.map(day)),
            ("Samen terugkijken", self.view.look_back.map(day)),
            ("Iemand van zorg doet mee", care),
        ];
        head(to, 2, "Wat de school bewaart");
        let known = self.view.known.iter().map(|(what, yes)| {
            format!("{} {}", what.label().nl, if *yes { "Ja." } else { "Nee." })
        });
        let all = all.into_iter().filter_map(|(what, is)| Some(format!("{what}: {}", is?)));
        items(to, all.chain(known));
    }

    fn seers(&self, to: &mut String) {
        head(to, 2, "Wie dit ziet");
        let kept = self.view.keep.map_or_else(
            || "Hoe lang de school dit bewaart, staat niet in het dossier.".to_owned(),
            |until| format!("De school bewaart dit tot {}.", day(until)),
        );
        items(to, self.view.seers());
        line(to, &kept);
        if !self.view.receivers.is_empty() {
            head(to, 3, "Wie de school voorstelde");
            items(to, self.view.receivers.iter().map(|one| self.receiver(one)));
        }
    }

    fn receiver(&self, one: &Receiver) -> String {
        let asked = one.on.map(day).unwrap_or_default();
        let said = one.said_by(self.guardian).map(|said| {
            let answer = match said.yes {
                Some(true) => "u zei ja",
                Some(false) => "u zei nee",
                None => "de school haalde uw antwoord weg",
            };
            let on = said.on.map(|on| format!(" op {}", day(on))).unwrap_or_default();
            let way = said.way.map(|way| format!(" ({})", way.label().nl)).unwrap_or_default();
            format!("{answer}{on}{way}")
        });
        let mut own = said.collect::<Vec<_>>().join("; ");
        if own.is_empty() {
            own.push_str("u zei nog niets");
        }
        let since = one.since.map(|on| format!("; had toegang vanaf {}", day(on)));
        let until = one.removed.map(|on| format!("; van de lijst op {}", day(on)));
        let [since, until] = [since, until].map(Option::unwrap_or_default);
        format!("{} ({}), voorgesteld op {asked}: {own}{since}{until}", one.name, one.why)
    }

    fn told(&self, to: &mut String) {
        head(to, 2, "Wat er gezegd is");
        if !self.with_others && !self.is_only() {
            line(
                to,
                "Wat een andere ouder zelf vertelde of koos, staat hier niet in. Ook niet wat naast een tekst staat zonder dat vastligt van wie het is.",
            );
        }
        let dutch = Language::Nl.words();
        for question in &self.view.questions {
            let asked = question.question.map_or_else(
                || question.own.clone(),
                |one| filled(dutch.question(one), &[("kind", &self.view.name)]),
            );
            let all = self.view.told.iter();
            let said: Vec<&Told> =
                all.filter(|one| one.question == question.id && self.may_have(one)).collect();
            head(to, 3, &asked);
            if said.is_empty() {
                line(to, "Hier staat niets.");
            }
            for one in said {
                self.text(to, one);
                let beside = self.view.beside(&one.id).filter(|beside| self.may_have(beside));
                beside.for_each(|beside| self.text(to, beside));
            }
        }
    }

    /// Whether there is no other guardian, now or before.
    fn is_only(&self) -> bool {
        self.view.guardians.iter().all(|one| one.id == self.guardian)
    }

    /// Words beside a text of which nobody wrote down whose they are may be of another parent.
    fn may_have(&self, told: &Told) -> bool {
        let of_parents = told.side == Some(Side::Ouders)
            || (told.beside.is_some() && told.author.trim() != self.view.asker.trim());
        let is_own = match told.guardian.as_deref() {
            Some(of) => of == self.guardian,
            None => !of_parents || self.is_only(),
        };
        is_own || self.with_others
    }

    /// A text with who said it, when, and in which language, and what was drawn or spoken.
    fn text(&self, to: &mut String, told: &Told) {
        marks(to, told);
        if told.kept_back {
            line(
                to,
                "Hier hoort een tekening bij. Uw kind wil die voor zichzelf houden. Daarom staat de tekening hier niet. Praat er samen over.",
            );
            return;
        }
        if let Ok(drawing) = Drawing::unpack(&told.drawing) {
            put(to, &sheet(&drawing, &self.sticker));
        }
        if let Some(spoken) = &told.spoken {
            self.sound(to, spoken);
        }
        if told.rather_tell {
            line(to, "Wil dit liever vertellen in een gesprek.");
        }
        if !told.text.is_empty() {
            quote(to, &told.text, told.language);
        }
    }

    fn sound(&self, to: &mut String, spoken: &Spoken) {
        let (minutes, seconds) = (spoken.seconds / 60, spoken.seconds % 60);
        line(to, &format!("Een opname van {minutes}:{seconds:02}."));
        match self.sounds.get(&spoken.id) {
            Some(address) => {
                put(to, &format!("<audio controls src=\"{}\"></audio>", safe(address)))
            }
            None => line(
                to,
                "De opname zelf staat niet op het apparaat waarop dit is gemaakt. Vraag de school om de opname.",
            ),
        }
    }

    /// The recordings that go with it: whoever makes it has to look them up first.
    pub fn spoken(&self) -> impl Iterator<Item = &Spoken> {
        let told = self.view.told.iter().filter(|one| self.may_have(one));
        told.filter_map(|one| one.spoken.as_ref())
    }

    fn plans(&self, to: &mut String) {
        head(to, 2, "Plannen en keuzes");
        if self.view.plans.is_empty() {
            line(to, "Er is nog geen plan.");
        }
        for plan in &self.view.plans {
            head(to, 3, &plan.title);
            line(
                to,
                &format!(
                    "Vastgelegd op {}. Controlegetal: {}",
                    day(plan.on),
                    plan_hash(&plan.text)
                ),
            );
            quote(to, &plan.text, Language::Nl);
            let may_have = |one: &&Agreed| one.guardian == self.guardian || self.with_others;
            for one in self.view.agreed.iter().filter(|one| one.plan == plan.id).filter(may_have) {
                self.choice(to, one);
            }
        }
    }

    fn choice(&self, to: &mut String, one: &Agreed) {
        let (on, way) =
            (one.on.map(day).unwrap_or_default(), one.way.map_or("", |way| way.label().nl));
        let choice = one.choice.map_or("", |choice: Choice| choice.label().nl);
        line(to, &format!("{}: {choice} ({on}, {way})", one.name));
        if let Some(on) = one.existed() {
            line(to, &format!("Deze keuze bestond op {} volgens de server.", day(on)));
        }
        if one.is_of_another_server() {
            line(
                to,
                "Het ontvangstbewijs is van een andere server dan dit apparaat kende. Het telt niet.",
            );
        }
        if one.guardian == self.guardian && !one.file.is_empty() {
            let file = with_receipt(&one.file, one.receipt.as_deref());
            put(
                to,
                &format!(
                    "<details><summary>Het bewijs</summary><pre>{}</pre></details>",
                    safe(&file)
                ),
            );
        }
    }

    fn heard(&self, to: &mut String) {
        if self.view.hearings.is_empty() {
            return;
        }
        head(to, 2, "Hoe uw kind is gehoord");
        let all = self.view.hearings.iter().map(|one| {
            let moment = one.moment.map_or("", |moment| moment.label().nl);
            let on = one.on.map(day).unwrap_or_default();
            format!(
                "{moment}, {on}. Hoe: {}. Hulp: {}. Wat ermee is gedaan: {}",
                one.way, one.help, one.done_with
            )
        });
        items(to, all);
    }

    fn letters(&self, to: &mut String) {
        let own = self.view.letters.iter().filter(|one| one.guardian == self.guardian);
        let said = |one: &Letter| {
            let steps = [
                ("gemaakt", one.made),
                ("geopend", one.opened),
                ("verstuurd", one.sent),
                ("gebeld", one.called),
                ("ingetrokken", one.withdrawn),
            ];
            let steps =
                steps.into_iter().filter_map(|(what, on)| Some(format!("{what} {}", day(on?))));
            steps.collect::<Vec<_>>().join(", ")
        };
        head(to, 2, "Brieven aan u");
        items(to, own.map(said));
    }

    fn read(&self, to: &mut String) {
        head(to, 2, "Wie dit dossier opende");
        line(to, "Per dag één keer per persoon. Wat iemand las, wordt niet bijgehouden.");
        items(to, self.log.days.iter().map(|one| format!("{}: {}", day(one.on), one.name)));
    }
}

/// Who said it, when, and in which language; and the pictures that were chosen.
fn marks(to: &mut String, told: &Told) {
    let kind = told.beside.as_ref().map(|(_, kind)| format!("{}: ", kind.label().nl));
    let side = told.side.map(|side: Side| format!("{}: ", side.label().nl));
    let interpreter = told.interpreter.as_ref().map(|name| format!(", tolk {name}"));
    let [kind, side, interpreter] = [kind, side, interpreter].map(Option::unwrap_or_default);
    let on = told.on.map(day).unwrap_or_default();
    let marks =
        format!("{kind}{side}{}{interpreter}, {on}, {}", told.author, told.language.in_dutch());
    put(to, &format!("<p class=\"wie\">{}</p>", safe(&marks)));
    let pictures = told.pictures.iter().map(|one| one.label().nl);
    let pictures = pictures.collect::<Vec<_>>().join(", ");
    if !pictures.is_empty() {
        line(to, &pictures);
    }
}

fn day(on: NaiveDate) -> String {
    notation::date(on, Lang::Nl)
}

fn put(to: &mut String, html: &str) {
    // ok: writing to a String cannot fail
    let _ = writeln!(to, "{html}");
}

fn head(to: &mut String, level: u8, words: &str) {
    put(to, &format!("<h{level}>{}</h{level}>", safe(words)));
}

fn line(to: &mut String, words: &str) {
    put(to, &format!("<p>{}</p>", safe(words)));
}

fn quote(to: &mut String, words: &str, language: Language) {
    let (code, direction) = (language.code(), language.direction());
    put(
        to,
        &format!("<blockquote lang=\"{code}\" dir=\"{direction}\">{}</blockquote>", safe(words)),
    );
}

fn items(to: &mut String, all: impl IntoIterator<Item = String>) {
    to.push_str("<ul>\n");
    all.into_iter().for_each(|one| put(to, &format!("<li>{}</li>", safe(&one))));
    to.push_str("</ul>\n");
}

/// What a person wrote never becomes a tag.
fn safe(words: &str) -> String {
    let words = words.replace('&', "&amp;").replace('<', "&lt;");
    words.replace('>', "&gt;").replace('"', "&quot;")
}

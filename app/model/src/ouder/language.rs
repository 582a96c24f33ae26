//! The languages of the parent's pages. Each is a data file that says who checked it; until a person did, the page says so and the Dutch
//! text counts. No sentence for a parent stands in code.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::question::{Picture, Question};
use super::sheet::Meets;

/// A language in which a parent can read and write.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize,
)]
#[serde(rename_all = "snake_case")]
pub enum Language {
    #[default]
    Nl,
    En,
    Tr,
    Ar,
    Pl,
    Uk,
}

/// A data file: who checked it, and its sentences by name.
#[derive(Clone, Debug, Deserialize)]
pub struct Words {
    /// Who checked it and when; nothing until a person did.
    pub checked: Option<String>,
    sentences: BTreeMap<String, String>,
}

macro_rules! words {
    ($($name:ident => $slug:literal),* $(,)?) => {
        /// A sentence on a parent's page, by its name in the data files.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub enum Word { $($name),* }

        impl Word {
            /// All of them.
            pub const ALL: &'static [Self] = &[$(Self::$name),*];

            /// The name in the data files.
            pub const fn slug(self) -> &'static str {
                match self { $(Self::$name => $slug),* }
            }
        }
    };
}

words! {
    Taal => "taal", NietNagekeken => "niet_nagekeken", StartTitel => "start_titel", StartUitleg => "start_uitleg",
    WieZiet => "wie_ziet", HoeLang => "hoe_lang", HoeLangOnbekend => "hoe_lang_onbekend", Stappen => "stappen", Nodig => "nodig",
    Prive => "prive", Begin => "begin", Verder => "verder", Terug => "terug", VraagVan => "vraag_van", Antwoord => "antwoord",
    TaalAntwoord => "taal_antwoord", Voorbeeld => "voorbeeld", Kies => "kies", Vertel => "vertel", VertelUitleg => "vertel_uitleg",
    Telefoon => "telefoon", Nalezen => "nalezen", Leeg => "leeg", Wijzig => "wijzig", Verstuur => "verstuur",
    NaarNalezen => "naar_nalezen", Verstuurd => "verstuurd", Klaar => "klaar", Wacht => "wacht", Hierna => "hierna", HiernaDag => "hierna_dag",
    HiernaGeen => "hierna_geen", Bel => "bel", Kopie => "kopie", Print => "print", Bewaard => "bewaard", NietBewaard => "niet_bewaard",
    ZelfdeLink => "zelfde_link", WerktNiet => "werkt_niet", GeenNet => "geen_net", Opnieuw => "opnieuw", LinkStuk => "link_stuk",
    PlanTitel => "plan_titel", PlanUitleg => "plan_uitleg", PlanNederlands => "plan_nederlands", Eens => "eens",
    NietEens => "niet_eens", EerstPraten => "eerst_praten", Naam => "naam", NaamLeeg => "naam_leeg", Klopt => "klopt", Teken => "teken",
    PlanKlaar => "plan_klaar", GeenHandtekening => "geen_handtekening", Intrekken => "intrekken", Ingetrokken => "ingetrokken",
    NaarPlan => "naar_plan", Wis => "wis", Gewist => "gewist", Tolk => "tolk", Mag => "mag", MagWaarom => "mag_waarom",
    Ja => "ja", Nee => "nee", MagLater => "mag_later", MagWie => "mag_wie", Voorlezen => "voorlezen", LeesVerder => "voorlezen_verder",
    GeenStem => "geen_stem", Hoort => "hoort", StemNietGoed => "stem_niet_goed", MagWat => "mag_wat", GeefAntwoord => "geef_antwoord",
    Opname => "opname", OpnameKanNiet => "opname_kan_niet", OpnameBegin => "opname_begin", OpnameVraagt => "opname_vraagt",
    OpnameLoopt => "opname_loopt", OpnameStaat => "opname_staat", OpnameTijd => "opname_tijd", Pauze => "pauze",
    OpnameVerder => "opname_verder", OpnameKlaar => "opname_klaar", OpnameIs => "opname_is", Luister => "luister", Stop => "stop",
    OpnameOpnieuw => "opname_opnieuw", OpnameWeg => "opname_weg", OpnameTerug => "opname_terug", OpnameVol => "opname_vol",
    OpnameMagNiet => "opname_mag_niet", OpnameMislukt => "opname_mislukt", OpnameKopie => "opname_kopie", TafelWat => "tafel_wat",
    OpnameTotHier => "opname_tot_hier", OpnameEvenNiet => "opname_even_niet", AndereServer => "andere_server",
    NietGewist => "niet_gewist", Elders => "elders", HierVerder => "hier_verder", LeesWeer => "voorlezen_weer", Langzamer => "langzamer",
    Relatie => "relatie", WisZeker => "wis_zeker", Samen => "samen", StappenPlan => "stappen_plan", Steunpunt => "steunpunt",
}

/// A sentence that only a letter on paper has. These lie in a file of their own, which a phone does not fetch.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OnPaper {
    Scan,
    Schrijf,
    Terug,
    /// Whom to ask, where the school wrote down no number.
    Vragen,
    Kruis,
    Dag,
}

impl OnPaper {
    /// All of them.
    pub const ALL: [Self; 6] =
        [Self::Scan, Self::Schrijf, Self::Terug, Self::Vragen, Self::Kruis, Self::Dag];

    const fn slug(self) -> &'static str {
        match self {
            Self::Scan => "scan",
            Self::Schrijf => "schrijf",
            Self::Terug => "terug",
            Self::Vragen => "vragen",
            Self::Kruis => "kruis",
            Self::Dag => "dag",
        }
    }
}

impl Language {
    /// All of them, in the order of the list.
    pub const ALL: [Self; 6] = [Self::Nl, Self::En, Self::Tr, Self::Ar, Self::Pl, Self::Uk];

    /// The code, as in HTML.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Nl => "nl",
            Self::En => "en",
            Self::Tr => "tr",
            Self::Ar => "ar",
            Self::Pl => "pl",
            Self::Uk => "uk",
        }
    }

    /// Its name in itself.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Nl => "Nederlands",
            Self::En => "English",
            Self::Tr => "Türkçe",
            Self::Ar => "العربية",
            Self::Pl => "Polski",
            Self::Uk => "Українська",
        }
    }

    /// Its name in Dutch, for the school.
    pub const fn in_dutch(self) -> &'static str {
        match self {
            Self::Nl => "Nederlands",
            Self::En => "Engels",
            Self::Tr => "Turks",
            Self::Ar => "Arabisch",
            Self::Pl => "Pools",
            Self::Uk => "Oekraïens",
        }
    }

    /// The direction of its letters, as in HTML.
    pub const fn direction(self) -> &'static str {
        if matches!(self, Self::Ar) { "rtl" } else { "ltr" }
    }

    /// The one of a code; the part behind a dash does not count (`nl-NL`).
    pub fn of(code: &str) -> Option<Self> {
        let first = code.split('-').next().unwrap_or_default();
        Self::ALL.into_iter().find(|one| one.code() == first)
    }

    const fn file(self) -> &'static str {
        match self {
            Self::Nl => include_str!("talen/nl.json"),
            Self::En => include_str!("talen/en.json"),
            Self::Tr => include_str!("talen/tr.json"),
            Self::Ar => include_str!("talen/ar.json"),
            Self::Pl => include_str!("talen/pl.json"),
            Self::Uk => include_str!("talen/uk.json"),
        }
    }

    /// Its data file. Read it once per change of language.
    pub fn words(self) -> Words {
        let read = serde_json::from_str(self.file());
        read.unwrap_or(Words { checked: None, sentences: BTreeMap::new() })
    }

    /// Its sentences for paper.
    pub fn on_paper(self) -> Option<Words> {
        let all: Result<BTreeMap<Self, Words>, _> =
            serde_json::from_str(include_str!("talen/papier.json"));
        all.ok()?.remove(&self)
    }

    /// A name, a day or a number inside a sentence of this language: one of another direction keeps its own order.
    pub fn apart(self, value: &str) -> String {
        match self.direction() {
            "rtl" => ["\u{2068}", value, "\u{2069}"].concat(),
            _ => value.to_owned(),
        }
    }
}

impl Words {
    /// A sentence as it is written, with its gaps.
    pub fn get(&self, word: Word) -> &str {
        self.named(word.slug())
    }

    /// A sentence for paper.
    pub fn paper(&self, word: OnPaper) -> &str {
        self.named(word.slug())
    }

    /// The words of a question of the set.
    pub fn question(&self, question: Question) -> &str {
        self.named(&format!("vraag_{}", question.slug()))
    }

    /// An example answer, from 0.
    pub fn example(&self, question: Question, number: usize) -> &str {
        self.named(&format!("vraag_{}_{}", question.slug(), number + 1))
    }

    /// How it is asked whether a table may think along.
    pub fn table(&self, meets: Meets) -> &str {
        self.named(&format!("tafel_{}", meets.slug()))
    }

    /// Who sits at that table.
    pub fn at_table(&self, meets: Meets) -> &str {
        self.named(&format!("tafel_{}_wie", meets.slug()))
    }

    /// The word under a picture.
    pub fn picture(&self, picture: Picture) -> &str {
        self.named(&format!("beeld_{}", picture.slug()))
    }

    fn named(&self, name: &str) -> &str {
        self.sentences.get(name).map_or("", String::as_str)
    }

    /// All sentences by name.
    pub fn all(&self) -> impl Iterator<Item = (&str, &str)> {
        self.sentences.iter().map(|(name, words)| (name.as_str(), words.as_str()))
    }
}

/// A sentence with its gaps filled: `{kind}`.
pub fn filled(sentence: &str, gaps: &[(&str, &str)]) -> String {
    gaps.iter().fold(sentence.to_owned(), |text, (name, value)| {
        text.replace(&format!("{{{name}}}"), value)
    })
}

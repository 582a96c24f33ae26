//! `stem LANGUAGE`: which sentences of a parent's pages can be recorded, under which name, and which of them are. Only sentences that are the
//! same for every parent: one with a name or a day in it is read by the device.

use std::collections::BTreeMap;
use std::fs;

use anyhow::{Context, Result, bail};
use serde_json::Value;
use sha2::{Digest, Sha256};

use crate::precache::voices::sentence_of;
use crate::{project, run};

/// Words on buttons and beside fields, and what stands in a file: nobody hears those.
const SILENT: [&str; 44] = [
    "taal",
    "niet_nagekeken",
    "voorlezen",
    "voorlezen_verder",
    "voorlezen_weer",
    "langzamer",
    "geen_stem",
    "begin",
    "verder",
    "terug",
    "antwoord",
    "taal_antwoord",
    "opname_begin",
    "opname_verder",
    "opname_klaar",
    "opname_opnieuw",
    "opname_weg",
    "opname_terug",
    "opname_kopie",
    "opname_tijd",
    "pauze",
    "luister",
    "stop",
    "telefoon",
    "leeg",
    "wijzig",
    "verstuur",
    "naar_nalezen",
    "kopie",
    "print",
    "bewaard",
    "zelfde_link",
    "geen_net",
    "link_stuk",
    "opnieuw",
    "naam",
    "naam_leeg",
    "teken",
    "intrekken",
    "naar_plan",
    "geef_antwoord",
    "wis",
    "gewist",
    "tolk",
];

/// A line for each sentence, and a count.
pub(crate) fn stem(language: &str) -> Result<()> {
    let folder = project::root().join("app/model/src/ouder/talen");
    let file = folder.join(format!("{language}.json"));
    let Ok(words) = fs::read_to_string(&file) else {
        bail!("There is no language `{language}`; app/model/src/ouder/talen has them.");
    };
    let here = recorded(language);
    let (mut done, mut stray) = (0, here.clone());
    let all = sentences(&words)?;
    for (name, sentence) in &all {
        let is_here = here.contains(name);
        done += usize::from(is_here);
        stray.retain(|one| one != name);
        run::say(&format!("{} {name}  {sentence}", if is_here { "✓" } else { "·" }));
    }
    for name in &stray {
        run::say(&format!("✗ {name}  no sentence of today: take it away, or record it anew"));
    }
    run::say(&format!("{done} of {} recorded, in app/parent/stem/{language}", all.len()));
    Ok(())
}

/// The names of what lies in the folder of a language.
fn recorded(language: &str) -> Vec<String> {
    let folder = project::root().join("app/parent/stem").join(language);
    let files = fs::read_dir(folder).into_iter().flatten().flatten();
    let names = files.filter_map(|file| file.file_name().into_string().ok());
    names.filter_map(|name| sentence_of(&name).map(str::to_owned)).collect()
}

/// Each sentence that can be recorded, once, by the name that the page looks for.
fn sentences(words: &str) -> Result<Vec<(String, String)>> {
    let words: Value = serde_json::from_str(words)?;
    let all = words["sentences"].as_object().context("a language without sentences")?;
    let heard = all.iter().filter(|(name, _)| !SILENT.contains(&name.as_str()));
    let mut found = BTreeMap::new();
    for sentence in heard.flat_map(|(_, text)| split(text.as_str().unwrap_or_default())) {
        if !sentence.contains('{') {
            found.insert(sentence.to_owned(), name(sentence));
        }
    }
    Ok(found.into_iter().map(|(sentence, name)| (name, sentence)).collect())
}

/// As `public/ouder/platform.js` cuts a text: after a mark that ends a sentence and before a space, and at the end of a line.
fn split(text: &str) -> Vec<&str> {
    let mut found = Vec::new();
    for line in text.lines() {
        let mut rest = line.trim_start();
        while !rest.is_empty() {
            let ends = |(at, letter): (usize, char)| {
                let after = &rest[at + letter.len_utf8()..];
                let is_end = ['.', '?', '!', '؟'].contains(&letter);
                (is_end && after.chars().next().is_none_or(char::is_whitespace))
                    .then_some(at + letter.len_utf8())
            };
            let end = rest.char_indices().find_map(ends).unwrap_or(rest.len());
            let (sentence, further) = rest.split_at(end);
            found.push(sentence.trim_end());
            rest = further.trim_start();
        }
    }
    found
}

/// The name of a sentence, as `model::leerlingenraad::voice::name` makes it for children.
fn name(sentence: &str) -> String {
    Sha256::digest(sentence).iter().take(12).map(|byte| format!("{byte:02x}")).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_is_cut_where_a_sentence_ends_and_nowhere_else() {
        let cut = ["U mag schrijven of spreken.", "Kost 1.5 MB?!", "Klaar"];
        assert_eq!(split("U mag schrijven of spreken. Kost 1.5 MB?!\n Klaar "), cut);
        assert_eq!(split("هل هذا صحيح؟ نعم"), ["هل هذا صحيح؟", "نعم"]);
    }

    #[test]
    fn what_holds_a_name_or_stands_on_a_button_is_not_recorded() {
        let words = r#"{"sentences":{"begin":"Begin","bel":"Vragen? Bel {wie}.","ja":"Ja"}}"#;
        let found = sentences(words).unwrap();
        let found: Vec<_> = found.iter().map(|(_, sentence)| sentence.as_str()).collect();
        assert_eq!(found, ["Ja", "Vragen?"]);
    }

    #[test]
    fn every_name_that_is_left_out_is_in_the_languages() {
        let file = project::root().join("app/model/src/ouder/talen/nl.json");
        let words: Value = serde_json::from_str(&fs::read_to_string(file).unwrap()).unwrap();
        for name in SILENT {
            assert!(words["sentences"][name].is_string(), "{name}");
        }
    }

    #[test]
    fn a_sentence_has_the_name_that_the_page_looks_for() {
        assert_eq!(name("Ja"), "cde9e58a9a4e1f369839d800");
    }
}

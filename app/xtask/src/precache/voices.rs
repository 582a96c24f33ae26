//! Sentences of a parent's pages as a person recorded them (`app/parent/stem`): each file with its content's hash, one list for each language
//! that has any, and the page told where those lists are. A phone fetches none of it before somebody presses the button, so none of it is in
//! the list of files to keep.

use std::collections::BTreeMap;

use anyhow::{Result, bail};
use serde_json::json;

use super::{Files, move_to_hashed, text};

pub(crate) const FOLDER: &str = "ouder/stem/";
/// What browsers play, and how it ends.
pub(crate) const KINDS: [&str; 5] = ["webm", "m4a", "ogg", "mp3", "wav"];
const PLAIN: &str = "<html lang=\"nl\">";

/// Names the recordings and lists them; tells the page when there are any.
pub(super) fn list(files: &mut Files, page: &str) -> Result<()> {
    let names: Vec<String> =
        files.keys().filter(|name| name.starts_with(FOLDER)).cloned().collect();
    let mut languages: BTreeMap<String, BTreeMap<String, String>> = BTreeMap::new();
    for name in names {
        let file = name.strip_prefix(FOLDER).unwrap_or_default();
        let Some((language, sentence)) = file.split_once('/') else {
            // What is told about the folder.
            files.remove(&name);
            continue;
        };
        let Some(sentence) = sentence_of(sentence).map(str::to_owned) else {
            bail!(
                "app/parent/stem/{file} is not named after a sentence; `cargo xtask stem {language}` lists them."
            );
        };
        let language = language.to_owned();
        let hashed = move_to_hashed(files, &name)?;
        languages.entry(language).or_default().insert(sentence, format!("/{hashed}"));
    }
    if languages.is_empty() {
        return Ok(());
    }
    let mut lists = BTreeMap::new();
    for (language, sentences) in languages {
        let name = format!("{FOLDER}{language}.json");
        files.insert(name.clone(), serde_json::to_vec(&sentences)?);
        lists.insert(language, format!("/{}", move_to_hashed(files, &name)?));
    }
    let content = text(files, page)?;
    if !content.contains(PLAIN) {
        bail!("public/{page} no longer has `{PLAIN}`, so it cannot be told of the recordings.");
    }
    let told = format!("<html lang=\"nl\" data-stem='{}'>", json!(lists));
    files.insert(page.to_owned(), content.replace(PLAIN, &told).into_bytes());
    Ok(())
}

/// The name of the sentence that a file holds: twelve bytes in hexadecimal digits, and how browsers call the kind.
pub(crate) fn sentence_of(file: &str) -> Option<&str> {
    let (sentence, kind) = file.rsplit_once('.')?;
    let is_name = sentence.len() == 24 && sentence.bytes().all(|byte| byte.is_ascii_hexdigit());
    (is_name && KINDS.contains(&kind)).then_some(sentence)
}

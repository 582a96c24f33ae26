//! The parent's program: a page, glue and wasm of its own, with its own worker and its own list, so that a phone fetches nothing of the app
//! and a tablet nothing of this. It shares the font, the gate for strings and the recorder.

use anyhow::{Context, Result, bail};

use super::{Files, SLOT, list_of, move_to_hashed, text, voices};

const FOLDER: &str = "ouder/";
const PAGE: &str = "ouder/index.html";
const WORKER: &str = "ouder/sw.js";
const START: &str = "ouder/start.js";
/// Its styles. They name the font, so they get their name after it.
pub(super) const STYLES: &str = "styles/ouder.css";

/// What the start script names, and then what the page names: each name in its file with its content's hash.
const NAMED: [(&str, &[&str]); 4] = [
    ("ouder/platform.js", &[START]),
    ("ouder.js", &[START, PAGE]),
    ("ouder_bg.wasm", &[START, PAGE]),
    (START, &[PAGE]),
];

/// What only the page of a parent uses.
pub(crate) fn is_own(name: &str) -> bool {
    let starts = [FOLDER, "ouder-", "ouder_bg-", "styles/ouder"];
    starts.iter().any(|start| name.starts_with(start))
}

/// What a phone keeps for that page.
pub(crate) fn kept_offline(name: &str) -> bool {
    let packed = name.ends_with(".br") || name.ends_with(".gz");
    let shared = ["trusted", "recorder", "icons/logo.svg"];
    let shared = name.ends_with(".woff2") || shared.iter().any(|start| name.starts_with(start));
    !packed && name != WORKER && !name.starts_with(voices::FOLDER) && (is_own(name) || shared)
}

/// Gives every file a name with its hash.
pub(super) fn rename(files: &mut Files) -> Result<()> {
    voices::list(files, PAGE)?;
    for (name, places) in NAMED {
        let hashed = move_to_hashed(files, name)?;
        for place in places {
            let content = text(files, place)?;
            let plain = format!("\"/{name}\"");
            if !content.contains(&plain) {
                bail!("{place} does not name {plain}, so the parent's program can not be found.");
            }
            let content = content.replace(&plain, &format!("\"/{hashed}\""));
            files.insert((*place).to_owned(), content.into_bytes());
        }
    }
    Ok(())
}

/// The page follows the renamed style and script, and the worker gets its list.
pub(super) fn list(files: &mut Files, version: &str) -> Result<()> {
    let mut page = text(files, PAGE)?;
    for (stem, extension) in [("styles/ouder", "css"), ("trusted", "js"), ("recorder", "js")] {
        let hashed = files
            .keys()
            .find(|name| name.starts_with(&format!("{stem}-")) && name.ends_with(extension))
            .with_context(|| format!("The build made no {stem}…{extension}."))?;
        page = page.replace(&format!("\"/{stem}.{extension}\""), &format!("\"/{hashed}\""));
    }
    files.insert(PAGE.to_owned(), page.into_bytes());
    let worker = text(files, WORKER)?;
    if !worker.contains(SLOT) {
        bail!("public/{WORKER} no longer has the line `{SLOT}`.");
    }
    let list = list_of(files, version, kept_offline);
    let worker = worker.replace(SLOT, &format!("const RELEASE = {list};"));
    files.insert(WORKER.to_owned(), worker.into_bytes());
    Ok(())
}

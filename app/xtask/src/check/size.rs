//! The budgets of what a device downloads: everything that is kept for use without network, as it travels (brotli), and the styles.

use std::collections::BTreeMap;

use anyhow::{Result, bail};

use super::Findings;
use crate::{compress, precache, project};

/// The promise for the foundation, and the one for all modules of the card together. Neither is kept: the document library alone weighs a
/// third of the program, the views of Begroting and Regels a quarter. Every run says by how much.
const PROMISED: usize = 700_000;
const CARD: usize = 1_000_000;
/// What was reached, by what brought it. What comes in adds its line, with its measured weight; anything else only goes down.
const REACHED: [(&str, usize); 14] = [
    ("shell, begroting, regels", 1_165_000),
    ("people, keys and encryption at rest, with their screens", 115_000),
    ("the reader of codes, loaded when somebody scans", 95_000),
    // Less 33 kB: tables for signing went.
    ("sealed spaces, members, invitations, sync, packages, and their screens", 322_000),
    ("the rules of werkgebied, school, dossier and children, with their texts", 25_000),
    ("the room Werkgebied: documents, meetings, minutes, screens", 265_000),
    ("what waits on Vandaag, the way in from paper, netwerkgroepen", 18_000),
    // Came in together, 516 kB; told apart by the weight of their code before compression.
    ("files beside documents; recovery on another device, passkey, sign-in", 90_000),
    ("the rooms School, Leerlingenraad and Dossier: documents, pictures, screens", 430_000),
    // Came in together, 180,557 bytes over the lines above.
    (
        "access and inzage of a dossier, casus, adviser, Oudersteunpunt, class set, placemat, earlier drawings",
        183_000,
    ),
    // Came in together, 60,034 bytes.
    (
        "recorded voices, words of their own for each table, answers that open together, places on a picture, documents read when asked for",
        60_000,
    ),
    // Came in together, 31,420 bytes; what else of the day made it lighter is in the line above.
    (
        "the adult's voice on borrowed tablets, reading aloud that stands still and goes on, letters on paper in six languages",
        40_000,
    ),
    // Came in together, 2,083 bytes over the lines above.
    (
        "a sheet at the table that a wrong button does not throw away, files and a first worker that are tried again sooner",
        4_000,
    ),
    // Came in together, 4,658 bytes over the lines above after the sorts of `collect` had gone; a change of a few lines packed
    // 3,012 bytes otherwise, which a line without room refuses.
    (
        "what children and parents made that no tap, full disk or lock loses, the life of a council, consent as a list, paper with the plan",
        10_000,
    ),
];
/// What a parent's phone fetches for everything, kept for use without network: 261,619 bytes when it was made, and a tenth. Speaking, words
/// for each kind of table in six languages and pausing came since; signing without tables and styles of its own made room for them
/// (276,243 were measured); the way back from a choice, a letter about the plan alone and asking before erasing took it (285,069). What it
/// is for is measured as well: the first screen within three seconds.
const PARENT: usize = 288_000;
const STYLES_GZIP: usize = 23_000;

/// Prints what the whole is made of.
pub(super) fn check() -> Result<Findings> {
    if !project::dist().join("sw.js").exists() {
        bail!("There is no release yet: `cargo xtask build` makes one.");
    }
    let files = precache::read(&project::dist())?;
    let mut groups: BTreeMap<&str, (usize, usize, usize)> = BTreeMap::new();
    let mut styles = 0;
    for (name, bytes) in files.iter().filter(|(name, _)| precache::kept_offline(name)) {
        let travels = files.get(&format!("{name}.br")).unwrap_or(bytes).len();
        let group = groups.entry(group(name)).or_default();
        *group = (group.0 + 1, group.1 + bytes.len(), group.2 + travels);
        if name.ends_with(".css") {
            styles += compress::gzip(bytes)?.len();
        }
    }
    let of = |name: &str, bytes: &Vec<u8>| files.get(&format!("{name}.br")).unwrap_or(bytes).len();
    let phone = files.iter().filter(|(name, _)| precache::parent::kept_offline(name));
    let phone: usize = phone.map(|(name, bytes)| of(name, bytes)).sum();
    let total: usize = groups.values().map(|(.., travels)| travels).sum();
    let mut findings = Findings::default();
    findings.note(format!("{:<28}{:>6}{:>13}{:>13}", "what", "files", "bytes", "brotli"));
    for (name, (count, plain, travels)) in &groups {
        findings.note(format!("{name:<28}{count:>6}{plain:>13}{travels:>13}"));
    }
    findings.note(format!("the whole app: {total} bytes; promised: {PROMISED}, for all modules one day: {CARD}; styles: {styles} of {STYLES_GZIP} bytes gzip"));
    if total > PROMISED {
        findings.note(format!("PROMISE NOT KEPT YET: {} bytes over", total - PROMISED));
    }
    findings.note(format!("a parent's phone: {phone} bytes; at most {PARENT}"));
    if phone > PARENT {
        findings.problem(format!("the parent's pages grew {} bytes", phone - PARENT));
    }
    let reached: usize = REACHED.iter().map(|(_, bytes)| bytes).sum();
    for (what, bytes) in REACHED {
        findings.note(format!("room for {what}: {bytes}"));
    }
    if total > reached {
        findings.problem(format!("the app grew {} bytes over what was reached", total - reached));
    }
    if styles > STYLES_GZIP {
        findings
            .problem(format!("the styles are {} bytes over their budget", styles - STYLES_GZIP));
    }
    Ok(findings)
}

fn group(name: &str) -> &'static str {
    match name.rsplit_once('.').map_or("", |(_, extension)| extension) {
        "wasm" => "program (wasm)",
        "js" => "glue and start (js)",
        "css" => "styles",
        "woff2" => "font",
        "html" => "page",
        "png" | "svg" | "ico" => "pictures and icons",
        _ => "other",
    }
}

//! Called by Trunk after a release build, before the result replaces the previous one. Gives every file that the page refers to a
//! name with its content's hash (Trunk hashes only the wasm, so the same name could hold other glue), moves the inline start script to a
//! file because the content security policy allows no inline script, and writes the list of all files into the service worker.

pub(crate) mod hash;
mod page;
pub(crate) mod parent;
pub(crate) mod voices;

use std::collections::BTreeMap;
use std::env;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};
use serde_json::json;

use crate::{compress, run};

/// What `public/sw.js` has where the list must come.
const SLOT: &str = r#"const RELEASE = { version: "dev", files: [] };"#;

/// Files by their name in the release, `styles/main.css`.
type Files = BTreeMap<String, Vec<u8>>;

/// Set when Trunk makes a quick build: everything of a release but what takes long.
pub(crate) const QUICK: &str = "THUISNABIJ_QUICK";

fn is_quick() -> bool {
    env::var_os(QUICK).is_some()
}

/// The hook: works on the folder that Trunk names. Does nothing in a development build.
pub(crate) fn hook() -> Result<()> {
    if env::var("TRUNK_PROFILE").as_deref() != Ok("release") && !is_quick() {
        return Ok(());
    }
    let staging = env::var_os("TRUNK_STAGING_DIR")
        .map(PathBuf::from)
        .context("This is for Trunk to call; try `cargo xtask build`.")?;
    let version = release(&staging)?;
    run::say(&format!("version {version}"));
    Ok(())
}

/// Turns a folder as Trunk made it into a release; gives its version.
pub(crate) fn release(folder: &Path) -> Result<String> {
    let mut files = read(folder)?;
    let mut index = text(&mut files, "index.html")?;
    let worker = text(&mut files, "sw.js")?;
    if !worker.contains(SLOT) {
        bail!(
            "public/sw.js no longer has the line `{SLOT}`, so the list of files can not be written."
        );
    }
    parent::rename(&mut files)?;
    rename(&mut files, &mut index)?;
    page::start_from_file(&mut index, &mut files)?;
    let packed = pack(&files)?;
    page::say_size(&mut index, travels(&files, &packed))?;
    let version = version(&files, &(index.clone() + &worker));
    page::mark(&mut index, &version);
    files.insert("index.html".to_owned(), index.into_bytes());
    let worker = worker.replace(SLOT, &format!("const RELEASE = {};", list(&files, &version)));
    files.insert("sw.js".to_owned(), worker.into_bytes());
    parent::list(&mut files, &version)?;
    write(folder, &files, packed)?;
    Ok(version)
}

/// Compressed forms of files, with the ending of their names.
type Packed = BTreeMap<String, Vec<(&'static str, Vec<u8>)>>;

/// All of them compressed; nothing in a quick build.
fn pack(files: &Files) -> Result<Packed> {
    let one =
        |(name, bytes): (&String, &Vec<u8>)| Ok((name.clone(), compress::variants(name, bytes)?));
    if is_quick() { Ok(Packed::new()) } else { files.iter().map(one).collect() }
}

/// How many bytes of these a device fetches to keep them.
fn travels(files: &Files, packed: &Packed) -> usize {
    let least = |(name, bytes): (&String, &Vec<u8>)| {
        let forms = packed.get(name).into_iter().flatten();
        forms.map(|(_, form)| form.len()).min().unwrap_or(bytes.len())
    };
    files.iter().filter(|(name, _)| kept_offline(name)).map(least).sum()
}

/// Whether a device keeps this file for use without network. Pictures for a shop window are not needed there.
pub(crate) fn kept_offline(name: &str) -> bool {
    name != "sw.js"
        && !parent::is_own(name)
        && !name.starts_with("screenshots/")
        && !name.ends_with(".br")
        && !name.ends_with(".gz")
}

fn list(files: &Files, version: &str) -> serde_json::Value {
    list_of(files, version, kept_offline)
}

fn list_of(files: &Files, version: &str, kept: impl Fn(&str) -> bool) -> serde_json::Value {
    let entries: Vec<_> = files
        .iter()
        .filter(|(name, _)| kept(name))
        .map(|(name, bytes)| json!({ "url": format!("/{name}"), "integrity": hash::integrity(bytes), "length": bytes.len() }))
        .collect();
    json!({ "version": version, "files": entries })
}

fn version(files: &Files, page_and_worker: &str) -> String {
    let all: String =
        files.iter().map(|(name, bytes)| format!("{name} {}\n", hash::hex(bytes))).collect();
    hash::short((all + page_and_worker).as_bytes())
}

/// The reader of QR codes, and the worker that names its two files.
const WORKER: &str = "worker.js";
const READER: [&str; 2] = ["scan.js", "scan_bg.wasm"];

/// Fonts first, then the styles that name them; the reader of codes, then its worker; then what only the page names.
fn rename(files: &mut Files, index: &mut String) -> Result<()> {
    for name in READER {
        let hashed = move_to_hashed(files, name)?;
        let worker = text(files, WORKER)?;
        let plain = format!("\"/{name}\"");
        if !worker.contains(&plain) {
            bail!(
                "public/{WORKER} does not name {plain}, so the reader of codes can not be found."
            );
        }
        let worker = worker.replace(&plain, &format!("\"/{hashed}\""));
        files.insert(WORKER.to_owned(), worker.into_bytes());
    }
    for name in with_extension(files, "woff2") {
        let hashed = move_to_hashed(files, &name)?;
        for style in with_extension(files, "css") {
            let content = text(files, &style)?.replace(base(&name), base(&hashed));
            files.insert(style, content.into_bytes());
        }
        *index = index.replace(&format!("/{name}"), &format!("/{hashed}"));
    }
    move_to_hashed(files, parent::STYLES)?;
    for extension in ["css", "js", "wasm"] {
        for name in with_extension(files, extension) {
            if index.contains(&format!("/{name}\"")) || index.contains(&format!("/{name}'")) {
                let hashed = move_to_hashed(files, &name)?;
                page::refer(index, &name, &hashed, &hash::integrity(&files[&hashed]));
            }
        }
    }
    Ok(())
}

fn move_to_hashed(files: &mut Files, name: &str) -> Result<String> {
    let bytes = files.remove(name).with_context(|| format!("{name} is gone"))?;
    let (stem, extension) = name.rsplit_once('.').context("a file without extension")?;
    let hashed = format!("{stem}-{}.{extension}", hash::short(&bytes));
    files.insert(hashed.clone(), bytes);
    Ok(hashed)
}

fn with_extension(files: &Files, extension: &str) -> Vec<String> {
    files
        .keys()
        .filter(|name| name.rsplit_once('.').is_some_and(|(_, end)| end == extension))
        .cloned()
        .collect()
}

fn base(name: &str) -> &str {
    name.rsplit('/').next().unwrap_or(name)
}

fn text(files: &mut Files, name: &str) -> Result<String> {
    let bytes = files.remove(name).with_context(|| format!("The build made no {name}."))?;
    String::from_utf8(bytes).with_context(|| format!("{name} is not text"))
}

/// All files below a folder.
pub(crate) fn read(folder: &Path) -> Result<Files> {
    let mut files = Files::new();
    let mut waiting = vec![folder.to_path_buf()];
    while let Some(next) = waiting.pop() {
        for entry in
            fs::read_dir(&next).with_context(|| format!("{} can not be read", next.display()))?
        {
            let path = entry?.path();
            if path.is_dir() {
                waiting.push(path);
            } else if let Some(name) = path.strip_prefix(folder).ok().and_then(Path::to_str) {
                files.insert(name.replace('\\', "/"), fs::read(&path)?);
            }
        }
    }
    Ok(files)
}

/// Writes the files, and their compressed forms where those were not made before.
fn write(folder: &Path, files: &Files, mut packed: Packed) -> Result<()> {
    for old in read(folder)?.keys().filter(|name| !files.contains_key(*name)) {
        fs::remove_file(folder.join(old))?;
    }
    for (name, bytes) in files {
        fs::write(folder.join(name), bytes)?;
        let forms = match packed.remove(name) {
            Some(forms) => forms,
            None if is_quick() => continue,
            None => compress::variants(name, bytes)?,
        };
        for (ending, form) in forms {
            fs::write(folder.join(format!("{name}.{ending}")), form)?;
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests;

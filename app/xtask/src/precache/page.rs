//! The changes in `index.html`: hashed names with integrity, the start script as a file, the version.

use std::collections::BTreeMap;

use anyhow::{Context, Result, bail};

use super::hash;

/// Replaces the name of a file by its hashed name, and adds integrity to the tag of a script or style.
pub(super) fn refer(index: &mut String, name: &str, hashed: &str, integrity: &str) {
    for attribute in ["src", "href"] {
        let plain = format!("{attribute}=\"/{name}\"");
        *index =
            index.replace(&plain, &format!("{attribute}=\"/{hashed}\" integrity=\"{integrity}\""));
    }
    *index = index
        .replace(&format!("/{name}'"), &format!("/{hashed}'"))
        .replace(&format!("/{name}\""), &format!("/{hashed}\""));
}

/// Takes Trunk's inline start script out and refers to a file of our own that does the same, with integrity for the wasm too.
pub(super) fn start_from_file(
    index: &mut String,
    files: &mut BTreeMap<String, Vec<u8>>,
) -> Result<()> {
    let glue = named(files, "web-", ".js")?;
    let wasm = named(files, "web_bg-", ".wasm")?;
    remove_inline_modules(index)?;
    remove_links(index, &[&glue, &wasm]);
    let start = format!(
        "import init from \"/{glue}\";\n\
         const wasm = fetch(\"/{wasm}\", {{ integrity: \"{}\", credentials: \"same-origin\" }});\n\
         await init({{ module_or_path: wasm }});\n\
         dispatchEvent(new CustomEvent(\"TrunkApplicationStarted\"));\n",
        hash::integrity(&files[&wasm])
    );
    let name = format!("start-{}.js", hash::short(start.as_bytes()));
    let tags = format!(
        "<link rel=\"modulepreload\" href=\"/{glue}\" integrity=\"{}\">\n\
         <link rel=\"preload\" as=\"fetch\" type=\"application/wasm\" href=\"/{wasm}\" crossorigin=\"anonymous\" integrity=\"{}\">\n\
         <script type=\"module\" src=\"/{name}\" integrity=\"{}\"></script>\n</head>",
        hash::integrity(&files[&glue]),
        hash::integrity(&files[&wasm]),
        hash::integrity(start.as_bytes())
    );
    files.insert(name, start.into_bytes());
    *index = index.replacen("</head>", &tags, 1);
    Ok(())
}

/// Says on the first screen how much is fetched, in MB of a million bytes.
///
/// # Errors
/// The page has no place for it.
pub(super) fn say_size(index: &mut String, bytes: usize) -> Result<()> {
    const OPEN: &str = "<span id=\"shell-size\">";
    let from = index.find(OPEN).context("app/web/index.html has no place for the size.")?;
    let from = from + OPEN.len();
    let length = index[from..].find('<').context("The place for the size does not end.")?;
    let tenths = bytes.div_ceil(100_000);
    index.replace_range(from..from + length, &format!("{},{} MB", tenths / 10, tenths % 10));
    Ok(())
}

/// Tells the page which version it is.
pub(super) fn mark(index: &mut String, version: &str) {
    let meta = format!("<meta name=\"thuisnabij-version\" content=\"{version}\">\n</head>");
    *index = index.replacen("</head>", &meta, 1);
}

fn named(files: &BTreeMap<String, Vec<u8>>, start: &str, end: &str) -> Result<String> {
    let found = files.keys().find(|name| name.starts_with(start) && name.ends_with(end));
    found.cloned().with_context(|| format!("The build made no {start}…{end}."))
}

fn remove_inline_modules(index: &mut String) -> Result<()> {
    const OPEN: &str = "<script type=\"module\"";
    const CLOSE: &str = "</script>";
    let from = index.find(OPEN).context("Trunk wrote no start script.")?;
    let length =
        index[from..].find(CLOSE).context("Trunk's start script does not end.")? + CLOSE.len();
    index.replace_range(from..from + length, "");
    if index.contains("<style")
        || index
            .split("<script")
            .skip(1)
            .any(|tag| !tag.split('>').next().unwrap_or("").contains("src="))
    {
        bail!(
            "index.html still has an inline script or style; the content security policy would refuse it."
        );
    }
    Ok(())
}

fn remove_links(index: &mut String, names: &[&str]) {
    for name in names {
        while let Some(at) = index.find(&format!("href=\"/{name}\"")) {
            let (Some(from), Some(length)) = (index[..at].rfind('<'), index[at..].find('>')) else {
                return;
            };
            index.replace_range(from..=at + length, "");
        }
    }
}

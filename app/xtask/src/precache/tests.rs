//! A release made from a small imitation of what Trunk writes.

use std::fs;
use std::path::PathBuf;

use super::{SLOT, read, release};

const PAGE: &str = r#"<!DOCTYPE html><html><head>
<link rel="stylesheet" href="/styles/main.css">
<script src="/shell.js"></script>
<script src="/trusted.js"></script>
<script src="/recorder.js" defer></script>
<meta name="thuisnabij-scan" content="/worker.js">
<script type="module">
import init, * as bindings from '/web.js';
const wasm = await init({ module_or_path: '/web_bg.wasm' });
</script><link rel="modulepreload" href="/web.js" crossorigin="anonymous"><link rel="preload" href="/web_bg.wasm" as="fetch">
</head><body><p>Haalt <span id="shell-size">een paar MB</span> op.</p></body></html>"#;

const PARENT: &str = r#"<link rel="stylesheet" href="/styles/ouder.css"><script src="/trusted.js"></script><script src="/recorder.js"></script>
<link rel="modulepreload" href="/ouder.js"><link rel="preload" href="/ouder_bg.wasm"><script src="/ouder/start.js"></script>"#;

fn folder(name: &str, wasm: &str) -> PathBuf {
    let folder =
        std::env::temp_dir().join(format!("thuisnabij-precache-{name}-{}", std::process::id()));
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(folder.join("styles")).unwrap();
    fs::create_dir_all(folder.join("ouder")).unwrap();
    let worker = format!("// worker\n{SLOT}\n");
    let files = [
        ("index.html", PAGE),
        ("sw.js", worker.as_str()),
        ("web.js", "export default () => {};"),
        ("web_bg.wasm", wasm),
        ("shell.js", "1;"),
        ("worker.js", "import init from \"/scan.js\"; init(\"/scan_bg.wasm\");"),
        ("scan.js", "export default () => {};"),
        ("scan_bg.wasm", "reader"),
        ("trusted.js", "2;"),
        ("recorder.js", "4;"),
        ("ouder.js", "export default () => {};"),
        ("ouder_bg.wasm", "parent"),
        ("ouder/index.html", PARENT),
        ("ouder/platform.js", "3;"),
        (
            "ouder/start.js",
            "import \"/ouder/platform.js\"; import init from \"/ouder.js\"; init(\"/ouder_bg.wasm\");",
        ),
        ("ouder/sw.js", worker.as_str()),
        ("manifest.webmanifest", "{}"),
        ("styles/main.css", "@font-face{src:url(./font-A.woff2)}"),
        ("styles/ouder.css", "@font-face{src:url(./font-A.woff2)}p{}"),
        ("styles/font-A.woff2", "font"),
    ];
    for (name, content) in files {
        fs::write(folder.join(name), content).unwrap();
    }
    folder
}

#[test]
fn every_file_is_listed_with_its_hash_and_nothing_is_inline() {
    let folder = folder("list", "one");
    let version = release(&folder).unwrap();
    let files = read(&folder).unwrap();
    let index = String::from_utf8(files["index.html"].clone()).unwrap();
    let worker = String::from_utf8(files["sw.js"].clone()).unwrap();
    assert!(index.contains(&version) && worker.contains(&version));
    assert!(
        !index.contains("<script type=\"module\">")
            && !index.contains("/web.js")
            && !index.contains("/main.css")
    );
    for (name, bytes) in files.iter().filter(|(name, _)| super::kept_offline(name)) {
        assert!(worker.contains(&format!("\"/{name}\"")), "{name} is not in the list");
        assert!(worker.contains(&super::hash::integrity(bytes)), "{name} has another hash");
    }
    let font = files.keys().find(|name| name.ends_with(".woff2")).unwrap();
    let styles: Vec<_> = files.iter().filter(|(name, _)| name.ends_with(".css")).collect();
    assert_eq!(styles.len(), 2);
    for (name, style) in styles {
        let names_it = String::from_utf8_lossy(style).contains(super::base(font));
        assert!(names_it, "{name} names the font as it is called now");
    }
}

#[test]
fn the_page_names_the_worker_and_the_worker_its_reader_as_they_are_called_now() {
    let folder = folder("worker", "one");
    release(&folder).unwrap();
    let files = read(&folder).unwrap();
    let name = |start: &str, end: &str| {
        files.keys().find(|name| name.starts_with(start) && name.ends_with(end)).unwrap().clone()
    };
    let worker = name("worker-", ".js");
    let index = String::from_utf8_lossy(&files["index.html"]).into_owned();
    assert!(index.contains(&format!("content=\"/{worker}\"")), "{index}");
    let text = String::from_utf8_lossy(&files[&worker]).into_owned();
    for file in [name("scan-", ".js"), name("scan_bg-", ".wasm")] {
        assert!(text.contains(&format!("\"/{file}\"")), "{text}");
    }
    assert!(!files.contains_key("worker.js") && !files.contains_key("scan.js"));
}

#[test]
fn a_worker_that_does_not_name_its_reader_is_refused() {
    let folder = folder("reader", "one");
    fs::write(folder.join("worker.js"), "// nothing here").unwrap();
    assert!(release(&folder).unwrap_err().to_string().contains("worker.js"));
}

#[test]
fn the_first_screen_says_how_much_is_fetched() {
    for (bytes, said) in [(99_999, "0,1 MB"), (1_950_000, "2,0 MB"), (2_000_001, "2,1 MB")] {
        let mut index = PAGE.to_owned();
        super::page::say_size(&mut index, bytes).unwrap();
        assert!(index.contains(&format!("<span id=\"shell-size\">{said}</span> op.")), "{index}");
    }
    assert!(super::page::say_size(&mut String::new(), 1).is_err());
}

#[test]
fn another_byte_is_another_version() {
    let one = release(&folder("one", "one")).unwrap();
    let same = release(&folder("same", "one")).unwrap();
    let other = release(&folder("other", "two")).unwrap();
    assert_eq!(one, same);
    assert_ne!(one, other);
}

#[test]
fn a_worker_without_a_place_for_the_list_is_refused() {
    let folder = folder("slot", "one");
    fs::write(folder.join("sw.js"), "// nothing here").unwrap();
    assert!(release(&folder).unwrap_err().to_string().contains("sw.js"));
}

#[test]
fn a_parents_phone_keeps_what_its_page_names_and_nothing_of_the_app() {
    let folder = folder("parent", "one");
    release(&folder).unwrap();
    let files = read(&folder).unwrap();
    let text = |name: &str| String::from_utf8(files[name].clone()).unwrap();
    let (worker, app) = (text("ouder/sw.js"), text("sw.js"));
    assert!(!worker.contains("web_bg") && !worker.contains("scan"), "{worker}");
    assert!(!worker.contains("styles/main") && worker.contains(".woff2"), "{worker}");
    assert!(!app.contains("ouder"), "{app}");
    let page = text("ouder/index.html");
    let start = files.keys().find(|name| name.starts_with("ouder/start-")).unwrap();
    let named = page.clone() + &text(start);
    let names = named.split('"').filter_map(|part| part.strip_prefix('/'));
    for name in names.filter(|name| name.contains('.')) {
        assert!(files.contains_key(name), "{name} is not there");
        assert!(worker.contains(&format!("\"/{name}\"")), "{name} is not kept");
    }
}

#[test]
fn recorded_sentences_are_named_after_their_content_told_to_the_page_and_not_kept_beforehand() {
    let folder = folder("stem", "one");
    let page = format!("<html lang=\"nl\">{PARENT}</html>");
    fs::write(folder.join("ouder/index.html"), page).unwrap();
    fs::create_dir_all(folder.join("ouder/stem/tr")).unwrap();
    let sentence = "0123456789abcdef01234567";
    fs::write(folder.join("ouder/stem/README.md"), "how").unwrap();
    fs::write(folder.join(format!("ouder/stem/tr/{sentence}.webm")), "voice").unwrap();
    release(&folder).unwrap();
    let files = read(&folder).unwrap();
    let text = |name: &str| String::from_utf8(files[name].clone()).unwrap();
    let [list, voice] = ["ouder/stem/tr-", "ouder/stem/tr/"].map(|start| {
        files
            .keys()
            .find(|name| {
                name.starts_with(start) && !name.ends_with(".br") && !name.ends_with(".gz")
            })
            .unwrap()
    });
    assert!(text("ouder/index.html").contains(&format!("data-stem='{{\"tr\":\"/{list}\"}}'")));
    assert_eq!(text(list), format!("{{\"{sentence}\":\"/{voice}\"}}"));
    assert_eq!(text(voice), "voice");
    assert!(!text("ouder/sw.js").contains("stem") && !text("sw.js").contains("stem"));
    assert!(!files.contains_key("ouder/stem/README.md"));
    let _ = fs::remove_dir_all(&folder);
}

#[test]
fn a_recording_that_is_named_after_no_sentence_is_refused() {
    let folder = folder("stray", "one");
    fs::create_dir_all(folder.join("ouder/stem/tr")).unwrap();
    fs::write(folder.join("ouder/stem/tr/hallo.webm"), "voice").unwrap();
    let problem = release(&folder).unwrap_err().to_string();
    assert!(problem.contains("cargo xtask stem tr"), "{problem}");
    let _ = fs::remove_dir_all(&folder);
}

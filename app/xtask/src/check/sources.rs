//! The texts of the repository: headers, forbidden words per place, secrets, addresses, skipped tests.

use std::fs;

use anyhow::{Context, Result};

use super::Findings;
use crate::{project, run};

/// Where a pattern may not occur, and why. `OK` on the line or the one above allows it.
struct Ban {
    patterns: &'static [&'static str],
    within: &'static [&'static str],
    except: &'static [&'static str],
    why: &'static str,
}

const OK: &str = "ok: ";

const BANS: &[Ban] = &[
    Ban {
        patterns: &["web_sys", "js_sys", "gloo_"],
        within: &["app/"],
        except: &[
            "app/web/src/platform",
            "app/web/tests/",
            "app/parent/src/browser.rs",
            "app/xtask/",
        ],
        why: "only app/web/src/platform talks to the browser, and browser.rs of the parents' pages",
    },
    Ban {
        patterns: &["f32", "f64"],
        within: &["app/rules/src/"],
        except: &[],
        why: "no floats in rules",
    },
    Ban {
        patterns: &[
            "SystemTime",
            "Instant::now",
            "Utc::now",
            "Local::now",
            "thread_rng",
            "std::env",
            "std::fs",
            "std::net",
        ],
        within: &["app/rules/src/", "app/model/src/", "app/replica/src/"],
        except: &[],
        why: "pure crates take time, chance and data as arguments",
    },
    Ban {
        patterns: &["inner_html", "insert_adjacent_html", "outer_html", "document.write"],
        within: &["app/web/"],
        except: &[],
        why: "data never becomes markup",
    },
    Ban {
        patterns: &["http://", "https://", "//cdn."],
        within: &["app/web/", "public/", "style/"],
        except: &["app/web/package-lock.json"],
        why: "no request leaves our origin; a source belongs in app/rules",
    },
    Ban {
        patterns: &[
            concat!("#[ig", "nore"),
            concat!("test.sk", "ip"),
            concat!("test.on", "ly"),
            concat!("test.fix", "me"),
            concat!("describe.on", "ly"),
            concat!("describe.sk", "ip"),
        ],
        within: &["app/", "tests/"],
        except: &[],
        why: "no skipped tests",
    },
    Ban {
        patterns: &[
            concat!("/wo", "rk/"),
            concat!("/ro", "ot/"),
            concat!("/ho", "me/"),
            concat!("BEGIN ", "PRIVATE KEY"),
            concat!("BEGIN RSA ", "PRIVATE"),
            concat!("AK", "IA"),
        ],
        within: &[""],
        except: &["LICENSE"],
        why: "no paths of one machine and no secrets",
    },
];

/// A file above this is worth a look; see STYLE.md.
const LONG: usize = 400;
const CASES: &str = "tests/cases/";

/// Every text that git knows or would add.
pub(super) fn check() -> Result<Findings> {
    let mut findings = Findings::default();
    let list = run::answer("git", &["ls-files", "--cached", "--others", "--exclude-standard"])
        .context("git can not list the files")?;
    for name in list.lines() {
        let Ok(text) = fs::read_to_string(project::root().join(name)) else { continue };
        shape(name, &text, &mut findings);
        for ban in BANS.iter().filter(|ban| applies(ban, name)) {
            banned(ban, name, &text, &mut findings);
        }
    }
    Ok(findings)
}

fn shape(name: &str, text: &str, findings: &mut Findings) {
    if name.ends_with(".rs") {
        if !text.trim_start().starts_with("//!") {
            findings.problem(format!("{name}: no `//!` header that says what it is"));
        }
        let lines = text.lines().count();
        if lines > LONG {
            findings.note(format!("{name}: {lines} lines, is it one room?"));
        }
    }
    if name.starts_with(CASES) && !name.ends_with(".json") && !name.ends_with("README.md") {
        findings.problem(format!(
            "{name}: `cargo xtask cases` reads .json files alone, so nobody reads this one"
        ));
    }
}

fn applies(ban: &Ban, name: &str) -> bool {
    ban.within.iter().any(|place| name.starts_with(place))
        && !ban.except.iter().any(|place| name.starts_with(place))
}

fn banned(ban: &Ban, name: &str, text: &str, findings: &mut Findings) {
    let mut before = "";
    for (number, line) in text.lines().enumerate() {
        let said = line.contains(OK) || before.contains(OK);
        // The name of a namespace is an address that nobody visits.
        let line_without_names = line.replace("http://www.w3.org/", "");
        for pattern in ban.patterns.iter().filter(|pattern| has(&line_without_names, pattern)) {
            if !said {
                findings.problem(format!("{name}:{}: `{pattern}`: {}", number + 1, ban.why));
            }
        }
        before = line;
    }
}

/// Whether the pattern stands in the line, not as a part of a longer word.
fn has(line: &str, pattern: &str) -> bool {
    let word = |letter: Option<char>| {
        letter.is_some_and(|letter| letter.is_alphanumeric() || letter == '_')
    };
    let starts_as_word = word(pattern.chars().next());
    line.match_indices(pattern)
        .any(|(at, _)| !(starts_as_word && word(line[..at].chars().next_back())))
}

#[cfg(test)]
mod tests {
    use super::{BANS, Findings, banned, has};

    #[test]
    fn a_pattern_is_found_as_a_word_alone() {
        assert!(has("use web_sys::Window;", "web_sys") && has("x: f64", "f64"));
        assert!(!has("let half64 = 1;", "f64"));
    }

    #[test]
    fn a_reason_allows_a_line() {
        let mut findings = Findings::default();
        banned(
            &BANS[1],
            "app/rules/src/x.rs",
            "let x: f64; // ok: only for the chart\nlet y = 1;\nlet z: f64;",
            &mut findings,
        );
        assert_eq!(findings.problems.len(), 1);
        assert!(findings.problems[0].starts_with("app/rules/src/x.rs:3"));
    }
}

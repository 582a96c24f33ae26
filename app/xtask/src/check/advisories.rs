//! Known weaknesses, when the tool and its database can be had. When not, that is said: silence would look like safety.

use anyhow::Result;

use super::Findings;
use crate::run;

/// `cargo audit`, else `cargo deny`.
pub(super) fn check() -> Result<Findings> {
    let mut findings = Findings::default();
    let tools: [(&str, &[&str]); 2] = [
        ("cargo-audit", &["audit", "--deny", "unsound"]),
        ("cargo-deny", &["deny", "check", "advisories"]),
    ];
    let Some((name, arguments)) =
        tools.into_iter().find(|(program, _)| run::answer(program, &["--version"]).is_some())
    else {
        findings.note("NOT LOOKED AT: neither cargo-audit nor cargo-deny is installed (`cargo install cargo-audit`)");
        return Ok(findings);
    };
    let done = run::logged("advisories", run::cargo(arguments))?;
    let text = done.text().to_lowercase();
    let unreachable = [
        "failed to fetch",
        "couldn't fetch",
        "couldn't open",
        "git operation failed",
        "unable to fetch",
        "dns error",
    ];
    match (done.success, unreachable.iter().any(|sign| text.contains(sign))) {
        (true, _) => findings.note(format!("{name} knows of none")),
        (false, true) => findings
            .note(format!("NOT LOOKED AT: the database of {name} can not be reached from here")),
        (false, false) => findings.problem(format!("{name}:\n{}", done.tail())),
    }
    Ok(findings)
}

//! `check`: what no compiler holds for us. Each check is a function that gives what is wrong, one line a problem, and what is worth
//! knowing; nothing is fixed and nothing is skipped in silence.

mod advisories;
mod arrows;
mod licences;
mod size;
mod sources;
mod styles;

use anyhow::{Result, bail};

use crate::run;

/// What a check found.
#[derive(Default)]
pub(crate) struct Findings {
    /// Each of these fails the check.
    pub(crate) problems: Vec<String>,
    /// Worth a line on the screen.
    pub(crate) notes: Vec<String>,
}

impl Findings {
    fn problem(&mut self, problem: impl Into<String>) {
        self.problems.push(problem.into());
    }

    fn note(&mut self, note: impl Into<String>) {
        self.notes.push(note.into());
    }
}

type Check = fn() -> Result<Findings>;

const CHECKS: [(&str, Check); 7] = [
    ("arrows between crates, and what the pure ones may lean on", arrows::check),
    ("dependencies that nobody uses", arrows::unused),
    ("source texts", sources::check),
    ("licences and origins", licences::check),
    ("known weaknesses of dependencies", advisories::check),
    ("styles", styles::check),
    ("sizes", size::check),
];

/// Runs every check; fails when one has a problem.
pub(crate) fn check() -> Result<()> {
    let mut wrong = 0;
    for (name, check) in CHECKS {
        let findings = check().unwrap_or_else(|problem| Findings {
            problems: vec![format!("{problem:#}")],
            notes: Vec::new(),
        });
        run::say(&format!("{} {name}", if findings.problems.is_empty() { "✓" } else { "✗" }));
        for line in findings.notes.iter().chain(&findings.problems) {
            run::say(&format!("    {line}"));
        }
        wrong += findings.problems.len();
    }
    if wrong > 0 {
        bail!("{wrong} problems.");
    }
    Ok(())
}

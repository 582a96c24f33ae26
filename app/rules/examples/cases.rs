//! The case runner: `cargo xtask cases`, or `CASES=folder cargo xtask cases` with situations of your own.
//! Reads every `.json` below a folder and prints a line a case; ends with 1 on any difference. The crate itself reads no files: hence
//! this program beside it.

use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::{env, fs, io};

use rules::cases::{CaseReport, run_file};

fn main() -> ExitCode {
    let Some(folder) = env::args_os().nth(1).map(PathBuf::from) else {
        eprintln!("cases FOLDER");
        return ExitCode::FAILURE;
    };
    let reports = match files(&folder) {
        Ok(files) => files.iter().flat_map(|file| report(&folder, file)).collect::<Vec<_>>(),
        Err(problem) => {
            eprintln!("{}: {problem}", folder.display());
            return ExitCode::FAILURE;
        }
    };
    for report in &reports {
        print(report);
    }
    let failed = reports.iter().filter(|report| !report.passed).count();
    println!("{} gevallen, {failed} anders dan verwacht", reports.len());
    if failed == 0 && !reports.is_empty() { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

fn report(folder: &Path, file: &Path) -> Vec<CaseReport> {
    let name = file.strip_prefix(folder).unwrap_or(file).display().to_string();
    match fs::read_to_string(file) {
        Ok(text) => run_file(&name, &text),
        Err(problem) => vec![CaseReport::unreadable(&name, "", &problem.to_string())],
    }
}

fn print(report: &CaseReport) {
    if report.passed {
        println!("✓ {} · {}", report.file, report.case);
    } else {
        println!(
            "✗ {} · {}: verwacht {}, gekregen {}",
            report.file, report.case, report.expected, report.got
        );
    }
}

/// Every `.json` below the folder, in the order of their names.
fn files(folder: &Path) -> io::Result<Vec<PathBuf>> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_dir() {
            found.extend(files(&path)?);
        } else if path.extension().is_some_and(|extension| extension == "json") {
            found.push(path);
        }
    }
    found.sort();
    Ok(found)
}

//! The project's commands. `cargo xtask start` on a bare machine, `cargo xtask test` for everything that must hold.
//! The product never needs this crate. No logic here: a command per module.

mod bench;
mod cases;
mod check;
mod chromium;
mod client;
mod compress;
mod debian;
mod disk;
mod npm;
mod postgres;
mod precache;
mod project;
mod run;
mod start;
mod stem;
mod test;
mod tools;

use std::process::ExitCode;

const HELP: &str = "\
cargo xtask COMMAND

  start     install what is missing, build, and serve the app on http://localhost:8080 (PORT=… for another port)
  dev       the same with live reload while you edit; no offline mode, no security headers
  test      everything that must hold: lints, tests, checks, cases and browser journeys
  check     architecture, licences, secrets, texts and size budgets; needs a release build for the sizes
  cases     the situations in tests/cases, or in CASES=folder, against the rules; one line a case
  bench     how fast the rules and the simulator are, native and in the browser;
            bench sync: our server next to automerge-repo-sync-server and hocuspocus;
            bench typing: from key to screen in a meeting of eight people;
            bench schools: 102 schools of four years on one device;
            bench children: a line under the finger, and a whole class that is merged
  build     the release client alone, in target/dist; build quick: not optimised, to look at a screen while working
  stem      stem LANGUAGE: the sentences of a parent's pages that can be recorded, and which are
  precache  (called by Trunk) hash the built files and write their list into the service worker
  help      this text
";

fn main() -> ExitCode {
    let mut arguments = std::env::args().skip(1);
    let command = arguments.next().unwrap_or_else(|| "help".to_owned());
    let rest: Vec<String> = arguments.collect();
    let outcome = match command.as_str() {
        "start" => start::start(),
        "dev" => start::dev(),
        // Its last line is the count, so it says itself how it ended.
        "test" => return test::test(&rest),
        "check" => check::check(),
        "cases" => cases::cases(),
        "bench" => match rest.split_first() {
            None => bench::bench(),
            Some((what, numbers)) if what == "sync" => bench::sync(numbers),
            Some((what, _)) if what == "typing" => bench::typing(),
            Some((what, _)) if what == "schools" => bench::schools(),
            Some((what, _)) if what == "children" => bench::children(),
            Some((what, _)) => Err(anyhow::anyhow!(
                "There is no bench `{what}`, only `sync`, `typing`, `schools` and `children`."
            )),
        },
        "build" => match rest.first().map(String::as_str) {
            None => client::build().map(|_| ()),
            Some("quick") => client::quick(),
            Some(how) => Err(anyhow::anyhow!("There is no build `{how}`, only `quick`.")),
        },
        "stem" => stem::stem(rest.first().map_or("nl", String::as_str)),
        "precache" => precache::hook(),
        "help" | "--help" | "-h" => {
            print!("{HELP}");
            Ok(())
        }
        other => {
            Err(anyhow::anyhow!("There is no command `{other}`. `cargo xtask help` lists them."))
        }
    };
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(problem) => {
            eprintln!("\n✗ {problem:#}");
            ExitCode::FAILURE
        }
    }
}

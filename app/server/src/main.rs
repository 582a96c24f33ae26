//! `thuisnabij`: the program around the library. Reads its options, does what is asked, and says in plain words what went wrong.

mod program;

use std::process::ExitCode;

use program::options::{Command, read};
use program::{HELP, commands, serve};

fn main() -> ExitCode {
    let arguments = std::env::args_os().skip(1).collect();
    let outcome = match read(arguments) {
        Ok(Command::Help) => {
            print!("{HELP}");
            Ok(())
        }
        Ok(Command::Serve(options)) => serve::run(*options),
        Ok(Command::Backup { database, to }) => commands::backup(&database, &to),
        Ok(Command::Restore { database, from }) => commands::restore(&database, from.as_deref()),
        Ok(Command::Spaces { database }) => commands::spaces(&database),
        Ok(Command::Members { database, space }) => commands::members(&database, space),
        Ok(Command::Key { database }) => commands::key(&database),
        Ok(Command::Description) => commands::description(),
        Err(problem) => Err(format!("{problem}\n\nAlles op een rij: thuisnabij --help").into()),
    };
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(problem) => {
            eprintln!("{problem}");
            let mut cause = problem.source();
            while let Some(next) = cause {
                eprintln!("  {next}");
                cause = next.source();
            }
            ExitCode::FAILURE
        }
    }
}

//! `cargo run -p verify-agreement FILE`: checks a choice of a parent about a plan. Reads the file, asks nobody anything. Ends with 0 when it
//! is valid, 1 when it is not, 2 when there is nothing to read.
#![forbid(unsafe_code)]

use std::process::ExitCode;

use model::ouder::{Checked, Receipt, Whose};

/// What the receipt of a server adds. The choice is valid with it and without it.
fn existed(receipt: Option<Receipt>, whose: Option<Whose>) -> String {
    let Some((receipt, whose)) = receipt.zip(whose) else {
        return "Zonder ontvangstbewijs: sinds wanneer dit bestaat, zegt geen server.".to_owned();
    };
    let (when, key) = (receipt.when(), receipt.server());
    match whose {
        Whose::Known => format!(
            "Met ontvangstbewijs: deze keuze bestond op {when} volgens de server die het apparaat kende. Of iemand haar kreeg, zegt dit niet.\n  Server:  {key}"
        ),
        Whose::Unsaid => format!(
            "Met ontvangstbewijs: deze keuze bestond op {when} volgens een server. Het apparaat kende er toen geen. Of iemand haar kreeg, zegt dit niet.\n  Server:  {key}\n  Vraag de beheerder of dit de sleutel is (`thuisnabij sleutel`)."
        ),
        Whose::Other => format!(
            "LET OP: het ontvangstbewijs telt niet. Het is van een andere server dan het apparaat kende; iedereen kan zoiets maken.\n  Server:  {key}\n  Heeft de beheerder sindsdien een nieuwe server? Vraag het na (`thuisnabij sleutel`)."
        ),
    }
}

fn main() -> ExitCode {
    let Some(path) = std::env::args_os().nth(1) else {
        eprintln!("Gebruik: verify-agreement BESTAND");
        return ExitCode::from(2);
    };
    let file = match std::fs::read_to_string(&path) {
        Ok(file) => file,
        Err(error) => {
            eprintln!("{}: {error}", path.display());
            return ExitCode::from(2);
        }
    };
    match Checked::of(&file) {
        Ok(checked) => {
            println!("GELDIG: er is niets veranderd sinds dit is vastgelegd.");
            println!("  Keuze:   {}", checked.choice);
            println!("  Naam:    {} (zo is die naam getypt)", checked.name);
            println!("  Dag:     {} (de klok van dat apparaat)", checked.on);
            println!("  Scherm:  {}", checked.language);
            println!("  Plan:    SHA-256 {}", checked.plan_hash);
            println!("  Sleutel: {}", checked.key);
            println!("{}", existed(checked.receipt, checked.whose));
            println!(
                "Dit is geen gekwalificeerde handtekening: het toont welk apparaat dit vastlegde, niet wie het vasthield."
            );
            ExitCode::SUCCESS
        }
        Err(bad) => {
            println!("{}", bad.text().nl);
            ExitCode::FAILURE
        }
    }
}

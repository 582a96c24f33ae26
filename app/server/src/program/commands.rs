//! What the administrator does on the host, beside serving. Everything here says in words what it did.

use std::io::Write;
use std::path::Path;
use std::time::{SystemTime, UNIX_EPOCH};

use replica::id::{SpaceId, hex};
use replica::keys::DeviceKeys;
use replica::relay::Relay;
use server::store::{Place, Store, back_up};

use super::Outcome;

/// Copies the database, also while it is served.
pub(crate) fn backup(database: &Place, to: &Path) -> Outcome {
    let Place::File(file) = database else {
        return Err("Een reservekopie van PostgreSQL maakt u met pg_dump.".into());
    };
    let bytes = back_up(file, to)?;
    println!("Reservekopie gemaakt en gecontroleerd: {} ({bytes} bytes).", to.display());
    Ok(())
}

/// Puts a copy back, and draws a new server epoch.
pub(crate) fn restore(database: &Place, from: Option<&Path>) -> Outcome {
    let epoch = epoch()?;
    match (database, from) {
        (Place::File(file), Some(from)) => {
            prepare_folder(file)?;
            let stamp = SystemTime::now().duration_since(UNIX_EPOCH)?.as_secs();
            let aside = server::store::restore(from, file, epoch, stamp)?;
            println!("Teruggezet: {}.", file.display());
            if let Some(aside) = aside {
                println!("Wat er stond, is bewaard als {}.", aside.display());
            }
        }
        (Place::Postgres(_), None) => {
            let store = Store::open(database, epoch)?;
            runtime()?.block_on(store.renew(epoch)).map_err(|failed| format!("{failed:?}"))?;
        }
        (Place::Postgres(_), Some(_)) => {
            return Err("Zet een kopie van PostgreSQL terug met pg_restore, en geef daarna deze opdracht zonder bestand.".into());
        }
        (_, None) => return Err("Noem het bestand: thuisnabij restore BESTAND".into()),
        (Place::Memory, Some(_)) => {
            return Err("In het geheugen valt niets terug te zetten.".into());
        }
    }
    println!("Apparaten sturen opnieuw wat na de kopie kwam, zodra ze verbinding hebben.");
    Ok(())
}

/// Every space in numbers.
pub(crate) fn spaces(database: &Place) -> Outcome {
    let store = Store::look(database)?;
    let spaces = runtime()?.block_on(store.spaces()).map_err(|failed| format!("{failed:?}"))?;
    println!("{:<32}  {:>10}  {:>12}  dagen geleden gebruikt", "ruimte", "berichten", "bytes");
    let today = SystemTime::now().duration_since(UNIX_EPOCH)?.as_secs() / 86_400;
    for row in &spaces {
        let ago = match row.seen {
            0 => "onbekend".to_owned(),
            day => today.saturating_sub(day).to_string(),
        };
        println!("{}  {:>10}  {:>12}  {ago}", row.space, row.newest, row.bytes);
    }
    println!("{} ruimten", spaces.len());
    Ok(())
}

/// The devices in a space. The server knows no names.
pub(crate) fn members(database: &Place, space: SpaceId) -> Outcome {
    let relay = Relay::new(Store::look(database)?);
    let members = runtime()?.block_on(relay.members(space)).map_err(|no| no.sentence().0)?;
    for (device, role) in &members {
        println!("{device}  {}", role.name());
    }
    println!("{} apparaten", members.len());
    Ok(())
}

/// The public key under which receipts are signed, for who wants to tell this server from another.
pub(crate) fn key(database: &Place) -> Outcome {
    let store = Store::look(database)?;
    let secret = runtime()?.block_on(store.known_receipt_secret());
    match secret.map_err(|failed| format!("{failed:?}"))? {
        Some(secret) => {
            let public = DeviceKeys::from_bytes(&secret).public().bytes();
            println!("{}", hex(public.get(..32).unwrap_or_default()));
        }
        None => {
            println!("Deze server gaf nog geen ontvangstbewijs; de sleutel komt bij het eerste.")
        }
    }
    Ok(())
}

/// The interface for machines.
pub(crate) fn description() -> Outcome {
    let text = serde_json::to_string_pretty(&server::api::description())?;
    // Who reads only the beginning may close the pipe.
    let _ = writeln!(std::io::stdout(), "{text}");
    Ok(())
}

/// A server epoch that nobody had before.
pub(crate) fn epoch() -> Result<[u8; 16], Box<dyn std::error::Error>> {
    let mut epoch = [0; 16];
    getrandom::fill(&mut epoch).map_err(|error| format!("Geen toevalsgetallen: {error}"))?;
    Ok(epoch)
}

/// Makes the folder of a database, for this user alone.
pub(crate) fn prepare_folder(file: &Path) -> Result<(), Box<dyn std::error::Error>> {
    let Some(folder) = file.parent().filter(|folder| !folder.as_os_str().is_empty()) else {
        return Ok(());
    };
    let mut make = std::fs::DirBuilder::new();
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut make, 0o700);
    make.recursive(true).create(folder).map_err(|error| {
        format!("De map {} kan niet worden gemaakt ({error}).", folder.display()).into()
    })
}

fn runtime() -> std::io::Result<tokio::runtime::Runtime> {
    tokio::runtime::Builder::new_current_thread().enable_all().build()
}

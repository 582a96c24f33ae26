//! The data map is what is really there: every column, field, line and figure has its row, and every row is one.

use std::collections::BTreeSet;
use std::path::Path;

use crate::support::device::{Device, SPACE, begin};
use crate::support::site::{ORIGIN, Site};
use crate::support::{Folder, postgres};
use replica::datamap::Row;
use server::api::routes::ROUTES;
use server::datamap::{COLUMNS, FIGURES, HTTP, LOG, document};
use server::store::{Place, Store};

fn named(rows: &[Row]) -> BTreeSet<String> {
    let names: BTreeSet<_> = rows.iter().map(|row| row.0.to_owned()).collect();
    assert_eq!(names.len(), rows.len(), "every row once");
    names
}

/// `DATAMAP=write` writes it.
#[test]
fn the_document_is_made_from_the_tables() {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("DATAMAP.md");
    if std::env::var_os("DATAMAP").is_some_and(|what| what == "write") {
        std::fs::write(&file, document()).unwrap();
    }
    let there = std::fs::read_to_string(&file).unwrap();
    assert!(there == document(), "run this test with DATAMAP=write and read what changed");
}

#[test]
fn every_column_of_the_database_is_on_the_map() {
    let folder = Folder::new();
    drop(Store::open(&Place::File(folder.file("a.db")), [7; 16]).unwrap());
    let database = rusqlite::Connection::open(folder.file("a.db")).unwrap();
    let sql = "SELECT t.name || '.' || c.name FROM pragma_table_list t, pragma_table_info(t.name) c
               WHERE t.type = 'table' AND t.schema = 'main' AND t.name NOT LIKE 'sqlite_%'";
    let mut statement = database.prepare(sql).unwrap();
    let rows = statement.query_map([], |row| row.get::<_, String>(0)).unwrap();
    assert_eq!(rows.collect::<Result<BTreeSet<_>, _>>().unwrap(), named(COLUMNS));
}

#[test]
fn the_columns_are_the_same_in_postgresql() {
    let Some(url) = postgres::database("datamap") else { return };
    drop(Store::open(&Place::Postgres(url.clone()), [7; 16]).unwrap());
    let mut client = ::postgres::Client::connect(&url, ::postgres::NoTls).unwrap();
    let sql = "SELECT table_name || '.' || column_name FROM information_schema.columns WHERE table_schema = 'public'";
    let rows = client.query(sql, &[]).unwrap();
    let columns: BTreeSet<String> = rows.iter().map(|row| row.get(0)).collect();
    assert_eq!(columns, named(COLUMNS));
}

#[test]
fn every_field_over_http_is_on_the_map() {
    let fields = ROUTES.iter().flat_map(|route| [route.asks.1, route.answers.1]).flatten();
    let mut fields: BTreeSet<String> = fields.map(|(name, _)| (*name).to_owned()).collect();
    let problem = <replica::sync::api::Problem as replica::sync::api::Message>::FIELDS.1;
    fields.extend(problem.iter().map(|(name, _)| (*name).to_owned()));
    assert_eq!(fields, named(HTTP));
}

#[test]
fn every_field_of_the_log_is_on_the_map() {
    let mut found = BTreeSet::new();
    let mut folders = vec![Path::new(env!("CARGO_MANIFEST_DIR")).join("src")];
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
                continue;
            }
            let text = std::fs::read_to_string(&path).unwrap();
            for call in text.split("tracing::").skip(1) {
                let level = ["error!(", "warn!(", "info!(", "debug!(", "trace!("];
                let Some(rest) = level.iter().find_map(|level| call.strip_prefix(level)) else {
                    continue;
                };
                // Fields, and then a sentence that is always the same.
                let (fields, rest) = rest.split_once('"').unwrap();
                let sentence = rest.split('"').next().unwrap();
                assert!(!sentence.contains('{'), "no value is written into a sentence: {sentence}");
                for field in fields.split(',').map(str::trim).filter(|field| !field.is_empty()) {
                    let (name, _) = field.split_once(" = ").expect("a field has a name of its own");
                    found.insert(name.to_owned());
                }
            }
        }
    }
    assert_eq!(found, named(LOG));
}

#[tokio::test]
async fn every_figure_and_label_is_on_the_map() {
    let site = Site::memory();
    let first = begin(1, SPACE);
    let mut device = Device::new(1, &first, &site.net, ORIGIN).await;
    assert!(device.sign_in().await);
    let text = site.desk.figures();
    let mut figures = BTreeSet::new();
    for name in text.lines().filter_map(|line| line.strip_prefix("# TYPE ")?.split(' ').next()) {
        let own = text.lines().filter(|line| line.starts_with(name));
        let labels = own.filter_map(|line| Some(line.split_once('{')?.1.split_once('}')?.0));
        let labels =
            labels.flat_map(|labels| labels.split(',')).filter_map(|label| label.split('=').next());
        // Of a histogram `le` is the bound of the time.
        let labels: BTreeSet<_> = labels.filter(|label| *label != "le").collect();
        let labels: Vec<_> = labels.into_iter().collect();
        figures.insert(match labels.is_empty() {
            true => name.to_owned(),
            false => format!("{name}{{{}}}", labels.join(",")),
        });
    }
    assert_eq!(figures, named(FIGURES));
}

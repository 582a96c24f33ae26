//! The words on the command line. It must not open anything.

mod certificate;

use std::ffi::OsString;
use std::net::{IpAddr, Ipv4Addr, SocketAddr};
use std::path::PathBuf;

use etcetera::BaseStrategy;
use lexopt::ValueExt;
use lexopt::prelude::{Long, Short, Value};
use replica::id::SpaceId;
use server::store::{Place, Retention};

pub(crate) use self::certificate::Certificate;
use self::certificate::{certificate, domain, mail};

/// What to do.
pub(crate) enum Command {
    Help,
    Serve(Box<Options>),
    Backup {
        database: Place,
        to: PathBuf,
    },
    /// Without a file only the server epoch is drawn again, for a database that was put back by its own means.
    Restore {
        database: Place,
        from: Option<PathBuf>,
    },
    Spaces {
        database: Place,
    },
    Members {
        database: Place,
        space: SpaceId,
    },
    Key {
        database: Place,
    },
    Description,
}

/// How to serve.
#[derive(Debug)]
pub(crate) struct Options {
    pub(crate) address: SocketAddr,
    pub(crate) dist: PathBuf,
    pub(crate) database: Place,
    pub(crate) origins: Vec<String>,
    pub(crate) tls: Option<Certificate>,
    pub(crate) behind_proxy: bool,
    pub(crate) metrics: Option<SocketAddr>,
    pub(crate) json: bool,
    pub(crate) kept: Retention,
    pub(crate) sign_in: Option<server::person::Settings>,
}

#[derive(Default)]
struct Words {
    words: Vec<OsString>,
    help: bool,
    port: Option<u16>,
    address: Option<IpAddr>,
    dist: Option<PathBuf>,
    database: Option<String>,
    origins: Vec<String>,
    certificate: Option<PathBuf>,
    key: Option<PathBuf>,
    behind_proxy: bool,
    metrics: Option<SocketAddr>,
    json: bool,
    kept: Retention,
    issuer: Option<String>,
    client: Option<String>,
    secret: Option<PathBuf>,
    domains: Vec<String>,
    contact: Option<String>,
    folder: Option<PathBuf>,
    directory: Option<String>,
    agrees: bool,
}

/// Reads the command line. The sentence says what to write instead.
pub(crate) fn read(arguments: Vec<OsString>) -> Result<Command, String> {
    let words =
        parse(arguments).map_err(|error| format!("Dit begrijpt het programma niet: {error}"))?;
    let mut rest = words.words.iter().map(|word| word.to_string_lossy().into_owned());
    let Some(command) = rest.next().filter(|word| !words.help && word != "help") else {
        return Ok(Command::Help);
    };
    let (file, more) = (rest.next(), rest.next());
    let takes = matches!(command.as_str(), "backup" | "restore" | "leden");
    if let Some(extra) = more.or(file.clone().filter(|_| !takes)) {
        return Err(format!("Dit begrijpt het programma niet: {extra}"));
    }
    Ok(match command.as_str() {
        "serve" => Command::Serve(Box::new(serve(words)?)),
        "backup" => Command::Backup {
            to: file.ok_or("Noem het bestand: thuisnabij backup BESTAND")?.into(),
            database: database(words.database)?,
        },
        "restore" => {
            Command::Restore { from: file.map(PathBuf::from), database: database(words.database)? }
        }
        "ruimtes" => Command::Spaces { database: database(words.database)? },
        "sleutel" => Command::Key { database: database(words.database)? },
        "leden" => {
            let space = file.and_then(|text| text.parse().ok());
            let space = space
                .ok_or("Noem de ruimte met haar 32 tekens, zoals `thuisnabij ruimtes` die toont")?;
            Command::Members { space, database: database(words.database)? }
        }
        "openapi" => Command::Description,
        other => return Err(format!("De opdracht {other} is er niet.")),
    })
}

fn parse(arguments: Vec<OsString>) -> Result<Words, lexopt::Error> {
    let mut parser = lexopt::Parser::from_args(arguments);
    let mut words = Words::default();
    while let Some(argument) = parser.next()? {
        match argument {
            Value(word) => words.words.push(word),
            Long("help") | Short('h') => words.help = true,
            Long("port") => words.port = Some(parser.value()?.parse()?),
            Long("address") => words.address = Some(parser.value()?.parse()?),
            Long("dist") => words.dist = Some(parser.value()?.into()),
            Long("database") => words.database = Some(parser.value()?.string()?),
            Long("origin") => words.origins.push(parser.value()?.parse_with(origin)?),
            Long("tls-cert") => words.certificate = Some(parser.value()?.into()),
            Long("tls-key") => words.key = Some(parser.value()?.into()),
            Long("proxy") => words.behind_proxy = true,
            Long("metrics") => words.metrics = Some(parser.value()?.parse()?),
            Long("log") => words.json = parser.value()?.parse_with(log)?,
            Long("keep-boxes") => words.kept.boxes = Some(parser.value()?.parse()?),
            Long("keep-spaces") => words.kept.spaces = Some(parser.value()?.parse()?),
            Long("acme-domain") => words.domains.push(parser.value()?.parse_with(domain)?),
            Long("acme-contact") => words.contact = Some(parser.value()?.parse_with(mail)?),
            Long("acme-folder") => words.folder = Some(parser.value()?.into()),
            Long("acme-directory") => words.directory = Some(parser.value()?.string()?),
            Long("acme-agree") => words.agrees = true,
            Long("oidc-issuer") => words.issuer = Some(parser.value()?.string()?),
            Long("oidc-client") => words.client = Some(parser.value()?.string()?),
            Long("oidc-secret") => words.secret = Some(parser.value()?.into()),
            Long("offline-window") => words.kept.away = parser.value()?.parse_with(days)?,
            other => return Err(other.unexpected()),
        }
    }
    Ok(words)
}

/// As a browser names it: scheme and host, nothing after it.
fn origin(text: &str) -> Result<String, &'static str> {
    let text = text.trim_end_matches('/').to_lowercase();
    let host = text.strip_prefix("https://").or_else(|| text.strip_prefix("http://"));
    match host {
        Some(host) if !host.is_empty() && !host.contains(['/', '?', '#', ' ', '@']) => {
            Ok(text.clone())
        }
        _ => Err("schrijf het als https://thuisnabij.example.nl"),
    }
}

fn log(text: &str) -> Result<bool, &'static str> {
    match text {
        "json" => Ok(true),
        "text" => Ok(false),
        _ => Err("kies text of json"),
    }
}

/// At least one: a device that is here today is never away.
fn days(text: &str) -> Result<u64, &'static str> {
    text.parse().ok().filter(|days| *days > 0).ok_or("noem een aantal dagen, 1 of meer")
}

fn serve(words: Words) -> Result<Options, String> {
    let tls = certificate(&words)?;
    let mut words = words;
    if words.origins.is_empty() {
        words.origins = words.domains.iter().map(|name| format!("https://{name}")).collect();
    }
    let sign_in = sign_in(&words)?;
    let ip = words.address.unwrap_or(IpAddr::V4(Ipv4Addr::LOCALHOST));
    Ok(Options {
        address: SocketAddr::new(ip, words.port.unwrap_or(8080)),
        dist: words.dist.unwrap_or_else(|| "target/dist".into()),
        database: database(words.database)?,
        origins: words.origins,
        tls,
        behind_proxy: words.behind_proxy,
        metrics: words.metrics,
        json: words.json,
        kept: words.kept,
        sign_in,
    })
}

/// Where people may say who they are. The secret is read from a file, so that it is in no list of programs.
fn sign_in(words: &Words) -> Result<Option<server::person::Settings>, String> {
    let (issuer, client, file) = match (&words.issuer, &words.client, &words.secret) {
        (None, None, None) => return Ok(None),
        (Some(issuer), Some(client), Some(file)) => (issuer, client, file),
        _ => {
            return Err(
                "Noem --oidc-issuer, --oidc-client en --oidc-secret alle drie, of geen.".into()
            );
        }
    };
    if !server::is_safe(issuer) {
        return Err("Schrijf --oidc-issuer als https://aanmelden.example.nl.".into());
    }
    let origin = words.origins.first().cloned();
    let origin = origin.ok_or("Aanmelden bij de organisatie werkt alleen met --origin.")?;
    let secret = std::fs::read_to_string(file)
        .map_err(|error| format!("{} kan niet worden gelezen ({error}).", file.display()))?;
    let secret = secret.trim().to_owned();
    Ok(Some(server::person::Settings {
        issuer: issuer.clone(),
        client: client.clone(),
        secret,
        origin,
    }))
}

/// What was said, or `DATABASE_URL`, or a file in the folder where this user's programs keep their data.
fn database(said: Option<String>) -> Result<Place, String> {
    let said = said.or_else(|| std::env::var("DATABASE_URL").ok().filter(|url| !url.is_empty()));
    if let Some(said) = said {
        return Ok(Place::read(&said));
    }
    let folder = own_folder("Er is geen map voor de database. Noem er een met --database.")?;
    Ok(Place::File(folder.join("thuisnabij.db")))
}

/// Where a service manager wants what is kept, if there is one; else where this user's programs keep their data.
fn own_folder(otherwise: &str) -> Result<PathBuf, String> {
    match std::env::var_os("STATE_DIRECTORY") {
        Some(folder) => Ok(PathBuf::from(folder)),
        None => {
            let base = etcetera::choose_base_strategy().map_err(|_| otherwise)?;
            Ok(base.data_dir().join("thuisnabij"))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(text: &str) -> Result<Command, String> {
        read(text.split_whitespace().map(OsString::from).collect())
    }

    #[test]
    fn what_is_not_understood_is_said_and_nothing_is_done() {
        for text in [
            "sreve",
            "serve --prot 80",
            "serve extra",
            "serve --origin thuisnabij.nl",
            "serve --origin https://a.nl/app",
            "serve --log xml",
            "serve --offline-window 0",
            "serve --offline-window kort",
            "serve --tls-cert a.pem",
            "serve --acme-domain a.nl",
            "serve --acme-agree",
            "serve --acme-contact ict@a.nl",
            "serve --acme-domain a.nl --acme-agree --tls-cert a.pem --tls-key b.pem",
            "serve --acme-domain a.nl --acme-agree --proxy",
            "serve --acme-domain a.nl --acme-agree --origin https://b.nl",
            "serve --acme-domain a.nl --acme-agree --origin http://a.nl --origin https://b.nl",
            "serve --acme-domain a.nl --acme-agree --acme-directory http://b.nl",
            "serve --acme-domain a.nl --acme-agree --acme-contact a",
            "serve --acme-domain *.a.nl --acme-agree",
            "serve --acme-domain 10.0.0.1 --acme-agree",
            "serve --acme-domain localhost --acme-agree",
            "serve --acme-domain -a.nl --acme-agree",
            "serve --oidc-issuer https://a.nl",
            "serve --oidc-client x --oidc-secret x",
            "serve --origin https://b.nl --oidc-issuer http://a.nl --oidc-client x --oidc-secret Cargo.toml",
            "serve --oidc-issuer https://a.nl --oidc-client x --oidc-secret Cargo.toml",
            "serve --origin https://b.nl --oidc-issuer https://a.nl --oidc-client x --oidc-secret nergens",
            "backup",
            "leden 12",
            "restore a b",
        ] {
            assert!(of(text).is_err(), "{text}");
        }
    }

    #[test]
    fn an_address_is_read_as_a_browser_names_it() {
        let Ok(Command::Serve(options)) =
            of("serve --origin https://Thuisnabij.example.nl/ --port 0")
        else {
            panic!("serve");
        };
        assert_eq!(options.origins, ["https://thuisnabij.example.nl"]);
        assert_eq!(options.address.port(), 0);
    }

    #[test]
    fn a_certificate_is_asked_for_the_names_that_are_told() {
        let Ok(Command::Serve(options)) = of(
            "serve --acme-domain A.nl --acme-domain www.a.nl --acme-agree --acme-contact ict@a.nl --acme-folder x",
        ) else {
            panic!("serve");
        };
        let Some(Certificate::Acme(settings)) = options.tls else { panic!("acme") };
        assert_eq!(settings.domains, ["a.nl", "www.a.nl"]);
        assert_eq!(settings.directory, server::acme::LETS_ENCRYPT);
        assert_eq!(
            options.origins,
            ["https://a.nl", "https://www.a.nl"],
            "that is where the app is"
        );
    }

    #[test]
    fn the_sign_in_of_an_organisation_is_off_until_it_is_named_whole() {
        let Ok(Command::Serve(options)) = of("serve") else { panic!("serve") };
        assert!(options.sign_in.is_none());
        let Ok(Command::Serve(options)) = of(
            "serve --origin https://b.nl --oidc-issuer https://a.nl --oidc-client x --oidc-secret Cargo.toml",
        ) else {
            panic!("serve");
        };
        let sign_in = options.sign_in.unwrap();
        assert!(sign_in.secret.starts_with("[package]"), "it is what stands in the file");
        assert!(!format!("{sign_in:?}").contains("package"), "and it is printed nowhere");
    }

    #[test]
    fn a_database_is_a_file_or_postgres_or_nothing() {
        assert_eq!(Place::read("a.db"), Place::File("a.db".into()));
        assert_eq!(Place::read("sqlite:a.db"), Place::File("a.db".into()));
        assert_eq!(Place::read("memory:"), Place::Memory);
        assert!(matches!(Place::read("postgres://a@b/c"), Place::Postgres(_)));
    }

    #[test]
    fn without_words_or_with_help_the_help_is_shown() {
        for text in ["", "help", "--help", "serve -h"] {
            assert!(matches!(of(text), Ok(Command::Help)), "{text}");
        }
    }
}

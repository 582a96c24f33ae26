//! Which certificate, by the words on the command line: from files, asked for, or none. It must not open anything.

use std::path::PathBuf;

use super::{Words, own_folder};

/// Where the certificate comes from.
#[derive(Clone, Debug)]
pub(crate) enum Certificate {
    Files(PathBuf, PathBuf),
    Acme(server::acme::Settings),
}

/// From files or by ACME, never both. Behind a proxy nobody could look here.
pub(super) fn certificate(words: &Words) -> Result<Option<Certificate>, String> {
    let files = match (&words.certificate, &words.key) {
        (Some(certificate), Some(key)) => Some((certificate.clone(), key.clone())),
        (None, None) => None,
        _ => return Err("Noem --tls-cert en --tls-key allebei, of geen van beide.".into()),
    };
    let more = words.contact.is_some() || words.folder.is_some() || words.directory.is_some();
    if words.domains.is_empty() {
        if more || words.agrees {
            return Err("Noem met --acme-domain voor welke naam het certificaat is.".into());
        }
        return Ok(files.map(|(certificate, key)| Certificate::Files(certificate, key)));
    }
    if files.is_some() {
        return Err("Kies: een certificaat uit bestanden, of met --acme-domain.".into());
    }
    if words.behind_proxy {
        return Err(
            "Achter een webserver (--proxy) vraagt die webserver het certificaat aan.".into()
        );
    }
    let known = words.origins.iter().filter_map(|origin| origin.strip_prefix("https://"));
    let known: Vec<_> = known.map(|host| host.split(':').next().unwrap_or(host)).collect();
    if !words.origins.is_empty()
        && !known.iter().all(|host| words.domains.iter().any(|name| name == host))
    {
        return Err("Noem bij --acme-domain elke naam die in --origin staat.".into());
    }
    if !words.agrees {
        return Err("Lees de voorwaarden van wie het certificaat geeft, en zeg met --acme-agree dat u ze aanneemt.".into());
    }
    let directory = words.directory.clone().unwrap_or_else(|| server::acme::LETS_ENCRYPT.into());
    if !server::is_safe(&directory) {
        return Err("Schrijf --acme-directory als https://….".into());
    }
    let folder = match &words.folder {
        Some(folder) => folder.clone(),
        None => own_folder("Er is geen map voor het certificaat. Noem er een met --acme-folder.")?
            .join("certificaat"),
    };
    let (domains, contact) = (words.domains.clone(), words.contact.clone());
    let patience = std::time::Duration::from_secs(120);
    Ok(Some(Certificate::Acme(server::acme::Settings {
        domains,
        contact,
        folder,
        directory,
        patience,
    })))
}

/// A name in the public network; each is proved apart, so none with a star.
pub(super) fn domain(text: &str) -> Result<String, &'static str> {
    let text = text.to_lowercase();
    let label = |label: &str| {
        let letters = label.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-');
        !label.is_empty()
            && label.len() < 64
            && letters
            && !label.starts_with('-')
            && !label.ends_with('-')
    };
    let is_name = text.contains('.') && text.len() < 254 && text.split('.').all(label);
    let is_number =
        text.rsplit('.').next().is_some_and(|last| last.bytes().all(|byte| byte.is_ascii_digit()));
    if is_name && !is_number { Ok(text) } else { Err("schrijf het als thuisnabij.example.nl") }
}

pub(super) fn mail(text: &str) -> Result<String, &'static str> {
    let good =
        text.split_once('@').is_some_and(|(name, host)| !name.is_empty() && domain(host).is_ok());
    if good && !text.contains([' ', ',', '?']) {
        Ok(text.to_owned())
    } else {
        Err("schrijf het als ict@example.nl")
    }
}

//! The client's files, read into memory at the start. Only what is in this list can be asked for, so no address ever becomes a path.

use axum::body::{Body, Bytes};
use axum::http::header::{
    ACCEPT_ENCODING, CACHE_CONTROL, CONTENT_ENCODING, CONTENT_TYPE, ETAG, IF_NONE_MATCH, VARY,
};
use axum::http::{HeaderMap, HeaderValue, StatusCode};
use axum::response::{IntoResponse, Response};
use sha2::{Digest, Sha256};
use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

const INDEX: &str = "/index.html";
const NOT_FOUND: &str = "404\n";

/// Why the client cannot be served.
#[derive(Debug, thiserror::Error)]
pub enum LoadError {
    /// The folder or a file in it cannot be read.
    #[error("{path} kan niet worden gelezen")]
    Unreadable {
        /// Which one.
        path: PathBuf,
        /// Why.
        #[source]
        source: std::io::Error,
    },
    /// The folder is not a built client.
    #[error("{0} bevat geen index.html: bouw eerst de app met `cargo xtask start`")]
    NoClient(PathBuf),
}

/// All files by the address they have.
pub struct Assets {
    files: BTreeMap<String, File>,
}

struct File {
    kind: &'static str,
    keep: &'static str,
    tag: HeaderValue,
    plain: Bytes,
    brotli: Option<Bytes>,
    gzip: Option<Bytes>,
}

impl Assets {
    /// Reads a folder that `cargo xtask build` made. Files of a kind that we do not serve are left out.
    ///
    /// # Errors
    /// When something cannot be read or there is no `index.html`.
    pub fn load(folder: &Path) -> Result<Self, LoadError> {
        let mut read = BTreeMap::new();
        collect(folder, folder, &mut read)?;
        let mut files = BTreeMap::new();
        for (address, plain) in &read {
            let Some(kind) = kind(address) else { continue };
            let packed = |ending: &str| read.get(&format!("{address}.{ending}")).cloned();
            let file = File {
                kind,
                keep: keep(address),
                tag: tag(plain),
                plain: plain.clone(),
                brotli: packed("br"),
                gzip: packed("gz"),
            };
            files.insert(address.clone(), file);
        }
        if files.contains_key(INDEX) {
            Ok(Self { files })
        } else {
            Err(LoadError::NoClient(folder.to_path_buf()))
        }
    }

    /// Every address that has a file, in order.
    pub fn addresses(&self) -> impl Iterator<Item = &str> {
        self.files.keys().map(String::as_str)
    }

    pub(crate) fn answer(&self, path: &str, headers: &HeaderMap) -> Response {
        let is_page = !path.rsplit('/').next().unwrap_or_default().contains('.');
        // A folder with a page of its own is a program of its own: that of a parent.
        let own = || self.files.get(&format!("{}{INDEX}", path.trim_end_matches('/')));
        let page = || is_page.then(|| own().or_else(|| self.files.get(INDEX))).flatten();
        match self.files.get(path).or_else(page) {
            Some(file) => file.answer(headers),
            None => {
                (StatusCode::NOT_FOUND, [(CONTENT_TYPE, "text/plain; charset=utf-8")], NOT_FOUND)
                    .into_response()
            }
        }
    }
}

impl File {
    fn answer(&self, headers: &HeaderMap) -> Response {
        let same = headers.get_all(IF_NONE_MATCH).iter().any(|tags| {
            tags.to_str().is_ok_and(|tags| {
                tags.split(',').any(|tag| {
                    tag.trim().trim_start_matches("W/").as_bytes() == self.tag.as_bytes()
                })
            })
        });
        let (encoding, bytes) = self.packed_for(headers);
        let mut response = if same {
            StatusCode::NOT_MODIFIED.into_response()
        } else {
            Response::new(Body::from(bytes.clone()))
        };
        let answer = response.headers_mut();
        if let (Some(encoding), false) = (encoding, same) {
            answer.insert(CONTENT_ENCODING, HeaderValue::from_static(encoding));
        }
        answer.insert(CONTENT_TYPE, HeaderValue::from_static(self.kind));
        answer.insert(CACHE_CONTROL, HeaderValue::from_static(self.keep));
        answer.insert(VARY, HeaderValue::from_static("accept-encoding"));
        answer.insert(ETAG, self.tag.clone());
        response
    }

    fn packed_for(&self, headers: &HeaderMap) -> (Option<&'static str>, &Bytes) {
        let accepted =
            headers.get(ACCEPT_ENCODING).and_then(|value| value.to_str().ok()).unwrap_or_default();
        let takes = |name: &str| {
            accepted.split(',').any(|part| {
                let mut words = part.split(';').map(str::trim);
                words.next() == Some(name)
                    && !words.any(|word| matches!(word, "q=0" | "q=0.0" | "q=0.00" | "q=0.000"))
            })
        };
        match (&self.brotli, &self.gzip) {
            (Some(bytes), _) if takes("br") => (Some("br"), bytes),
            (_, Some(bytes)) if takes("gzip") => (Some("gzip"), bytes),
            _ => (None, &self.plain),
        }
    }
}

fn collect(
    root: &Path,
    folder: &Path,
    read: &mut BTreeMap<String, Bytes>,
) -> Result<(), LoadError> {
    let unreadable = |path: &Path| {
        let path = path.to_path_buf();
        move |source| LoadError::Unreadable { path, source }
    };
    for entry in fs::read_dir(folder).map_err(unreadable(folder))? {
        let path = entry.map_err(unreadable(folder))?.path();
        if path.is_dir() {
            collect(root, &path, read)?;
        } else if let Some(name) = path.strip_prefix(root).ok().and_then(Path::to_str) {
            let bytes = fs::read(&path).map_err(unreadable(&path))?;
            read.insert(format!("/{}", name.replace('\\', "/")), bytes.into());
        }
    }
    Ok(())
}

fn kind(address: &str) -> Option<&'static str> {
    Some(match address.rsplit_once('.')?.1 {
        "html" => "text/html; charset=utf-8",
        "js" => "text/javascript; charset=utf-8",
        "css" => "text/css; charset=utf-8",
        "wasm" => "application/wasm",
        "webmanifest" => "application/manifest+json",
        "json" => "application/json",
        "svg" => "image/svg+xml",
        "png" => "image/png",
        "ico" => "image/x-icon",
        "woff2" => "font/woff2",
        "webm" => "audio/webm",
        "m4a" => "audio/mp4",
        "ogg" => "audio/ogg",
        "mp3" => "audio/mpeg",
        "wav" => "audio/wav",
        "txt" => "text/plain; charset=utf-8",
        _ => return None,
    })
}

/// A name with its content's hash can be kept for ever; any other is asked for again each time.
fn keep(address: &str) -> &'static str {
    let stem = address.rsplit_once('.').map_or(address, |(stem, _)| stem);
    let hash = stem.rsplit_once('-').map_or("", |(_, hash)| hash);
    let hashed =
        hash.len() == 16 && hash.bytes().all(|digit| matches!(digit, b'0'..=b'9' | b'a'..=b'f'));
    if hashed { "public, max-age=31536000, immutable" } else { "no-cache" }
}

fn tag(bytes: &[u8]) -> HeaderValue {
    let digits: String =
        Sha256::digest(bytes).iter().take(16).map(|byte| format!("{byte:02x}")).collect();
    HeaderValue::try_from(format!("\"{digits}\""))
        .unwrap_or_else(|_| HeaderValue::from_static("\"0\""))
}

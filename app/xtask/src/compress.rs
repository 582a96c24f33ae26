//! Brotli and gzip made once at build time, so that the server only picks and the budget measures what really travels.

use std::io::Write;

use anyhow::Result;
use flate2::Compression;
use flate2::write::GzEncoder;

const TEXT_LIKE: [&str; 9] =
    ["html", "js", "css", "wasm", "json", "svg", "webmanifest", "txt", "ico"];
/// The largest window that browsers accept.
const WINDOW: u32 = 24;
const BEST: u32 = 11;
const BUFFER: usize = 1 << 16;

/// The compressed forms of a file with the ending of their name; none for what is compressed already.
pub(crate) fn variants(name: &str, bytes: &[u8]) -> Result<Vec<(&'static str, Vec<u8>)>> {
    if !TEXT_LIKE.iter().any(|extension| name.ends_with(&format!(".{extension}"))) {
        return Ok(Vec::new());
    }
    Ok(vec![("br", brotli(bytes)?), ("gz", gzip(bytes)?)])
}

/// Brotli in its best setting.
pub(crate) fn brotli(bytes: &[u8]) -> Result<Vec<u8>> {
    let mut writer = brotli::CompressorWriter::new(Vec::new(), BUFFER, BEST, WINDOW);
    writer.write_all(bytes)?;
    writer.flush()?;
    Ok(writer.into_inner())
}

/// Gzip in its best setting.
pub(crate) fn gzip(bytes: &[u8]) -> Result<Vec<u8>> {
    let mut writer = GzEncoder::new(Vec::new(), Compression::best());
    writer.write_all(bytes)?;
    Ok(writer.finish()?)
}

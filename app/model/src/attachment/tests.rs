//! Attachments as values, their names, and what may be shown.

use chacha20::ChaCha20Rng;
use chacha20::rand_core::SeedableRng;
use replica::blob::seal;
use replica::document::{DocumentError, Place, Session};
use replica::id::DeviceId;

use super::*;

fn memo() -> Attachment {
    let (blob, _) = seal(b"memo", &mut ChaCha20Rng::from_seed([1; 32])).unwrap();
    Attachment::new(&blob, "Memo.pdf", "application/pdf")
}

#[test]
fn an_attachment_reads_back_what_was_written() {
    let memo = memo();
    assert_eq!(Attachment::from_value(&memo.to_value()), Some(memo.clone()));
    let text = serde_json::to_string(&memo).unwrap();
    assert_eq!(serde_json::from_str::<Attachment>(&text).unwrap(), memo);
    assert!(!format!("{memo:?}").contains(&hex(memo.to_blob().key.bytes())), "no key in a log");
}

#[test]
fn every_attachment_in_a_document_is_found_until_it_is_taken_away() {
    let session = Session { peer: 1, device: DeviceId::from_bytes([1; 16]) };
    let mut document = Document::new(session).unwrap();
    let memo = memo();
    let at = Place::item("punten", "a");
    let put = document.edit(|to| {
        to.set(&Place::root("iets"), "anders", Value::Int(3))?;
        to.set(&at, "stuk:1", memo.to_value())
    });
    put.map_err(|error: DocumentError| error).unwrap();
    assert_eq!(all(&document), [memo]);
    document.edit(|to| to.clear(&at, "stuk:1")).map_err(|e: DocumentError| e).unwrap();
    assert!(all(&document).is_empty());
}

#[test]
fn a_name_is_only_a_name() {
    assert_eq!(file_name("C:\\fakepath\\Verslag mei.pdf"), "Verslag mei.pdf");
    assert_eq!(file_name("../../etc/passwd"), "passwd");
    assert_eq!(file_name("foto\u{202e}gpj.exe"), "fotogpj.exe");
    assert_eq!(file_name(" .\u{7}"), "bestand");
    let long = file_name(&format!("{}.pdf", "a".repeat(300)));
    assert_eq!(long.chars().count(), LONGEST);
    assert!(long.ends_with("….pdf"));
}

#[test]
fn a_page_or_a_drawing_that_can_run_something_is_never_shown_whatever_it_is_called() {
    for content in ["<html>", "<!doctype html>", "<svg xmlns=", "<?xml version", "GIF89a", ""] {
        assert_eq!(look(content.as_bytes()), Look::Other, "{content}");
    }
    assert_eq!(look(b"%PDF-1.7 ..."), Look::Pdf);
    assert_eq!(look(&[0xff, 0xd8, 0xff, 0xe0]).media(), "image/jpeg");
    assert_eq!(look(b"\x89PNG\r\n\x1a\n...").media(), "image/png");
}

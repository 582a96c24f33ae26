//! The program as somebody runs it who has nothing but a file: what it says, and with which number it ends.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)] // ok: in a test a panic is the message

use std::path::PathBuf;
use std::process::{Command, Output};

/// A choice with the receipt of a server that the device knew.
const CHOICE: &str = include_str!("../../../model/tests/fixtures/keuze-ontvangst-2.txt");

fn run(arguments: &[PathBuf]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_verify-agreement")).args(arguments).output().unwrap()
}

fn check(name: &str, file: &str) -> (Option<i32>, String) {
    let path = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(name);
    std::fs::write(&path, file).unwrap();
    let output = run(&[path]);
    (output.status.code(), String::from_utf8(output.stdout).unwrap())
}

#[test]
fn a_choice_that_was_not_touched_is_valid_and_says_who_chose_what_and_since_when() {
    let (ends, says) = check("keuze.txt", CHOICE);
    assert_eq!(ends, Some(0), "{says}");
    assert!(says.starts_with("GELDIG"), "{says}");
    for part in ["Ik ben het eens", "2026-11-26 08:14:05 UTC", "geen gekwalificeerde handtekening"]
    {
        assert!(says.contains(part), "{part}: {says}");
    }
}

#[test]
fn one_changed_letter_in_the_plan_the_signature_or_the_receipt_ends_with_a_no() {
    let signature = "Handtekening van het apparaat: ";
    let (before, digits) = CHOICE.split_once(signature).unwrap();
    // The same value, written otherwise.
    let (own, rest) = digits.split_once('\n').unwrap();
    let upper = [before, signature, &own.to_ascii_uppercase(), "\n", rest];
    let changed = [
        CHOICE.replacen("maart", "april", 1),
        upper.concat(),
        CHOICE.replacen("Bestond op: 1", "Bestond op: 9", 1),
    ];
    for (number, file) in changed.iter().enumerate() {
        assert_ne!(file, CHOICE, "{number}");
        let (ends, says) = check(&format!("anders-{number}.txt"), file);
        assert_eq!(ends, Some(1), "{number}: {says}");
        assert!(!says.contains("\nGELDIG") && !says.starts_with("GELDIG"), "{says}");
    }
}

#[test]
fn nothing_to_read_is_neither_valid_nor_invalid() {
    assert_eq!(run(&[]).status.code(), Some(2));
    assert_eq!(run(&[PathBuf::from("/is/er/niet.txt")]).status.code(), Some(2));
}

//! Fuzzes the reader `letters`. It must not panic.
#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| replica_fuzz::read("letters", bytes));

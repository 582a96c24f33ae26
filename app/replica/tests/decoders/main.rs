//! Every reader of bytes from elsewhere, against bytes that somebody bent: none panics, takes long or takes
//! much memory (I11). The bytes come from good ones by a seeded generator, and from `tests/corpus`, where
//! good ones are that our own code made, and what once went wrong stays. `MUTATIONS=n` makes more, `SEED=n`
//! others. `fuzz` has a target for each reader, which begins with the same corpus.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)] // ok: a test may stop

mod bend;
mod readers;
mod samples;

use std::path::{Path, PathBuf};
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};

use peak_alloc::PeakAlloc;

use bend::Bend;
use readers::{READERS, Reader};

#[global_allocator]
static MEMORY: PeakAlloc = PeakAlloc;

/// How many bent inputs each reader gets in an ordinary run.
const MUTATIONS: u64 = 4_000;

/// What one input may take at most: of time, and of memory beside so many times its own size.
const TIME: Duration = Duration::from_secs(2);
const ROOM: usize = 8 * 1024 * 1024;
const TIMES: usize = 64;

/// One test at a time, so that nobody else takes memory while it is measured.
fn alone() -> MutexGuard<'static, ()> {
    static ALONE: Mutex<()> = Mutex::new(());
    ALONE.lock().unwrap_or_else(PoisonError::into_inner)
}

/// The largest good one that is kept in the corpus, in bytes.
const SMALL: usize = 20_000;

#[derive(Default)]
struct Count {
    inputs: u64,
    read: u64,
    slowest: Duration,
    most: usize,
}

impl Count {
    fn one(&mut self, reader: &Reader, bytes: &[u8]) {
        let (before, began) = (MEMORY.current_usage(), Instant::now());
        MEMORY.reset_peak_usage();
        let read = std::panic::catch_unwind(|| (reader.read)(bytes));
        let (took, used) = (began.elapsed(), MEMORY.peak_usage().saturating_sub(before));
        let input = || format!("{}: {}", reader.name, replica::id::hex(bytes));
        let Ok(read) = read else { panic!("panicked: {}", input()) };
        assert!(took < TIME, "{took:?}: {}", input());
        assert!(used < ROOM + TIMES * bytes.len(), "{used} bytes: {}", input());
        self.inputs += 1;
        self.read += u64::from(read);
        self.slowest = self.slowest.max(took);
        self.most = self.most.max(used);
    }
}

fn number(name: &str) -> Option<u64> {
    std::env::var(name).ok()?.parse().ok()
}

#[test]
fn no_reader_panics_or_takes_much_whatever_comes() {
    let _alone = alone();
    let samples = samples::all();
    let (seed, mutations) = (number("SEED").unwrap_or(1), number("MUTATIONS").unwrap_or(MUTATIONS));
    for (place, reader) in (0..).zip(READERS) {
        let own = samples.of(reader.name);
        assert!(own.iter().any(|sample| (reader.read)(sample)), "{} reads a good one", reader.name);
        let mut count = Count::default();
        own.iter().chain(samples.every()).for_each(|sample| count.one(reader, sample));
        corpus(reader.name).iter().for_each(|input| count.one(reader, input));
        let mut bend = Bend::new(seed + place);
        for turn in 0..mutations {
            // Now and then what was meant for another reader.
            let from = if turn % 8 == 0 { samples.every() } else { own };
            let input = bend.one(from);
            count.one(reader, &input);
            if let Some(mend) = reader.mend {
                count.one(reader, &mend(input));
            }
        }
        let Count { inputs, read, slowest, most } = count;
        println!(
            "{:<10} {inputs:>6} inputs, {read:>5} read, at most {slowest:?}, {most} bytes",
            reader.name
        );
        assert!(read < inputs, "{} refuses something", reader.name);
    }
}

/// What once went wrong, or is worth keeping: `tests/corpus/READER/*`.
fn corpus(reader: &str) -> Vec<Vec<u8>> {
    files(reader).into_iter().map(|(_, bytes)| bytes).collect()
}

fn folder(reader: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/corpus").join(reader)
}

fn files(reader: &str) -> Vec<(String, Vec<u8>)> {
    let Ok(files) = std::fs::read_dir(folder(reader)) else { return Vec::new() };
    let read = |file: std::io::Result<std::fs::DirEntry>| {
        let file = file.unwrap();
        (file.file_name().into_string().unwrap(), std::fs::read(file.path()).unwrap())
    };
    files.map(read).collect()
}

/// A corpus that is not replayed protects nobody. `CORPUS=write` adds what is missing and writes nothing over:
/// what an earlier version made stays and must be read for ever.
#[test]
fn every_reader_has_a_corpus_with_good_ones_that_it_still_reads() {
    let _alone = alone();
    if std::env::var_os("CORPUS").is_some_and(|what| what == "write") {
        write_missing();
    }
    for reader in READERS {
        let files = files(reader.name);
        let good: Vec<_> = files.iter().filter(|(name, _)| name.starts_with("good-")).collect();
        assert!(!good.is_empty(), "tests/corpus/{} has no good one", reader.name);
        for (name, bytes) in good {
            assert!((reader.read)(bytes), "{}: {name} is read", reader.name);
        }
    }
}

fn write_missing() {
    let samples = samples::all();
    for reader in READERS {
        std::fs::create_dir_all(folder(reader.name)).unwrap();
        for (number, bytes) in (1..).zip(samples.of(reader.name)) {
            let file = folder(reader.name).join(format!("good-{number:02}"));
            if bytes.len() <= SMALL && !file.exists() {
                std::fs::write(file, bytes).unwrap();
            }
        }
    }
}

/// A fuzz target has a target of the name of each reader.
#[test]
fn every_reader_has_a_fuzz_target() {
    let manifest = include_str!("../../fuzz/Cargo.toml");
    for reader in READERS {
        let name = reader.name;
        assert!(manifest.contains(&format!("name = \"{name}\"\n")), "fuzz/Cargo.toml has {name}");
        let target = Path::new(env!("CARGO_MANIFEST_DIR")).join("fuzz/fuzz_targets");
        let text = std::fs::read_to_string(target.join(format!("{name}.rs"))).unwrap();
        assert!(text.contains(&format!("read(\"{name}\", bytes)")), "{name}");
    }
    assert_eq!(manifest.matches("[[bin]]").count(), READERS.len());
}

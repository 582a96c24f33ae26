//! Every reader of bytes from elsewhere, against bytes that somebody bent: none panics, takes long or takes
//! much memory (I11). The bytes come from good ones by a seeded generator, and from `tests/corpus`, where
//! what once went wrong stays. `MUTATIONS=n` makes more, `SEED=n` others.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)] // ok: a test may stop

mod bend;
mod readers;
mod samples;

use std::path::Path;
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

/// One test, so that nobody else takes memory meanwhile.
#[test]
fn no_reader_panics_or_takes_much_whatever_comes() {
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
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/corpus").join(reader);
    let Ok(files) = std::fs::read_dir(folder) else { return Vec::new() };
    files.map(|file| std::fs::read(file.unwrap().path()).unwrap()).collect()
}

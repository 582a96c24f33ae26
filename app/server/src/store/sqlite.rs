//! SQLite: one thread writes, a few read. What waits while the disk syncs is committed together, and everybody is answered
//! after that commit. A power cut must not take what was answered: WAL with `synchronous=FULL`.

mod lock;
mod tx;

pub use lock::Lock;

use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::mpsc::{Receiver, RecvTimeoutError, SyncSender, TrySendError, sync_channel};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread::{self, JoinHandle};
use std::time::Duration;

use replica::relay::RelayError;
use replica::sync::ServerEpoch;
use rusqlite::{Connection, OpenFlags};

use self::tx::SqliteTx;
pub(super) use self::tx::problem;
use super::schema::{self, KNOWN_EPOCH, KNOWN_VERSION, VERSION};
use super::sql::{Tx, args, first};
use super::work::Work;
use super::{beside, make_private};

const KNOWN: &str = "SELECT value FROM known WHERE key = $1";

/// How many jobs may wait. One more is told that the server is busy.
const QUEUE: usize = 2048;

/// How many jobs one transaction takes.
const GROUP: usize = 512;

const READERS: usize = 2;

/// At so many pages of 4 KiB the write-ahead log is put into the database while others write. Everybody waits for that, so not
/// often: a megabyte of envelopes is a few hundred pages, because ids lie all over the indexes.
const LOG_PAGES: u32 = 4_000;

/// After so long without writing, the write-ahead log is emptied into the database.
const IDLE: Duration = Duration::from_secs(5);

/// Where jobs wait.
type Queue = SyncSender<Box<dyn Work>>;

/// See the module's header.
pub(super) struct Sqlite {
    path: PathBuf,
    /// For who writes and for who reads; gone only when this is dropped.
    queues: Option<(Queue, Queue)>,
    threads: Vec<JoinHandle<()>>,
    counted: Arc<Counted>,
    _lock: Option<Lock>,
}

impl Drop for Sqlite {
    /// What waits is still done; then the file is let go.
    fn drop(&mut self) {
        self.queues = None;
        for thread in self.threads.drain(..) {
            let _ = thread.join();
        }
    }
}

#[derive(Default)]
struct Counted {
    commits: AtomicU64,
    jobs: AtomicU64,
}

impl Sqlite {
    pub(super) fn open(path: &Path, fresh: ServerEpoch) -> Result<(Self, ServerEpoch), RelayError> {
        let lock = Lock::take(path)?;
        make_private(path).map_err(|error| RelayError(error.to_string()))?;
        let mut connection = connect(path, false)?;
        let epoch = prepare(&mut connection, fresh)?;
        let counted = Arc::new(Counted::default());
        let (writer, jobs) = sync_channel(QUEUE);
        let counts = Arc::clone(&counted);
        let writing = move || write_all(&connection, &jobs, &counts);
        let mut threads = vec![start("sqlite-write".into(), writing)?];
        let readers = readers(path, &mut threads)?;
        let (path, queues) = (path.to_path_buf(), Some((writer, readers)));
        Ok((Self { path, queues, threads, counted, _lock: Some(lock) }, epoch))
    }

    /// Opens a file that another program may be writing. Nothing can be written through this.
    pub(super) fn look(path: &Path) -> Result<(Self, ServerEpoch), RelayError> {
        let connection = connect(path, true)?;
        let epoch = look(&mut SqliteTx(&connection))?;
        let mut threads = Vec::new();
        let readers = readers(path, &mut threads)?;
        let (writer, _) = sync_channel(1);
        let (path, queues) = (path.to_path_buf(), Some((writer, readers)));
        Ok((Self { path, queues, threads, counted: Arc::default(), _lock: None }, epoch))
    }

    pub(super) fn run(&self, work: Box<dyn Work>, writes: bool) -> Result<(), RelayError> {
        let stopped = || RelayError("the store has stopped".into());
        let (writer, readers) = self.queues.as_ref().ok_or_else(stopped)?;
        let queue = if writes { writer } else { readers };
        queue.try_send(work).map_err(|error| {
            RelayError(match error {
                TrySendError::Full(_) => "the queue is full".into(),
                TrySendError::Disconnected(_) => return stopped(),
            })
        })
    }

    pub(super) fn sizes(&self) -> (u64, u64) {
        let size = |path: &Path| std::fs::metadata(path).map_or(0, |found| found.len());
        (size(&self.path), size(&beside(&self.path, "-wal")))
    }

    pub(super) fn commits(&self) -> (u64, u64) {
        let count = |number: &AtomicU64| number.load(Ordering::Relaxed);
        (count(&self.counted.commits), count(&self.counted.jobs))
    }
}

/// Rows that are gone when the program ends. Every job is done at once, by who asks: so a run can be repeated exactly.
pub(super) struct Memory(Mutex<Connection>);

impl Memory {
    pub(super) fn open(fresh: ServerEpoch) -> Result<(Self, ServerEpoch), RelayError> {
        let mut connection = Connection::open_in_memory().map_err(problem)?;
        let epoch = prepare(&mut connection, fresh)?;
        Ok((Self(Mutex::new(connection)), epoch))
    }

    pub(super) fn run(&self, work: Box<dyn Work>) {
        let connection = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        commit_group(&connection, vec![work]);
    }
}

/// Starts those who read.
fn readers(path: &Path, threads: &mut Vec<JoinHandle<()>>) -> Result<Queue, RelayError> {
    let (readers, jobs) = sync_channel(QUEUE);
    let jobs = Arc::new(Mutex::new(jobs));
    for number in 0..READERS {
        let (connection, jobs) = (connect(path, true)?, Arc::clone(&jobs));
        let reading = move || read_all(&connection, &jobs);
        threads.push(start(format!("sqlite-read-{number}"), reading)?);
    }
    Ok(readers)
}

fn start(name: String, work: impl FnOnce() + Send + 'static) -> Result<JoinHandle<()>, RelayError> {
    let started = thread::Builder::new().name(name).spawn(work);
    started.map_err(|error| RelayError(error.to_string()))
}

/// Opens the file with the settings that durability rests on.
pub(super) fn connect(path: &Path, read_only: bool) -> Result<Connection, RelayError> {
    let access = if read_only {
        OpenFlags::SQLITE_OPEN_READ_ONLY
    } else {
        OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_CREATE
    };
    let connection = Connection::open_with_flags(path, access | OpenFlags::SQLITE_OPEN_NO_MUTEX)
        .map_err(problem)?;
    connection.busy_timeout(Duration::from_secs(10)).map_err(problem)?;
    connection.set_prepared_statement_cache_capacity(64);
    if !read_only {
        let settings =
            "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA journal_size_limit=67108864;
            PRAGMA secure_delete=ON; PRAGMA trusted_schema=OFF;";
        connection.execute_batch(settings).map_err(problem)?;
        connection.pragma_update(None, "wal_autocheckpoint", LOG_PAGES).map_err(problem)?;
    }
    Ok(connection)
}

/// Makes the tables where there are none or adds what they lack, and answers the server epoch.
pub(super) fn prepare(
    connection: &mut Connection,
    fresh: ServerEpoch,
) -> Result<ServerEpoch, RelayError> {
    let tx = connection.transaction().map_err(problem)?;
    let exists = tx.table_exists(None, "known").map_err(problem)?;
    let version = if exists { version(&mut SqliteTx(&tx))? } else { 0 };
    tx.execute_batch(&schema::steps(&schema::SQLITE, version)?).map_err(problem)?;
    let epoch = know(&mut SqliteTx(&tx), fresh)?;
    tx.commit().map_err(problem)?;
    Ok(epoch)
}

/// The version of tables that are there.
pub(super) fn version(tx: &mut dyn Tx) -> Result<u64, RelayError> {
    let row = first(tx, KNOWN, args![KNOWN_VERSION])?;
    let version = row.and_then(|row| row.fixed(0).ok()).map(u64::from_be_bytes);
    version
        .filter(|version| *version > 0)
        .ok_or_else(|| RelayError("the database has no version".into()))
}

/// Writes which version the tables now have, and which epoch when they are new. Answers the epoch.
pub(super) fn know(tx: &mut dyn Tx, fresh: ServerEpoch) -> Result<ServerEpoch, RelayError> {
    let put = "INSERT INTO known (key, value) VALUES ($1, $2) ON CONFLICT (key) DO UPDATE SET value = excluded.value";
    tx.change(put, args![KNOWN_VERSION, &VERSION.to_be_bytes()])?;
    let put = "INSERT INTO known (key, value) VALUES ($1, $2) ON CONFLICT (key) DO NOTHING";
    tx.change(put, args![KNOWN_EPOCH, &fresh])?;
    look(tx)
}

/// The epoch of tables of our version.
pub(super) fn look(tx: &mut dyn Tx) -> Result<ServerEpoch, RelayError> {
    let version = version(tx)?;
    if version != VERSION {
        return Err(schema::other_version(version));
    }
    let row = first(tx, KNOWN, args![KNOWN_EPOCH])?;
    row.and_then(|row| row.fixed(0).ok())
        .ok_or_else(|| RelayError("the database has no server epoch".into()))
}

fn write_all(connection: &Connection, jobs: &Receiver<Box<dyn Work>>, counted: &Counted) {
    let mut written = false;
    loop {
        match jobs.recv_timeout(IDLE) {
            Ok(work) => {
                let mut group = vec![work];
                group.extend(jobs.try_iter().take(GROUP - 1));
                counted.commits.fetch_add(1, Ordering::Relaxed);
                counted.jobs.fetch_add(group.len() as u64, Ordering::Relaxed);
                commit_group(connection, group);
                written = true;
            }
            Err(RecvTimeoutError::Timeout) if written => {
                written = empty_log(connection).is_err();
            }
            Err(RecvTimeoutError::Timeout) => {}
            Err(RecvTimeoutError::Disconnected) => {
                let _ = empty_log(connection);
                return;
            }
        }
    }
}

fn empty_log(connection: &Connection) -> rusqlite::Result<()> {
    connection.query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |_| Ok(()))
}

/// One transaction for many jobs. What one of them refuses is undone alone; a failed commit is told to all.
fn commit_group(connection: &Connection, mut group: Vec<Box<dyn Work>>) {
    let outcome = try_group(connection, &mut group);
    if outcome.is_err() && !connection.is_autocommit() {
        let _ = connection.execute_batch("ROLLBACK");
    }
    let outcome = outcome.map_err(problem);
    group.into_iter().for_each(|work| work.done(outcome.clone()));
}

fn try_group(connection: &Connection, group: &mut [Box<dyn Work>]) -> rusqlite::Result<()> {
    let run = |sql| connection.prepare_cached(sql)?.execute([]).map(|_| ());
    run("BEGIN IMMEDIATE")?;
    for work in group {
        run("SAVEPOINT job")?;
        if !work.run(&mut SqliteTx(connection)) {
            run("ROLLBACK TO job")?;
        }
        run("RELEASE job")?;
    }
    run("COMMIT")
}

fn read_all(connection: &Connection, jobs: &Mutex<Receiver<Box<dyn Work>>>) {
    loop {
        let next = jobs.lock().unwrap_or_else(PoisonError::into_inner).recv();
        let Ok(mut work) = next else { return };
        let run = |sql| connection.prepare_cached(sql)?.execute([]).map(|_| ());
        let begun = run("BEGIN").map_err(problem);
        if begun.is_ok() {
            work.run(&mut SqliteTx(connection));
        }
        // It read and changed nothing: however it ends, nothing is lost.
        let _ = run("COMMIT");
        work.done(begun);
    }
}

//! Everything that the server keeps, over SQLite or PostgreSQL. One set of statements serves both; what differs is how a
//! transaction is run. It must not look inside what it keeps.

pub mod admin;
mod backup;
pub mod blobs;
pub mod boxes;
mod invites;
mod jobs;
mod postgres;
mod presence;
mod relay;
mod retention;
mod schema;
mod sql;
mod sqlite;
mod work;

pub use backup::{RestoreError, back_up, restore};
pub use invites::{InviteRow, Step};
pub use retention::{Kept as Retention, Removed};
pub use sql::Failed;
pub use sqlite::Lock;

use std::path::{Path, PathBuf};
use std::sync::Arc;

use replica::relay::RelayError;
use replica::sync::ServerEpoch;

use self::postgres::Postgres;
use self::sql::Tx;
use self::sqlite::{Memory, Sqlite};
use self::work::{Job, Work};

/// Where the rows live.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Place {
    /// Nowhere: gone when the program ends.
    Memory,
    /// A file of this program alone.
    File(PathBuf),
    /// A PostgreSQL database, by its URL. Several instances may share it.
    Postgres(String),
}

impl Place {
    /// Reads a path, a `postgres://` address or `memory:`. `sqlite:` before a path may be left out.
    pub fn read(text: &str) -> Self {
        if text == "memory:" {
            return Self::Memory;
        }
        if text.starts_with("postgres://") || text.starts_with("postgresql://") {
            return Self::Postgres(text.to_owned());
        }
        let path = text.strip_prefix("sqlite://").or_else(|| text.strip_prefix("sqlite:"));
        Self::File(PathBuf::from(path.unwrap_or(text)))
    }
}

enum Backend {
    Memory(Memory),
    Sqlite(Sqlite),
    Postgres(Postgres),
}

/// See the module's header. Clones share one database.
#[derive(Clone)]
pub struct Store {
    backend: Arc<Backend>,
    epoch: ServerEpoch,
}

/// Somebody else changed a space: another instance, on the same database.
pub type Elsewhere = Box<dyn Fn(replica::id::SpaceId) + Send>;

impl Store {
    /// Opens what is there or makes it. `fresh` is the server epoch of a new store.
    pub fn open(place: &Place, fresh: ServerEpoch) -> Result<Self, RelayError> {
        let (backend, epoch) = match place {
            Place::Memory => {
                let (memory, epoch) = Memory::open(fresh)?;
                (Backend::Memory(memory), epoch)
            }
            Place::File(path) => {
                let (sqlite, epoch) = Sqlite::open(path, fresh)?;
                (Backend::Sqlite(sqlite), epoch)
            }
            Place::Postgres(url) => {
                let (postgres, epoch) = Postgres::open(url, Some(fresh))?;
                (Backend::Postgres(postgres), epoch)
            }
        };
        Ok(Self { backend: Arc::new(backend), epoch })
    }

    /// Opens what is there to look at it, also while a server has it.
    pub fn look(place: &Place) -> Result<Self, RelayError> {
        match place {
            Place::File(path) => {
                let (sqlite, epoch) = Sqlite::look(path)?;
                Ok(Self { backend: Arc::new(Backend::Sqlite(sqlite)), epoch })
            }
            Place::Postgres(url) => {
                let (postgres, epoch) = Postgres::open(url, None)?;
                Ok(Self { backend: Arc::new(Backend::Postgres(postgres)), epoch })
            }
            Place::Memory => Err(RelayError("in het geheugen is niets te zien".into())),
        }
    }

    /// Calls back when another instance changed a space. Only PostgreSQL has other instances.
    pub fn listen(&self, elsewhere: Elsewhere) -> Result<(), RelayError> {
        match &*self.backend {
            Backend::Postgres(postgres) => postgres.listen(elsewhere),
            Backend::Memory(_) | Backend::Sqlite(_) => Ok(()),
        }
    }

    /// Whether several instances share the database, so that nothing may be remembered in one of them alone.
    pub fn is_shared(&self) -> bool {
        matches!(&*self.backend, Backend::Postgres(_))
    }

    /// Size of the database and of its write-ahead log, in bytes; zeros where nobody can tell.
    pub fn sizes(&self) -> (u64, u64) {
        match &*self.backend {
            Backend::Sqlite(sqlite) => sqlite.sizes(),
            Backend::Memory(_) | Backend::Postgres(_) => (0, 0),
        }
    }

    /// How many transactions were committed, and how many jobs they held.
    pub fn commits(&self) -> (u64, u64) {
        match &*self.backend {
            Backend::Sqlite(sqlite) => sqlite.commits(),
            Backend::Memory(_) | Backend::Postgres(_) => (0, 0),
        }
    }

    /// Runs a job in a transaction and answers after its durable commit. An error keeps nothing of it.
    async fn write<T, F>(&self, job: F) -> Result<T, Failed>
    where
        T: Send + 'static,
        F: FnOnce(&mut dyn Tx) -> Result<T, Failed> + Send + 'static,
    {
        self.run(job, true).await
    }

    /// Runs a job that only reads, on one state of the database.
    async fn read<T, F>(&self, job: F) -> Result<T, Failed>
    where
        T: Send + 'static,
        F: FnOnce(&mut dyn Tx) -> Result<T, Failed> + Send + 'static,
    {
        self.run(job, false).await
    }

    async fn run<T, F>(&self, job: F, writes: bool) -> Result<T, Failed>
    where
        T: Send + 'static,
        F: FnOnce(&mut dyn Tx) -> Result<T, Failed> + Send + 'static,
    {
        let (job, answer) = Job::new(job);
        let work: Box<dyn Work> = Box::new(job);
        match &*self.backend {
            Backend::Memory(memory) => memory.run(work),
            Backend::Sqlite(sqlite) => sqlite.run(work, writes)?,
            Backend::Postgres(postgres) => postgres.run(work)?,
        }
        answer.await.unwrap_or_else(|_| Err(RelayError("the store has stopped".into()).into()))
    }
}

/// Makes an empty file that only this user can read, if there is none.
fn make_private(path: &Path) -> std::io::Result<()> {
    let mut open = std::fs::File::options();
    open.create(true).append(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut open, 0o600);
    open.open(path).map(|_| ())
}

/// The file that stands beside a database with a word added to its name.
fn beside(path: &Path, word: &str) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(word);
    PathBuf::from(name)
}

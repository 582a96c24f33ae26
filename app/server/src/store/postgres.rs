//! PostgreSQL: a few connections, each on its own thread; the database groups commits itself. Several instances share the rows
//! and tell each other what changed. It must not remember anything that another instance may change.

mod tx;

use std::sync::mpsc::{Receiver, SyncSender, sync_channel};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread;
use std::time::Duration;

use postgres::fallible_iterator::FallibleIterator;
use postgres::{Client, NoTls};
use replica::id::SpaceId;
use replica::relay::RelayError;
use replica::sync::ServerEpoch;

use self::tx::{PostgresTx, Statements};
use super::Elsewhere;
use super::schema::{self, POSTGRES};
use super::sqlite::{know, look, version};
use super::work::Work;

const QUEUE: usize = 2048;

const CONNECTIONS: usize = 8;

/// How long to wait before connecting again.
const AGAIN: Duration = Duration::from_millis(500);

/// What instances call each other on.
const CHANNEL: &str = "thuisnabij";

/// Any number; everybody who makes tables waits for who holds it.
const MAKING_TABLES: i64 = 0x7468_7569_736e;

/// See the module's header.
pub(super) struct Postgres {
    url: String,
    queue: SyncSender<Box<dyn Work>>,
}

impl Postgres {
    /// `fresh` is the server epoch of a new store; without it none is made.
    pub(super) fn open(
        url: &str,
        fresh: Option<ServerEpoch>,
    ) -> Result<(Self, ServerEpoch), RelayError> {
        // On a thread of its own: the client waits in its own way, which a thread that serves others may not.
        let address = url.to_owned();
        let making = thread::spawn(move || prepare(&mut connect(&address)?, fresh));
        let epoch = making.join().map_err(|_| RelayError("opening broke off".into()))??;
        let (queue, jobs) = sync_channel::<Box<dyn Work>>(QUEUE);
        let jobs = Arc::new(Mutex::new(jobs));
        for number in 0..CONNECTIONS {
            let (url, jobs) = (url.to_owned(), Arc::clone(&jobs));
            thread::Builder::new()
                .name(format!("postgres-{number}"))
                .spawn(move || work(&url, &jobs))
                .map_err(|error| RelayError(error.to_string()))?;
        }
        Ok((Self { url: url.to_owned(), queue }, epoch))
    }

    pub(super) fn run(&self, work: Box<dyn Work>) -> Result<(), RelayError> {
        self.queue.try_send(work).map_err(|_| RelayError("the queue is full".into()))
    }

    pub(super) fn listen(&self, elsewhere: Elsewhere) -> Result<(), RelayError> {
        let url = self.url.clone();
        let spawned = thread::Builder::new().name("postgres-listen".into()).spawn(move || {
            loop {
                if let Err(error) = hear(&url, &elsewhere) {
                    tracing::warn!(problem = %error, "no word from other instances; trying again");
                }
                thread::sleep(AGAIN);
            }
        });
        spawned.map(|_| ()).map_err(|error| RelayError(error.to_string()))
    }
}

/// The words of PostgreSQL, for the log. Never a value of a row.
pub(super) fn problem(error: postgres::Error) -> RelayError {
    RelayError(error.as_db_error().map_or_else(|| error.to_string(), |db| db.message().to_owned()))
}

fn connect(url: &str) -> Result<Client, RelayError> {
    let mut client = Client::connect(url, NoTls).map_err(problem)?;
    client.batch_execute("SET synchronous_commit = on").map_err(problem)?;
    Ok(client)
}

fn prepare(client: &mut Client, fresh: Option<ServerEpoch>) -> Result<ServerEpoch, RelayError> {
    let mut tx = client.transaction().map_err(problem)?;
    tx.execute("SELECT pg_advisory_xact_lock($1)", &[&MAKING_TABLES]).map_err(problem)?;
    let exists = tx.query_one("SELECT to_regclass('known') IS NOT NULL", &[]).map_err(problem)?;
    let exists: bool = exists.try_get(0).map_err(problem)?;
    let Some(fresh) = fresh else {
        if !exists {
            return Err(RelayError("er staat niets van Thuisnabij in deze database".into()));
        }
        return look(&mut PostgresTx::new(&mut tx, &mut Statements::new()));
    };
    let mut statements = Statements::new();
    let from = if exists { version(&mut PostgresTx::new(&mut tx, &mut statements))? } else { 0 };
    tx.batch_execute(&schema::steps(&POSTGRES, from)?).map_err(problem)?;
    let epoch = know(&mut PostgresTx::new(&mut tx, &mut statements), fresh)?;
    tx.commit().map_err(problem)?;
    Ok(epoch)
}

/// Does jobs until there will be no more. A broken connection is made again before the next one.
fn work(url: &str, jobs: &Mutex<Receiver<Box<dyn Work>>>) {
    let mut connection: Option<(Client, Statements)> = None;
    loop {
        let next = jobs.lock().unwrap_or_else(PoisonError::into_inner).recv();
        let Ok(mut job) = next else { return };
        if connection.as_ref().is_none_or(|(client, _)| client.is_closed()) {
            connection = match connect(url) {
                Ok(client) => Some((client, Statements::new())),
                Err(error) => {
                    job.done(Err(error));
                    continue;
                }
            };
        }
        let Some((client, statements)) = connection.as_mut() else { continue };
        let outcome = in_transaction(client, statements, &mut *job);
        job.done(outcome);
    }
}

fn in_transaction(
    client: &mut Client,
    statements: &mut Statements,
    job: &mut dyn Work,
) -> Result<(), RelayError> {
    let mut tx = client.transaction().map_err(problem)?;
    if job.run(&mut PostgresTx::new(&mut tx, statements)) {
        tx.commit().map_err(problem)
    } else {
        // What was refused needs no durable end.
        let _ = tx.rollback();
        Ok(())
    }
}

/// Listens until the connection breaks.
fn hear(url: &str, elsewhere: &Elsewhere) -> Result<(), RelayError> {
    let mut client = connect(url)?;
    client.batch_execute(&format!("LISTEN {CHANNEL}")).map_err(problem)?;
    let mut notifications = client.notifications();
    let mut all = notifications.blocking_iter();
    while let Some(notice) = all.next().map_err(problem)? {
        if let Ok(space) = notice.payload().parse::<SpaceId>() {
            elsewhere(space);
        }
    }
    Err(RelayError("the connection was closed".into()))
}

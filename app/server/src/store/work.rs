//! A job on its way to a transaction: the question, and where the answer goes. It must not be answered before the commit.

use replica::relay::RelayError;
use tokio::sync::oneshot;

use super::sql::{Failed, Tx};

/// A job of any kind.
pub(super) trait Work: Send {
    /// Does it; whether it is to be kept.
    fn run(&mut self, tx: &mut dyn Tx) -> bool;

    /// Answers, now that the transaction is committed or is not.
    fn done(self: Box<Self>, committed: Result<(), RelayError>);
}

/// A job with an answer of type `T`.
pub(super) struct Job<T, F> {
    work: Option<F>,
    outcome: Option<Result<T, Failed>>,
    answer: oneshot::Sender<Result<T, Failed>>,
}

impl<T, F> Job<T, F>
where
    T: Send + 'static,
    F: FnOnce(&mut dyn Tx) -> Result<T, Failed> + Send + 'static,
{
    pub(super) fn new(work: F) -> (Self, oneshot::Receiver<Result<T, Failed>>) {
        let (answer, receiver) = oneshot::channel();
        (Self { work: Some(work), outcome: None, answer }, receiver)
    }
}

impl<T, F> Work for Job<T, F>
where
    T: Send + 'static,
    F: FnOnce(&mut dyn Tx) -> Result<T, Failed> + Send + 'static,
{
    fn run(&mut self, tx: &mut dyn Tx) -> bool {
        // Nobody waits for it any more: then nothing is done.
        if self.answer.is_closed() {
            return false;
        }
        self.outcome = self.work.take().map(|work| work(tx));
        matches!(self.outcome, Some(Ok(_)))
    }

    fn done(self: Box<Self>, committed: Result<(), RelayError>) {
        let answer = match (committed, self.outcome) {
            (Ok(()), Some(outcome)) => outcome,
            (Err(error), _) => Err(error.into()),
            (Ok(()), None) => Err(RelayError("the job was not done".into()).into()),
        };
        // Who asked may be gone.
        let _ = self.answer.send(answer);
    }
}

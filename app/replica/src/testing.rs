//! Only for tests: runs a future that never has to wait, as those of the memory store.

use std::pin::pin;
use std::task::{Context, Poll, Waker};

/// The answer of a future that is ready at once.
#[allow(clippy::panic)] // ok: only tests call this
pub fn block_on<F: Future>(future: F) -> F::Output {
    match pin!(future).poll(&mut Context::from_waker(Waker::noop())) {
        Poll::Ready(answer) => answer,
        Poll::Pending => panic!("a memory store never waits"),
    }
}

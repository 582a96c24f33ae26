//! The mailbox over HTTP: one table of routes, one path that every question takes, and what each route does.
//! It must not read what is sealed, and it answers *not found* for everything that is not yours.

mod answer;
mod blobs;
mod boxes;
mod clock;
mod desk;
mod events;
mod guard;
mod hub;
mod invites;
mod limits;
mod openapi;
mod passes;
mod person;
pub mod routes;
mod session;
mod sync;

pub use clock::Outside;
pub use desk::{Desk, Settings};
pub use limits::{Bucket, Limit, Limits};
pub use openapi::description;

use std::sync::Arc;

use axum::Router;
use axum::extract::{Request, State};
use axum::response::Response;
use axum::routing::any;

use self::answer::Answer;
use self::guard::Asked;
use self::routes::{Call, ROUTES, Route};

/// Where version 1 stands.
pub const PREFIX: &str = "/api/v1/";

/// A router for every route of the table, and a refusal for every other address below it.
pub fn router(desk: Arc<Desk>) -> Router {
    let mut router = Router::new();
    for route in &ROUTES {
        let handler = move |State(desk): State<Arc<Desk>>, request: Request| async move {
            answer(&desk, route, request).await
        };
        router = router.route(&route.path(), any(handler));
    }
    let nothing = async || answer::problem(answer::No::address());
    router.route(&format!("{PREFIX}{{*rest}}"), any(nothing)).with_state(desk)
}

/// The one path of every question: how it is asked, who asks, how often, and only then what.
async fn answer(desk: &Arc<Desk>, route: &'static Route, request: Request) -> Response {
    let began = desk.outside.now();
    let response = match guard::admit(desk, route, request).await {
        Ok(asked) => {
            run(desk, route, asked).await.map_or_else(answer::problem, Answer::into_response)
        }
        Err(no) => answer::problem(no),
    };
    desk.count(route, response.status(), desk.outside.now().saturating_sub(began));
    response
}

async fn run(desk: &Arc<Desk>, route: &'static Route, asked: Asked) -> Result<Answer, answer::No> {
    match route.call {
        Call::Challenge => session::challenge(desk, asked).await,
        Call::Session => session::begin(desk, asked).await,
        Call::EndSession => session::end(desk, asked).await,
        Call::SignIn => person::begin(desk, asked).await,
        Call::SignedIn => person::end(desk, asked).await,
        Call::Sync => sync::sync(desk, asked).await,
        Call::Ticket => events::ticket(desk, asked).await,
        Call::Events => events::stream(desk, asked).await,
        Call::Wait => events::wait(desk, asked).await,
        Call::Offer => invites::offer(desk, asked).await,
        Call::LookInvite => invites::look(desk, asked).await,
        Call::Request => invites::request(desk, asked).await,
        Call::Reveal => invites::by_inviter(desk, asked, crate::store::Step::Reveal).await,
        Call::Answer => invites::by_inviter(desk, asked, crate::store::Step::Answer).await,
        Call::EndInvite => invites::end(desk, asked).await,
        Call::OpenBox => boxes::open(desk, asked).await,
        Call::Give => boxes::give(desk, asked).await,
        Call::ReadGift => boxes::read(desk, asked).await,
        Call::Receipt => boxes::receipt(desk, asked).await,
        Call::ListBox => boxes::list(desk, asked).await,
        Call::TakeGifts => boxes::take(desk, asked).await,
        Call::CloseBox => boxes::close(desk, asked).await,
        Call::PutChunk => blobs::put(desk, asked).await,
        Call::GetChunk => blobs::get(desk, asked).await,
        Call::ListBlobs => blobs::list(desk, asked).await,
        Call::DropBlob => blobs::drop(desk, asked).await,
    }
}

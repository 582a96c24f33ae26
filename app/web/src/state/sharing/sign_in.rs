//! Asking our own server where somebody can say who they are, and who came back. It opens nothing; what is said is in
//! `model::sharing::sign_in`.

use crate::platform::clock;
use crate::state::AppState;
use model::sharing::courier::Trouble;
use replica::sync::api::{Done, Person, SignIn, SignedIn};

impl AppState {
    /// The address to which a person goes to sign in.
    ///
    /// # Errors
    /// The server does not offer it, or does not answer.
    pub async fn begin_sign_in(&self) -> Result<String, Trouble> {
        let shared = self.shared().ok_or(Trouble::NoConnection)?;
        let answer = shared.post.courier().ask::<SignIn>("person/begin", &Done {}, clock::now());
        answer.await.map(|SignIn { address }| address)
    }

    /// Who it is that came back.
    ///
    /// # Errors
    /// What the server says; nothing was changed.
    pub async fn end_sign_in(&self, back: &SignedIn) -> Result<Person, Trouble> {
        let shared = self.shared().ok_or(Trouble::NoConnection)?;
        shared.post.courier().ask::<Person>("person/end", back, clock::now()).await
    }

    /// Whether the server offers a sign-in. It is asked once while somebody is in, and only by who shares something: others
    /// need no server.
    pub async fn offers_sign_in(&self) -> bool {
        let Some(shared) = self.shared() else { return false };
        if let Some(known) = shared.sign_in.get() {
            return known;
        }
        let any = self
            .open_desk()
            .is_some_and(|desk| desk.spaces.all().iter().any(|open| open.is_shared()));
        if !any {
            return false;
        }
        let answer = self.begin_sign_in().await;
        if !matches!(answer, Err(Trouble::NoConnection)) {
            shared.sign_in.set(Some(answer.is_ok()));
        }
        answer.is_ok()
    }
}

//! The one table of routes. Router, limits, description and tests are made from it.

use replica::sync::api;
use replica::sync::api::Message;

use super::PREFIX;

/// Who may ask.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Needs {
    /// Anybody.
    Nothing,
    /// A device with a session.
    Device,
    /// Whoever has the link of an invitation, with a session.
    Invited,
    /// Either of the two.
    Either,
    /// A ticket in the address, once.
    Ticket,
}

/// What a question counts against, beside the limit of all questions.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Weight {
    Light,
    /// Opening a session, per address.
    Session,
    /// Items of a batch, per device.
    Items,
    /// Something that stays: invitations, boxes.
    Keeps,
    /// A contribution without a name, per address.
    Gift,
}

/// What a route does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Call {
    Challenge,
    Session,
    EndSession,
    SignIn,
    SignedIn,
    Sync,
    Ticket,
    Events,
    Wait,
    Offer,
    LookInvite,
    Request,
    Reveal,
    Answer,
    EndInvite,
    OpenBox,
    Give,
    ReadGift,
    Receipt,
    ListBox,
    TakeGifts,
    CloseBox,
    PutChunk,
    GetChunk,
    ListBlobs,
    DropBlob,
}

/// The name of a message and its fields with their kinds.
pub type Fields = (&'static str, &'static [(&'static str, &'static str)]);

/// One route.
#[derive(Debug)]
pub struct Route {
    pub name: &'static str,
    pub get: bool,
    pub call: Call,
    pub needs: Needs,
    pub weight: Weight,
    /// The largest body, in bytes.
    pub most: usize,
    pub asks: Fields,
    pub answers: Fields,
    /// In one sentence.
    pub about: &'static str,
}

const SMALL: usize = 4 * 1024;
const FRAME: Fields = ("Frame", &[]);
const STREAM: Fields = ("EventStream", &[]);
const DONE: Fields = api::Done::FIELDS;

/// A contribution may be as large as an envelope.
pub const MAX_GIFT: usize = 256 * 1024;

/// Every route of version 1.
#[rustfmt::skip] // a table reads best as a table
pub static ROUTES: [Route; 26] = [
    post("challenge", Call::Challenge, Needs::Nothing, Weight::Session, SMALL, DONE, api::Challenge::FIELDS, "A number to sign, once, within a minute."),
    post("session", Call::Session, Needs::Nothing, Weight::Session, SMALL, api::Proof::FIELDS, api::Session::FIELDS, "Proves who asks; gives a token for 15 minutes."),
    post("session/end", Call::EndSession, Needs::Either, Weight::Light, SMALL, DONE, DONE, "The token is worth nothing any more."),
    post("person/begin", Call::SignIn, Needs::Device, Weight::Keeps, SMALL, DONE, api::SignIn::FIELDS, "Where a person says who it is, if the administrator named such a place. It opens nothing."),
    post("person/end", Call::SignedIn, Needs::Device, Weight::Keeps, SMALL, api::SignedIn::FIELDS, api::Person::FIELDS, "Who that is, by the word of that place. Kept nowhere."),
    post("sync", Call::Sync, Needs::Device, Weight::Items, replica::sync::MAX_MESSAGE, FRAME, FRAME, "One sync message in, one out (SYNC.md)."),
    post("events/ticket", Call::Ticket, Needs::Device, Weight::Light, SMALL, api::Listen::FIELDS, api::Ticket::FIELDS, "Opens one stream of events for these spaces, once, within a minute."),
    Route { name: "events", get: true, call: Call::Events, needs: Needs::Ticket, weight: Weight::Light, most: 0, asks: DONE, answers: STREAM, about: "Server-sent events: `poke`, with a sync message of that kind in base64." },
    post("events/wait", Call::Wait, Needs::Device, Weight::Light, SMALL, api::Wait::FIELDS, api::Pokes::FIELDS, "The same without a stream: answers when there is news, or after 25 seconds."),
    post("invite/offer", Call::Offer, Needs::Device, Weight::Keeps, SMALL, api::NewInvite::FIELDS, DONE, "Leaves the offer of an invitation."),
    post("invite/look", Call::LookInvite, Needs::Either, Weight::Light, SMALL, api::LookInvite::FIELDS, api::InviteState::FIELDS, "What was left for an invitation, for the inviter and for who has the link."),
    post("invite/request", Call::Request, Needs::Invited, Weight::Keeps, SMALL, api::LeaveInvite::FIELDS, DONE, "Answers an invitation. Only the first one counts."),
    post("invite/reveal", Call::Reveal, Needs::Device, Weight::Light, SMALL, api::LeaveInvite::FIELDS, DONE, "The number that the inviter had promised."),
    post("invite/answer", Call::Answer, Needs::Device, Weight::Light, SMALL, api::LeaveInvite::FIELDS, DONE, "Whether the joiner is in."),
    post("invite/end", Call::EndInvite, Needs::Device, Weight::Light, SMALL, api::EndInvite::FIELDS, DONE, "Nobody can answer any more."),
    post("box/open", Call::OpenBox, Needs::Device, Weight::Keeps, SMALL, api::OpenBox::FIELDS, DONE, "Opens a drop-box, by a member who may write."),
    post("box/give", Call::Give, Needs::Nothing, Weight::Gift, MAX_GIFT + SMALL, api::Give::FIELDS, DONE, "Puts a sealed contribution into a box. Nobody learns who or when."),
    post("box/read", Call::ReadGift, Needs::Nothing, Weight::Gift, SMALL, api::ReadGift::FIELDS, api::Gift::FIELDS, "One thing in a box, by who knows its hash. Nobody learns who or when."),
    post("box/receipt", Call::Receipt, Needs::Nothing, Weight::Gift, SMALL, api::AskReceipt::FIELDS, api::Receipt::FIELDS, "The time by this server, signed, over the hash of what arrived. Nothing is kept."),
    post("box/list", Call::ListBox, Needs::Device, Weight::Light, SMALL, api::ListBox::FIELDS, api::Gifts::FIELDS, "What is in a box, in the order of the hashes."),
    post("box/take", Call::TakeGifts, Needs::Device, Weight::Light, 64 * 1024, api::TakeGifts::FIELDS, DONE, "These contributions may go."),
    post("box/close", Call::CloseBox, Needs::Device, Weight::Light, SMALL, api::CloseBox::FIELDS, DONE, "The box goes, with what is in it."),
    post("blob/put", Call::PutChunk, Needs::Device, Weight::Items, api::MAX_BODY, api::PutChunk::FIELDS, DONE, "One piece of an encrypted file."),
    post("blob/get", Call::GetChunk, Needs::Device, Weight::Light, SMALL, api::GetChunk::FIELDS, api::Chunk::FIELDS, "One piece of a file."),
    post("blob/list", Call::ListBlobs, Needs::Device, Weight::Light, SMALL, api::ListBlobs::FIELDS, api::Blobs::FIELDS, "Which files a space has."),
    post("blob/drop", Call::DropBlob, Needs::Device, Weight::Light, SMALL, api::DropBlob::FIELDS, DONE, "The file goes, by a member who may write."),
];

#[allow(clippy::too_many_arguments)] // ok: the columns of the table above
const fn post(
    name: &'static str,
    call: Call,
    needs: Needs,
    weight: Weight,
    most: usize,
    asks: Fields,
    answers: Fields,
    about: &'static str,
) -> Route {
    Route { name, get: false, call, needs, weight, most, asks, answers, about }
}

impl Route {
    /// The address.
    pub fn path(&self) -> String {
        format!("{PREFIX}{}", self.name)
    }

    /// The one method that it takes.
    pub const fn method(&self) -> &'static str {
        if self.get { "GET" } else { "POST" }
    }
}

//! Files after the browser cleared the storage under the app.

use super::*;

#[test]
fn after_the_browser_cleared_the_storage_the_files_that_the_server_has_come_back() {
    let Two { here, anna, space, .. } = two();
    let server = Server::default();
    let (sent, only_here) = (attach(&anna, &space), attach(&anna, &space));
    *server.not_this.borrow_mut() = Some(*only_here.blob.bytes());
    go(&server, &anna, NOW);
    block_on(here.wipe()).unwrap();
    assert_eq!(block_on(anna.write_anew(NOW)), Ok(SaveState::SavedHere));
    drop(anna);
    // Over a reload, and with a connection that breaks off.
    let again = open(&here, 1, 5);
    let mine = again.all().into_iter().find(|open| !again.attachments(open).is_empty()).unwrap();
    assert!(mine.id() != space.id() && !mine.is_shared(), "it is a space of one's own now");
    assert!(again.has_files_before());
    assert_eq!(again.file_state(mine.id(), &sent), State::Elsewhere);
    *server.left.borrow_mut() = Some(1);
    assert_eq!(go(&server, &again, NOW), Moved::Waits);
    *server.left.borrow_mut() = None;
    assert_eq!(go(&server, &again, NOW), Moved::Nothing);
    assert_eq!(block_on(again.content(mine.id(), &sent)), Ok(memo()));
    assert_eq!(again.file_state(mine.id(), &only_here), State::Elsewhere, "nobody has it");
    assert!(again.has_files_before(), "until the next start: perhaps another tablet sends it yet");
}

#[test]
fn a_server_that_does_not_know_this_device_any_more_is_not_asked_again() {
    let Two { here, anna, space, .. } = two();
    let server = Server::default();
    attach(&anna, &space);
    go(&server, &anna, NOW);
    block_on(here.wipe()).unwrap();
    assert_eq!(block_on(anna.write_anew(NOW)), Ok(SaveState::SavedHere));
    *server.refuse.borrow_mut() = Some(Refusal::NotFound);
    go(&server, &anna, NOW);
    assert!(!anna.has_files_before());
}

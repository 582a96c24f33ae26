//! Where something is, never stronger than the truth.

use model::sharing::status::{
    FilesWait, Known, LastSuccess, Place, Reach, UNSENT_DAYS, all_wait, explained, line, passes,
    reach, waits, words,
};
use replica::store::{SaveState, StoreError};
use replica::sync::{Connection, Refusal, Status};
use rules::text::Lang;

use super::support::{Device, NL, NOW, telling};

fn status(connection: Connection, last_answer: Option<u64>) -> Status {
    let known = Device::founder(1).space.borrow().status();
    Status { connection, last_answer, ..known }
}

fn known(status: &Status, waiting: u64, reach: Reach) -> Known<'_> {
    Known {
        save: &SaveState::SavedHere,
        waiting,
        files: FilesWait::default(),
        choices: 0,
        status,
        reach,
        unanswered: false,
        sent_at: None,
    }
}

#[test]
fn what_is_not_on_the_disk_is_never_called_saved_or_sent() {
    let online = status(Connection::Online, Some(NOW));
    let refused = SaveState::NotSaved(StoreError::Quota);
    for (save, place) in [(&refused, Place::NotSaved), (&SaveState::Saving, Place::Saving)] {
        for waiting in [0, 1] {
            let known = Known { save, choices: 2, ..known(&online, waiting, Reach::Here) };
            assert_eq!(known.place(), place);
        }
    }
}

#[test]
fn sent_is_only_what_waits_no_more() {
    let online = status(Connection::Online, Some(NOW));
    assert_eq!(known(&online, 0, Reach::Here).place(), Place::Sent { at: None });
    assert_eq!(known(&online, 1, Reach::Here).place(), Place::Sending);
    let offline = status(Connection::Offline, None);
    assert_eq!(known(&offline, 1, Reach::Offline).place(), Place::Waits);
    assert_eq!(known(&offline, 1, Reach::NoServer).place(), Place::Here);
    assert_eq!(known(&offline, 0, Reach::NoServer).place(), Place::Here);
    let trying = status(Connection::Trying, Some(NOW));
    assert_eq!(known(&trying, 1, Reach::NoConnection).place(), Place::Waits);
}

#[test]
fn a_file_that_waits_is_no_less_than_a_change() {
    let online = status(Connection::Online, Some(NOW));
    let wait = |count, refused| FilesWait { count, refused, since: None };
    let known = |waiting, files| Known { files, ..known(&online, waiting, Reach::Here) };
    assert_eq!(known(0, wait(1, None)).place(), Place::Sending);
    assert_eq!(known(0, wait(1, Some(Refusal::Busy))).place(), Place::Sending, "that passes");
    let full = Some(Refusal::Full);
    assert_eq!(known(0, wait(1, full)).place(), Place::Failing(Refusal::Full));
    assert_eq!(known(1, wait(1, full)).place(), Place::Sending, "the change goes all the same");
    let offline = status(Connection::Offline, None);
    let known = Known { files: wait(1, None), ..super::status::known(&offline, 0, Reach::Offline) };
    let said = line(&known, None, NOW, telling(NL)).unwrap();
    assert_eq!(said.text, "Geen internet. Je kunt gewoon doorwerken. 1 bestand wacht.");
    let week = UNSENT_DAYS * 24 * 60 * 60 * 1_000;
    for (waits, red) in [(week, false), (week + 1, true)] {
        assert_eq!(line(&known, Some(NOW - waits), NOW, telling(NL)).unwrap().needs_somebody, red);
    }
    let both = all_wait(3, 2, telling(NL)).unwrap();
    assert_eq!(both, "3 wijzigingen wachten. 2 bestanden wachten.");
    assert_eq!(all_wait(0, 0, telling(NL)), None);
}

#[test]
fn who_no_longer_knows_is_told_what_the_server_said() {
    let gone = status(Connection::Refused(Refusal::NotOpen), Some(NOW));
    let says = explained(&known(&gone, 0, Reach::Here), telling(NL));
    assert!(says.starts_with("Onbekend sinds") && says.ends_with(Refusal::NotOpen.sentence().0));
    let online = status(Connection::Online, Some(NOW));
    assert_eq!(explained(&known(&online, 0, Reach::Here), telling(NL)), "Verzonden");
}

#[test]
fn who_was_removed_hears_it_from_the_server_in_words_and_above_every_page() {
    let gone = status(Connection::Refused(Refusal::NotFound), Some(NOW));
    for (waiting, start) in [(0, "Onbekend sinds"), (1, "Verzenden lukt niet")] {
        let known = known(&gone, waiting, Reach::Here);
        let line = line(&known, None, NOW, telling(NL)).unwrap();
        assert!(line.text.starts_with(start), "{}", line.text);
        assert!(line.text.contains("hoort dit apparaat niet meer bij deze ruimte"));
        assert!(line.needs_somebody);
    }
}

#[test]
fn two_versions_ask_for_a_choice_wherever_they_are() {
    let online = status(Connection::Online, Some(NOW));
    for waiting in [0, 1] {
        for (choices, asks) in [(0, false), (1, true), (2, true)] {
            let known = Known { choices, ..known(&online, waiting, Reach::Here) };
            assert_eq!(known.place() == Place::Choose, asks);
            let line = line(&known, None, NOW, telling(NL)).unwrap();
            assert!(!line.needs_somebody, "a choice is no error");
        }
    }
}

#[test]
fn what_was_handed_over_without_an_answer_is_unknown() {
    let trying = status(Connection::Trying, Some(NOW));
    let known = Known { unanswered: true, ..known(&trying, 1, Reach::NoConnection) };
    assert_eq!(known.place(), Place::Unknown { since: Some(NOW) });
    assert_eq!(words(known.place(), telling(NL)), "Onbekend sinds vandaag 14:32");
    // A server that does not know the space any more cannot be said to have it.
    let gone = status(Connection::Refused(Refusal::NotFound), None);
    assert_eq!(super::status::known(&gone, 0, Reach::Here).place(), Place::Unknown { since: None });
}

#[test]
fn only_a_refusal_that_does_not_pass_is_a_failure() {
    for refusal in Refusal::ALL {
        let refused = status(Connection::Refused(refusal), None);
        let place = known(&refused, 1, Reach::Here).place();
        let expected = if passes(refusal) { Place::Waits } else { Place::Failing(refusal) };
        assert_eq!(place, expected);
    }
}

#[test]
fn the_line_is_grey_without_internet_and_counts_what_waits() {
    let offline = status(Connection::Offline, None);
    for (waiting, text) in [
        (0, "Geen internet. Je kunt gewoon doorwerken."),
        (1, "Geen internet. Je kunt gewoon doorwerken. 1 wijziging wacht."),
        (3, "Geen internet. Je kunt gewoon doorwerken. 3 wijzigingen wachten."),
    ] {
        let line = line(&known(&offline, waiting, Reach::Offline), None, NOW, telling(NL)).unwrap();
        assert_eq!((line.text.as_str(), line.needs_somebody), (text, false));
    }
    let known = known(&offline, 2, Reach::NoConnection);
    let english = line(&known, None, NOW, telling(Lang::En)).unwrap();
    assert_eq!(
        english.text,
        "No connection to the server. You can simply go on working. 2 changes are waiting."
    );
}

#[test]
fn without_a_server_the_line_is_quiet_and_the_page_says_so() {
    let offline = status(Connection::Offline, None);
    assert_eq!(line(&known(&offline, 4, Reach::NoServer), None, NOW, telling(NL)), None);
    assert!(reach(Reach::NoServer, telling(NL)).starts_with("Op dit adres staat geen server."));
}

#[test]
fn after_a_week_unsent_work_needs_somebody() {
    let offline = status(Connection::Offline, None);
    let week = UNSENT_DAYS * 24 * 60 * 60 * 1_000;
    for (age, needs) in [(week - 1, false), (week, false), (week + 1, true)] {
        for waiting in [0, 1] {
            let known = known(&offline, waiting, Reach::Offline);
            let line = line(&known, Some(NOW - age), NOW, telling(NL)).unwrap();
            assert_eq!(line.needs_somebody, needs && waiting > 0);
        }
    }
}

#[test]
fn a_refusal_that_a_person_must_solve_is_loud_at_once() {
    let full = status(Connection::Refused(Refusal::Full), Some(NOW));
    let line = line(&known(&full, 1, Reach::Here), None, NOW, telling(NL)).unwrap();
    assert!(line.needs_somebody);
    assert_eq!(
        line.text,
        "Verzenden lukt niet. De server heeft geen plaats meer voor deze ruimte."
    );
}

#[test]
fn the_last_success_is_when_the_last_waiting_change_was_acknowledged() {
    let mut last = LastSuccess::default();
    last.see(0, Some(5));
    assert_eq!(last.at, None, "nothing was sent while we looked");
    last.see(2, Some(5));
    last.see(1, Some(6));
    assert_eq!(last.at, None);
    last.see(0, Some(7));
    last.see(0, Some(9));
    assert_eq!(last.at, Some(7));
    let sent = Place::Sent { at: Some(NOW) };
    assert_eq!(words(sent, telling(NL)), "Verzonden, vandaag 14:32");
    assert_eq!(waits(1_234, telling(NL)), "1.234 wijzigingen wachten.");
}

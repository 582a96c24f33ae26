//! The courier against a server in memory: the real relay behind the real proofs, and a network that misbehaves.

use model::sharing::courier::{Courier, Proves, Trouble};
use model::sharing::status::Reach;
use replica::keys::DeviceKeys;
use replica::member::{PersonId, SideId};
use replica::role::Role;
use replica::space::Space;
use replica::sync::api::{Done, Listen, Ticket};
use replica::sync::{Body, Event, Frame, Refusal};
use replica::testing::block_on;

use super::site::{Between, ORIGIN, Site};
use super::support::{Device, NOW, rng};

const MINUTE: u64 = 60_000;

pub(crate) fn courier<'a>(site: &'a Site, device: &Device) -> Courier<&'a Site> {
    Courier::new(site, ORIGIN.into(), Proves::Device(device.keys.clone()))
}

/// Sends and takes in until nothing is left to send; whatever fails is left to the space.
pub(crate) fn meet(device: &Device, courier: &Courier<&Site>, now: u64) {
    let mut send = device.on(Event::Online(false), now);
    send.extend(device.on(Event::Online(true), now));
    while let Some(question) = send.pop() {
        if let Ok(answer) = block_on(courier.sync(question, now)) {
            send.extend(device.on(Event::Message(answer), now));
        }
    }
}

fn waiting(device: &Device) -> u64 {
    device.space.borrow().waiting().count()
}

#[test]
fn two_devices_meet_and_show_the_same() {
    let site = Site::default();
    let anna = Device::founder(1);
    let keys = DeviceKeys::generate(&mut rng(40));
    let who = (PersonId::from_bytes([40; 16]), SideId::named("school"), "Bram");
    anna.space.borrow_mut().add(*keys.public(), who, Role::Bewerken, NOW, &mut rng(41)).unwrap();
    anna.save();
    let root = anna.space.borrow().client().inbox().log().root();
    let first = anna.space.borrow().client().inbox().log().entries().next().unwrap().encode();
    let space = Space::join(&root, &[first], keys.clone(), 7).unwrap();
    let bram = Device::with(keys, space, 40);
    let (to_anna, to_bram) = (courier(&site, &anna), courier(&site, &bram));
    anna.write("1", "Welkom");
    meet(&anna, &to_anna, NOW);
    meet(&bram, &to_bram, NOW);
    bram.write("2", "Rondvraag");
    anna.write("3", "Notulen");
    for device in [(&bram, &to_bram), (&anna, &to_anna), (&bram, &to_bram)] {
        meet(device.0, device.1, NOW + 1_000);
    }
    let hash = |device: &Device| device.document.borrow().state_hash();
    assert_eq!(hash(&anna), hash(&bram));
    assert_eq!((waiting(&anna), waiting(&bram)), (0, 0));
    assert_eq!((to_anna.reach(), site.handshakes()), (Reach::Here, 2));
}

#[test]
fn a_session_is_renewed_a_minute_before_it_ends() {
    let site = Site::default();
    let anna = Device::founder(1);
    let courier = courier(&site, &anna);
    let count = |now| {
        let listen = Listen { spaces: vec![] };
        block_on(courier.ask::<Ticket>("events/ticket", &listen, now)).unwrap();
        site.handshakes()
    };
    let end = NOW + 14 * MINUTE;
    assert_eq!([count(NOW), count(end - 1), count(end), count(end + 1)], [1, 1, 2, 2]);
}

#[test]
fn a_server_that_forgot_the_session_is_told_again_once() {
    let site = Site::default();
    let anna = Device::founder(1);
    let courier = courier(&site, &anna);
    meet(&anna, &courier, NOW);
    site.sessions.borrow_mut().clear();
    anna.write("1", "Welkom");
    meet(&anna, &courier, NOW + 1_000);
    assert_eq!((waiting(&anna), site.handshakes()), (0, 2));
}

#[test]
fn a_page_in_between_is_no_connection_and_nothing_is_lost() {
    let site = Site::default();
    let anna = Device::founder(1);
    let courier = courier(&site, &anna);
    anna.write("1", "Welkom");
    let before = waiting(&anna);
    for between in [Between::Silence, Between::Portal, Between::OtherSpace] {
        site.between.replace(between);
        meet(&anna, &courier, NOW);
        assert_eq!((courier.reach(), waiting(&anna)), (Reach::NoConnection, before));
        courier.try_anew();
    }
    // Also with a session from before.
    site.between.replace(Between::Nothing);
    meet(&anna, &courier, NOW + 1_000);
    assert_eq!((courier.reach(), waiting(&anna)), (Reach::Here, 0));
    site.between.replace(Between::OnlyFiles(404));
    anna.write("2", "Rondvraag");
    meet(&anna, &courier, NOW + 2_000);
    assert_eq!((courier.reach(), waiting(&anna)), (Reach::NoConnection, 1));
}

#[test]
fn where_there_are_only_files_it_is_quiet_for_an_hour_or_until_somebody_asks() {
    for status in [404, 405, 501] {
        let site = Site::default();
        site.between.replace(Between::OnlyFiles(status));
        let anna = Device::founder(1);
        let courier = courier(&site, &anna);
        let hour = 60 * MINUTE;
        for (now, asked) in [(NOW, 1), (NOW + hour - 1, 1), (NOW + hour, 2)] {
            meet(&anna, &courier, now);
            assert_eq!(courier.reach(), Reach::NoServer);
            assert_eq!(site.asked.borrow().len(), asked, "{status} at {now}");
        }
        courier.try_anew();
        meet(&anna, &courier, NOW + hour + 1);
        assert_eq!(site.asked.borrow().len(), 3);
    }
}

#[test]
fn a_server_that_says_later_is_left_alone_until_then() {
    let site = Site::default();
    let anna = Device::founder(1);
    let courier = courier(&site, &anna);
    site.between.replace(Between::TooOften(30_000));
    let ask = |now| block_on(courier.ask::<Done>("events/ticket", &Done {}, now));
    let refused = Err(Trouble::Refused { refusal: Refusal::TooOften, retry_after: 30_000 });
    for (now, asked) in [(NOW, 1), (NOW + 29_999, 1), (NOW + 30_000, 2)] {
        assert_eq!(ask(now), refused);
        assert_eq!(site.asked.borrow().len(), asked);
    }
}

#[test]
fn a_refusal_at_the_door_reaches_the_space_as_a_sync_message() {
    let site = Site::default();
    let anna = Device::founder(1);
    let courier = courier(&site, &anna);
    site.between.replace(Between::TooOften(30_000));
    let question = anna.on(Event::Online(true), NOW).pop().unwrap();
    let id = Frame::decode(&question).unwrap().id;
    let answer = block_on(courier.sync(question, NOW)).unwrap();
    let frame = Frame::decode(&answer).unwrap();
    let body = Body::Refuse { refusal: Refusal::TooOften, retry_after: 30_000 };
    assert_eq!((frame.id, frame.body), (id, body));
}

#[test]
fn a_server_of_another_name_is_said() {
    let site = Site::default();
    site.origin.set("https://elsewhere.example");
    let anna = Device::founder(1);
    let courier = courier(&site, &anna);
    meet(&anna, &courier, NOW);
    assert_eq!(courier.reach(), Reach::Refused(Refusal::OtherServer));
}

#[test]
fn without_a_network_it_stays_offline_whatever_was_under_way() {
    let site = Site::default();
    site.between.replace(Between::Silence);
    let anna = Device::founder(1);
    let courier = courier(&site, &anna);
    courier.network(false);
    meet(&anna, &courier, NOW);
    assert_eq!(courier.reach(), Reach::Offline);
    courier.network(true);
    assert_eq!(courier.reach(), Reach::Unknown);
}

//! Whole devices through the real routes: they converge, a restore loses nothing, and nothing readable is left anywhere.

use crate::support::device::{Device, SPACE, pair, part};
use crate::support::net::Net;
use crate::support::site::{ORIGIN, Site, generous};
use crate::support::{Folder, postgres};
use replica::relay::RelayStore;
use replica::role::Role;
use replica::sync::api::PutChunk;
use replica::sync::{Delivery, Range, Refusal};
use server::store::{Place, back_up, restore};

fn same(one: &Device, other: &Device) {
    assert_eq!(one.document.state_hash(), other.document.state_hash());
    assert_eq!(one.client().status().waiting, 0);
    assert_eq!(other.client().status().waiting, 0);
}

#[tokio::test]
async fn two_devices_show_the_same_after_writing_at_the_same_time() {
    let folder = Folder::new();
    let mut places = vec![Place::Memory, Place::File(folder.file("a.db"))];
    places.extend(postgres::database("converge").map(Place::Postgres));
    for place in places {
        let site = Site::with(&place, generous());
        let (mut anna, mut bram) = pair(&site).await;
        for number in 0..5 {
            anna.write(&format!("a{number}"), "van Anna").await;
            bram.write(&format!("b{number}"), "van Bram").await;
        }
        for _ in 0..2 {
            anna.meet().await;
            bram.meet().await;
        }
        same(&anna, &bram);
        assert_eq!(anna.client().delivery(part(), 5), Delivery::Sent);
        assert_eq!(anna.client().inbox().counts().accepted, 10);
    }
}

#[tokio::test]
async fn who_was_removed_finds_nothing_any_more() {
    let site = Site::memory();
    let (mut anna, mut bram) = pair(&site).await;
    anna.remove(bram.id()).await;
    anna.meet().await;
    let before = bram.client().inbox().log().entries().count();
    bram.meet().await;
    assert_eq!(bram.client().inbox().log().entries().count(), before);
    assert!(!site.desk.store().spaces().await.unwrap().is_empty());
}

#[tokio::test]
async fn a_restore_loses_nothing_that_was_acknowledged() {
    let folder = Folder::new();
    let (file, copy) = (folder.file("a.db"), folder.file("copy.db"));
    let place = Place::File(file.clone());
    let site = Site::with(&place, generous());
    let (mut anna, mut bram) = pair(&site).await;
    anna.write("voor", "voor de kopie").await;
    anna.meet().await;
    back_up(&file, &copy).unwrap();
    for number in 0..100 {
        let device = if number % 2 == 0 { &mut anna } else { &mut bram };
        device.write(&format!("n{number}"), "na de kopie").await;
    }
    anna.meet().await;
    bram.meet().await;
    anna.meet().await;
    same(&anna, &bram);
    let shown = anna.document.state_hash();
    drop((site.net, std::mem::replace(&mut anna.net, Net::at(([127, 0, 0, 1], 1).into()))));
    bram.net = anna.net.clone();
    drop(site.desk);
    restore(&copy, &file, [9; 16], 1).unwrap();
    let site = Site::with(&place, generous());
    for device in [&mut anna, &mut bram] {
        device.net = site.net.clone();
        assert!(device.sign_in().await);
        device.meet().await;
    }
    // Somebody who was not there gets all of it from the server alone.
    let mut carla = Device::new(3, &anna.first, &site.net, ORIGIN).await;
    anna.add(&carla, Role::Lezen).await;
    anna.meet().await;
    assert!(carla.sign_in().await);
    carla.meet().await;
    assert_eq!(carla.document.state_hash(), shown);
    same(&anna, &bram);
}

/// What the server has of what this one wrote in the part.
async fn of(site: &Site, device: &Device) -> usize {
    let range = Range { part: part(), device: device.id(), from: 1, to: 9_999 };
    site.desk.store().chain(SPACE, &range).await.unwrap().len()
}

/// Anna makes a snapshot and both tell that they have it.
async fn summarise(anna: &mut Device, bram: &mut Device) {
    anna.share().await;
    for _ in 0..2 {
        for device in [&mut *anna, &mut *bram] {
            device.meet().await;
            device.care().await;
            device.meet().await;
        }
    }
}

#[tokio::test]
async fn what_everybody_has_goes_and_a_newcomer_begins_at_the_snapshot() {
    let folder = Folder::new();
    let mut places = vec![Place::File(folder.file("a.db"))];
    places.extend(postgres::database("pruned").map(Place::Postgres));
    for place in places {
        let site = Site::with(&place, generous());
        let (mut anna, mut bram) = pair(&site).await;
        for number in 0..20 {
            anna.write(&format!("n{number}"), "van Anna").await;
        }
        anna.meet().await;
        assert_eq!(of(&site, &anna).await, 20);
        summarise(&mut anna, &mut bram).await;
        assert_eq!(of(&site, &anna).await, 0);
        let mut carla = Device::new(3, &anna.first, &site.net, ORIGIN).await;
        anna.add(&carla, Role::Lezen).await;
        anna.write("daarna", "nog iets").await;
        anna.meet().await;
        assert!(carla.sign_in().await);
        carla.meet().await;
        assert_eq!(of(&site, &anna).await, 1);
        assert_eq!(carla.document.state_hash(), anna.document.state_hash());
    }
}

#[tokio::test]
async fn the_server_itself_says_who_was_away_too_long_whatever_a_device_says() {
    const DAY: u64 = 86_400_000;
    let site = Site::memory();
    let (mut anna, mut bram) = pair(&site).await;
    let mut dirk = Device::new(4, &anna.first, &site.net, ORIGIN).await;
    anna.add(&dirk, Role::Bewerken).await;
    anna.write("veld", "tekst").await;
    anna.meet().await;
    assert!(dirk.sign_in().await);
    dirk.meet().await;
    dirk.write("weg", "van Dirk, nog niet verzonden").await;
    for device in [&anna, &bram] {
        device.space.borrow_mut().set_absent([dirk.id()].into());
    }
    summarise(&mut anna, &mut bram).await;
    for (days, left) in [(0, 1), (90, 1), (1, 0)] {
        site.later(days * DAY);
        assert!(anna.sign_in().await && bram.sign_in().await);
        anna.meet().await;
        bram.meet().await;
        assert_eq!(of(&site, &anna).await, left, "{days} days later");
    }
    assert!(dirk.sign_in().await);
    for _ in 0..2 {
        dirk.meet().await;
        anna.meet().await;
    }
    assert_eq!(anna.document.state_hash(), dirk.document.state_hash(), "his own work is kept");
}

#[tokio::test]
async fn an_erased_space_refuses_for_ever_also_after_a_restart() {
    let folder = Folder::new();
    let place = Place::File(folder.file("a.db"));
    let site = Site::with(&place, generous());
    let (mut anna, mut bram) = pair(&site).await;
    anna.write("veld", "tekst").await;
    anna.meet().await;
    bram.meet().await;
    let put = PutChunk { space: SPACE, blob: [1; 16], chunks: 1, number: 0, sealed: vec![1; 9] };
    assert_eq!(bram.ask("blob/put", &put).await.status, 200);
    anna.erase().await;
    anna.meet().await;
    assert_eq!(of(&site, &anna).await, 0);
    assert_eq!(site.desk.store().blobs(SPACE).await, Ok(vec![]));
    bram.write("later", "Bram weet het nog niet").await;
    let nowhere = Net::at(([127, 0, 0, 1], 1).into());
    (anna.net, bram.net) = (nowhere.clone(), nowhere);
    drop((site.net, site.desk));
    let site = Site::with(&place, generous());
    bram.net = site.net.clone();
    assert!(bram.sign_in().await);
    bram.meet().await;
    assert!(bram.space.borrow().is_erased());
    assert_eq!(of(&site, &bram).await, 0);
    assert_eq!(bram.ask("blob/put", &put).await.refusal(), Some(Refusal::Erased));
}

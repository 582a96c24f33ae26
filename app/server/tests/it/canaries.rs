//! Canaries planted in every field, and sought wherever the server leaves something: database, write-ahead log, copies,
//! log, figures, addresses. What a person wrote and what is secret must be nowhere; what is opaque only in the database; and
//! what was deleted not even there.

use std::path::Path;
use std::process::Stdio;

use crate::support::canary::{forms, holds};
use crate::support::device::{Device, SPACE, begin, part, rng};
use crate::support::net::Net;
use crate::support::program::{PROGRAM, command, start};
use crate::support::site::{MORNING, ORIGIN, Site, generous};
use crate::support::{Folder, postgres};
use axum::body::Body;
use axum::http::Request;
use replica::envelope::Envelope;
use replica::id::{hex, sha256};
use replica::invite::{Invite, Note, Offer, Request as Asking};
use replica::keys::{DeviceKeys, Purpose};
use replica::letter::{LetterLink, answer, signed_arrival};
use replica::member::SideId;
use replica::relay::{NewRow, RelayStore};
use replica::role::Role;
use replica::sync::api::{self, Message};
use replica::sync::{Item, Range};
use server::api::routes::{Needs, ROUTES};
use server::store::{Place, Store, back_up};
use tokio::io::AsyncReadExt;

/// What people write, or parts of it: names of a person, of who joins, of the space; a field, its name, its place.
const WRITTEN: [&str; 11] = [
    "anarie",
    "Janssen",
    "Moeder van Noor",
    "Dossier van",
    "sterke kant",
    "leest graag",
    "-plaats",
    // Of a letter to a parent, of an answer, of a choice that was signed, and of a phone number.
    "zwaluwstaart",
    "vuurtorenwachter",
    "korenwolf",
    "072 555",
];

/// What only who is meant can open, and the server keeps as it is.
const GIFT: &[u8] = b"ondoorzichtige bijdrage 7d1f";
const PIECE: &[u8] = b"ondoorzichtig stuk van een bestand 90ac";

/// What each way of looking found: a name and the bytes.
type Found = Vec<(String, Vec<u8>)>;

/// What one run of everything left behind in the hands of the test.
struct Planted {
    secrets: Vec<(&'static str, Vec<u8>)>,
}

/// Asks every route, with a canary in every field.
async fn plant(net: &Net, origin: &str) -> Planted {
    let first = begin(1, SPACE);
    let mut anna = Device::new(1, &first, net, origin).await;
    let mut bram = Device::new(2, &first, net, origin).await;
    assert!(anna.sign_in().await && bram.sign_in().await);
    anna.meet().await;
    anna.add(&bram, Role::Bewerken).await;
    anna.write("sterke kant", "Kanarie: Noor leest graag").await;
    anna.meet().await;
    bram.meet().await;
    assert_eq!(bram.document.state_hash(), anna.document.state_hash());

    let now = std::time::SystemTime::now().duration_since(std::time::UNIX_EPOCH).unwrap();
    let (now, keys) = (now.as_millis() as u64, anna.keys.clone());
    let note = Note {
        space: SPACE,
        space_name: "Dossier van Noor".into(),
        root: *first.id(),
        inviter: *keys.public(),
        role: Role::Lezen,
        side: SideId::named("ouders"),
        expires: now + 86_400_000,
        promise: [0; 32],
    };
    let mut invite = Invite::new(note, &mut rng(50)).unwrap();
    let invitation = *invite.link().id();
    let leave = |message| api::LeaveInvite { invitation, message };
    let offer = invite.offer().encode();
    anna.ask("invite/offer", &api::NewInvite { offer }).await.message::<api::Done>();
    let guest = anna.with_link(invite.link()).await.message::<api::Session>().token;
    let joiner = DeviceKeys::generate(&mut rng(51));
    let offer = Offer::decode(&invite.offer().encode()).unwrap();
    let asking = Asking::new(invite.link(), &offer, "Moeder van Noor", &joiner, now, &mut rng(52))
        .unwrap()
        .0;
    let left = net.post("invite/request", Some(&guest), leave(asking.encode()).encode()).await;
    left.unwrap().message::<api::Done>();
    let (reveal, _) = invite.answer(&asking, now, &keys).unwrap();
    anna.ask("invite/reveal", &leave(reveal.encode())).await.message::<api::Done>();
    anna.ask("invite/answer", &leave(first.encode())).await.message::<api::Done>();
    let look = api::LookInvite { invitation, known: 0, wait: false };
    anna.ask("invite/look", &look).await.message::<api::InviteState>();

    let dropbox = [5; 16];
    let open =
        api::OpenBox { space: SPACE, dropbox, most: 9, largest: 99, closes: now + 86_400_000 };
    anna.ask("box/open", &open).await.message::<api::Done>();
    let give = api::Give { dropbox, sealed: GIFT.to_vec() }.encode();
    net.post("box/give", None, give).await.unwrap().message::<api::Done>();
    let put =
        api::PutChunk { space: SPACE, blob: [6; 16], chunks: 1, number: 0, sealed: PIECE.into() };
    anna.ask("blob/put", &put).await.message::<api::Done>();
    let get = api::GetChunk { space: SPACE, blob: [6; 16], number: 0 };
    anna.ask("blob/get", &get).await.message::<api::Chunk>();

    letter(&anna, net, now).await;

    let listen = api::Listen { spaces: vec![SPACE] };
    let ticket = anna.ask("events/ticket", &listen).await.message::<api::Ticket>().ticket;
    let path = format!("/api/v1/events?ticket={}", hex(&ticket));
    // In the wrong way, so that it is refused. What is refused is not written down either.
    let wrong = Request::post(&path).header("host", "localhost").body(Body::empty()).unwrap();
    assert!(!net.send(wrong).await.unwrap().status.is_success());

    let epoch = anna.space.borrow().members().writing_epoch().unwrap();
    let sub = |purpose| {
        let space = anna.space.borrow();
        space.client().inbox().ring().sub(purpose, epoch).unwrap().bytes().to_vec()
    };
    let secrets = vec![
        ("a token", anna.token.unwrap().to_vec()),
        ("the token of a guest", guest.to_vec()),
        ("a ticket", ticket.to_vec()),
        ("the secret of a link", invite.link().text().split('.').next_back().unwrap().into()),
        ("the key of changes", sub(Purpose::Update)),
        ("the key of names", sub(Purpose::Label)),
        ("the key of older keys", sub(Purpose::Older)),
    ];
    Planted { secrets }
}

/// A letter to a parent, the answer, and a choice about a plan with its receipt, as they travel.
async fn letter(anna: &Device, net: &Net, now: u64) {
    let dropbox = [8; 16];
    let open = api::OpenBox {
        space: SPACE,
        dropbox,
        most: 9,
        largest: 64 * 1024,
        closes: now + 86_400_000,
    };
    anna.ask("box/open", &open).await.message::<api::Done>();
    let asker = DeviceKeys::generate(&mut rng(60));
    let (link, sealed) =
        LetterLink::seal(dropbox, b"zwaluwstaart 072 555 0100", &mut rng(61)).unwrap();
    let mut answers = vec![sealed];
    for words in ["vuurtorenwachter: buiten spelen", "korenwolf: Ik ben het eens"] {
        answers.push(answer(asker.public(), &dropbox, words.as_bytes(), &mut rng(62)).unwrap());
    }
    for sealed in answers {
        let give = api::Give { dropbox, sealed }.encode();
        net.post("box/give", None, give).await.unwrap().message::<api::Done>();
    }
    let read = api::ReadGift { dropbox, hash: *link.hash() }.encode();
    let read = net.post("box/read", None, read).await.unwrap().message::<api::Gift>();
    assert_eq!(link.open(&read.sealed).unwrap(), b"zwaluwstaart 072 555 0100");
    let hash = sha256(b"korenwolf: Ik ben het eens");
    let ask = api::AskReceipt { hash }.encode();
    let said = net.post("box/receipt", None, ask).await.unwrap().message::<api::Receipt>();
    assert!(signed_arrival(&said.key, &hash, said.at, &said.by));
}

fn files(folder: &Path) -> Found {
    let files = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    let files = files.filter(|path| path.is_file());
    files.map(|path| (path.display().to_string(), std::fs::read(&path).unwrap())).collect()
}

/// Every row of every table, as PostgreSQL writes it.
fn rows(url: &str) -> Vec<u8> {
    let url = url.to_owned();
    let read = move || {
        let mut client = ::postgres::Client::connect(&url, ::postgres::NoTls).unwrap();
        let tables =
            "SELECT table_name::text FROM information_schema.tables WHERE table_schema = 'public'";
        let mut text = String::new();
        for table in client.query(tables, &[]).unwrap() {
            let table: String = table.get(0);
            for row in client.query(&format!("SELECT t::text FROM {table} t"), &[]).unwrap() {
                text.push_str(&row.get::<_, String>(0));
                text.push('\n');
            }
        }
        text.into_bytes()
    };
    std::thread::spawn(read).join().unwrap()
}

/// The program with everything that it can tell, asked everything; answers what it left, and what is in the database.
async fn run(database: &str, folder: &Folder) -> (Planted, Found, Found) {
    let mut command = command(folder, database);
    command.args(["--log", "json", "--metrics", "127.0.0.1:0"]).env("RUST_LOG", "trace");
    command.stderr(Stdio::piped());
    let mut running = start(command).await;
    let mut log = running.child.stderr.take().unwrap();
    let reading = tokio::spawn(async move {
        let mut text = Vec::new();
        log.read_to_end(&mut text).await.unwrap();
        text
    });
    let planted = plant(&Net::at(running.address), "http://localhost").await;
    let figures =
        running.said.lines().find_map(|line| line.strip_prefix("Cijfers: http://")).unwrap();
    let figures = Net::at(figures.strip_suffix("/metrics").unwrap().parse().unwrap());
    let asked = Request::get("/metrics").header("host", "localhost").body(Body::empty()).unwrap();
    let figures = figures.send(asked).await.unwrap().body.to_vec();
    assert!(holds(&figures, b"thuisnabij_answers"));
    let mut data = files(&folder.0);
    if database.starts_with("postgres") {
        data.push(("postgres".into(), rows(database)));
    } else {
        let copy = folder.file("copy.db");
        let mut backup = tokio::process::Command::new(PROGRAM);
        backup.arg("backup").arg(&copy).args(["--database", database]).stdout(Stdio::null());
        assert!(backup.status().await.unwrap().success());
        assert!(data.iter().any(|(name, bytes)| name.ends_with("-wal") && !bytes.is_empty()));
        data.push(("copy".into(), std::fs::read(copy).unwrap()));
    }
    assert!(running.stop().await.success());
    data.extend(files(&folder.0));
    let log = reading.await.unwrap();
    assert!(holds(&log, b"invite/request") && !holds(&log, b"box/give"), "the log was looked at");
    let told = vec![
        ("log".into(), log),
        ("figures".into(), figures),
        ("said".into(), running.said.clone().into_bytes()),
    ];
    (planted, data, told)
}

#[tokio::test]
async fn what_people_write_and_what_is_secret_is_nowhere_and_what_is_opaque_only_in_the_database() {
    let folder = Folder::new();
    let mut databases = vec![folder.file("a.db").display().to_string()];
    databases.extend(postgres::database("canaries"));
    for database in databases {
        let folder_of_its_own = Folder::new();
        let folder = if database.starts_with("postgres") { &folder_of_its_own } else { &folder };
        let (planted, data, told) = run(&database, folder).await;
        for (place, bytes) in data.iter().chain(&told) {
            for word in WRITTEN {
                assert!(!holds(bytes, word.as_bytes()), "{place} holds {word:?}");
            }
            for (name, secret) in &planted.secrets {
                assert!(!holds(bytes, secret), "{place} holds {name}");
            }
        }
        let [space, device] =
            [SPACE.bytes(), begin(1, SPACE).entry().author.bytes()].map(|id| id.to_vec());
        for word in [GIFT, PIECE, &space, &device] {
            assert!(
                data.iter().any(|(_, bytes)| holds(bytes, word)),
                "the search finds what is there"
            );
            for (place, bytes) in &told {
                assert!(!holds(bytes, word), "{place} holds {:?}", String::from_utf8_lossy(word));
            }
        }
    }
}

#[tokio::test]
async fn the_search_finds_a_canary_in_the_open() {
    let folder = Folder::new();
    let site = Site::with(&Place::File(folder.file("a.db")), generous());
    let item = Item::Entry("Kanarie in het open".into());
    site.desk.store().append(SPACE, &[NewRow { hash: [1; 32], chain: None, item }]).await.unwrap();
    assert!(files(&folder.0).iter().any(|(_, bytes)| holds(bytes, b"anarie")));
    for (before, text) in [("", "S2FuYXJpZQ"), ("x", "eEthbmFyaWU"), ("xy", "eHlLYW5hcmll")] {
        assert!(holds(text.as_bytes(), b"Kanarie"), "in base64 after {before:?}");
    }
    assert!(forms(b"Kanarie").iter().all(|form| form.len() >= 7));
}

#[test]
fn no_address_holds_anything_but_the_name_of_a_route() {
    for route in &ROUTES {
        let path = route.path();
        let plain = |letter: char| letter.is_ascii_lowercase() || matches!(letter, '/' | '1');
        assert!(path.chars().all(plain), "{path}");
        assert_eq!(
            route.get,
            route.needs == Needs::Ticket,
            "{path}: only a ticket is in an address"
        );
    }
}

/// `secure_delete`, and a log that is emptied.
#[tokio::test]
async fn what_was_taken_dropped_or_erased_is_in_no_file_any_more() {
    let folder = Folder::new();
    let place = Place::File(folder.file("a.db"));
    let site = Site::with(&place, generous());
    let first = begin(1, SPACE);
    let mut anna = Device::new(1, &first, &site.net, ORIGIN).await;
    assert!(anna.sign_in().await);
    anna.meet().await;
    anna.write("sterke kant", "Noor leest graag").await;
    anna.meet().await;
    let range = Range { part: part(), device: anna.id(), from: 1, to: 1 };
    let envelope = site.desk.store().chain(SPACE, &range).await.unwrap();
    let envelope = Envelope::decode(envelope[0].bytes()).unwrap().body;
    let dropbox = [5; 16];
    let closes = MORNING + 86_400_000;
    let open = api::OpenBox { space: SPACE, dropbox, most: 9, largest: 99, closes };
    anna.ask("box/open", &open).await.message::<api::Done>();
    let give = api::Give { dropbox, sealed: GIFT.to_vec() }.encode();
    site.net.post("box/give", None, give).await.unwrap().message::<api::Done>();
    let put =
        api::PutChunk { space: SPACE, blob: [6; 16], chunks: 1, number: 0, sealed: PIECE.into() };
    anna.ask("blob/put", &put).await.message::<api::Done>();
    let canaries = [("gift", GIFT), ("piece", PIECE), ("envelope", &envelope[..24])];
    let nowhere = Net::at(([127, 0, 0, 1], 1).into());
    anna.net = nowhere;
    drop((site.net, site.desk));
    for (name, bytes) in canaries {
        assert!(
            files(&folder.0).iter().any(|(_, file)| holds(file, bytes)),
            "{name} is there first"
        );
    }
    let site = Site::with(&place, generous());
    anna.net = site.net.clone();
    assert!(anna.sign_in().await);
    let take = api::TakeGifts { space: SPACE, dropbox, hashes: vec![sha256(GIFT)] };
    anna.ask("box/take", &take).await.message::<api::Done>();
    let gone = api::DropBlob { space: SPACE, blob: [6; 16] };
    anna.ask("blob/drop", &gone).await.message::<api::Done>();
    anna.erase().await;
    anna.meet().await;
    anna.net = Net::at(([127, 0, 0, 1], 1).into());
    drop((site.net, site.desk));
    back_up(&folder.file("a.db"), &folder.file("copy.db")).unwrap();
    for (place, file) in files(&folder.0) {
        for (name, bytes) in canaries {
            assert!(!holds(&file, bytes), "{name} is still in {place}");
        }
    }
    drop(Store::open(&place, [7; 16]).unwrap());
}

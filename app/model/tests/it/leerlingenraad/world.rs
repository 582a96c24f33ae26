//! The tekening: layers that lie on each other, nothing overwritten, and the same picture on every device.

use model::refused::Refused;
use model::tekening::drawing::Damaged;
use model::tekening::world::{Area, Laid, Spot, lay};
use model::tekening::{At, Command, Made, Tekening};
use replica::document::Place;

use super::session;

fn begin(id: &str, year: i32) -> Command {
    begin_on(id, &format!("{year}-11-23"))
}

fn begin_on(id: &str, day: &str) -> Command {
    let year = day.get(..4).unwrap_or_default();
    Command::Begin {
        id: id.into(),
        on: day.parse().unwrap(),
        title: format!("Raad {year}"),
        schools: "De Vlinder".into(),
    }
}

fn put(id: &str, layer: &str, spot: Spot, words: &str) -> Command {
    let what = Made { theme: "Samen".into(), words: words.into(), drawing: Vec::new() };
    Command::Put { id: id.into(), layer: layer.into(), spot, what }
}

/// Two councils, the later one with `many` things in each place.
fn grown(many: usize) -> Tekening {
    let mut tekening = Tekening::new(session(1)).unwrap();
    for (council, year) in [("b", 2026), ("a", 2025)] {
        tekening.run(&begin(council, year)).unwrap();
        for spot in Spot::ALL {
            for at in 0..if council == "b" { many } else { 3 } {
                let id = format!("{council}-{}-{at}", spot.slug());
                tekening.run(&put(&id, council, *spot, "samen spelen")).unwrap();
            }
        }
    }
    tekening
}

fn apart(a: Area, b: Area) -> bool {
    a.x + a.width <= b.x || b.x + b.width <= a.x || a.y + a.height <= b.y || b.y + b.height <= a.y
}

fn within(one: &Laid) -> bool {
    Spot::ALL.iter().any(|spot| {
        let (a, b) = (one.at, spot.area());
        a.x >= b.x
            && a.y >= b.y
            && a.x + a.width <= b.x + b.width
            && a.y + a.height <= b.y + b.height
    })
}

#[test]
fn everything_has_a_place_of_its_own_however_many_there_are() {
    for many in [1, 2, 7, 20, 60] {
        let view = grown(many).view();
        let laid = lay(&view, 1);
        assert_eq!(laid.len(), view.elements.len(), "{many} in each place");
        assert!(laid.iter().all(within));
        for (at, one) in laid.iter().enumerate() {
            assert!(laid[at + 1..].iter().all(|other| apart(one.at, other.at)), "{one:?}");
        }
    }
}

/// Ids tell nothing of the time; the newest layer is the one that a next council begins with.
#[test]
fn the_councils_of_one_year_lie_in_the_order_of_their_days_above_what_was_drawn_before() {
    let mut tekening = Tekening::new(session(1)).unwrap();
    for (id, on) in [("a", "2026-11-23"), ("z", "2026-03-02"), ("m", "2025-11-23")] {
        tekening.run(&begin_on(id, on)).unwrap();
    }
    let import = Command::Import {
        id: "zz-eerder".into(),
        year: 2026,
        title: "De eerste tekening".into(),
        image: scan(1),
    };
    tekening.run(&import).unwrap();
    let order = |tekening: &Tekening| {
        tekening.view().layers.iter().map(|one| one.id.clone()).collect::<Vec<_>>()
    };
    assert_eq!(order(&tekening), ["m", "zz-eerder", "z", "a"]);
    tekening.run(&begin_on("a", "2026-01-05")).unwrap();
    assert_eq!(order(&tekening), ["m", "zz-eerder", "z", "a"], "a layer stays where it is");
}

/// What an earlier version wrote has no day and no place of its own.
#[test]
fn a_tekening_without_days_is_still_read() {
    use replica::document::{Document, DocumentError, Value, Writer};
    let mut document = Document::new(session(1)).unwrap();
    let is = Value::Map(
        [("laag", "b"), ("plaats", "weg"), ("woorden", "samen")]
            .map(|(name, value)| (name.to_owned(), value.into()))
            .into(),
    );
    let earlier = |to: &mut Writer<'_>| -> Result<(), DocumentError> {
        to.set(&Place::root("tekening"), "schema", 1)?;
        for id in ["b", "a"] {
            to.add_item("lagen", id)?;
            to.set(&Place::item("lagen", id), "jaar", 2026)?;
            to.set(&Place::item("lagen", id), "titel", "Raad")?;
            to.set(&Place::item("lagen", id), "scholen", "")?;
        }
        to.add_item("dingen", "x")?;
        to.set(&Place::item("dingen", "x"), "is", is.clone())
    };
    document.edit(earlier).unwrap();
    let mut tekening = Tekening::open(document);
    let view = tekening.view();
    let layers: Vec<_> = view.layers.iter().map(|one| (one.id.as_str(), one.on)).collect();
    assert_eq!(layers, [("a", None), ("b", None)]);
    assert_eq!(view.elements[0].spot, Spot::Weg);
    tekening.run(&begin_on("b", "2026-03-02")).unwrap();
    assert!(tekening.view().layers[1].on.is_some(), "its day comes with what is put in it next");
}

#[test]
fn what_was_laid_at_the_wrong_place_moves_and_stays_what_it_is() {
    let mut tekening = grown(1);
    let before = tekening.view().element("a-klas-0").unwrap().clone();
    let to = |spot| Command::Move { id: "a-klas-0".into(), spot };
    tekening.run(&to(Spot::Plein)).unwrap();
    let view = tekening.view();
    let one = view.element("a-klas-0").unwrap();
    assert_eq!((one.spot, &one.made), (Spot::Plein, &before.made));
    let area = Spot::Plein.area();
    let laid = lay(&view, 1).into_iter().find(|one| one.id == "a-klas-0").unwrap();
    assert!(laid.at.x >= area.x && laid.at.y >= area.y, "{laid:?}");
    tekening.undo().unwrap();
    assert_eq!(tekening.view().element("a-klas-0"), Some(&before));
    let nothing = Command::Move { id: "geen".into(), spot: Spot::Weg };
    assert_eq!(tekening.run(&nothing).unwrap_err(), Refused::Gone);
}

#[test]
fn an_earlier_year_shows_only_what_was_there_by_then() {
    let view = grown(4).view();
    assert_eq!(view.layers.iter().map(|one| one.year).collect::<Vec<_>>(), [2025, 2026]);
    assert!(lay(&view, 0).iter().all(|one| one.id.starts_with("a-") && one.is_new));
    assert!(lay(&view, 1).iter().any(|one| one.id.starts_with("a-") && !one.is_new));
}

#[test]
fn two_devices_show_the_same_in_whatever_order_it_came() {
    let (mut one, mut other) =
        (Tekening::new(session(1)).unwrap(), Tekening::new(session(2)).unwrap());
    let mine: Vec<_> = [begin("a", 2025), put("x", "a", Spot::Klas, "rust")]
        .iter()
        .map(|command| one.run(command).unwrap().update.unwrap())
        .collect();
    let theirs: Vec<_> = [begin("b", 2026), put("y", "b", Spot::Klas, "hulp")]
        .iter()
        .map(|command| other.run(command).unwrap().update.unwrap())
        .collect();
    theirs.iter().for_each(|update| {
        one.import(update).unwrap();
    });
    mine.iter().rev().for_each(|update| {
        other.import(update).unwrap();
    });
    assert_eq!(one.view(), other.view());
    assert_eq!(lay(&one.view(), 1), lay(&other.view(), 1));
}

#[test]
fn nothing_that_a_child_made_is_ever_overwritten() {
    let mut tekening = grown(2);
    let before = tekening.view();
    assert_eq!(
        tekening.run(&put("a-klas-0", "b", Spot::Klas, "anders")).unwrap_err(),
        Refused::Exists
    );
    tekening.run(&begin("a", 2031)).unwrap();
    tekening
        .run(&Command::SetDone { id: "a-klas-0".into(), done: "Er is nu een rusthoek.".into() })
        .unwrap();
    let after = tekening.view();
    for one in &before.elements {
        assert_eq!(after.element(&one.id).map(|other| &other.made), Some(&one.made));
    }
    assert_eq!(after.layers[0].year, 2025, "a layer stays in its year");
}

#[test]
fn who_withdraws_leaves_no_hole_and_can_come_back() {
    let mut tekening = grown(6);
    let whole = lay(&tekening.view(), 1);
    let withdraw = |on| Command::Withdraw { id: "b-klas-2".into(), on };
    tekening.run(&withdraw(true)).unwrap();
    let view = tekening.view();
    let laid = lay(&view, 1);
    assert_eq!(laid.len(), whole.len() - 1);
    let first = Area { x: Spot::Klas.area().x, y: Spot::Klas.area().y, ..laid[0].at };
    assert!(laid.iter().any(|one| (one.at.x, one.at.y) == (first.x, first.y)), "they move up");
    assert_eq!(view.elements.len(), tekening.view().elements.len());
    tekening.run(&withdraw(false)).unwrap();
    assert_eq!(lay(&tekening.view(), 1), whole);
}

#[test]
fn nothing_without_words_or_picture_and_no_broken_picture_comes_in() {
    let mut tekening = grown(1);
    assert_eq!(tekening.run(&put("n", "a", Spot::Weg, "  ")).unwrap_err(), Refused::NoText);
    let what = Made { drawing: vec![7, 7, 7], ..Made::default() };
    let broken = Command::Put { id: "n".into(), layer: "a".into(), spot: Spot::Weg, what };
    assert!(matches!(tekening.run(&broken), Err(Refused::NotPossible(_))));
    assert_eq!(model::tekening::drawing::Drawing::unpack(&[7, 7, 7]), Err(Damaged));
    assert_eq!(tekening.run(&put("n", "geen", Spot::Weg, "hoi")).unwrap_err(), Refused::Gone);
}

#[test]
fn words_on_a_slip_keep_within_it_and_say_that_there_is_more() {
    use model::tekening::world::lines;
    assert_eq!(lines("samen buiten spelen", 12, 4), ["samen buiten", "spelen"]);
    assert_eq!(lines("een twee drie vier", 4, 3), ["een", "twee", "dri…"]);
    assert_eq!(lines("schoolpleinen", 6, 3), ["schoo…"]);
    assert!(lines("", 6, 3).is_empty());
}

fn scan(seed: u8) -> Box<model::attachment::Attachment> {
    use chacha20::ChaCha20Rng;
    use chacha20::rand_core::SeedableRng;
    let mut rng = ChaCha20Rng::from_seed([seed; 32]);
    let (blob, _) = replica::blob::seal(b"jpeg", &mut rng).unwrap();
    Box::new(model::attachment::Attachment::new(&blob, "tekening.jpg", "image/jpeg"))
}

/// TEK-6: what was drawn before there was an app is the first layer, and what comes later lies on it.
#[test]
fn a_picture_of_before_is_the_first_layer_and_can_be_taken_down_and_hung_again() {
    let mut tekening = grown(2);
    let image = scan(1);
    let import = Command::Import {
        id: "eerder-2021".into(),
        year: 2021,
        title: "De eerste tekening".into(),
        image: image.clone(),
    };
    tekening.run(&import).unwrap();
    tekening.run(&put("woorden", "eerder-2021", Spot::Klas, "samen leren")).unwrap();
    let view = tekening.view();
    assert_eq!(view.layers.iter().map(|one| one.year).collect::<Vec<_>>(), [2021, 2025, 2026]);
    assert_eq!(view.layers[0].image.as_ref(), Some(&*image));
    assert_eq!(view.elements[0].made.words, "samen leren");
    let down = Command::TakeDown { id: "eerder-2021".into(), blob: image.blob };
    tekening.run(&down).unwrap();
    let view = tekening.view();
    assert_eq!((view.layers.len(), view.layers[0].image.is_none()), (3, true));
    tekening.run(&import).unwrap();
    assert!(tekening.view().layers[0].image.is_some());
    assert_eq!(tekening.view().layers[0].title, "De eerste tekening");
}

/// TEK-6: a place of the picture leads to what was heard there; without it what was heard stays.
#[test]
fn places_on_a_picture_lead_to_what_was_heard_and_belong_to_that_picture() {
    let mut tekening = grown(1);
    let (first, second) = (scan(1), scan(2));
    let hang = |image: &model::attachment::Attachment| Command::Import {
        id: "eerder-2021".into(),
        year: 2021,
        title: "De eerste tekening".into(),
        image: Box::new(image.clone()),
    };
    tekening.run(&hang(&first)).unwrap();
    let at = |x, y| Some(At { picture: first.blob, x, y });
    for (id, words, place) in [
        ("laag", "de poort", at(100, 1_400)),
        ("hoog", "de zon", at(900, 50)),
        ("los", "de lucht", None),
    ] {
        let point = Command::Point { id: id.into(), at: place };
        let both = vec![put(id, "eerder-2021", Spot::Plein, words), point];
        tekening.run(&Command::Together(both)).unwrap();
    }
    let pointed = |tekening: &Tekening| {
        let view = tekening.view();
        let all = view.pointed("eerder-2021").into_iter();
        all.map(|(one, at)| (one.made.words.clone(), at.x, at.y)).collect::<Vec<_>>()
    };
    let both = [("de zon".to_owned(), 900, 50), ("de poort".to_owned(), 100, At::WHOLE)];
    assert_eq!(pointed(&tekening), both, "from top to bottom, and within the picture");
    assert_eq!(lay(&tekening.view(), 0).len(), 3, "all of it lies in the world as well");
    tekening.run(&Command::Withdraw { id: "hoog".into(), on: true }).unwrap();
    assert_eq!(pointed(&tekening), both[1..]);
    tekening.run(&hang(&second)).unwrap();
    assert_eq!(pointed(&tekening), [], "another picture has other places");
    tekening.undo().unwrap();
    tekening.run(&Command::Point { id: "laag".into(), at: None }).unwrap();
    assert_eq!(pointed(&tekening), []);
    assert_eq!(
        tekening.view().element("laag").map(|one| one.made.words.as_str()),
        Some("de poort")
    );
    let nowhere = Command::Point { id: "onbekend".into(), at: at(1, 1) };
    assert!(tekening.run(&nowhere).is_err());
}

/// The one before may have a face in it: it must not stay behind the other, in whatever order their ids stand.
#[test]
fn another_picture_of_a_layer_takes_the_place_of_the_one_before() {
    for (first, second) in [(scan(1), scan(2)), (scan(2), scan(1))] {
        let import = |image: &model::attachment::Attachment| Command::Import {
            id: "eerder-2021".into(),
            year: 2021,
            title: "De eerste tekening".into(),
            image: Box::new(image.clone()),
        };
        let mut tekening = grown(1);
        tekening.run(&import(&first)).unwrap();
        tekening.run(&import(&second)).unwrap();
        assert_eq!(tekening.view().layers[0].image.as_ref(), Some(&*second));
        let kept = tekening.document().registers(&Place::item("lagen", "eerder-2021"));
        let pictures: Vec<_> = kept.keys().filter(|name| name.starts_with("stuk:")).collect();
        assert_eq!(pictures, [&format!("stuk:{}", second.blob)]);
        tekening.undo().unwrap();
        assert_eq!(tekening.view().layers[0].image.as_ref(), Some(&*first), "one step");
    }
}

fn poster(tekening: &Tekening) -> String {
    use model::tekening::poster::{Given, svg};
    let view = tekening.view();
    let given = Given {
        title: "Samen naar school",
        lang: rules::text::Lang::Nl,
        sticker: &|_| ("M0 0Z", "M1 1Z"),
        picture: &|layer| layer.image.as_ref().map(|_| "data:image/jpeg;base64,AA==".into()),
    };
    svg(&view, view.layers.len() - 1, &given)
}

/// TEK-5: whatever the order in which it arrived, and whatever a child wrote.
#[test]
fn the_poster_is_the_same_file_on_every_device_and_nothing_written_breaks_it() {
    let (mut here, mut there) =
        (Tekening::new(session(1)).unwrap(), Tekening::new(session(2)).unwrap());
    let words = "Ik zei: \"a < b & c\"\u{1}";
    let import = Command::Import {
        id: "eerder-2021".into(),
        year: 2021,
        title: "Eerst".into(),
        image: scan(1),
    };
    let all = [begin("a", 2025), begin("b", 2026), put("x", "a", Spot::Plein, words), import];
    let updates = all.map(|command| here.run(&command).unwrap().update.unwrap());
    updates.iter().rev().for_each(|update| {
        there.import(update).unwrap();
    });
    let file = poster(&here);
    assert_eq!(file, poster(&there));
    assert!(file.starts_with("<svg xmlns=") && file.ends_with("</svg>"));
    for part in ["Op het schoolplein", "&lt; b", "2026 · Raad 2026", "<image "] {
        assert!(file.contains(part), "{part}");
    }
    assert!(!file.contains('\u{1}') && !file.contains("style="));
}

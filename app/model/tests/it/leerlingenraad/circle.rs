//! The ways in which a circle goes: the placemat and the talking stick, and a child that says it for itself.

use std::collections::BTreeSet;

use model::inbreng::{Contribution, Way};
use model::leerlingenraad::placemat::{Placemat, Step};
use model::leerlingenraad::seat::{self, Seat};
use model::leerlingenraad::stick::{Stick, token};

fn said(words: &str) -> Option<Vec<Contribution>> {
    let mut one = Contribution::new("vraag-1", Way::Woorden);
    words.clone_into(&mut one.words);
    Some(vec![one])
}

/// KIND-6.
#[test]
fn no_corner_of_a_placemat_is_seen_until_all_are_ready() {
    let mut mat = Placemat::new("vraag-1", 3);
    mat.ready(said("rust"));
    mat.ready(said("buiten"));
    assert_eq!(mat.step(), Step::Corner(2));
    assert_eq!(mat.corners(), []);
    mat.ready(said("samen"));
    assert_eq!(mat.step(), Step::Together);
    let seen: Vec<_> = mat.corners().into_iter().map(|(at, one)| (at, one.words.clone())).collect();
    assert_eq!(seen, [(0, "rust".into()), (1, "buiten".into()), (2, "samen".into())]);
    mat.together("  een stille hoek ");
    mat.back();
    assert_eq!((mat.step(), mat.middle()), (Step::Together, "een stille hoek"));
    mat.together("een stille hoek");
    mat.may(true);
    assert_eq!(mat.step(), Step::End);
    assert_eq!(mat.children(), 3);
    assert!(mat.said().unwrap().may_show);
}

#[test]
fn who_would_rather_not_has_no_corner_and_an_empty_middle_is_fine() {
    let mut mat = Placemat::new("vraag-1", 2);
    mat.ready(None);
    mat.ready(said("rust"));
    mat.together(" ");
    assert_eq!((mat.step(), mat.children(), mat.said()), (Step::End, 1, None));
    let mut none = Placemat::new("vraag-1", 2);
    none.ready(None);
    none.ready(None);
    assert_eq!((none.step(), none.said()), (Step::End, None));
}

/// Below, at and above what a placemat can hold.
#[test]
fn a_placemat_has_two_to_four_corners() {
    for (asked, corners) in [(1, 2), (2, 2), (4, 4), (5, 4)] {
        let mut mat = Placemat::new("vraag-1", asked);
        (0..corners - 1).for_each(|_| mat.ready(said("x")));
        assert!(matches!(mat.step(), Step::Corner(_)), "{asked} asked");
        mat.ready(said("x"));
        assert_eq!(mat.step(), Step::Together, "{asked} asked");
    }
}

#[test]
fn the_stick_comes_to_everybody_as_often() {
    let mut stick = Stick::new(5);
    let mut turns = [0; 5];
    for _ in 0..15 {
        turns[stick.at() as usize] += 1;
        stick.pass_on();
    }
    assert_eq!(turns, [3; 5]);
    assert_eq!((stick.round(), stick.had(0)), (4, false));
    stick.back();
    assert_eq!((stick.at(), stick.round(), stick.had(3)), (4, 3, true));
    assert_eq!(Stick::new(0).at(), 0);
}

#[test]
fn no_two_seats_of_a_circle_look_the_same() {
    let all: BTreeSet<String> = (0..100).map(|seat| format!("{:?}", token(seat))).collect();
    assert_eq!(all.len(), 100);
}

/// A palm that comes down before the pen, and after it.
#[test]
fn a_pen_draws_also_when_the_hand_that_leans_came_first() {
    use model::leerlingenraad::hand::Begins::{Instead, Line, Nothing};
    use model::leerlingenraad::hand::Tool::{Finger, Mouse, Pen};
    use model::leerlingenraad::hand::begins;
    assert_eq!(begins(Pen, true, Some(Finger)), Instead);
    assert_eq!(begins(Finger, true, None), Nothing, "the hand that leans");
    assert_eq!(begins(Finger, true, Some(Pen)), Nothing);
    assert_eq!(begins(Finger, false, None), Line, "where there is no pen");
    assert_eq!(begins(Finger, false, Some(Finger)), Nothing, "one line at a time");
    assert_eq!(begins(Pen, true, Some(Pen)), Nothing);
    assert_eq!((begins(Pen, true, None), begins(Mouse, false, None)), (Line, Line));
}

/// In a dossier there is no tekening; who sees a drawing is the child's own choice.
#[test]
fn a_child_that_says_it_for_itself_is_asked_about_its_drawing_and_not_about_its_words() {
    let raad = super::voice::begun();
    let view = raad.view();
    let mut seat = Seat::alone(view.council("r1").unwrap());
    seat.sit();
    seat.join(true);
    for (way, words) in [(Way::Woorden, "rust"), (Way::Tekenen, ""), (Way::Praten, "samen")] {
        seat.choose(way);
        let question = seat.question().unwrap().0.clone();
        let mut one = Contribution::new(&question, way);
        words.clone_into(&mut one.words);
        if way == Way::Tekenen {
            one.drawing = super::drawing::large();
        }
        seat.answer(one);
        if way == Way::Tekenen {
            assert_eq!(seat.step(), seat::Step::Tell);
            seat.tell("mijn hoek");
            assert_eq!(seat.step(), seat::Step::May);
            seat.may(false);
        }
        assert!(matches!(seat.step(), seat::Step::Ask | seat::Step::Ready));
    }
    assert!(seat.said().unwrap().iter().all(|one| !one.may_show));
}

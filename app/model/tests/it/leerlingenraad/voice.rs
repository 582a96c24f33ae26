//! From planning a council to telling the children what became of what they said, and what the rules say meanwhile.

use chrono::NaiveDate;
use model::inbreng::Way;
use model::leerlingenraad::questions::{Card, Group, Standard, own_cards};
use model::leerlingenraad::watch::watch;
use model::leerlingenraad::{
    Command, CouncilChange, Decision, Leerlingenraad, QuestionChange, Stage, ThemeChange, Words,
};
use model::tekening::world::Spot;
use model::tekening::{self, Tekening};
use rules::parameter::Parameters;
use rules::rule::{Context, Verdict};
use rules::text::Lang;

use super::session;

pub(crate) fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

pub(crate) fn begun() -> Leerlingenraad {
    let mut raad = Leerlingenraad::new(session(1)).unwrap();
    let all = vec![
        Command::Start { name: "PPO-NK".into(), region: "ppo-nk".into() },
        Command::Plan {
            id: "r1".into(),
            title: "Samen buiten spelen".into(),
            on: day("2026-11-23"),
            group: Group::Oud,
        },
    ];
    raad.run(&Command::Together(all)).unwrap();
    for standard in Standard::ALL {
        let id = format!("r1-{}", standard.slug());
        let council = "r1".into();
        raad.run(&Command::AddQuestion {
            id,
            council,
            standard: Some(*standard),
            own: String::new(),
        })
        .unwrap();
    }
    raad
}

pub(crate) fn plan(id: &str, on: &str) -> Command {
    Command::Plan { id: id.into(), title: "Samen leren".into(), on: day(on), group: Group::Oud }
}

pub(crate) fn themed() -> Leerlingenraad {
    let mut raad = begun();
    raad.run(&Command::AddTheme {
        id: "t1".into(),
        council: "r1".into(),
        title: "Een rustige plek".into(),
        spot: Spot::Klas,
    })
    .unwrap();
    raad
}

#[test]
fn the_three_questions_of_the_plan_are_ready_to_use() {
    let view = begun().view();
    let council = view.council("r1").unwrap();
    assert_eq!(council.asked().count(), 3);
    for question in council.asked() {
        assert_eq!(question.ways, Way::ALL, "no way to answer is left out unasked");
        for group in Group::ALL {
            assert!(
                question.asks(*group, Lang::Nl).ends_with('?')
                    || question.asks(*group, Lang::Nl).ends_with("helpt?")
            );
            assert!((2..=5).contains(&question.cards(*group).len()));
        }
    }
}

/// KIND-4 and KIND-11: at most five, never a cross face, and *I do not know* is always beside them.
#[test]
fn no_row_of_cards_is_too_long_and_none_says_what_every_row_says_already() {
    let all = Standard::ALL.iter().flat_map(|one| Group::ALL.iter().map(|group| one.cards(*group)));
    for cards in all.chain(Group::ALL.iter().map(|group| own_cards(*group))) {
        assert!((2..=5).contains(&cards.len()));
        assert!(!cards.contains(&Card::WeetNiet));
    }
}

#[test]
fn a_way_can_be_left_out_and_a_question_in_own_words_needs_words() {
    let mut raad = begun();
    let change = QuestionChange::Way(Way::Praten, false);
    raad.run(&Command::SetQuestion { id: "r1-weggaan".into(), change }).unwrap();
    let view = raad.view();
    let question = &view.council("r1").unwrap().questions[0];
    assert!(!question.ways.contains(&Way::Praten));
    assert_eq!(question.ways.len(), 3);
    let own = Command::AddQuestion {
        id: "e".into(),
        council: "r1".into(),
        standard: None,
        own: " ".into(),
    };
    assert!(raad.run(&own).is_err());
}

#[test]
fn a_theme_is_answered_only_when_the_children_heard() {
    let mut raad = themed();
    let stage = |raad: &Leerlingenraad| raad.view().theme("t1").unwrap().stage();
    assert_eq!(stage(&raad), Stage::Heard);
    let set = |change| Command::SetTheme { id: "t1".into(), change };
    raad.run(&set(ThemeChange::Told(Some(day("2026-12-01"))))).unwrap();
    assert_eq!(stage(&raad), Stage::Heard, "telling before anybody talked about it does not count");
    raad.run(&set(ThemeChange::By("Werkgebied Heiloo".into()))).unwrap();
    raad.run(&set(ThemeChange::Discussed(Some(day("2026-11-30"))))).unwrap();
    assert_eq!(stage(&raad), Stage::Discussed);
    raad.run(&set(ThemeChange::Decision(Some(Decision::Deels)))).unwrap();
    assert_eq!(stage(&raad), Stage::Discussed, "a decision without a reason is none");
    let words = Words::Why("t1".into());
    raad.run(&Command::Write {
        words, base: String::new(), text: "Er is één lokaal vrij.".into()
    })
    .unwrap();
    assert_eq!(stage(&raad), Stage::Told);
    let view = raad.view();
    assert!(view.unanswered(day("2026-12-02")).is_empty());
}

#[test]
fn how_long_children_wait_for_an_answer_is_shown() {
    let view = themed().view();
    let open = view.unanswered(day("2026-12-03"));
    assert_eq!(open.len(), 1);
    assert_eq!(open[0].1, Some(10));
}

#[test]
fn what_is_typed_shows_as_the_document_will_have_it() {
    let mut raad = themed();
    for words in [
        Words::Promised("r1".into()),
        Words::Heard("t1".into()),
        Words::Why("t1".into()),
        Words::Back("t1".into()),
    ] {
        let command =
            Command::Write { words, base: String::new(), text: "Wij kijken ernaar.".into() };
        let mut view = raad.view();
        view.patch(&command);
        raad.run(&command).unwrap();
        assert_eq!(view, raad.view());
    }
}

#[test]
fn the_rules_of_the_plan_watch_the_councils() {
    let parameters = Parameters::national().unwrap();
    let context = Context::new(day("2026-11-24"), Some("ppo-nk"), &parameters).keeping();
    let verdict = |raad: &Leerlingenraad, drawing: Option<&tekening::View>, rule: &str| {
        let all = watch(&raad.view(), drawing, &context);
        all.iter().find(|one| one.answer.rule == rule).map(|one| one.answer.verdict)
    };
    let mut raad = begun();
    assert_eq!(
        verdict(&raad, None, "STM-01"),
        Some(Verdict::Onbekend),
        "its day is over, and nobody said whether it took place"
    );
    assert_eq!(verdict(&raad, None, "STM-02"), None, "nobody was asked anything yet");
    let held = |on| Command::SetCouncil { id: "r1".into(), change: CouncilChange::Held(on) };
    raad.run(&held(true)).unwrap();
    assert_eq!(verdict(&raad, None, "STM-01"), Some(Verdict::Voldoet));
    assert_eq!(verdict(&raad, None, "STM-02"), Some(Verdict::Voldoet));
    assert_eq!(
        verdict(&raad, None, "STM-03"),
        Some(Verdict::Onbekend),
        "nobody looked at the picture"
    );
    let mut drawing = Tekening::new(session(1)).unwrap();
    let begin = |id: &str, on| tekening::Command::Begin {
        id: id.into(),
        on: day(on),
        title: "Raad".into(),
        schools: String::new(),
    };
    drawing.run(&begin("r0", "2025-11-23")).unwrap();
    drawing.run(&begin("r1", "2026-11-23")).unwrap();
    let what = tekening::Made { words: "samen".into(), ..Default::default() };
    let put = tekening::Command::Put { id: "x".into(), layer: "r1".into(), spot: Spot::Klas, what };
    drawing.run(&put).unwrap();
    assert_eq!(verdict(&raad, Some(&drawing.view()), "STM-03"), Some(Verdict::Voldoet));
    raad.run(&held(false)).unwrap();
    raad.run(&plan("r2", "2027-03-01")).unwrap();
    assert_eq!(verdict(&raad, None, "STM-01"), Some(Verdict::MensBeslist), "one is planned");
    for id in ["r1", "r2"] {
        let change = CouncilChange::Gone(true);
        raad.run(&Command::SetCouncil { id: id.into(), change }).unwrap();
    }
    assert_eq!(verdict(&raad, None, "STM-01"), Some(Verdict::VoldoetNiet));
}

#[test]
fn a_child_that_would_rather_not_leaves_nothing() {
    use model::leerlingenraad::seat::{Seat, Step};
    let view = begun().view();
    let mut seat = Seat::free(view.council("r1").unwrap());
    seat.sit();
    assert_eq!(seat.step(), Step::Begin);
    seat.join(false);
    assert_eq!((seat.step(), seat.said()), (Step::End, None));
}

#[test]
fn a_child_goes_back_and_on_and_nothing_that_was_made_is_lost() {
    use model::inbreng::Contribution;
    use model::leerlingenraad::seat::{Seat, Step};
    let view = begun().view();
    let mut seat = Seat::free(view.council("r1").unwrap());
    seat.sit();
    seat.join(true);
    assert_eq!((seat.step(), seat.number()), (Step::Ask, (1, 3)));
    seat.choose(Way::Tekenen);
    let (question, _) = seat.question().unwrap().clone();
    seat.answer(Contribution::new(&question, Way::Tekenen));
    assert_eq!(seat.step(), Step::Ask, "nothing drawn is nothing said, and no step on");
    seat.choose(Way::Tekenen);
    let drawn = Contribution { drawing: vec![1], ..Contribution::new(&question, Way::Tekenen) };
    seat.answer(drawn.clone());
    assert_eq!(seat.step(), Step::Tell);
    seat.back();
    assert_eq!((seat.step(), seat.now()), (Step::Answer(Way::Tekenen), Some(&drawn)));
    seat.answer(drawn);
    seat.tell("wij delen de bal");
    seat.may(true);
    assert_eq!((seat.step(), seat.number()), (Step::Ask, (2, 3)));
    seat.choose(Way::Kiezen);
    let (question, _) = seat.question().unwrap().clone();
    seat.answer(Contribution {
        choice: "hulp".into(),
        ..Contribution::new(&question, Way::Kiezen)
    });
    assert_eq!(seat.number(), (3, 3), "a card needs no more questions");
    seat.choose(Way::Woorden);
    seat.stop();
    assert_eq!(seat.step(), Step::Ready);
    seat.end();
    let said = seat.said().unwrap();
    assert_eq!((seat.step(), said.len()), (Step::End, 2));
    assert!(said[0].may_show && said[0].words == "wij delen de bal");
    assert!(!said[1].may_show);
}

/// A child at the first question of a council.
fn seated() -> model::leerlingenraad::seat::Seat {
    let view = begun().view();
    let mut seat = model::leerlingenraad::seat::Seat::free(view.council("r1").unwrap());
    seat.sit();
    seat.join(true);
    seat
}

/// What a child made at the question that is asked now.
fn made(
    seat: &model::leerlingenraad::seat::Seat,
    way: Way,
    words: &str,
) -> model::inbreng::Contribution {
    let mut one = model::inbreng::Contribution::new(&seat.question().unwrap().0, way);
    match way {
        Way::Tekenen => one.drawing = words.as_bytes().to_vec(),
        Way::Kiezen => words.clone_into(&mut one.choice),
        Way::Woorden | Way::Praten => words.clone_into(&mut one.words),
    }
    one
}

#[test]
fn a_step_back_and_another_way_destroy_nothing_that_a_child_made() {
    use model::leerlingenraad::seat::Step;
    let mut seat = seated();
    seat.choose(Way::Tekenen);
    let drawn = made(&seat, Way::Tekenen, "tien minuten werk");
    seat.back_with(drawn.clone());
    assert_eq!(seat.step(), Step::Ask);
    seat.choose(Way::Woorden);
    let written = made(&seat, Way::Woorden, "rust");
    seat.back_with(written.clone());
    seat.choose(Way::Tekenen);
    assert_eq!(seat.now(), Some(&drawn));
    seat.answer(drawn.clone());
    let told = model::inbreng::Contribution { words: "mijn hoek".into(), ..drawn };
    seat.back_with(told.clone());
    assert_eq!((seat.step(), seat.now()), (Step::Answer(Way::Tekenen), Some(&told)));
    seat.back();
    seat.choose(Way::Woorden);
    seat.answer(written.clone());
    seat.may(false);
    seat.stop();
    seat.end();
    assert_eq!(seat.said(), Some(vec![written]), "one answer to a question goes along");
}

#[test]
fn what_a_child_took_back_does_not_go_along_when_it_skips_the_question() {
    let mut seat = seated();
    seat.choose(Way::Woorden);
    let written = made(&seat, Way::Woorden, "toch maar niet");
    seat.answer(written);
    seat.back();
    seat.back();
    seat.skip();
    assert_eq!(seat.number(), (2, 3));
    seat.stop();
    assert_eq!(seat.said(), Some(Vec::new()));
}

/// KIND-11: a card, *Mag erbij*, skipping and stopping go on at once, so each of them can be taken back.
#[test]
fn a_wrong_tap_can_be_taken_back_until_the_child_says_that_it_is_ready() {
    use model::leerlingenraad::seat::Step;
    let mut seat = seated();
    seat.choose(Way::Woorden);
    seat.answer(made(&seat, Way::Woorden, "rust"));
    seat.may(true);
    seat.back();
    assert_eq!((seat.step(), seat.number()), (Step::May, (1, 3)));
    seat.may(false);
    seat.choose(Way::Kiezen);
    seat.answer(made(&seat, Way::Kiezen, "hulp"));
    seat.back();
    assert_eq!((seat.step(), seat.number()), (Step::Answer(Way::Kiezen), (2, 3)));
    seat.answer(made(&seat, Way::Kiezen, "rust"));
    seat.stop();
    seat.back();
    assert_eq!((seat.step(), seat.number()), (Step::Ask, (3, 3)), "who did not mean to stop");
    seat.skip();
    assert_eq!(seat.step(), Step::Ready);
    seat.back();
    assert_eq!((seat.step(), seat.number()), (Step::Ask, (3, 3)), "who did not mean to skip");
    seat.skip();
    seat.end();
    seat.back();
    assert_eq!(seat.step(), Step::End, "what is kept is not to be had here any more");
    let said = seat.said().unwrap();
    assert_eq!((said[0].may_show, said[0].words.as_str()), (false, "rust"));
    assert_eq!((said[1].choice.as_str(), said.len()), ("rust", 2));
}

#[test]
fn who_would_rather_not_after_all_goes_back_before_the_first_question() {
    use model::leerlingenraad::seat::Step;
    let mut seat = seated();
    seat.back();
    assert_eq!(seat.step(), Step::Begin);
    seat.join(false);
    assert_eq!((seat.step(), seat.said()), (Step::End, None));
}

#[test]
fn every_child_begins_with_the_same_empty_place() {
    use model::leerlingenraad::seat::Seat;
    let view = begun().view();
    let council = view.council("r1").unwrap();
    let mut first = Seat::free(council);
    first.sit();
    first.join(true);
    first.choose(Way::Woorden);
    first.stop();
    assert_eq!(Seat::free(council), Seat::free(council));
    assert_eq!(format!("{:?}", Seat::free(council)).matches("Contribution").count(), 0);
}

#[test]
fn what_children_say_waits_beside_the_agenda_of_who_can_decide_and_only_once() {
    use model::meeting::Meeting;
    let view = themed().view();
    let theme = view.theme("t1").unwrap();
    let mut meeting = Meeting::new(session(1)).unwrap();
    meeting.run(&theme.propose(Lang::Nl)).unwrap();
    assert!(meeting.run(&theme.propose(Lang::Nl)).is_err());
    let shown = meeting.view();
    assert!(format!("{shown:?}").contains("Kinderen zeggen: Een rustige plek"));
}

#[test]
fn a_sentence_that_was_changed_is_not_heard_in_the_recording_of_before() {
    use chacha20::ChaCha20Rng;
    use chacha20::rand_core::SeedableRng;
    use model::attachment::{self, Attachment};
    use model::leerlingenraad::voice::{name, sentences};
    let said = sentences("Wij vragen wat jij vindt. Wat vind jij?  Zeg het!");
    assert_eq!(said, ["Wij vragen wat jij vindt.", "Wat vind jij?", "Zeg het!"]);
    assert_eq!(sentences("Een rustige plek"), ["Een rustige plek"]);
    let mut rng = ChaCha20Rng::from_seed([3; 32]);
    let (blob, _) = replica::blob::seal(b"stem", &mut rng).unwrap();
    let sound = Attachment::new(&blob, "stem.webm", "audio/webm");
    let mut raad = begun();
    let record = |sound: Option<Attachment>| Command::Record {
        sentence: name("Wat vind jij?"),
        sound: sound.map(Box::new),
    };
    raad.run(&record(Some(sound.clone()))).unwrap();
    let view = raad.view();
    assert_eq!(view.voices.get(&name(" Wat vind jij? ")), Some(&sound));
    assert_eq!(view.voices.get(&name("Wat vinden jullie?")), None);
    assert_eq!(attachment::all(raad.document()).len(), 1, "it goes along to who is in the space");
    raad.run(&record(None)).unwrap();
    assert!(raad.view().voices.is_empty());
}

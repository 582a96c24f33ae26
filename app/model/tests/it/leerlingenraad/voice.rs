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

fn day(text: &str) -> NaiveDate {
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

fn plan(id: &str, on: &str) -> Command {
    Command::Plan { id: id.into(), title: "Samen leren".into(), on: day(on), group: Group::Oud }
}

fn themed() -> Leerlingenraad {
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
fn a_question_is_asked_in_other_words_and_in_another_place() {
    let mut raad = begun();
    let asks = |raad: &Leerlingenraad| {
        let view = raad.view();
        let council = view.council("r1").unwrap();
        council.asked().map(|one| one.asks(Group::Oud, Lang::Nl)).collect::<Vec<_>>()
    };
    let plan = asks(&raad);
    let own = |id: &str, text: &str| Command::SetQuestion {
        id: id.into(),
        change: QuestionChange::Own(text.into()),
    };
    raad.run(&own("r1-school", " Wordt het leuker? ")).unwrap();
    let go = |raad: &mut Leerlingenraad, later| {
        let command = raad.view().council("r1").unwrap().moved("r1-school", later);
        command.map(|command| raad.run(&command).unwrap())
    };
    assert_eq!(go(&mut raad, true), None, "it is the last");
    assert!(go(&mut raad, false).is_some());
    assert_eq!(asks(&raad)[1], "Wordt het leuker?");
    assert!(go(&mut raad, false).is_some());
    assert_eq!(asks(&raad), ["Wordt het leuker?", &plan[0], &plan[1]]);
    assert_eq!(go(&mut raad, false), None, "it is the first");
    go(&mut raad, true);
    assert_eq!(asks(&raad), [&plan[0], "Wordt het leuker?", &plan[1]]);
    raad.run(&own("r1-school", "")).unwrap();
    assert_eq!(asks(&raad)[1], plan[2], "it has words of the plan to go back to");
    let (id, council, standard) = ("e".to_owned(), "r1".to_owned(), None);
    raad.run(&Command::AddQuestion { id, council, standard, own: "En jij?".into() }).unwrap();
    assert!(raad.run(&own("e", " ")).is_err(), "it has none");
}

#[test]
fn dots_are_about_what_helps_in_the_words_of_this_council() {
    let mut raad = begun();
    let about = |raad: &Leerlingenraad| raad.view().council("r1").unwrap().at_dots(Lang::Nl);
    let plan = Standard::Blijven.asks(Group::Oud).get(Lang::Nl);
    assert_eq!(about(&raad), plan);
    let set = |change| Command::SetQuestion { id: "r1-blijven".into(), change };
    raad.run(&set(QuestionChange::Own("Wat helpt Sam?".into()))).unwrap();
    assert_eq!(about(&raad), "Wat helpt Sam?");
    raad.run(&set(QuestionChange::Gone(true))).unwrap();
    assert_eq!(about(&raad), plan, "the cards are about it, whoever asks");
}

/// KIND-8: the children of one council hear about their own words.
#[test]
fn a_sheet_for_children_is_of_one_council() {
    let mut raad = begun();
    raad.run(&plan("r2", "2027-03-01")).unwrap();
    for (id, council) in [("t1", "r1"), ("t2", "r2"), ("t3", "r2")] {
        let (title, spot) = ("Een rustige plek".to_owned(), Spot::Klas);
        raad.run(&Command::AddTheme { id: id.into(), council: council.into(), title, spot })
            .unwrap();
    }
    assert_eq!(raad.view().answered().count(), 0);
    for id in ["t1", "t2"] {
        let set = |change| Command::SetTheme { id: id.into(), change };
        let words = Words::Why(id.into());
        let all = vec![
            set(ThemeChange::By("Werkgebied Heiloo".into())),
            set(ThemeChange::Discussed(Some(day("2027-03-02")))),
            set(ThemeChange::Decision(Some(Decision::Nee))),
            Command::Write { words, base: String::new(), text: "Er is geen geld.".into() },
        ];
        raad.run(&Command::Together(all)).unwrap();
    }
    let view = raad.view();
    assert_eq!(view.answered().map(|one| one.id.as_str()).collect::<Vec<_>>(), ["r2", "r1"]);
    assert_eq!(view.answers_of("r2").map(|one| one.id.as_str()).collect::<Vec<_>>(), ["t2"]);
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

/// A cancelled one, or one of which nothing was laid down, would else stay the next one for ever.
#[test]
fn a_council_that_was_held_or_taken_away_makes_room_for_the_next() {
    for change in [CouncilChange::Held(true), CouncilChange::Gone(true)] {
        let mut raad = begun();
        raad.run(&plan("r2", "2027-03-01")).unwrap();
        let today = day("2026-11-23");
        let unsaid = |raad: &Leerlingenraad| {
            raad.view().unsaid(today).map(|one| one.id.clone()).collect::<Vec<_>>()
        };
        assert_eq!(raad.view().next().map(|one| one.id.as_str()), Some("r1"));
        assert_eq!(unsaid(&raad), ["r1"], "on the day itself");
        assert_eq!(raad.view().unsaid(day("2026-11-22")).count(), 0, "not before it");
        raad.run(&Command::SetCouncil { id: "r1".into(), change }).unwrap();
        assert_eq!(raad.view().next().map(|one| one.id.as_str()), Some("r2"));
        assert!(unsaid(&raad).is_empty());
    }
}

/// KIND-8: a council begins with what became of what children said the last time, which need not be the one before it.
#[test]
fn a_council_goes_on_from_the_last_one_that_was_held() {
    let mut raad = themed();
    for (id, on) in [("r2", "2027-01-11"), ("r3", "2027-03-01")] {
        raad.run(&plan(id, on)).unwrap();
    }
    let before = |raad: &Leerlingenraad| raad.view().before("r3").map(|one| one.id.clone());
    assert_eq!(before(&raad), None, "none was held");
    let held = Command::SetCouncil { id: "r1".into(), change: CouncilChange::Held(true) };
    raad.run(&held).unwrap();
    assert_eq!(before(&raad).as_deref(), Some("r1"));
    assert_eq!(raad.view().before("r1"), None, "never itself");
    let write =
        |words, text: &str| Command::Write { words, base: String::new(), text: text.into() };
    raad.run(&write(Words::Why("t1".into()), "Er is één lokaal vrij.")).unwrap();
    let answer = |raad: &Leerlingenraad| raad.view().theme("t1").unwrap().answer().to_owned();
    assert_eq!(answer(&raad), "Er is één lokaal vrij.");
    raad.run(&write(Words::Back("t1".into()), "Er komt een stille hoek.")).unwrap();
    assert_eq!(answer(&raad), "Er komt een stille hoek.");
}

/// The plan for children says that they heard about it.
#[test]
fn only_what_the_children_heard_stands_in_their_plan() {
    use model::leerlingenraad::junior;
    let mut raad = themed();
    let set = |change| Command::SetTheme { id: "t1".into(), change };
    let words = Words::Why("t1".into());
    let steps = [
        set(ThemeChange::Used(true)),
        set(ThemeChange::By("Werkgebied Heiloo".into())),
        set(ThemeChange::Discussed(Some(day("2026-11-30")))),
        set(ThemeChange::Decision(Some(Decision::Ja))),
        Command::Write { words, base: String::new(), text: "Er is één lokaal vrij.".into() },
    ];
    for step in steps {
        raad.run(&step).unwrap();
        assert_eq!(junior::heard(&raad.view()).count(), 0, "{step:?}");
    }
    raad.run(&set(ThemeChange::Told(Some(day("2026-12-01"))))).unwrap();
    assert_eq!(junior::heard(&raad.view()).count(), 1);
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
    let said = seat.said().unwrap();
    assert_eq!((seat.step(), said.len()), (Step::End, 2));
    assert!(said[0].may_show && said[0].words == "wij delen de bal");
    assert!(!said[1].may_show);
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

/// Vandaag: answers that wait go before all, as there may be a worry in them.
#[test]
fn a_council_reminds_when_its_day_comes_and_when_answers_wait() {
    use model::address::Target;
    use model::vandaag::{Voices, What, When, councils};
    use replica::id::SpaceId;
    let mut raad = begun();
    let says = |raad: &Leerlingenraad, waits: bool, today: &str| {
        let (view, space) = (raad.view(), SpaceId::from_bytes([5; 16]));
        let all = councils(space, &view, &|_| waits, day(today)).into_iter();
        let one = |one: model::vandaag::Reminder| match one.what {
            What::Council { step, .. } => Some((step, one.when, one.target)),
            _ => None,
        };
        all.filter_map(one).collect::<Vec<_>>()
    };
    let on = day("2026-11-23");
    let id = || "r1".to_owned();
    assert_eq!(says(&raad, false, "2026-11-08"), [], "fifteen days before");
    let prepare = [(Voices::Prepare, When::Coming(on), Target::Council(id()))];
    assert_eq!(says(&raad, false, "2026-11-09"), prepare, "fourteen days before");
    let hold = [(Voices::Hold, When::Today, Target::Circle(id()))];
    assert_eq!(says(&raad, false, "2026-11-23"), hold);
    let late = [(Voices::SayHeld, When::Late(on), Target::Council(id()))];
    assert_eq!(says(&raad, false, "2026-11-24"), late);
    let look = [(Voices::LookOver, When::Today, Target::LookOver(id()))];
    assert_eq!(says(&raad, true, "2026-11-24"), look);
    let set = |change| Command::SetCouncil { id: "r1".into(), change };
    raad.run(&set(CouncilChange::Held(true))).unwrap();
    assert_eq!(says(&raad, false, "2026-11-24"), []);
    assert_eq!(says(&raad, true, "2026-11-24"), look, "more came in");
    raad.run(&set(CouncilChange::Gone(true))).unwrap();
    assert_eq!(says(&raad, true, "2026-11-24"), []);
}

//! A council before its children come and after they were there: its questions, whether it took place, what it begins with,
//! and what the children get back.

use model::leerlingenraad::questions::{Group, Standard};
use model::leerlingenraad::{
    Command, CouncilChange, Decision, Leerlingenraad, QuestionChange, ThemeChange, Words,
};
use model::tekening::world::Spot;
use rules::text::Lang;

use super::voice::{begun, day, plan, themed};

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

//! The child's own side of a dossier, answered by the child itself in the ways of a leerlingenraad: words, drawing, choosing,
//! telling (KIND-3; the right to be heard, L-14). The questions are those of the dossier, in words for a child.

use chrono::NaiveDate;
use rules::text::{Lang, Text, t};

use super::command::{Command, NewTold, Side};
use super::view::{Question, View};
use crate::inbreng::{Contribution, Way};
use crate::leerlingenraad::questions::{Card, Group, Standard};
use crate::leerlingenraad::{self, Council};
use crate::ouder::{self, Language};

/// The question as a child reads it.
pub(crate) const fn asks(question: ouder::Question) -> Text {
    match question {
        ouder::Question::Blij => t("Waar word jij blij van?", "What makes you happy?"),
        ouder::Question::Goed => t("Waar ben jij goed in?", "What are you good at?"),
        ouder::Question::Thuis => {
            t("Hoe voel jij je na een schooldag?", "How do you feel after a school day?")
        }
        ouder::Question::Moeilijk => t("Wat is moeilijk voor jou?", "What is hard for you?"),
        ouder::Question::Helpt => t("Wat helpt jou?", "What helps you?"),
        ouder::Question::Wens => t("Wat zou jij graag willen?", "What would you like?"),
        ouder::Question::Weten => {
            t("Wat moet de school nog van jou weten?", "What else should the school know of you?")
        }
    }
}

/// What is asked, as the children's screen takes it.
pub fn asked(view: &View, group: Group, lang: Lang) -> Council {
    let one = |one: &Question| leerlingenraad::Question {
        id: one.id.clone(),
        // Its cards are about what helps; faces fit a feeling. Cards that do not answer the question are no way to answer.
        standard: (one.question == Some(ouder::Question::Helpt)).then_some(Standard::Blijven),
        own: one.question.map_or_else(|| one.own.clone(), |one| asks(one).get(lang).to_owned()),
        ways: Way::ALL.iter().copied().filter(|way| fits(*way, one.question)).collect(),
        gone: false,
    };
    Council {
        id: String::new(),
        title: String::new(),
        on: None,
        group,
        schools: String::new(),
        promised: String::new(),
        questions: view.asked().map(one).collect(),
        held: false,
        drawn: false,
        gone: false,
    }
}

fn fits(way: Way, question: Option<ouder::Question>) -> bool {
    let with_cards = matches!(question, Some(ouder::Question::Helpt | ouder::Question::Thuis));
    way != Way::Kiezen || with_cards
}

/// What the child said, as one step: each answer a text of its own. A card becomes its words.
pub fn told(
    view: &View,
    said: &[Contribution],
    on: NaiveDate,
    lang: Lang,
    ids: &mut dyn FnMut() -> String,
) -> Command {
    let one = |one: &Contribution| {
        let card = Card::from_slug(&one.choice).map(|card| card.label().get(lang).to_owned());
        let told = Box::new(NewTold {
            side: Side::Kind,
            question: one.question.clone(),
            author: view.name.clone(),
            guardian: None,
            text: card.unwrap_or_else(|| one.words.clone()),
            language: match lang {
                Lang::Nl => Language::Nl,
                Lang::En => Language::En,
            },
            pictures: Vec::new(),
            on,
            interpreter: None,
        });
        let id = ids();
        match one.drawing.clone() {
            drawing if drawing.is_empty() => Command::Tell { id, told },
            drawing => Command::TellDrawn { id, told, drawing, kept_back: !one.may_show },
        }
    };
    Command::Together(said.iter().filter(|one| !one.is_empty()).map(one).collect())
}

#[cfg(test)]
mod tests {
    use super::super::tests::{begun, day};
    use super::*;
    use crate::tekening::drawing::{Drawing, Mark, Sticker};

    #[test]
    fn every_question_of_the_dossier_can_be_answered_in_three_ways_at_least() {
        let view = begun().view();
        let council = asked(&view, Group::Oud, Lang::Nl);
        assert_eq!(council.questions.len(), view.asked().count());
        for question in &council.questions {
            assert!(question.ways.len() >= 3, "{question:?}");
            assert!(!question.asks(Group::Oud, Lang::Nl).contains("uw kind"), "words for a child");
        }
    }

    #[test]
    fn what_a_child_draws_and_says_stands_on_its_own_side_under_its_name() {
        let mut dossier = begun();
        let view = dossier.view();
        let question = view.asked().next().unwrap().id.clone();
        let sticker = Mark::Sticker { sticker: Sticker::Hart, x: 800, y: 600 };
        let drawing = Drawing { marks: vec![sticker] }.pack();
        let drawn =
            Contribution { drawing: drawing.clone(), ..Contribution::new(&question, Way::Tekenen) };
        let words = Contribution {
            words: "Ik lees graag.".into(),
            ..Contribution::new(&question, Way::Woorden)
        };
        let nothing = Contribution::new(&question, Way::Woorden);
        let mut number = 0;
        let mut ids = || {
            number += 1;
            format!("k{number}")
        };
        let command = told(&view, &[drawn, words, nothing], day(20), Lang::Nl, &mut ids);
        dossier.run(&command).unwrap();
        let told = dossier.view().told;
        assert_eq!(told.len(), 2);
        assert!(told.iter().all(|one| one.side == Some(Side::Kind) && one.author == view.name));
        assert!(told.iter().any(|one| one.drawing == drawing));
        assert!(told.iter().any(|one| one.text == "Ik lees graag."));
    }

    #[test]
    fn bytes_that_are_no_drawing_are_refused() {
        let mut dossier = begun();
        let view = dossier.view();
        let question = view.asked().next().unwrap().id.clone();
        let mut one = Contribution::new(&question, Way::Tekenen);
        one.drawing = vec![9, 9];
        let command = told(&view, &[one], day(20), Lang::Nl, &mut || "k1".into());
        assert!(dossier.run(&command).is_err());
    }
}

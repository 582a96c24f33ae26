//! The fields of the councils in the words of the screen, for a choice between two values.

use rules::text::{Lang, Text, t};

use super::command::{Command, Decision, Field};
use super::layout;
use super::questions::Group;
use super::view::View;
use crate::field::{Choice, Contested};
use crate::inbreng::Way;
use crate::tekening::world::Spot;
use crate::words::plain;

impl Contested for Field {
    type View = View;
    type Command = Command;

    /// What a person calls it: "Buiten spelen: Besluit". A name that this version does not know stays as it is written.
    fn name(&self, view: &View, lang: Lang) -> String {
        let (whole, name) = match self {
            Self::Itself(name) => (None, name),
            Self::Council { id, name } => (view.council(id).map(|one| one.title.clone()), name),
            Self::Theme { id, name } => (view.theme(id).map(|one| one.title.clone()), name),
            Self::Question { id, name } => {
                let mut all = view.councils.iter().flat_map(|one| {
                    one.questions.iter().map(move |question| (one.group, question))
                });
                let found = all.find(|(_, question)| question.id == *id);
                (found.map(|(group, question)| question.asks(group, lang)), name)
            }
        };
        let way = layout::without_of(name).and_then(Way::from_slug).map(Way::label);
        let voice = layout::voice_of(name).map(|_| t("Ingesproken zin", "Recorded sentence"));
        let title =
            way.or(voice).or_else(|| known(name)).map_or(name.as_str(), |text| text.get(lang));
        whole.map_or_else(|| title.to_owned(), |whole| format!("{whole}: {title}"))
    }

    fn value(&self, choice: &Choice, _: &View, lang: Lang) -> String {
        let slug = choice.value.text().unwrap_or_default();
        let label = Decision::from_slug(slug)
            .map(Decision::label)
            .or_else(|| Group::from_slug(slug).map(Group::label))
            .or_else(|| Spot::from_slug(slug).map(Spot::label));
        label.map_or_else(|| plain(&choice.value, lang), |text| text.get(lang).to_owned())
    }

    fn choose(self, write: String) -> Command {
        Command::Choose { field: self, write }
    }
}

fn known(name: &str) -> Option<Text> {
    Some(match name {
        layout::NAME => t("Naam", "Name"),
        layout::REGION => t("Samenwerkingsverband", "Samenwerkingsverband"),
        layout::KEEPS => t("Plan aanhouden", "Keep to the plan"),
        layout::TITLE => t("Titel", "Title"),
        layout::ON => t("Dag", "Day"),
        layout::GROUP => t("Voor welke groepen", "For which groups"),
        layout::SCHOOLS => t("Scholen", "Schools"),
        layout::HELD => t("Gehouden", "Held"),
        layout::DRAWN => t("In de tekening", "In the drawing"),
        layout::GONE => t("Weggehaald", "Taken away"),
        layout::OWN => t("De vraag", "The question"),
        layout::SPOT => t("Plaats", "Place"),
        layout::BY => t("Besproken door", "Discussed by"),
        layout::DISCUSSED => t("Besproken op", "Discussed on"),
        layout::DECISION => t("Besluit", "Decision"),
        layout::TOLD => t("Verteld aan de kinderen op", "Told to the children on"),
        layout::USED => t("Gebruikt", "Used"),
        _ => return None,
    })
}

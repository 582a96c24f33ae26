//! The log of who did what, as sentences.

use replica::id::{DeviceId, Hash};
use replica::member::PartRule;
use replica::space::{Deed, Space, Told};
use rules::notation::sentence_case;
use rules::text::{Text, t};

use super::people::Names;
use super::{Telling, roles};

/// One line of the log.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sentence {
    pub entry: Hash,
    pub text: String,
    /// By the clock of who did it, and only to be shown.
    pub when: String,
    /// Why it does not count, or that it was not sent.
    pub remark: Option<&'static str>,
}

const VOID: Text = t(
    "Dit geldt niet: wie het deed, verloor op hetzelfde moment het beheer.",
    "This does not count: who did it lost the right to manage at the same time.",
);
const UNSENT: Text = t("Nog niet verzonden.", "Not sent yet.");

/// Everything that was decided, the newest first. `titles` names a part.
pub fn sentences(
    space: &Space,
    titles: &dyn Fn(replica::id::PartId) -> Option<String>,
    telling: Telling<'_>,
) -> Vec<Sentence> {
    let names = Names::of(space);
    let lines = space.story().into_iter().rev();
    lines.map(|told| sentence(&told, &names, titles, telling)).collect()
}

fn sentence(
    told: &Told,
    names: &Names,
    titles: &dyn Fn(replica::id::PartId) -> Option<String>,
    telling: Telling<'_>,
) -> Sentence {
    let remark = match (told.is_void, told.waits) {
        (true, _) => Some(telling.text(VOID)),
        (false, true) => Some(telling.text(UNSENT)),
        (false, false) => None,
    };
    let who = sentence_case(&names.subject(told.author, telling));
    let name = |device: &DeviceId| names.name(*device, telling);
    let say = |text: Text, gaps: &[&str]| telling.fill(text, &[&[who.as_str()], gaps].concat());
    let text = match &told.deed {
        Deed::Began => say(t("{} begon deze ruimte.", "{} began this space."), &[]),
        Deed::LetIn { device, role } => say(
            t("{} liet {} toe: {}.", "{} let {} in: {}."),
            &[&name(device), telling.text(names.role(*device, *role))],
        ),
        Deed::GaveRole { device, role } => say(
            t("{} gaf {} een andere rol: {}.", "{} gave {} another role: {}."),
            &[&name(device), telling.text(roles::name(*role))],
        ),
        Deed::Removed { devices } => {
            let gone: Vec<_> = devices.iter().map(name).collect();
            let text = t(
                "{} haalde {} eruit. De anderen kregen een nieuwe sleutel.",
                "{} removed {}. The others got a new key.",
            );
            say(text, &[&telling.list(&gone)])
        }
        Deed::NewKey => say(t("{} maakte een nieuwe sleutel.", "{} made a new key."), &[]),
        Deed::NamedKit { .. } => say(
            t(
                "{} zette deze ruimte op een herstelkaart.",
                "{} put this space on a recovery sheet.",
            ),
            &[],
        ),
        Deed::GaveKey { device } => {
            say(t("{} gaf {} de sleutel.", "{} gave {} the key."), &[&name(device)])
        }
        Deed::Declared { part, rule } => {
            let untitled = || telling.text(t("een deel", "a part")).to_owned();
            let title = titles(*part).unwrap_or_else(untitled);
            say(declared(rule), &[&title])
        }
        Deed::Noted => say(
            t("{} legde vast wat er tot dan toe was.", "{} noted what there was until then."),
            &[],
        ),
        Deed::Erased => {
            say(t("{} wiste deze ruimte voorgoed.", "{} erased this space for ever."), &[])
        }
    };
    Sentence { entry: told.entry, text, when: telling.when(told.at), remark }
}

const fn declared(rule: &PartRule) -> Text {
    match rule {
        PartRule::Common => {
            t("{} zei van ‘{}’: dit is van iedereen.", "{} said of ‘{}’: this is everybody's.")
        }
        PartRule::Of(_) => {
            t("{} zei van ‘{}’: dit is van één kant.", "{} said of ‘{}’: this belongs to one side.")
        }
        PartRule::Inbreng => t(
            "{} zei van ‘{}’: hier kan iedereen iets inbrengen.",
            "{} said of ‘{}’: everybody can contribute here.",
        ),
    }
}

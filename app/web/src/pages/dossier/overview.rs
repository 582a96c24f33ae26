//! Where the dossier stands: the one next step, and what parents read first.

use leptos::prelude::*;
use leptos_router::components::A;
use model::dossier::{Command, Next, next};
use rules::text::Text;

use super::frame::DossierPage;
use super::room::Room;
use super::{law, margin};
use crate::components::day::DayField;
use crate::components::field::Field;
use crate::components::icon::{Drawn, Icon};
use crate::i18n::tr;
use crate::texts::dossier as words;

/// What to do in words, and where.
pub const fn step(next: Next) -> (Text, Option<&'static str>) {
    match next {
        Next::AddGuardian => (words::NEXT_GUARDIAN, Some("/dossier/ouders")),
        Next::ChooseQuestions => (words::NEXT_QUESTIONS, Some("/dossier/vragen")),
        Next::SayWhoSees => (words::NEXT_SEES, None),
        Next::Invite => (words::NEXT_INVITE, Some("/dossier/ouders")),
        Next::EndAccess => (words::NEXT_END, Some("/dossier/wie")),
        Next::TellTable => (words::NEXT_TABLE_NO, Some("/dossier/casus")),
        Next::AskAboutTable => (words::NEXT_TABLE, Some("/dossier/casus")),
        Next::Call => (words::NEXT_CALL, Some("/dossier/ouders")),
        Next::Talk => (words::NEXT_TALK, Some("/dossier/plan")),
        Next::KeepEnds => (words::NEXT_KEEP, None),
        Next::Wait => (words::NEXT_WAIT, Some("/dossier/ouders")),
        Next::HearOthers => (words::NEXT_OTHERS, Some("/dossier/naast-elkaar")),
        Next::LookTogether => (words::NEXT_TOGETHER, Some("/dossier/naast-elkaar")),
    }
}

pub fn page(room: Room) -> AnyView {
    margin::overview(room);
    let now =
        Memo::new(move |_| room.view.with(|view| view.as_ref().map(|view| next(view, room.today))));
    let name = room.memo(|view| view.name.clone());
    let phone = Signal::derive(move || room.of(|view| view.phone.clone()));
    let asker = Signal::derive(move || room.of(|view| view.asker.clone()));
    let sees =
        Signal::derive(move || room.of(|view| view.sees.lines().collect::<Vec<_>>().join(", ")));
    let keep = Signal::derive(move || room.of(|view| view.keep));
    let talk = Signal::derive(move || room.of(|view| view.talk));
    let set_sees = move |text: String| {
        let lines = text.split(',').map(str::trim).filter(|one| !one.is_empty());
        room.done(&Command::Sees(lines.collect::<Vec<_>>().join("\n")));
    };
    let what = move || {
        now.get().map(step).map(|(text, to)| {
            view! {
                <h2 id="volgende-stap" class="nl-heading nl-heading--level-2 next__title">{tr(text)}</h2>
                {to.map(|to| view! {
                    <p><A href=to attr:class="nl-button nl-button--primary">{tr(words::OPEN_IT)} <Drawn icon=Icon::Forward /></A></p>
                })}
            }
        })
    };
    view! {
        <DossierPage room title=words::OVERVIEW>
            <p class="nl-paragraph"><bdi>{name}</bdi></p>
            <section class="next" aria-labelledby="volgende-stap">
                <p class="next__eyebrow">{tr(words::NEXT)}</p>
                {what}
            </section>
            <h2 class="nl-heading nl-heading--level-2">{tr(words::PARENTS)}</h2>
            <Field label=words::ASKER value=asker on_change=move |text| room.act(&Command::Asker(text)) />
            <Field label=words::PHONE hint=words::PHONE_HINT value=phone on_change=move |text| room.act(&Command::Phone(text)) />
            <Field label=words::SEES hint=words::SEES_HINT value=sees on_change=set_sees />
            <DayField label=words::KEEP hint=words::KEEP_HINT value=keep on_change=move |day| room.act(&Command::KeepUntil(day)) />
            <DayField label=words::TALK_ON value=talk on_change=move |day| room.act(&Command::Talk(day)) />
            <law::Rules room />
            <p class="nl-paragraph"><A href="/dossier/kies" attr:class="nl-link">{tr(words::NEW)}</A></p>
        </DossierPage>
    }
    .into_any()
}

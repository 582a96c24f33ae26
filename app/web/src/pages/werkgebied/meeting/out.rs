//! Papers out: as a download, or through the share sheet where the device has one; and the page itself on paper.

use leptos::prelude::*;
use model::meeting::minutes::minutes;
use model::out::{csv, ics, markdown};
use model::words::slug;
use rules::text::{Lang, Text};

use super::Sitting;
use crate::components::icon::{Drawn, Icon};
use crate::i18n::{tr, use_lang};
use crate::platform::{clock, files, page, share, spawn};
use crate::texts::general;
use crate::texts::werkgebied::files as words;

/// One file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Paper {
    label: Text,
    name: String,
    mime: &'static str,
    text: String,
}

impl Paper {
    /// For a calendar.
    pub fn calendar(name: &str, text: String) -> Self {
        let name = format!("{}.ics", slug(name));
        Self { label: words::CALENDAR, name, mime: "text/calendar;charset=utf-8", text }
    }

    /// For a text editor.
    pub fn markdown(name: &str, text: String) -> Self {
        let name = format!("{}.md", slug(name));
        Self { label: words::MARKDOWN, name, mime: "text/markdown;charset=utf-8", text }
    }

    /// Actions for a spreadsheet.
    pub fn actions(name: &str, text: String) -> Self {
        Self { label: words::TABLE_ACTIONS, ..Self::table(name, text) }
    }

    /// Decisions for a spreadsheet, with the mark that makes it read as UTF-8.
    pub fn table(name: &str, text: String) -> Self {
        let name = format!("{}.csv", slug(name));
        Self {
            label: words::TABLE,
            name,
            mime: "text/csv;charset=utf-8",
            text: format!("\u{feff}{text}"),
        }
    }
}

/// `papers` makes the files when one is asked for.
#[component]
pub fn Out(
    papers: Callback<(), Vec<Paper>>,
    /// Whether the page has no button to print yet.
    #[prop(optional)]
    prints: bool,
) -> impl IntoView {
    let lang = use_lang();
    let refused = RwSignal::new(false);
    let kinds = papers.run(());
    let can_share = files::can_share();
    let save = move |at: usize| {
        let made = papers.run(());
        if let Some(paper) = made.get(at) {
            refused.set(files::download(&paper.name, paper.mime, paper.text.as_bytes()).is_err());
        }
    };
    let hand_on = move |_| {
        let made = papers.run(());
        let text = made.into_iter().find(|paper| paper.label == words::MARKDOWN);
        if let Some(paper) = text {
            spawn(async move {
                let name = format!("{}.txt", paper.name.trim_end_matches(".md"));
                let _ = refused.try_set(matches!(
                    share::hand_over(&name, &paper.text).await,
                    Err(files::FileError::Refused)
                ));
            });
        }
    };
    let buttons = kinds.into_iter().enumerate().map(|(at, paper)| {
        view! {
            <button type="button" class="nl-button nl-button--subtle" on:click=move |_| save(at)>
                <Drawn icon=Icon::Download /> {tr(paper.label)}
            </button>
        }
    });
    view! {
        <section class="out" aria-label=tr(words::OUT)>
            <div class="actions actions--quiet">
                {prints.then(|| view! {
                    <button type="button" class="nl-button nl-button--subtle" on:click=move |_| page::print()>
                        <Drawn icon=Icon::Print /> {tr(general::PRINT)}
                    </button>
                })}
                {buttons.collect_view()}
                {can_share.then(|| view! {
                    <button type="button" class="nl-button nl-button--subtle" on:click=hand_on>
                        <Drawn icon=Icon::Share /> {tr(words::SHARE)}
                    </button>
                })}
            </div>
            <p role="status">{move || refused.get().then(|| words::REFUSED.get(lang.get()))}</p>
        </section>
    }
}

/// Everything of one meeting: the minutes, its decisions and actions as tables, and the calendar with the next day.
pub fn meeting_papers(sitting: Sitting, lang: Lang) -> Vec<Paper> {
    untrack(|| {
        let id = sitting.id.get();
        let Some(view) = sitting.view.get() else { return Vec::new() };
        let register = sitting.room.register.get();
        let made = minutes(&id, &view, &register, lang);
        let name = sitting.name(lang);
        let next = sitting.room.of(|area| {
            let lines =
                area.days().filter(|(line, on)| line.table == view.table && Some(*on) == view.next);
            lines.filter_map(|(line, _)| ics::planned(line, lang)).collect::<Vec<_>>()
        });
        let actions = register.actions_of(&id).filter(|one| one.is_open());
        let mut entries: Vec<ics::Entry> = ics::meeting(&id, &view, lang).into_iter().collect();
        entries.extend(next);
        entries.extend(actions.map(|one| ics::action(one)));
        let decisions = csv::decisions(made.all_decisions(), lang);
        let mut papers = vec![
            Paper::calendar(&name, ics::calendar(&entries, clock::utc())),
            Paper::markdown(&name, markdown::minutes(&made, lang)),
            Paper::table(&format!("{} {name}", words::DECISIONS.get(lang)), decisions),
        ];
        let actions = csv::actions(made.all_actions(), lang);
        papers.push(Paper::actions(&format!("{} {name}", words::ACTIONS.get(lang)), actions));
        papers
    })
}

//! What stands in the sources of a rule, when it is in force and where.

use leptos::prelude::*;
use rules::notation::date;
use rules::region::Region;
use rules::rule::timeline::{Timeline, timeline};
use rules::rule::{Citation, Rule};
use rules::source::Source;

use crate::components::kantlijn::SourceLine;
use crate::i18n::{tr, use_lang};
use crate::platform::clock;
use crate::texts::regels as words;

/// *Wat er staat*: the sources in our own words, the one that the rule leans on first.
#[component]
pub fn Says(rule: &'static Rule) -> impl IntoView {
    let (first, others) =
        rule.sources.split_first().map_or((None, rule.sources), |(f, o)| (Some(f), o));
    let linked = rule.sources.iter().any(|citation| citation.link.is_some());
    let more = others.iter().map(|citation| view! { <Passage citation /> }).collect_view();
    view! {
        <section class="regel__part" aria-labelledby="wat-er-staat">
            <h2 class="nl-heading nl-heading--level-2" id="wat-er-staat">{tr(words::SAYS)}</h2>
            {first.map(|citation| view! { <Passage citation /> })}
            {(!others.is_empty()).then(|| view! { <h3 class="nl-heading nl-heading--level-3">{tr(words::ALSO_SAYS)}</h3> })}
            {more}
            {linked.then(|| view! { <p class="regel__small">{tr(words::NEEDS_NETWORK)}</p> })}
        </section>
    }
}

#[component]
fn Passage(citation: &'static Citation) -> impl IntoView {
    let source = Source { says: None, says_en: None, ..citation.source() };
    view! {
        <p class="nl-paragraph">{tr(citation.says)}</p>
        <SourceLine source />
    }
}

/// The life of the rule, in a drawing and in words that say the same.
#[component]
pub fn Valid(rule: &'static Rule) -> impl IntoView {
    let lang = use_lang();
    let today = clock::today();
    let sentence = move || rule.valid.sentence(today, lang.get());
    let checked =
        move || format!("{} {}.", words::CHECKED.get(lang.get()), date(rule.checked, lang.get()));
    view! {
        <section class="regel__part" aria-labelledby="wanneer">
            <h2 class="nl-heading nl-heading--level-2" id="wanneer">{tr(words::VALID)}</h2>
            <figure class="timeline">
                <Line line=timeline(rule.valid, today) />
                <figcaption>{sentence}</figcaption>
            </figure>
            <p class="regel__small">{checked}</p>
        </section>
    }
}

/// The drawing. Places are percentages, so that the letters keep their size on every screen.
#[component]
fn Line(line: Timeline) -> impl IntoView {
    let width = percent(line.until.saturating_sub(line.from).max(5));
    let ends = [(line.open_from, line.from), (line.open_until, line.until)];
    let ends = ends.into_iter().filter(|(open, _)| !open).map(|(_, at)| {
        view! { <line class="timeline__end" x1=percent(at) x2=percent(at) y1="30" y2="58" /> }
    });
    let years = line.years.iter().map(|(year, at)| {
        let (x, anchor) = (percent(*at), anchor(*at));
        view! {
            <line class="timeline__tick" x1=x.clone() x2=x.clone() y1="44" y2="66" />
            <text class="timeline__year" x=x y="84" text-anchor=anchor>{*year}</text>
        }
    });
    let today = percent(line.today);
    view! {
        <svg class="timeline__drawing" width="100%" height="92" aria-hidden="true" focusable="false">
            <line class="timeline__axis" x1="0%" x2="100%" y1="44" y2="44" />
            {years.collect_view()}
            <rect class="timeline__bar" x=percent(line.from) width=width y="37" height="14" rx="2" />
            {ends.collect_view()}
            <line class="timeline__today" x1=today.clone() x2=today.clone() y1="22" y2="62" />
            <text class="timeline__word" x=today y="15" text-anchor=anchor(line.today)>{tr(words::TODAY)}</text>
        </svg>
    }
}

/// Thousandths as a percentage: `12.5%`.
fn percent(thousandths: u32) -> String {
    format!("{}.{}%", thousandths / 10, thousandths % 10)
}

/// Letters near an edge grow inwards.
const fn anchor(thousandths: u32) -> &'static str {
    match thousandths {
        0..=80 => "start",
        920.. => "end",
        _ => "middle",
    }
}

#[component]
pub fn Where(rule: &'static Rule) -> impl IntoView {
    let named = rule.regions.iter().map(|slug| {
        rules::region::region(slug).map_or((*slug).to_owned(), |region: Region| region.name)
    });
    let names = named.collect::<Vec<_>>().join(", ");
    let lang = use_lang();
    let sentence = move || {
        if names.is_empty() {
            words::EVERYWHERE.get(lang.get()).to_owned()
        } else {
            format!("{} {names}.", words::ONLY_IN.get(lang.get()))
        }
    };
    view! {
        <section class="regel__part" aria-labelledby="waar">
            <h2 class="nl-heading nl-heading--level-2" id="waar">{tr(words::WHERE)}</h2>
            <p class="nl-paragraph">{sentence}</p>
        </section>
    }
}

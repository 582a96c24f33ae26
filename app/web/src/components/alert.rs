//! A message that stands in the page. It never closes by itself and never covers anything.

use leptos::prelude::*;

use crate::components::icon::{Drawn, Icon};

/// How urgent it is. `Waiting` is the warm accent: it waits for the person; `Problem` needs a person to solve it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Tone {
    #[default]
    Calm,
    Waiting,
    Good,
    Problem,
}

impl Tone {
    const fn parts(self) -> (&'static str, Icon, &'static str) {
        match self {
            Self::Calm => ("alert", Icon::Info, "status"),
            Self::Waiting => ("alert alert--waiting", Icon::Info, "status"),
            Self::Good => ("alert alert--good", Icon::Check, "status"),
            Self::Problem => ("alert alert--problem", Icon::Warning, "alert"),
        }
    }
}

#[component]
pub fn Alert(
    #[prop(optional)] tone: Tone,
    #[prop(into)] title: Signal<String>,
    children: Children,
) -> impl IntoView {
    let (class, icon, role) = tone.parts();
    view! {
        <div class=class role=role>
            <Drawn icon=icon />
            <div class="alert__body">
                <p class="alert__title">{title}</p>
                {children()}
            </div>
        </div>
    }
}

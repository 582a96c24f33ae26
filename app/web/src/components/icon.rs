//! Our own line drawings, on a grid of 24 with one pencil: 1.75 wide, round ends. Always beside a word.

use leptos::prelude::*;

/// What can be drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Icon {
    Today,
    Budget,
    Rules,
    Share,
    Settings,
    Margin,
    Language,
    Back,
    Forward,
    Close,
    Plus,
    Minus,
    Undo,
    Redo,
    Reset,
    Print,
    Search,
    Info,
    Warning,
    Check,
    Saving,
    Offline,
    Download,
    Upload,
    External,
    Lock,
    Person,
    Area,
    School,
    Clock,
    Up,
    Down,
    Screen,
    Calendar,
    Grip,
    Voices,
    Hear,
}

impl Icon {
    /// The strokes, as SVG path data.
    pub const fn strokes(self) -> &'static str {
        match self {
            Self::Today => "M3 11.5 12 4l9 7.5M5.5 9.6V20h13V9.6M9 20v-4.5a3 3 0 0 1 6 0V20",
            Self::Budget => "M4 4v16h16M8 16.5v-4M12 16.5V8M16 16.5v-6.5M7 9l4-4 4 2.5 4.5-4",
            Self::Rules => {
                "M12 6.5C10 5 7 4.5 3.5 4.700v13.600c3.5-.2 6.5.3 8.5 1.700 2-1.400 5-1.900 8.5-1.700V4.700C17 4.5 14 5 12 6.5ZM12 6.5V20M6.5 9h2.5M6.5 12.5h2.5M15 9h2.5M15 12.5h2.5"
            }
            Self::Share => "M3.5 6.5h7v11h-7ZM13.5 8.5h7v11h-7ZM7 4h9.5v2M14.5 4.5l2 2 2-2",
            Self::Settings => "M4 7h9M17 7h3M4 12h3M11 12h9M4 17h11M19 17h1M15 5v4M9 10v4M17 15v4",
            Self::Margin => "M5 3.5h14v17H5ZM14.5 3.5v17M7.5 8h4.5M7.5 12h4.5M7.5 16h3M16.5 8.5h1",
            Self::Language => {
                "M3.5 5h11v8h-6l-3 3v-3h-2ZM17 9h3.5v8h-2v3l-3-3h-5M6.5 8h5M6.5 10.5h3"
            }
            Self::Back => "M10.5 5 4 12l6.5 7M4.5 12H20",
            Self::Forward => "M13.5 5 20 12l-6.5 7M19.5 12H4",
            Self::Close => "M5.5 5.5l13 13M18.5 5.5l-13 13",
            Self::Plus => "M12 5v14M5 12h14",
            Self::Minus => "M5 12h14",
            Self::Undo => "M8 4.5 4 8.5l4 4M4.5 8.5H14a5.5 5.5 0 0 1 0 11H9",
            Self::Redo => "M16 4.5l4 4-4 4M19.5 8.5H10a5.5 5.5 0 0 0 0 11h5",
            Self::Reset => "M4.5 4.5v5h5M5 9.5a8 8 0 1 1-.5 5",
            Self::Print => "M7 8.5V3.5h10v5M7 17H4V8.5h16V17h-3M7 14h10v6.5H7Z",
            Self::Search => "M10.5 4a6.5 6.5 0 1 0 0 13 6.5 6.5 0 0 0 0-13ZM15.5 15.5 20.5 20.5",
            Self::Info => "M12 3.5a8.5 8.5 0 1 0 0 17 8.5 8.5 0 0 0 0-17ZM12 11v5.5M12 7.5v.2",
            Self::Warning => "M12 3.5 2.800 19.5h18.400ZM12 9.5v5M12 17v.2",
            Self::Check => "M4.5 12.5l5 5 10-11",
            Self::Saving => "M12 3.5a8.5 8.5 0 1 0 8.5 8.5M12 7.5V12l3 2",
            Self::Offline => {
                "M4 4l16 16M5 12.5a10 10 0 0 1 4-2.700M8.200 15.700a5.5 5.5 0 0 1 6.600-.9M13.200 9.100a10 10 0 0 1 5.800 3.400M12 19v.2"
            }
            Self::Download => "M12 3.5v11M7.5 10.5l4.5 4.5 4.5-4.5M4 16v4.5h16V16",
            Self::Upload => "M12 15V4M7.5 8.5 12 4l4.5 4.5M4 16v4.5h16V16",
            Self::Lock => "M5.5 10.5h13v10h-13ZM8 10.5V8a4 4 0 0 1 8 0v2.5M12 14.5v2",
            Self::Person => "M12 4a4 4 0 1 0 0 8 4 4 0 0 0 0-8ZM4.5 20.5a7.5 7.5 0 0 1 15 0",
            Self::Area => {
                "M7 9.5h10a2 2 0 0 1 2 2v2.5H5v-2.5a2 2 0 0 1 2-2ZM8 14v6M16 14v6M12 3.5a2 2 0 1 0 0 4 2 2 0 0 0 0-4ZM3.5 6.5a1.6 1.6 0 1 0 3.200 0 1.6 1.6 0 1 0-3.200 0M17.300 6.5a1.6 1.6 0 1 0 3.200 0 1.6 1.6 0 1 0-3.200 0"
            }
            Self::School => {
                "M4 20.5V11l8-4.500 8 4.500v9.500ZM12 6.500V2.500h4.500v2.500H12M10 20.500v-4.500h4v4.500M7.500 13v1.500M16.500 13v1.500"
            }
            Self::Clock => "M12 3.5a8.5 8.5 0 1 0 0 17 8.5 8.5 0 0 0 0-17ZM12 7v5l3.5 2",
            Self::Up => "M5.5 13.5 12 7l6.5 6.5",
            Self::Down => "M5.5 10.5 12 17l6.5-6.5",
            Self::Screen => "M3.5 5h17v11h-17ZM12 16v4M8 20h8",
            Self::Grip => "M9 6v.1M9 12v.1M9 18v.1M15 6v.1M15 12v.1M15 18v.1",
            Self::Calendar => "M4 6h16v14H4ZM4 10.5h16M8.5 3.5v4M15.5 3.5v4M8 14.5h3",
            Self::Voices => {
                "M3.5 5h11v8h-6l-3 3v-3h-2ZM17 8.5h3.5v8h-2v3.5l-3.5-3.5h-4.5M7 9h.1M9.500 9h.1M12 9h.1"
            }
            Self::Hear => {
                "M4 9.5v5h3.5l4.5 4v-13l-4.5 4ZM15.5 9a4.500 4.500 0 0 1 0 6M18 6.5a8 8 0 0 1 0 11"
            }
            Self::External => "M13.5 4H20v6.5M20 4l-9.5 9.5M17 14v6H4V7h6",
        }
    }
}

/// The drawing. Hidden from a screen reader: the word beside it says it.
#[component]
pub fn Drawn(icon: Icon) -> impl IntoView {
    view! {
        <svg class="icon" viewBox="0 0 24 24" width="24" height="24" aria-hidden="true" focusable="false">
            <path d=icon.strokes() />
        </svg>
    }
}

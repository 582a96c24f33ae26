//! Papers that go out.

use rules::text::{Text, t};

pub const OUT: Text = t("Meenemen", "Take along");
pub const CALENDAR: Text = t("Agendabestand (.ics)", "Calendar file (.ics)");
pub const MARKDOWN: Text = t("Tekst (Markdown)", "Text (Markdown)");
pub const TABLE: Text = t("Besluiten als tabel (.csv)", "Decisions as a table (.csv)");
pub const TABLE_ACTIONS: Text = t("Acties als tabel (.csv)", "Actions as a table (.csv)");
pub const SHARE: Text = t("Delen", "Share");
pub const REFUSED: Text =
    t("De browser maakt dit bestand niet.", "The browser does not make this file.");
pub const DECISIONS: Text = t("Besluiten", "Decisions");
pub const ACTIONS: Text = t("Acties", "Actions");

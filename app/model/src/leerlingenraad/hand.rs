//! Which of finger, pen and mouse draws on the sheet: once a pen was seen the hand that leans on it draws nothing, and a pen does not
//! wait for a hand that came first. It knows no event.

/// What touches the sheet.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tool {
    Pen,
    Finger,
    Mouse,
}

/// What becomes of a touch.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Begins {
    /// It draws nothing.
    Nothing,
    /// It begins a line.
    Line,
    /// It begins a line, and the one under way was of the hand that leans: that is no line.
    Instead,
}

/// What this tool does when it goes down; `under_way` is what draws a line already.
pub const fn begins(tool: Tool, pen_only: bool, under_way: Option<Tool>) -> Begins {
    match (tool, under_way) {
        (Tool::Finger, _) if pen_only => Begins::Nothing,
        (_, None) => Begins::Line,
        (Tool::Pen, Some(Tool::Finger)) => Begins::Instead,
        _ => Begins::Nothing,
    }
}

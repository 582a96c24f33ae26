//! A calendar file (RFC 5545): meetings as VEVENT, actions as VTODO and, because many calendars leave those out, as a
//! whole-day VEVENT beside it. Written by hand: the crates for it bring a parser of hundreds of kilobytes into the browser.

use chrono::{Datelike, Duration, NaiveDate, NaiveDateTime, NaiveTime, Timelike};
use rules::text::Lang;

use crate::afspraken::Action as Agreed;
use crate::meeting::View;
use crate::meeting::minutes::{heading, title};
use crate::table::table;
use crate::werkgebied::MeetingLine;

/// What goes into a calendar.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Entry {
    Meeting(Meeting),
    Action(Action),
}

/// A meeting at a time of day in the Netherlands, or a whole day where no time is known.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Meeting {
    /// The same for the same meeting, so that a calendar updates it.
    pub id: String,
    pub title: String,
    pub on: NaiveDate,
    pub at: Option<NaiveTime>,
    pub minutes: Option<u16>,
    pub location: String,
    /// The agenda, in words.
    pub description: String,
    pub cancelled: bool,
}

/// Something to do.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Action {
    pub id: String,
    pub what: String,
    pub due: Option<NaiveDate>,
    pub done: Option<NaiveDate>,
}

/// A meeting as its own document has it, with the agenda as its description.
pub fn meeting(id: &str, view: &View, lang: Lang) -> Option<Entry> {
    let line = |(number, item): (usize, &std::sync::Arc<crate::meeting::Item>)| {
        format!("{number}. {} ({} min)", title(item, lang), item.minutes)
    };
    let agenda: Vec<String> = (1..).zip(&view.items).map(line).collect();
    Some(Entry::Meeting(Meeting {
        id: id.to_owned(),
        title: heading(view, lang),
        on: view.on?,
        at: view.at,
        minutes: view.minutes,
        location: view.location.clone(),
        description: agenda.join("\n"),
        cancelled: false,
    }))
}

/// A meeting of the year planning; nothing without a day.
pub fn planned(line: &MeetingLine, lang: Lang) -> Option<Entry> {
    let kind = table(&line.table).map_or(line.table.as_str(), |table| table.title.get(lang));
    let title = if line.title.is_empty() { kind } else { &line.title };
    Some(Entry::Meeting(Meeting {
        id: line.id.clone(),
        title: title.to_owned(),
        on: line.on?,
        at: line.at,
        minutes: line.minutes,
        location: line.location.clone(),
        description: String::new(),
        cancelled: line.cancelled,
    }))
}

/// An action.
pub fn action(action: &Agreed) -> Entry {
    Entry::Action(Action {
        id: action.id.clone(),
        what: action.what.clone(),
        due: action.due,
        done: action.done,
    })
}

/// Where nobody said how long it lasts.
const AN_HOUR: u16 = 60;

/// The Netherlands: summer time from the last Sunday of March to the last Sunday of October (Directive 2000/84/EC).
const ZONE: [&str; 17] = [
    "BEGIN:VTIMEZONE",
    "TZID:Europe/Amsterdam",
    "BEGIN:DAYLIGHT",
    "TZNAME:CEST",
    "TZOFFSETFROM:+0100",
    "TZOFFSETTO:+0200",
    "DTSTART:19960331T020000",
    "RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU",
    "END:DAYLIGHT",
    "BEGIN:STANDARD",
    "TZNAME:CET",
    "TZOFFSETFROM:+0200",
    "TZOFFSETTO:+0100",
    "DTSTART:19961027T030000",
    "RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU",
    "END:STANDARD",
    "END:VTIMEZONE",
];

/// The file. `stamp` is the moment of writing in UTC.
pub fn calendar(entries: &[Entry], stamp: NaiveDateTime) -> String {
    let mut out = Lines::default();
    for fixed in
        ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Thuisnabij//NL", "CALSCALE:GREGORIAN"]
    {
        out.line(fixed);
    }
    let timed = |entry: &Entry| matches!(entry, Entry::Meeting(meeting) if meeting.at.is_some());
    if entries.iter().any(timed) {
        ZONE.iter().for_each(|line| out.line(line));
    }
    let stamp = format!("{}Z", moment(stamp));
    for entry in entries {
        match entry {
            Entry::Meeting(meeting) => out.meeting(meeting, &stamp),
            Entry::Action(action) => out.action(action, &stamp),
        }
    }
    out.line("END:VCALENDAR");
    out.0
}

#[derive(Default)]
struct Lines(String);

impl Lines {
    /// One content line, folded after at most 75 bytes and never within a letter.
    fn line(&mut self, line: &str) {
        let mut width = 0;
        for letter in line.chars() {
            if width + letter.len_utf8() > 75 {
                self.0.push_str("\r\n ");
                width = 1;
            }
            self.0.push(letter);
            width += letter.len_utf8();
        }
        self.0.push_str("\r\n");
    }

    fn text(&mut self, name: &str, text: &str) {
        if !text.is_empty() {
            self.line(&format!("{name}:{}", escaped(text)));
        }
    }

    fn meeting(&mut self, meeting: &Meeting, stamp: &str) {
        self.line("BEGIN:VEVENT");
        self.text("UID", &format!("{}@thuisnabij", meeting.id));
        self.line(&format!("DTSTAMP:{stamp}"));
        match meeting.at {
            Some(at) => {
                let begin = meeting.on.and_time(at);
                let end = begin + Duration::minutes(i64::from(meeting.minutes.unwrap_or(AN_HOUR)));
                self.line(&format!("DTSTART;TZID=Europe/Amsterdam:{}", moment(begin)));
                self.line(&format!("DTEND;TZID=Europe/Amsterdam:{}", moment(end)));
            }
            None => self.line(&format!("DTSTART;VALUE=DATE:{}", day(meeting.on))),
        }
        self.text("SUMMARY", &meeting.title);
        self.text("LOCATION", &meeting.location);
        self.text("DESCRIPTION", &meeting.description);
        if meeting.cancelled {
            self.line("STATUS:CANCELLED");
        }
        self.line("END:VEVENT");
    }

    fn action(&mut self, action: &Action, stamp: &str) {
        self.line("BEGIN:VTODO");
        self.text("UID", &format!("{}@thuisnabij", action.id));
        self.line(&format!("DTSTAMP:{stamp}"));
        if let Some(due) = action.due {
            self.line(&format!("DUE;VALUE=DATE:{}", day(due)));
        }
        self.text("SUMMARY", &action.what);
        match action.done {
            Some(done) => {
                self.line("STATUS:COMPLETED");
                self.line(&format!("COMPLETED:{}T000000Z", day(done)));
            }
            None => self.line("STATUS:NEEDS-ACTION"),
        }
        self.line("END:VTODO");
        if let (Some(due), None) = (action.due, action.done) {
            self.line("BEGIN:VEVENT");
            self.text("UID", &format!("{}.dag@thuisnabij", action.id));
            self.line(&format!("DTSTAMP:{stamp}"));
            self.line(&format!("DTSTART;VALUE=DATE:{}", day(due)));
            self.text("SUMMARY", &action.what);
            self.line("TRANSP:TRANSPARENT");
            self.line("END:VEVENT");
        }
    }
}

fn day(day: NaiveDate) -> String {
    format!("{:04}{:02}{:02}", day.year(), day.month(), day.day())
}

fn moment(at: NaiveDateTime) -> String {
    format!("{}T{:02}{:02}{:02}", day(at.date()), at.hour(), at.minute(), at.second())
}

fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            '\\' | ';' | ',' => out.extend(['\\', letter]),
            '\n' => out.push_str("\\n"),
            other if other.is_control() => {}
            other => out.push(other),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    fn stamp() -> NaiveDateTime {
        "2027-01-02T03:04:05".parse().unwrap()
    }

    fn meeting() -> Meeting {
        Meeting {
            id: "m1".into(),
            title: "Werkgebied Heiloo; maart, kort".into(),
            on: "2027-03-11".parse().unwrap(),
            at: "13:30".parse().ok(),
            minutes: Some(90),
            location: "De Vlinder".into(),
            description: "1. Opening\n2. Zorgplicht".into(),
            cancelled: false,
        }
    }

    #[test]
    fn a_meeting_has_its_time_in_the_netherlands_and_ends_after_its_minutes() {
        let text = calendar(&[Entry::Meeting(meeting())], stamp());
        for line in [
            "UID:m1@thuisnabij",
            "DTSTAMP:20270102T030405Z",
            "DTSTART;TZID=Europe/Amsterdam:20270311T133000",
            "DTEND;TZID=Europe/Amsterdam:20270311T150000",
            "SUMMARY:Werkgebied Heiloo\\; maart\\, kort",
            "DESCRIPTION:1. Opening\\n2. Zorgplicht",
            "TZID:Europe/Amsterdam",
        ] {
            assert!(text.split("\r\n").any(|other| other == line), "{line} in\n{text}");
        }
    }

    #[test]
    fn a_meeting_without_a_time_is_a_whole_day_and_needs_no_zone() {
        let text = calendar(&[Entry::Meeting(Meeting { at: None, ..meeting() })], stamp());
        assert!(text.contains("DTSTART;VALUE=DATE:20270311\r\n") && !text.contains("VTIMEZONE"));
    }

    #[test]
    fn an_open_action_is_also_a_day_and_a_done_one_is_not() {
        let open = Action {
            id: "a1".into(),
            what: "Memo rondsturen".into(),
            due: "2027-03-11".parse().ok(),
            done: None,
        };
        let text = calendar(&[Entry::Action(open.clone())], stamp());
        assert_eq!(
            (text.matches("BEGIN:VTODO").count(), text.matches("BEGIN:VEVENT").count()),
            (1, 1)
        );
        let done = Action { done: "2027-03-01".parse().ok(), ..open };
        let text = calendar(&[Entry::Action(done)], stamp());
        assert!(text.contains("STATUS:COMPLETED\r\n") && !text.contains("BEGIN:VEVENT"));
    }

    #[test]
    fn no_line_is_longer_than_75_bytes_and_unfolding_gives_it_back() {
        let long = "Coördinatie über élke ".repeat(12);
        let text =
            calendar(&[Entry::Meeting(Meeting { title: long.clone(), ..meeting() })], stamp());
        assert!(text.split("\r\n").all(|line| line.len() <= 75));
        assert!(text.replace("\r\n ", "").contains(&long));
        assert!(text.ends_with("END:VCALENDAR\r\n"));
    }

    #[test]
    fn words_cannot_add_a_line_to_the_calendar() {
        let title = "x\r\nATTACH:http://elders\u{7}".to_owned();
        let text = calendar(&[Entry::Meeting(Meeting { title, ..meeting() })], stamp());
        assert!(!text.contains("\r\nATTACH") && text.contains("SUMMARY:x\\nATTACH"));
    }
}

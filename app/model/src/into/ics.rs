//! Reading a calendar file (RFC 5545), as far as a draft agenda needs it: when, where, what it is called, and the agenda in
//! its description. Anything else is left out.

use chrono::{Datelike, Duration, NaiveDate, NaiveDateTime, NaiveTime, Weekday};

use crate::meeting::NewItem;

/// A meeting that a calendar file names.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Found {
    pub title: String,
    pub on: Option<NaiveDate>,
    pub at: Option<NaiveTime>,
    pub minutes: Option<u16>,
    pub location: String,
    /// From the lines of the description.
    pub items: Vec<NewItem>,
}

/// More than this is not about one meeting.
const MOST: usize = 50;

/// The meetings in a calendar file; none when it is no calendar file.
pub fn meetings(text: &str) -> Vec<Found> {
    let unfolded = text.replace("\r\n", "\n").replace("\n ", "").replace("\n\t", "");
    let mut found = Vec::new();
    let mut event: Option<Raw<'_>> = None;
    // Alarms and the like stand within an event; their lines are not the event's.
    let mut depth = 0_u32;
    for line in unfolded.lines() {
        match (line.trim_end(), &mut event) {
            ("BEGIN:VEVENT", None) => event = Some(Raw::default()),
            ("END:VEVENT", _) if depth == 0 => {
                found.extend(event.take().map(Raw::found));
                if found.len() == MOST {
                    break;
                }
            }
            (line, Some(_)) if line.starts_with("BEGIN:") => depth += 1,
            (line, Some(_)) if line.starts_with("END:") => depth = depth.saturating_sub(1),
            (line, Some(raw)) if depth == 0 => raw.take(line),
            _ => {}
        }
    }
    found
}

#[derive(Default)]
struct Raw<'a> {
    title: &'a str,
    location: &'a str,
    description: &'a str,
    start: Option<Moment>,
    end: Option<Moment>,
    minutes: Option<u16>,
}

/// A day, and a time where there is one, in the Netherlands.
#[derive(Clone, Copy)]
struct Moment(NaiveDate, Option<NaiveTime>);

impl<'a> Raw<'a> {
    fn take(&mut self, line: &'a str) {
        let Some((head, value)) = line.split_once(':') else { return };
        // A colon may stand in a quoted parameter; such a line has no name we know with a value we can read.
        let name = head.split(';').next().unwrap_or_default();
        match name.to_ascii_uppercase().as_str() {
            "SUMMARY" => self.title = value,
            "LOCATION" => self.location = value,
            "DESCRIPTION" => self.description = value,
            "DTSTART" => self.start = moment(value),
            "DTEND" => self.end = moment(value),
            "DURATION" => self.minutes = duration(value),
            _ => {}
        }
    }

    fn found(self) -> Found {
        let lasts = |start: Moment, end: Moment| {
            let (from, until) = (start.0.and_time(start.1?), end.0.and_time(end.1?));
            u16::try_from((until - from).num_minutes()).ok().filter(|minutes| *minutes > 0)
        };
        let minutes = self.start.zip(self.end).and_then(|(start, end)| lasts(start, end));
        Found {
            title: plain(self.title),
            on: self.start.map(|start| start.0),
            at: self.start.and_then(|start| start.1),
            minutes: minutes.or(self.minutes),
            location: plain(self.location),
            items: super::list(&plain(self.description)),
        }
    }
}

/// `20270311`, `20270311T133000` or `20270311T123000Z`; what ends in Z is in UTC.
fn moment(value: &str) -> Option<Moment> {
    let value = value.trim();
    let number = |from: usize, to: usize| value.get(from..to)?.parse::<u32>().ok();
    let year = i32::try_from(number(0, 4)?).ok()?;
    let day = NaiveDate::from_ymd_opt(year, number(4, 6)?, number(6, 8)?)?;
    if value.get(8..9) != Some("T") {
        return Some(Moment(day, None));
    }
    let at = NaiveTime::from_hms_opt(number(9, 11)?, number(11, 13)?, 0)?;
    if !value.ends_with('Z') {
        return Some(Moment(day, Some(at)));
    }
    let here = in_the_netherlands(day.and_time(at))?;
    Some(Moment(here.date(), Some(here.time())))
}

/// Summer time runs from the last Sunday of March to the last Sunday of October, at 1:00 UTC.
fn in_the_netherlands(utc: NaiveDateTime) -> Option<NaiveDateTime> {
    let change = |month: u32| {
        let last = NaiveDate::from_ymd_opt(utc.year(), month, 31)?;
        let back = last.weekday().days_since(Weekday::Sun);
        last.checked_sub_signed(Duration::days(i64::from(back)))?.and_hms_opt(1, 0, 0)
    };
    let summer = change(3)? <= utc && utc < change(10)?;
    utc.checked_add_signed(Duration::hours(if summer { 2 } else { 1 }))
}

/// `PT1H30M`, `PT90M`.
fn duration(value: &str) -> Option<u16> {
    let (mut minutes, mut digits) = (0_u16, String::new());
    for letter in value.trim().strip_prefix("PT")?.chars() {
        let number = || digits.parse::<u16>().ok();
        match letter {
            'H' => minutes = minutes.checked_add(number()?.checked_mul(60)?)?,
            'M' => minutes = minutes.checked_add(number()?)?,
            'S' => {}
            digit if digit.is_ascii_digit() => {
                digits.push(digit);
                continue;
            }
            _ => return None,
        }
        digits.clear();
    }
    Some(minutes).filter(|minutes| *minutes > 0)
}

/// A text without its escapes.
fn plain(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut letters = text.chars();
    while let Some(letter) = letters.next() {
        match letter {
            '\\' => match letters.next() {
                Some('n' | 'N') => out.push('\n'),
                Some(other) => out.push(other),
                None => {}
            },
            other => out.push(other),
        }
    }
    out.trim().to_owned()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::out::ics::{Entry, Meeting, calendar};

    fn meeting(on: &str, at: &str) -> Meeting {
        Meeting {
            id: "m1".into(),
            title: "Werkgebied Heiloo; maart, kort \\ klaar".into(),
            on: on.parse().unwrap(),
            at: at.parse().ok(),
            minutes: Some(90),
            location: "De Vlinder".into(),
            description: "1. Opening (5 min)\n2. B: Budget 15'".into(),
            cancelled: false,
        }
    }

    #[test]
    fn what_we_write_reads_back_as_a_draft_agenda() {
        let stamp = "2027-01-02T03:04:05".parse().unwrap();
        let text = calendar(&[Entry::Meeting(meeting("2027-03-11", "13:30"))], stamp);
        let found = meetings(&text).remove(0);
        assert_eq!(found.title, "Werkgebied Heiloo; maart, kort \\ klaar");
        assert_eq!((found.on, found.at), ("2027-03-11".parse().ok(), "13:30".parse().ok()));
        assert_eq!((found.minutes, found.location.as_str()), (Some(90), "De Vlinder"));
        let items: Vec<_> = found.items.iter().map(|item| (&*item.title, item.minutes)).collect();
        assert_eq!(items, [("Opening", 5), ("Budget", 15)]);
    }

    #[test]
    fn a_moment_in_utc_is_shown_in_dutch_time_on_both_sides_of_the_change() {
        let at = |value: &str| moment(value).and_then(|Moment(_, at)| at).unwrap().to_string();
        assert_eq!(at("20270328T005900Z"), "01:59:00");
        assert_eq!(at("20270328T010000Z"), "03:00:00");
        assert_eq!(at("20271031T005900Z"), "02:59:00");
        assert_eq!(at("20271031T010000Z"), "02:00:00");
        let late = moment("20270630T230000Z").unwrap();
        assert_eq!(
            (late.0.to_string(), late.1.unwrap().to_string()),
            ("2027-07-01".into(), "01:00:00".into())
        );
    }

    #[test]
    fn an_alarm_within_an_event_is_not_the_event() {
        let text = "BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nDTSTART:20270311T133000\r\nDURATION:PT1H30M\r\n\
            SUMMARY:Echt\r\nBEGIN:VALARM\r\nSUMMARY:Alarm\r\nEND:VALARM\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n";
        let found = meetings(text);
        assert_eq!((found.len(), found[0].title.as_str(), found[0].minutes), (1, "Echt", Some(90)));
    }

    #[test]
    fn what_is_no_calendar_gives_no_meeting() {
        assert!(meetings("beste allen,\nwe zien elkaar donderdag").is_empty());
    }

    proptest! {
        #[test]
        fn any_bytes_are_read_without_stopping(text in "(BEGIN:VEVENT\n)?(DTSTART[;:A-Z0-9TZé]{0,20}\n)?(DURATION:PT[0-9HMS]{0,9}\n)?.{0,60}\n(END:VEVENT\n)?") {
            let _ = meetings(&text);
        }
    }
}

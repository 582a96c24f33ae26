//! What there is to see of the tekening: its layers from old to new, and what lies in them. The list of it is the same
//! data, for who would rather read.

use chrono::NaiveDate;
use replica::document::{Document, Registers, Value};
use rules::order::Order;

use super::command::{At, Field, Made};
use super::world::Spot;
use super::{SCHEMA, layout};
use crate::attachment::Attachment;
use crate::field::{date, flag, get, items, text};
use crate::typed::schema;

/// A field with several values.
pub type Conflict = crate::field::Conflict<Field>;

/// The tekening, read.
#[derive(Clone, Debug, PartialEq)]
pub struct View {
    /// From old to new.
    pub layers: Vec<Layer>,
    /// In the order of their layers, and within one in the order of their ids: the same on every device.
    pub elements: Vec<Element>,
    pub conflicts: Vec<Conflict>,
    /// A newer version wrote it: nothing can be changed here.
    pub read_only: bool,
}

/// What one council added.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Layer {
    /// The id of the council.
    pub id: String,
    pub year: i32,
    /// The day of the council. Nothing for a picture that was brought in, and where it was not written down.
    pub on: Option<NaiveDate>,
    /// It was drawn before there was an app: it lies below the councils of its year.
    pub is_before: bool,
    pub title: String,
    pub schools: String,
    /// A picture that was made before and brought in.
    pub image: Option<Attachment>,
}

/// One thing that a child made.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Element {
    pub id: String,
    pub layer: String,
    pub spot: Spot,
    pub made: Made,
    /// What it is about in a picture that was brought in.
    pub at: Option<At>,
    /// What was done with it.
    pub done: String,
    pub withdrawn: bool,
}

impl View {
    /// Where a layer stands in the list.
    pub fn place_of(&self, layer: &str) -> Option<usize> {
        self.layers.iter().position(|one| one.id == layer)
    }

    /// What is shown of a layer.
    pub fn of_layer<'a>(&'a self, layer: &'a str) -> impl Iterator<Item = &'a Element> {
        self.elements.iter().filter(move |one| one.layer == layer && !one.withdrawn)
    }

    /// What was heard at places of the picture that hangs in a layer, from top to bottom.
    pub fn pointed<'a>(&'a self, layer: &'a str) -> Vec<(&'a Element, At)> {
        let picture = self.layers.iter().find(|one| one.id == layer);
        let picture = picture.and_then(|one| one.image.as_ref()).map(|image| image.blob);
        let at = |one: &'a Element| Some((one, one.at.filter(|at| Some(at.picture) == picture)?));
        let mut all: Vec<_> = self.of_layer(layer).filter_map(at).collect();
        all.sort_by_key(|(one, at)| (at.y, at.x, &one.id));
        all
    }

    /// One thing.
    pub fn element(&self, id: &str) -> Option<&Element> {
        self.elements.iter().find(|one| one.id == id)
    }
}

pub(super) fn read(document: &Document) -> View {
    let mut conflicts = Vec::new();
    let mut layers = items(document, layout::LAYERS, &mut conflicts, field_of_layer, layer);
    layers.order_by_key(|one| (one.year, !one.is_before, one.on, one.id.clone()));
    let elements = items(document, layout::ELEMENTS, &mut conflicts, field_of_element, element);
    let mut elements: Vec<Element> = elements.into_iter().flatten().collect();
    let place = |id: &str| layers.iter().position(|layer| layer.id == id).unwrap_or(usize::MAX);
    elements.order_by_key(|one| (place(&one.layer), one.id.clone()));
    let read_only = schema(document, layout::ROOT) > SCHEMA;
    View { layers, elements, conflicts, read_only }
}

fn field_of_layer(id: &str, name: &str) -> Field {
    Field::Layer { id: id.to_owned(), name: name.to_owned() }
}

fn field_of_element(id: &str, name: &str) -> Field {
    Field::Element { id: id.to_owned(), name: name.to_owned() }
}

fn layer(id: &str, registers: &Registers) -> Layer {
    // Of two years that were written at once the first counts on every device.
    let year = get(registers, layout::YEAR).and_then(Value::int);
    Layer {
        id: id.to_owned(),
        year: year.and_then(|year| i32::try_from(year).ok()).unwrap_or_default(),
        on: get(registers, layout::ON).and_then(date),
        // A council always says which schools, if only that they are not known.
        is_before: !registers.contains_key(layout::SCHOOLS),
        title: text(registers, layout::TITLE),
        schools: text(registers, layout::SCHOOLS),
        image: registers
            .keys()
            .filter(|name| layout::is_image(name))
            .filter_map(|name| Attachment::from_value(get(registers, name)?))
            .next_back(),
    }
}

fn element(id: &str, registers: &Registers) -> Option<Element> {
    let is = get(registers, layout::IS)?;
    let word = |name| is.member(name).and_then(Value::text).unwrap_or_default().to_owned();
    let drawing = match is.member("tekening") {
        Some(Value::Bytes(bytes)) => bytes.clone(),
        _ => Vec::new(),
    };
    let moved = Spot::from_slug(&text(registers, layout::SPOT));
    Some(Element {
        id: id.to_owned(),
        layer: word("laag"),
        // A place that this version does not know: what lies there is still shown, in the classroom.
        spot: moved.or_else(|| Spot::from_slug(&word("plaats"))).unwrap_or(Spot::Klas),
        made: Made { theme: word("thema"), words: word("woorden"), drawing },
        at: get(registers, layout::AT).and_then(at),
        done: text(registers, layout::DONE),
        withdrawn: flag(registers, layout::WITHDRAWN),
    })
}

/// The place that such a value names.
pub(super) fn at(value: &Value) -> Option<At> {
    let picture = value.member(layout::PICTURE).and_then(Value::text)?.parse().ok()?;
    let number = |name| i32::try_from(value.member(name)?.int()?).ok();
    let (x, y) = (number(layout::ACROSS)?, number(layout::DOWN)?);
    Some(At { picture, x, y }.moved(0, 0))
}

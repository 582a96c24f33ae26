//! Writes one command into the document. Everything is checked before the first write.

use chrono::Datelike;
use replica::document::{Place, Value, Writer};

use super::command::{Command, Made};
use super::drawing::Drawing;
use super::layout;
use super::world::Spot;
use crate::field::{add, choose, map, mark, named, set, set_or_clear, there};
use crate::refused::Refused;

pub(super) fn write(to: &mut Writer<'_>, command: &Command) -> Result<(), Refused> {
    match command {
        Command::Together(all) => all.iter().try_for_each(|one| write(to, one)),
        Command::Begin { id, on, title, schools } => {
            let place = layout::layer(id);
            let title = named(title)?;
            let there = to.document().registers(&place);
            // When the layer is there, what it is called may become clearer; its year and day stay.
            if there.is_empty() {
                to.add_item(layout::LAYERS, id)?;
                set(to, &place, layout::YEAR, i64::from(on.year()))?;
            }
            if !there.contains_key(layout::ON) {
                set(to, &place, layout::ON, on.to_string())?;
            }
            set(to, &place, layout::TITLE, title)?;
            set(to, &place, layout::SCHOOLS, schools.trim())
        }
        Command::Import { id, year, title, image } => {
            let title = named(title)?;
            let place = layout::layer(id);
            if to.document().registers(&place).is_empty() {
                to.add_item(layout::LAYERS, id)?;
                set(to, &place, layout::YEAR, i64::from(*year))?;
                set(to, &place, layout::TITLE, title)?;
            }
            take_down_others(to, &place, &layout::image(image.blob))?;
            set(to, &place, &layout::image(image.blob), image.to_value())
        }
        Command::TakeDown { id, blob } => {
            let place = there(to, layout::layer(id))?;
            set_or_clear(to, &place, &layout::image(*blob), None::<Value>)
        }
        Command::Put { id, layer, spot, what } => {
            there(to, layout::layer(layer))?;
            let value = made(layer, *spot, what)?;
            let place = add(to, layout::ELEMENTS, id)?;
            set(to, &place, layout::IS, value)
        }
        Command::Move { id, spot } => {
            let place = there(to, layout::element(id))?;
            set(to, &place, layout::SPOT, spot.slug())
        }
        Command::Point { id, at } => {
            let place = there(to, layout::element(id))?;
            let value = at.map(|at| at.moved(0, 0)).map(|at| {
                map([
                    (layout::PICTURE, at.picture.to_string().into()),
                    (layout::ACROSS, i64::from(at.x).into()),
                    (layout::DOWN, i64::from(at.y).into()),
                ])
            });
            set_or_clear(to, &place, layout::AT, value)
        }
        Command::SetDone { id, done } => {
            let place = there(to, layout::element(id))?;
            let done = Some(done.trim()).filter(|done| !done.is_empty());
            set_or_clear(to, &place, layout::DONE, done)
        }
        Command::Withdraw { id, on } => {
            let place = there(to, layout::element(id))?;
            mark(to, &place, layout::WITHDRAWN, *on)
        }
        Command::Choose { field, write } => {
            let (place, name) = layout::register(field);
            choose(to, &place, name, write)
        }
    }
}

/// A layer holds one picture: whoever brings in another means that the one before, perhaps with a face in it, is gone.
fn take_down_others(to: &mut Writer<'_>, place: &Place, keeps: &str) -> Result<(), Refused> {
    let all = to.document().registers(place);
    let others = all.keys().filter(|name| layout::is_image(name) && *name != keeps);
    others.into_iter().try_for_each(|name| Ok(to.clear(place, name)?))
}

/// One value, so that it stands whole or not at all.
fn made(layer: &str, spot: Spot, what: &Made) -> Result<Value, Refused> {
    if what.words.trim().is_empty() && what.drawing.is_empty() {
        return Err(Refused::NoText);
    }
    if !what.drawing.is_empty() && Drawing::unpack(&what.drawing).is_err() {
        return Err(Refused::NotPossible(super::NO_DRAWING));
    }
    Ok(map([
        ("laag", layer.into()),
        ("plaats", spot.slug().into()),
        ("thema", what.theme.trim().into()),
        ("woorden", what.words.trim().into()),
        ("tekening", Value::Bytes(what.drawing.clone())),
    ]))
}

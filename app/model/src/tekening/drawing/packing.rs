//! The bytes of a drawing: small, and read back without trusting one of them.

use super::{Brush, Crayon, Damaged, Drawing, HARD, LARGEST, Mark, Point, Sticker, Stroke, WIDTH};

/// The first byte: how the rest is packed.
const PACKING: u8 = 1;
const STROKE: u64 = 0;
const STICKER: u64 = 1;

impl Drawing {
    /// The bytes: each place as the step from the one before it.
    pub fn pack(&self) -> Vec<u8> {
        let mut bytes = vec![PACKING];
        for mark in &self.marks {
            match mark {
                Mark::Stroke(stroke) => pack_stroke(&mut bytes, stroke),
                Mark::Sticker { sticker, x, y } => {
                    number(&mut bytes, STICKER);
                    number(&mut bytes, place(Sticker::ALL, *sticker));
                    step(&mut bytes, i64::from(*x));
                    step(&mut bytes, i64::from(*y));
                }
            }
        }
        bytes
    }

    /// Reads the bytes.
    ///
    /// # Errors
    /// They are no drawing, one of a later version, or one that is too large.
    pub fn unpack(bytes: &[u8]) -> Result<Self, Damaged> {
        let (packing, mut rest) = bytes.split_first().ok_or(Damaged)?;
        if *packing != PACKING || bytes.len() > LARGEST {
            return Err(Damaged);
        }
        let mut marks = Vec::new();
        while !rest.is_empty() {
            marks.push(match take(&mut rest)? {
                STROKE => Mark::Stroke(unpack_stroke(&mut rest)?),
                STICKER => {
                    let sticker = one_of(Sticker::ALL, take(&mut rest)?)?;
                    let (x, y) = (coordinate(0, &mut rest)?, coordinate(0, &mut rest)?);
                    Mark::Sticker { sticker, x, y }
                }
                _ => return Err(Damaged),
            });
        }
        Ok(Self { marks })
    }
}

fn pack_stroke(bytes: &mut Vec<u8>, stroke: &Stroke) {
    number(bytes, STROKE);
    number(bytes, place(Crayon::ALL, stroke.crayon));
    number(bytes, place(Brush::ALL, stroke.brush));
    number(bytes, stroke.points.len() as u64);
    let mut before = Point { x: 0, y: 0, pressure: 0 };
    for point in &stroke.points {
        step(bytes, i64::from(point.x) - i64::from(before.x));
        step(bytes, i64::from(point.y) - i64::from(before.y));
        step(bytes, i64::from(point.pressure) - i64::from(before.pressure));
        before = *point;
    }
}

fn unpack_stroke(rest: &mut &[u8]) -> Result<Stroke, Damaged> {
    let crayon = one_of(Crayon::ALL, take(rest)?)?;
    let brush = one_of(Brush::ALL, take(rest)?)?;
    let count = usize::try_from(take(rest)?).map_err(|_| Damaged)?;
    // Each place takes at least three bytes: a count beyond that is a lie.
    if count > rest.len() / 3 {
        return Err(Damaged);
    }
    let (mut points, mut before) = (Vec::with_capacity(count), Point { x: 0, y: 0, pressure: 0 });
    for _ in 0..count {
        let (x, y) = (coordinate(before.x, rest)?, coordinate(before.y, rest)?);
        let pressure = i64::from(before.pressure).checked_add(back(rest)?).ok_or(Damaged)?;
        let pressure = u8::try_from(pressure).ok().filter(|one| *one <= HARD).ok_or(Damaged)?;
        before = Point { x, y, pressure };
        points.push(before);
    }
    Ok(Stroke { crayon, brush, points })
}

/// Within ten sheets: what lies further is no drawing.
fn coordinate(before: i32, rest: &mut &[u8]) -> Result<i32, Damaged> {
    let to = i64::from(before).checked_add(back(rest)?).ok_or(Damaged)?;
    i32::try_from(to).ok().filter(|to| to.abs() <= 10 * WIDTH).ok_or(Damaged)
}

fn place<T: PartialEq + Copy>(all: &[T], one: T) -> u64 {
    all.iter().position(|other| *other == one).unwrap_or_default() as u64
}

fn one_of<T: Copy>(all: &[T], place: u64) -> Result<T, Damaged> {
    usize::try_from(place).ok().and_then(|at| all.get(at)).copied().ok_or(Damaged)
}

/// Seven bits at a time, the lowest first.
fn number(bytes: &mut Vec<u8>, mut number: u64) {
    while number >= 0x80 {
        bytes.push((number & 0x7f) as u8 | 0x80);
        number >>= 7;
    }
    bytes.push(number as u8);
}

/// A step either way: 0, -1, 1, -2, 2 become 0, 1, 2, 3, 4.
fn step(bytes: &mut Vec<u8>, step: i64) {
    number(bytes, ((step << 1) ^ (step >> 63)) as u64);
}

fn take(rest: &mut &[u8]) -> Result<u64, Damaged> {
    let mut value: u64 = 0;
    for shift in (0..63).step_by(7) {
        let (byte, more) = rest.split_first().ok_or(Damaged)?;
        *rest = more;
        value |= u64::from(byte & 0x7f) << shift;
        if byte & 0x80 == 0 {
            return Ok(value);
        }
    }
    Err(Damaged)
}

fn back(rest: &mut &[u8]) -> Result<i64, Damaged> {
    let value = take(rest)?;
    Ok((value >> 1) as i64 ^ -((value & 1) as i64))
}

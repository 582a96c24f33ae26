//! Every number of a simulation as a small node that remembers what it was made of. The table and the
//! explanation read the same nodes, so they cannot say different things. Whole numbers only.

use super::Marks;
use super::item::{Item, Unit};
use super::lever::LeverKey;
use crate::text::Text;

/// A place in the graph.
pub(super) type Id = u32;

/// A baseline input without its owned text: the part is a place in [`super::Baseline::areas`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct InputRef {
    pub(super) item: Item,
    pub(super) area: Option<u16>,
    pub(super) year: i32,
}

/// Where a node's value comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Op {
    Input(InputRef),
    /// A parameter row by its position.
    Row(u32),
    MissingRow {
        key: &'static str,
        year: i32,
        school_year: bool,
    },
    Lever(LeverKey),
    /// Nothing entered for an optional input: counts as nothing, and is reported.
    Absent(InputRef),
    /// A number of the method itself, such as 5 of 12 months.
    Fixed,
    Sum,
    /// The first part minus the others.
    Minus,
    /// Whole number times amount; exact.
    Times,
    /// Amount times a share in millionths, rounded half away from zero.
    Rate,
    /// Amount times the second part over the third, rounded half away from zero.
    Part,
    /// Amount times the second part over the third, rounded down, plus the cent of the fourth part.
    Share,
    Largest,
    Smallest,
}

/// One number.
#[derive(Clone, Copy, Debug)]
pub(super) struct Node {
    pub(super) op: Op,
    pub(super) title: Text,
    /// Calendar year, or 0 when it has none.
    pub(super) year: i32,
    pub(super) unit: Unit,
    /// In whole units; `None` is unknown.
    pub(super) value: Option<i64>,
    pub(super) marks: Marks,
    first: u32,
    count: u16,
}

/// What a new node is called.
#[derive(Clone, Copy, Debug)]
pub(super) struct Name {
    pub(super) title: Text,
    pub(super) year: i32,
    pub(super) unit: Unit,
}

impl Name {
    pub(super) const fn cents(title: Text, year: i32) -> Self {
        Self { title, year, unit: Unit::Cents }
    }

    pub(super) const fn pupils(title: Text, year: i32) -> Self {
        Self { title, year, unit: Unit::Pupils }
    }

    pub(super) const fn rate(title: Text, year: i32) -> Self {
        Self { title, year, unit: Unit::Millionths }
    }
}

/// One million: the scale of shares and indices.
pub(super) const ONE: i64 = 1_000_000;

#[derive(Clone, Debug, Default)]
pub(super) struct Graph {
    nodes: Vec<Node>,
    parts: Vec<Id>,
}

impl Graph {
    pub(super) fn with_capacity(nodes: usize) -> Self {
        Self { nodes: Vec::with_capacity(nodes), parts: Vec::with_capacity(nodes * 2) }
    }

    pub(super) fn node(&self, id: Id) -> Option<&Node> {
        self.nodes.get(id as usize)
    }

    pub(super) fn value(&self, id: Id) -> Option<i64> {
        self.node(id)?.value
    }

    pub(super) fn parts(&self, id: Id) -> &[Id] {
        let Some(node) = self.node(id) else { return &[] };
        let first = node.first as usize;
        self.parts.get(first..first + usize::from(node.count)).unwrap_or(&[])
    }

    /// A number that comes from outside the calculation.
    pub(super) fn leaf(&mut self, op: Op, name: Name, value: Option<i64>, marks: Marks) -> Id {
        self.push(op, name, value, marks, &[])
    }

    pub(super) fn fixed(&mut self, name: Name, value: i64) -> Id {
        self.leaf(Op::Fixed, name, Some(value), Marks::NONE)
    }

    /// A number worked out of others. What is unknown in a part is unknown in the whole.
    pub(super) fn make(&mut self, op: Op, name: Name, parts: &[Id]) -> Id {
        let mut marks = Marks::NONE;
        let mut numbers = [0_i64; MOST_PARTS];
        let mut known = parts.len() <= MOST_PARTS;
        for (slot, part) in numbers.iter_mut().zip(parts) {
            let node = self.node(*part);
            marks = marks.and(node.map_or(Marks::NONE, |node| node.marks));
            match node.and_then(|node| node.value) {
                Some(value) => *slot = value,
                None => known = false,
            }
        }
        let numbers = numbers.get(..parts.len()).unwrap_or(&[]);
        let value = if known { apply(op, numbers) } else { None };
        self.push(op, name, value, marks, parts)
    }

    pub(super) fn sum(&mut self, name: Name, parts: &[Id]) -> Id {
        self.make(Op::Sum, name, parts)
    }

    fn push(&mut self, op: Op, name: Name, value: Option<i64>, marks: Marks, parts: &[Id]) -> Id {
        let first = u32::try_from(self.parts.len()).unwrap_or(u32::MAX);
        let id = u32::try_from(self.nodes.len()).unwrap_or(u32::MAX);
        self.parts.extend_from_slice(parts);
        let count = u16::try_from(parts.len()).unwrap_or(u16::MAX);
        let Name { title, year, unit } = name;
        self.nodes.push(Node { op, title, year, unit, value, marks, first, count });
        id
    }

    pub(super) fn len(&self) -> usize {
        self.nodes.len()
    }
}

/// The most parts that one number may be made of.
pub(super) const MOST_PARTS: usize = 48;

fn apply(op: Op, n: &[i64]) -> Option<i64> {
    match (op, n) {
        (Op::Sum, _) => n.iter().try_fold(0_i64, |sum, value| sum.checked_add(*value)),
        (Op::Minus, [first, rest @ ..]) => {
            rest.iter().try_fold(*first, |left, value| left.checked_sub(*value))
        }
        (Op::Times, [a, b]) => a.checked_mul(*b),
        (Op::Rate, [amount, rate]) => ratio(*amount, *rate, ONE),
        (Op::Part, [amount, of, whole]) => ratio(*amount, *of, *whole),
        (Op::Share, [amount, of, whole, cent]) => share(*amount, *of, *whole)?.checked_add(*cent),
        (Op::Largest, _) => n.iter().max().copied(),
        (Op::Smallest, _) => n.iter().min().copied(),
        _ => None,
    }
}

/// `amount × of ÷ whole`, rounded half away from zero. `None` when it does not fit or `whole` is zero.
pub(super) fn ratio(amount: i64, of: i64, whole: i64) -> Option<i64> {
    let product = i128::from(amount) * i128::from(of);
    let whole = i128::from(whole);
    if whole == 0 {
        return None;
    }
    let twice = product.checked_mul(2)?;
    let sign = if (product < 0) == (whole < 0) { 1 } else { -1 };
    let rounded = sign * ((twice.abs() + whole.abs()) / (whole.abs() * 2));
    i64::try_from(rounded).ok()
}

/// As [`ratio`], rounded towards zero: the certain part of a largest-remainder share.
fn share(amount: i64, of: i64, whole: i64) -> Option<i64> {
    let product = i128::from(amount) * i128::from(of);
    i64::try_from(product.checked_div(i128::from(whole))?).ok()
}

//! The landscape of the tekening: from home along the road to the school and its playground, the sun of the afternoon above
//! it. Shapes with their colours, the same on the screen, on paper and in a file.

use super::world::{HEIGHT, WIDTH};

/// How a shape is coloured.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Paint {
    pub fill: &'static str,
    pub stroke: &'static str,
    pub width: &'static str,
    pub dash: &'static str,
    pub opacity: &'static str,
}

/// What it looks like, in units of the world.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// SVG path data.
    Path(&'static str),
    /// Left, top, width, height, and how round the corners are.
    Rect([i32; 5]),
    /// The middle, and how far to the edge across and down.
    Ellipse([i32; 4]),
}

/// One shape. A tree stands at a place, so many hundredths large.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Shape {
    pub paint: Paint,
    pub form: Form,
    pub at: Option<(i32, i32, i32)>,
}

const fn fill(colour: &'static str) -> Paint {
    Paint { fill: colour, stroke: "none", width: "0", dash: "none", opacity: "1" }
}

const fn line(colour: &'static str, width: &'static str) -> Paint {
    Paint { fill: "none", stroke: colour, width, dash: "none", opacity: "1" }
}

const fn edged(colour: &'static str) -> Paint {
    Paint { fill: colour, stroke: INK, width: "5", dash: "none", opacity: "1" }
}

const INK: &str = "#6d5a45";
const WOOD: &str = "#7b5f43";
const ROSE: &str = "#b4557f";
const WALL: Paint = edged("#fbf3e2");
const ROOF: Paint = edged("#c8765a");
const ROOF_OF_SCHOOL: Paint = edged("#5c8a91");
const PATCH: Paint = Paint { opacity: "0.82", ..fill("#f4ead2") };
const DASH: Paint = Paint { dash: "4 34", ..line("#cdbd9b", "6") };
const ROAD: &str = "M214 1150c140 40 250-60 390-30s180 46 300 20 120-120 180-130";

const TREES: [(i32, i32, i32); 6] = [
    (470, 640, 90),
    (560, 600, 62),
    (700, 628, 78),
    (1252, 560, 70),
    (1640, 640, 88),
    (16, 500, 60),
];

const fn path(paint: Paint, data: &'static str) -> Shape {
    Shape { paint, form: Form::Path(data), at: None }
}

const fn shape(paint: Paint, form: Form) -> Shape {
    Shape { paint, form, at: None }
}

const FAR: [Shape; 7] = [
    shape(fill("#f4ecd9"), Form::Rect([0, 0, WIDTH, HEIGHT, 0])),
    shape(fill("#f3c98b"), Form::Ellipse([1450, 170, 78, 78])),
    path(fill("#d9dfcf"), "M0 470C180 360 330 400 520 430S900 330 1120 400s380 10 560-40V1188H0Z"),
    path(fill("#c6d5bd"), "M0 560C240 480 420 560 640 540s420-110 640-40 280 60 400 20V1188H0Z"),
    path(fill("#b4caa8"), "M0 700c260-60 480 20 760 0s560-90 920-20v508H0Z"),
    path(line("#efe3c8", "74"), ROAD),
    path(DASH, ROAD),
];

const HOUSES: [Shape; 16] = [
    path(WALL, "M30 548h380v500a14 14 0 0 1-14 14H44a14 14 0 0 1-14-14Z"),
    path(ROOF, "M8 556 200 386a30 30 0 0 1 40 0l192 170Z"),
    path(WALL, "M330 452v-70h44v108Z"),
    path(line(INK, "5"), "M352 360c-14-22 20-30 4-56s14-34 6-48"),
    shape(PATCH, Form::Rect([412, 676, 386, 448, 60])),
    path(WALL, "M784 452h442v440a14 14 0 0 1-14 14H798a14 14 0 0 1-14-14Z"),
    path(ROOF_OF_SCHOOL, "M762 458l70-96h346l70 96Z"),
    path(WALL, "M960 362v-66h90v66Z"),
    path(ROOF_OF_SCHOOL, "M944 300l61-54 61 54Z"),
    shape(edged("#fffdf8"), Form::Ellipse([1005, 330, 22, 22])),
    path(line(INK, "5"), "M1005 316v14l10 7M1005 246v-66"),
    path(fill(ROSE), "M1005 182c22-14 34 12 62 0v38c-28 12-40-14-62 0Z"),
    shape(PATCH, Form::Ellipse([1446, 866, 226, 290])),
    path(line(WOOD, "8"), "M1322 560l46-150 46 150M1568 560l-46-150-46 150M1368 410h154"),
    path(line(WOOD, "8"), "M1420 410v92M1462 410v92"),
    path(line(ROSE, "12"), "M1410 504h62"),
];

/// Everything, from behind to in front.
pub fn land() -> Vec<Shape> {
    let mut all = FAR.to_vec();
    for at in TREES {
        let trunk = path(line(WOOD, "12"), "M0 0v-92M0-40l22-22");
        let leaves = path(
            fill("#7ea27c"),
            "M0-210c-46 0-66 34-58 66-30 22-14 66 24 66h68c38 0 54-44 24-66 8-32-12-66-58-66Z",
        );
        all.extend([trunk, leaves].map(|one| Shape { at: Some(at), ..one }));
    }
    all.extend(HOUSES);
    all
}

impl Shape {
    /// Where it stands, as SVG says it.
    pub fn transform(&self) -> Option<String> {
        let (x, y, size) = self.at?;
        Some(format!("translate({x} {y}) scale({}.{:02})", size / 100, size % 100))
    }
}

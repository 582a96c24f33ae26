//! How long a whole council takes to lay down, take in elsewhere and read: 30 children with 12 answers each, half of them
//! drawings. `cargo run --profile native --example leerlingenraad -p model`.
#![allow(clippy::print_stdout)] // ok: a measurement prints

use std::time::Instant;

use model::inbreng::pool::Pool;
use model::inbreng::{Contribution, Inbreng, Way};
use model::tekening::drawing::{Brush, Crayon, Drawing, Mark, Point, Stroke};
use replica::document::Session;
use replica::id::DeviceId;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let mut pool = Pool::default();
    let began = Instant::now();
    for child in 0..30_u8 {
        let all = (0..12).map(|at| answer(i32::from(child) * 12 + at)).collect();
        pool.add(all, &[child; 32]);
    }
    let collected = began.elapsed();
    pool.open(&[6; 32]);
    let ids: Vec<(String, String)> =
        pool.waiting.iter().map(|(id, one)| (id.clone(), one.what.words.clone())).collect();
    ids.iter().for_each(|(id, words)| {
        pool.look(id, words, "");
    });
    let began = Instant::now();
    let kept = pool.keep();
    let keeping = began.elapsed();
    let began = Instant::now();
    let batch = pool.batch(&[7; 32]).map_err(|_| "not yet")?;
    let mut here = Inbreng::new(session(1))?;
    let update = here.run(&batch).map_err(|refused| format!("{refused:?}"))?.update;
    let laid = began.elapsed();
    let update = update.ok_or("nothing")?;
    let began = Instant::now();
    let mut there = Inbreng::new(session(2))?;
    there.import(&update)?;
    let view = there.view();
    let taken = began.elapsed();
    println!("{} answers, {} bytes, row {} bytes", view.all.len(), update.len(), kept.len());
    println!(
        "collect {collected:?}, keep {keeping:?}, lay down {laid:?}, take in and read {taken:?}"
    );
    Ok(())
}

fn answer(at: i32) -> Contribution {
    let way = if at % 2 == 0 { Way::Tekenen } else { Way::Woorden };
    let mut one = Contribution::new(&format!("vraag-{}", at % 3), way);
    one.words = format!("Ik wil graag dat iedereen mee kan doen, nummer {at}.");
    if at % 2 == 0 {
        let line = |nth: i32| {
            let points = (0..480).map(|step| Point {
                x: (step * 3 + nth * 40 + at) % 1600,
                y: (step * step / 97 + nth * 60) % 1200,
                pressure: 7,
            });
            Stroke { crayon: Crayon::Blauw, brush: Brush::Gewoon, points: points.collect() }
                .thinned()
        };
        one.drawing =
            Drawing { marks: (0..10).map(|nth| Mark::Stroke(line(nth))).collect() }.pack();
    }
    one
}

fn session(peer: u64) -> Session {
    Session { peer, device: DeviceId::from_bytes([peer as u8; 16]) }
}

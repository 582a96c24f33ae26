//! What thirty children said with twelve answers each on the tablets of a class set, for the measurement in the browser: reads
//! the file with the questions, writes the file with the answers. `class_set QUESTIONS ANSWERS`.

use chacha20::ChaCha20Rng;
use chacha20::rand_core::SeedableRng;
use model::inbreng::set::{Invite, bundle};
use model::inbreng::{Contribution, Way};
use model::sharing::heard::{Heard, file, read_file};
use model::tekening::drawing::{Brush, Crayon, Drawing, Mark, Point, Stroke};
use replica::carry::What;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let mut names = std::env::args().skip(1);
    let (asked, answers) = (names.next().ok_or("no file")?, names.next().ok_or("no file")?);
    let heard = read_file(&std::fs::read(asked)?).map_err(|_| "no questions")?;
    let invite = heard.into_iter().find_map(|one| match one {
        Heard::Message(What::Council, message) => Invite::decode(&message).ok(),
        _ => None,
    });
    let invite = invite.ok_or("no questions")?;
    let questions: Vec<String> =
        invite.council().asked().map(|question| question.id.clone()).collect();
    let mut rng = ChaCha20Rng::from_seed([7; 32]);
    let mut sealed = Vec::new();
    for child in 0..30 {
        let all = (0..12).map(|nth| answer(&questions, child * 12 + nth)).collect();
        sealed.extend(invite.seal(all, &mut rng).map_err(|_| "not sealed")?);
    }
    let messages = bundle(sealed).into_iter().map(|one| (What::Gifts, one));
    let text = file(None, &messages.collect::<Vec<_>>()).map_err(|_| "too much for a file")?;
    std::fs::write(answers, text)?;
    Ok(())
}

/// In turn a sentence and a drawing of ten lines.
fn answer(questions: &[String], nth: i32) -> Contribution {
    let place = usize::try_from(nth).unwrap_or_default() % questions.len().max(1);
    let question = questions.get(place).map_or("", String::as_str);
    let way = if nth % 2 == 0 { Way::Tekenen } else { Way::Woorden };
    let mut one = Contribution::new(question, way);
    one.words = format!("Ik wil graag dat iedereen mee kan doen, nummer {nth}.");
    if way == Way::Tekenen {
        let marks = (0..10).map(|line| Mark::Stroke(stroke(nth, line))).collect();
        one.drawing = Drawing { marks }.pack();
    }
    one
}

fn stroke(nth: i32, line: i32) -> Stroke {
    let points = (0..480).map(|step| Point {
        x: 200 + (step * 3 + nth) % 1200,
        y: 100 + line * 90 + (step % 120 - 60).pow(2) / 40,
        pressure: 7,
    });
    Stroke { crayon: Crayon::Blauw, brush: Brush::Gewoon, points: points.collect() }.thinned()
}

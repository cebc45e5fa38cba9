//! How much of 2,000 random reports is read right, style by style: `cargo bench --bench accuracy`.
//!
//! The reports and the styles are those of `tests/styles.rs`. A figure is right if the record has the number that was
//! drawn, or none where none was printed; missed if the record has none and says why; silent if it has another one and no
//! warning or error names it. In styles that lose blank cells, some figures cannot be known.

#[path = "../tests/drawn/mod.rs"]
mod drawn;

use drawn::figures::KINDS;
use drawn::score::{Score, score};
use drawn::styles::{STYLES, Style};
use drawn::{Drawn, Rng};
use nianbao::template::TEMPLATES;

const REPORTS: usize = 2_000;

fn main() {
    let mut scores: Vec<Score> = STYLES.iter().map(|_| Score::default()).collect();
    let cases = (0..REPORTS).map(|n| (n, n % STYLES.len()));
    for (seed, style) in cases {
        scores[style].add(drawn_and_read(seed as u64, &STYLES[style]));
    }
    println!(
        "{:<42} {:>8} {:>8} {:>7} {:>7} {:>7} {:>7}",
        "style", "blanks", "figures", "right", "missed", "flagged", "silent"
    );
    for (style, score) in STYLES.iter().zip(&scores) {
        line(style.name, &format!("{:?}", style.blanks).to_lowercase(), score);
    }
    let mut all = Score::default();
    scores.into_iter().for_each(|score| all.add(score));
    line("all", "", &all);
}

fn drawn_and_read(seed: u64, style: &Style) -> Score {
    let mut rng = Rng::with_seed(seed);
    let template = TEMPLATES[rng.usize(0..TEMPLATES.len())];
    let kind = KINDS[rng.usize(0..KINDS.len())];
    let drawn = Drawn::new(template, kind, &mut rng);
    score(&drawn, (style.write)(&drawn, &mut rng).as_bytes())
}

fn line(name: &str, blanks: &str, score: &Score) {
    let share = |count: usize| count as f64 * 100.0 / score.total() as f64;
    println!(
        "{name:<42} {blanks:>8} {:>8} {:>6.2}% {:>6.2}% {:>7} {:>7}",
        score.total(),
        share(score.right),
        share(score.missed.len()),
        score.flagged.len(),
        score.silent.len(),
    );
}

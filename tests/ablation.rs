//! Flattened tables with one thing taken out: no figure comes out wrong unless a finding names it.

mod drawn;

use drawn::figures::KINDS;
use drawn::score::{Score, score};
use drawn::styles::{STYLES, Style};
use drawn::{Drawn, Rng};
use nianbao::template::TEMPLATES;

/// As many texts are damaged.
const TRIALS: u64 = 10_000;

#[test]
fn a_lost_line_cell_or_label_makes_no_figure_silently_wrong() {
    let flattened: Vec<&Style> = STYLES.iter().filter(|style| style.flattened).collect();
    // `TRIAL=26 TRIAL_TO=file` repeats one trial and keeps its text.
    if let Some(only) = std::env::var("TRIAL").ok().and_then(|number| number.parse().ok()) {
        assert_eq!(trial(only, &flattened), None);
        return;
    }
    let workers = 2;
    let failed: Vec<String> = std::thread::scope(|scope| {
        let workers: Vec<_> = (0..workers)
            .map(|worker| {
                let flattened = &flattened;
                scope.spawn(move || {
                    (0..TRIALS)
                        .filter(|n| n % workers == worker)
                        .filter_map(|n| trial(n, flattened))
                        .collect::<Vec<_>>()
                })
            })
            .collect();
        workers.into_iter().flat_map(|worker| worker.join().unwrap()).collect()
    });
    let shown = failed.iter().take(40).cloned().collect::<Vec<_>>().join("\n");
    assert!(failed.is_empty(), "{} of {TRIALS}\n{shown}", failed.len());
}

fn trial(number: u64, styles: &[&Style]) -> Option<String> {
    let mut rng = Rng::with_seed(number);
    let style = styles[rng.usize(0..styles.len())];
    let template = TEMPLATES[rng.usize(0..TEMPLATES.len())];
    let kind = KINDS[rng.usize(0..KINDS.len())];
    let drawn = Drawn::new(template, kind, &mut rng);
    let text = (style.write)(&drawn, &mut rng);
    let (damage, text) = damaged(&text, &drawn, &mut rng);
    if let Some(file) = std::env::var_os("TRIAL_TO") {
        std::fs::write(file, &text).unwrap();
    }
    let score: Score = score(&drawn, text.as_bytes());
    (!score.silent.is_empty()).then(|| {
        format!(
            "trial {number}: {} {} {kind:?}, {damage}: {}",
            template.id,
            style.name,
            score.silent.iter().take(3).cloned().collect::<Vec<_>>().join("; ")
        )
    })
}

/// A text without one of its lines, one of its cells, or one of its labels, taken from where its tables stand.
fn damaged(text: &str, drawn: &Drawn, rng: &mut Rng) -> (String, String) {
    let lines: Vec<&str> = text.split('\n').collect();
    match rng.u8(0..3) {
        0 if lines.len() > 20 => {
            let at = rng.usize(8..lines.len() - 4);
            let rest: Vec<&str> = lines.iter().enumerate().filter(|&(n, _)| n != at).map(|(_, line)| *line).collect();
            (format!("without line {} {:?}", at + 1, lines[at]), rest.join("\n"))
        }
        1 => without_one(text, &drawn.shown.values().filter(|text| !text.is_empty()).cloned().collect::<Vec<_>>(), rng),
        _ => {
            let labels = drawn.tables().into_iter().flat_map(|table| table.rows).flatten();
            let labels = labels.filter(|cell| !cell.figure && !cell.text.trim().is_empty());
            without_one(text, &labels.map(|cell| cell.text.trim().to_owned()).collect::<Vec<_>>(), rng)
        }
    }
}

/// The text without one cell that holds one of these texts; a divider behind it goes with it or stays.
fn without_one(text: &str, cells: &[String], rng: &mut Rng) -> (String, String) {
    let cell = &cells[rng.usize(0..cells.len())];
    let from = text.len() / 6;
    let from = (from..).find(|&at| text.is_char_boundary(at)).unwrap();
    let places: Vec<usize> = text[from..]
        .match_indices(cell.as_str())
        .map(|(at, _)| from + at)
        .filter(|&at| alone(text, at, cell))
        .collect();
    if places.is_empty() {
        return ("whole".to_owned(), text.to_owned());
    }
    let at = places[rng.usize(0..places.len())];
    let end = at + cell.len();
    let divider =
        text[end..].chars().next().filter(|c| matches!(c, '\t' | '|' | '\n' | ' ' | ',')).map_or(0, char::len_utf8);
    let end = end + if rng.bool() { divider } else { 0 };
    (format!("without {cell:?} at {at}"), format!("{}{}", &text[..at], &text[end..]))
}

fn alone(text: &str, at: usize, cell: &str) -> bool {
    let edge = |c: Option<char>| c.is_none_or(|c| c.is_whitespace() || matches!(c, '|' | ',' | '│'));
    edge(text[..at].chars().next_back()) && edge(text[at + cell.len()..].chars().next())
}

//! Random reports, written in every style and read back.
//!
//! What a style keeps must come out right; what it loses may be missing, and nothing may be wrong in silence.

mod drawn;

use drawn::figures::{KINDS, Kind};
use drawn::lies::LIES;
use drawn::score::{Score, score};
use drawn::styles::{Blanks, STYLES, Style};
use drawn::{Drawn, Rng};
use nianbao::template::TEMPLATES;

/// As many reports of each edition and kind as a style is tried on.
const REPORTS: u64 = 3;

fn tried(style: &Style, kind: Kind) -> Score {
    let mut all = Score::default();
    for template in TEMPLATES {
        for seed in 0..REPORTS {
            let mut rng = Rng::with_seed(seed);
            let drawn = Drawn::new(template, kind, &mut rng);
            all.add(score(&drawn, (style.write)(&drawn, &mut rng).as_bytes()));
        }
    }
    all
}

#[test]
fn what_a_style_keeps_is_read_and_nothing_is_wrong_in_silence() {
    let mut failed = Vec::new();
    for style in STYLES {
        for kind in KINDS {
            let score = tried(style, kind);
            let kept = kind != Kind::Blank || style.blanks == Blanks::Kept;
            let least = if kept { 0.995 } else { 0.0 };
            let right = score.right as f64 / score.total() as f64;
            if right < least || !score.silent.is_empty() || !score.flagged.is_empty() || !score.alarms.is_empty() {
                let first = |list: &Vec<String>| list.iter().take(3).cloned().collect::<Vec<_>>().join("; ");
                failed.push(format!(
                    "{} ({kind:?}): {:.1} % right, {} missed [{}], {} flagged, {} silent [{}], {} alarms [{}]",
                    style.name,
                    right * 100.0,
                    score.missed.len(),
                    first(&score.missed),
                    score.flagged.len(),
                    score.silent.len(),
                    first(&score.silent),
                    score.alarms.len(),
                    first(&score.alarms),
                ));
            }
        }
    }
    assert!(failed.is_empty(), "\n{}", failed.join("\n"));
}

#[test]
fn tables_in_another_order_are_read_by_their_labels_or_not_at_all() {
    let mut failed = Vec::new();
    for lie in LIES {
        let mut all = Score::default();
        for (template, kind) in
            TEMPLATES.iter().flat_map(|template| [Kind::Dense, Kind::Sparse].map(|kind| (template, kind)))
        {
            for seed in 0..REPORTS {
                let mut rng = Rng::with_seed(seed);
                let drawn = Drawn::new(template, kind, &mut rng);
                all.add(score(&drawn, (lie.write)(&drawn, &mut rng).as_bytes()));
            }
        }
        if !all.silent.is_empty() || lie.settled && all.right < all.total() {
            let first = all.silent.iter().chain(&all.missed).take(4).cloned().collect::<Vec<_>>().join("; ");
            failed.push(format!(
                "{}: {} silent, {} missed, {} flagged: {first}",
                lie.name,
                all.silent.len(),
                all.missed.len(),
                all.flagged.len()
            ));
        }
    }
    assert!(failed.is_empty(), "\n{}", failed.join("\n"));
}

/// `STYLES_TO=folder cargo test --test styles` writes a report of each edition, kind and style there, to be looked at.
#[test]
fn styles_can_be_looked_at() {
    let Some(folder) = std::env::var_os("STYLES_TO") else { return };
    for (template, kind) in TEMPLATES.iter().flat_map(|template| KINDS.map(|kind| (template, kind))) {
        for (number, style) in STYLES.iter().enumerate() {
            let mut rng = Rng::with_seed(0);
            let drawn = Drawn::new(template, kind, &mut rng);
            let name = format!("{}-{kind:?}-{number:02} {}.txt", template.id, style.name);
            std::fs::write(std::path::Path::new(&folder).join(name), (style.write)(&drawn, &mut rng)).unwrap();
        }
    }
}

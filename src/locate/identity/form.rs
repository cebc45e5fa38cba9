//! What the head of a form says: 部门：…, 填报单位：…, （2016年度）. A workbook often names its office and year there only.

use super::{name, squeezed};
use crate::document::{Block, Document};
use crate::template::WORDS;
use crate::text::fold;
use std::borrow::Cow;
use std::collections::BTreeSet;
use std::sync::LazyLock;

/// The office and year of a form.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct FormHead {
    pub agency: Option<String>,
    pub year: Option<i16>,
}

/// As many rows of a grid as belong to the head of a form.
const HEAD: usize = 4;

/// Reads the heads of all grids and the short lines; the first office that is found counts, and the only year.
pub(crate) fn read(document: &Document) -> FormHead {
    let mut head = FormHead::default();
    let mut years = BTreeSet::new();
    for block in &document.blocks {
        match block {
            Block::Grid(grid) => grid
                .cells
                .iter()
                .filter(|cell| cell.row < HEAD)
                .for_each(|cell| take(&cell.text, &mut head, &mut years)),
            Block::Line(line) if line.text.len() <= 40 * 4 && line.text.chars().count() <= 40 => {
                take(&line.text, &mut head, &mut years)
            }
            Block::Line(_) => {}
        }
    }
    // Several years are those of a menu, or of columns.
    head.year = years.first().copied().filter(|_| years.len() == 1);
    head
}

/// The keys of the names of offices.
static OFFICES: LazyLock<Vec<Cow<'static, str>>> =
    LazyLock::new(|| WORDS.office_names.iter().map(|name| fold::key(name)).collect());

fn take(text: &str, head: &mut FormHead, years: &mut BTreeSet<i16>) {
    // Most texts are a label or a number.
    if !text.contains([':', '：', '度']) {
        return;
    }
    let text = squeezed(text);
    if let Some((named, office)) = text.split_once(['：', ':'])
        && name::is_agency(office)
        && OFFICES.contains(&fold::key(named))
    {
        head.agency.get_or_insert_with(|| office.to_owned());
    }
    years.extend(bare_year(&text));
}

/// `2023年度`, `（2016年度）`: a year and nothing else.
fn bare_year(text: &str) -> Option<i16> {
    let inner = text.trim_matches(['（', '）', '(', ')']);
    let digits = inner.strip_suffix("年度")?;
    digits.parse().ok().filter(|year| (1990..2100).contains(year))
}

//! What the head of a form says: 部门：…, 填报单位：…, （2016年度）, 云溪市水务局2016年政府信息公开情况统计表. A workbook often
//! names its office and year there only.

use super::{name, squeezed, title};
use crate::document::{Block, Document};
use crate::template::{Role, WORDS};
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
    if !text.contains([':', '：', '度', '表']) {
        return;
    }
    let text = squeezed(text);
    if let Some((before, behind)) = around_title(&text) {
        let (agency, year) = title::agency_and_year(before);
        head.agency = head.agency.take().or(agency.filter(|agency| name::is_agency(agency)));
        years.extend(year.into_iter().chain(bare_year(behind)));
    }
    if let Some((named, office)) = text.split_once(['：', ':'])
        && name::is_agency(office)
        && OFFICES.contains(&fold::key(named))
    {
        head.agency.get_or_insert_with(|| office.to_owned());
    }
    years.extend(bare_year(&text));
}

/// What stands before the title that a form prints, and the year behind it.
fn around_title(text: &str) -> Option<(&str, &str)> {
    let around = text.split_once(Role::Statistics.title());
    around.filter(|(_, behind)| behind.is_empty() || bare_year(behind).is_some())
}

/// `2023年度`, `（2016年度）`: a year and nothing else.
fn bare_year(text: &str) -> Option<i16> {
    let inner = text.trim_matches(['（', '）', '(', ')']);
    let digits = inner.strip_suffix("年度")?;
    digits.parse().ok().filter(|year| (1990..2100).contains(year))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_title_of_a_form_names_its_office_and_year() {
        let read = |text: &str| {
            let (mut head, mut years) = (FormHead::default(), BTreeSet::new());
            take(text, &mut head, &mut years);
            (head.agency, years.first().copied())
        };
        let office = || Some("云溪市水务局".to_owned());
        assert_eq!(read("云溪市水务局2016年政府信息公开情况统计表"), (office(), Some(2016)));
        assert_eq!(read("2016年度云溪市水务局政府信息公开情况统计表"), (office(), Some(2016)));
        assert_eq!(read("云溪市水务局政府信息公开情况统计表（2016年度）"), (office(), Some(2016)));
        assert_eq!(read("附件2：2016年政府信息公开情况统计表"), (None, Some(2016)));
        assert_eq!(read("政府信息公开情况统计表"), (None, None));
        // The form of all offices is no office's, and what goes on is a sentence.
        assert_eq!(read("云溪市各部门2016年政府信息公开情况统计表").0, None);
        assert_eq!(read("见云溪市水务局2016年政府信息公开情况统计表附后"), (None, None));
    }
}

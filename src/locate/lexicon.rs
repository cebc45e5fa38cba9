//! The labels of an edition, folded and indexed: which row, caption, column or head word a text may be.

use super::index::{Form, Index};
use super::keys::{Characters, Keys};
use super::renumbered::{self, Numbered};
use super::whole;
use crate::template::{BlockSpec, Label, RowKind, RowSpec, TableSpec, Template};
use crate::text::{fold, ordinal};
use memchr::memmem::{self, Finder};
use std::collections::{HashMap, HashSet};
use std::sync::OnceLock;

/// What a label stands for within its table. The order is the order of the form.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(crate) enum Entry {
    /// The caption of a block.
    Caption(usize),
    /// A row of a block.
    Row(usize, usize),
}

/// The keys of a block's labels, each with all its spellings.
#[derive(Debug)]
pub(crate) struct BlockKeys {
    /// Of each row; empty where it has no label.
    pub rows: Vec<Vec<String>>,
    /// Of each column.
    pub columns: Vec<Vec<String>>,
    /// Of the groups above each column, outer ones first.
    pub groups: Vec<Vec<Vec<String>>>,
    /// Of the innermost groups, each with the first column below it.
    pub inner: Vec<(Vec<String>, usize)>,
    /// The names of all groups as printed, inner ones first, so that a text which holds both is of the inner one.
    pub names: Vec<String>,
    /// The first characters of these.
    pub initials: Characters,
    /// The numbers of the names of the groups above each column, outer ones first.
    pub under: Vec<Vec<usize>>,
    /// Several columns bear the same label.
    pub repeats: bool,
    /// The rows of figures that a printing may have.
    pub variants: Vec<Vec<usize>>,
}

impl BlockKeys {
    fn new(block: &'static BlockSpec) -> Self {
        let columns = || block.columns.iter();
        let names = group_names(block);
        let number = |label: &Label| {
            let key = fold::key(label.text);
            names.iter().position(|name| *name == key).expect("every group has a name")
        };
        let labels: HashSet<&str> = columns().map(|column| column.label.text).collect();
        let groups: Vec<Vec<Vec<String>>> =
            columns().map(|column| column.under.iter().map(spellings).collect()).collect();
        BlockKeys {
            inner: inner_groups(&groups),
            under: columns().map(|column| column.under.iter().map(number).collect()).collect(),
            repeats: labels.len() < block.columns.len(),
            variants: whole::variants(block.rows),
            rows: block.rows.iter().map(|row| spellings(&row.label)).collect(),
            columns: columns().map(|column| spellings(&column.label)).collect(),
            groups,
            initials: Characters::of(names.iter().filter_map(|name| name.chars().next())),
            names,
        }
    }
}

fn inner_groups(groups: &[Vec<Vec<String>>]) -> Vec<(Vec<String>, usize)> {
    let inner = groups.iter().enumerate().filter_map(|(column, groups)| Some((groups.last()?.clone(), column)));
    let mut inner: Vec<(Vec<String>, usize)> = inner.collect();
    inner.dedup_by(|other, one| other.0 == one.0);
    inner
}

fn group_names(block: &BlockSpec) -> Vec<String> {
    let mut names: Vec<(usize, String)> = Vec::new();
    for (depth, label) in block.columns.iter().flat_map(|column| column.under.iter().enumerate()) {
        let key = fold::key(label.text);
        if !names.iter().any(|(_, known)| *known == key) {
            names.push((depth, key.into_owned()));
        }
    }
    names.sort_by_key(|(depth, _)| std::cmp::Reverse(*depth));
    names.into_iter().map(|(_, name)| name).collect()
}

/// The entries of rows that bear the same label.
fn equal_rows(spec: &TableSpec, entries: &[Entry]) -> Vec<Vec<usize>> {
    let mut rows: HashMap<String, Vec<usize>> = HashMap::new();
    for (at, entry) in entries.iter().enumerate() {
        let Entry::Row(block, row) = *entry else { continue };
        let label = fold::key(spec.blocks[block].rows[row].label.text);
        rows.entry(label.into_owned()).or_default().push(at);
    }
    let several = rows.into_iter().filter(|(label, rows)| !label.is_empty() && rows.len() > 1);
    let mut equal: Vec<Vec<usize>> = several.map(|(_, rows)| rows).collect();
    equal.sort_unstable();
    equal
}

/// The labels of one table.
#[derive(Debug)]
pub(crate) struct TableLexicon {
    /// The law's side.
    pub spec: &'static TableSpec,
    /// Captions and rows in the order of the form.
    pub entries: Vec<Entry>,
    /// How captions and rows may be written.
    pub rows: Index,
    /// How the columns of each block may be written; an entry is a column's number.
    pub columns: Vec<Index>,
    /// The words of the heads that name no column.
    pub head_words: Keys,
    /// The keys of each block.
    pub keys: Vec<BlockKeys>,
    /// All folded labels of rows, columns and heads.
    known: Keys,
    /// The entries of each label that several rows bear, by its key.
    equal: Vec<Vec<usize>>,
    /// The same, for pieces of them.
    pieces: Pieces,
    /// Labels of the edition's other tables that this one has not: they end its rows.
    foreign: Keys,
}

impl TableLexicon {
    fn new(spec: &'static TableSpec) -> Self {
        let (mut entries, mut forms) = (Vec::new(), Vec::new());
        let (mut head_words, mut numbered) = (Vec::new(), Numbered::default());
        let ambiguous = repeated_bodies(spec);
        for (b, block) in spec.blocks.iter().enumerate() {
            if let Some(caption) = block.caption {
                push_forms(&mut forms, &caption, entries.len(), &ambiguous);
                entries.push(Entry::Caption(b));
            }
            for (r, row) in block.rows.iter().enumerate() {
                push_forms(&mut forms, &row.label, entries.len(), &ambiguous);
                push_words(&mut numbered, row, entries.len(), &ambiguous);
                entries.push(Entry::Row(b, r));
            }
            let above = block.columns.iter().flat_map(|column| column.under);
            head_words.extend(block.head.iter().chain(above).flat_map(spellings));
        }
        let columns: Vec<Index> = spec.blocks.iter().map(|block| column_index(block.columns)).collect();
        let rows = Index::of_rows(forms, numbered);
        let all_columns = columns.iter().flat_map(|index| index.forms().iter().map(|form| form.key.clone()));
        let known = rows.forms().iter().map(|f| f.key.clone()).chain(all_columns).chain(head_words.iter().cloned());
        let known = Keys::new(known);
        let pieces = Pieces::new(&known);
        let keys = spec.blocks.iter().map(BlockKeys::new).collect();
        let head_words = Keys::new(head_words);
        let equal = equal_rows(spec, &entries);
        TableLexicon { spec, entries, rows, columns, head_words, keys, known, equal, pieces, foreign: Keys::default() }
    }

    /// Whether the key is part of some label of this table.
    pub fn fits(&self, key: &str) -> bool {
        self.pieces.contains(key)
    }

    /// Whether the key is a label of this table: of a row, a column or a head.
    pub fn knows(&self, key: &str) -> bool {
        self.known.contains(key)
    }

    /// Whether the key is the label of a column of other blocks, and of none of this one.
    pub fn is_column_of_others(&self, block: usize, key: &str) -> bool {
        let names = |columns: &Index| columns.is_label(key);
        self.columns.len() > 1 && !names(&self.columns[block]) && self.columns.iter().any(names)
    }

    /// Whether a key is a label of this table, a piece of one, or begins with the label of a row.
    pub fn recognises(&self, key: &str) -> bool {
        self.knows(key) || self.fits(key) || self.rows.opens(key)
    }

    /// Whether the key is a label of another table of the edition, and none of this one.
    pub fn is_foreign(&self, key: &str) -> bool {
        self.foreign.contains(key)
    }

    /// The row of an entry, if it is one.
    pub fn row(&self, entry: usize) -> Option<(usize, usize)> {
        match self.entries[entry] {
            Entry::Row(block, row) => Some((block, row)),
            Entry::Caption(_) => None,
        }
    }

    /// How deep the label of an entry is nested.
    pub fn depth(&self, entry: usize) -> u8 {
        self.row(entry).map_or(0, |(block, row)| self.spec.blocks[block].rows[row].depth)
    }

    /// The other rows whose labels are the same, number included.
    pub fn equals(&self, entry: usize) -> impl Iterator<Item = usize> {
        let equal = self.equal.iter().find(|equal| equal.contains(&entry));
        equal.into_iter().flatten().copied().filter(move |&other| other != entry)
    }

    /// How many of some labels of rows stand behind one that the form prints before them.
    pub fn steps(&self, labels: &[String]) -> usize {
        let entry = |label: &String| Some(self.rows.find(label).0.first()?.entry);
        let entries: Vec<usize> = labels.iter().filter_map(entry).collect();
        entries.windows(2).filter(|pair| pair[0] < pair[1]).count()
    }

    /// The block of an entry.
    pub fn block(&self, entry: usize) -> usize {
        match self.entries[entry] {
            Entry::Row(block, _) | Entry::Caption(block) => block,
        }
    }

    /// Whether an entry may hold figures.
    pub fn holds_figures(&self, entry: usize) -> bool {
        self.row(entry).is_some_and(|(b, r)| self.spec.blocks[b].rows[r].kind != RowKind::Group)
    }
}

/// What may be a piece of some label.
#[derive(Debug)]
struct Pieces {
    /// The labels, a line each: one search tells whether a text is a piece of any.
    lines: String,
    /// A bit for each two characters that stand side by side in a label; several such pairs share a bit. Most texts have
    /// a pair that no label has.
    pairs: Vec<bool>,
}

impl Pieces {
    fn new(labels: &Keys) -> Self {
        let lines = labels.iter().map(String::as_str).collect::<Vec<_>>().join("\n");
        let mut pairs = vec![false; PAIRS];
        lines.chars().zip(lines.chars().skip(1)).for_each(|pair| pairs[number(pair)] = true);
        Pieces { lines, pairs }
    }

    fn contains(&self, key: &str) -> bool {
        let mut pairs = key.chars().zip(key.chars().skip(1));
        pairs.all(|pair| self.pairs[number(pair)]) && memmem::find(self.lines.as_bytes(), key.as_bytes()).is_some()
    }
}

const PAIRS: usize = 1 << 13;

/// The number of two characters that stand side by side.
fn number((one, other): (char, char)) -> usize {
    (one as usize * 31 + other as usize) % PAIRS
}

/// The labels of an edition.
#[derive(Debug)]
pub(crate) struct Lexicon {
    /// The edition.
    pub template: &'static Template,
    /// Its tables, when they are first asked for: a report is of one edition.
    tables: OnceLock<Vec<TableLexicon>>,
    /// The folded labels that no other edition prints.
    pub hallmarks: Vec<String>,
    /// The first characters of these.
    pub initials: Characters,
    /// Those among them that are long enough to be told within other text.
    pub long_hallmarks: Vec<Finder<'static>>,
    /// The first four characters of each of these, see [`with_next`].
    pub beginnings: Vec<u64>,
}

/// The last four characters of a text that goes on with this one.
pub(crate) fn with_next(last: u64, next: char) -> u64 {
    last << 16 | u64::from(next as u32 & 0xffff)
}

impl Lexicon {
    /// The labels of an edition.
    pub fn new(template: &'static Template) -> Self {
        let hallmarks: Vec<String> = template.hallmarks.iter().map(|label| fold::key(label).into_owned()).collect();
        let long = hallmarks.iter().filter(|hallmark| hallmark.chars().count() >= 5);
        let long_hallmarks = long.clone().map(|hallmark| Finder::new(hallmark).into_owned()).collect();
        let beginnings = long.map(|hallmark| hallmark.chars().take(4).fold(0, with_next)).collect();
        let initials = Characters::of(hallmarks.iter().filter_map(|hallmark| hallmark.chars().next()));
        Lexicon { template, tables: OnceLock::new(), hallmarks, initials, long_hallmarks, beginnings }
    }

    /// The labels of its tables.
    pub fn tables(&self) -> &[TableLexicon] {
        self.tables.get_or_init(|| {
            let mut tables: Vec<TableLexicon> =
                self.template.tables.iter().map(|spec| TableLexicon::new(spec)).collect();
            for at in 0..tables.len() {
                let others = tables
                    .iter()
                    .enumerate()
                    .filter(|&(other, _)| other != at)
                    .flat_map(|(_, table)| table.known.iter());
                let own = &tables[at];
                let foreign = others.filter(|key| key.chars().count() >= 4 && !own.fits(key)).cloned();
                tables[at].foreign = Keys::new(foreign);
            }
            tables
        })
    }

    /// Whether the key is a label of some table with its values behind it, or a piece of a label.
    pub fn is_row(&self, key: &str) -> bool {
        self.tables().iter().any(|table| table.fits(key) || table.rows.opens(key))
    }

    /// Whether the key is a label of some table, or a longer label holds it, or it begins with one.
    pub fn resembles(&self, key: &str) -> bool {
        let begins = |known: &String| key.starts_with(known.as_str()) && known.chars().count() >= 4;
        self.tables().iter().any(|table| table.fits(key) || table.known.akin(key).iter().any(begins))
    }
}

/// The ways of writing one label: as printed, without its ordinal, and both without what stands in brackets.
fn spellings(label: &Label) -> Vec<String> {
    let texts = std::iter::once(&label.text).chain(label.also);
    texts.flat_map(|text| keys(text)).filter(|key| !key.is_empty()).collect()
}

/// The keys of a text, with what stands in brackets and, where some does, without it.
fn keys(text: &str) -> impl Iterator<Item = String> + use<> {
    let outside = fold::has_brackets(text).then(|| fold::key_outside_brackets(text));
    std::iter::once(fold::key(text).into_owned()).chain(outside)
}

/// The label without its ordinal and without a leading 其中.
fn body(text: &str) -> &str {
    let without = |text| ordinal::parse(text).map_or(text, |found: ordinal::Ordinal<'_>| found.rest);
    let inner = without(text).trim();
    match inner.strip_prefix("其中").map(|rest| rest.trim_start_matches(['：', ':', ' '])) {
        Some(rest) => without(rest),
        None => inner,
    }
}

/// The bodies that several labels of a table share.
fn repeated_bodies(spec: &TableSpec) -> HashSet<String> {
    let mut seen: HashMap<String, usize> = HashMap::new();
    for block in spec.blocks {
        for row in block.rows {
            *seen.entry(fold::key(body(row.label.text)).into_owned()).or_default() += 1;
        }
        for column in block.columns {
            *seen.entry(fold::key(column.label.text).into_owned()).or_default() += 1;
        }
    }
    // The columns of blocks with equal heads repeat without harm; only a row's body that is met again is ambiguous.
    seen.into_iter().filter(|&(_, times)| times > 1).map(|(key, _)| key).collect()
}

fn push_forms(forms: &mut Vec<Form>, label: &Label, entry: usize, ambiguous: &HashSet<String>) {
    let form = |key: String| {
        let weak = ambiguous.contains(&key);
        Form::new(key, entry, weak)
    };
    forms.extend(spellings(label).into_iter().map(form));
    let texts = std::iter::once(&label.text).chain(label.also);
    for text in texts {
        let bodies = keys(body(text)).filter(|key| key.chars().nth(1).is_some());
        forms.extend(bodies.map(form));
    }
}

/// The words of a row's label without its number, where no other label has them.
fn push_words(numbered: &mut Numbered, row: &RowSpec, entry: usize, ambiguous: &HashSet<String>) {
    for text in std::iter::once(&row.label.text).chain(row.label.also) {
        let has_number = renumbered::words(text).is_some() && row.kind != RowKind::Group;
        let own = keys(body(text)).filter(|key| !key.is_empty() && !ambiguous.contains(key));
        own.for_each(|key| numbered.add(key, entry, has_number));
    }
}

fn column_index(columns: &'static [crate::template::ColumnSpec]) -> Index {
    let printed = |entry: usize, key: &String| {
        let text = columns[entry].label.text;
        fold::key(text) == *key || fold::key_outside_brackets(text) == *key
    };
    let form = |(entry, key)| {
        let single = !printed(entry, &key);
        Form { single, ..Form::new(key, entry, false) }
    };
    let keys = columns
        .iter()
        .enumerate()
        .flat_map(|(entry, column)| spellings(&column.label).into_iter().map(move |key| (entry, key)));
    Index::new(keys.map(form).collect())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::template::TEMPLATES;

    #[test]
    fn every_character_of_the_labels_can_be_told() {
        for key in TEMPLATES.iter().map(|template| Lexicon::new(template)).flat_map(|lexicon| {
            lexicon.tables().iter().flat_map(|table| table.known.iter().cloned()).collect::<Vec<_>>()
        }) {
            let characters = Characters::of(key.chars());
            assert!(key.chars().all(|c| characters.contains(c)), "{key}");
        }
    }
}

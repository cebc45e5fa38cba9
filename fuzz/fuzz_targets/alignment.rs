//! Labels of the form, values and blanks in any order, one a line: the alignment of tables that lost their grid. Every
//! byte is one of them, so that most inputs are nearly tables.

#![no_main]

use nianbao::template::TEMPLATES;
use nianbao::{Options, extract};
use std::sync::LazyLock;

static WORDS: LazyLock<Vec<&str>> = LazyLock::new(|| {
    let blocks = TEMPLATES.iter().flat_map(|template| template.tables).flat_map(|table| table.blocks);
    let labels = blocks.flat_map(|block| {
        let rows = block.rows.iter().map(|row| row.label.text);
        rows.chain(block.columns.iter().map(|column| column.label.text)).chain(block.caption.map(|label| label.text))
    });
    let values = ["0", "1", "12", "/", "—", "", "\u{a0}", "\t", "|", " ", "。", "第 1 页"];
    values.into_iter().chain(labels).collect()
});

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    let words = bytes.iter().map(|&byte| WORDS[byte as usize % WORDS.len()]);
    let mut text = "一、总体情况\n全年无。\n二、主动公开政府信息情况\n".to_owned();
    words.for_each(|word| {
        text.push_str(word);
        text.push('\n');
    });
    let _ = extract(text.as_bytes(), &Options { evidence: true, ..Options::default() });
});

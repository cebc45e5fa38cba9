//! Time and allocations of each step on one page of each kind: `cargo bench --bench rooms`.

#[allow(dead_code)]
mod generated;

use divan::{AllocProfiler, Bencher, counter::BytesCount};
use generated::page::{Style, page};
use generated::report::Report;
use nianbao::outline::Titles;
use nianbao::{Options, emit, extract, locate, outline, read, template};

#[global_allocator]
static ALLOCATIONS: AllocProfiler = AllocProfiler::system();

const STYLES: [Style; 3] = [Style::Office, Style::Editor, Style::Trs];

fn main() {
    divan::main();
}

fn sample(style: Style) -> String {
    page(&Report::new(7, 3), style, 7)
}

#[divan::bench(args = STYLES)]
fn bare_parse(bencher: Bencher, style: Style) {
    let page = sample(style);
    bencher.counter(BytesCount::of_str(&page)).bench(|| scraper::Html::parse_document(&page));
}

#[divan::bench(args = STYLES)]
fn reading(bencher: Bencher, style: Style) {
    let page = sample(style);
    bencher.counter(BytesCount::of_str(&page)).bench(|| read::read(page.as_bytes(), None));
}

#[divan::bench(args = STYLES)]
fn outlining(bencher: Bencher, style: Style) {
    let (document, _) = read::read(sample(style).as_bytes(), None).expect("a generated page is read");
    let titles = Titles::new(&template::section_titles());
    bencher.bench(|| outline::outline(&document, &titles));
}

#[divan::bench(args = STYLES)]
fn locating(bencher: Bencher, style: Style) {
    let (document, _) = read::read(sample(style).as_bytes(), None).expect("a generated page is read");
    let outline = outline::outline(&document, &Titles::new(&template::section_titles()));
    bencher.bench(|| locate::locate(&document, &outline));
}

#[divan::bench(args = STYLES)]
fn whole(bencher: Bencher, style: Style) {
    let page = sample(style);
    bencher.counter(BytesCount::of_str(&page)).bench(|| {
        let record = extract(page.as_bytes(), &Options::default()).expect("a generated report is read");
        emit::json::line(&record)
    });
}

#[divan::bench]
fn whole_text(bencher: Bencher) {
    let text = generated::text::text(&Report::new(7, 3));
    bencher.counter(BytesCount::of_str(&text)).bench(|| {
        let record = extract(text.as_bytes(), &Options::default()).expect("a generated report is read");
        emit::json::line(&record)
    });
}

//! Sentences and the facts that they state: `fixtures/narrative/*.txt`.
//!
//! A line that begins with `@` sets what is known around the sentences below it (`@year`, `@agency`, `@template`, `@titles`), a line
//! with `#` is a comment. Any other line is a paragraph; the indented lines below it are its facts:
//! `key value unit [approximate] [year|cumulative] [= figure]`. `UPDATE=1 cargo test --test narrative` rewrites them.

use nianbao::locate::narrative::{Fact, Scope, Setting, of_paragraph};
use nianbao::template;
use std::fs;
use std::path::{Path, PathBuf};

fn corpora() -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures/narrative");
    let mut files: Vec<PathBuf> = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.sort();
    files
}

fn shown(fact: &Fact) -> String {
    let value = fact.value.map_or("none stated".to_owned(), |value| value.to_string());
    let mut line = format!("    {} {value}{}", fact.key, fact.unit.as_deref().unwrap_or(""));
    if fact.key == template::counted::CATEGORY {
        line.push_str(&format!(" 〔{}〕", fact.name));
    }
    if fact.approximate {
        line.push_str(" approximate");
    }
    match fact.scope {
        Some(Scope::Year) => line.push_str(" year"),
        Some(Scope::Cumulative) => line.push_str(" cumulative"),
        None => {}
    }
    if let Some(figure) = fact.figure {
        line.push_str(&format!(" = {figure}"));
    }
    line
}

/// What is known around the sentences, as the lines with `@` say.
#[derive(Default)]
struct Around {
    year: Option<i16>,
    agency: Option<String>,
    template: Option<&'static template::Template>,
    titles: Vec<String>,
}

impl Around {
    fn set(&mut self, line: &str) {
        let (name, value) = line.split_once(' ').unwrap_or((line, ""));
        match name {
            "@year" => self.year = value.parse().ok(),
            "@agency" => self.agency = Some(value.to_owned()),
            "@template" => self.template = template::by_id(value),
            "@titles" => self.titles = value.split('|').filter(|t| !t.is_empty()).map(str::to_owned).collect(),
            _ => panic!("{line} is no setting"),
        }
    }

    fn facts(&self, text: &str) -> Vec<Fact> {
        let titles = self.titles.iter().map(String::as_str).collect();
        of_paragraph(
            &Setting { year: self.year, agency: self.agency.as_deref(), template: self.template, titles },
            text,
        )
    }
}

/// The corpus with its facts as they are found.
fn found(corpus: &str) -> String {
    let mut around = Around::default();
    let mut text = String::new();
    for line in corpus.lines().filter(|line| !line.starts_with("    ")) {
        text.push_str(line);
        text.push('\n');
        match line.chars().next() {
            Some('@') => around.set(line),
            Some('#') | None => {}
            _ => around.facts(line).iter().for_each(|fact| text.push_str(&format!("{}\n", shown(fact)))),
        }
    }
    text
}

#[test]
fn sentences_state_their_facts_and_no_others() {
    for file in corpora() {
        let mut corpus = fs::read_to_string(&file).unwrap();
        let found = found(&corpus);
        if std::env::var_os("UPDATE").is_some() {
            fs::write(&file, &found).unwrap();
            corpus.clone_from(&found);
        }
        let differs = corpus.lines().zip(found.lines()).find(|(expected, found)| expected != found);
        assert!(
            corpus == found,
            "{} differs first at {differs:?}; UPDATE=1 rewrites it, then read the diff\n{found}",
            file.display()
        );
    }
}

#[test]
fn every_thing_is_counted_by_some_sentence() {
    let expected: String = corpora().iter().map(|file| fs::read_to_string(file).unwrap()).collect();
    for counted in template::counted::COUNTED {
        assert!(expected.contains(&format!("\n    {} ", counted.key)), "no sentence counts {}", counted.key);
    }
}

#[test]
fn figures_that_facts_name_stand_in_some_edition() {
    let paths: Vec<String> =
        template::TEMPLATES.iter().flat_map(|edition| edition.figures()).map(|figure| figure.path).collect();
    for form in template::counted::COUNTED.iter().flat_map(|counted| counted.forms) {
        for figure in form.figures {
            assert!(paths.iter().any(|path| path == figure), "no edition has {figure}");
        }
    }
}

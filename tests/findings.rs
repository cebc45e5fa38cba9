//! The codes of findings: stable, complete, in both languages.

use nianbao::finding::{Lang, codes};
use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

/// The golden list. A code that was published keeps its name; `UPDATE=1` rewrites the list.
#[test]
fn the_list_of_codes_is_the_golden_one() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures/codes.txt");
    let line =
        |code: &&nianbao::finding::Code| format!("{} {} {:?} {:?}\n", code.code, code.slug, code.severity, code.origin);
    let list: String = codes::ALL.iter().map(line).collect();
    if std::env::var_os("UPDATE").is_some() {
        fs::write(&path, &list).unwrap();
    }
    assert_eq!(list, fs::read_to_string(path).unwrap());
}

#[test]
fn codes_and_names_are_unique_and_in_order() {
    let all: BTreeSet<&str> = codes::ALL.iter().flat_map(|code| [code.code, code.slug]).collect();
    assert_eq!(all.len(), codes::ALL.len() * 2);
    let family = |code: &str| "RLCS".find(&code[..1]);
    assert!(codes::ALL.is_sorted_by_key(|code| family(code.code)), "families out of order");
}

#[test]
fn both_languages_say_the_same_facts() {
    let facts = |text: &str| -> BTreeSet<String> {
        text.split('{').skip(1).filter_map(|rest| rest.split_once('}')).map(|(name, _)| name.to_owned()).collect()
    };
    for hint in nianbao::finding::hints::ALL {
        assert_eq!(facts(hint.zh), facts(hint.en), "{}", hint.en);
    }
    for code in codes::ALL {
        assert_eq!(facts(code.sentence.of(Lang::Zh)), facts(code.sentence.of(Lang::En)), "{}", code.code);
        for lang in [Lang::Zh, Lang::En] {
            assert!(code.explanation.of(lang).chars().count() > 10, "{} is not explained", code.code);
        }
    }
}

//! `nianbao.toml` beside the data: which codes, other names of agencies, tolerances.
//!
//! ```toml
//! select = ["C", "S402"]
//! ignore = ["S454"]
//! fail_on = "warning"
//!
//! [aliases]
//! "云溪市水务局" = ["云溪市水利局"]
//!
//! [tolerances]
//! similarity = 90   # percent of a text that must stand in another to be called copied
//! in_force = 1      # documents by which the balance of 现行有效 may be off
//! ```

use super::args::FailOn;
use super::selection;
use nianbao::check::across::Settings;
use nianbao::finding::Lang;
use serde::Deserialize;
use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

/// The name of the file.
pub const NAME: &str = "nianbao.toml";

/// What the file may hold.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Config {
    /// Only these codes.
    pub select: Vec<String>,
    /// All but these codes.
    pub ignore: Vec<String>,
    /// Which findings make the exit status 1.
    pub fail_on: Option<FailOn>,
    /// Other names of agencies, by the name they stand for.
    pub aliases: BTreeMap<String, Vec<String>>,
    /// What is let pass.
    pub tolerances: Tolerances,
}

/// What is let pass.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Tolerances {
    /// The share of a text, in percent, that must stand in another for it to be called copied.
    pub similarity: Option<u8>,
    /// By how much the documents in force may differ from their balance.
    pub in_force: Option<u32>,
}

/// The keys, by the table in which they stand. The keys of `aliases` are names.
const KEYS: &[(&str, &[&str])] =
    &[("", &["select", "ignore", "fail_on", "aliases", "tolerances"]), ("tolerances", &["similarity", "in_force"])];

impl Config {
    /// How reports are set beside each other.
    pub fn settings(&self) -> Settings {
        let mut settings = Settings::default();
        for (name, others) in &self.aliases {
            others.iter().for_each(|other| settings.aliases.add(name, other));
        }
        settings.similarity = self.tolerances.similarity.unwrap_or(settings.similarity);
        settings.in_force = self.tolerances.in_force.unwrap_or(settings.in_force);
        settings
    }
}

/// The configuration that was named, else the one beside the data, else the one in the working directory; without one, an
/// empty one.
pub fn load(named: Option<&Path>, data: &[PathBuf], lang: Lang) -> Result<Config, String> {
    let Some(path) = named.map(Path::to_path_buf).or_else(|| beside(data)) else { return Ok(Config::default()) };
    let text = fs::read_to_string(&path).map_err(|error| format!("{}: {error}", path.display()))?;
    parse(&text, lang).map_err(|complaint| format!("{}: {complaint}", path.display()))
}

/// The file in a folder that was given, in the folder of a file that was given, or where the user stands.
fn beside(data: &[PathBuf]) -> Option<PathBuf> {
    let folder = |path: &PathBuf| match path.is_dir() {
        true => path.clone(),
        false => path.parent().map(Path::to_path_buf).unwrap_or_default(),
    };
    data.iter().map(|path| folder(path).join(NAME)).chain([PathBuf::from(NAME)]).find(|path| path.is_file())
}

/// Reads a configuration, or says what is wrong with it.
fn parse(text: &str, lang: Lang) -> Result<Config, String> {
    let config: Config = toml::from_str(text).map_err(|error| {
        let line = error.span().map(|span| text[..span.start].matches('\n').count() + 1);
        let words = unknown_key(text, lang).unwrap_or_else(|| error.message().to_owned());
        line.map_or(words.clone(), |line| match lang {
            Lang::Zh => format!("第{line}行：{words}"),
            Lang::En => format!("line {line}: {words}"),
        })
    })?;
    selection::Selection::new(&config.select, &config.ignore, lang)?;
    match config.tolerances.similarity {
        Some(percent) if !(1..=100).contains(&percent) => Err(match lang {
            Lang::Zh => format!("similarity 应为 1 至 100 的百分数，现为 {percent}"),
            Lang::En => format!("similarity is a percentage from 1 to 100, not {percent}"),
        }),
        _ => Ok(config),
    }
}

/// The first key that is none of ours, with the nearest one that is.
fn unknown_key(text: &str, lang: Lang) -> Option<String> {
    let root: toml::Table = toml::from_str(text).ok()?;
    KEYS.iter().find_map(|(table, known)| {
        let inner = if table.is_empty() { Some(&root) } else { root.get(*table)?.as_table() };
        let wrong = inner?.keys().find(|key| !known.contains(&key.as_str()))?;
        let near = selection::nearest(wrong, known.iter().copied());
        Some(match (lang, near) {
            (Lang::Zh, Some(near)) => format!("没有“{wrong}”这一项，是不是“{near}”？"),
            (Lang::En, Some(near)) => format!("there is no key '{wrong}'; did you mean '{near}'?"),
            (Lang::Zh, None) => format!("没有“{wrong}”这一项，可用：{}", known.join("、")),
            (Lang::En, None) => format!("there is no key '{wrong}'; known are {}", known.join(", ")),
        })
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_the_head_of_this_file_shows_can_be_read() {
        let shown: String = include_str!("config.rs")
            .lines()
            .skip_while(|line| *line != "//! ```toml")
            .skip(1)
            .take_while(|line| *line != "//! ```")
            .map(|line| line.trim_start_matches("//!").trim_start().to_owned() + "\n")
            .collect();
        let config = parse(&shown, Lang::En).unwrap();
        assert_eq!((config.fail_on, config.tolerances.in_force), (Some(FailOn::Warning), Some(1)));
        assert_eq!(config.settings().aliases.name("云溪市水利局"), config.settings().aliases.name("云溪市水务局"));
    }

    #[test]
    fn a_wrong_key_is_told_with_the_nearest_right_one() {
        for (text, complaint) in [
            ("selct = []", "line 1: there is no key 'selct'; did you mean 'select'?"),
            (
                "ignore = []\n[tolerances]\nsimilarty = 3",
                "line 3: there is no key 'similarty'; did you mean 'similarity'?",
            ),
            ("zzz = 1", "line 1: there is no key 'zzz'; known are select, ignore, fail_on, aliases, tolerances"),
            ("select = ['C999']", "there is no code 'C999'; explain without a code lists them all"),
            ("[tolerances]\nsimilarity = 0", "similarity is a percentage from 1 to 100, not 0"),
        ] {
            assert_eq!(parse(text, Lang::En).unwrap_err(), complaint);
        }
        assert!(parse("fail_on = 'errors'", Lang::En).unwrap_err().contains("unknown variant"));
        assert!(parse("select = 3", Lang::Zh).unwrap_err().starts_with("第1行"));
    }
}

//! Which findings the user wants to see: codes, names, or the beginnings of codes.

use nianbao::finding::{Code, Lang, codes};

/// A name is near another if at least this much of it is the same.
const NEAR: f64 = 0.75;

/// Codes that are wanted and codes that are not.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Selection {
    select: Vec<String>,
    ignore: Vec<String>,
}

impl Selection {
    /// A selection; a name that is no code is told with the nearest one that is.
    pub fn new(select: &[String], ignore: &[String], lang: Lang) -> Result<Self, String> {
        let known = |name: &&String| codes::ALL.iter().any(|code| means(name, code));
        match select.iter().chain(ignore).find(|name| !known(name)) {
            Some(wrong) => Err(complaint(wrong, lang)),
            None => Ok(Selection { select: select.to_vec(), ignore: ignore.to_vec() }),
        }
    }

    /// Whether a finding with this code is wanted.
    pub fn takes(&self, code: &str) -> bool {
        let Some(code) = codes::find(code) else { return self.select.is_empty() };
        let named = |names: &[String]| names.iter().any(|name| means(name, code));
        (self.select.is_empty() || named(&self.select)) && !named(&self.ignore)
    }
}

/// Whether a name means a code: its name, or the beginning of its code.
fn means(name: &str, code: &Code) -> bool {
    let begins = code.code.get(..name.len()).is_some_and(|beginning| beginning.eq_ignore_ascii_case(name));
    !name.is_empty() && begins || code.slug.eq_ignore_ascii_case(name)
}

/// What is said of a name that is no code.
pub fn complaint(wrong: &str, lang: Lang) -> String {
    let names = codes::ALL.iter().flat_map(|code| [code.code, code.slug]);
    match (nearest(wrong, names), lang) {
        (Some(near), Lang::Zh) => format!("没有代码“{wrong}”，是不是“{near}”？"),
        (Some(near), Lang::En) => format!("there is no code '{wrong}'; did you mean '{near}'?"),
        (None, Lang::Zh) => format!("没有代码“{wrong}”；不带参数的 explain 列出全部代码"),
        (None, Lang::En) => format!("there is no code '{wrong}'; explain without a code lists them all"),
    }
}

/// The name that is most like a mistyped one, if any is near.
pub fn nearest<'n>(typed: &str, names: impl Iterator<Item = &'n str>) -> Option<&'n str> {
    let typed = typed.to_lowercase();
    let measured = names.map(|name| (strsim::jaro_winkler(&typed, &name.to_lowercase()), name));
    // Of equals the first.
    let best = measured.fold(None, |best: Option<(f64, &str)>, (likeness, name)| match best {
        Some((most, _)) if most >= likeness => best,
        _ => Some((likeness, name)),
    });
    best.filter(|(likeness, _)| *likeness >= NEAR).map(|(_, name)| name)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn selection(select: &[&str], ignore: &[&str]) -> Result<Selection, String> {
        let owned = |names: &[&str]| names.iter().map(|name| (*name).to_owned()).collect::<Vec<_>>();
        Selection::new(&owned(select), &owned(ignore), Lang::En)
    }

    #[test]
    fn codes_names_and_beginnings_select() {
        let chosen = selection(&["C3", "year-unknown"], &["c303"]).unwrap();
        let taken = ["C301", "C303", "S401", "S402", "L202"].map(|code| chosen.takes(code));
        assert_eq!(taken, [true, false, true, false, false]);
        assert!(selection(&[], &[]).unwrap().takes("L202"));
    }

    #[test]
    fn a_mistyped_name_is_told_with_the_nearest() {
        assert_eq!(
            selection(&["row-totl"], &[]).unwrap_err(),
            "there is no code 'row-totl'; did you mean 'row-total'?"
        );
        assert!(selection(&[], &["zzzzzz"]).unwrap_err().contains("explain"));
    }
}

//! What a member is called: `a.zip!2022/b.html`; which names are hidden, unsafe, or left out by the user.

use globset::{GlobBuilder, GlobSet, GlobSetBuilder};

/// The name of a member, and what an archive says of it.
#[derive(Clone, Debug, Default)]
pub(super) struct Name {
    /// The path of the file that holds it.
    pub path: String,
    /// The path below the folder that was given.
    pub below: String,
    /// The name in the archive, through all archives.
    pub member: Option<String>,
    /// The character encoding that the transport stated.
    pub charset: Option<String>,
    /// The address it was fetched from.
    pub url: Option<String>,
    /// The user typed it.
    pub named: bool,
}

impl Name {
    /// The name of something in this.
    pub fn inside(&self, inner: &str) -> Name {
        let member = match &self.member {
            Some(outer) => format!("{outer}!{inner}"),
            None => inner.to_owned(),
        };
        Name { member: Some(member), named: false, ..self.clone() }
    }

    /// The whole name.
    pub fn full(&self) -> String {
        whole(&self.path, self.member.as_deref())
    }
}

impl Name {
    /// The name as patterns see it: archives are folders.
    fn as_path(&self) -> String {
        match &self.member {
            Some(member) => format!("{}/{}", self.below, member.replace('!', "/")),
            None => self.below.clone(),
        }
    }
}

/// `a.zip!2022/b.html`.
pub fn whole(path: &str, member: Option<&str>) -> String {
    member.map_or_else(|| path.to_owned(), |member| format!("{path}!{member}"))
}

/// The name of the only member of a compressed file: its own, without the ending.
pub(super) fn unpacked(name: &Name) -> String {
    let own = name.member.as_deref().unwrap_or(&name.path);
    let last = own.rsplit(['/', '\\', '!']).next().unwrap_or(own);
    let lower = last.to_ascii_lowercase();
    let cut = [".gz", ".zst", ".gzip"].iter().find(|end| lower.ends_with(*end)).map_or(0, |end| end.len());
    if lower.ends_with(".tgz") {
        return format!("{}.tar", &last[..last.len() - 4]);
    }
    last[..last.len() - cut].to_owned()
}

/// A name with forward strokes and without a leading `./`.
pub(super) fn tidy(name: &str) -> String {
    let name = name.replace('\\', "/");
    name.trim_start_matches("./").to_owned()
}

/// Whether a name leads out of its archive.
pub(super) fn is_outside(name: &str) -> bool {
    let drive = name.as_bytes().get(1) == Some(&b':') && name.as_bytes()[0].is_ascii_alphabetic();
    name.starts_with('/') || drive || name.contains('\0') || name.split('/').any(|part| part == "..")
}

/// Whether a part of a name begins with a dot, or is what macOS adds to every archive.
pub(super) fn is_hidden(name: &str) -> bool {
    name.split('/').any(|part| part.starts_with('.') && part != "." && part != ".." || part == "__MACOSX")
}

/// Which names the user wants.
#[derive(Clone, Debug, Default)]
pub struct Filter {
    include: Option<GlobSet>,
    exclude: Option<GlobSet>,
}

impl Filter {
    /// Takes what fits one of the first patterns (all, where there are none) and none of the second. A pattern without a
    /// stroke is one for the last part of a name.
    ///
    /// # Errors
    /// Where a pattern is none: the sentence that says so.
    pub fn new(include: &[String], exclude: &[String]) -> Result<Self, String> {
        Ok(Filter { include: set(include)?, exclude: set(exclude)? })
    }

    /// Whether a file that is no archive is wanted.
    pub(super) fn takes(&self, name: &Name) -> bool {
        self.include.as_ref().is_none_or(|set| set.is_match(name.as_path())) && !self.excludes(name)
    }

    /// Whether a file or an archive is left out.
    pub(super) fn excludes(&self, name: &Name) -> bool {
        self.exclude.as_ref().is_some_and(|set| set.is_match(name.as_path()))
    }
}

fn set(patterns: &[String]) -> Result<Option<GlobSet>, String> {
    if patterns.is_empty() {
        return Ok(None);
    }
    let mut builder = GlobSetBuilder::new();
    for pattern in patterns {
        let anywhere = if pattern.contains('/') { pattern.clone() } else { format!("**/{pattern}") };
        let glob = GlobBuilder::new(&anywhere).literal_separator(true).build().map_err(|error| error.to_string())?;
        builder.add(glob);
    }
    builder.build().map(Some).map_err(|error| error.to_string())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_judged_by_their_parts() {
        for name in ["../x.html", "/etc/x", "a/../../x", "C:/x.html"] {
            assert!(is_outside(name), "{name}");
        }
        assert!(!is_outside("2022/a..b.html") && !is_outside("x.html"));
        assert!(
            is_hidden(".git/x") && is_hidden("__MACOSX/x.html") && is_hidden("a/.DS_Store") && !is_hidden("a/b.html")
        );
    }

    #[test]
    fn a_pattern_without_a_stroke_is_for_the_last_part() {
        let filter = Filter::new(&["*.html".to_owned()], &["**/drafts/**".to_owned(), "index*".to_owned()]).unwrap();
        let takes = |below: &str, member: Option<&str>| {
            filter.takes(&Name { below: below.to_owned(), member: member.map(str::to_owned), ..Name::default() })
        };
        assert!(
            takes("2022/a.html", None) && takes("a.zip", Some("2022/b.html")) && takes("a.zip", Some("i.zip!c.html"))
        );
        assert!(!takes("a.txt", None) && !takes("x/drafts/a.html", None) && !takes("a.zip", Some("index_2.html")));
        assert!(Filter::new(&["[".to_owned()], &[]).is_err());
    }
}

//! Sections of the outline -> keys of the prescribed sections, by their titles.

use crate::outline::Outline;
use crate::template::{SectionSpec, TEMPLATES};
use crate::text::fold;

/// The key of each section of the first level; `None` where its title is none of the prescribed ones.
pub(crate) fn keys(outline: &Outline) -> Vec<Option<&'static str>> {
    let specs: &[SectionSpec] =
        TEMPLATES.iter().map(|template| template.sections).find(|specs| !specs.is_empty()).unwrap_or(&[]);
    let mut taken: Vec<&str> = Vec::new();
    let mut key_of = |title: &str| {
        let title = fold::key(title);
        let exact = specs.iter().find(|spec| fold::key(spec.title) == title);
        let found = exact.or_else(|| specs.iter().find(|spec| tells(spec, &title)))?;
        (!taken.contains(&found.key)).then(|| {
            taken.push(found.key);
            found.key
        })
    };
    outline.sections.iter().map(|section| key_of(&section.title)).collect()
}

fn tells(spec: &SectionSpec, title: &str) -> bool {
    spec.tells.iter().any(|words| words.iter().all(|word| title.contains(word)))
}

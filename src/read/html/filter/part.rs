//! What a piece of a filtered page is made of: markup, with text before and between.

/// Markup. What stands before it, up to the part before, is text.
pub(in crate::read::html) struct Part {
    pub start: usize,
    pub end: usize,
    pub markup: Markup,
}

pub(in crate::read::html) enum Markup {
    /// A tag whose element, if it has any, holds markup.
    Tag(Tag),
    /// The first tag of an element whose content is no markup. The next part is its end, unless the page ends before.
    Raw,
    /// An empty comment.
    Comment,
    /// Document types, what is taken for comments, and drawings as a whole.
    Other,
    /// A tag that the page ends in, or none.
    Unfinished,
}

/// A tag.
pub(in crate::read::html) struct Tag {
    pub closing: bool,
    pub name_end: usize,
}

impl Part {
    /// So many bytes before it were taken out.
    pub(super) fn move_back(&mut self, bytes: usize) {
        self.start -= bytes;
        self.end -= bytes;
        if let Markup::Tag(tag) = &mut self.markup {
            tag.name_end -= bytes;
        }
    }
}

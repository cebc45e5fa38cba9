//! Text that was struck out in a paragraph. It is shown, and says nothing any more.

/// The mark on both sides of it.
const MARK: &str = "~~";

/// How long the struck text is that a text begins with, with its marks.
pub(super) fn at(text: &str) -> Option<usize> {
    let inner = text.strip_prefix(MARK)?;
    inner.find(MARK).filter(|length| *length > 0).map(|length| length + 2 * MARK.len())
}

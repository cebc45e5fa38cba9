//! Characters: bytes to text, and what a short text is: a label, an ordinal, a quantity.
//!
//! Nothing here knows a document or the law.

mod amount;
pub mod decode;
pub mod fold;
mod han;
mod marked;
pub mod ordinal;
pub mod quantity;
pub mod sieve;
pub(crate) mod vocabulary;
pub(crate) mod worded;

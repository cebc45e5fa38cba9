pub mod document;
pub mod error;
pub mod finding;
pub mod read;
pub mod template;
pub mod text;
pub use error::Error;

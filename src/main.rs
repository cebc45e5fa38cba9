//! The program: parses its arguments, runs one command, exits with its status.

mod cli;

use mimalloc::MiMalloc;
use std::process::ExitCode;

/// A seventh of the time of a text is spent on small allocations otherwise; a library leaves the choice to its user.
#[global_allocator]
static ALLOCATOR: MiMalloc = MiMalloc;

fn main() -> ExitCode {
    match cli::parse() {
        Ok(args) => cli::run(&args),
        Err(ended) => ended,
    }
}

//! The program: parses its arguments, runs one command, exits with its status.

mod cli;

use clap::Parser;
use std::process::ExitCode;

fn main() -> ExitCode {
    let args = cli::args::Args::parse();
    cli::run(&args)
}

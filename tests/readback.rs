//! Tables and workbooks read back by other people's readers: DuckDB, pandas, openpyxl. Where they are not installed, the
//! test says so and passes.

mod archived;
mod drawn;

use std::fs;
use std::path::Path;
use std::process::Command;

/// The Python that has the modules of `tests/requirements.txt`: that of `NIANBAO_PYTHON`, else `python3`.
fn python() -> Option<String> {
    let python = std::env::var("NIANBAO_PYTHON").unwrap_or_else(|_| "python3".to_owned());
    let modules = ["-c", "import duckdb, openpyxl, pandas, pyarrow"];
    Command::new(&python).args(modules).output().is_ok_and(|output| output.status.success()).then_some(python)
}

#[test]
fn others_read_the_same_figures() {
    let Some(python) = python() else {
        eprintln!("skipped: no python3 with the modules of tests/requirements.txt; NIANBAO_PYTHON names another");
        return;
    };
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let folder = archived::scratch("readback");
    fs::create_dir(folder.join("in")).unwrap();
    archived::archive(&folder.join("in"), 60, archived::full);
    let reports = root.join("fixtures/reports");
    let refused = root.join("fixtures/refused");
    for (out, arguments) in [
        ("records.ndjson", &["--evidence"][..]),
        ("wide.csv", &[]),
        ("long.csv", &["--format", "csv-long"]),
        ("wide.parquet", &[]),
        ("long.parquet", &["--format", "parquet-long"]),
        ("book.xlsx", &[]),
    ] {
        let mut command = Command::new(env!("CARGO_BIN_EXE_nianbao"));
        command.current_dir(&folder).arg("extract").args([Path::new("in"), &reports, &refused]);
        let output = command.args(["-o", out, "--exclude", "*.json"]).args(arguments).output().unwrap();
        assert!(folder.join(out).exists(), "{out}: {}", String::from_utf8_lossy(&output.stderr));
    }
    let output = Command::new(python).arg(root.join("tests/readback.py")).arg(&folder).output().unwrap();
    let said = String::from_utf8_lossy(&output.stdout).into_owned() + &String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{said}");
    assert!(said.contains("workbook, openpyxl"), "{said}");
}

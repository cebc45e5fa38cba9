"""Reads the outputs of one batch with other people's readers, and compares every figure with the records.

Arguments: a folder with records.ndjson (with evidence), wide.csv, long.csv, wide.parquet, long.parquet, book.xlsx.
"""

import json
import sys
from datetime import date
from decimal import Decimal
from pathlib import Path

import duckdb
import openpyxl
import pandas

folder = Path(sys.argv[1])
with open(folder / "records.ndjson", encoding="utf-8") as lines:
    records = [json.loads(line, parse_float=Decimal) for line in lines]
assert len(records) > 20, "there is nothing to compare"


def figures(record):
    """The figures of a record: path -> number or None, units and amounts in yuan included."""
    flat = {}

    def walk(path, node):
        if isinstance(node, dict):
            for name, inner in node.items():
                walk(f"{path}.{name}", inner)
        else:
            flat[path] = node

    for role in ("disclosure", "requests", "remedies", "statistics"):
        walk(role, record[role] or {})
    return flat


def same(read, record, where):
    """Whether a cell that was read is what the record says."""
    missing = read is None or read is pandas.NaT or (isinstance(read, float) and read != read) or read == ""
    if record is None:
        assert missing, f"{where}: {read!r} where nothing is"
    elif isinstance(record, str):
        assert read == record, f"{where}: {read!r} instead of {record!r}"
    else:
        assert not missing and Decimal(str(read)) == Decimal(record), f"{where}: {read!r} instead of {record!r}"


def compare_wide(rows, where):
    compared = 0
    assert len(rows) == len(records), where
    for row, record in zip(rows, records):
        for path, value in figures(record).items():
            same(row[path], value, f"{where} {record['source']} {path}")
            compared += 1
        same(row["agency"], record["agency"], where)
        same(row["year"], record["year"], where)
    return compared


def compare_long(rows, where):
    expected = [(record, path) for record in records for path in record.get("evidence", {})]
    assert len(rows) == len(expected), where
    by_key = {(row["source"], row["member"] or None, row["path"]): row for row in rows}
    for record, path in expected:
        evidence = record["evidence"][path]
        row = by_key[record["source"]["path"], record["source"]["member"], path]
        same(row["value"], evidence["value"], f"{where} {path}")
        assert row["reading"] == evidence["reading"] and row["label"] == evidence["label"], f"{where} {path}"
    return len(expected)


def none_for_nan(frame):
    return [
        {name: None if isinstance(cell, float) and cell != cell else cell for name, cell in row.items()}
        for row in frame.astype(object).to_dict("records")
    ]


compared = {}

wide = pandas.read_csv(folder / "wide.csv", dtype=str, keep_default_na=False)
compared["csv, pandas"] = compare_wide(wide.to_dict("records"), "wide.csv")
long = pandas.read_csv(folder / "long.csv", dtype=str, keep_default_na=False)
compared["long csv, pandas"] = compare_long(long.to_dict("records"), "long.csv")

frame = pandas.read_parquet(folder / "wide.parquet")
assert str(frame["requests.new.total"].dtype) in ("float64", "int64", "Int64"), frame["requests.new.total"].dtype
compared["parquet, pandas"] = compare_wide(none_for_nan(frame), "wide.parquet")
compared["long parquet, pandas"] = compare_long(none_for_nan(pandas.read_parquet(folder / "long.parquet")), "long.parquet")

table = duckdb.sql(f"select * from '{folder}/wide.parquet'")
types = dict(zip(table.columns, map(str, table.types)))
assert types["year"] == "BIGINT" and types["requests.new.total"] == "BIGINT", types["year"]
assert types["published"] == "DATE" and types["disclosure.fees.amount"].startswith("DECIMAL"), types
rows = [dict(zip(table.columns, row)) for row in table.fetchall()]
compared["parquet, DuckDB"] = compare_wide(rows, "wide.parquet in DuckDB")
for row, record in zip(rows, records):
    assert row["published"] == (record["published"] and date.fromisoformat(record["published"]))
long = duckdb.sql(f"select * from '{folder}/long.parquet'")
assert str(dict(zip(long.columns, long.types))["flagged"]) == "BOOLEAN"
compared["long parquet, DuckDB"] = compare_long([dict(zip(long.columns, row)) for row in long.fetchall()], "long.parquet in DuckDB")

book = openpyxl.load_workbook(folder / "book.xlsx")
assert book.sheetnames == ["figures", "findings", "files"], book.sheetnames
head, *cells = book["figures"].iter_rows(values_only=True)
compared["workbook, openpyxl"] = compare_wide([dict(zip(head, row)) for row in cells], "book.xlsx")
findings = list(book["findings"].iter_rows(values_only=True))[1:]
assert [row[2] for row in findings] == [f["code"] for record in records for f in record["findings"]]
files = list(book["files"].iter_rows(values_only=True))[1:]
assert sum(row[2] == "read" for row in files) == len(records) and any(row[2] == "skipped" for row in files)
assert not any(cell.data_type == "f" for sheet in book for row in sheet.iter_rows() for cell in row), "a formula"

for name, count in compared.items():
    assert count > 1000, f"{name}: only {count} figures"
    print(f"{name}: {count} figures are equal")

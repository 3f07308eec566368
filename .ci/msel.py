"""Reads the exported list of injects with openpyxl, which shares no code with the program, and compares it with the CSV.

Usage: msel.py PROGRAM SCENARIO...
"""

import csv
import io
import subprocess
import sys
import tempfile
from pathlib import Path

import openpyxl

COLUMNS = (
    "control_no move group delivery_time story_time from_org to_org method tlp title description expected_action "
    "objective_ids norm_ids controller_note status contingency_of"
).split()


def bare(cell):
    """A cell of the CSV without the apostrophe that keeps a spreadsheet from taking it for a formula."""
    rest = cell.lstrip("'")
    return cell[1:] if cell.startswith("'") and rest[:1] in ("=", "+", "-", "@", "\t", "\r") else cell


def main(program, scenarios):
    for scenario in scenarios:
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder, "msel.xlsx")
            subprocess.run([program, "msel", "export", scenario, "--out", path], check=True, stdout=subprocess.DEVNULL)
            sheet = openpyxl.load_workbook(path)["MSEL"]
            rows = [["" if cell is None else cell for cell in row] for row in sheet.iter_rows(values_only=True)]
            kinds = {cell.data_type for row in sheet.iter_rows() for cell in row if cell.value is not None}
        text = subprocess.run([program, "msel", "export", scenario], check=True, capture_output=True).stdout
        told = list(csv.reader(io.StringIO(text.decode("utf-8-sig"), newline="")))
        assert rows[0] == COLUMNS == told[0], f"{scenario}: {rows[0]}"
        assert kinds == {"s"}, f"{scenario}: every cell is text, none a formula: {kinds}"
        assert len(rows) > 5, f"{scenario}: {len(rows)} rows"
        expected = [[bare(cell) for cell in row] for row in told]
        for number, (row, line) in enumerate(zip(rows, expected, strict=True), start=1):
            assert row == line, f"{scenario}, row {number}: {row} is not {line}"
        print(f"{scenario}: {len(rows) - 1} injects read by openpyxl {openpyxl.__version__}")


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2:])

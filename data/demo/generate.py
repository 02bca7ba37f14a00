"""Writes the demo surveys: `python data/demo/generate.py [FOLDER]`, the same bytes each time."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

from files import csv_bytes, write_mapping, xlsx_bytes
from pulse import pulse_mapping, pulse_table
from region import region_mapping, region_table

HERE = Path(__file__).resolve().parent


def comments_of(name: str) -> list[dict[str, Any]]:
    """The hand-written comments with their labels, in the order of the file."""
    lines = (HERE / name).read_text(encoding="utf-8").splitlines()
    return [json.loads(line) for line in lines if line]


def write_demo(folder: Path) -> None:
    """Both surveys and their mappings, into an existing folder."""
    pulse, sent = pulse_table(comments_of("puls_kommentarer.jsonl"))
    (folder / "socialforvaltningen_puls_2023.csv").write_bytes(csv_bytes(*pulse))
    write_mapping(folder / "socialforvaltningen_puls_2023.toml", pulse_mapping(sent))
    region, employees = region_table(comments_of("region_kommentarer.jsonl"))
    (folder / "halso_sjukvard_2025.xlsx").write_bytes(xlsx_bytes(*region))
    write_mapping(folder / "halso_sjukvard_2025.toml", region_mapping(employees))


if __name__ == "__main__":
    write_demo(Path(sys.argv[1]) if len(sys.argv) > 1 else HERE)

"""The labelled comments that masking was worked on, which its models learn from (data/masking)."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any, Final

from text_analysis.places import DATA

FILES: Final = ("open", "egen_dev", *(f"egen_dev{number}" for number in range(2, 32)), "egna_fall")


def labelled() -> Iterator[tuple[str, Mapping[str, Any]]]:
    """Each comment with the name of its file; of open.jsonl the part that was worked on."""
    for file in FILES:
        for line in (DATA / "masking" / f"{file}.jsonl").read_text(encoding="utf-8").splitlines():
            row = json.loads(line)
            if row.get("split", "dev") == "dev":
                yield file, row

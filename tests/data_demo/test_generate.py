"""The demo surveys' generator: same bytes each time, and every comment with a respondent that fits."""

from __future__ import annotations

import csv
import json
import os
import subprocess
import sys
import zipfile
from collections import Counter
from pathlib import Path

import pytest

from text_analysis.places import DATA, ROOT

DEMO = DATA / "demo"
EXPORT = "socialforvaltningen_puls_2023.csv"
WORKBOOK = "halso_sjukvard_2025.xlsx"


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with newly generated demo surveys."""
    folder = tmp_path_factory.mktemp("demo")
    command = [sys.executable, "-B", str(DEMO / "generate.py"), str(folder)]
    subprocess.run(command, check=True, cwd=ROOT, env=os.environ | {"PYTHONPATH": str(ROOT)})
    return folder


@pytest.fixture(scope="module")
def pulse_rows() -> list[dict[str, str]]:
    """The rows of the pulse as exported."""
    with (DEMO / EXPORT).open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file, delimiter=";"))


def gold(name: str) -> list[dict[str, object]]:
    return [json.loads(line) for line in (DEMO / name).read_text(encoding="utf-8").splitlines()]


@pytest.mark.parametrize("name", [EXPORT, "socialforvaltningen_puls_2023.toml", "halso_sjukvard_2025.toml"])
def test_the_generator_writes_the_bundled_bytes(made, name):
    """The files in the repository are those the generator makes."""
    assert (made / name).read_bytes() == (DEMO / name).read_bytes()


def test_the_generator_writes_the_bundled_workbook(made):
    """Part by part with dates, since another zlib may pack the same content otherwise."""
    with zipfile.ZipFile(made / WORKBOOK) as new, zipfile.ZipFile(DEMO / WORKBOOK) as bundled:
        assert [(part.filename, part.date_time, part.CRC) for part in new.infolist()] == [
            (part.filename, part.date_time, part.CRC) for part in bundled.infolist()
        ]


def test_every_pulse_comment_has_a_respondent_of_its_wave_and_score(pulse_rows):
    """Texts, waves and scores are those of the hand-written comments, each once."""
    score = next(header for header in pulse_rows[0] if header.startswith("Hur sannolikt"))
    joined = Counter(
        (row["Mätning"], int(row[score]), row["Kommentera gärna ditt svar"])
        for row in pulse_rows
        if row["Kommentera gärna ditt svar"]
    )
    assert joined == Counter((c["wave"], c["enps"], c["text"]) for c in gold("puls_kommentarer.jsonl"))


def test_the_managers_are_a_group_of_their_own(pulse_rows):
    """Their comments are all in the group without units, and nobody else's are."""
    texts = {c["text"] for c in gold("puls_kommentarer.jsonl") if c["group"] == "chefer"}
    written = {row["Kommentera gärna ditt svar"] for row in pulse_rows if row["Avdelning"] == "Chefsgruppen"}
    assert written - {""} == texts
    assert {row["Enhet"] for row in pulse_rows if row["Avdelning"] == "Chefsgruppen"} == {""}

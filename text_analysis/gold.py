"""Comments coded by people: training texts, clauses and gold files."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from pathlib import Path

from text_analysis.errors import FileError
from text_analysis.records import STANCES, Stance


@dataclass(frozen=True, slots=True)
class GoldLabel:
    """A theme a person found, its stance, and the words ``[start, end)`` that carry it."""

    theme: str
    stance: Stance
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class GoldText:
    """A coded text; `source` is the file it came from, `sector` the writer's, or empty."""

    text: str = field(repr=False)
    question: str
    content: bool
    labels: tuple[GoldLabel, ...]
    source: str
    sector: str = ""

    @property
    def themes(self) -> frozenset[str]:
        """The themes of the text."""
        return frozenset(label.theme for label in self.labels)

    def stance_of(self, theme: str) -> Stance:
        """One stance for a theme: a request makes it forslag, otherwise the one with the longest evidence."""
        labels = [label for label in self.labels if label.theme == theme]
        if any(label.stance == "forslag" for label in labels):
            return "forslag"
        return max(labels, key=lambda label: label.end - label.start).stance


def read_gold(path: Path) -> list[GoldText]:
    """The coded comments of a JSON-lines file: text, content, labels with theme, stance and evidence.

    Raises
    ------
    FileError : a row is not JSON, lacks a field, or its evidence is not in the text.
    """
    return [_gold_text(row, path, number) for number, row in enumerate(_rows(path), start=1)]


def read_phrases(path: Path) -> list[GoldText]:
    """The one-theme clauses of a JSON-lines file; theme "ingen" gives a clause without label."""
    phrases = []
    for row in _rows(path):
        text, theme = str(row["text"]), str(row["theme"])
        whole = GoldLabel(theme, _stance(row["stance"]), 0, len(text))
        phrases.append(GoldText(text, "", True, () if theme == "ingen" else (whole,), path.stem))
    return phrases


def read_training(folder: Path) -> tuple[list[GoldText], list[GoldText]]:
    """Every comment and every clause of data/training, in the order of file names."""
    comments = [row for path in sorted(folder.glob("*.jsonl")) for row in read_gold(path)]
    phrases = [row for path in sorted((folder / "phrases").glob("*.jsonl")) for row in read_phrases(path)]
    return comments, phrases


def _rows(path: Path) -> list[dict[str, object]]:
    try:
        return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]
    except (OSError, ValueError) as error:
        raise FileError(
            "Filen med kodade kommentarer kan inte läsas.",
            where=path.name,
            expected="JSON Lines i UTF-8",
            remedy="Kontrollera filen; varje rad är ett eget JSON-objekt.",
        ) from error


def _gold_text(row: dict[str, object], path: Path, number: int) -> GoldText:
    text, labels = row.get("text"), row.get("labels", [])
    if not isinstance(text, str) or not isinstance(labels, list):
        raise FileError(
            "En rad saknar text eller labels.", where=f"{path.name}, rad {number}", remedy="Rätta raden."
        )
    return GoldText(
        text=text,
        question=str(row.get("question") or ""),
        content=bool(row.get("content", True)),
        labels=tuple(_gold_label(label, text, path, number) for label in labels),
        source=path.stem,
        sector=str(row.get("sector") or ""),
    )


def _gold_label(label: dict[str, object], text: str, path: Path, number: int) -> GoldLabel:
    evidence = str(label.get("evidence", text))
    start = text.find(evidence)
    if start < 0 or "theme" not in label or label.get("stance") not in STANCES:
        raise FileError(
            "En kod saknar tema eller hållning, eller så finns belägget inte i texten.",
            where=f"{path.name}, rad {number}",
            expected=f"theme, stance ({', '.join(STANCES)}), evidence",
            remedy="Rätta koden; evidence är ord för ord ur text.",
        )
    return GoldLabel(str(label["theme"]), _stance(label["stance"]), start, start + len(evidence))


def _stance(value: object) -> Stance:
    for stance in STANCES:
        if stance == value:
            return stance
    raise FileError(
        "Okänd hållning.", where=str(value), expected=", ".join(STANCES), remedy="Rätta hållningen i filen."
    )

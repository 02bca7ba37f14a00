"""`roda-tradar discover`: a file's comments to topics, and topics to files."""

from __future__ import annotations

import csv
import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from text_analysis.codebook import load_codebook
from text_analysis.csv_text import plain
from text_analysis.discover import BridgeRow, Topic, Topics
from text_analysis.discovery import CodedComment, discover_comments
from text_analysis.errors import WorkspaceError
from text_analysis.json_lines import write_lines
from text_analysis.records import Finding

if TYPE_CHECKING:
    from text_analysis.read import TextRow

TOPICS: Final = "topics.csv"
PARTS: Final = "parts.csv"  # the sub-themes of the themes
BRIDGE: Final = "bridge.csv"  # what became of the topics of the wave before; a header alone for a first wave
ASSIGNMENTS: Final = "assignments.jsonl"
KEPT: Final = "topics.json"  # what the next wave needs to give topics the same ids
BRIDGE_HEADER: Final = ("kind", "previous", "current", "similarity", "label")
HEADER: Final = ("topic", "parent_theme", "n", "words", "typical_ids", "label")


def discover_file(rows: Sequence[TextRow], *, previous: Topics | None = None) -> Topics:
    """The topics of a file's comments, each row taken as a person of its own.

    Names and other identifiers are blanked before anything is read, so that no word of theirs is shown;
    the offsets of the placements are those of the given text.

    Parameters
    ----------
    rows : texts with ids.
    previous : the topics of the wave before, from `load_topics`.
    """
    from text_analysis.anonymise import load_masker, mask_texts
    from text_analysis.coding import code_texts
    from text_analysis.model_store import load_coder

    coder = load_coder()
    masked = mask_texts([row.text for row in rows], load_masker())
    texts = [_blanked(row.text, found.findings) for row, found in zip(rows, masked, strict=True)]
    coded = code_texts(texts, [row.question for row in rows], coder=coder)
    comments = [
        CodedComment(row.id, row.id, text, code) for row, text, code in zip(rows, texts, coded, strict=True)
    ]
    names = {theme.id: theme.name_sv for theme in load_codebook().themes}
    return discover_comments(comments, coder=coder, previous=previous, names=names)


def write_topics(topics: Topics, folder: Path) -> None:
    """Write topics.csv, parts.csv, bridge.csv (UTF-8 with BOM, semicolon), assignments.jsonl, topics.json."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, found in ((TOPICS, topics.topics), (PARTS, topics.parts)):
        _write_csv(folder / name, HEADER, map(_csv_row, found))
    label = {topic.id: topic.label for topic in (*topics.topics, *topics.parts)}
    bridge = (
        (
            row.kind,
            row.previous,
            row.current,
            f"{row.similarity:.3f}".replace(".", ","),
            label.get(row.current, ""),
        )
        for row in topics.bridge
    )
    _write_csv(folder / BRIDGE, BRIDGE_HEADER, bridge)
    write_lines(folder / ASSIGNMENTS, _lines(topics))
    kept = json.dumps(topics_content(topics), ensure_ascii=False, indent=1)
    (folder / KEPT).write_text(kept, encoding="utf-8", newline="\n")


def _write_csv(path: Path, header: Sequence[str], rows: Iterable[Sequence[str]]) -> None:
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        writer = csv.writer(file, delimiter=";")
        writer.writerow(header)
        writer.writerows(map(plain, row) for row in rows)


def topics_content(topics: Topics) -> dict[str, Any]:
    """What the next wave needs to give topics the same ids, ready for JSON; placements are left out."""
    return {
        "topics": [asdict(topic) for topic in topics.topics],
        "parts": [asdict(part) for part in topics.parts],
        "bridge": [asdict(row) for row in topics.bridge],
        "themes": list(topics.themes),
        "last_number": topics.last_number,
    }


def load_topics(folder: Path) -> Topics:
    """The topics of an earlier wave, as `write_topics` left them, without placements.

    Raises
    ------
    WorkspaceError : the file is missing or damaged.
    """
    path = folder / KEPT
    try:
        return topics_from(json.loads(path.read_text(encoding="utf-8")))
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise WorkspaceError(
            "Förra mätningens ämnen går inte att läsa.",
            where=path.name,
            remedy="Ange mappen som `roda-tradar discover` skrev för den mätningen.",
        ) from error


def topics_from(content: dict[str, Any]) -> Topics:
    """The topics of what `topics_content` made, without placements.

    Raises
    ------
    KeyError, TypeError, ValueError : it made something else.
    """
    return Topics(
        topics=tuple(_topic(row) for row in content["topics"]),
        parts=tuple(_topic(row) for row in content["parts"]),
        placements=(),
        bridge=tuple(BridgeRow(**row) for row in content["bridge"]),
        themes=tuple(content["themes"]),
        last_number=int(content["last_number"]),
    )


def _topic(row: dict[str, Any]) -> Topic:
    lists = {name: tuple(row[name]) for name in ("words", "typical_ids", "centroid")}
    return Topic(**{**row, **lists})


def _csv_row(topic: Topic) -> tuple[str, ...]:
    words, ids = ", ".join(topic.words), ", ".join(topic.typical_ids)
    return topic.id, topic.parent_theme, str(topic.n), words, ids, topic.label


def _lines(topics: Topics) -> Iterator[dict[str, object]]:
    parents = {topic.id: topic.parent_theme for topic in topics.topics}
    for placement in topics.placements:
        yield {
            "id": placement.comment_id,
            "start": placement.start,
            "end": placement.end,
            "topic": placement.topic,
            "parent_theme": parents.get(placement.topic, ""),
            "near": placement.near,
            "part": placement.part,
        }


def _blanked(text: str, findings: Sequence[Finding]) -> str:
    for finding in findings:
        text = text[: finding.start] + " " * (finding.end - finding.start) + text[finding.end :]
    return text

"""Topics written for scripts and for the next wave, and read back."""

from __future__ import annotations

import csv
import json
from dataclasses import replace

import pytest

from text_analysis.discover import BridgeRow, Placement, Topic, Topics
from text_analysis.discovery_files import load_topics, write_topics
from text_analysis.errors import WorkspaceError

TOPICS = Topics(
    topics=(
        Topic(
            "lon_formaner", "lon_formaner", 9, ("lönen", "ob"), "Lönen och ob", ("=1+1", "k2"), (1.5, -0.25)
        ),
        Topic("kandidat.3", "", 6, ("bilpoolen",), "Bilpoolen", ("k7",), (-1.0, 0.5)),
    ),
    parts=(Topic("lon_formaner.2", "lon_formaner", 5, ("ob",), "Ob", ("k2",), (0.5, 0.25)),),
    placements=(
        Placement("k2", "r2", 0, 11, "lon_formaner", part="lon_formaner.2"),
        Placement("k7", "r7", 4, 20, "kandidat.3"),
        Placement("k9", "r9", 0, 5, ""),
        Placement("k1", "r1", 0, 5, "lon_formaner", near=True),
    ),
    bridge=(BridgeRow("kept", "kandidat.3", "kandidat.3", 0.8),),
    themes=("lon_formaner", "it_system"),
    last_number=3,
)


def test_topics_are_a_table_that_excel_reads(tmp_path):
    """UTF-8 with BOM, semicolons, the columns of the contract, and no live formula."""
    write_topics(TOPICS, tmp_path)
    content = (tmp_path / "topics.csv").read_bytes()
    assert content.startswith(b"\xef\xbb\xbf")
    rows = list(csv.reader(content.decode("utf-8-sig").splitlines(), delimiter=";"))
    assert rows == [
        ["topic", "parent_theme", "n", "words", "typical_ids", "label"],
        ["lon_formaner", "lon_formaner", "9", "lönen, ob", "'=1+1, k2", "Lönen och ob"],
        ["kandidat.3", "", "6", "bilpoolen", "k7", "Bilpoolen"],
    ]


def test_the_bridge_is_a_table(tmp_path):
    """What became of each topic of the wave before, with its label now."""
    write_topics(TOPICS, tmp_path)
    assert (tmp_path / "bridge.csv").read_text(encoding="utf-8-sig").splitlines() == [
        "kind;previous;current;similarity;label",
        "kept;kandidat.3;kandidat.3;0,800;Bilpoolen",
    ]


def test_assignments_are_a_line_per_segment(tmp_path):
    """Each line leads back to the comment's characters; a segment without topic has an empty one."""
    write_topics(TOPICS, tmp_path)
    lines = (tmp_path / "assignments.jsonl").read_text(encoding="utf-8").splitlines()
    rows = [json.loads(line) for line in lines]
    assert rows[0] == {
        "id": "k2",
        "start": 0,
        "end": 11,
        "topic": "lon_formaner",
        "parent_theme": "lon_formaner",
        "near": False,
        "part": "lon_formaner.2",
    }
    assert [row["topic"] for row in rows] == ["lon_formaner", "kandidat.3", "", "lon_formaner"]
    assert [row["near"] for row in rows] == [False, False, False, True]


def test_what_the_next_wave_needs_is_read_back(tmp_path):
    """Topics, bridge and numbers survive; the placements stay with their wave."""
    write_topics(TOPICS, tmp_path)
    assert load_topics(tmp_path) == replace(TOPICS, placements=())


@pytest.mark.parametrize("content", [None, "{", "{}", '{"topics": [{"id": "a"}]}'])
def test_a_missing_or_damaged_file_is_an_error(tmp_path, content):
    """The error names the file and what to give instead."""
    if content is not None:
        (tmp_path / "topics.json").write_text(content, encoding="utf-8")
    with pytest.raises(WorkspaceError, match=r"topics\.json"):
        load_topics(tmp_path)

"""Files of JSON lines: whole, or not there."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from text_analysis.errors import FileError, ScaleError
from text_analysis.json_lines import write_lines


def test_rows_are_lines_in_plain_swedish(tmp_path: Path) -> None:
    """Letters are letters, and lines end alike on every system."""
    write_lines(tmp_path / "ut" / "kodat.jsonl", [{"id": "1", "text": "Höj OB"}, {"id": "2"}])
    assert (
        tmp_path / "ut" / "kodat.jsonl"
    ).read_bytes() == '{"id": "1", "text": "Höj OB"}\n{"id": "2"}\n'.encode()


def test_an_error_on_the_way_leaves_what_was_there(tmp_path: Path) -> None:
    """Neither half a file nor a scrap of it remains."""
    path = tmp_path / "kodat.jsonl"
    path.write_text("gammalt")

    def rows() -> Iterator[dict[str, object]]:
        yield {"id": "1"}
        raise ScaleError("Svaret 11 är utanför skalan.", remedy="Rätta svaret.")

    with pytest.raises(ScaleError):
        write_lines(path, rows())
    assert [(file.name, file.read_text()) for file in tmp_path.iterdir()] == [("kodat.jsonl", "gammalt")]


def test_a_place_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    """A file stands where the folder should be."""
    (tmp_path / "ut").write_text("")
    with pytest.raises(FileError, match="kan inte skrivas"):
        write_lines(tmp_path / "ut" / "kodat.jsonl", [])

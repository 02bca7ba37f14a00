"""Texts for coding and masking: every row, in order, as it stands."""

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.read.conftest import Write
from text_analysis.errors import FileError, HeaderError
from text_analysis.read import TextRow, read_texts, stream_texts

ROWS = [("a", " Bra lag! \n", "Vad är bra?"), ("b", "", ""), ("c", 'Två\nrader; "citat"', "")]
EXPECTED = [TextRow(*row) for row in ROWS]


def write_lines(path: Path, *rows: object) -> Path:
    """A .jsonl file of these rows."""
    path.write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows), encoding="utf-8")
    return path


def test_every_kind_of_file_gives_the_same_texts(tmp_path: Path, write_csv: Write, write_xlsx: Write) -> None:
    """Empty texts too, in order, with blanks and line breaks kept."""
    names = ("id", "text", "question")
    lines = write_lines(tmp_path / "a.jsonl", *(dict(zip(names, row, strict=True)) for row in ROWS))
    for path in (lines, write_csv([names, *ROWS]), write_xlsx([names, *ROWS])):
        assert read_texts(path) == EXPECTED
        assert list(stream_texts(path)) == EXPECTED


def test_other_columns_are_named(write_csv: Write) -> None:
    """The columns' names are given, and further columns do not matter."""
    path = write_csv([("Nr", "Svar", "Fråga", "Ålder"), ("7", "Bra", "Vad?", "30")])
    assert read_texts(path, text="Svar", id="Nr", question="Fråga") == [TextRow("7", "Bra", "Vad?")]


def test_without_an_id_the_row_number_is_the_id(tmp_path: Path, write_csv: Write) -> None:
    """It is the number of the row in the file."""
    assert [row.id for row in read_texts(write_csv([("text", "x"), ("Bra", ""), ("Dåligt", "")]))] == [
        "2",
        "3",
    ]
    lines = write_lines(
        tmp_path / "a.jsonl", {"text": "Bra"}, {"text": None, "id": None}, {"text": "", "id": 9}
    )
    assert [(row.id, row.text) for row in read_texts(lines)] == [("1", "Bra"), ("2", ""), ("9", "")]


def test_a_single_column_is_enough(write_csv: Write) -> None:
    """A file of texts alone; an empty text in between is a row."""
    rows = read_texts(write_csv([("text",), ("Bra, men trångt",), ("",), ("Dåligt",)]))
    assert [row.text for row in rows] == ["Bra, men trångt", "", "Dåligt"]


def test_rare_line_breaks_do_not_end_a_line(tmp_path: Path) -> None:
    """U+2028 and U+0085 within a text belong to it; a blank line at the end is none."""
    path = write_lines(tmp_path / "a.jsonl", {"text": "ett\u2028två\u0085tre"})
    path.write_text(path.read_text("utf-8") + "\r\n\n", encoding="utf-8-sig")
    assert [row.text for row in read_texts(path)] == ["ett\u2028två\u0085tre"]


@pytest.mark.parametrize("suffix", ["csv", "jsonl"])
def test_a_missing_text_column_names_those_there_are(tmp_path: Path, write_csv: Write, suffix: str) -> None:
    """The error tells which columns can be named instead."""
    rows = [("id", "kommentar"), ("1", "hemligt")]
    lines = write_lines(tmp_path / "a.jsonl", dict(zip(*rows, strict=True)))
    with pytest.raises(HeaderError, match='"text"') as caught:
        read_texts(write_csv(rows) if suffix == "csv" else lines)
    assert '"kommentar"' in caught.value.expected
    assert "hemligt" not in caught.value.message


BROKEN = {
    "cut": b'{"text": "hemligt',
    "list": b'["hemligt"]',
    "number": b'{"text": 7}',
    "half character": b'{"text": "hemligt \\ud83d"}',
    "deep": b"[" * 100_000,
    "text": b"hemligt",
}


@pytest.mark.parametrize("line", BROKEN.values(), ids=BROKEN)
def test_a_broken_line_is_named_and_not_shown(tmp_path: Path, line: bytes) -> None:
    """The error has the line's number, and neither it nor what caused it holds the text."""
    path = tmp_path / "a.jsonl"
    path.write_bytes(b'{"text": "Bra"}\n' + line + b"\n")
    with pytest.raises(FileError) as caught:
        read_texts(path)
    assert caught.value.where == "a.jsonl, rad 2"
    assert "hemligt" not in caught.value.message
    assert caught.value.__cause__ is None


def test_an_empty_file_is_refused(tmp_path: Path) -> None:
    """Nothing to code is an error, not an empty result."""
    (tmp_path / "a.jsonl").touch()
    with pytest.raises(FileError, match="tom"):
        read_texts(tmp_path / "a.jsonl")


@given(texts=st.lists(st.text(st.characters(codec="utf-8")), min_size=1, max_size=8))
def test_any_text_is_kept(tmp_path_factory: pytest.TempPathFactory, texts: list[str]) -> None:
    """No text is changed, dropped or moved."""
    path = write_lines(tmp_path_factory.mktemp("a") / "a.jsonl", *({"text": text} for text in texts))
    assert [row.text for row in read_texts(path)] == texts


def test_a_broken_line_is_told_before_the_first_text(tmp_path: Path) -> None:
    """Nobody waits for a million comments to learn that the last line is broken."""
    path = tmp_path / "a.jsonl"
    path.write_bytes(b'{"text": "Bra"}\n' * 3 + b'{"text"\n')
    with pytest.raises(FileError, match="JSON"):
        stream_texts(path)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
def test_a_stream_has_the_encoding_of_the_file(tmp_path: Path, encoding: str) -> None:
    """Swedish Windows and UTF-16 too, as when all is read at once."""
    path = tmp_path / "a.jsonl"
    path.write_text('{"text": "Bättre löner"}\n{"text": "å"}\n', encoding=encoding)
    assert [row.text for row in stream_texts(path)] == ["Bättre löner", "å"]
    assert list(stream_texts(path)) == read_texts(path)


def test_more_than_is_read_at_once_can_be_streamed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The limit of a whole file does not hold for one read line by line; an image is refused all the same."""
    monkeypatch.setattr("text_analysis.read.sniff.MAX_BYTES", 10)
    path = write_lines(tmp_path / "a.jsonl", {"text": "Ett svar"}, {"text": "Ett till"})
    assert len(list(stream_texts(path))) == 2
    path.write_bytes(b"\x89PNG" * 10)
    with pytest.raises(FileError, match="PNG"):
        stream_texts(path)

"""Encodings, delimiters, quotes and line numbers of delimited text."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.read.conftest import HEADERS, Write, delimited
from text_analysis.errors import FileError
from text_analysis.read import read_table
from text_analysis.read.delimited import decode, find_delimiter, parse

ENCODINGS = ["utf-8", "utf-8-sig", "cp1252", "latin-1", "utf-16", "utf-32"]
DELIMITERS = [";", ",", "\t"]
MESSY = (
    ("Förvaltning", "Hur trivs du, på det hela taget; ärligt?", "Kommentar"),
    ("Vård & omsorg", "7,5", 'Två\nrader; med avgränsare,\toch "citat"'),
    ("Skola – år 7–9", "−1", ""),
    ("Åsö é", "10", "  kvar med blanksteg  "),
)


def writable(encoding: str) -> list[tuple[str, ...]]:
    """The messy rows that the encoding has letters for."""
    lossless = [
        row for row in MESSY if "".join(row).encode(encoding, "replace").decode(encoding) == "".join(row)
    ]
    assert len(lossless) > 1
    return lossless


@pytest.mark.parametrize("encoding", ENCODINGS)
@pytest.mark.parametrize("delimiter", DELIMITERS, ids=["semicolon", "comma", "tab"])
def test_every_encoding_and_delimiter_gives_the_same_table(
    write_csv: Write, encoding: str, delimiter: str
) -> None:
    """What the rows say does not depend on how the file was saved."""
    rows = writable(encoding)
    table = read_table(write_csv(rows, encoding=encoding, delimiter=delimiter))
    assert table.headers == rows[0]
    assert table.rows == list(rows[1:])
    assert table.delimiter == delimiter


@pytest.mark.parametrize(
    ("data", "encoding"),
    [
        ("Vård".encode(), "utf-8"),
        ("Vård".encode("utf-8-sig"), "utf-8-sig"),
        ("Vård".encode("cp1252"), "cp1252"),
        (b"Vard", "utf-8"),
        ("Vård".encode("utf-16"), "utf-16"),
        ("–Vård”".encode("cp1252"), "cp1252"),
    ],
    ids=["utf-8", "bom", "windows", "ascii", "utf-16", "windows dashes and quotes"],
)
def test_the_encoding_is_told(data: bytes, encoding: str) -> None:
    """A mark decides, then strict UTF-8, then Windows: å stays å and the choice is named."""
    text, found = decode(data, "a.csv")
    assert found == encoding
    assert "V" in text
    assert "Ã" not in text


@pytest.mark.parametrize(
    "data",
    ["Enhet;Svar\nVård;".encode() + "Vård".encode("cp1252"), b"Enhet\n\x81;\x8d", b"\xff\xfeE\x00n"],
    ids=["both utf-8 and windows", "neither", "cut utf-16"],
)
def test_an_encoding_that_cannot_be_told_is_refused_with_its_line(data: bytes) -> None:
    """Mixed or unknown bytes are not read as something they may not be."""
    with pytest.raises(FileError, match="teckenkodning") as caught:
        parse(data, "a.csv")
    assert "rad" in caught.value.where


@pytest.mark.parametrize(
    ("text", "delimiter"),
    [
        ("Enhet;Trygg, lyhörd, tydlig, rak\nA;4,5\nB;3,5\n", ";"),
        ("Enhet\tTrygg, lyhörd; tydlig\nA\t4,5\n", "\t"),
        ('Enhet,"Bra; eller dåligt"\nA,"4,5"\n', ","),
        ("Rapport, oktober 2025\nEnhet;eNPS;Svar\nA;9;1\nB;8;2\n", ";"),
        ('Fråga\n"Bra, faktiskt"\n"Dåligt, tyvärr"\n', ";"),
    ],
    ids=["commas in header", "both in header", "quoted semicolon", "title row", "one column"],
)
def test_the_delimiter_is_the_one_that_gives_even_rows(text: str, delimiter: str) -> None:
    """Commas in questions and decimal commas do not make a comma file."""
    assert find_delimiter(text) == delimiter


def test_excels_own_delimiter_line_is_followed() -> None:
    """A first line `sep=;` is an instruction and no row."""
    parsed = parse(b"sep=;\r\nEnhet;eNPS\r\nA;9\r\n", "a.csv")
    assert parsed.delimiter == ";"
    assert parsed.rows == [["Enhet", "eNPS"], ["A", "9"]]
    assert parsed.lines == [2, 3]


def test_rows_are_numbered_by_the_line_they_begin_on(tmp_path: Path) -> None:
    """A comment over three lines makes the next row two lines further down."""
    path = tmp_path / "a.csv"
    path.write_bytes(b'Enhet;eNPS;Kommentar\nA;9;"rad\nrad\nrad"\nB;8;\n\nC;7;Bra\n')
    table = read_table(path)
    assert [table.row_number(index) for index in range(len(table.rows))] == [2, 5, 6, 7]
    assert table.rows[2] == ("", "", "")


@pytest.mark.parametrize(
    ("body", "line"),
    [('A;9;"öppen\nB;8;Bra\n', "rad 2"), ('A;9;Bra\nB;8;"Bra" tyckte jag\n', "rad 3")],
    ids=["never closed", "text after the quote"],
)
def test_quotes_that_do_not_match_stop_with_their_line(tmp_path: Path, body: str, line: str) -> None:
    """A forgotten quotation mark would swallow the rest of the file; no cell is shown."""
    path = tmp_path / "a.csv"
    path.write_text("Enhet;eNPS;Kommentar\n" + body, encoding="utf-8")
    with pytest.raises(FileError, match="Citattecknen") as caught:
        read_table(path)
    assert line in caught.value.where
    assert "öppen" not in caught.value.message


def test_rows_of_another_width_stop(tmp_path: Path) -> None:
    """A line break without quotation marks would move answers into other columns."""
    path = tmp_path / "a.csv"
    path.write_text("Enhet;eNPS;Kommentar\nA;9;Bra\nmen trångt\nB;8;Bra;mer\n", encoding="utf-8")
    with pytest.raises(FileError, match="2 rader") as caught:
        read_table(path)
    assert "rad 3 (1 cell) och rad 4 (4 celler)" in caught.value.where


WINDOWS = st.text('aåäöÅÄÖé–”;,\t" \r\n09', max_size=20)
ANY = st.text(st.characters(codec="utf-8", exclude_characters="\x00"), max_size=20)
USUAL = st.sampled_from(["9", "-1", "7,5", "Vet ej", "9-10", 'sa "nej"', "två\nrader", ""])


@given(data=st.data(), delimiter=st.sampled_from(DELIMITERS))
@pytest.mark.parametrize(
    ("encoding", "cells"), [("utf-8", ANY), ("utf-8-sig", ANY), ("utf-16", ANY), ("cp1252", WINDOWS)]
)
def test_any_answers_read_back_as_they_were_written(
    data: st.DataObject, delimiter: str, encoding: str, cells: st.SearchStrategy[str]
) -> None:
    """Writing and reading changes no cell, whatever people wrote."""
    drawn = data.draw(st.lists(st.tuples(cells | USUAL, cells | USUAL), min_size=1, max_size=8))
    rows = [("Vårdenhet", *HEADERS[1:]), *((f"Enhet {n}", *row) for n, row in enumerate(drawn, start=1))]
    parsed = parse(delimited(rows, delimiter, encoding), "a.csv")
    assert [tuple(row) for row in parsed.rows] == rows
    assert parsed.delimiter == delimiter

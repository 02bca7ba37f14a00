"""The header row and the headers."""

from collections.abc import Callable

import pytest

from tests.read.conftest import Write
from text_analysis.errors import FileError, HeaderError
from text_analysis.read import RawTable, read_table

Table = Callable[..., RawTable]


def test_the_header_may_stand_below_a_title(write_csv: Write, write_xlsx: Write) -> None:
    """The first row that is mostly text over the whole width is the header, in both kinds of file."""
    rows = [
        ("Medarbetarundersökning 2025", "", ""),
        ("", "", ""),
        ("Enhet", "eNPS", "Kommentar"),
        ("A", "9", "Bra"),
    ]
    for table in (read_table(write_csv(rows)), read_table(write_xlsx(rows))):
        assert table.headers == ("Enhet", "eNPS", "Kommentar")
        assert (table.header_row, table.first_row) == (3, 4)


def test_a_file_of_numbers_has_no_header(write_csv: Write) -> None:
    """Answers are not taken for headers."""
    with pytest.raises(HeaderError, match="hittades inte"):
        read_table(write_csv([("1", "2"), ("3", "4")]))


def test_headers_are_tidied(table: Table) -> None:
    """Line breaks, NBSP and split letters in a header do not make it another header."""
    assert table(("En\u00a0 het", "e\nNPS", "A\u030ar"), ("A", "9", "1")).headers == ("En het", "e NPS", "År")


def test_two_equal_headers_are_named_with_their_columns(table: Table) -> None:
    """The error says which header and in which columns."""
    with pytest.raises(HeaderError) as caught:
        table(("Enhet", "Svar", "Svar ", "eNPS"), ("A", "1", "2", "9"))
    assert '"Svar" i kolumn B och C' in caught.value.where


def test_300_equal_headers_are_counted(table: Table) -> None:
    """The first few columns are named and the rest counted."""
    with pytest.raises(HeaderError) as caught:
        table(["Svar"] * 300, ["1"] * 300)
    assert "kolumn A, B, C, D, E och 295 kolumner till" in caught.value.where


def test_300_pairs_of_equal_headers_are_counted(table: Table) -> None:
    """Many different duplicates do not fill the screen."""
    with pytest.raises(HeaderError, match="300 rubriker") as caught:
        table([f"Fråga {n}" for n in range(300)] * 2, ["1"] * 600)
    assert len(caught.value.where) < 400


def test_a_column_without_header_gets_a_name(table: Table) -> None:
    """Its data are there to be asked about, and an empty column at the end is none."""
    read = table(("Enhet", "", "eNPS", "Svar", "", ""), ("A", "x", "9", "1", "y", ""))
    assert read.headers == ("Enhet", "(kolumn B)", "eNPS", "Svar", "(kolumn E)")


@pytest.mark.parametrize("below", [(), (("", "", ""),)], ids=["nothing", "an empty row"])
def test_a_header_without_answers_is_refused(table: Table, below: tuple[tuple[str, ...], ...]) -> None:
    """A header row alone is an export that went wrong."""
    with pytest.raises(FileError, match="bara en rubrikrad"):
        table(("Enhet", "eNPS", "Kommentar"), *below)


def test_too_many_columns_are_refused(table: Table) -> None:
    """More than 2 000 columns is no survey."""
    with pytest.raises(HeaderError, match="2\N{NO-BREAK SPACE}001 kolumner"):
        table([f"Fråga {n}" for n in range(2001)], ["1"] * 2001)


def test_the_same_bytes_have_the_same_hash(write_csv: Write) -> None:
    """The hash follows the file's content and nothing else."""
    rows = [("Enhet", "eNPS"), ("A", "9")]
    one, same = (read_table(write_csv(rows, name=name)) for name in ("a.csv", "b.csv"))
    other = read_table(write_csv([*rows, ("B", "8")]))
    assert one.sha256 == same.sha256 != other.sha256


def test_a_table_shows_no_cells_in_its_repr(table: Table) -> None:
    """A comment never reaches a log by way of a record's repr."""
    assert "hemligt" not in repr(table(("Enhet", "Kommentar"), ("A", "hemligt")))

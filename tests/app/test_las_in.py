"""Läs in, from the survey tool's file to the first view, on exports with different headers and encodings."""

from __future__ import annotations

import io
from pathlib import Path

import openpyxl
import pytest
from streamlit.testing.v1 import AppTest

from tests.app.conftest import opened, texts
from text_analysis.workspace import list_surveys

HME = "Mitt arbete känns meningsfullt."
ENPS = "Hur sannolikt är det att du skulle rekommendera oss som arbetsgivare till en vän eller bekant?"
COMMENT = "Vad behöver förbättras?"
SAID = ("Schemat läggs för sent, delade turer varje helg.", "Lönen är för låg för ansvaret.", "")


def rows(unit: str = "Enhet", wave: str = "År", enps: str = ENPS, answers: int = 36) -> list[list[str]]:
    """A small export: two units, one question of HME, eNPS and one comment column."""
    body = [
        ["Äldreomsorg" if i % 2 else "Förskola", "2025", str(i % 11), str(i % 5 + 1), SAID[i % 3]]
        for i in range(answers)
    ]
    return [[unit, wave, enps, HME, COMMENT], *body]


def as_csv(table: list[list[str]], delimiter: str, encoding: str) -> bytes:
    """The table as delimited text; no cell holds the delimiter."""
    return "\r\n".join(delimiter.join(row) for row in table).encode(encoding)


def as_xlsx(table: list[list[str]]) -> bytes:
    """The table as a workbook with numbers as numbers."""
    book = openpyxl.Workbook()
    for row in table:
        book.active.append([int(cell) if cell.isdigit() else cell for cell in row])
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


EXPORTS = {
    "semicolon-utf8": ("enkat.csv", as_csv(rows(), ";", "utf-8-sig")),
    "tab-cp1252": ("export.csv", as_csv(rows("Arbetsplats", "Mätning", "eNPS"), "\t", "cp1252")),
    "workbook": ("svar.xlsx", as_xlsx(rows("Avdelning", "Undersökningsår", "eNPS 0-10"))),
}


def uploaded(name: str, content: bytes) -> AppTest:
    """The page with a file on it."""
    app = opened("las_in")
    app.file_uploader[0].set_value((name, content, "application/octet-stream")).run()
    return app


def checked(app: AppTest) -> AppTest:
    """The page after the form is filled with what the file leaves open, and sent."""
    comments = next(field for field in app.multiselect if field.label == "Fritextsvar")
    comments.set_value([COMMENT])
    for box in app.checkbox:
        box.check()
    next(button for button in app.button if button.label == "Kontrollera").click().run()
    return app


@pytest.mark.parametrize("export", EXPORTS)
@pytest.mark.usefixtures("empty_home")
def test_columns_are_recognised_and_counted(export: str) -> None:
    """Unit, eNPS and question are proposed whatever the file calls them, and what was read is counted."""
    app = uploaded(*EXPORTS[export])
    chosen = {field.label: field.value for field in (*app.multiselect, *app.selectbox)}
    assert len(chosen["Enhet, från högsta nivån och nedåt"]) == 1
    assert chosen["eNPS-frågan, 0–10"] != "(ingen kolumn)"
    assert chosen["Frågor som känns igen (1)"]
    app = checked(app)
    assert not app.exception
    assert "36\N{NO-BREAK SPACE}personer med svar i 2 enheter, 24 fritextsvar, 1 frågor." in texts(app)


@pytest.mark.usefixtures("empty_home")
def test_analysis_ends_in_a_survey_to_open() -> None:
    """One more click analyses the survey, and it is in the list."""
    app = checked(uploaded(*EXPORTS["tab-cp1252"]))
    next(button for button in app.button if button.label == "Analysera").click().run(timeout=60)
    assert not app.exception
    assert [entry.name for entry in list_surveys()] == ["export"]
    assert "Skrev en kommentar" in texts(opened("oversikt"))


@pytest.mark.parametrize(
    ("name", "content", "code"),
    [
        pytest.param("tom.csv", b"", "RT100", id="empty"),
        pytest.param("bild.xlsx", b"\x89PNG\r\n\x1a\n0000", "RT100", id="wrong-type"),
        pytest.param("dubbel.csv", b"Enhet;Enhet;eNPS\nA;B;9\n", "RT110", id="same-header-twice"),
    ],
)
def test_broken_file_is_told_in_words(empty_home: Path, name: str, content: bytes, code: str) -> None:
    """What is wrong with the file stands on the page with its code, and nothing is written."""
    app = uploaded(name, content)
    assert not app.exception
    assert code in texts(app)
    assert not list(empty_home.rglob("*.parquet"))


@pytest.mark.usefixtures("empty_home")
def test_answer_outside_the_scale_names_column_and_row() -> None:
    """An eNPS of 11 stops the reading and says where it stands."""
    table = rows(enps="eNPS")
    table[7][2] = "11"
    app = checked(uploaded("elva.csv", as_csv(table, ";", "utf-8")))
    assert "RT130" in texts(app)
    assert "eNPS" in texts(app)


@pytest.mark.usefixtures("empty_home")
def test_another_file_drops_what_was_checked() -> None:
    """A survey that was checked is not offered for analysis under another file."""
    app = checked(uploaded(*EXPORTS["semicolon-utf8"]))
    other = as_csv(rows(answers=40), ";", "utf-8")
    app.file_uploader[0].set_value(("annan.csv", other, "text/csv")).run()
    assert "Analysera" not in [button.label for button in app.button]

"""Läs in, from the survey tool's file to the first view, on exports with different headers and encodings."""

from __future__ import annotations

import io
from pathlib import Path
from unittest.mock import Mock

import openpyxl
import pytest
import streamlit as st
from streamlit.testing.v1 import AppTest

from app_pages.shared import upload
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


def uploaded(*files: tuple[str, bytes]) -> AppTest:
    """The page with files on it."""
    app = opened("las_in")
    app.file_uploader[0].set_value([(*file, "application/octet-stream") for file in files]).run()
    return app


def checked(app: AppTest) -> AppTest:
    """The page after the form is filled with what the file leaves open, and sent."""
    comments = next(field for field in app.multiselect if field.label == "Fritextsvar")
    comments.set_value([COMMENT])
    for box in app.checkbox:
        if box.label.startswith("Jag har sett"):
            box.check()
    return pressed(app, "Kontrollera")


def pressed(app: AppTest, label: str, timeout: float = 30) -> AppTest:
    """The page after the button with this label."""
    return next(button for button in app.button if button.label == label).click().run(timeout=timeout)


@pytest.mark.parametrize("export", EXPORTS)
@pytest.mark.usefixtures("empty_home")
def test_columns_are_recognised_and_counted(export: str) -> None:
    """Unit, eNPS and question are proposed whatever the file calls them, and what was read is counted."""
    app = uploaded(EXPORTS[export])
    chosen = {field.label: field.value for field in (*app.multiselect, *app.selectbox)}
    assert len(chosen["Enhet, från högsta nivån och nedåt"]) == 1
    assert chosen["eNPS-frågan, 0–10"]
    assert chosen["Frågor som känns igen (1)"]
    app = checked(app)
    assert not app.exception
    assert "36\N{NO-BREAK SPACE}personer med svar i 2 enheter, 24 fritextsvar, 1 frågor." in texts(app)


@pytest.mark.usefixtures("empty_home")
def test_analysis_ends_in_a_survey_to_open() -> None:
    """One more click analyses the survey, and it is in the list."""
    app = pressed(checked(uploaded(EXPORTS["tab-cp1252"])), "Analysera", timeout=60)
    assert not app.exception
    assert [entry.name for entry in list_surveys()] == ["export"]
    assert "survey_to_analyse" not in app.session_state  # the raw comments
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
    app = uploaded((name, content))
    assert not app.exception
    assert code in texts(app)
    assert not list(empty_home.rglob("*.parquet"))


@pytest.mark.usefixtures("empty_home")
def test_answer_outside_the_scale_names_column_and_row() -> None:
    """An eNPS of 11 stops the reading and says where it stands."""
    table = rows(enps="eNPS")
    table[7][2] = "11"
    app = checked(uploaded(("elva.csv", as_csv(table, ";", "utf-8"))))
    assert "RT130" in texts(app)
    assert "eNPS" in texts(app)


@pytest.mark.usefixtures("empty_home")
def test_another_file_drops_what_was_checked() -> None:
    """A survey that was checked is not offered for analysis under another file."""
    app = checked(uploaded(EXPORTS["semicolon-utf8"]))
    other = as_csv(rows(answers=40), ";", "utf-8")
    app.file_uploader[0].set_value([("annan.csv", other, "text/csv")]).run()
    assert "Analysera" not in [button.label for button in app.button]


def read(app: AppTest) -> str:
    """What the page says it has read."""
    return next(line for line in texts(app).split("<p") if "med svar i" in line)


@pytest.mark.usefixtures("empty_home")
def test_two_waves_become_one_survey() -> None:
    """Files with the same columns share a form, in which each file has its wave."""
    old, new = ([[*row[:1], *row[2:]] for row in rows(answers=n)] for n in (24, 36))
    app = uploaded(("puls 2023.csv", as_csv(old, ";", "utf-8")), ("puls 2024.csv", as_csv(new, ";", "utf-8")))
    waves = {field.label: field.value for field in app.text_input}
    assert waves["Mätning i puls 2023.csv".replace(".", "\\.")] == "2023"
    app = checked(app)
    assert "60\N{NO-BREAK SPACE}personer med svar" in read(app)
    assert set(app.session_state["survey_to_analyse"][1].respondents["wave"]) == {"2023", "2024"}


@pytest.mark.usefixtures("empty_home")
def test_files_with_different_columns_get_a_form_each() -> None:
    """Two parts of a wave from different tools are read together."""
    other = as_csv(rows("Arbetsplats", "Mätning", "eNPS", answers=12), ";", "utf-8")
    app = uploaded(EXPORTS["semicolon-utf8"], ("annan.csv", other))
    for field in app.multiselect:
        if field.label == "Fritextsvar":
            field.set_value([COMMENT])
    for field in app.text_input:
        if field.label == "Hela organisationens namn":
            field.set_value("Kommunen")
    app = pressed(app, "Kontrollera")
    assert "48\N{NO-BREAK SPACE}personer med svar" in read(app)


def misspelt() -> bytes:
    """An export in which one unit is written in two ways."""
    table = rows()
    table[1][0] = "förskola"
    return as_csv(table, ";", "utf-8")


@pytest.mark.parametrize(("answer", "units"), [("Samma enhet", 2), ("Olika enheter", 3)])
@pytest.mark.usefixtures("empty_home")
def test_names_alike_are_joined_only_after_a_yes(answer: str, units: int) -> None:
    """Until somebody has answered, nothing is read; then it is as they said."""
    app = pressed(uploaded(("enkat.csv", misspelt())), "Kontrollera")
    assert "1 frågor överst i formuläret är obesvarade." in texts(app)
    app.radio[0].set_value(answer)
    assert f"i {units} enheter" in read(checked(app))


@pytest.mark.usefixtures("empty_home")
def test_words_get_their_numbers_from_a_person() -> None:
    """Answers in words that are not known are asked for, word by word, in plain Swedish."""
    table = rows()
    words = {"1": "Ilsket", "2": "Surt", "3": "Jaha", "4": "Gott", "5": "Ljuvligt"}
    table[1:] = [[*row[:3], words[row[3]], row[4]] for row in table[1:]]
    app = uploaded(("ord.csv", as_csv(table, ";", "utf-8")))
    asked = [box for box in app.selectbox if box.label.startswith("Vad betyder svaret")]
    assert len(asked) == len(words)
    assert "[answers]" not in texts(app)
    for box in asked:
        box.set_value(next(number for number, word in words.items() if word in box.label))
    app = checked(app)
    survey = app.session_state["survey_to_analyse"][1]
    assert survey.respondents["hme.motivation.1"].notna().all()


@pytest.mark.usefixtures("empty_home")
def test_error_stands_at_its_field_with_a_way_out() -> None:
    """An answer outside the scale is told at the eNPS field, and its row can be left out there."""
    table = rows(enps="eNPS")
    table[7][2] = "11"
    app = checked(uploaded(("elva.csv", as_csv(table, ";", "utf-8"))))
    order = [getattr(element, "label", "") or str(element.proto) for element in app.main]
    place = order.index("eNPS-frågan, 0–10")
    assert "RT130" in order[place + 1]
    leave = next(
        box
        for box in app.checkbox
        if box.label == "Utelämna rader med svar utanför skalan, i stället för att stanna"
    )
    leave.check()
    app = pressed(app, "Kontrollera")
    assert "35\N{NO-BREAK SPACE}personer med svar" in read(app)
    assert "RT130" not in texts(app)


@pytest.mark.usefixtures("empty_home")
def test_the_next_wave_is_read_as_the_one_before() -> None:
    """The mapping is kept with the survey and offered for a file with the same headers."""
    pressed(checked(uploaded(EXPORTS["tab-cp1252"])), "Analysera", timeout=60)
    again = as_csv(rows("Arbetsplats", "Mätning", "eNPS", answers=44), ";", "utf-8")
    app = uploaded(("nasta.csv", again))
    assert [toggle.label for toggle in app.toggle] == ["Läs kolumnerna som i export, som har samma rubriker"]
    assert "44\N{NO-BREAK SPACE}personer med svar" in read(pressed(app, "Kontrollera"))


def test_own_words_are_kept_and_masked(empty_home: Path) -> None:
    """A word on the list is gone from what is kept of the comments, and the list is there next time."""
    app = checked(uploaded(EXPORTS["semicolon-utf8"]))
    next(area for area in app.text_area if area.label == "Maskera alltid").set_value("delade turer")
    pressed(app, "Analysera", timeout=60)
    kept = b"".join(path.read_bytes() for path in empty_home.rglob("masked.jsonl"))
    assert b"delade turer" not in kept
    assert b"varje helg" in kept
    app = checked(uploaded(EXPORTS["workbook"]))
    assert next(area for area in app.text_area if area.label == "Maskera alltid").value == "delade turer"


def renamed(app: AppTest, name: str) -> AppTest:
    """The page after the survey has been given another name."""
    field = next(field for field in app.text_input if field.label == "Undersökningens namn")
    return field.set_value(name).run()


@pytest.mark.usefixtures("empty_home")
def test_a_survey_does_not_take_the_folder_of_another() -> None:
    """Two names that differ in case and signs only share a folder, so the second is refused."""
    pressed(checked(renamed(uploaded(EXPORTS["tab-cp1252"]), "Enkät 2025")), "Analysera", timeout=60)
    app = checked(renamed(uploaded(EXPORTS["semicolon-utf8"]), "enkät (2025)!"))
    assert "Namnet liknar Enkät 2025 för mycket" in texts(app)
    assert "Analysera" not in [button.label for button in app.button]
    app = checked(renamed(app, "Enkät 2025"))
    assert "Den ersätts när du analyserar" in texts(app)
    assert "Analysera" in [button.label for button in app.button]


@pytest.mark.parametrize("export", EXPORTS)
@pytest.mark.usefixtures("empty_home")
def test_an_export_is_read_once_and_never_written(export: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """The bytes go from the browser to the table; another name for the survey reads them no second time."""
    st.cache_resource.clear()
    read: list[str] = []
    parse, write = upload.parse_table, Mock()
    monkeypatch.setattr(upload, "parse_table", lambda data, file: (read.append(file), parse(data, file))[1])
    monkeypatch.setattr(Path, "write_bytes", write)
    app = renamed(uploaded(EXPORTS[export]), "Ett annat namn")
    assert "Kontrollera" in [button.label for button in app.button]
    assert read == [EXPORTS[export][0]]
    write.assert_not_called()

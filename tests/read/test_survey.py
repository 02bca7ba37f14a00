"""Tables and mappings to a survey: every row is a respondent or left out with its reason."""

import time
from collections import Counter
from collections.abc import Callable, Sequence
from pathlib import Path

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.read.conftest import HEADERS, Write, delimited, plain_mapping
from text_analysis import tables
from text_analysis.errors import MappingError, ScaleError, SurveyError
from text_analysis.instruments import load_instruments
from text_analysis.read import Mapping, RawTable, propose_mapping, read_survey, read_table
from text_analysis.read.mapping import Comparison, PatientContact, Sent, Status, WaveSource
from text_analysis.records import Survey

Table = Callable[..., RawTable]
Read = Callable[..., Survey]


@pytest.fixture
def read(table: Table) -> Read:
    """The survey of rows below `HEADERS`, or below other headers, with fields of the mapping changed."""

    def survey(
        *rows: Sequence[str], headers: Sequence[str] = HEADERS, asked: int | None = None, **fields: object
    ) -> Survey:
        return read_survey([(table(headers, *rows), plain_mapping(**fields))], name="Enkät", sent=asked)

    return survey


def reasons(survey: Survey) -> list[tuple[int, str]]:
    """Row and reason of each row left out."""
    return [(rejection.row, rejection.reason) for rejection in survey.rejections]


def test_a_respondent_has_wave_unit_score_and_comment(read: Read) -> None:
    """A row without id is named by wave and row number, and its comment by that and the column."""
    survey = read(("Hemtjänst", "9", " Bra lag!  "), ("Skola", "Vet ej", ""))
    assert survey.respondents["respondent_id"].tolist() == ["2025-2", "2025-3"]
    assert survey.respondents["unit"].tolist() == ["Kommunen > Hemtjänst", "Kommunen > Skola"]
    assert survey.respondents["enps"].tolist() == [9, pd.NA]
    (comment,) = survey.comments
    assert (comment.id, comment.respondent_id) == ("2025-2.1", "2025-2")
    assert (comment.text, comment.question) == (" Bra lag!  ", "Vad är bra?")
    assert survey.missing_answers == {"eNPS": 1}


def test_the_tables_have_their_types(read: Read) -> None:
    """Respondents hold what `tables` says, with one number column per item."""
    survey = read(("A", "9", "", "4"), headers=(*HEADERS, "Misstag"), items={"Misstag": "hse.6"}, asked=3)
    assert tables.check(survey.respondents, tables.RESPONDENTS, extra=True).equals(survey.respondents)
    assert survey.respondents["hse.6"].dtype == "Float64"
    assert survey.respondents["patient_contact"].isna().all()
    assert [item.key for item in survey.items] == ["hse.6"]
    assert survey.sent.to_dict("records") == [{"wave": "2025", "unit": "Kommunen", "sent": 3}]


def test_rows_are_left_out_with_row_and_reason(read: Read) -> None:
    """Each kind of row that is no respondent, counted as the file counts."""
    headers = ("ID", "Mätning", "Svarat", *HEADERS)
    survey = read(
        ("1", "V1", "ja", "A", "9", "Bra"),
        ("", "", "", "", "", ""),
        ("2", "V1", "nej", "A", "", ""),
        ("3", "V1", "ja", "A", "", " "),
        ("4", "", "ja", "A", "9", ""),
        ("5", "V1", "ja", " ", "9", ""),
        ("6", "V1", "ja", "A", "11", ""),
        ("1", "V1", "ja", "A", "3", ""),
        ("1", "V2", "ja", "A", "3", ""),
        headers=headers,
        respondent="ID",
        wave=WaveSource(column="Mätning"),
        status=Status("Svarat", ("Ja",)),
        invalid_rows="leave_out",
    )
    assert Counter(reasons(survey)) == Counter(
        [
            (3, "tom rad"),
            (4, "ej besvarad"),
            (5, "tom rad"),
            (6, "saknar mätning"),
            (7, "saknar enhet"),
            (8, "ogiltigt svar"),
            (9, "dubblett av svarande"),
        ]
    )
    assert survey.n_rows == len(survey.respondents) + len(survey.rejections) == 9
    assert survey.respondents["respondent_id"].tolist() == ["V1-1", "V2-1"]


def test_only_a_comment_or_only_vet_ej_is_an_answer(read: Read) -> None:
    """Those who wrote without scoring, and those who said they do not know, took part."""
    survey = read(("A", "", "Bra"), ("A", "Vet ej", ""))
    assert len(survey.respondents) == 2


@pytest.mark.parametrize("answer", ["11", "-1", "−1", "7,5", "9-10", "Ja", "99"])
def test_an_enps_answer_outside_its_scale_stops(read: Read, answer: str) -> None:
    """The error names column and row, what was expected and both remedies."""
    with pytest.raises(ScaleError) as caught:
        read(("A", "9", ""), ("A", answer, ""))
    assert 'kolumn B "eNPS", rad 3' in caught.value.where
    assert "0–10" in caught.value.expected
    assert 'invalid_rows = "leave_out"' in caught.value.remedy


def test_many_wrong_answers_are_counted(read: Read) -> None:
    """The first five rows are named and the rest counted."""
    with pytest.raises(ScaleError, match="8 svar") as caught:
        read(*[("A", "11", "")] * 8)
    assert "rad 2, 3, 4, 5, 6 och 3 rader till" in caught.value.where


def test_a_wrong_answer_is_named_by_the_line_it_stands_on(tmp_path: Path) -> None:
    """Line breaks inside comments above do not lead astray."""
    path = tmp_path / "a.csv"
    path.write_bytes(b'Enhet;eNPS;Kommentar\nA;9;"rad\nrad\nrad"\nA;11;\n')
    with pytest.raises(ScaleError) as caught:
        read_survey([(read_table(path), plain_mapping())], name="Enkät")
    assert "rad 5" in caught.value.where


def test_text_in_a_number_column_is_never_repeated(read: Read) -> None:
    """It may be a comment in the wrong column."""
    with pytest.raises(ScaleError) as caught:
        read(("A", "Min chef Zebulonia är hård", ""))
    assert "Zebulonia" not in caught.value.message


SCALES = {
    "same": ({}, ["1", "3", "5"], [1.0, 3.0, 5.0]),
    "from zero": ({"Fråga": (0, 4)}, ["0", "2", "4"], [1.0, 3.0, 5.0]),
    "to six": ({"Fråga": (1, 6)}, ["1", "3", "6"], [1.0, 2.6, 5.0]),
    "reversed": ({"Fråga": (5, 1)}, ["5", "4", "1"], [1.0, 2.0, 5.0]),
    "to ten": ({"Fråga": (0, 10)}, ["0", "5", "10"], [1.0, 3.0, 5.0]),
    "known labels": ({}, ["Stämmer mycket dåligt", "stämmer ganska bra"], [1.0, 4.0]),
    "labels stay when figures are reversed": ({"Fråga": (5, 1)}, ["Stämmer mycket bra", "1"], [5.0, 5.0]),
    "figure with label": ({}, ["5 = Stämmer mycket bra", "2 - Stämmer ganska dåligt"], [5.0, 2.0]),
}


@pytest.mark.parametrize(("scales", "answers", "expected"), SCALES.values(), ids=SCALES)
def test_answers_are_put_on_the_instruments_scale(
    read: Read, scales: dict[str, tuple[int, int]], answers: list[str], expected: list[float]
) -> None:
    """The lowest answer of the data becomes the lowest of the instrument, and the highest the highest."""
    rows = [("A", "9", "", answer) for answer in answers]
    survey = read(*rows, headers=(*HEADERS, "Fråga"), items={"Fråga": "hse.6"}, scales=scales)
    assert survey.respondents["hse.6"].tolist() == pytest.approx(expected)


def test_own_labels_and_missing_words(read: Read) -> None:
    """Words given in the mapping count, whatever their letters."""
    survey = read(
        *[("A", "9", "", answer) for answer in ("INSTÄMMER HELT", "Ny här", "99", "-")],
        headers=(*HEADERS, "Fråga"),
        items={"Fråga": "hse.6"},
        answers={"Instämmer helt": 5},
        missing=("ny här", "99"),
    )
    assert survey.respondents["hse.6"].tolist() == [5.0, pd.NA, pd.NA, pd.NA]
    assert survey.missing_answers == {"Fråga": 3}


def test_an_organisations_own_item_keeps_its_wording(read: Read) -> None:
    """A question of an OSA theme that only this organisation asks is an item with the header as text."""
    survey = read(
        ("A", "9", "", "2"),
        headers=(*HEADERS, "Jag hinner ta rast"),
        items={"Jag hinner ta rast": "osa.stress.3"},
    )
    (item,) = survey.items
    assert (item.key, item.index_key, item.text, item.scale) == (
        "osa.stress.3",
        "osa.stress",
        "Jag hinner ta rast",
        (1, 5),
    )


def test_patient_contact_is_yes_no_or_unknown(read: Read) -> None:
    """Other answers than yes are no, and a blank is unknown."""
    survey = read(
        *[("A", "9", "", answer) for answer in ("JA", "Nej", "")],
        headers=(*HEADERS, "Patientkontakt"),
        patient_contact=PatientContact("Patientkontakt", ("Ja",)),
    )
    assert survey.respondents["patient_contact"].tolist() == [True, False, pd.NA]


def test_a_survey_without_the_enps_question(read: Read) -> None:
    """Said with false, it has no scores and all else."""
    survey = read(("A", "9", "Bra"), enps=False)
    assert survey.respondents["enps"].isna().all()


def test_several_comments_of_one_respondent(read: Read) -> None:
    """They are numbered by their columns, in the order of the file, empty ones passed by."""
    survey = read(
        ("A", "9", "Ett", "", "Tre"),
        headers=(*HEADERS, "Två?", "Tre?"),
        comments={"Tre?": "Tre?", "Kommentar": "", "Två?": "Två?"},
    )
    assert [(c.id, c.text, c.question) for c in survey.comments] == [
        ("2025-2.1", "Ett", ""),
        ("2025-2.3", "Tre", "Tre?"),
    ]


UNITS = {
    "two levels": ({"unit": ("Förv", "Enhet")}, ("Vård", "Akuten"), "Kommunen > Vård > Akuten"),
    "only the upper level": ({"unit": ("Förv", "Enhet")}, ("Vård", ""), "Kommunen > Vård"),
    "organisation already first": ({"unit": ("Förv", "Enhet")}, ("Kommunen", "Akuten"), "Kommunen > Akuten"),
    "blanks of all kinds": ({"unit": ("Enhet",)}, ("", "\u00a0HSL\u00a0\n 1 "), "Kommunen > HSL 1"),
    "path": ({"unit": ("Enhet",), "unit_separator": "/"}, ("", "Vård / Akuten"), "Kommunen > Vård > Akuten"),
    "renamed": ({"unit": ("Enhet",), "unit_names": {"Hsl1": "HSL 1"}}, ("", "Hsl1"), "Kommunen > HSL 1"),
    "no columns": ({"unit": ()}, ("Vård", "Akuten"), "Kommunen"),
    "no names at all": ({"unit": (), "organisation": ""}, ("Vård", "Akuten"), "Enkät"),
}


@pytest.mark.parametrize(("fields", "cells", "path"), UNITS.values(), ids=UNITS)
def test_units_are_full_paths(
    read: Read, fields: dict[str, object], cells: tuple[str, str], path: str
) -> None:
    """From the whole organisation down, with tidy names."""
    survey = read((*cells, "9"), headers=("Förv", "Enhet", "eNPS"), comments={}, **fields)
    assert survey.respondents["unit"].tolist() == [path]


REFUSED = {
    "case differs": ({}, [("HSL 1", "9", ""), ("Hsl1", "8", "")], "unit_names"),
    "no common top": ({"organisation": ""}, [("A", "9", ""), ("B", "8", "")], "organisation"),
    "levels in one name": ({}, [("A > B", "9", "")], "unit_separator"),
    "enps undecided": ({"enps": None}, [("A", "9", "")], "enps = false"),
    "unknown column": ({"enps": "NPS"}, [("A", "9", "")], '"NPS"'),
    "unknown status column": ({"status": Status("Svar", ("Ja",))}, [("A", "9", "")], '"Svar"'),
    "sent of unknown wave": ({"sent": (Sent("2024", "", 9),)}, [("A", "9", "")], '"2024"'),
    "sent of unknown unit": ({"sent": (Sent("2025", "B", 9),)}, [("A", "9", "")], '"B"'),
    "two numbers of one unit": (
        {"sent": (Sent("2025", "", 9), Sent("2025", "Kommunen", 8))},
        [("A", "9", "")],
        "Två olika tal",
    ),
}


@pytest.mark.parametrize(("fields", "rows", "said"), REFUSED.values(), ids=REFUSED)
def test_a_mapping_that_does_not_fit_is_refused(
    read: Read, fields: dict[str, object], rows: list[tuple[str, ...]], said: str
) -> None:
    """Nothing is guessed: the error tells what to write."""
    with pytest.raises(MappingError) as caught:
        read(*rows, **fields)
    assert said in caught.value.message


def test_names_confirmed_as_different_stay_different(read: Read) -> None:
    """Written equal to themselves, two names that look alike are two units."""
    survey = read(("A", "9", ""), ("a", "8", ""), unit_names={"A": "A", "a": "a"})
    assert survey.respondents["unit"].nunique() == 2


def test_no_row_left_is_an_error_with_the_reasons(read: Read) -> None:
    """A survey of nobody tells why."""
    with pytest.raises(SurveyError, match="Ingen rad") as caught:
        read(("", "9", ""), ("", "8", ""))
    assert "saknar enhet: 2 rader" in caught.value.where


def test_the_number_asked_is_counted_from_rows_with_status(read: Read) -> None:
    """Rows of those who have not answered count in their unit and every unit above."""
    survey = read(
        ("A", "9", "", "Besvarad"),
        ("A", "", "", "Utskickad"),
        ("B", "8", "", "Besvarad"),
        headers=(*HEADERS, "Status"),
        status=Status("Status", ("besvarad",)),
    )
    assert dict(zip(survey.sent["unit"], survey.sent["sent"], strict=True)) == {
        "Kommunen": 3,
        "Kommunen > A": 2,
        "Kommunen > B": 1,
    }
    assert reasons(survey) == [(3, "ej besvarad")]


def test_figures_given_are_placed_in_the_organisation(read: Read) -> None:
    """Units may be written with or without the organisation; one above it stays outside."""
    survey = read(
        ("A", "9", ""),
        asked=40,
        comparisons=(
            Comparison("2024", "", "enps", -40.8),
            Comparison("2024", "A", "response_rate", 0.7),
            Comparison("2025", "Hela regionen", "enps", -32.2),
        ),
    )
    assert set(survey.comparisons["unit"]) == {"Kommunen", "Kommunen > A", "Hela regionen"}
    assert survey.sent["sent"].tolist() == [40]


def test_one_number_asked_cannot_be_of_several_waves(read: Read) -> None:
    """Which wave it is of must be said in the mapping."""
    with pytest.raises(SurveyError, match="2"):
        read(("A", "9", "1"), ("A", "8", "2"), wave=WaveSource(column="Kommentar"), comments={}, asked=4)


def test_files_of_two_waves_become_one_survey(table: Table) -> None:
    """The same people in two waves are two rows each, with the wave in their ids."""
    parts = [
        (
            table(("ID", *HEADERS), ("1", "A", "9", "Bra"), name=f"{wave}.csv"),
            plain_mapping(wave=WaveSource(value=wave), respondent="ID"),
        )
        for wave in ("2024", "2025")
    ]
    survey = read_survey(parts, name="Enkät")
    assert survey.respondents["respondent_id"].tolist() == ["2024-1", "2025-1"]
    assert [comment.respondent_id for comment in survey.comments] == ["2024-1", "2025-1"]
    assert survey.n_rows == 2
    assert survey.sha256 not in {part.sha256 for part, _ in parts}


def test_parts_of_one_wave_get_ids_of_their_own(table: Table) -> None:
    """Row 2 of the second file is not row 2 of the first, and items may differ."""
    one = table(HEADERS, ("A", "9", "Bra"), name="a.csv")
    other = table(("Enhet", "eNPS", "Misstag"), ("B", "8", "4"), name="b.csv")
    mappings = plain_mapping(), plain_mapping(comments={}, items={"Misstag": "hse.6"})
    survey = read_survey([(one, mappings[0]), (other, mappings[1])], name="Enkät")
    assert survey.respondents["respondent_id"].tolist() == ["2025-2", "2025-2-2"]
    assert survey.respondents["hse.6"].tolist() == [pd.NA, 4.0]


def test_files_without_date_are_not_joined(table: Table) -> None:
    """Two undated files might be two waves, so that must be said."""
    part = table(HEADERS, ("A", "9", "")), plain_mapping(wave=WaveSource(value="odaterad"))
    with pytest.raises(MappingError, match="mätning"):
        read_survey([part, part], name="Enkät")


def test_a_survey_shows_no_comments_in_its_repr(read: Read) -> None:
    """Neither the survey nor its records repeat what people wrote."""
    survey = read(("A", "9", "hemligt"))
    assert "hemligt" not in repr(survey) + repr(survey.comments)


CELLS = st.tuples(
    st.sampled_from(["A", "B", " A ", "", "\u00a0"]),
    st.sampled_from(["0", "7", "10", "Vet ej", "", "11", "7,5", "9 - Mycket troligt", "nio"]),
    st.sampled_from(["Bra", "", " ", "Två\nrader; ja"]),
    st.sampled_from(["1", "2", "3", ""]),
)


@given(rows=st.lists(CELLS, max_size=12))
def test_no_row_is_lost(tmp_path_factory: pytest.TempPathFactory, rows: list[tuple[str, ...]]) -> None:
    """Rows read are respondents and rejections, each row one of them, ids unique, comments all kept."""
    path = tmp_path_factory.mktemp("a") / "a.csv"
    path.write_bytes(delimited([(*HEADERS, "ID"), *rows, ("A", "9", "Sist", "99")]))
    table = read_table(path)
    survey = read_survey([(table, plain_mapping(respondent="ID", invalid_rows="leave_out"))], name="Enkät")
    left_out = {rejection.row for rejection in survey.rejections}
    kept = [row for index, row in enumerate(table.rows) if table.row_number(index) not in left_out]
    assert survey.n_rows == len(rows) + 1 == len(survey.respondents) + len(survey.rejections)
    assert len(left_out) == len(survey.rejections)
    assert [comment.text for comment in survey.comments] == [row[2] for row in kept if row[2].strip()]
    assert survey.respondents["enps"].dropna().between(0, 10).all()


@pytest.mark.parametrize("kind", ["csv in windows letters", "xlsx"])
def test_a_messy_export_with_other_headers(write_csv: Write, write_xlsx: Write, kind: str) -> None:
    """A title, other names, labels with numbers and blanks of all kinds: read without a decision."""
    rows = [
        ("Medarbetarenkät", "", "", "", "", ""),
        ("Löpnr", "Verksamhet", "Arbetsplats", "Q1 Rekommendera", "3. Jag vågar prata om misstag", "Fritext"),
        ("1", "Vård", "Hsl 1\u00a0", "9 - Mycket troligt", "Stämmer ganska bra", "Bra lag; men trångt"),
        ("2", "Vård", "Hsl  1", "Vet ej", "2", "Två\nrader"),
        ("3", "Skola", "Åsen", "0", "-", ""),
    ]
    name = "enkät_2025-10"
    path = (
        write_xlsx(rows, f"{name}.xlsx") if kind == "xlsx" else write_csv(rows, f"{name}.csv", ";", "cp1252")
    )
    table = read_table(path)
    proposal = propose_mapping(table, name="Kommunen")
    assert proposal.open == ()
    survey = read_survey([(table, proposal.mapping)], name="Kommunen")
    assert survey.respondents["unit"].tolist() == [
        "Kommunen > Vård > Hsl 1",
        "Kommunen > Vård > Hsl 1",
        "Kommunen > Skola > Åsen",
    ]
    assert survey.respondents["enps"].tolist() == [9, pd.NA, 0]
    assert survey.respondents["hse.6"].tolist() == [4.0, 2.0, pd.NA]
    assert [comment.text for comment in survey.comments] == ["Bra lag; men trångt", "Två\nrader"]
    assert set(survey.respondents["wave"]) == {"2025-10"}


def large_export() -> tuple[list[tuple[str, ...]], int]:
    """7,153 rows of 60 columns, as large as the region's, and the number of comments in them."""
    items = [item.text for item in load_instruments().items[:50]]
    headers = ("Svars-ID", "Område", "Enhet", "År", "eNPS", "Patientkontakt", *items)
    headers += ("Vad är bäst?", "Vad kan bli bättre?", "Kommentar", "Ålder")
    rows = [headers]
    for n in range(7153):
        comments = tuple(
            f"Kommentar nummer {n} om schema, lön och chefer." if n % 9 == k else "" for k in range(3)
        )
        answers = tuple(str(1 + (n + k) % 5) for k in range(50))
        rows.append(
            (str(n), f"O{n % 6}", f"O{n % 6} E{n % 90}", "2025", str(n % 11), "Ja", *answers, *comments, "30")
        )
    return rows, sum(bool(cell) for row in rows[1:] for cell in row[-4:-1])


def test_a_regions_export_is_read_and_mapped_in_two_seconds(write_csv: Write) -> None:
    """7,153 rows of 60 columns take less than 2 s of computing time to read and map."""
    rows, n_comments = large_export()
    path = write_csv(rows)
    began = time.process_time()
    table = read_table(path)
    proposal = propose_mapping(table, name="Regionen")
    assert time.process_time() - began < 2
    survey = read_survey([(table, proposal.mapping)], name="Regionen")
    assert (len(survey.respondents), len(survey.items), len(survey.comments)) == (7153, 50, n_comments)


def test_the_demo_exports_are_proposed_without_doubts() -> None:
    """Both bundled exports are understood by their headers alone."""
    from text_analysis.places import DATA
    from text_analysis.read import load_mapping

    for mapping_file in sorted((DATA / "demo").glob("*.toml")):
        (export,) = (p for p in DATA.glob(f"demo/{mapping_file.stem}.*") if p.suffix in {".csv", ".xlsx"})
        proposal, given_ = propose_mapping(read_table(export), name="Demo"), load_mapping(mapping_file)
        assert proposal.open == ()
        found: Mapping = proposal.mapping
        assert (found.enps, found.unit, found.items, found.wave) == (
            given_.enps,
            given_.unit,
            given_.items,
            given_.wave,
        )

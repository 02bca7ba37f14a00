"""The proposed mapping: what headers and answers suggest, and what is left for a person to decide."""

from collections.abc import Callable, Sequence

import pytest

from text_analysis.read import Mapping, Proposal, RawTable, propose_mapping
from text_analysis.read.mapping import PatientContact, Status, WaveSource

Table = Callable[..., RawTable]

COMMENTS = (
    "Vi har ett fantastiskt lag som hjälps åt när det kniper.",
    "Schemat borde läggas tidigare så att man hinner planera.",
    "Chefen lyssnar, men har alldeles för många medarbetare.",
    "Lokalerna är trånga och ventilationen fungerar dåligt.",
)


def with_column(header: str, cells: Sequence[str]) -> list[tuple[str, ...]]:
    """A small survey with one more column."""
    usual = [("Enhet", "eNPS"), *((f"Enhet {i % 2}", str(6 + i % 5)) for i in range(len(cells)))]
    return [(*row, cell) for row, cell in zip(usual, (header, *cells), strict=True)]


def proposed(table: Table, *rows: Sequence[str], name: str = "Kommunen", file: str = "enkat.csv") -> Proposal:
    """The proposal for these rows."""
    return propose_mapping(table(*rows, name=file), name=name)


def test_an_ordinary_export_is_mapped_with_reasons(table: Table) -> None:
    """Every column with a meaning has a reason, the rest are listed, and nothing is open."""
    found = proposed(
        table,
        (
            "Svars-ID",
            "Enhet",
            "Ålder",
            "Q1 Rekommendera",
            "HME 1. Mitt arbete känns meningsfullt",
            "Kommentar",
        ),
        ("1", "Hemtjänst", "30–39", "9", "5 = Stämmer mycket bra", "Bra"),
        ("2", "Skola", "40–49", "Vet ej", "Stämmer ganska bra", ""),
        file="enkat_2025-10.csv",
    )
    assert found.open == ()
    assert found.unused == ("Ålder",)
    assert found.mapping == Mapping(
        name="Kommunen",
        organisation="Kommunen",
        wave=WaveSource(value="2025-10"),
        enps="Q1 Rekommendera",
        respondent="Svars-ID",
        unit=("Enhet",),
        comments={"Kommentar": ""},
        items={"HME 1. Mitt arbete känns meningsfullt": "hme.motivation.1"},
    )
    assert {"Svars-ID", "Enhet", "Q1 Rekommendera", "Kommentar", "(mätning)", "(fil)"} <= set(found.reasons)


@pytest.mark.parametrize(
    "header",
    [
        "eNPS",
        "e-NPS",
        "NPS (0-10)",
        "Q1 Rekommendera",
        "Hur sannolikt är det att du skulle rekommendera oss som arbetsgivare till en vän?",
        "How likely are you to recommend us as a place to work?",
    ],
)
def test_the_enps_question_has_many_names(table: Table, header: str) -> None:
    """Swedish and English headers are known."""
    found = proposed(table, ("Arbetsplats", header), ("A", "9"), ("B", "10"))
    assert (found.mapping.enps, found.open) == (header, ())


def test_a_missing_enps_question_is_open(table: Table) -> None:
    """The sentence tells both ways out."""
    found = proposed(table, ("Enhet", "Kommentar"), ("A", "Bra"))
    (text,) = found.open
    assert "Kolumnen för eNPS-frågan hittades inte" in text
    assert 'enps = "kolumnens namn"' in text
    assert "enps = false" in text
    assert found.mapping.enps is None


OPEN = {
    "two enps columns": (("Enhet", "eNPS", "eNPS 2024"), ("A", "9", "8"), 'enps = "eNPS"'),
    "two columns of one item": (
        ("eNPS", "Jag vågar prata om mina misstag (text)", "Jag vågar prata om mina misstag (värde)"),
        ("9", "Stämmer ganska bra", "4"),
        '= "hse.6"',
    ),
    "two waves": (("eNPS", "Mätning", "År"), ("9", "Höst", "2025"), 'wave = {column = "Mätning"}'),
    "two ids": (("eNPS", "ID", "Svars-ID"), ("9", "1", "2"), 'respondent = "ID"'),
    "resembling item": (("eNPS", "Min närmaste chef är bra på att kommunicera"), ("9", "4"), "[items]"),
    "zero on a scale from one": (("eNPS", "Jag vågar prata om mina misstag"), ("9", "0"), "[scales]"),
    "six on a scale to five": (("eNPS", "Jag vågar prata om mina misstag"), ("9", "6"), "[scales]"),
    "reversed labels": (
        ("eNPS", "Jag vågar prata om mina misstag"),
        ("9", "1 = Stämmer mycket bra"),
        "[5, 1] under [scales]",
    ),
    "pulse name with low answers": (("eNPS", "Ledarskap"), ("9", "4"), "[scales]"),
    "unknown patient answers": (("eNPS", "Patientkontakt"), ("9", "Ibland"), "patient_contact"),
    "unknown status": (("eNPS", "Status"), ("9", "Påbörjad"), "status = {"),
    "answers without header": (("eNPS", "Svar", "Betyg", ""), ("9", "1", "2", "x"), "saknar rubrik"),
    "unit variants": (("eNPS", "Enhet"), ("9", "HSL 1"), ("8", "Hsl1"), "[unit_names]"),
    "a path beside units": (
        ("eNPS", "Sökväg", "Enhet"),
        ("9", "R > A", "A"),
        ("9", "R > B", "B"),
        "unit_separator",
    ),
    "numbered and named levels": (("eNPS", "Nivå 1", "Avdelning"), ("9", "A", "B"), "uppifrån och ned"),
    "units that do not nest": (
        ("eNPS", "Förvaltning", "Enhet"),
        ("9", "A", "X"),
        ("9", "B", "X"),
        ("9", "A", "Y"),
        ("9", "B", "Y"),
        "verkar inte ligga under",
    ),
}


@pytest.mark.parametrize("case", OPEN.values(), ids=OPEN)
def test_what_is_ambiguous_is_open(table: Table, case: tuple[object, ...]) -> None:
    """The sentence says what to write, and a proposal with something open is never silent about it."""
    *rows, said = case
    found = proposed(table, *rows)  # type: ignore[arg-type]
    assert len(found.open) == 1
    assert said in found.open[0]  # type: ignore[operator]


def test_likert_answers_from_zero_to_four_are_open_with_the_scale(table: Table) -> None:
    """The scale the data seem to have is suggested, never assumed."""
    rows = with_column("Jag vågar prata om mina misstag", ["0", "1", "4", "3"])
    found = proposed(table, *rows)
    (text,) = found.open
    assert '"Jag vågar prata om mina misstag" = [0, 4]' in text
    assert found.mapping.scales == {}


def test_labels_that_are_not_known_are_listed(table: Table) -> None:
    """Alternatives that repeat are shown, so that they can be given numbers."""
    found = proposed(table, *with_column("Jag vågar prata om mina misstag", ["Instämmer helt"] * 4))
    assert '"Instämmer helt" = 5' in found.open[0]


def test_one_answer_in_words_is_not_shown(table: Table) -> None:
    """What stands once may be a comment in the wrong column."""
    found = proposed(table, *with_column("Jag vågar prata om mina misstag", ["Inte när Eva är här"]))
    assert found.open
    assert "Eva" not in " ".join(found.open)


def test_low_enps_answers_are_open(table: Table) -> None:
    """Thirty answers of at most 5 look like another question."""
    rows = [
        ("Enhet", "Jag kan rekommendera min arbetsplats"),
        *((f"A{i % 2}", str(1 + i % 5)) for i in range(30)),
    ]
    (text,) = proposed(table, *rows).open
    assert "högre än 5" in text


def test_enps_groups_and_reasons_are_no_scores(table: Table) -> None:
    """A column of groups or of written reasons is not taken for the question itself."""
    header = ("eNPS", "eNPS-grupp", "Varför skulle du rekommendera oss?")
    found = proposed(table, header, *(("9", "Ambassadör", text) for text in COMMENTS))
    assert found.mapping.enps == "eNPS"
    assert found.unused == ("eNPS-grupp",)
    assert list(found.mapping.comments) == ["Varför skulle du rekommendera oss?"]


def test_answers_outside_the_enps_scale_do_not_hide_the_question(table: Table) -> None:
    """A wrong answer is told when the file is read, with its row."""
    assert proposed(table, ("Enhet", "eNPS"), ("A", "9-10")).mapping.enps == "eNPS"


@pytest.mark.parametrize(
    ("header", "wording"),
    [
        ("Kommentar", ""),
        ("Fritext 2", ""),
        ("Kommentar: Vad vill du bevara?", "Vad vill du bevara?"),
        ("Vad är bäst med ditt jobb?", "Vad är bäst med ditt jobb?"),
        ("Kommentera gärna ditt svar", "Kommentera gärna ditt svar"),
    ],
)
def test_comments_are_known_by_header_and_text(table: Table, header: str, wording: str) -> None:
    """A header that says comment, or a question with sentences below; the wording goes with it."""
    found = proposed(table, *with_column(header, COMMENTS))
    assert (found.mapping.comments, found.open) == ({header: wording}, ())


def test_long_text_under_a_bare_header_is_open(table: Table) -> None:
    """It may be comments; a person says so with the question's wording."""
    (text,) = proposed(table, *with_column("Q17", COMMENTS)).open
    assert '"Q17" = "frågans ordalydelse" under [comments]' in text


def test_alternatives_in_words_are_no_comments(table: Table) -> None:
    """Long alternatives that repeat are not sentences of people's own."""
    cells = ["Tillsvidareanställd på heltid sedan mer än fem år"] * 6
    assert proposed(table, *with_column("Anställningsform", cells)).unused == ("Anställningsform",)


@pytest.mark.parametrize(
    ("header", "cell"),
    [("Mätning", "Oktober"), ("Omgång", "2"), ("Period", "2025-10"), ("Wave", "W1"), ("År", "2025")],
)
def test_a_wave_column_is_known(table: Table, header: str, cell: str) -> None:
    """Swedish and English names of the wave."""
    found = proposed(table, *with_column(header, [cell, cell]))
    assert found.mapping.wave == WaveSource(column=header)


def test_dates_of_answering_are_no_waves(table: Table) -> None:
    """A column with many different values does not make a wave for every day."""
    found = proposed(table, *with_column("Period", [f"2025-10-{day:02}" for day in range(1, 31)]))
    assert found.mapping.wave == WaveSource(value="odaterad")


@pytest.mark.parametrize(
    ("file", "value"),
    [
        ("enkat_2025.csv", "2025"),
        ("puls_maj_2023.csv", "2023-05"),
        ("HSF 2025-10-28.csv", "2025-10-28"),
        ("2024 och 2025.csv", "odaterad"),
        ("enkat.csv", "odaterad"),
        ("export_20251028.csv", "odaterad"),
    ],
)
def test_without_a_wave_column_the_file_name_is_the_wave(table: Table, file: str, value: str) -> None:
    """The date in the name is proposed with its reason; without one the wave is undated."""
    found = proposed(table, ("Enhet", "eNPS"), ("A", "9"), file=file)
    assert found.mapping.wave == WaveSource(value=value)
    assert "(mätning)" in found.reasons
    assert found.open == ()


def test_who_has_answered_and_who_meets_patients(table: Table) -> None:
    """Known words in both columns need no decision."""
    found = proposed(
        table,
        ("eNPS", "Svarsstatus", "Har du patientkontakt?"),
        ("9", "Besvarad", "Ja"),
        ("", "Ej besvarad", ""),
        ("8", "Besvarad", "Nej"),
    )
    assert found.mapping.status == Status("Svarsstatus", ("Besvarad",))
    assert found.mapping.patient_contact == PatientContact("Har du patientkontakt?", ("Ja",))
    assert found.open == ()


def test_a_header_below_the_top_is_said(table: Table) -> None:
    """That a title row was passed by is among the reasons."""
    found = proposed(table, ("Enkät", "", ""), ("Enhet", "eNPS", "Kommentar"), ("A", "9", "Bra"))
    assert "rad 2" in found.reasons["(rubrikrad)"]


def test_a_sheet_is_named(write_xlsx: Callable[..., object]) -> None:
    """Which sheet was read is among the reasons."""
    from text_analysis.read import read_table

    table = read_table(write_xlsx([("Enhet", "eNPS"), ("A", 9)]))  # type: ignore[arg-type]
    assert '"Sheet"' in propose_mapping(table, name="Kommunen").reasons["(blad)"]


def test_a_proposal_never_shows_a_comment(table: Table) -> None:
    """Neither reasons, doubts nor repr repeat what people wrote."""
    found = proposed(table, *with_column("Q17", COMMENTS))
    assert not [text for text in COMMENTS if text[:12] in repr(found)]

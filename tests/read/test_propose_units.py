"""Which columns are the organisation's levels."""

from collections.abc import Callable

import pytest

from text_analysis.read import RawTable, propose_mapping

Table = Callable[..., RawTable]
LEVELS = [("A", "A1"), ("A", "A2"), ("B", "B1"), ("B", "B2")]


@pytest.mark.parametrize(
    ("headers", "expected"),
    [
        (("Förvaltning", "Enhet"), ("Förvaltning", "Enhet")),
        (("Nivå 1", "Nivå 2"), ("Nivå 1", "Nivå 2")),
        (("Org-nivå 1", "Org-nivå 2"), ("Org-nivå 1", "Org-nivå 2")),
        (("Område", "Arbetsplats"), ("Område", "Arbetsplats")),
        (("Department", "Unit"), ("Department", "Unit")),
        (("Avdelning", "Enhetskod"), ("Avdelning",)),
    ],
)
def test_levels_are_ordered_from_the_top(
    table: Table, headers: tuple[str, str], expected: tuple[str, ...]
) -> None:
    """Known words and numbers order the levels, whichever column stands first in the file."""
    for order in (slice(None), slice(None, None, -1)):
        rows = [(*headers[order], "eNPS"), *((*cells[order], "9") for cells in LEVELS)]
        found = propose_mapping(table(*rows), name="Kommunen")
        assert (found.mapping.unit, found.mapping.organisation, found.open) == (expected, "Kommunen", ())


def test_one_unit_above_all_is_the_organisation(table: Table) -> None:
    """Where every row begins with the same unit, no name is put above it."""
    rows = [("Region", "Enhet", "eNPS"), *(("Region Norr", cell, "9") for _, cell in LEVELS)]
    found = propose_mapping(table(*rows), name="Enkät")
    assert (found.mapping.unit, found.mapping.organisation) == (("Region", "Enhet"), "")
    assert "Region Norr" in found.reasons["(organisation)"]


@pytest.mark.parametrize("separator", [" > ", "|", "\\", "/"])
def test_whole_paths_in_one_column_are_parted(table: Table, separator: str) -> None:
    """The separator that the units share is proposed."""
    rows = [("Enhet", "eNPS"), *((separator.join(("R", *cells)), "9") for cells in LEVELS)]
    found = propose_mapping(table(*rows, delimiter=";"), name="Enkät")
    assert (found.mapping.unit, found.mapping.unit_separator) == (("Enhet",), separator)
    assert found.mapping.organisation == ""


def test_a_stroke_in_some_names_parts_no_levels(table: Table) -> None:
    """Where others have no stroke, "Hemtjänst/Natt" is a name."""
    rows = [("Enhet", "eNPS"), ("Hemtjänst/Natt", "9"), ("Hemtjänst/Dag", "8"), ("Skola", "7")]
    assert propose_mapping(table(*rows), name="Enkät").mapping.unit_separator == ""


def test_the_same_name_under_several_units_is_no_doubt(table: Table) -> None:
    """Both A and B may have a "Natt"; the paths tell them apart."""
    levels = [*LEVELS, ("A", "A3"), ("B", "B3"), ("A", "Natt"), ("B", "Natt")]
    rows = [("Förvaltning", "Enhet", "eNPS"), *((*cells, "9") for cells in levels)]
    assert propose_mapping(table(*rows), name="Enkät").open == ()


def test_a_single_row_under_another_unit_is_asked_about(table: Table) -> None:
    """One person misplaced would become a unit of one, so the slip is named."""
    levels = [*LEVELS, *[("A", "Natt")] * 20, ("B", "Natt")]
    rows = [("Förvaltning", "Enhet", "eNPS"), *((*cells, "9") for cells in levels)]
    (text,) = propose_mapping(table(*rows), name="Enkät").open
    assert '"Natt"' in text


def test_without_unit_columns_all_are_one_unit(table: Table) -> None:
    """The survey is of the organisation as a whole, with the reason said."""
    found = propose_mapping(table(("eNPS", "Kommentar"), ("9", "Bra")), name="Kommunen")
    assert (found.mapping.unit, found.mapping.organisation, found.open) == ((), "Kommunen", ())
    assert "(enhet)" in found.reasons


def test_sentences_under_a_units_header_are_no_units(table: Table) -> None:
    """Comments about the workplace never become unit names, which are shown."""
    rows = [("eNPS", "Arbetsplats"), *(("9", f"Jag trivs med mina kollegor nummer {n}.") for n in range(4))]
    found = propose_mapping(table(*rows), name="Kommunen")
    assert found.mapping.unit == ()
    assert "under [comments]" in found.open[0]


def test_a_question_about_the_unit_is_no_unit(table: Table) -> None:
    """Long headers that mention a unit are questions."""
    found = propose_mapping(table(("eNPS", "Hur trivs du på din enhet?"), ("9", "3")), name="Kommunen")
    assert found.mapping.unit == ()

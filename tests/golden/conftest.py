"""The bundled demo surveys as read from their files."""

from __future__ import annotations

import pytest

from text_analysis.places import DATA
from text_analysis.read import load_mapping, read_survey, read_table
from text_analysis.records import Survey


def demo_survey(export: str, mapping: str) -> Survey:
    """A bundled export with its mapping."""
    read_as = load_mapping(DATA / "demo" / mapping)
    return read_survey([(read_table(DATA / "demo" / export), read_as)], name=read_as.name)


@pytest.fixture(scope="session")
def region() -> Survey:
    """The region's staff survey of 2025."""
    return demo_survey("halso_sjukvard_2025.xlsx", "halso_sjukvard_2025.toml")


@pytest.fixture(scope="session")
def pulse() -> Survey:
    """The municipal pulse of 2023, three waves."""
    return demo_survey("socialforvaltningen_puls_2023.csv", "socialforvaltningen_puls_2023.toml")

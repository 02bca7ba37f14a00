"""The mapping's file: what is written is read back, and every fault is named."""

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from text_analysis.errors import MappingError
from text_analysis.places import ROOT
from text_analysis.read import Mapping, load_mapping, mapping_text, write_mapping
from text_analysis.read.mapping import Comparison, PatientContact, Sent, Status, WaveSource
from text_analysis.read.naming import one_line

HEAD = 'version = 1\nname = "Enkät"\nwave = {value = "2025"}\n'


def loaded(folder: Path, text: str) -> Mapping:
    """The mapping of this TOML."""
    path = folder / "m.toml"
    path.write_text(text, encoding="utf-8")
    return load_mapping(path)


TEXT = (
    st.text(st.characters(codec="utf-8", exclude_categories=("Cc", "Cs")), min_size=1, max_size=20)
    .map(one_line)
    .filter(bool)
)
NUMBER = st.floats(0, 1)
MAPPINGS = st.builds(
    Mapping,
    name=TEXT,
    wave=st.builds(WaveSource, column=TEXT) | st.builds(WaveSource, value=TEXT),
    enps=st.just("eNPS 0–10") | st.just(False) | st.none(),
    organisation=TEXT,
    unit=st.just(("Område", "Enhet")) | st.just(()),
    respondent=TEXT,
    patient_contact=st.none() | st.builds(PatientContact, TEXT, st.tuples(TEXT)),
    status=st.none() | st.builds(Status, TEXT, st.tuples(TEXT, TEXT)),
    comments=st.dictionaries(TEXT.map(lambda text: f"Kommentar {text}"), TEXT | st.just("")),
    items=st.just({"Meningsfullt?": "hme.motivation.1", "Stress": "osa.stress.12"}),
    scales=st.just({"Stress": (5, 1)}) | st.just({}),
    answers=st.dictionaries(TEXT, NUMBER),
    unit_names=st.dictionaries(TEXT, TEXT),
    missing=st.lists(TEXT).map(tuple),
    invalid_rows=st.sampled_from(["stop", "leave_out"]),
    sent=st.lists(st.builds(Sent, TEXT, TEXT | st.just(""), st.integers(1, 9999))).map(tuple),
    comparisons=st.lists(st.builds(Comparison, TEXT, TEXT, st.just("response_rate"), NUMBER)).map(tuple),
)


@given(mapping=MAPPINGS)
def test_what_is_written_is_read_back(tmp_path_factory: pytest.TempPathFactory, mapping: Mapping) -> None:
    """A mapping and its file say the same, whatever the headers are."""
    path = tmp_path_factory.mktemp("m") / "m.toml"
    write_mapping(mapping, path)
    assert load_mapping(path) == mapping
    assert path.read_text(encoding="utf-8") == mapping_text(mapping)
    assert not list(path.parent.glob("*.part"))


def test_an_open_enps_question_is_said_in_the_file() -> None:
    """A file with the eNPS column undecided tells what to write."""
    text = mapping_text(Mapping(name="Enkät", wave=WaveSource(value="2025")))
    assert '# Öppet: skriv enps = "kolumnens namn"' in text


def test_the_example_of_the_documentation_is_valid(tmp_path: Path) -> None:
    """docs/mapping.md shows every key, in a file that can be used."""
    page = (ROOT / "docs" / "mapping.md").read_text(encoding="utf-8")
    (example,) = re.findall(r"```toml\n(.*?)```", page, re.DOTALL)
    mapping = loaded(tmp_path, example)
    shown = set(re.findall(r"^\[*(\w+)\]* *(?:=|#|$)", example, re.MULTILINE))
    fields = set(Mapping.__dataclass_fields__) - {"comparisons", "unit_separator"} | {"comparison"}
    assert fields <= shown
    assert mapping.scales == {"Jag känner mig stressad": (0, 4), "Jag hinner ta rast": (5, 1)}


def test_headers_in_a_file_are_tidied_as_those_of_the_export(tmp_path: Path) -> None:
    """A header copied with NBSP or a line break still names its column; a Windows mark does no harm."""
    path = tmp_path / "m.toml"
    path.write_text(HEAD + 'enps = "Q1\\u00a0 eNPS\\n"\n', encoding="utf-8-sig")
    assert load_mapping(path).enps == "Q1 eNPS"


FAULTS = {
    "no version": ('name = "Enkät"\nwave = {value = "1"}', "version"),
    "no wave": ('version = 1\nname = "Enkät"', "wave"),
    "unknown key": (HEAD + 'enhet = "Enhet"', "enhet"),
    "unknown inner key": ('version = 1\nname = "a"\nwave = {kolumn = "Mätning"}', "kolumn"),
    "wave both ways": ('version = 1\nname = "a"\nwave = {column = "a", value = "b"}', "wave"),
    "enps true": (HEAD + "enps = true", "enps"),
    "enps number": (HEAD + "enps = 3", "enps"),
    "unknown item": (HEAD + '[items]\n"A" = "hme.motivation.9"', "hme.motivation.9"),
    "own item outside osa": (HEAD + '[items]\n"A" = "hse.12"', "hse.12"),
    "own item of no theme": (HEAD + '[items]\n"A" = "osa.trivsel.1"', "osa.trivsel.1"),
    "an item twice": (HEAD + '[items]\n"A" = "hse.1"\n"B" = "hse.1"', "hse.1"),
    "a column twice": (HEAD + 'enps = "A"\n[items]\n"A" = "hse.1"', "A står flera"),
    "scale of no item": (HEAD + '[scales]\n"A" = [0, 4]', "A"),
    "scale of one end": (HEAD + '[items]\n"A" = "hse.1"\n[scales]\n"A" = [4]', "skala"),
    "flat scale": (HEAD + '[items]\n"A" = "hse.1"\n[scales]\n"A" = [4, 4]', "skala"),
    "separator of two columns": (HEAD + 'unit = ["A", "B"]\nunit_separator = "/"', "unit_separator"),
    "invalid rows": (HEAD + 'invalid_rows = "skip"', "invalid_rows"),
    "nobody asked": (HEAD + '[[sent]]\nwave = "1"\nn = 0', "0 är inget antal"),
    "asked without number": (HEAD + '[[sent]]\nwave = "1"', "n"),
    "unknown index": (HEAD + '[[comparison]]\nwave = "1"\nindex_key = "nki"\nvalue = 1', "nki"),
    "rate in percent": (
        HEAD + '[[comparison]]\nwave = "1"\nindex_key = "response_rate"\nvalue = 74.5',
        "74.5",
    ),
    "answer in words": (HEAD + '[answers]\n"Bra" = "fem"', "Bra"),
    "no toml": ("version = 1\nname = Enkät", "rad 2"),
}


@pytest.mark.parametrize(("text", "said"), FAULTS.values(), ids=FAULTS)
def test_a_fault_is_named_with_its_place(tmp_path: Path, text: str, said: str) -> None:
    """Nothing is ignored: every fault stops, named with the file and what was expected."""
    with pytest.raises(MappingError) as caught:
        loaded(tmp_path, text)
    assert said in caught.value.message
    assert "m.toml" in caught.value.where


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    """The error names the file."""
    with pytest.raises(MappingError, match="finns inte"):
        load_mapping(tmp_path / "m.toml")

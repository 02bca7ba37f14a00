"""English by a switch: every sentence has its translation, and an English page has no Swedish of its own."""

from __future__ import annotations

import re
import string
import tomllib
from pathlib import Path

import pytest

from tests.app import synthetic
from tests.app.conftest import fill, opened, texts
from tests.app.sentences import sentences
from tests.app.test_pages import PAGES, RESULT_PAGES
from text_analysis.codebook import load_codebook
from text_analysis.instruments import load_instruments
from text_analysis.places import DATA, ROOT
from text_analysis.present.numbers import decimal, interval, people, percent, signed
from text_analysis.present.translation import english, say, speak, spoken

# Words of the run, the reading and the masking that pages pass on to `say`.
STEPS = re.findall(r'progress\("([^"]+)"', (ROOT / "text_analysis" / "pipeline.py").read_text("utf-8"))
REASONS = ("Kan peka ut någon", "Flera ledtrådar tillsammans", "Osäkert namn", "Osäkert nummer")
REJECTED = re.findall(r'Final = "([^"]+)"', (ROOT / "text_analysis" / "read" / "rows.py").read_text("utf-8"))
SWEDISH = re.compile(r"[åäöÅÄÖ]|\b(?:och|som|för|av|med|svar|inte|till|mot|den|det|personer)\b")


def passed_on() -> set[str]:
    """Sentences that come to the pages as values."""
    quasi = tomllib.loads((DATA / "quasi.toml").read_text("utf-8"))
    labels = {pattern["label"] for pattern in quasi["pattern"]}
    definitions = {theme.definition for theme in load_codebook().themes}
    return {*STEPS, *REASONS, *REJECTED, *labels, *definitions, *load_instruments().five_point_labels}


def fields(sentence: str) -> set[str]:
    """The names in braces."""
    return {name for _, name, _, _ in string.Formatter().parse(sentence) if name}


def test_every_sentence_has_an_english_one() -> None:
    """What a page says in Swedish, it can say in English."""
    assert {text: where for text, where in sentences().items() if text not in english()} == {}
    assert passed_on() <= set(english())


def test_the_catalogue_holds_nothing_that_is_not_said() -> None:
    """A sentence that is gone from the pages is gone from the catalogue."""
    assert set(english()) - set(sentences()) - passed_on() - {"skyddat", " (hela)", "fritextsvar"} == set()


@pytest.mark.parametrize("swedish", english())
def test_figures_stand_in_both(swedish: str) -> None:
    """A translation puts in what the sentence puts in."""
    assert fields(english()[swedish]) == fields(swedish)


@pytest.fixture
def in_english():
    """English spoken, and Swedish again after."""
    speak("en")
    yield
    speak("sv")


@pytest.mark.usefixtures("in_english")
def test_numbers_follow_the_language() -> None:
    """Decimal point, comma between thousands, no space before per cent; the minus stays a minus."""
    told = (decimal(-1234.5), percent(0.745), signed(14), interval(-2, 3, sign=True), people(1153))
    assert told == ("−1,234.5", "74.5%", "+14.0", "−2.0 to +3.0", "1,153\N{NO-BREAK SPACE}people")


def test_swedish_is_spoken_unless_asked() -> None:
    """A sentence is itself."""
    assert (spoken(), say("Översikt")) == ("sv", "Översikt")


def words_of(page: str, **params: str) -> str:
    """What an English page says, without what people wrote, were asked or named."""
    app = opened(page, lang="en", **params)
    assert not app.exception
    shown = texts(app)
    shown += "\n".join(box.label for box in (*app.selectbox, *app.button, *app.text_input, *app.toggle))
    shown = re.sub(r"<style>.*?</style>", "", shown, flags=re.DOTALL)
    shown = re.sub(r"<(\w+)[^<>]* lang=\"sv\"[^<>]*>.*?</\1>", "", shown, flags=re.DOTALL)
    surveys = [*synthetic.REGION_UNITS, *synthetic.PULSE_UNITS, synthetic.region().name, "Region Norrland"]
    given = [*surveys, "Raden saknar enhet", "Ord och ämne", "ord, ämne", "Röda trådar"]
    given += ["Vad behöver förbättras?"]
    for name in sorted({part for unit in given for part in unit.split(" > ")}, key=len, reverse=True):
        shown = shown.replace(name, "")
    return re.sub(r"<[^<>]*>", " ", shown)


@pytest.mark.parametrize("page", [page for page in PAGES if page != "om"])
@pytest.mark.usefixtures("home")
def test_english_page_has_no_swedish_of_its_own(page: str) -> None:
    """Headings, notes and labels are English; comments, questions and names stay as they were given."""
    for params in ({"survey": "Pulsen"}, {"survey": synthetic.region().name}):
        shown = words_of(page, **(params if page in RESULT_PAGES else {}))
        assert SWEDISH.findall(shown) == [], [line for line in shown.splitlines() if SWEDISH.search(line)]


@pytest.mark.usefixtures("home")
def test_language_stays_from_page_to_page() -> None:
    """A page reached without the address's own word is in the language of the session."""
    app = opened("kvalitet", lang="en")
    assert "Quality and protection" in [title.value for title in app.title]
    app.switch_page("app_pages/om.py").run()
    assert "About Röda trådar" in [title.value for title in app.title]


@pytest.mark.usefixtures("home")
def test_the_switch_leads_to_the_same_choice_in_the_other_language() -> None:
    """Survey, unit and theme of the address are those of the link, a theme under its English name."""
    app = opened("teman", survey="Pulsen", unit="Äldreomsorg", theme="Bemanning")
    (link,) = [element.proto.body for element in app.sidebar.get("html")]
    assert 'lang="en"' in link
    assert "theme=Staffing+levels" in link
    assert "unit=%C3%84ldreomsorg" in link


def test_an_error_is_told_in_english_with_its_own_words_marked_as_swedish(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """An English reader is told what is wrong and what to do; the Swedish words are read as Swedish."""
    fill(tmp_path)
    (tmp_path / "surveys" / "puls" / "release" / "enps.parquet").write_bytes(b"nothing")
    monkeypatch.setenv("RODA_TRADAR_HOME", str(tmp_path))
    shown = texts(opened("oversikt", survey="Pulsen", lang="en"))
    assert "A survey, its figures or its log is missing or damaged." in shown
    assert '<div lang="sv"><p><strong>' in shown

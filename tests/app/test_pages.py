"""Every page through the app's door: without data, with data, and for a unit that is protected."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from app_pages.shared import parts
from tests.app import synthetic
from tests.app.conftest import fill, opened, texts
from text_analysis.places import ROOT, VIEW_ONLY
from text_analysis.present.cut import unit_label
from text_analysis.present.numbers import percent, signed, whole
from text_analysis.present.wording import HIDDEN
from text_analysis.release import write_release

PAGES = sorted(path.stem for path in (ROOT / "app_pages").glob("*.py") if path.stem != "__init__")
RESULT_PAGES = [page for page in PAGES if page not in {"start", "om", "las_in"}]
BY_UNIT = [page for page in RESULT_PAGES if page not in {"kvalitet", "granska", "teman_redigera"}]
INNER = ["granska", "las_in", "teman_redigera"]


@pytest.mark.parametrize("page", PAGES)
@pytest.mark.usefixtures("empty_home")
def test_page_opens_without_a_survey(page: str) -> None:
    """A page without anything to show says so under one h1, without an error."""
    app = opened(page)
    assert not app.exception
    assert len(app.title) == 1


@pytest.mark.parametrize("page", RESULT_PAGES)
@pytest.mark.usefixtures("empty_home")
def test_result_page_without_a_survey_leads_to_the_start(page: str) -> None:
    """Where no survey is analysed, every page of results tells how to begin."""
    assert "Här finns ingen analyserad undersökning än" in texts(opened(page))


@pytest.mark.parametrize("page", PAGES)
@pytest.mark.usefixtures("home")
def test_page_opens_with_surveys(page: str) -> None:
    """A page with surveys has one h1 and no error."""
    app = opened(page)
    assert not app.exception
    assert len(app.title) == 1


@pytest.mark.usefixtures("home")
def test_overview_shows_the_released_headline_figures() -> None:
    """Response rate and eNPS on the page are those of the release."""
    region = synthetic.region()
    row = region.enps.query("wave == '2025' and level == 0").iloc[0]
    rate = region.response.query("wave == '2025' and level == 0").iloc[0]
    shown = texts(opened("oversikt", survey=region.name))
    assert signed(row["enps"]) in shown
    assert f"{whole(row['kritiker'])}" in shown
    assert percent(rate["response_rate"]) in shown
    assert f"{whole(rate['responses'])} av {whole(rate['sent'])}" in shown


@pytest.mark.usefixtures("home")
def test_overview_shows_the_threads_in_order() -> None:
    """The first theme of each list is the first of the release, with its people."""
    region = synthetic.region()
    first = region.threads.query("level == 0 and rank == 1")
    shown = texts(opened("oversikt", survey=region.name))
    for n in first["n_respondents"]:
        assert f"{whole(n)}\N{NO-BREAK SPACE}personer" in shown


@pytest.mark.parametrize("page", BY_UNIT)
@pytest.mark.usefixtures("home")
def test_protected_unit_shows_no_figure_of_its_own(page: str) -> None:
    """A unit with too few answers is told as protected, with the nearest level above instead."""
    region = synthetic.region()
    app = opened(page, survey=region.name, unit=unit_label(synthetic.TINY))
    assert not app.exception
    assert HIDDEN[:6] in texts(app)


@pytest.mark.usefixtures("home")
def test_protected_unit_is_answered_by_the_level_above() -> None:
    """The overview of a protected unit shows the groups of the level above, and says whose they are."""
    region = synthetic.region()
    above = region.enps.query("wave == '2025' and unit == 'Vårdförvaltningen > Norra området'").iloc[0]
    shown = texts(opened("oversikt", survey=region.name, unit=unit_label(synthetic.TINY)))
    assert "Här visas närmaste nivå ovanför: Norra området." in shown
    assert f"{percent(above['kritiker'] / above['n'])} · {whole(above['kritiker'])}" in shown


@pytest.mark.usefixtures("home")
def test_quotes_are_text_and_nothing_else() -> None:
    """Markup in a comment reaches the reader as the signs that were written."""
    shown = texts(opened("oversikt", survey=synthetic.region().name))
    assert "&lt;b&gt;tungt&lt;/b&gt;" in shown
    assert "<b>tungt" not in shown
    assert "**alltid**" in shown


@pytest.mark.usefixtures("home")
def test_choices_are_taken_from_the_address() -> None:
    """A link with survey, wave, unit and theme opens on exactly that."""
    app = opened("teman", survey="Pulsen", wave="2023-05", unit="Äldreomsorg", theme="Bemanning")
    assert {box.label: box.value for box in app.selectbox} == {
        "Undersökning": "puls",
        "Mätning": "2023-05",
        "Enhet": "Socialförvaltningen > Äldreomsorg",
        "Tema": "bemanning",
    }
    assert "Bemanning" in [header.value for header in app.header]


def test_signs_in_a_theme_of_ones_own_are_only_signs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """People name their themes as they like; no name becomes Markdown."""
    pulse = synthetic.pulse()
    name = "*Bilpool* :red[nu]"
    themes = tuple(
        replace(theme, name_sv=name) if theme.id == "bemanning" else theme for theme in pulse.codebook.themes
    )
    renamed = replace(pulse, codebook=replace(pulse.codebook, themes=themes))
    write_release(renamed, tmp_path / "surveys" / "puls" / "release")
    monkeypatch.setenv("RODA_TRADAR_HOME", str(tmp_path))
    app = opened("teman", survey="Pulsen", theme=name)
    assert parts.plain(name) in [header.value for header in app.header]


def test_damaged_release_is_told_with_its_code(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A changed file is an error in words with its code, never a stack of calls."""
    fill(tmp_path)
    (tmp_path / "surveys" / "puls" / "release" / "enps.parquet").write_bytes(b"nothing")
    monkeypatch.setenv("RODA_TRADAR_HOME", str(tmp_path))
    for page in ("start", "oversikt"):
        app = opened(page, survey="Pulsen")
        assert not app.exception
        assert "RT500" in texts(app)


def test_a_fault_of_ours_is_told_by_its_kind_only() -> None:
    """An unforeseen error may carry what somebody wrote, so its text is never shown."""
    told = parts.unexpected(ValueError("Chefen Anna lyssnar inte"))
    assert "Anna" not in told.message
    assert "ValueError" in told.message
    assert "RT000" in told.message


@pytest.mark.parametrize("page", INNER)
@pytest.mark.usefixtures("home")
def test_an_app_that_only_shows_has_no_page_that_reads_comments(
    page: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A manager's app does not have the inner pages at all, so no address opens them."""
    assert len(opened(page).title) == 1
    monkeypatch.setenv(VIEW_ONLY, "1")
    with pytest.raises(ValueError, match="Could not find a navigation page"):
        opened(page)


@pytest.mark.usefixtures("home")
def test_an_app_that_only_shows_has_every_result(monkeypatch: pytest.MonkeyPatch) -> None:
    """What may be shown is shown there too."""
    monkeypatch.setenv(VIEW_ONLY, "1")
    assert opened("oversikt").title[0].value == "Översikt"


@pytest.mark.parametrize("page", [page for page in PAGES if page not in INNER])
@pytest.mark.usefixtures("home")
def test_an_app_that_only_shows_writes_nothing(page: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without the inner pages there is no button left that changes anything, nor figures of the log."""
    monkeypatch.setenv(VIEW_ONLY, "1")
    app = opened(page, survey=synthetic.region().name)
    assert not app.exception
    assert [button.label for button in app.button] == []
    assert "Kodningen" not in [header.value for header in app.header]

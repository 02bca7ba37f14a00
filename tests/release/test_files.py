"""A release on disk."""

from __future__ import annotations

import json

import pandas as pd
import pytest

from tests.release.surveys import released, scored
from tests.release.test_attacks import mixed
from tests.release.test_quotes import TEXTS, filling, quoting
from text_analysis import tables
from text_analysis.errors import WorkspaceError
from text_analysis.release import load_release, write_release
from text_analysis.release.files import csv_bytes


@pytest.fixture(scope="module")
def small():
    """A release with a row in most tables."""
    return released(quoting("A", TEXTS) + filling("A") + scored(mixed(4), "B"))


def test_what_is_written_is_read_back(small, tmp_path):
    """Every table and the certificate survive the way to disk and back."""
    write_release(small, tmp_path / "release")
    loaded = load_release(tmp_path / "release")
    assert (loaded.name, loaded.certificate) == (small.name, small.certificate)
    for name in tables.RELEASED:
        pd.testing.assert_frame_equal(getattr(loaded, name), getattr(small, name))


def test_writing_twice_gives_the_same_bytes(small, tmp_path):
    """Same release, same bytes, in every file."""
    for folder in ("a", "b"):
        write_release(small, tmp_path / folder)
    names = sorted(path.name for path in (tmp_path / "a").iterdir())
    assert names == sorted(
        [
            *(f"{t}.{e}" for t in tables.RELEASED for e in ("csv", "parquet")),
            "certificate.json",
            "codebook.yaml",
            "granskning.md",
        ]
    )
    assert all((tmp_path / "a" / n).read_bytes() == (tmp_path / "b" / n).read_bytes() for n in names)


def test_a_new_release_replaces_the_old_and_leaves_nothing_beside(small, tmp_path):
    """After writing there is the release and no half-made folder."""
    (tmp_path / "release").mkdir()
    (tmp_path / "release" / "gammal.csv").write_text("x")
    write_release(small, tmp_path / "release")
    assert [path.name for path in tmp_path.iterdir()] == ["release"]
    assert not (tmp_path / "release" / "gammal.csv").exists()


def test_a_failed_writing_leaves_the_old_release(small, tmp_path, monkeypatch):
    """A disk that fills up half-way does not take the earlier release."""
    write_release(small, tmp_path / "release")
    before = (tmp_path / "release" / "certificate.json").read_bytes()

    def full(*_: object, **__: object) -> None:
        raise OSError("No space left on device")

    monkeypatch.setattr(pd.DataFrame, "to_parquet", full)
    with pytest.raises(WorkspaceError):
        write_release(small, tmp_path / "release")
    assert (tmp_path / "release" / "certificate.json").read_bytes() == before
    assert [path.name for path in tmp_path.iterdir()] == ["release"]


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\r", "＝"], ids=repr)
def test_19_text_that_looks_like_a_formula_is_disarmed(start):
    """A spreadsheet reads the text as text."""
    text = csv_bytes(pd.DataFrame({"text": pd.Series([f"{start}1+1"], dtype="str")})).decode("utf-8-sig")
    assert text.split("\r\n", 1)[1].lstrip('"').startswith("'")


def test_csv_is_what_a_swedish_spreadsheet_reads():
    """BOM, semicolons, decimal comma, CRLF, empty where nothing is shown."""
    table = pd.DataFrame(
        {"enps": pd.array([-36.9, None], dtype="Float64"), "n": pd.array([7098, None], dtype="Int64")}
    )
    assert csv_bytes(table) == b"\xef\xbb\xbfenps;n\r\n-36,9;7098\r\n;\r\n"


@pytest.mark.parametrize("damage", ["saknas", "ändrad", "inte json"])
def test_a_damaged_release_is_not_loaded(small, tmp_path, damage):
    """A missing or changed file is told in Swedish, with what to do."""
    folder = tmp_path / "release"
    write_release(small, folder)
    if damage == "saknas":
        (folder / "enps.parquet").unlink()
    elif damage == "ändrad":
        small.enps.assign(n=99).astype({"n": "Int64"}).to_parquet(folder / "enps.parquet", index=False)
    else:
        (folder / "certificate.json").write_text("hej")
    with pytest.raises(WorkspaceError, match="ofullständig eller ändrad"):
        load_release(folder)


def test_the_certificate_has_no_clock_and_sorted_keys(small, tmp_path):
    """The certificate repeats byte for byte, so it has nothing of when or where."""
    write_release(small, tmp_path / "release")
    text = (tmp_path / "release" / "certificate.json").read_text(encoding="utf-8")
    content = json.loads(text)
    assert list(content) == sorted(content)
    assert str(tmp_path) not in text

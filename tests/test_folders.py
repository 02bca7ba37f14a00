"""Folders that are written wholly or not at all, by one at a time."""

from __future__ import annotations

from pathlib import Path

import pytest

from text_analysis.errors import WorkspaceError
from text_analysis.folders import one_at_a_time, whole_folder


def test_what_is_written_takes_the_place_of_what_was(tmp_path: Path) -> None:
    """Nothing of the older folder is left beside the new, nor any scratch folder."""
    (tmp_path / "release").mkdir()
    (tmp_path / "release" / "gammal.csv").write_text("1")
    with whole_folder(tmp_path / "release", mode=0o755) as fresh:
        (fresh / "ny.csv").write_text("2")
    assert [path.name for path in tmp_path.rglob("*")] == ["release", "ny.csv"]


def test_an_error_on_the_way_changes_nothing(tmp_path: Path) -> None:
    """Half a folder is never seen."""
    (tmp_path / "release").mkdir()
    (tmp_path / "release" / "gammal.csv").write_text("1")
    fault = OSError("skivan är full")
    with (
        pytest.raises(WorkspaceError, match="kan inte skrivas"),
        whole_folder(tmp_path / "release", mode=0o755),
    ):
        raise fault
    assert [path.name for path in tmp_path.rglob("*")] == ["release", "gammal.csv"]


def test_what_was_is_put_back_where_the_new_cannot_take_its_place(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """In Windows a file that somebody has open keeps its folder where it is."""
    (tmp_path / "release").mkdir()
    (tmp_path / "release" / "gammal.csv").write_text("1")
    rename = Path.rename

    def held(self: Path, target: Path) -> Path:
        if self.name == "new":
            raise PermissionError
        return rename(self, target)

    monkeypatch.setattr(Path, "rename", held)
    with (
        pytest.raises(WorkspaceError, match="kan inte skrivas"),
        whole_folder(tmp_path / "release", mode=0o755),
    ):
        pass
    assert (tmp_path / "release" / "gammal.csv").read_text() == "1"


def test_two_cannot_work_on_one_survey(tmp_path: Path) -> None:
    """Each would be tried against the version before and neither against the other."""
    with one_at_a_time(tmp_path / "enkat"):
        with pytest.raises(WorkspaceError, match="räknas redan om"), one_at_a_time(tmp_path / "enkat"):
            pass
        with one_at_a_time(tmp_path / "annan"):
            pass
    with one_at_a_time(tmp_path / "enkat"):
        pass

"""What people wrote stays where it may be: never in logs, errors, output, file names or the wrong table."""

import logging
from pathlib import Path

import pytest
from typer.testing import CliRunner

from text_analysis.cli import app

NAME = "Zebulonia Kvarnspindel"
COMMENT = f"Min kollega {NAME} fick schemat ändrat igen, ring 070-123 45 67."
N_ROWS = 40


@pytest.fixture
def survey(tmp_path: Path) -> Path:
    """A survey where everyone wrote the same comment with a name and a number."""
    rows = [f'{"ABCD"[i % 4]};{i % 11};"{COMMENT}"' for i in range(N_ROWS)]
    path = tmp_path / "enkat.csv"
    path.write_text("\n".join(["Enhet;eNPS;Kommentar", *rows]) + "\n", encoding="utf-8")
    return path


def words() -> list[str]:
    """Pieces of the comment that would give it away."""
    return [*NAME.split(), "070-123", "Min kollega"]


def test_nothing_written_reaches_output_or_log(
    survey: Path, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    """Analysing says steps, counts and hashes; it never says what a comment says."""
    with caplog.at_level(logging.DEBUG):
        result = CliRunner().invoke(
            app, ["analyse", str(survey), "--accept-mapping", "--out", str(tmp_path / "ut")]
        )
    assert result.exit_code == 0, result.output
    said = result.output + caplog.text
    assert not [word for word in words() if word in said]


def test_names_and_numbers_are_nowhere_in_what_is_written(survey: Path, tmp_path: Path) -> None:
    """A byte search of every file written finds neither the name nor the number."""
    out = tmp_path / "ut"
    CliRunner().invoke(app, ["analyse", str(survey), "--accept-mapping", "--out", str(out)])
    files = [path for path in out.rglob("*") if path.is_file()]
    assert files
    for path in files:
        content = path.read_bytes() + path.name.encode()
        assert not [word for word in [*NAME.split(), "070-123"] if word.encode() in content], path.name


@pytest.mark.parametrize(
    "broken",
    [f"A;11;{COMMENT}", f'A;9;"{COMMENT}', f"A;{COMMENT};9"],
    ids=["out of scale", "open quote", "columns swapped"],
)
def test_an_error_never_quotes_a_comment(tmp_path: Path, broken: str) -> None:
    """Whatever is wrong with the file, the message names places and not what somebody wrote."""
    path = tmp_path / "enkat.csv"
    path.write_text(f"Enhet;eNPS;Kommentar\nA;9;Bra\n{broken}\n", encoding="utf-8")
    result = CliRunner().invoke(
        app, ["analyse", str(path), "--accept-mapping", "--out", str(tmp_path / "ut")]
    )
    assert result.exit_code == 2
    assert not [word for word in words() if word in result.output + str(result.exception)]

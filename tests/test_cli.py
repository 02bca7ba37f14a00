"""The command line's contract: files in, files out, Swedish errors and exit code 2."""

import csv
import json
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from text_analysis.cli import _show, app
from text_analysis.places import DATA
from text_analysis.records import STANCES
from text_analysis.tables import RELEASED

PULSE = DATA / "demo" / "socialforvaltningen_puls_2023.csv"
PULSE_MAPPING = PULSE.with_suffix(".toml")

ROWS = [
    {"id": "a", "text": "Schemat är hopplöst, delade turer varje helg.", "question": ""},
    {"id": "b", "text": "kollegorna", "question": "Vad är viktigast att bevara?"},
    {"id": "c", "text": "-", "question": ""},
    {"id": "d", "text": "", "question": ""},
    {"id": "e", "text": "Ring Annika Lindström på 070-123 45 67 så berättar hon om lönen.", "question": ""},
    {"id": "f", "text": "The workload is far too high and nobody listens.", "question": ""},
    {"id": "g", "text": "😀" * 20, "question": ""},
]


def run(*arguments: str | Path) -> Result:
    """The command with these arguments."""
    return CliRunner().invoke(app, [str(argument) for argument in arguments])


def write_jsonl(path: Path, rows: list[dict[str, str]]) -> Path:
    """The rows as JSON lines."""
    path.write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows), encoding="utf-8")
    return path


def read_jsonl(path: Path) -> list[dict]:
    """The rows of a file of JSON lines."""
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


@pytest.fixture(params=["jsonl", "csv"])
def source(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    """The rows in a file of each kind."""
    if request.param == "jsonl":
        return write_jsonl(tmp_path / "in.jsonl", ROWS)
    path = tmp_path / "in.csv"
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, ["id", "text", "question"], delimiter=";")
        writer.writeheader()
        writer.writerows(ROWS)
    return path


def test_code_writes_a_line_per_row_in_order(source: Path, tmp_path: Path) -> None:
    """Rows keep their order; each has content, language and labels whose spans lie in the text."""
    out = tmp_path / "ut" / "kodat.jsonl"
    assert run("code", source, "--out", out).exit_code == 0
    coded = read_jsonl(out)
    assert [row["id"] for row in coded] == [row["id"] for row in ROWS]
    for row, given in zip(coded, ROWS, strict=True):
        assert set(row) == {"id", "content", "lang", "labels"}
        for label in row["labels"]:
            assert set(label) == {"theme", "stance", "score", "start", "end"}
            assert label["stance"] in STANCES
            assert 0 <= label["score"] <= 1
            assert given["text"][label["start"] : label["end"]].strip()
    by_id = {row["id"]: row for row in coded}
    assert "schema_arbetstid" in {label["theme"] for label in by_id["a"]["labels"]}
    assert [(label["theme"], label["stance"]) for label in by_id["b"]["labels"]] == [("kollegor", "positiv")]
    assert not any(by_id[key]["content"] or by_id[key]["labels"] for key in ("c", "d", "g"))
    assert by_id["f"]["lang"] == "en"


def test_mask_writes_findings_that_point_into_the_text(source: Path, tmp_path: Path) -> None:
    """Name and number are masked, and the findings say where they stood."""
    out = tmp_path / "maskat.jsonl"
    assert run("mask", source, "--out", out).exit_code == 0
    masked = {row["id"]: row for row in read_jsonl(out)}
    assert set(masked["e"]) == {"id", "masked", "findings", "quasi", "review"}
    found = {ROWS[4]["text"][f["start"] : f["end"]]: f["type"] for f in masked["e"]["findings"]}
    assert found == {"Annika Lindström": "PERSON", "070-123 45 67": "PHONE"}
    assert masked["e"]["masked"] == "Ring [NAMN] på [TELEFON] så berättar hon om lönen."
    assert masked["a"]["masked"] == ROWS[0]["text"]


def test_discover_writes_topics_and_where_each_piece_went(tmp_path: Path) -> None:
    """Topics have words and people, and every placement points into a comment of the file."""
    rows = read_jsonl(DATA / "demo" / "puls_kommentarer.jsonl")[:120]
    source, out = write_jsonl(tmp_path / "in.jsonl", rows), tmp_path / "ut"
    assert run("discover", source, "--out", out).exit_code == 0
    with (out / "topics.csv").open(encoding="utf-8-sig", newline="") as file:
        topics = list(csv.DictReader(file, delimiter=";"))
    assert {"topic", "parent_theme", "n", "words", "typical_ids"} <= set(topics[0])
    texts = {row["id"]: row["text"] for row in rows}
    placed = read_jsonl(out / "assignments.jsonl")
    assert placed
    assert all(texts[row["id"]][row["start"] : row["end"]].strip() for row in placed)
    assert {row["topic"] for row in placed} >= {topic["topic"] for topic in topics}


def test_the_columns_can_be_named(tmp_path: Path) -> None:
    """A file with other headers is read by naming them."""
    source = write_jsonl(tmp_path / "in.jsonl", [{"nr": "1", "svar": "Höj lönen"}])
    out = tmp_path / "ut.jsonl"
    assert run("code", source, "--out", out, "--text", "svar", "--id", "nr").exit_code == 0
    assert read_jsonl(out)[0]["id"] == "1"


def test_a_missing_text_column_is_named(tmp_path: Path) -> None:
    """The error says which columns there are, and no comment."""
    source = write_jsonl(tmp_path / "in.jsonl", [{"id": "1", "kommentar": "Hemlig kommentar om lönen"}])
    result = run("code", source, "--out", tmp_path / "ut.jsonl")
    assert result.exit_code == 2
    assert "kommentar" in result.output
    assert "Hemlig" not in result.output
    assert not (tmp_path / "ut.jsonl").exists()


@pytest.mark.parametrize("command", ["code", "mask", "analyse"])
def test_a_missing_file_is_an_error_in_swedish(command: str, tmp_path: Path) -> None:
    """A path that does not exist gives exit code 2 and the file's name."""
    result = run(command, tmp_path / "finns_inte.csv", "--out", tmp_path / "ut")
    assert result.exit_code == 2
    assert "finns_inte.csv" in result.output
    assert "Traceback" not in result.output


@pytest.fixture(scope="module")
def pulse(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The analysed demo pulse."""
    out = tmp_path_factory.mktemp("puls")
    result = run("analyse", PULSE, "--mapping", PULSE_MAPPING, "--out", out)
    assert result.exit_code == 0, result.output
    return out


def test_analyse_writes_the_release_and_what_stays_inside(pulse: Path) -> None:
    """Every table of the contract is written as csv and parquet, with the certificate."""
    release = pulse / "release"
    expected = {f"{name}.{kind}" for name in RELEASED for kind in ("csv", "parquet")} | {"certificate.json"}
    assert expected <= {path.name for path in release.iterdir()}
    assert {path.name for path in (pulse / "internal").iterdir()} >= {
        "comments.parquet",
        "assignments.parquet",
    }


def test_analyse_gives_the_same_bytes_twice(pulse: Path, tmp_path: Path) -> None:
    """Same input, same result, byte for byte; the steps are told on the way."""
    again = run("analyse", PULSE, "--mapping", PULSE_MAPPING, "--out", tmp_path)
    assert again.exit_code == 0
    assert " 25 %  Kodar kommentarer i teman" in again.stderr
    for path in (pulse / "release").iterdir():
        assert path.read_bytes() == (tmp_path / "release" / path.name).read_bytes(), path.name


def test_without_a_word_the_mapping_is_shown_and_nothing_written(tmp_path: Path) -> None:
    """A mapping is never taken silently: it is printed, and the exit code is 2."""
    result = run("analyse", PULSE, "--out", tmp_path / "ut")
    assert result.exit_code == 2
    assert "--accept-mapping" in result.output
    assert "enps" in result.output
    assert not (tmp_path / "ut").exists()


def test_a_written_mapping_gives_the_same_release_as_the_accepted_one(tmp_path: Path) -> None:
    """Writing the proposal and giving it back changes nothing."""
    mapping = tmp_path / "m.toml"
    assert run("analyse", PULSE, "--write-mapping", mapping).exit_code == 0
    assert run("analyse", PULSE, "--mapping", mapping, "--name", "A", "--out", tmp_path / "a").exit_code == 0
    assert run("analyse", PULSE, "--accept-mapping", "--name", "A", "--out", tmp_path / "b").exit_code == 0
    enps = [(tmp_path / folder / "release" / "enps.csv").read_bytes() for folder in "ab"]
    assert enps[0] == enps[1]


BROKEN = {
    "empty": (b"", "tom"),
    "not a table": (b"%PDF-1.7 \x00\x01", "broken.csv"),
    "no eNPS column": (b"Enhet;Kommentar\nA;Bra\n", "eNPS"),
    "eNPS 11": (b"Enhet;eNPS\nA;9\nA;11\n", "rad 3"),
    "300 duplicate headers": ((";".join(["Fråga"] * 300) + "\n" + ";".join(["1"] * 300)).encode(), "Fråga"),
    "header only": (b"Enhet;eNPS;Kommentar\n", "broken.csv"),
}


@pytest.mark.parametrize(("content", "named"), BROKEN.values(), ids=BROKEN.keys())
def test_a_broken_file_is_explained_and_nothing_written(content: bytes, named: str, tmp_path: Path) -> None:
    """Each broken file gives a Swedish error that names the place, exit code 2 and no output."""
    path = tmp_path / "broken.csv"
    path.write_bytes(content)
    result = run("analyse", path, "--accept-mapping", "--out", tmp_path / "ut")
    assert result.exit_code == 2
    assert named in result.output
    assert "Traceback" not in result.output
    assert not (tmp_path / "ut").exists()


def test_a_language_model_that_is_missing_is_told_before_training(tmp_path: Path) -> None:
    """Nobody waits through the training to learn that the folder or the extra is not there."""
    result = run("train", "--embeddings", tmp_path / "finns_inte")
    assert result.exit_code == 2
    assert "[RT300]" in result.output


def test_a_step_is_told_with_its_share_in_swedish(capsys: pytest.CaptureFixture[str]) -> None:
    """The percent sign stands apart from its number."""
    _show("Kodar", 0.25)
    assert capsys.readouterr().err == " 25 %  Kodar\n"

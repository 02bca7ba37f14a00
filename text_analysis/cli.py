"""The command line `roda-tradar`: the same functions as the app, for scripts and tests.

Every error a person can mend is written in Swedish on standard error and ends with exit code 2.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import asdict
from functools import wraps
from itertools import tee
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, ParamSpec, TypeVar

import typer

from text_analysis.errors import MappingError, TextAnalysisError
from text_analysis.json_lines import write_lines
from text_analysis.places import ROOT, VIEW_ONLY

if TYPE_CHECKING:
    from text_analysis.read import Mapping, RawTable
    from text_analysis.records import Label

app = typer.Typer(
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    help="Röda trådar: fritextsvar i medarbetarundersökningar blir teman, bredvid siffrorna, offline.",
)

P = ParamSpec("P")
T = TypeVar("T")

Texts = Annotated[Path, typer.Argument(metavar="IN", help=".jsonl, .csv, .xlsx: en kommentar per rad")]
Surveys = Annotated[list[Path], typer.Argument(metavar="SURVEY", help=".csv, .xlsx: en rad per svarande")]
Out = Annotated[Path, typer.Option("--out", help="filen eller mappen som skrivs")]
TextColumn = Annotated[str, typer.Option("--text", help="kolumnen med kommentaren")]
IdColumn = Annotated[str, typer.Option("--id", help="kolumnen med id")]
QuestionColumn = Annotated[str, typer.Option("--question", help="kolumnen med frågans ordalydelse")]
MappingFile = Annotated[Path | None, typer.Option("--mapping", help="kolumnernas mappning (TOML)")]
ProposalFile = Annotated[Path | None, typer.Option("--write-mapping", help="skriv förslaget hit, stanna")]
Accept = Annotated[bool, typer.Option("--accept-mapping", help="godta den föreslagna mappningen")]
MaskListFile = Annotated[Path | None, typer.Option("--lists", help="egna listor för avidentifiering (TOML)")]


def swedish_errors(command: Callable[P, T]) -> Callable[P, T]:
    """The command, with errors a person can mend written plainly and exit code 2."""

    @wraps(command)
    def wrapped(*args: P.args, **kwargs: P.kwargs) -> T:
        try:
            return command(*args, **kwargs)
        except TextAnalysisError as error:
            typer.echo(error.message, err=True)
            raise typer.Exit(2) from None

    return wrapped


@app.command()
@swedish_errors
def code(
    source: Texts,
    out: Out,
    text: TextColumn = "text",
    id_column: IdColumn = "id",
    question: QuestionColumn = "question",
) -> None:
    """Koda kommentarer: teman med hållning, poäng och textställe, en rad per kommentar."""
    from text_analysis.code_stream import code_stream
    from text_analysis.model_store import model_bytes
    from text_analysis.read import stream_texts

    model_bytes()  # that the model is missing is told here; the processes that code load it
    rows, read = tee(stream_texts(source, text=text, id=id_column, question=question))
    results = code_stream((row.text, row.question) for row in read)

    def coded() -> Iterator[dict[str, object]]:
        for row, result in zip(rows, results, strict=True):
            yield {
                "id": row.id,
                "content": result.cleaned.content,
                "lang": result.cleaned.language,
                "labels": [_label(label) for label in result.labels],
            }

    write_lines(out, coded())


@app.command()
@swedish_errors
def mask(
    source: Texts,
    out: Out,
    text: TextColumn = "text",
    id_column: IdColumn = "id",
    question: QuestionColumn = "question",
    lists: MaskListFile = None,
) -> None:
    """Avidentifiera kommentarer: maskerad text, fynd och röjande uppgifter, en rad per kommentar."""
    from text_analysis.anonymise import load_mask_lists, load_masker, mask_texts
    from text_analysis.code_stream import pieces
    from text_analysis.read import stream_texts

    masker = load_masker(lists=load_mask_lists(lists) if lists else None)
    rows = stream_texts(source, text=text, id=id_column, question=question)

    def masked() -> Iterator[dict[str, object]]:
        for chunk in pieces(rows):
            for row, result in zip(chunk, mask_texts([row.text for row in chunk], masker), strict=True):
                yield {
                    "id": row.id,
                    "masked": result.text,
                    "findings": [asdict(finding) for finding in result.findings],
                    "quasi": [{"start": q.start, "end": q.end, "label": q.label} for q in result.quasi],
                    "review": result.review,
                }

    write_lines(out, masked())


@app.command()
@swedish_errors
def analyse(  # noqa: PLR0913  each option is its own, and typer reads them from the signature
    surveys: Surveys,
    *,
    out: Out = Path("resultat"),
    mapping: MappingFile = None,
    write_mapping: ProposalFile = None,
    accept_mapping: Accept = False,
    sent: Annotated[int | None, typer.Option("--sent", help="antal tillfrågade", min=1)] = None,
    name: Annotated[str, typer.Option("--name", help="undersökningens namn")] = "",
    settings: Annotated[Path | None, typer.Option("--settings", help="gränser (TOML)")] = None,
    lists: MaskListFile = None,
) -> None:
    """Analysera en undersökning: DIR/release det som får visas, DIR/internal för HR:s egen dator."""
    from text_analysis.read import read_survey, read_table
    from text_analysis.settings import load_settings

    if write_mapping is not None and len(surveys) > 1:
        raise MappingError(
            "En mappning föreslås för en fil i taget.",
            where="--write-mapping",
            remedy="Ange en av filerna. Filer med samma kolumner läses sedan med samma mappning.",
        )
    limits = load_settings(settings)
    raw = [(path, read_table(path)) for path in surveys]
    if write_mapping is not None:
        _write_proposal(*raw[0], target=write_mapping)
        return
    first = surveys[0].stem  # one name for the organisation however many files there are
    mapped = [(table, _mapping(table, mapping, first, accept=accept_mapping)) for _, table in raw]
    survey = read_survey(mapped, name=name or mapped[0][1].name, sent=sent)

    from text_analysis import pipeline
    from text_analysis.anonymise import load_mask_lists

    own = load_mask_lists(lists) if lists else None
    released = pipeline.run(survey, out, settings=limits, lists=own, progress=_show)
    made = {name: fact for name, fact in released.certificate.items() if name != "audit"}
    typer.echo(json.dumps(made, ensure_ascii=False, indent=2))


@app.command()
@swedish_errors
def discover(
    source: Texts,
    out: Out,
    text: TextColumn = "text",
    id_column: IdColumn = "id",
    question: QuestionColumn = "question",
    previous: Annotated[Path | None, typer.Option("--previous", help="förra mätningens mapp")] = None,
) -> None:
    """Hitta delteman och det som kodboken saknar: DIR/topics.csv och DIR/assignments.jsonl."""
    from text_analysis.discovery_files import discover_file, load_topics, write_topics
    from text_analysis.read import read_texts

    rows = read_texts(source, text=text, id=id_column, question=question)
    known = load_topics(previous) if previous else None
    write_topics(discover_file(rows, previous=known), out)


@app.command()
@swedish_errors
def evaluate(
    gold: Annotated[list[Path], typer.Argument(metavar="GOLD.jsonl …", help="kodade kommentarer")],
) -> None:
    """Mät kodaren mot facit: teman, hållning, andelar, per tema och del (95 % intervall), och poängen."""
    from text_analysis.evaluation_report import report

    typer.echo(report(gold))


@app.command()
@swedish_errors
def train(
    embeddings: Annotated[
        Path | None, typer.Option("--embeddings", help="mapp med en språkmodell att väga in (tillval)")
    ] = None,
) -> None:
    """Träna kodaren i models/ på data/training och data/lexicon; samma byte varje gång."""
    from text_analysis.places import DATA, MODELS
    from text_analysis.training import train as train_coder

    train_coder(DATA, MODELS, embeddings=embeddings)
    typer.echo(f"Kodaren är tränad och ligger i {MODELS.name}/.")


@app.command()
@swedish_errors
def demo(port: Annotated[int, typer.Option("--port")] = 8501) -> None:
    """Analysera de medföljande undersökningarna om det behövs och öppna appen."""
    from text_analysis.demo import prepare_demo

    prepare_demo(progress=_show)
    _serve(port, {})


@app.command("app")
@swedish_errors
def open_app(
    port: Annotated[int, typer.Option("--port")] = 8501,
    *,
    view_only: Annotated[
        bool, typer.Option("--view-only", help="bara det som får visas, för chefer")
    ] = False,
) -> None:
    """Öppna appen på http://localhost:PORT."""
    _serve(port, {VIEW_ONLY: "1"} if view_only else {})


def _serve(port: int, extra: dict[str, str]) -> None:
    typer.echo(f"Röda trådar öppnas på http://localhost:{port} (avsluta med Ctrl+C).")
    command = [sys.executable, "-m", "streamlit", "run", "app.py", "--server.port", str(port)]
    try:
        raise typer.Exit(
            subprocess.run(command, cwd=ROOT, env={**os.environ, **extra}, check=False).returncode
        )
    except KeyboardInterrupt:
        raise typer.Exit(0) from None


def _mapping(table: RawTable, given: Path | None, name: str, *, accept: bool) -> Mapping:
    """The mapping given, or the proposed one where it is accepted and leaves nothing open."""
    from text_analysis.read import load_mapping, mapping_text, propose_mapping

    if given is not None:
        return load_mapping(given)
    proposal = propose_mapping(table, name=name)
    if accept and not proposal.open:
        return proposal.mapping
    typer.echo(mapping_text(proposal.mapping))
    typer.echo("\n".join(f"{header}: {reason}" for header, reason in proposal.reasons.items()))
    file = "Skriv den till en fil med --write-mapping M.toml, ändra i filen och ange --mapping M.toml."
    if proposal.open:
        points = "\n".join(f"- {point}" for point in proposal.open)
        raise MappingError(f"Mappningen lämnar något öppet:\n{points}", where=table.file, remedy=file)
    raise MappingError(
        "Mappningen ovan är ett förslag och behöver godkännas.",
        where=table.file,
        remedy=f"Godta den med --accept-mapping. Vill du ändra: {file[0].lower()}{file[1:]}",
    )


def _write_proposal(path: Path, table: RawTable, *, target: Path) -> None:
    """Write the mapping proposed for a file and say what it leaves open."""
    from text_analysis.read import propose_mapping, write_mapping

    proposal = propose_mapping(table, name=path.stem)
    write_mapping(proposal.mapping, target)
    for point in proposal.open:
        typer.echo(f"Öppet: {point}")
    typer.echo(f"Mappningen är skriven till {target.name}. Läs igenom den innan den används.")


def _label(label: Label) -> dict[str, object]:
    """The fields of a label; `asdict` would copy each, which shows at 100,000 comments."""
    return {name: getattr(label, name) for name in label.__slots__}


def _show(step: str, share: float) -> None:
    typer.echo(f"{share * 100:3.0f} %  {step}", err=True)


if __name__ == "__main__":
    app()

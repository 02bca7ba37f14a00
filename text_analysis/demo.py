"""The bundled demo surveys, analysed into the workspace when they are not there or something has changed."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

from text_analysis import pipeline
from text_analysis.certificate import made_from
from text_analysis.places import DATA
from text_analysis.read import load_mapping, read_survey, read_table
from text_analysis.settings import Settings
from text_analysis.workspace import slug_of, survey_folder


def demo_files() -> tuple[tuple[Path, Path], ...]:
    """Every demo survey's export and mapping."""
    mappings = sorted((DATA / "demo").glob("*.toml"))
    return tuple((_export(mapping), mapping) for mapping in mappings)


def prepare_demo(*, progress: pipeline.Progress = pipeline.silent) -> tuple[str, ...]:
    """Analyse each demo survey that is missing or made from something else; their slugs."""
    slugs = []
    for export, mapping_file in demo_files():
        mapping = load_mapping(mapping_file)
        survey = read_survey([(read_table(export), mapping)], name=mapping.name)
        slugs.append(slug_of(survey.name))
        folder = survey_folder(slugs[-1])
        if not _is_current(folder / "release" / "certificate.json", survey.sha256):
            shutil.rmtree(folder / "release", ignore_errors=True)  # made-up answers: versions tell of nobody
            pipeline.run(survey, folder, progress=progress)
    return tuple(slugs)


def _export(mapping: Path) -> Path:
    (export,) = (
        path for path in mapping.parent.glob(f"{mapping.stem}.*") if path.suffix in {".csv", ".xlsx"}
    )
    return export


def _is_current(certificate: Path, input_sha256: str) -> bool:
    if not certificate.exists():
        return False
    made = json.loads(certificate.read_text(encoding="utf-8")).get("made_from")
    return bool(made == made_from(input_sha256, Settings()))

"""The hand-written lexicon of data/lexicon as entries."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from text_analysis.errors import FileError
from text_analysis.language.lexicon import Entry

_STANCE_FILE = "_stance.yaml"


def read_theme_entries(folder: Path, themes: tuple[str, ...]) -> list[Entry]:
    """Entries of every theme in the order of the codebook; `not` entries have negative weights."""
    entries: list[Entry] = []
    for theme in themes:
        for path in (folder / f"{theme}.yaml", folder.with_name(f"{folder.name}_en") / f"{theme}.yaml"):
            if path.exists():
                lists = _load(path)
                for name in ("entries", "not"):
                    entries += [Entry(str(p), theme, int(w)) for p, w in lists.get(name) or []]
    return entries


def read_stance_entries(folder: Path) -> list[Entry]:
    """Entries of stance and of what turns it (neg, int, contrast, irony; weight 1)."""
    lists = _load(folder / _STANCE_FILE)
    entries = [
        Entry(str(pattern), stance, int(weight))
        for stance in ("positiv", "negativ", "forslag")
        for pattern, weight in lists[stance]
    ]
    return entries + [Entry(str(pattern), str(kind), 1) for pattern, kind in lists["modifiers"]]


def _load(path: Path) -> dict[str, Any]:
    import yaml

    try:
        lists = yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)
    except (OSError, yaml.YAMLError) as error:
        raise FileError("Lexikonfilen kan inte läsas.", where=path.name, expected="YAML") from error
    return dict(lists)

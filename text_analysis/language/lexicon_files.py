"""The hand-written lexicon of data/lexicon as entries."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from text_analysis.errors import FileError
from text_analysis.language.lexicon import Entry

_STANCE_FILE = "_stance.yaml"
_CLASS_FILE = "_klasser.yaml"
_ADDITIONS = (  # theme: {weight: [entry, …]}
    "_omstandigheter.yaml",
    "_situationer.yaml",
    "_vardagsord.yaml",
    "_english.yaml",
)


def read_theme_entries(folder: Path, themes: tuple[str, ...]) -> list[Entry]:
    """Entries of every theme in the order of the codebook; `not` entries have negative weights."""
    additions = [_load(folder / name) for name in _ADDITIONS]
    entries: list[Entry] = []
    for theme in themes:
        lists = _load(folder / f"{theme}.yaml")
        for name in ("entries", "not"):
            entries += [Entry(str(pattern), theme, int(weight)) for pattern, weight in lists.get(name) or []]
        for by_weight in (addition.get(theme, {}) for addition in additions):
            entries += [
                Entry(str(pattern), theme, int(weight))
                for weight, patterns in by_weight.items()
                for pattern in patterns
            ]
    return entries


def read_word_classes(folder: Path) -> list[Entry]:
    """Words of the same sort of meaning, category = name of the class, weight 1."""
    classes = _load(folder / _CLASS_FILE)
    return [Entry(word, f"klass:{name}", 1) for name, words in classes.items() for word in str(words).split()]


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
        raise FileError(
            "Lexikonfilen kan inte läsas.",
            where=path.name,
            expected="YAML",
            remedy="Rätta filen i data/lexicon.",
        ) from error
    return dict(lists)

"""Builds faker_sv.txt, faker_other.txt, vocabulary.txt and shape.json; run by hand with the training folder.

Faker (MIT licence, https://github.com/joke2k/faker) is a development dependency; its Swedish lists name
Isof and Skatteverket as sources. The vocabulary holds the lower-case words of our own training comments.
"""

from __future__ import annotations

import importlib
import json
import re
import sys
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    import numpy as np
    from scipy.sparse import csr_matrix
    from sklearn.linear_model import LogisticRegression

HERE: Final = Path(__file__).resolve().parent
# The countries many of the staff come from and whose lists are in Latin script.
OTHER_LOCALES: Final = (
    *(
        "fi_FI",
        "no_NO",
        "da_DK",
        "et_EE",
        "lv_LV",
        "lt_LT",
        "pl_PL",
        "hr_HR",
        "sl_SI",
        "ro_RO",
        "hu_HU",
        "tr_TR",
    ),
    *(
        "az_AZ",
        "uz_UZ",
        "vi_VN",
        "en_TH",
        "en_PK",
        "en_IN",
        "en_KE",
        "en_NG",
        "yo_NG",
        "ha_NG",
        "ig_NG",
        "tw_GH",
    ),
    *(
        "sw",
        "es_ES",
        "es_AR",
        "es_CL",
        "es_CO",
        "es_MX",
        "pt_PT",
        "pt_BR",
        "it_IT",
        "fr_FR",
        "de_DE",
        "nl_NL",
    ),
    *(
        "en_GB",
        "en_US",
        "en_IE",
        "cs_CZ",
        "sk_SK",
        "de_AT",
        "de_CH",
        "fr_DZ",
        "fr_BE",
        "id_ID",
    ),
)
SURNAMES_FROM: Final = frozenset(
    {"fi_FI", "no_NO", "da_DK", "pl_PL", "hr_HR", "ro_RO", "tr_TR", "en_PK", "es_ES", "pt_PT", "en_GB"}
    | {"et_EE", "lv_LV", "lt_LT", "cs_CZ", "sk_SK", "fr_DZ", "de_AT"}
)
FIRST: Final = ("first_names", "first_names_male", "first_names_female", "first_names_unisex")
LAST: Final = ("last_names", "last_names_male", "last_names_female", "last_names_unisex")
HEADER: Final = """\
# {what}
# Source: Faker {version} (https://github.com/joke2k/faker), MIT licence, Copyright (c) 2012 Daniele Faraglia.
# {note}
# Made by data/names/build.py; do not edit.
"""
SCALE: Final = 1000
SHORTEST: Final = 3
THING_WEIGHT: Final = 4.0  # places and systems are few, and just what a name must be told from
WORD: Final = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
NAME: Final = re.compile(r"[^\W\d_]+(?:[-' ][^\W\d_]+)*")


def main(training: Path) -> None:
    """Writes the four files beside this script."""
    from text_analysis.anonymise.lexicon import shipped_lexicon

    swedish = _names("sv_SE", FIRST), _names("sv_SE", LAST)
    _write_names(
        "faker_sv.txt",
        "Swedish first names and surnames",
        "sv_SE provider; data from Isof and Skatteverket.",
        swedish,
    )
    first = set().union(*(_names(locale, FIRST) for locale in OTHER_LOCALES)) - swedish[0]
    last = set().union(*(_names(locale, LAST) for locale in SURNAMES_FROM)) - swedish[1]
    _write_names(
        "faker_other.txt",
        "First names and surnames of other countries",
        f"Providers: {' '.join(OTHER_LOCALES)}.",
        (first, last),
    )
    counts = Counter(
        word for text in _texts(training) for word in WORD.findall(unicodedata.normalize("NFC", text))
    )
    counts.update(_demo_words())
    reviewed = _reviewed()
    words = sorted(
        word
        for word in counts
        if word == word.lower() and len(word) > 1 and (word in reviewed or not _is_listed(word))
    )
    head = (
        "# Lower-case words of the project's own training and demo comments. Made by build.py; do not edit.\n"
    )
    (HERE / "vocabulary.txt").write_text(head + "\n".join(words) + "\n", encoding="utf-8", newline="\n")
    shipped_lexicon.cache_clear()
    _write_shape()


def _names(locale: str, keys: Iterable[str]) -> set[str]:
    provider = importlib.import_module(f"faker.providers.person.{locale}").Provider
    found: set[str] = set()
    for key in keys:
        values = getattr(provider, key, ())
        if not isinstance(values, property):
            found |= {unicodedata.normalize("NFC", name) for name in values}
    return {name for name in found if NAME.fullmatch(name) and name.lower() != name and len(name) > 1}


def _write_names(file: str, what: str, note: str, names: tuple[set[str], set[str]]) -> None:
    version = importlib.import_module("faker").VERSION
    parts = [HEADER.format(what=what, version=version, note=note)]
    for label, section in zip(("first faker", "last faker"), names, strict=True):
        parts += [f"[{label}]", *(name.replace(" ", "-") for name in sorted(section)), ""]
    (HERE / file).write_text("\n".join(parts), encoding="utf-8", newline="\n")


def _texts(training: Path) -> Iterator[str]:
    for file in sorted(training.rglob("*.jsonl")):
        for line in file.read_text(encoding="utf-8").splitlines():
            yield json.loads(line)["text"]


def own_words() -> set[str]:
    """The words of vocabulary_own.txt."""
    lines = (HERE / "vocabulary_own.txt").read_text(encoding="utf-8").splitlines()
    return {word for line in lines if not line.startswith("#") for word in line.split()}


def _reviewed() -> set[str]:
    """The listed names that are words too: only they enter the vocabulary."""
    lines = (HERE / "word_names.txt").read_text(encoding="utf-8").splitlines()
    return {
        name for line in lines if not line.startswith("#") for name in line.partition(": ")[2].lower().split()
    }


def _is_listed(word: str) -> bool:
    from text_analysis.anonymise.lexicon import Kind, shipped_lexicon

    return bool(shipped_lexicon().kind(word) & Kind.NAME)


def _demo_words() -> Iterator[str]:
    for file in sorted(HERE.parent.glob("demo/*_kommentarer.jsonl")):
        for line in file.read_text(encoding="utf-8").splitlines():
            yield from WORD.findall(unicodedata.normalize("NFC", json.loads(line)["text"]))


def _write_shape() -> None:
    """Trains the spelling model of names on the lists just written."""
    import numpy as np

    forms, is_name, weight = zip(*labelled_forms(), strict=True)
    model = fit_spelling(spelling_matrix(forms), np.array(is_name), np.array(weight))
    weights = [round(float(value) * SCALE) for value in model.coef_[0]]
    shape = {"scale": SCALE, "bias": round(float(model.intercept_[0]) * SCALE), "weights": weights}
    (HERE / "shape.json").write_text(json.dumps(shape) + "\n", encoding="utf-8", newline="\n")


def spelling_matrix(forms: Sequence[str]) -> csr_matrix:
    """A row a form, a column a bucket of its n-grams."""
    from text_analysis.anonymise.shape import N_BUCKETS, buckets
    from text_analysis.linear import bucket_rows

    return bucket_rows([buckets(form) for form in forms], N_BUCKETS)


def fit_spelling(matrix: csr_matrix, is_name: np.ndarray, weight: np.ndarray) -> LogisticRegression:
    """The spelling model of the forms."""
    from sklearn.linear_model import LogisticRegression

    return LogisticRegression(C=1.0, max_iter=500).fit(matrix, is_name, sample_weight=weight)


def labelled_forms() -> Iterator[tuple[str, int, float]]:
    """Lower-case form, whether it is a name, and its weight; names that are words too are left out."""
    from text_analysis.anonymise.lexicon import Kind, sections, shipped_lexicon

    lexicon = shipped_lexicon()
    # Makes, medicines and what is called after someone are spelt like names: the model is not to learn them.
    alike = {name.lower() for _, names in sections("things.txt") for name in names}
    doubtful = Kind.WORD | Kind.NEVER | Kind.SYSTEM_OR_PERSON
    for form, kind in sorted(lexicon.kinds.items()):
        named, thing = kind & (Kind.NAME | Kind.OTHER), kind & (Kind.PLACE | Kind.SYSTEM)
        clear = bool(named) != bool(thing) and not kind & doubtful and form not in alike
        if len(form) >= SHORTEST and form.isalpha() and clear:
            yield form, int(bool(named)), 1.0 if named else THING_WEIGHT
    for form in sorted(lexicon.words):
        if len(form) >= SHORTEST and form.isalpha() and not lexicon.kind(form):
            yield form, 0, 1.0


if __name__ == "__main__":
    main(Path(sys.argv[1]))

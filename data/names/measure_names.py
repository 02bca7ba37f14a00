"""How many names put into the demo comments are masked, by kind of name and way of writing.

`python data/names/measure_names.py` from the repository's root, one minute. The model of names in context has
not learnt from the demo comments. Kinds: listed names, names of other countries' lists, names that are
words, names in none of the lists (data/masking/undanhallna_namn.txt), and slips of listed names.
"""

from __future__ import annotations

import json
import random
import sys
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from made_comments import Names, Span, with_names
from tagger_examples import listed_names

from text_analysis.anonymise import load_masker, mask_texts
from text_analysis.anonymise.evaluate import covered
from text_analysis.inference import wilson
from text_analysis.places import DATA

N_TEXTS: Final = 1000
KINDS: Final = ("known", "foreign", "words", "common", "unknown", "slips")


def main() -> None:
    """Print a row a kind."""
    names = replace(listed_names(), unknown=_held_out())
    masker = load_masker()
    for kind in KINDS:
        for lower in (False, True):
            made = list(_comments(names, kind, lower=lower))
            masked = mask_texts([text for text, _ in made], masker)
            found = [
                covered(text, result, start, end)
                for (text, spans), result in zip(made, masked, strict=True)
                for start, end in spans
            ]
            low, high = wilson(sum(found), len(found))
            share = f"{sum(found) / len(found):.1%} [{low:.1%}, {high:.1%}] of {len(found)}"
            sys.stdout.write(f"{kind:8} {'lower case' if lower else 'as written':10} {share}\n")


def _comments(names: Names, kind: str, *, lower: bool) -> Iterator[tuple[str, Sequence[Span]]]:
    rng = random.Random(kind)  # noqa: S311 - made comments, no secret
    texts = rng.sample(list(_demo()), N_TEXTS)
    for text in texts:
        made, spans = with_names(text, names.only(kind), rng)
        yield (made.lower(), spans) if lower and len(made.lower()) == len(made) else (made, spans)


def _held_out() -> list[str]:
    lines = (DATA / "masking" / "undanhallna_namn.txt").read_text(encoding="utf-8").splitlines()
    return [name.lower() for line in lines if not line.startswith("#") for name in line.split()]


def _demo() -> Iterator[str]:
    for file in sorted(DATA.glob("demo/*_kommentarer.jsonl")):
        for line in file.read_text(encoding="utf-8").splitlines():
            yield json.loads(line)["text"]


if __name__ == "__main__":
    main()

"""Seconds and memory of discovery for 305, 10,000 and 100,000 comments, beside BERTopic's own defaults.

Run: `python bench/discover.py [n …]`. Comments are those of the demo, repeated with a word changed here and
there; coding them is not part of the time, scoring their segments is. BERTopic's default needs a sentence
model and UMAP; where they are not installed it says so, and only our own times are printed.
"""

from __future__ import annotations

import importlib.util
import json
import random
import resource
import sys
import time
from dataclasses import replace

from text_analysis.coding import CodedText, code_texts
from text_analysis.discovery import CodedComment, discover_comments
from text_analysis.model_store import load_coder
from text_analysis.places import DATA

SIZES = (305, 10_000, 100_000)
DEFAULT_PARTS = ("umap", "hdbscan", "sentence_transformers")


def demo() -> list[CodedComment]:
    """The demo's comments, coded."""
    rows = [
        json.loads(line)
        for path in sorted((DATA / "demo").glob("*_kommentarer.jsonl"))
        for line in path.read_text(encoding="utf-8").splitlines()
    ]
    coded = code_texts([row["text"] for row in rows], coder=load_coder())
    return [
        CodedComment(row["id"], row["id"], row["text"], code) for row, code in zip(rows, coded, strict=True)
    ]


def repeated(comments: list[CodedComment], n: int) -> list[CodedComment]:
    """`n` comments: the given ones over and over, from the second round with one letter group changed."""
    noise = random.Random(0)  # noqa: S311  not for secrets
    made = []
    for number in range(n):
        base = comments[number % len(comments)]
        name = f"{base.id}-{number}"
        text = base.text if number < len(comments) else _noisy(base.text, noise)
        made.append(
            replace(
                base,
                id=name,
                respondent_id=name,
                text=text,
                coded=CodedText(base.coded.cleaned, base.coded.labels),
            )
        )
    return made


def _noisy(text: str, noise: random.Random) -> str:
    """The text with one letter changed, so that the spans still fit."""
    place = noise.randrange(len(text))
    return (
        text[:place] + (noise.choice("aeiou") if text[place].isalpha() else text[place]) + text[place + 1 :]
    )


def default_seconds(texts: list[str]) -> float | None:
    """Seconds of BERTopic as it comes, or None where its parts are not installed."""
    if any(importlib.util.find_spec(part) is None for part in DEFAULT_PARTS):
        return None
    from bertopic import BERTopic

    start = time.perf_counter()
    BERTopic().fit(texts)
    return time.perf_counter() - start


def main() -> None:
    """Print one line a size."""
    sizes = [int(size) for size in sys.argv[1:]] or SIZES
    comments, coder = demo(), load_coder()
    discover_comments(repeated(comments, 60), coder=coder)  # imports are warm
    if any(importlib.util.find_spec(part) is None for part in DEFAULT_PARTS):
        print(f"BERTopic som det kommer jämförs inte: {', '.join(DEFAULT_PARTS)} är inte alla installerade.")
    for n in sizes:
        survey = repeated(comments, n)
        start = time.perf_counter()
        found = discover_comments(survey, coder=coder)
        ours = time.perf_counter() - start
        theirs = default_seconds([comment.text for comment in survey])
        ratio = "" if theirs is None else f"  kvot {ours / theirs:.2f}"
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1e6
        print(f"{n:>7} kommentarer {ours:7.1f} s  {peak:4.1f} GB  {len(found.topics)} ämnen{ratio}")


if __name__ == "__main__":
    main()

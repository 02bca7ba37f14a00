"""Seconds and memory of discovery for 305, 10,000 and 100,000 comments, beside BERTopic's own defaults.

Run: `python bench/discover.py [n …]`; each size in a process of its own, so that its memory is its own.
Comments are put together from the sentences of the demo's and the training files' comments, as many in each
as in one of theirs. Coding is not part of the time, scoring the segments is. BERTopic's default needs a
sentence model and UMAP; where they are not installed it says so, and only our own times are printed.
"""

from __future__ import annotations

import importlib.util
import multiprocessing
import random
import resource
import sys
import time
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, replace

from text_analysis.code_stream import code_stream
from text_analysis.coding import CodedText
from text_analysis.discovery import CodedComment, discover_comments
from text_analysis.gold import read_gold
from text_analysis.model_store import load_coder
from text_analysis.places import DATA
from text_analysis.records import Cleaned, Label
from text_analysis.segment import sentences

SIZES = (305, 10_000, 100_000)
DEFAULT_PARTS = ("umap", "hdbscan", "sentence_transformers")
MISSPELT = 0.1  # share of the comments with a misspelt letter, so that new words keep coming


@dataclass(frozen=True)
class Sentence:
    """A sentence somebody wrote, and the labels that lie in it."""

    text: str
    labels: tuple[Label, ...]


def written() -> tuple[list[Sentence], list[int]]:
    """Every sentence of the demo's and the training files' comments, and how many each comment has."""
    folders = (DATA / "demo", "*_kommentarer.jsonl"), (DATA / "training", "*.jsonl")
    paths = [path for folder, name in folders for path in sorted(folder.glob(name))]
    gold = [text for path in paths for text in read_gold(path)]
    found, lengths = [], []
    for row, coded in zip(gold, code_stream((row.text, "") for row in gold), strict=True):
        own = list(_sentences(row.text, coded))
        found += own
        lengths += [len(own)] if own and coded.cleaned.content else []
    return found, lengths


def _sentences(text: str, coded: CodedText) -> Iterator[Sentence]:
    for start, end in sentences(text):
        inside = [label for label in coded.labels if start <= label.start and label.end <= end]
        moved = (replace(label, start=label.start - start, end=label.end - start) for label in inside)
        yield Sentence(text[start:end], tuple(moved))


def recombined(known: Sequence[Sentence], lengths: Sequence[int], n: int) -> list[CodedComment]:
    """`n` comments of sentences drawn at random; now and then a letter is another."""
    draw = random.Random(0)  # noqa: S311  not for secrets
    made = []
    for number in range(n):
        text, labels = "", list[Label]()
        for sentence in draw.choices(known, k=draw.choice(lengths)):
            place = len(text) + bool(text)
            text = f"{text} {sentence.text}".strip()
            labels += [replace(one, start=one.start + place, end=one.end + place) for one in sentence.labels]
        if draw.random() < MISSPELT:
            at = draw.randrange(len(text))
            text = text[:at] + (draw.choice("aeiou") if text[at].isalpha() else text[at]) + text[at + 1 :]
        coded = CodedText(Cleaned(content=True, language="sv"), tuple(labels))
        made.append(CodedComment(f"k{number}", f"r{number}", text, coded))
    return made


def measured(known: Sequence[Sentence], lengths: Sequence[int], n: int) -> str:
    """One line of figures for `n` comments."""
    coder = load_coder()
    discover_comments(recombined(known, lengths, 60), coder=coder)  # imports are warm
    survey = recombined(known, lengths, n)
    start, worked = time.perf_counter(), time.process_time()
    found = discover_comments(survey, coder=coder)
    ours, work = time.perf_counter() - start, time.process_time() - worked
    both = (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)
    memory = sum(resource.getrusage(who).ru_maxrss for who in both) / 1e6
    theirs = default_seconds([comment.text for comment in survey])
    ratio = "" if theirs is None else f"  kvot {ours / theirs:.2f}"
    size = f"{n:>7} kommentarer {len(found.placements):>7} segment"
    topics = f"{len(found.topics)} ämnen, {len(found.parts)} delteman"
    return f"{size} {ours:7.1f} s ({work:.1f} s processortid)  {memory:4.1f} GB  {topics}{ratio}"


def default_seconds(texts: list[str]) -> float | None:
    """Seconds of BERTopic as it comes, or None where its parts are not installed."""
    if not _has_default():
        return None
    from bertopic import BERTopic

    start = time.perf_counter()
    BERTopic().fit(texts)
    return time.perf_counter() - start


def _has_default() -> bool:
    return all(importlib.util.find_spec(part) is not None for part in DEFAULT_PARTS)


def main() -> None:
    """Print one line a size."""
    sizes = [int(size) for size in sys.argv[1:]] or SIZES
    known, lengths = written()
    if not _has_default():
        print(f"BERTopic som det kommer jämförs inte: {', '.join(DEFAULT_PARTS)} är inte alla installerade.")
    for n in sizes:
        with ProcessPoolExecutor(1, multiprocessing.get_context("spawn")) as fresh:
            print(fresh.submit(measured, known, lengths, n).result(), flush=True)


if __name__ == "__main__":
    main()

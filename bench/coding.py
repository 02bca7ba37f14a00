"""How fast comments are coded, how much memory it takes, and how long the model takes to load.

`python bench/coding.py [N]` codes N comments (default 20,000; the demo comments over and over) in a stream,
in one process and in two, and prints comments per second and the highest memory of a process.
"""

from __future__ import annotations

import itertools
import json
import resource
import sys
import time
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

from text_analysis.coding import CHUNK, code_texts
from text_analysis.model_store import load_coder
from text_analysis.places import DATA


def demo_texts(n: int) -> Iterator[str]:
    """`n` comments, the demo comments over and over."""
    rows = [
        json.loads(line)["text"]
        for path in sorted(Path(DATA / "demo").glob("*_kommentarer.jsonl"))
        for line in path.read_text(encoding="utf-8").splitlines()
    ]
    return itertools.islice(itertools.cycle(rows), n)


def code_chunk(texts: list[str]) -> int:
    """Number of labels of the chunk; only the count crosses the process border."""
    return sum(len(coded.labels) for coded in code_texts(texts))


def chunks(n: int) -> Iterator[list[str]]:
    """The comments in pieces of `CHUNK`."""
    texts = demo_texts(n)
    while chunk := list(itertools.islice(texts, CHUNK)):
        yield chunk


def main(n: int) -> None:
    """Measure and print."""
    start = time.perf_counter()
    load_coder()
    print(f"load {time.perf_counter() - start:.2f} s")
    start = time.perf_counter()
    labels = sum(map(code_chunk, chunks(n)))
    took = time.perf_counter() - start
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"1 process: {n / took:.0f} comments/s, {labels} labels, {peak:.0f} MB")
    start = time.perf_counter()
    with ProcessPoolExecutor(2) as pool:
        labels = sum(pool.map(code_chunk, chunks(n)))
    took = time.perf_counter() - start
    peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
    print(f"2 processes: {n / took:.0f} comments/s, {labels} labels, {peak:.0f} MB each")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 20_000)

"""How fast comments are masked beside a plain reader, and how long the lists take to load.

`python bench/masking.py [N]` masks N comments (default 5,000; the demo comments over and over) on one core
and prints comments per second of processor time, and how many times longer it takes than splitting the same
texts into words with a regular expression. The ratio holds from machine to machine and on a busy one; the
seconds do not.
"""

from __future__ import annotations

import itertools
import json
import re
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Final

from text_analysis.places import DATA

_WORD: Final = re.compile(r"[^\W\d_]+")
_ROUNDS: Final = 3


def demo_texts(n: int) -> list[str]:
    """`n` comments, the demo comments over and over."""
    rows = [
        json.loads(line)["text"]
        for path in sorted(Path(DATA / "demo").glob("*_kommentarer.jsonl"))
        for line in path.read_text(encoding="utf-8").splitlines()
    ]
    return list(itertools.islice(itertools.cycle(rows), n))


def seconds(work: Callable[[], object]) -> float:
    """The processor time of the quickest of some rounds."""
    times = []
    for _ in range(_ROUNDS):
        start = time.process_time()
        work()
        times.append(time.process_time() - start)
    return min(times)


def split(texts: list[str]) -> int:
    """The plain reader: words of the texts in lower case, counted."""
    return sum(len({word.lower() for word in _WORD.findall(text)}) for text in texts)


def main(n: int) -> None:
    """Measure and print."""
    start = time.process_time()
    from text_analysis.anonymise import load_masker, mask_texts

    masker = load_masker()
    mask_texts(["Anna å Qverin sa att det är bra /Bo"], masker)
    print(f"load {time.process_time() - start:.2f} s of processor time, first comment masked")
    texts = demo_texts(n)
    masking, plain = seconds(lambda: mask_texts(texts, masker)), seconds(lambda: split(texts))
    n_letters = sum(map(len, texts)) / n
    rate, ratio = n / masking, masking / plain
    print(f"{rate:.0f} comments/s of {n_letters:.0f} characters, {ratio:.0f} times a plain reader")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 5_000)

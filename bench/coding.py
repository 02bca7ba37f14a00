"""How fast comments are coded, how much memory it takes, and how long the model takes to load.

`python bench/coding.py [N …]` (default 20,000) writes N comments to a file, codes it with `roda-tradar code`
and prints seconds, comments per second, the highest memory of all its processes together, processor time (two
cores give two seconds a second) and how many times that of a plain coder it is: TfidfVectorizer and one
LogisticRegression per theme, which tells no stance, span, language or non-answer. Comments are those of the
training and demo files with a letter changed, so that every one holds a word not seen before. Memory is read
from /proc and so on Linux only.
"""

from __future__ import annotations

import json
import os
import random
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from itertools import cycle, islice
from pathlib import Path

from text_analysis.gold import GoldText, read_gold
from text_analysis.model_store import load_coder
from text_analysis.places import DATA

BASELINE_TEXTS = 5_000
BASELINE_TRAINED_ON = 1_500  # more takes minutes and makes it no faster


def gold() -> list[GoldText]:
    """Every comment of the training and demo files."""
    files = [
        *sorted((DATA / "training").glob("*.jsonl")),
        *sorted((DATA / "demo").glob("*_kommentarer.jsonl")),
    ]
    return [text for path in files for text in read_gold(path)]


def texts(n: int) -> Iterator[str]:
    """`n` comments, the files' over and over, each with a letter changed."""
    noise = random.Random(0)  # noqa: S311  not for secrets
    for comment in islice(cycle(gold()), n):
        place = noise.randrange(max(len(comment.text), 1))
        yield comment.text[:place] + noise.choice("aeioprst") + comment.text[place + 1 :]


def baseline_rate(plain: list[GoldText]) -> float:
    """Comments of the plain coder per second of processor time."""
    from sklearn.feature_extraction.text import TfidfVectorizer
    from sklearn.linear_model import LogisticRegression
    from sklearn.multiclass import OneVsRestClassifier
    from sklearn.pipeline import make_pipeline

    themes = load_coder().themes.space.themes
    model = make_pipeline(
        TfidfVectorizer(ngram_range=(1, 2), sublinear_tf=True),
        OneVsRestClassifier(LogisticRegression(max_iter=200)),
    )
    model.fit([text.text for text in plain], [[theme in text.themes for theme in themes] for text in plain])
    few, start = list(texts(BASELINE_TEXTS)), time.process_time()
    model.predict_proba(few)
    return BASELINE_TEXTS / (time.process_time() - start)


def memory_of(pid: int) -> float:
    """Memory, in MB, of a process and all it has started; pages they share count in each."""
    try:
        status = Path(f"/proc/{pid}/status").read_text(encoding="utf-8")
        children = Path(f"/proc/{pid}/task/{pid}/children").read_text(encoding="utf-8").split()
    except OSError:  # ended since it was listed
        return 0.0
    own = next((int(line.split()[1]) for line in status.splitlines() if line.startswith("VmRSS")), 0) / 1024
    return own + sum(memory_of(int(child)) for child in children)


def run(n: int, folder: Path) -> tuple[float, float, float]:
    """Seconds, seconds of processor time and highest memory in MB of `roda-tradar code` for `n` comments."""
    source, out = folder / "in.jsonl", folder / "ut.jsonl"
    with source.open("w", encoding="utf-8") as file:
        file.writelines(json.dumps({"text": text}, ensure_ascii=False) + "\n" for text in texts(n))
    start, peak, before = time.perf_counter(), 0.0, os.times()
    command = [sys.executable, "-m", "text_analysis.cli", "code", str(source), "--out", str(out)]
    with subprocess.Popen(command) as process:
        while process.poll() is None:
            peak = max(peak, memory_of(process.pid))
            time.sleep(0.2)
    took, after = time.perf_counter() - start, os.times()
    busy = sum(after[2:4]) - sum(before[2:4])  # of children: user and system
    with out.open(encoding="utf-8") as file:
        if process.returncode or sum(1 for _ in file) != n:
            raise SystemExit("the comments were not coded")
    return took, busy, peak


def main(sizes: list[int]) -> None:
    """Measure and print."""
    start = time.perf_counter()
    load_coder()
    print(f"load {time.perf_counter() - start:.2f} s")
    plain = baseline_rate(gold()[:BASELINE_TRAINED_ON])
    print(f"plain coder {plain:.0f} comments per second of processor time")
    for n in sizes:
        with tempfile.TemporaryDirectory() as folder:
            took, busy, peak = run(n, Path(folder))
        print(
            f"{n:>9} comments {took:7.1f} s {n / took:6.0f} comments/s {peak:5.0f} MB, "
            f"{1000 * busy / n:.2f} ms of processor time each, {busy / n * plain:.1f} times the plain coder's"
        )


if __name__ == "__main__":
    main([int(size) for size in sys.argv[1:]] or [20_000])

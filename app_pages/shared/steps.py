"""The steps of a run while it runs, with how far it is and how long it took."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import streamlit as st

from text_analysis.present.translation import say


@contextmanager
def shown(title: str) -> Iterator[Callable[[str, float], None]]:
    """What a run tells its steps and shares 0–1 to; folded with the time it took when the run is done."""
    start = time.monotonic()
    with st.status(title, expanded=True) as status:
        bar = st.progress(0.0)

        def show(step: str, share: float) -> None:
            bar.progress(share, text=f"{say(step)} ({time.monotonic() - start:.0f} s)")

        yield show
        took = f"{time.monotonic() - start:.0f}"
        status.update(label=say("Klart på {n} sekunder", n=took), state="complete", expanded=False)

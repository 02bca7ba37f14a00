"""One masker for the tests of anonymise, and what a masking found as (text, type)."""

import pytest

from text_analysis.anonymise import Masker, load_masker, mask_texts


@pytest.fixture(scope="session")
def masker() -> Masker:
    """The masker with the shipped lists."""
    return load_masker()


@pytest.fixture(scope="session")
def found(masker):
    """A function from a text to its finds as (text, type)."""

    def find(text: str) -> list[tuple[str, str]]:
        masked = mask_texts([text], masker)[0]
        return [(text[f.start : f.end], f.type) for f in masked.findings]

    return find

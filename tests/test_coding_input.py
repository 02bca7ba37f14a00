"""Coding holds for whatever stands in a comment: no crash, no endless work, no label without a span."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from text_analysis.coding import CodedText, code_texts, explain, theme_scores

HARD = {
    "empty": "",
    "blank": " \t\r\n\u00a0",
    "control": "\x00\x01\x1b[0m\x7f\x85",
    "control in words": "Lönen är\x00 alldeles\x07 för låg",
    "emoji": "😀👍🏽👨\u200d👩\u200d👧" * 10,
    "emoji and words": "👍 kollegorna 👎 lönen",
    "half a character": "\ud800",
    "half a character in words": "Lönen \ud83d är för låg \udce5",
    "no width": "\u200b\u200d\u2060\ufeff",
    "right to left": "\u202eLönen är låg\u202c",
    "arabic": "راتبي قليل جدا والعمل كثير",
    "cyrillic": "Зарплата слишком низкая",
    "chinese": "工资太低了",
    "thai": "เงินเดือนต่ำเกินไป",
    "tigrinya": "ደመወዝ በጣም ዝቅተኛ ነው",
    "fullwidth": "Ｌöｎｅｎ är låg",
    "private and unassigned": "\ue000\uf8ff\ufffe\U000e0020",
    "many marks": "L" + "\u0301" * 5_000 + "önen",
    "formula": '=HYPERLINK("lön")',
    "html": "<b>Lönen</b><br>" * 100,
    "dots": "…" * 500,
}
# Each of these once took time by the square of its length.
LONG = {
    "100 kB of sentences": ("Lönen är låg men kollegorna är bra. " * 2_900)[:100_000],
    "100 kB of one letter": "å" * 100_000,
    "100 kB without a space": "lön" * 33_000,
    "100 kB of one word": "lön " * 25_000,
    "100 kB of and": "och " * 25_000,
    "100 kB of colons": "a:" * 50_000,
    "100 kB of commas": ", " * 50_000,
    "100 kB of lines": "\n" * 100_000,
    "100 kB of spaces": " " * 100_000,
    "nearly a non-answer": "har inte något " * 13,
}


def assert_spans_hold(text: str, coded: CodedText) -> None:
    """Every label has a span in the text that holds something; a text without content has none."""
    assert coded.cleaned.content or not coded.labels
    assert len({label.theme for label in coded.labels}) == len(coded.labels)
    for label in coded.labels:
        assert 0 <= label.start < label.end <= len(text)
        assert text[label.start : label.end].strip()


@pytest.mark.parametrize("text", HARD.values(), ids=HARD)
def test_odd_signs_do_no_harm(text: str) -> None:
    """The text is coded, and its labels have spans."""
    (coded,) = code_texts([text])
    assert_spans_hold(text, coded)


@pytest.mark.parametrize("text", LONG.values(), ids=LONG)
def test_long_comments_take_time_by_their_length(text: str) -> None:
    """100 kB takes a second or so, where an hour of comments would otherwise wait for one."""
    (coded,) = code_texts([text])
    assert_spans_hold(text, coded)


@pytest.mark.parametrize("sign", ["\u200b", "\u200d", "\u2060", "\ufeff", "\u00ad"])
def test_signs_without_width_hide_no_word(sign: str) -> None:
    """A word pasted with unseen signs in it is the same word."""
    plain, pasted = code_texts(["Lönen är för låg", f"{sign}Lö{sign}nen är för låg"])
    assert [(label.theme, label.score) for label in pasted.labels] == [
        (label.theme, label.score) for label in plain.labels
    ]


def test_a_label_in_a_long_comment_is_explained() -> None:
    """The explanation reads what stands around the span, not all of a very long comment."""
    text = "Vi fikar. " * 3_000 + "Lönen är för låg. " + "Vi fikar. " * 3_000
    start = text.index("Lönen")
    label = next(label for label in code_texts(["Lönen är för låg."])[0].labels)
    moved = type(label)(label.theme, label.stance, label.score, start, start + len("Lönen är för låg."))
    assert explain(text, moved)[0][0] in {"Lönen", "låg"}


ANY = st.text(st.characters(), max_size=80)  # half characters too
PIECES = [
    "Lönen",
    "chefen",
    "är",
    "bra",
    "inte",
    "men",
    ",",
    ".",
    "😀",
    "\u200b",
    "-",
    "\n",
    "höj",
    "schemat",
]
SWEDISH = st.lists(st.sampled_from(PIECES), max_size=12).map(" ".join)


@given(texts=st.lists(ANY | SWEDISH, min_size=1, max_size=6), data=st.data())
@settings(max_examples=60)
def test_company_and_order_change_nothing(texts: list[str], data: st.DataObject) -> None:
    """Labels and scores are the same, to the last digit, twice, alone and in any order."""
    order = data.draw(st.permutations(range(len(texts))))
    coded, scores = code_texts(texts), theme_scores(texts)
    for text, one in zip(texts, coded, strict=True):
        assert_spans_hold(text, one)
    assert code_texts([texts[place] for place in order]) == [coded[place] for place in order]
    assert np.array_equal(theme_scores([texts[place] for place in order]), scores[list(order)])
    assert code_texts(texts[:1]) == coded[:1]

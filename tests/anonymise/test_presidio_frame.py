"""Presidio as second reader: it finds nothing of its own that the masking leaves, and stays offline."""

import json
import socket

import pytest

from text_analysis.anonymise import mask_texts
from text_analysis.anonymise.normalise import normalise
from text_analysis.places import DATA

ROWS = [json.loads(line) for line in (DATA / "masking" / "open.jsonl").read_text("utf-8").splitlines()]
PERSONAL = [row["text"] for row in ROWS if row["kind"] == "pii"]


@pytest.fixture(scope="module")
def frame():
    """The module, imported late since Presidio is heavy."""
    from text_analysis.anonymise import presidio_frame

    return presidio_frame


def test_presidio_finds_no_direct_identifier_that_we_leave(frame, masker):
    """Presidio's own readers of e-mail, telephone, IBAN and personnummer find nothing in masked comments."""
    own = frame.presidio_recognizers()
    masked = [normalise(result.text).text for result in mask_texts(PERSONAL, masker)]
    left = [
        (reader.name, text[hit.start : hit.end])
        for text in masked
        for reader in own
        for hit in reader.analyze(text, reader.supported_entities, None) or []
        if hit.score > 0
    ]
    assert left == []


def test_the_engine_gives_what_the_recognisers_find(frame, masker):
    """The engine runs our recognisers beside its own and keeps their types."""
    engine = frame.build_analyzer(masker)
    results = engine.analyze("Anna Berg nås på 070-174 06 21", language="sv")
    assert {"PERSON", "PHONE"} <= {result.entity_type for result in results}


def test_the_email_recogniser_stays_offline(frame, monkeypatch, tmp_path):
    """With sockets blocked and an empty cache, an address is judged without a call."""
    monkeypatch.setenv("TLDEXTRACT_CACHE", str(tmp_path))

    def refuse(*_args: object, **_kwargs: object) -> None:
        raise AssertionError("nätet anropades")

    monkeypatch.setattr(socket.socket, "connect", refuse)
    reader = frame.OfflineEmailRecognizer(supported_language="sv")
    assert [hit.score for hit in reader.analyze("a.b@kommun.se", ["EMAIL_ADDRESS"], None)] == [1.0]
    assert not list(tmp_path.iterdir())

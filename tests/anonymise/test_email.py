"""E-mail addresses, also disguised ones."""

import pytest

FOUND = (
    ("mejla anna.berg@kommun.se.", "anna.berg@kommun.se"),
    ("pär.sjöström@växthuset.example är min", "pär.sjöström@växthuset.example"),
    ("HANNELE.KOSKI@EXAMPLE.ORG", "HANNELE.KOSKI@EXAMPLE.ORG"),
    ("nora+facket@example.com", "nora+facket@example.com"),
    ("<a-k.berg@example.org>", "a-k.berg@example.org"),
    ("katarina.b@kommunen", "katarina.b@kommunen"),
    ("anna.k (at) example.org", "anna.k (at) example.org"),
    ("mirsad[at]region[dot]se", "mirsad[at]region[dot]se"),
    ("tom.ek snabel-a skola.example", "tom.ek snabel-a skola.example"),
    ("lars punkt nygren snabela regionen punkt se", "lars punkt nygren snabela regionen punkt se"),
    ("eva.lind @ example.se", "eva.lind @ example.se"),
    ("eva.lind*at*example.se", "eva.lind*at*example.se"),
    ("eva.lind-at-example.se", "eva.lind-at-example.se"),
    ("eva.lind ät example.se", "eva.lind ät example.se"),
    ("eva.lind (ät) example.se", "eva.lind (ät) example.se"),
    ('anna.svensson"at"kommun.se', 'anna.svensson"at"kommun.se'),
    ("min privata är lisa.b64 på gmail.com", "lisa.b64 på gmail.com"),
    ("min privata mejl lisa.b64 på gmail", "lisa.b64 på gmail"),
)


@pytest.mark.parametrize(("text", "address"), FOUND, ids=[text for text, _ in FOUND])
def test_masks_addresses_as_one_find(text, address, found):
    """An address is one find, so that no name in it is left when a part is masked as a link."""
    assert found(text) == [(address, "EMAIL")]


@pytest.mark.parametrize("text", ["Möte @ 14", "Vi ses kl 8", "50 kr/st", "schemat är klart.se över det"])
def test_leaves_at_signs_in_prose(text, found):
    """An @ alone or a missing space after a full stop makes no address."""
    assert found(text) == []

"""Whether a string is coined, as user names and signatures are, and no ordinary word."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Final

_SHORTEST: Final = 3
_LONGEST: Final = 14
_LONGEST_JOINED: Final = 30
_ENDINGS: Final = (
    *("", "a", "s", "n", "r", "t", "en", "et", "ar", "er", "or", "de", "at", "ad", "as", "ing", "ed", "ly"),
)
_DIGITS_LAST: Final = re.compile(r"^[^\W\d_]+\d{3,4}$")
_SITE: Final = re.compile(r"\.(?:se|nu|com|org|net)$")
# Short forms that stand where signatures do.
NO_SIGNATURE: Final = frozenset(
    {
        *("KAD", "PVK", "CVK", "PEG", "EKG", "SBAR", "NEWS", "ADL", "HLR", "ASIH", "HSL", "LVU", "LVM"),
        *("VAK", "KPI", "PIN", "QR", "PDF", "RFID", "EFOS", "OTP", "MFA", "NFC", "EU", "SSO", "SKR"),
        *("SOS", "IVO", "JO", "HSB", "SITHS", "HSA", "BANKID", "IT", "HR", "ID", "MCSS", "SMS", "VPN"),
        *("NPÖ", "LSS"),
    }
)


def is_inflected(found: str, is_word: Callable[[str], bool]) -> bool:
    """Whether a string is a form of an ordinary word."""
    return any(is_word(found.removesuffix(ending)) for ending in _ENDINGS)


def looks_coined(found: str, is_word: Callable[[str], bool]) -> bool:
    """Whether it is in capitals or small letters throughout, of fit length, and known by no list.

    Parameters
    ----------
    found : the string as written.
    is_word : whether a lower-case string is an ordinary word or a known short form.
    """
    letters = found.rstrip("0123456789").lower()
    if letters != found.lower() or "_" in found:
        return not is_word(letters)
    shortest = _SHORTEST - 1 if found.isupper() else _SHORTEST
    known = is_word(letters) if found.isupper() else is_inflected(letters, is_word)
    coined = (found.isupper() or found.islower()) and not known
    return coined and shortest <= len(found) <= (_LONGEST_JOINED if "." in found else _LONGEST)


def is_user_name(found: str, is_word: Callable[[str], bool]) -> bool:
    """Whether it is coined or ends in digits, no procedure's short form and no site."""
    coined = _DIGITS_LAST.search(found) or looks_coined(found, is_word)
    return bool(coined) and found not in NO_SIGNATURE and not _SITE.search(found)

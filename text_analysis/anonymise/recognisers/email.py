"""E-mail addresses, also those written to fool a filter: "(at)", "snabel-a", "punkt"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from text_analysis.anonymise.hits import Hit

_LOCAL: Final = r"[^\W_][\w.+%'&-]*"
_PLAIN: Final = re.compile(rf"(?<![\w.]){_LOCAL}@[\w-]+(?:\.[\w-]+)*")
_DOMAIN_ENDS: Final = r"(?:se|com|org|net|nu|eu|no|fi|dk|info|example|invalid|test|me|io|gov|edu)"
_SPACED: Final = re.compile(
    rf"(?i)(?<![\w.]){_LOCAL}(?: \. [\w-]+)? ?@ ?[\w-]+(?: ?\. ?[\w-]+)*? ?\. ?{_DOMAIN_ENDS}\b"
)
_DOT: Final = (
    r"(?:\.| \. | ?\( ?(?:dot|punkt|\.) ?\) ?| ?\[ ?(?:dot|punkt|\.) ?\] ?| ?\{(?:dot|punkt)\} ?| (?:dot"
    r"|punkt) )"
)
_AT: Final = (
    r"(?: ?[\(\[\{<*_] ?(?:at|a|ät|snabel-? ?a|@) ?[\)\]\}>*_] ?|-at-| ät |&#64;|snabel-?a(?=\w)|[\"'](?:at"
    r"|@)[\"']"
    r"| ?(?<![^\W\d_])(?:snabel-? ?a|kanelbulle|alfakrull)(?!\w) ?| at )"
)
_DISGUISED: Final = re.compile(
    rf"(?i)(?<![\w.])[^\W_][\w+%'&-]*(?:{_DOT}[\w+%'&-]+)*{_AT}[\w-]+(?:{_DOT}[\w-]+)*?{_DOT}{_DOMAIN_ENDS}\b"
)
# "lisa.b64 på gmail": a name in a mail service that everyone knows.
_SERVICE: Final = re.compile(
    r"(?i)(?<![\w.@])[^\W_][\w-]*(?:[._]\w+|\d)[\w.]* (?:på|hos|,)? ?(?:gmail|hotmail|outlook|icloud|telia"
    r"|live|yahoo|spray)"
    r"(?:\.(?:com|se|nu))?\b"
)
# One of these stands in every address: much quicker to look for.
_HINTS: Final = (
    *("@", "&#64;", "(at", "[at", "{at", "<at", "*at", "_at", '"at', "'at", " at ", "-at-"),
    *("(ät", " ät ", "(a)", "[a]", "snabel", "punkt", "kanelbulle", "alfakrull"),
    *("gmail", "hotmail", "outlook", "icloud", "telia", " live", "yahoo", "spray"),
)


_RULES: Final = (("plain", _PLAIN), ("spaced", _SPACED), ("disguised", _DISGUISED), ("service", _SERVICE))


def find(text: str) -> Iterator[Hit]:
    """The e-mail addresses of the text; a full stop or hyphen that ends the sentence stays outside."""
    low = text.lower()
    if not any(hint in low for hint in _HINTS):
        return
    for rule, pattern in _RULES:
        for match in pattern.finditer(text):
            yield Hit(
                match.start(), match.start() + len(match.group().rstrip(".-")), "EMAIL", f"email.{rule}"
            )

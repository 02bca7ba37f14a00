"""Swedish words for numbers, days and months, as patterns.

To `DIGITS`, `TEENS` and `TENS`, which are alternatives alone, who reads them adds "ett" and "noll".
"""

from __future__ import annotations

from typing import Final

DIGITS: Final = "två|tre|fyra|fem|sex|sju|åtta|nio"  # 2 to 9
TEENS: Final = "tio|elva|tolv|tretton|fjorton|femton|sexton|sjutton|arton|nitton"
TENS: Final = "tjugo|trettio|fyrtio|femtio|sextio|sjuttio|åttio|nittio"
MONTH: Final = (
    r"(?:jan(?:uari)?|feb(?:r(?:uari)?)?|mars?|apr(?:il)?|maj|juni?|juli?|aug(?:usti)?"
    r"|sept?(?:ember)?|okt(?:ober)?|nov(?:ember)?"
    r"|dec(?:ember)?|january|february|march|may|june|july|august|october)\b\.?"
)
ORDINAL: Final = (
    r"(?:första|andra|tredje|fjärde|femte|sjätte|sjunde|åttonde|nionde|tionde|elfte|tolfte|trettonde"
    r"|fjortonde|femtonde|sextonde"
    r"|sjuttonde|artonde|nittonde|tjugonde|tjugo(?:första|andra|tredje|fjärde|femte|sjätte|sjunde"
    r"|åttonde|nionde)|trettionde"
    r"|trettio(?:första)?|sista|förste)"
)

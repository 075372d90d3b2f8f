"""Numbers as Dutch writes them in words and figures: "25", "vijfentwintig", "honderdtwintig", "1.250"."""

import re
from typing import Final

_ONES: Final = {"twee": 2, "drie": 3, "vier": 4, "vijf": 5, "zes": 6, "zeven": 7, "acht": 8, "negen": 9}
_TEENS: Final = {
    "tien": 10,
    "elf": 11,
    "twaalf": 12,
    "dertien": 13,
    "veertien": 14,
    "vijftien": 15,
    "zestien": 16,
    "zeventien": 17,
    "achttien": 18,
    "negentien": 19,
}
_TENS: Final = {
    "twintig": 20,
    "dertig": 30,
    "veertig": 40,
    "vijftig": 50,
    "zestig": 60,
    "zeventig": 70,
    "tachtig": 80,
    "negentig": 90,
}
_ONE: Final = "|".join(_ONES)
_BELOW: Final = rf"(?:(?:een|één|{_ONE})(?:en|ën))?(?:{'|'.join(_TENS)})|{'|'.join(_TEENS)}|{_ONE}"
# a count in words, from two on: "een" is an article
WORDED: Final = rf"(?:{_BELOW}|(?:{_ONE})?honderd(?:\s?(?:en)?(?:{_BELOW}))?|duizend)"
_READ: Final = re.compile(
    rf"(?:(?P<h>{_ONE})?(?P<hundred>honderd)\s?(?:en)?)?(?:(?P<o>een|één|{_ONE})(?:en|ën)(?=\w))?(?P<b>\w*)$"
)


def count_of(written: str) -> int:
    """What a number in words or figures amounts to; 0 where it is none."""
    plain = written.strip().lower()
    if plain[:1].isdigit():
        figures = plain.replace(".", "")
        return int(figures) if figures.isdigit() else 0
    if plain in ("een", "één", "duizend"):
        return 1000 if plain == "duizend" else 1
    match = _READ.match(plain)
    if match is None:
        return 0
    hundreds = 100 * _ONES.get(match.group("h") or "", 1) if match.group("hundred") else 0
    below, ones = match.group("b"), match.group("o")
    if ones:
        return hundreds + _TENS.get(below, 0) + ({"een": 1, "één": 1} | _ONES)[ones]
    return hundreds + ((_TENS | _TEENS | _ONES).get(below, 0) if below else 0)

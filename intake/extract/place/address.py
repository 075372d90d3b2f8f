"""The grammar of Dutch addresses: street and number, postcode, and the place that goes with them."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from intake.extract.place.buildings import HEAD_WORD
from intake.extract.place.city import city_after
from intake.extract.place.span import Span
from intake.extract.place.street import streets


@dataclass(frozen=True, slots=True)
class Address:
    """What of an address stands together in a text, from `start` to `end`; `postal` for a post-office box."""

    start: int
    end: int
    street: Span | None
    postcode: Span | None
    city: Span | None
    postal: bool = False


_DIGIT: Final = re.compile(r"\d")
_POSTCODE: Final = re.compile(
    r"(?<![\w-])(?:NL[- ])?(?P<code>[1-9]\d{3}(?:[ \u00a0]{0,2}|\n(?=[A-Z]{2}\)))(?!SA|SD|SS)[A-Z]{2})(?!\w)"
)
# in small letters only behind a street, where "2017 in" cannot stand
_SMALL: Final = re.compile(
    r"[\s,|•·–()-]{1,6}(?P<code>[1-9]\d{3}[ \u00a0]?(?!sa|sd|ss|in|op|en|of|is|te|om|uu)[A-Za-z]{2})(?!\w)"
)
_GAP: Final = re.compile(r"\W*(?:(?:te|in|en|pc|postcode|plaats|woonplaats)\b\W*){0,3}$", re.IGNORECASE)
_FARTHEST: Final = 24  # characters between a street and its postcode
_BEHIND: Final = re.compile(r"[\s,|•·–(-]{1,4}(?:postcode\s)?(?=[1-9]\d{3})")
_PIECE: Final = re.compile(r"[^,.;:\n]+$")
_WORD_GOES_ON: Final = re.compile(r"[ \u00a0]*[\w€%]")
_BOX: Final = re.compile(r"\b[Pp]ost(?:bus|adres)\b")


def addresses(text: str, start: int = 0, end: int | None = None) -> Iterator[Address]:
    """Every address in `text[start:end]`, in order, each with as much as stands together of it."""
    stop = len(text) if end is None else end
    if _DIGIT.search(text, start, stop) is None:
        return
    codes = list(_POSTCODE.finditer(text, start, stop))
    begins = [code.start() for code in codes]
    used: set[int] = set()
    for street, known in streets(text, start, stop):
        code = _code_behind(text, street.end, stop, codes, begins)
        city = city_after(text, code.end() if code else street.end, stop, coded=code is not None, known=known)
        if code is None and city is not None:
            code = (
                _code_behind(text, city.end, stop, codes, begins)
                if _BEHIND.match(text, city.end, stop)
                else None
            )
        elif code is not None and city is None:
            city = city_after(text, street.end, code.start(), coded=False, known=known)
        stands = known or _bracketed(text, start, street, stop) or _behind_building(text, start, street, stop)
        if code is None and city is None and not stands:
            continue
        if code is not None:
            used.add(code.start("code"))
        yield _address(street, code, city)
    for code in codes:
        if code.start("code") not in used:
            postal = bool(_BOX.search(text, max(start, code.start() - 40), code.start()))
            city = city_after(text, code.end(), stop, coded=True, known=False)
            yield Address(code.start(), city.end if city else code.end(), None, _code(code), city, postal)


def _bracketed(text: str, start: int, street: Span, stop: int) -> bool:
    """Whether a street stands in brackets of its own behind a building: "de bieb van Ede (Molen 3)"."""
    if text[street.start - 1 : street.start] != "(" or text[street.end : min(street.end + 1, stop)] != ")":
        return False
    return HEAD_WORD.search(text, max(start, street.start - 60), street.start) is not None


def _behind_building(text: str, start: int, street: Span, stop: int) -> bool:
    """Whether a street stands alone behind a building and a comma: "Bibliotheek Ede, Groot Amerika 20"."""
    if text[street.start - 2 : street.start] != ", " or _WORD_GOES_ON.match(text, street.end, stop):
        return False
    before = _PIECE.search(text, max(start, street.start - 60), street.start - 2)
    return before is not None and HEAD_WORD.search(before.group()) is not None


def _code_behind(
    text: str, at: int, stop: int, codes: list[re.Match[str]], begins: list[int]
) -> re.Match[str] | None:
    """The postcode that stands behind a street or a place, with nothing but signs or "te" between.

    `begins` tells where each of `codes` begins.
    """
    for number in range(bisect_left(begins, at), bisect_right(begins, at + _FARTHEST)):
        if _GAP.match(text[at : begins[number]]):
            return codes[number]
    return _SMALL.match(text, at, stop)


def _address(street: Span, code: re.Match[str] | None, city: Span | None) -> Address:
    last = max(city.end if city else 0, code.end() if code else 0, street.end)
    return Address(street.start, last, street, _code(code) if code else None, city)


def _code(match: re.Match[str]) -> Span:
    raw = match.group("code")
    return Span(f"{raw[:4]} {raw[-2:].upper()}", match.start("code"), match.end("code"))

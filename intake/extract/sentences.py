"""The sentences of a line: what stands between its full stops, abbreviations and initials passed over."""

import re
from collections.abc import Iterator
from typing import Final

from intake.extract.line import Line, Place

_STOP: Final = re.compile(r"[.!?…][)\"”’']{0,2}\s+(?=[\"“‘'(]?[A-ZÀ-Ý€\d]|['’‘´`]\s?[st]\s)")
# a full stop after one of these, or after one letter, ends no sentence
_SHORT: Final = frozenset(
    """
    tel nr max min ca dhr mevr mw drs dr mr ing ir prof incl excl bv resp evt red vr ma di wo do za zo jan feb
    febr mrt apr jun jul aug sep sept okt nov dec st mej gem o.l.v burg gr postb geb em kl gebr
    plm ong aanv lok loc afd secr coörd aanm inl deeln doelgr inschr contactpers tst bijl alg
    th ch ph sj tj chr joh jac wm ij
    """.split()  # noqa: SIM905 - read as prose, not as a list of fifty lines
)
# what is quoted and holds an end of its own: "de avond 'School? Nee bedankt!' is op"
_QUOTES: Final = re.compile(
    r"(?<![\w\"'‘’“”„])(?:[‘'](?=[A-ZÀ-Ý])[^‘’'\n]{2,60}[’']|[“„\"](?=[A-ZÀ-Ý])[^“”„\"\n]{2,60}[”“\"])(?!\w)"
)
_LAST_WORD: Final = re.compile(r"[^\W\d_]+(?:\.[^\W\d_]+)*$")


def sentences(line: Line) -> Iterator[Line]:
    """The sentences of a line; the first keeps its label as its own, the others answer to it from afar."""
    if line.place is Place.SUBJECT or line.end - line.value < 30:
        yield line
        return
    text, begin = line.sheet.text, line.start
    quoted = [match.span() for match in _QUOTES.finditer(text, line.value, line.end)]
    for match in _STOP.finditer(text, line.value, line.end):
        if text[match.start()] == "." and _abbreviated(
            text[max(line.value, match.start() - 14) : match.start()]
        ):
            continue
        if any(start < match.start() and match.end() < end for start, end in quoted):
            continue
        yield _part(line, begin, match.end())
        begin = match.end()
    yield _part(line, begin, line.end) if begin > line.start else line


def _part(line: Line, begin: int, end: int) -> Line:
    own = begin == line.start
    return Line(
        line.sheet,
        begin,
        end,
        line.value if own else begin,
        line.block,
        line.first,
        line.last,
        line.label,
        own and line.own_label,
        line.row,
        line.column,
        line.bullet,
    )


def _abbreviated(before: str) -> bool:
    """Whether what stands before a full stop is an abbreviation or initials: "tel", "J", "o.l.v"."""
    word = _LAST_WORD.search(before, before.rfind(" ") + 1)
    if word is None:
        return False
    parts = word.group().split(".")
    return (
        word.group().lower() in _SHORT or parts[-1].lower() in _SHORT or all(len(part) == 1 for part in parts)
    )

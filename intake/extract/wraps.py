"""The lines that a writer ended: those that a program broke off are joined again."""

import re
from collections.abc import Iterator
from typing import Final

from intake.extract.labels import numbered, split_label
from intake.extract.line import Place, Sheet

BULLET: Final = re.compile(r"[ \t>]*(?:[-–•·*o▪➢►✓✔]|\d{1,2}[.)]|[a-z]\))[ \t]+")
# programs break lines at 60 to 80 characters, some documents at 100; where a line is longer, none was broken
_NARROWEST: Final = 50
_WIDEST: Final = 100
_NARROW_PAGE: Final = 32  # columns of a flyer
_FULL: Final = 0.85
_DONE: Final = re.compile(r"[.!?:]\s*$")
# no writer ends a line here: the next one was broken off
_DANGLES: Final = re.compile(
    r"(?:\s[-–]|\b(?:en|of|van|voor|in|op|met|de|het|een|te|aan|om|tot|naar|bij|die|dat|als|niet|je|uit|"
    r"onze|ons))[ \t]*$"
)
# likewise, and what begins with a number behind it is no item of a list: "van 2 tot | 4. Er is koffie."
_WANTS_NUMBER: Final = re.compile(
    r"\b(?:van|vanaf|om|tot|tussen|rond|tegen|t/m|half|kwart\s+(?:over|voor))[ \t]*$"
)
_LOWER: Final = re.compile(r"[ \t>]*(?:['’]s\b|[(\"‘“]?[a-zà-ÿ])")
_RUNNING: Final = re.compile(r"[ \t>]*[\"'‘“(]?[a-zà-ÿ\d(€]")

_DAY: Final = re.compile(
    r"\b\d{1,2}\s+(?:jan|feb|maart|mrt|apr|mei|jun|jul|aug|sep|okt|nov|dec)|\b(?:maan|dins|woens|donder|"
    r"vrij|zater|zon)dag\w*\s+\d|\b\d{1,2}-\d{1,2}-(?:20)?\d\d\b",
    re.IGNORECASE,
)


def names_day(text: str, start: int = 0, end: int | None = None) -> bool:
    """Whether a line plainly names a day by its date."""
    return _DAY.search(text, start, len(text) if end is None else end) is not None


def raw_lines(sheet: Sheet) -> Iterator[tuple[int, int]]:
    """Lines with the soft ends joined, the empty ones between paragraphs kept."""
    text, at, stop = sheet.text, sheet.start, sheet.end
    least = _NARROW_PAGE if sheet.place is Place.DOCUMENT else _NARROWEST
    limit = _wrap_limit(text[at:stop], least) if sheet.place is not Place.SIGNATURE else 0
    begin = at
    while at < stop:
        end = text.find("\n", at, stop)
        end = stop if end < 0 else end
        following = end + 1
        after = text.find("\n", following, stop)
        after = stop if after < 0 else after
        if following < stop and limit and _soft(text[at:end], text[following:after], limit):
            at = following
            continue
        yield begin, end
        begin = at = following


def _wrap_limit(text: str, least: int) -> int:
    """The width at which a program broke the lines of a text; 0 where the writer broke them all."""
    widths = [
        len(line.rstrip())
        for line in text.split("\n")
        if line.strip() and "://" not in line and "\t" not in line
    ]
    widest = max(widths, default=0)
    return widest if least <= widest <= _WIDEST else 0


def _soft(line: str, more: str, limit: int) -> bool:
    """Whether a program put the line end between two lines: the next word would not have fitted."""
    if not line.strip() or not more.strip() or "\t" in line or "\t" in more:
        return False
    word = more.split(None, 1)[0]
    if _DANGLES.search(line) and not BULLET.match(more):
        return True
    if _WANTS_NUMBER.search(line) and more.lstrip(" \t>")[:1].isdigit():
        return True
    width = len(line.rstrip())
    goes_on = width >= limit * _FULL and _LOWER.match(more) is not None
    if "   " in line.strip() or "   " in more.strip():
        return False
    if not (goes_on or width + 1 + len(word) > limit) or (_DONE.search(line) and not _RUNNING.match(more)):
        return False
    return not (BULLET.match(more) or numbered(more) or split_label(more)[0])

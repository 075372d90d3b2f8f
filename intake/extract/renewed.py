"""The old beside the new, in columns, lines or with an arrow ("Oud: 9 mei, nieuw: 11 mei"): new is read."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from intake.extract.line import Line, Place

_THING: Final = r"(?:\s+(?!en\b|of\b)[^\W\d_]+)?"
_OLD: Final = rf"(?:oude?{_THING}|was(?:\s+eerst)?|voorheen|van)"
_NEW: Final = rf"(?:nieuwe?{_THING}|wordt(?:\s+nu)?|naar)"
_OLD_CELL: Final = re.compile(rf"{_OLD}\s*:?", re.IGNORECASE)
_NEW_CELL: Final = re.compile(rf"{_NEW}\s*:?", re.IGNORECASE)
_OLD_LINE: Final = re.compile(rf"[-–•*\s]{{0,4}}{_OLD}\s{{0,3}}(?:[:=]|$)", re.IGNORECASE)
_NEW_LINE: Final = re.compile(rf"[-–•*\s]{{0,4}}{_NEW}\s{{0,3}}(?:[:=]\s*|$)", re.IGNORECASE)
_ARROW: Final = re.compile(r"(?<=\S)\s?(?:-{1,2}>|=>|→)\s?(?=\S)")
_SAME: Final = re.compile(r"(?:\w+\s+)?(?:ongewijzigd|hetzelfde|dezelfde|idem|gelijk|-)\W*", re.IGNORECASE)
_FACTS: Final = frozenset(("date", "time", "end", "place", "room", "price", "capacity", "deadline"))
_MOST: Final = 20  # tables of old and new in one mail, each of which is looked through once
_FAR: Final = 12  # lines from the old to the new, where each is a block of its own


def renewed(lines: Sequence[Line]) -> tuple[list[Line], bool]:
    """The lines without what they say that is no longer so, and whether they set the old beside the new."""
    gone: set[Line] = set()
    tables = 0
    other: dict[Line, Line] = {}
    body = [line for line in lines if line.place is Place.BODY]
    for number, line in enumerate(body):
        if line.column >= 0:
            if line not in gone and tables < _MOST and _OLD_CELL.fullmatch(line.text.strip()):
                tables += 1
                gone.update(_old_column(body, number))
        elif line.own_label and line.label in _FACTS and (arrow := _arrow(line)):
            other[line] = replace(line, start=arrow, value=arrow)
        elif line not in gone and line.start == line.first and _OLD_LINE.match(line.text):
            for old, new in _blocks(body, number):
                gone.update(old)
                other.update(new)
    kept = [other.get(line, line) for line in lines if line not in gone]
    return [line for line in kept if line.text.strip()], bool(gone or other)


def _arrow(line: Line) -> int:
    found = _ARROW.search(line.sheet.text, line.value, line.end)
    return found.end() if found else 0


def _old_column(body: Sequence[Line], number: int) -> Iterator[Line]:
    """Of a table with a head for the old and one for the new: both heads, and the old beside each new."""
    old = body[number]
    new = body[number + 1] if number + 1 < len(body) else old
    if not _NEW_CELL.fullmatch(new.text.strip()) or new.column <= old.column or not _beside(old, new):
        return
    yield old
    yield new
    below = [line for line in body[number + 2 :] if line.block == old.block and line.column >= 0]
    for at, line in enumerate(below):
        if line.column == old.column:
            row = (
                one for one in below[at + 1 : at + _FAR] if one.column == new.column and _beside(line, one)
            )
            fresh = next(row, None)
            yield fresh if fresh is not None and _SAME.fullmatch(fresh.text.strip()) else line


def _beside(one: Line, other: Line) -> bool:
    return one.sheet is other.sheet and "\n" not in one.sheet.text[one.start : other.end]


def _blocks(body: Sequence[Line], number: int) -> Iterator[tuple[list[Line], dict[Line, Line]]]:
    """What stands from a line that says "oud" to the one that says "nieuw", and that one without its mark."""
    for at in range(number + 1, min(number + 1 + _FAR, len(body))):
        line = body[at]
        mark = _NEW_LINE.match(line.text) if line.start == line.first else None
        if mark is not None and line.sheet is body[number].sheet:
            start = line.start + mark.end()
            kept = line if line.label and line.said.strip() else replace(line, start=start, value=start)
            yield list(body[number:at]), {line: kept}
            return

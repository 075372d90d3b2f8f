"""Several activities in one sentence, each with day, hour and name: "een workshop op ... en een film op"."""

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise
from typing import Final

from intake.extract.dates.clock import TimeMention
from intake.extract.dates.days import DayMention
from intake.extract.dates.roles import DateRole, role_of
from intake.extract.heads import GOES_ON, OF_IT
from intake.extract.letter import Letter
from intake.extract.line import Line

# what stands between two that are told in one breath
_BETWEEN: Final = re.compile(
    r"[,;]\s*(?:en|plus|alsook|alsmede)?\s*|\s(?:en|plus|alsook|alsmede)\s", re.IGNORECASE
)


# "naast de lezing op ... geven wij ook een workshop op ...": the first ends with its hour
_BESIDE: Final = re.compile(r"\W*(?:naast|behalve)\b", re.IGNORECASE)
# "één voor ouders, op ..., en één voor leerkrachten, op ...": told by whom they are for
_ONE_EACH: Final = re.compile(
    r"\b(?:één|eentje|de\s+(?:ene|andere|eerste|tweede))\s+(?:is\s+)?(?:voor|over|met)\s+[\w-]+",
    re.IGNORECASE,
)


def clauses(letter: Letter, lines: Sequence[Line]) -> tuple[list[list[Line]], frozenset[Line]]:
    """The parts of a sentence that each tell an activity, and that sentence; none where there is no such."""
    for line in lines:
        if line.row < 0 and line.label in ("", "title") and letter.search(GOES_ON, line) is None:
            cut = _cut(letter, line)
            if cut:
                return [[part] for part in cut], frozenset((line,))
    return [], frozenset()


def _cut(letter: Letter, line: Line) -> list[Line]:
    """The parts of a sentence, each with a day of its own, an hour behind it and another noun."""
    nouns = [(one.group().lower(), one.start(), one.end()) for one in letter.finditer(_ONE_EACH, line)]
    nouns = nouns if len(nouns) > 1 else list(letter.nouns(line))
    if len(nouns) < 2 or letter.search(OF_IT, line):
        return []
    moments = _moments(letter, line)
    if not 2 <= len(moments) <= len(nouns):
        return []
    named_first = nouns[0][1] < moments[0][0]
    text, begins = line.sheet.text, [line.start]
    for (_, before), (after, _) in pairwise(moments):
        gap = (before, after)
        if named_first:  # the next name stands in the gap: it is cut before it
            gap = before, next((a for _, a, _ in nouns if a > before), after)
        cuts = [cut.end() for cut in _BETWEEN.finditer(text, *gap)]
        if not cuts and _BESIDE.match(line.text):
            cuts = [before]
        if not cuts:
            return []
        begins.append(cuts[0 if named_first else -1])
    parts = [
        replace(line, start=a, value=a if number else line.value, end=b)
        for number, (a, b) in enumerate(zip(begins, [*begins[1:], line.end], strict=True))
    ]
    names = [_name(part, nouns) for part in parts]
    return parts if all(names) and len(set(names)) == len(names) else []


def _name(part: Line, nouns: Sequence[tuple[str, int, int]]) -> str:
    """The first noun in a part of a sentence; "" where it has none."""
    return next((part.sheet.text[a:b].lower() for _, a, b in nouns if part.start <= a < part.end), "")


def _moments(letter: Letter, line: Line) -> list[tuple[int, int]]:
    """Where each day stands with the hour behind it; none where a day has no hour, or is told twice."""
    found: list[tuple[int, int]] = []
    told: list[object] = []
    day: DayMention | None = None
    for mention in letter.mentions(line):
        if isinstance(mention, DayMention):
            if day is not None or role_of(letter, line, mention) is not DateRole.ACTIVITY:
                return []
            day = mention
        elif isinstance(mention, TimeMention) and day is not None:
            found.append((day.start, mention.end))
            told.append(day.days)
            day = None
    return found if day is None and len(set(told)) == len(told) else []

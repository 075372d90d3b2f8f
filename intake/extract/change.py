"""What a later mail changes about an activity that was sent before: cancelled, changed or added to."""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from intake.edition import Edition
from intake.extract.answering import answers_desk
from intake.extract.change_words import (
    ADDED,
    BESIDE,
    CANCELLED,
    CHANGED,
    FULL,
    INSTEAD,
    SUPPOSED,
    WRONG,
)
from intake.extract.dates.clock import TimeMention
from intake.extract.dates.days import DayMention
from intake.extract.dates.roles import DateRole, role_of
from intake.extract.finding import Finding
from intake.extract.grades import DERIVED, LIKELY, SAID
from intake.extract.letter import Letter
from intake.extract.line import Line, Place

# what is cancelled keeps nothing
_KEPT: Final = re.compile(
    r"\bblij(?:ft|ven)\s+(?:\w+\s+){0,3}(?:gelijk|hetzelfde|ongewijzigd|zoals|wat)\b", re.IGNORECASE
)
# "verplaatsen lukt niet meer"
_NEITHER: Final = re.compile(
    r"\b(?:verplaatsen|verzetten|verschuiven|uitstellen|opschuiven)\s+(?:lukt|gaat|kan|kunnen|is)\b[^.;!?]{0,20}\bniet\b",
    re.IGNORECASE,
)


# asked of what was sent before, and so often said of anything else that it tells no kind of mail
_TO_ALTER: Final = re.compile(
    r"\b(?:aan\s?(?:te\s+)?passen|aangepast|(?:te\s+)?wijzigen|(?:te\s+)?veranderen|corrigeren|bijwerken|rechtzetten|verbeteren)\b",
    re.IGNORECASE,
)


# "kunt u de vermelding verwijderen?"
_TO_REMOVE: Final = re.compile(
    r"\b(?:(?:te\s+)?verwijderen|verwijderd|weg\s?(?:te\s+)?halen|van\s+(?:de|jullie|uw)\s+(?:\w+\s+)?(?:agenda|kalender|site|website|lijst)\s+"
    r"(?:af\s*)?(?:te\s+)?halen|als\s+vervallen)\b",
    re.IGNORECASE,
)


def find_change(letter: Letter, edition: Edition) -> Iterator[Finding]:
    """`cancelled`, `changed` or `added`; asked of updates alone."""
    del edition
    lines = [*letter.at(Place.BODY), *letter.at(Place.SUBJECT), *letter.at(Place.CALENDAR, Place.DOCUMENT)]
    supposed = set(letter.those(lines, SUPPOSED))
    lines = [line for line in lines if line not in supposed]
    signs = [("changed", (CHANGED, INSTEAD, WRONG, FULL), SAID), ("added", (ADDED, BESIDE), LIKELY)]
    # "gaat niet door" may only lead up to the new day: "... maar schuift op naar donderdag"
    signs.insert(
        1 if _moved(letter, lines) or any(letter.those(lines, _KEPT)) else 0,
        ("cancelled", (CANCELLED,), SAID),
    )
    grade_of_rest = None
    for value, patterns, grade in signs:
        line = next(letter.those(lines, *patterns), None)
        if line is None:
            continue
        match = next(filter(None, (letter.search(pattern, line) for pattern in patterns)))
        given = grade if grade_of_rest is None else min(grade, grade_of_rest)
        yield letter.find("change", value, given, line, match.start(), match.end(), "change")
        grade_of_rest = LIKELY
    if grade_of_rest is None:
        yield from _told_anew(letter, lines)


def _told_anew(letter: Letter, lines: Sequence[Line]) -> Iterator[Finding]:
    """What an update does that only says what is to be done or what is so: "die begint om 14.00 uur"."""
    for value, pattern in (("cancelled", _TO_REMOVE), ("changed", _TO_ALTER)):
        for line, match in letter.matches(pattern, lines):
            yield letter.find("change", value, LIKELY, line, match.start(), match.end(), "change")
            return
    for line in lines:
        if line.place is Place.BODY:
            for mention in letter.mentions(line):
                if isinstance(mention, TimeMention | DayMention):
                    yield letter.find(
                        "change", "changed", DERIVED, line, mention.start, mention.end, "change"
                    )
                    return
    if answers_desk(letter):  # what the desk asked for was not told yet
        for line in (line for line in lines if line.place is Place.BODY):
            yield letter.find("change", "added", DERIVED, line, line.start, line.end, "change")
            return


def _moved(letter: Letter, lines: Sequence[Line]) -> bool:
    """Whether a sentence that tells of a change names the new day or hour."""
    for line in letter.those(lines, CHANGED, INSTEAD):
        if _NEITHER.search(line.text):
            continue
        if line.place is Place.BODY:
            for mention in letter.mentions(line):
                if isinstance(mention, TimeMention):
                    return True
                if isinstance(mention, DayMention) and not mention.week and _new(letter, line, mention):
                    return True
    return False


def _new(letter: Letter, line: Line, mention: DayMention) -> bool:
    return role_of(letter, line, mention) is DateRole.ACTIVITY

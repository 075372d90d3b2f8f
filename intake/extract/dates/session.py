"""One session of an activity: its days, and the times that are said once for several of them."""

import re
from dataclasses import dataclass, field
from datetime import date
from itertools import pairwise
from typing import Final

from intake.extract.dates.days import DayMention
from intake.extract.dates.length import LengthMention
from intake.extract.dates.when import When
from intake.extract.line import Line


@dataclass(slots=True, eq=False)
class Session:
    """Days of the activity, and the times that were said of them; `until` where it ends on a later day."""

    line: Line
    mention: DayMention
    times: list[When] = field(default_factory=list)
    length: LengthMention | None = None
    length_line: Line | None = None
    until: date | None = None
    extra: list[tuple[Line, DayMention]] = field(default_factory=list)


_EACH: Final = re.compile(
    r"\b(?:steeds|telkens|allebei|beide|(?:elke|iedere)\s+(?:keer|dag)|alle\s+(?:dagen|keren|twee|drie)|"
    r"(?:de)?zelfde\s+tijd\w*)\b",
    re.IGNORECASE,
)
# between two days that are told in one breath, and so have one time: "9 mei en nog een keer op 11 mei"
_IN_ONE_BREATH: Final = re.compile(
    r"[\s,;+&/(]*(?:(?:en|én|als|alsmede|alsook|evenals|plus|of|óf|ook|nog|een\s+keer|nogmaals|opnieuw|weer|"
    r"daarna|vervolgens|op|de)\b[\s,]*){0,6}(?:(?<=,\s)[^,.;:\d\n]{3,40},\s*)?",
    re.IGNORECASE,
)


def heads_line(session: Session) -> bool:
    """Whether a session's day begins its line, as those of a list do."""
    return not session.line.sheet.text[session.line.first : session.mention.start].strip(" \t*_-–•·")


def share(made: list[Session], line: Line, when: When) -> None:
    """A time that is said once for several days: "maandag in Assen, dinsdag in Emmen, steeds om 10 uur"."""
    if _EACH.search(line.sheet.text, line.start, when.mention.start) is None:
        return
    for session in reversed(made[:-1]):
        if session.line is not line or session.times:
            return
        session.times.append(when)


def in_one_breath(made: list[Session]) -> None:
    """Days that are told in one breath have the time that is said of one of them."""
    for before, after in (*pairwise(reversed(made)), *pairwise(made)):
        first, last = sorted((before, after), key=lambda session: session.mention.start)
        if (
            before.times
            and not after.times
            and before.line is after.line
            and _IN_ONE_BREATH.fullmatch(before.line.sheet.text, first.mention.end, last.mention.start)
        ):
            after.times.extend(before.times)

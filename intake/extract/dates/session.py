"""One session of an activity: its days, and the times that are said once for several of them."""

import re
from dataclasses import dataclass, field
from datetime import date
from itertools import pairwise
from typing import Final

from intake.extract.dates.clock import TimeMention
from intake.extract.dates.days import DayMention
from intake.extract.dates.length import LengthMention
from intake.extract.dates.when import When
from intake.extract.line import Line


@dataclass(slots=True, eq=False)
class Session:
    """Days of the activity, and the times that were said of them; `until` where it ends on a later day.

    `length` is how long it lasts, `each` how long each of several does that are held on the day.
    """

    line: Line
    mention: DayMention
    times: list[When] = field(default_factory=list)
    length: LengthMention | None = None
    each: LengthMention | None = None
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


# "donderdag 11 mei, zelfde tijd": there are hours, which stand elsewhere
SAME_HOURS: Final = re.compile(
    r"\b(?:de)?zelfde\s+(?:(?:begin|aanvangs|start)?tijd(?:en|stip)?|uur|uren|aanvang)\b|\bidem\b",
    re.IGNORECASE,
)
# a clock in a row of times: "zaal open 13.00, eerste zet 13.30, einde 17.00 uur"
_CLOCK: Final = re.compile(r"\d{1,2}[.:][0-5]\d")
_CLAUSE_ENDS: Final = re.compile(r"\s*(?:[,;/|)\n]|\.(?!\d)|$)")
_AMOUNT: Final = re.compile(r"\s*(?:euro|%|p\.?\s?p\b|k?m\b|jaar|per\b)", re.IGNORECASE)


def goes_on(line: Line, mention: TimeMention, last: object) -> bool:
    """Whether a bare number goes on with the row of times in its line, each with what is then."""
    text = line.sheet.text
    if not isinstance(last, TimeMention) or last.ends is not None or mention.begins <= last.begins:
        return False
    if not _CLOCK.fullmatch(text, mention.start, mention.end) or _AMOUNT.match(text, mention.end):
        return False
    between = text[last.end : mention.start].rstrip()
    if between[-1:] in (",", ";", "/", "|"):
        return True
    told_apart = any(sign in ",;/|" for sign in between)
    return told_apart and _CLAUSE_ENDS.match(text, mention.end, line.end) is not None


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

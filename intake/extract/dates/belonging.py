"""A day that belongs to the session told before it: its end, its last day, or one that is left out."""

import re
from typing import Final

from intake.extract.dates.days import DayMention
from intake.extract.dates.session import Session
from intake.extract.line import Line

# between a time and the day on which it ends: "9 mei 10.00 uur tot 9 mei 12.00 uur", "Einde: 9 mei 12:00"
_UP_TO: Final = re.compile(
    r"[\s.,;)|]*(?:tot(?:\s+en\s+met)?|t/m|(?:[-–—]\s*)?(?:eind(?:e|tijd|igt)?|afloop)|[-–—])(?:\s+op)?[\s:]*(?:datum[\s:]*)?",
    re.IGNORECASE,
)
_END_DATE: Final = re.compile(r"(?:einddatum|laatste\s+dag|tot\s+en\s+met|t/m)[\s:]*$", re.IGNORECASE)
_BUT_NOT: Final = re.compile(
    r"\b(?:behalve|uitgezonderd|met\s+uitzondering\s+van|m\.?u\.?v\.?|maar\s+niet)\s+(?:op\s+)?(?:de\s+)?$",
    re.IGNORECASE,
)
# "alleen vrijdag niet", "op woensdag slaan we over"
_ONLY: Final = re.compile(r"\W*(?:(?:en|maar|alleen|enkel|op|de)\s+)*$", re.IGNORECASE)
_SKIPPED: Final = re.compile(
    r"\W{0,2}\s?(?:(?:doen|zijn|lopen|komen|gaan)\s+(?:we|wij)\s+(?:er\s+)?)?(?:niet\b(?!\s+\w+\s+maar)|(?:slaan|sla)\s+(?:we|wij|ik)\s+over)",
    re.IGNORECASE,
)


def left_out(last: Session, line: Line, mention: DayMention) -> bool:
    """Whether a day is left out of those before it: "elke middag, behalve woensdag"."""
    text, begin = line.sheet.text, max(line.start, mention.start - 40)
    skipped = _ONLY.fullmatch(text, line.start, mention.start) and _SKIPPED.match(text, mention.end, line.end)
    if not skipped and _BUT_NOT.search(text, begin, mention.start) is None:
        return False
    return last.line.sheet is line.sheet and set(mention.days) < set(last.mention.days)


def closes(last: Session, line: Line, mention: DayMention) -> bool:
    """Whether a day is the one on which the session before it ends."""
    if len(mention.days) > 1 or not last.times or last.times[-1].ends is not None:
        return False
    begun = last.times[-1]
    return (
        begun.line.sheet is line.sheet
        and mention.days[0] >= last.mention.days[-1]
        and _UP_TO.fullmatch(line.sheet.text, begun.mention.end, mention.start) is not None
    )


def ends_run(last: Session, line: Line, mention: DayMention) -> bool:
    """Whether a day is the last of a run whose first was told before: "Startdatum: ... Einddatum: ..."."""
    if len(mention.days) > 1 or not 0 <= (mention.days[0] - last.mention.days[0]).days <= 31:
        return False
    return _END_DATE.search(line.sheet.text, max(line.first, mention.start - 20), mention.start) is not None

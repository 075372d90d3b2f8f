"""How sure the days and hours of an activity are: by the words of each session, and by how they agree."""

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from intake.extract.dates.session import SAME_HOURS, Session, heads_line
from intake.extract.dates.spans import doubtful
from intake.extract.finding import DateSpan
from intake.extract.grades import DERIVED, GUESS, LABELLED, LIKELY, SAID
from intake.extract.letter import Letter

# what makes a date a plan rather than an announcement
_UNSETTLED: Final = re.compile(
    r"onder\s+voorbehoud|nog\s+niet\s+(?:zeker|definitief|bekend|vast|rond)|waarschijnlijk|vermoedelijk|"
    r"misschien|\boptie\b|voorlopig|weten\s+we\s+nog|nader\s+te\s+bepalen|n\.?t\.?b\.?\b|streef|streven|"
    r"hopelijk|denken\s+(?:aan|nu)",
    re.IGNORECASE,
)


def plain(value: Sequence[DateSpan]) -> bool:
    """Whether it is one entry with its beginning and its end.

    In 280 mails that nobody had looked at 103 of 108 such dates were right where no label tells them, and of
    several entries, or one of which hours are missing, 29 of 41.
    """
    return len(value) == 1 and "T" in str(value[0]["starts"]) and value[0]["ends"] is not None


def unlike(chosen: Sequence[Session], value: Sequence[DateSpan]) -> bool:
    """Whether not all sessions may be the activity's: one told twice, or only some with an hour."""
    if len({"T" in str(span["starts"]) for span in value}) > 1:
        return True
    return any(_either(one, other) for one, other in pairwise(chosen))


def _either(one: Session, other: Session) -> bool:
    """Whether two sessions may be one told in two ways: the same day with other times, or "9 of 11 mei"."""
    if set(one.mention.days) & set(other.mention.days):
        return not (heads_line(one) and heads_line(other))
    text = one.line.sheet.text
    return (
        one.line is other.line
        and re.search(r"\bof\b", text[one.mention.end : other.mention.start]) is not None
    )


def grade_of(letter: Letter, session: Session) -> float:
    """The grade of one session's words."""
    mention = session.mention
    grade = LABELLED if session.line.label == "date" else SAID
    if not mention.dated:
        grade = LIKELY if mention.strong else DERIVED
    if not mention.strong:
        grade = min(grade, DERIVED)
    inside = all(letter.edition.starts <= day <= letter.edition.ends for day in mention.days)
    unsure = any(when.unsure or not when.firm for when in session.times)
    unsure = unsure or doubtful(session) or (session.length is not None and session.length.about)
    if mention.mismatch or unsure or not inside or letter.search(_UNSETTLED, session.line):
        grade = min(grade, LIKELY)
    if not session.times and letter.search(SAME_HOURS, session.line):
        grade = min(grade, LIKELY)
    if len(mention.days) > 1 and re.search(r"\bof\b", session.line.sheet.text[mention.start : mention.end]):
        grade = min(grade, LIKELY)
    return max(grade, GUESS)

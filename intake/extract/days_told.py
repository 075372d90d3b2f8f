"""The days on which lines tell that an activity is held."""

from collections.abc import Iterable
from datetime import date

from intake.extract.dates.days import DayMention
from intake.extract.dates.roles import DateRole, role_of
from intake.extract.letter import Letter
from intake.extract.line import Line


def days_told(letter: Letter, lines: Iterable[Line]) -> set[date]:
    """The days of the activity that these lines name: no deadline, no office day."""
    days: set[date] = set()
    for line in lines:
        for mention in letter.mentions(line):
            if not isinstance(mention, DayMention) or days.issuperset(mention.days):
                continue
            if role_of(letter, line, mention) is DateRole.ACTIVITY:
                days.update(mention.days)
    return days

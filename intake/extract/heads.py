"""Where one activity of several begins in a text: at its label, number, title, day or sentence."""

import re
from collections.abc import Sequence
from typing import Final

from intake.extract.dates.clock import TimeMention
from intake.extract.dates.days import DayMention
from intake.extract.dates.roles import DateRole, role_of
from intake.extract.labels import numbered
from intake.extract.letter import Letter, Line, Place
from intake.extract.title.name import can_head

_COUNT: Final = re.compile(
    r"\b(?:twee|drie|vier|vijf|zes|meerdere|enkele|diverse|[2-9]\s?[x×]?)\s+(?:dingen|activiteiten|"
    r"workshops|bijeenkomsten|lezingen|trainingen|bijdragen|evenementen|momenten|programmaonderdelen|"
    r"middagen|avonden|keer)|\b[2-9]\s?[x×]\b",
    re.IGNORECASE,
)
ORDER: Final = re.compile(
    r"\b(?:in\s+de\s+(?:eerste|tweede|derde|vierde)\s+plaats|ten\s+(?:eerste|tweede|derde)|daarnaast|verder|"
    r"bovendien|ook|eveneens|tevens|daarbij|als\s+laatste|op\s+de\s+valreep|tot\s+slot|en\s+dan|(?:eerste|"
    r"tweede|derde|andere|laatste)\s+(?:activiteit|bijeenkomst|workshop|lezing)|later\s+(?:in|die)|"
    r"aan\s+het\s+eind(?:e)?\s+van\s+de\s+week)\b",
    re.IGNORECASE,
)


def title_label(letter: Letter, lines: Sequence[Line], number: int) -> bool:
    """A line that says the title behind a label: "Wat: Leescafé"."""
    del letter
    return lines[number].label == "title" and lines[number].own_label and lines[number].column < 0


def by_number(letter: Letter, lines: Sequence[Line], number: int) -> bool:
    """A line that begins with its number in a list, with a day in it or below it."""
    line = lines[number]
    if line.start != line.first or line.row >= 0:
        return False
    if numbered(line.whole) is None:
        return False
    following = [one for one in lines[number : number + 6] if one.block - line.block <= 2]
    return any(has_day(letter, one) for one in following)


def day_heading(letter: Letter, lines: Sequence[Line], number: int) -> bool:
    """A line that begins with a day, or a bullet that does, and has more than the day in or under it."""
    line = lines[number]
    if line.start != line.first or line.row >= 0:
        return False
    for mention in letter.mentions(line):
        if isinstance(mention, DayMention):
            lead = line.sheet.text[line.value : mention.start].strip(" *_-–•·►>").lower()
            starts = lead in ("", "op", "en op", "op de") and (mention.strong or len(line.whole.strip()) < 30)
            return starts and not mention.week and role_of(letter, line, mention) is DateRole.ACTIVITY
    return False


def dated_bullet(letter: Letter, lines: Sequence[Line], number: int) -> bool:
    """A bullet that names its own day and time: "- Leescafé (voor ouders): maandag 8 mei, 19.30 uur"."""
    line = lines[number]
    if not line.bullet or line.start != line.first:
        return False
    same = [one for one in lines[number : number + 4] if one.first == line.first]
    return any(has_day(letter, one) for one in same) and has_times(letter, same)


def day_sentence(letter: Letter, lines: Sequence[Line], number: int) -> bool:
    """A sentence that begins with its own day, in a mail that says how many activities there are."""
    line = lines[number]
    if line.row >= 0 or line.label:
        return False
    for mention in letter.mentions(line):
        if isinstance(mention, DayMention):
            lead = line.sheet.text[line.start : mention.start].strip(" *-–•·").lower()
            begins = lead in ("op", "en op", "ook op", "verder op", "daarnaast op", "tot slot op", "")
            return (
                begins
                and mention.strong
                and not mention.week
                and _counted(letter, lines)
                and role_of(letter, line, mention) is DateRole.ACTIVITY
            )
    return False


def own_sentence(letter: Letter, lines: Sequence[Line], number: int) -> bool:
    """A sentence that tells day, hour and noun of its own, where another in its text is set beside it.

    "Op 9 mei om 19.30 uur is er een ouderavond. Daarnaast geven wij op 11 mei om 13 uur een training."
    """
    if not _tells(letter, lines[number]):
        return False
    telling = [line for line in lines if _tells(letter, line)]
    if len({line.sheet.text[a:b].lower() for line in telling for _, a, b in letter.nouns(line)[:1]}) < len(
        telling
    ):
        return False  # the same is told twice
    return _counted(letter, lines) or any(letter.search(ORDER, line) for line in telling[1:])


def _tells(letter: Letter, line: Line) -> bool:
    if line.row >= 0 or line.label or not letter.nouns(line):
        return False
    return has_day(letter, line) and has_times(letter, [line])


def _counted(letter: Letter, lines: Sequence[Line]) -> bool:
    """Whether the text says that it announces several: "drie dingen", "twee workshops"."""
    return any(letter.search(_COUNT, line) for line in [*lines, *letter.at(Place.SUBJECT)])


def titled(letter: Letter, lines: Sequence[Line], number: int) -> bool:
    """A paragraph under a heading of its own that tells a day and a time."""
    line = lines[number]
    first = number == 0 or lines[number - 1].block != line.block
    if not first or line.start != line.first or line.row >= 0 or line.label not in ("", "title"):
        return False
    block = [one for one in lines[number : number + 14] if one.block == line.block]
    if (
        len(block) < 2
        or not can_head(line.sheet.text[line.value : line.last].strip(" *_:–—-"), headed=True)
        or letter.mentions(line)
    ):
        return False
    return any(has_day(letter, one) for one in block[1:]) and has_times(letter, block)


def has_times(letter: Letter, group: list[Line]) -> bool:
    """Whether lines name an hour."""
    return any(isinstance(m, TimeMention) and m.firm for line in group for m in letter.mentions(line))


def has_day(letter: Letter, line: Line) -> bool:
    """Whether a line names a day on which an activity is."""
    return any(
        isinstance(mention, DayMention)
        and (mention.strong or line.label == "date")
        and role_of(letter, line, mention) is DateRole.ACTIVITY
        for mention in letter.mentions(line)
    )


HEADS: Final = (title_label, by_number, titled, day_heading, dated_bullet, day_sentence, own_sentence)

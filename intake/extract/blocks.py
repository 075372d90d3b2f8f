"""What the blocks of several activities have together: a sentence said of them all, or all that they tell."""

from collections.abc import Sequence

from intake.extract.dates.clock import TimeMention
from intake.extract.days_told import days_told
from intake.extract.heads import has_day, has_times
from intake.extract.letter import Letter
from intake.extract.line import Line
from intake.extract.of_all import OF_ALL
from intake.extract.place.address import addresses


def not_of_all(letter: Letter, blocks: list[list[Line]]) -> list[list[Line]]:
    """Cut from the last block what is said of each activity, where no other block has the like."""
    *others, last = blocks or [[]]
    of_all = [line for line in last[1:] if letter.search(OF_ALL, line) and not _tells_when(letter, line)]
    if not of_all or not others or any(letter.search(OF_ALL, line) for block in others for line in block):
        return blocks
    # what goes on behind such a sentence, in its paragraph, is of each activity too
    since = [line for line in last[last.index(of_all[0]) :] if line.label == of_all[0].label]
    return [
        *others,
        [line for line in last if line not in of_all and (line not in since or _tells_when(letter, line))],
    ]


def told_twice(letter: Letter, groups: Sequence[list[Line]]) -> bool:
    """Whether groups of lines tell the same day, hour and street, as in a second language."""
    return len({_when_and_where(letter, group) for group in groups}) < 2 and any(map(_streets, groups))


def _tells_when(letter: Letter, line: Line) -> bool:
    return has_day(letter, line) or has_times(letter, [line])


def _when_and_where(letter: Letter, group: list[Line]) -> tuple[object, ...]:
    """The days, first hour and streets that lines tell."""
    hours = [m.begins for line in group for m in letter.mentions(line) if isinstance(m, TimeMention)]
    return frozenset(days_told(letter, group)), min(hours, default=None), _streets(group)


def _streets(group: list[Line]) -> frozenset[str]:
    return frozenset(
        address.street.value
        for line in group
        for address in addresses(line.sheet.text, line.start, line.end)
        if address.street is not None
    )

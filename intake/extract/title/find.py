"""What the activity is called: every name that the mail may mean, the one that most speaks for first."""

from collections.abc import Callable, Iterator
from typing import Final

from intake.edition import Edition
from intake.extract.dates.scan import tells_time
from intake.extract.finding import Finding
from intake.extract.index import Sought
from intake.extract.letter import Letter
from intake.extract.line import Line, Place
from intake.extract.title.called import CALLED, QUOTED, called, entitled, labelled, quoted
from intake.extract.title.candidate import Candidate, weighed
from intake.extract.title.doing import DOING, doing
from intake.extract.title.heading import above, heading
from intake.extract.title.name import GREETING, greeting
from intake.extract.title.phrase import (
    APPOSED,
    HELD,
    SHARED,
    SHOUTED,
    apposed,
    before_day,
    behind_noun,
    held,
    noun_phrase,
    shared,
    shouted,
)
from intake.extract.title.subject import subject
from intake.extract.title.things import NAMING

_Finders = tuple[tuple[Callable[[Letter, Line], Iterator[Candidate]], tuple[Sought, ...]], ...]
# what looks for a name within a sentence, and one of which words must stand there
_POINTED: Final[_Finders] = ((called, CALLED), (quoted, (QUOTED,)))
_WORDED: Final[_Finders] = (
    (behind_noun, NAMING),
    (apposed, APPOSED),
    (before_day, (tells_time,)),
    (held, (HELD,)),
    (shared, (SHARED,)),
    (shouted, (SHOUTED,)),
    (doing, (DOING,)),
)
# A region's programme has a few hundred names. Each is looked for in all of the mail, so that this bounds
# what a mail of nothing but names can cost.
_MOST: Final = 1000


def find_title(letter: Letter, edition: Edition) -> Iterator[Finding]:
    """The activity's own name, without dates and without the campaign's name where it has one of its own."""
    return weighed(letter, edition, _candidates(letter, edition))


def _told(letter: Letter, near: list[Line], edition: Edition) -> Iterator[Candidate]:
    """The names that these lines tell, in their order."""
    pointed = [(find, frozenset(letter.maybe(near, *sought))) for find, sought in _POINTED]
    worded = [(find, frozenset(letter.maybe(near, *sought))) for find, sought in _WORDED]
    for number, line in enumerate(near):
        for find, lines in pointed:
            if line in lines:
                yield from find(letter, line)
        yield from heading(letter, near, number, edition)
        for find, lines in worded:
            if line in lines:
                yield from find(letter, line)


def _first(line: Line) -> bool:
    """Whether a line is the first of a mail, with nothing else in its paragraph."""
    text = line.sheet.text
    alone = line.start == line.first and line.end == line.last
    return alone and line.place is Place.BODY and not text[line.sheet.start : line.first].strip()


def _candidates(letter: Letter, edition: Edition) -> Iterator[Candidate]:
    waits = False
    for line in letter.told():
        if line.label == "title" and line.said.strip() and (line.own_label or waits):
            yield from labelled(letter, line)
        waits = line.label == "title" and line.own_label and not line.said.strip()
    for line in letter.labelled("name", "subject"):
        if line.own_label:
            yield from entitled(letter, line)
    near = [line for line in letter.told() if not letter.near or line in letter.near]
    greetings = {line for line in letter.maybe(near, GREETING) if greeting(line.text, first=_first(line))}
    near = [line for line in near if line not in greetings]
    yield from letter.first(_told(letter, near, edition), _MOST, "namen")
    yield from above(letter, edition)
    for line in letter.at(Place.SUBJECT):
        yield from subject(letter, line, edition)
    yield from noun_phrase(letter, near)

"""What the activity is called: every name that the mail may mean, the one that most speaks for first."""

from collections.abc import Iterator

from intake.edition import Edition
from intake.extract.finding import Finding
from intake.extract.letter import Letter
from intake.extract.line import Place
from intake.extract.title.called import called, entitled, labelled, quoted
from intake.extract.title.candidate import Candidate, weighed
from intake.extract.title.heading import above, heading
from intake.extract.title.name import greeting
from intake.extract.title.phrase import apposed, before_day, behind_noun, held, noun_phrase, shared
from intake.extract.title.subject import subject


def find_title(letter: Letter, edition: Edition) -> Iterator[Finding]:
    """The activity's own name, without dates and without the campaign's name where it has one of its own."""
    return weighed(letter, edition, _candidates(letter, edition))


def _candidates(letter: Letter, edition: Edition) -> Iterator[Candidate]:
    waits = False
    for line in letter.told():
        if line.label == "title" and line.said.strip() and (line.own_label or waits):
            yield from labelled(letter, line)
        waits = line.label == "title" and line.own_label and not line.said.strip()
    for line in letter.labelled("name"):
        if line.own_label:
            yield from entitled(letter, line)
    near = [
        line for line in letter.told() if (not letter.near or line in letter.near) and not greeting(line.text)
    ]
    for number, line in enumerate(near):
        yield from called(letter, line)
        yield from quoted(letter, line)
        yield from heading(letter, near, number, edition)
        yield from behind_noun(letter, line)
        yield from apposed(letter, line)
        yield from before_day(letter, line)
        yield from held(letter, line)
        yield from shared(letter, line)
    yield from above(letter, edition)
    for line in letter.at(Place.SUBJECT):
        yield from subject(letter, line, edition)
    yield from noun_phrase(letter, near)

"""What kind of activity it is, told by the noun that its organiser calls it by."""

from collections.abc import Iterator

from intake.edition import Edition
from intake.extract.dates.roles import REGISTER
from intake.extract.finding import Finding
from intake.extract.grades import DERIVED, LABELLED, LIKELY, SAID, lower
from intake.extract.letter import Letter, Line, Place


def find_activity_type(letter: Letter, edition: Edition) -> Iterator[Finding]:
    """The type, from the label, the subject, the title's line or the first sentence that names it."""
    del edition
    for line in letter.labelled("kind", "title"):
        yield from _first(letter, line, LABELLED if line.own_label else LIKELY)
    near = [line for line in letter.told() if not letter.near or line in letter.near]
    for number, line in enumerate(near):
        grade = SAID if number < 4 or letter.near else LIKELY
        yield from _first(letter, line, grade)
    if not letter.near:
        for line in letter.at(Place.SUBJECT):
            yield from _first(letter, line, SAID)
        return
    for line in letter.told():
        if line not in letter.near and not letter.search(REGISTER, line):
            yield from _first(letter, line, DERIVED)
    for line in letter.at(Place.SUBJECT):
        yield from _first(letter, line, lower(LIKELY))


def _first(letter: Letter, line: Line, grade: float) -> Iterator[Finding]:
    if line.label in ("contact", "registration", "place", "phone", "organisation", "programme", "price"):
        return
    for kind, start, end in letter.nouns(line):
        yield letter.find("activity_type", kind, grade, line, start, end, "activity_type")
        return

"""What kind of activity it is: by the noun that its organiser calls it by, or by what people do there."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from intake.edition import Edition
from intake.extract.doings import DOES, GATHERS
from intake.extract.finding import Finding
from intake.extract.grades import DERIVED, GUESS, LABELLED, LIKELY, SAID, lower
from intake.extract.letter import Letter
from intake.extract.line import Line, Place
from intake.extract.nouns import vague
from intake.extract.registering import REGISTER
from intake.extract.title.heading import named_above
from intake.extract.unclear import unclear

_ELSEWHERE: Final = ("contact", "registration", "place", "phone", "organisation", "programme", "price")
# an announcement names its activity at the top; a noun further down may be something on its programme
_TOP: Final = 4
_ARTICLE: Final = re.compile(
    r"\W*(?:(?:een|de|het|onze|ons|mini|online|gratis|open|regionale?|interactieve?|digitale?)\W+)*",
    re.IGNORECASE,
)
# what only a day of lectures has on its programme
_STAGED: Final = re.compile(
    r"\b(?:deelsessies?|parallel(?:le)?\s?sessies?|workshoprondes?|rondes?\s+(?:met\s+)?(?:deelsessies|workshops)|"
    r"keynotes?|plenaire?|dagvoorzitter|hoofdspreker)\b",
    re.IGNORECASE,
)


def find_activity_type(letter: Letter, edition: Edition) -> Iterator[Finding]:
    """The type, from the label, the subject, the title's line or the first sentence that names it."""
    del edition
    named = list(_named(letter))
    yield from _staged(letter, named)
    yield from named or _done(letter)
    if letter.near:
        yield from _afar(letter)


def _afar(letter: Letter) -> Iterator[Finding]:
    """The nouns of the lines that several activities share."""
    for line in letter.told():
        if line not in letter.near and not letter.search(REGISTER, line):
            yield from _first(letter, line, DERIVED)


def _staged(letter: Letter, named: Sequence[Finding]) -> Iterator[Finding]:
    """A day or evening of which its name tells no more, with a programme as of a conference."""
    if letter.near or not named or not vague(named[0].evidence[0].text):
        return
    for line, match in letter.matches(_STAGED, letter.told()):
        yield letter.find("activity_type", "symposium", SAID, line, *match.span(), "activity_type")
        return


def _named(letter: Letter) -> Iterator[Finding]:
    above = named_above(letter)
    if above is not None:
        yield from _first(letter, above, SAID)
    for line in letter.labelled("kind", "title"):
        sure = line.own_label and (line.label == "kind" or _leads(letter, line))
        yield from _first(letter, line, LABELLED if sure else LIKELY)
    near = [line for line in letter.told() if not letter.near or line in letter.near]
    for number, line in enumerate(near):
        yield from _first(letter, line, SAID if number < _TOP or letter.near else LIKELY)
    for line in letter.at(Place.SUBJECT):
        yield from _first(letter, line, lower(LIKELY) if letter.near else SAID)


def _leads(letter: Letter, line: Line) -> bool:
    """Whether a title begins with its noun: "Webinar Even stil", but not "De laatste film"."""
    found = letter.nouns(line)
    return bool(found) and _ARTICLE.fullmatch(line.sheet.text, line.value, found[0][1]) is not None


def _first(letter: Letter, line: Line, grade: float) -> Iterator[Finding]:
    """The first noun of a line that tells what is done there; one that tells little is less sure."""
    if line.label in _ELSEWHERE:
        return
    found = letter.nouns(line)
    text = line.sheet.text
    told = next((noun for noun in found if not vague(text[noun[1] : noun[2]])), None)
    if told is not None:
        kind, start, end = told
        doubted = unclear(text[start:end])
        grade = min(grade, LIKELY) if doubted else grade
        finding = letter.find("activity_type", kind, grade, line, start, end, "activity_type")
        yield replace(finding, doubted=doubted)
    elif found:
        kind, start, end = found[0]
        finding = letter.find("activity_type", kind, min(grade, LIKELY), line, start, end, "activity_type")
        yield replace(finding, doubted=unclear(text[start:end]))


def _done(letter: Letter) -> Iterator[Finding]:
    """What people do there, where no noun tells it: "wij wandelen met ouders", "loop gerust binnen"."""
    for line in (*letter.told(), *letter.at(Place.SUBJECT)):
        if line.label in _ELSEWHERE or (letter.near and line not in letter.near):
            continue
        for pattern, grade in ((DOES, DERIVED), (GATHERS, GUESS)):
            match = letter.search(pattern, line)
            if match is not None:
                kind = str(match.lastgroup)
                start, end = match.span()
                yield letter.find("activity_type", kind, grade, line, start, end, "activity_type")

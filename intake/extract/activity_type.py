"""What kind of activity it is: by the noun that its organiser calls it by, or by what people do there."""

import re
from collections.abc import Iterator
from typing import Final

from intake.edition import Edition
from intake.extract.finding import Finding
from intake.extract.grades import DERIVED, LABELLED, LIKELY, SAID, lower
from intake.extract.letter import Letter, Line, Place
from intake.extract.nouns import vague
from intake.extract.registering import REGISTER

_ELSEWHERE: Final = ("contact", "registration", "place", "phone", "organisation", "programme", "price")
# an announcement names its activity at the top; a noun further down may be something on its programme
_TOP: Final = 4
_DOES: Final = re.compile(
    r"\b(?:(?P<actie>(?:wandel|fiets|demonstreer|exposeer|zwem|zing|dans)(?:t|en)|exposeren|demonstreren|"
    r"(?:lopen|loopt)\s+(?:een\s+rondje|mee\s+met|samen)|hangen|ophangen|beschilder\w+|verf(?:t|en)|schilderen|"
    r"toneel\s?spelen|treden\s+op|treedt\s+op|voeren\s+\w+\s+op|staken|vlagg?en|tentoongesteld|"
    r"buiten\s?spelen|te\s+(?:bezichtigen|bewonderen)|foto'?s\s+(?:van|door))|"
    r"(?P<inloop>bin(?:nen)?\s?(?:te\s+)?lopen|loop\s+(?:gerust\s+|even\s+)?binnen|"
    r"deuren?\s+(?:gaan|gaat|staan|staat)\s+open|open(?:en|t|stellen)?\s+(?:\w+\s+){0,3}deuren|"
    r"loop\s+(?:gerust\s+|even\s+)?(?:langs|naar\s+binnen)|stap\s+(?:gerust\s+|even\s+)?binnen|"
    r"in\s?(?:te\s+)?lopen|"
    r"kom\s+(?:\w+\s+){0,2}(?:kijken|langs))|"
    r"(?P<training>oefenen|(?:leren|leert)\s+(?:hoe|om)|bijscholen|traint|trainen\s+(?:wij|we|in|met))|"
    r"(?P<bijeenkomst>een\s+(?:\w+\s)?gesprek|praten\s+(?:wij|we|met|over|verder)|(?:komen|komt)\s+(?:\w+\s+){0,3}(?:bijeen|samen|"
    r"bij\s+elkaar)|in\s+gesprek\s+(?:met|over|gaan)|schuiv\w+\s+(?:\w+\s+){0,2}aan|aan\s+tafel|"
    r"aan(?:te\s+|\s)?schuiven|wisselen\s+(?:\w+\s+){0,3}uit|ontmoet(?:en)?)|"
    r"(?P<symposium>(?:spreken|spreekt|vertellen|vertelt)\s+(?:\w+\s+){0,3}(?:sprekers|hoogleraar|professor)))\b",
    re.IGNORECASE,
)


def find_activity_type(letter: Letter, edition: Edition) -> Iterator[Finding]:
    """The type, from the label, the subject, the title's line or the first sentence that names it."""
    del edition
    named = list(_named(letter))
    yield from named or _done(letter)


def _named(letter: Letter) -> Iterator[Finding]:
    for line in letter.labelled("kind", "title"):
        yield from _first(letter, line, LABELLED if line.own_label else LIKELY)
    near = [line for line in letter.told() if not letter.near or line in letter.near]
    for number, line in enumerate(near):
        yield from _first(letter, line, SAID if number < _TOP or letter.near else LIKELY)
    if letter.near:
        for line in letter.told():
            if line not in letter.near and not letter.search(REGISTER, line):
                yield from _first(letter, line, DERIVED)
    for line in letter.at(Place.SUBJECT):
        yield from _first(letter, line, lower(LIKELY) if letter.near else SAID)


def _first(letter: Letter, line: Line, grade: float) -> Iterator[Finding]:
    """The first noun of a line that tells what is done there; one that tells little is less sure."""
    if line.label in _ELSEWHERE:
        return
    found = letter.nouns(line)
    text = line.sheet.text
    told = next((noun for noun in found if not vague(text[noun[1] : noun[2]])), None)
    if told is not None:
        kind, start, end = told
        yield letter.find("activity_type", kind, grade, line, start, end, "activity_type")
    elif found:
        kind, start, end = found[0]
        yield letter.find("activity_type", kind, min(grade, LIKELY), line, start, end, "activity_type")


def _done(letter: Letter) -> Iterator[Finding]:
    """What people do there, where no noun tells it: "wij wandelen met ouders", "loop gerust binnen"."""
    for line in letter.told():
        if line.label in _ELSEWHERE or (letter.near and line not in letter.near):
            continue
        match = letter.search(_DOES, line)
        if match is not None:
            kind = str(match.lastgroup)
            start, end = match.span()
            yield letter.find("activity_type", kind, DERIVED, line, start, end, "activity_type")

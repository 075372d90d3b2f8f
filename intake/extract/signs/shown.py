"""The signs of its kind that a mail shows, each by its name. What a sign weighs is learned (`make learn`)."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate
from typing import Final

from intake.extract.change_words import ADDED, BESIDE, CANCELLED, CHANGED, FULL, INSTEAD, SUPPOSED, WRONG
from intake.extract.facts import Asides
from intake.extract.finding import Kind
from intake.extract.letter import Letter
from intake.extract.line import Line, Place
from intake.extract.signs.announcing import ANNOUNCES, FACTS, LATER, LISTING
from intake.extract.signs.asking import ASKS, NOT_YET, OFFERED, TENTATIVE
from intake.extract.signs.changing import EDIT, ENTITLED, KEEPS, KNOWN, LISTED, MOVES, REGRET
from intake.extract.signs.offering import FREE, GIVES, MADE, OFFERS, TOOLBOX

_HEAD: Final = 900  # characters: a mail that changes something says so before it tells the rest


@dataclass(frozen=True, slots=True)
class Sign:
    """Words that speak for a kind; `head`: only where a mail begins, and in its subject."""

    name: str
    kind: Kind
    words: re.Pattern[str]
    head: bool = False


SIGNS: Final = (
    Sign("announces", Kind.ACTIVITY, ANNOUNCES),
    Sign("listing", Kind.ACTIVITY, LISTING),
    Sign("later", Kind.ACTIVITY, LATER),
    Sign("facts", Kind.ACTIVITY, FACTS),
    Sign("cancelled", Kind.UPDATE, CANCELLED, head=True),
    Sign("changed", Kind.UPDATE, CHANGED, head=True),
    Sign("instead", Kind.UPDATE, INSTEAD, head=True),
    Sign("full", Kind.UPDATE, FULL, head=True),
    Sign("wrong", Kind.UPDATE, WRONG, head=True),
    Sign("added", Kind.UPDATE, ADDED, head=True),
    Sign("beside", Kind.UPDATE, BESIDE, head=True),
    Sign("edit", Kind.UPDATE, EDIT, head=True),
    Sign("listed", Kind.UPDATE, LISTED, head=True),
    Sign("known", Kind.UPDATE, KNOWN, head=True),
    Sign("moves", Kind.UPDATE, MOVES, head=True),
    Sign("keeps", Kind.UPDATE, KEEPS, head=True),
    Sign("regret", Kind.UPDATE, REGRET, head=True),
    Sign("offers", Kind.MATERIAL, OFFERS),
    Sign("gives", Kind.MATERIAL, GIVES),
    Sign("made", Kind.MATERIAL, MADE),
    Sign("free", Kind.MATERIAL, FREE),
    Sign("offered", Kind.MATERIAL, OFFERED),
    Sign("toolbox", Kind.MATERIAL, TOOLBOX),
    Sign("asks", Kind.QUESTION, ASKS),
    Sign("not yet", Kind.QUESTION, NOT_YET),
    Sign("tentative", Kind.QUESTION, TENTATIVE),
)


def shown(letter: Letter, own: Sequence[Line], aside: Asides) -> Iterator[str]:
    """The names of the signs that a letter shows.

    What it only asks, weighs or supposes is no sign of the kind that it would be one of.
    """
    subject = letter.at(Place.SUBJECT)
    lines = [*subject, *own]
    supposed = frozenset(letter.those(lines, SUPPOSED))
    spared: dict[Kind, frozenset[Line]] = {
        Kind.QUESTION: frozenset(),
        Kind.ACTIVITY: aside.asking | aside.weighing,
        Kind.MATERIAL: aside.asking,
        Kind.UPDATE: aside.asking | supposed,
    }
    totals = accumulate((line.end - line.start for line in own), initial=0)
    head = [*subject, *(line for line, before in zip(own, totals, strict=False) if before < _HEAD)]
    whole = [*lines, *letter.at(Place.DOCUMENT)]
    for sign in SIGNS:
        among = head if sign.head else whole if sign.kind is Kind.ACTIVITY else lines
        if any(line not in spared[sign.kind] for line in letter.those(among, sign.words)):
            yield sign.name
    if letter.renewed:
        yield "renewed"  # who sets the old beside the new
    if any(letter.those(subject, ENTITLED)):
        yield "entitled"  # who calls his mail a change
    if aside.asking:
        yield "asking"
    if aside.weighing:
        yield "weighing"

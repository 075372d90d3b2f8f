"""What each sign weighs.

No sign decides alone. `kind.py` adds up what a mail shows of each kind; a sign counts once in a mail.
"""

import re
from dataclasses import dataclass
from typing import Final

from intake.extract.change_words import ADDED, BESIDE, CANCELLED, CHANGED, FULL, INSTEAD, WRONG
from intake.extract.finding import Kind
from intake.extract.signs.announcing import ANNOUNCES, FACTS, LATER, LISTING
from intake.extract.signs.asking import ASKS, NOT_YET, OFFERED, TENTATIVE
from intake.extract.signs.changing import EDIT, KEEPS, KNOWN, LISTED, MOVES, REGRET
from intake.extract.signs.offering import FREE, GIVES, MADE, OFFERS, TOOLBOX


@dataclass(frozen=True, slots=True)
class Sign:
    """Words that speak for a kind; `head`: only where a mail begins, and in its subject."""

    kind: Kind
    weight: float
    words: re.Pattern[str]
    head: bool = False


SIGNS: Final = (
    Sign(Kind.ACTIVITY, 1.0, ANNOUNCES),
    Sign(Kind.ACTIVITY, 2.0, LISTING),
    Sign(Kind.ACTIVITY, 2.0, LATER),
    Sign(Kind.ACTIVITY, 1.0, FACTS),
    Sign(Kind.UPDATE, 3.5, CANCELLED, head=True),
    Sign(Kind.UPDATE, 2.5, CHANGED, head=True),
    Sign(Kind.UPDATE, 2.5, INSTEAD, head=True),
    Sign(Kind.UPDATE, 3.5, FULL, head=True),
    Sign(Kind.UPDATE, 2.5, WRONG, head=True),
    Sign(Kind.UPDATE, 2.5, ADDED, head=True),
    Sign(Kind.UPDATE, 1.5, BESIDE, head=True),
    Sign(Kind.UPDATE, 2.5, EDIT, head=True),
    Sign(Kind.UPDATE, 1.5, LISTED, head=True),
    Sign(Kind.UPDATE, 1.0, KNOWN, head=True),
    Sign(Kind.UPDATE, 1.5, MOVES, head=True),
    Sign(Kind.UPDATE, 1.5, KEEPS, head=True),
    Sign(Kind.UPDATE, 0.5, REGRET, head=True),
    Sign(Kind.MATERIAL, 1.5, OFFERS),
    Sign(Kind.MATERIAL, 1.0, GIVES),
    Sign(Kind.MATERIAL, 0.5, MADE),
    Sign(Kind.MATERIAL, 1.5, FREE),
    Sign(Kind.MATERIAL, 0.5, OFFERED),
    Sign(Kind.MATERIAL, 1.5, TOOLBOX),
    Sign(Kind.QUESTION, 1.5, ASKS),
    Sign(Kind.QUESTION, 4.0, NOT_YET),
    Sign(Kind.QUESTION, 0.5, TENTATIVE),
)

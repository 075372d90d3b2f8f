"""Days told from the day of writing: "morgen", "vanavond", "aanstaande dinsdag", "volgende week woensdag"."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from typing import Final

from intake.edition import Edition
from intake.extract.dates.days import DayMention
from intake.extract.dates.tokens import Token
from intake.extract.dates.words import DayPart

_AWAY: Final[dict[str, tuple[int, DayPart | None]]] = {
    "vandaag": (0, None),
    "vanochtend": (0, DayPart.MORNING),
    "vanmorgen": (0, DayPart.MORNING),
    "vanmiddag": (0, DayPart.AFTERNOON),
    "vanavond": (0, DayPart.EVENING),
    "morgen": (1, None),
    "morgenochtend": (1, DayPart.MORNING),
    "morgenmiddag": (1, DayPart.AFTERNOON),
    "morgenavond": (1, DayPart.EVENING),
    "overmorgen": (2, None),
}
RELATIVE_WORDS: Final = frozenset(_AWAY)
# before "morgen" these make it the part of a day
_A_MORNING: Final = {"goede", "goeden", "de", "elke", "iedere", "een", "s", "in", "deze", "die"}
_COMING: Final = {"komende", "aanstaande", "eerstvolgende", "aankomende"}


def read_relative(
    row: Sequence[Token], at: int, edition: Edition, sent: date | None
) -> tuple[DayMention, int] | None:
    """Read "morgen" and the like, where it is a day of the edition; `sent` is the day of writing."""
    if sent is None or (row[at].word == "morgen" and at > 0 and row[at - 1].word in _A_MORNING):
        return None
    away, part = _AWAY[row[at].word]
    day = sent + timedelta(days=away)
    if not edition.starts <= day <= edition.ends:
        return None
    return DayMention(row[at].start, row[at].end, (day,), part=part, dated=False), at + 1


def placed(
    row: Sequence[Token], at: int, after: int, mention: DayMention, edition: Edition, sent: date | None
) -> DayMention:
    """Give a bare weekday the date that it has from the day of writing, where it is told that way."""
    if sent is None or mention.dated or len(mention.days) != 1:
        return mention
    weekday = mention.days[0].weekday()
    monday = sent - timedelta(days=sent.weekday())
    before = [token.word for token in row[max(0, at - 2) : at]]
    behind = [token.word for token in row[after : after + 4]]
    if (before[-1:] and before[-1] in _COMING) or behind[:1] == ["aanstaande"] or _as(behind):
        day = sent + timedelta(days=(weekday - sent.weekday() - 1) % 7 + 1)
    elif "volgende week" in (" ".join(before), " ".join(behind[:2])):
        day = monday + timedelta(days=7 + weekday)
    elif "deze week" in (" ".join(before), " ".join(behind[:2])) and edition.starts <= sent <= edition.ends:
        day = monday + timedelta(days=weekday)
    else:
        return mention
    return replace(mention, days=(day,), strong=edition.starts <= day <= edition.ends)


def _as(words: list[str]) -> bool:
    """Whether "a.s." stands there."""
    return words[:1] == ["as"] or words[:3] == ["a", ".", "s"]

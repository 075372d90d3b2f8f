"""How long something lasts: "duurt anderhalf uur", "(2,5 uur)", "we zijn een uurtje bezig"."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from intake.extract.dates.tokens import Token, kind_at, number_at, word_at


@dataclass(frozen=True, slots=True)
class LengthMention:
    """How long something lasts, in minutes, as it stands in `text[start:end]`."""

    start: int
    end: int
    minutes: int


_LASTS: Final = {
    "duurt",
    "duren",
    "duur",
    "duurde",
    "gedurende",
    "tijdsduur",
    "tijdsinvestering",
    "speelduur",
}
_LASTING: Final = {"lang", "bezig", "durende", "durend"}
_TAKES: Final = ("in", "beslag")
_HOURS: Final = {"uur", "uren", "u", "uurtje", "uurtjes"}
_MINUTES: Final = {"minuten", "min", "minuutjes", "minuut"}
_QUARTERS: Final = {"kwartier", "kwartiertje"}
# what makes a length the way there, or a shift: "een half uur later"
_ELSE: Final = {
    "later",
    "eerder",
    "rijden",
    "reizen",
    "lopen",
    "tot",
    "-",
    "–",
    "of",
    "'",
    "’",
    "pauze",
    "voor",
    "af",
    "in",
}
# between the word that tells a length and its number no more than "ongeveer een"
_NEAR: Final = 4
# "De stilte van negen uur": nothing lasts so long, unless it is said to last
_LONGEST: Final = 8 * 60
# behind a number one of these tells that it may be a length
_BEHIND: Final = _HOURS | _MINUTES | _QUARTERS | {",", ".", "½", "en"}
LENGTH_WORDS: Final = _LASTS | {"van", "(", "anderhalf", "half", "halfuur", "een", "één"}


def read_length(row: Sequence[Token], at: int) -> tuple[LengthMention, int] | None:
    """Read a length that begins at `row[at]`; gives the mention and the index after it."""
    word = row[at].word
    if word in _LASTS:
        return _told(row, at)
    if word in ("van", "("):
        found = _amount(row, at + 1)
        if found is None or found[0] > _LONGEST:
            return None
        after = word_at(row, found[1] + 1 if word_at(row, found[1]) == "." else found[1])
        if kind_at(row, found[1]) == "int":
            return None  # "van 9 uur 30"
        closed = after == ")" if word == "(" else after not in _ELSE
        return _made(row, at, found) if closed else None
    found = _amount(row, at) if word in LENGTH_WORDS or word_at(row, at + 1) in _BEHIND else None
    if found is None:
        return None
    lasts = (
        word_at(row, found[1]) in _LASTING or (word_at(row, found[1]), word_at(row, found[1] + 1)) == _TAKES
    )
    return _made(row, at, found) if lasts else None


def _told(row: Sequence[Token], at: int) -> tuple[LengthMention, int] | None:
    for step in range(at + 1, min(at + 1 + _NEAR, len(row))):
        if row[step].kind in ("gap", "clock") or row[step].word in ("tot", "van", "vanaf"):
            return None
        found = _amount(row, step)
        if found is not None:
            return _made(row, at, found)
    return None


def _made(row: Sequence[Token], at: int, found: tuple[int, int]) -> tuple[LengthMention, int]:
    minutes, after = found
    return LengthMention(row[at].start, row[after - 1].end, minutes), after


def _amount(row: Sequence[Token], at: int) -> tuple[int, int] | None:
    """Minutes told as a number and its unit from `row[at]`, and the index after the unit."""
    word = word_at(row, at)
    if word == "anderhalf":
        return (90, at + 2) if word_at(row, at + 1) in _HOURS else None
    if word == "halfuur" or (word == "half" and word_at(row, at + 1) in _HOURS):
        return 30, at + (1 if word == "halfuur" else 2)
    if word == "een" and word_at(row, at + 1) in ("half", "halfuur"):
        return _amount(row, at + 1)
    number = number_at(row, at)
    if number < 0:
        return None
    unit = at + 1
    half = 0.0
    if word_at(row, unit) in (",", ".") and number_at(row, unit + 1) == 5 and row[unit].start == row[at].end:
        half, unit = 0.5, unit + 2
    elif word_at(row, unit) == "½":
        half, unit = 0.5, unit + 1
    elif word_at(row, unit) == "en":
        step = unit + 2 if word_at(row, unit + 1) == "een" else unit + 1
        if word_at(row, step) in ("half", "halve"):
            half, unit = 0.5, step + 1
    name = word_at(row, unit)
    if name in _HOURS and number <= 12:
        return round((number + half) * 60), unit + 1
    if name in _MINUTES:
        return number, unit + 1
    if name in _QUARTERS:
        return number * 15, unit + 1
    return None

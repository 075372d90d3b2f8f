"""How long something lasts: "duurt anderhalf uur", "(2,5 uur)", "we zijn een uurtje bezig"."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from intake.extract.dates.tokens import Token, kind_at, number_at, word_at


@dataclass(frozen=True, slots=True)
class LengthMention:
    """How long something lasts, as it stands in `text[start:end]`.

    `minutes` is 0 where two lengths are told ("een tot twee uur"), and `about` says that it is no exact one.
    """

    start: int
    end: int
    minutes: int
    about: bool = False


_LASTS: Final = {
    "duurt",
    "duren",
    "duur",
    "duurde",
    "gedurende",
    "tijdsduur",
    "tijdsinvestering",
    "speelduur",
    "lesduur",
    "hoelang",
    "reken",
    "rekent",
}
_LASTING: Final = {"lang", "bezig", "nodig", "durende", "durend", "uitgetrokken"}
# what may stand behind a length instead: "neemt twee uur in beslag", "trek er een uurtje voor uit"
_TAKES: Final = {
    ("in", "beslag"),
    ("voor", "uit"),
    ("voor", "uitgetrokken"),
    ("de", "tijd"),
    ("voor", "nodig"),
}
# "anderhalf uur per avond", "per keer twee uur": what is held on each of several days
_TIMES_HELD: Final = {
    "keer",
    "dag",
    "ochtend",
    "middag",
    "avond",
    "bijeenkomst",
    "dagdeel",
    "aflevering",
    "les",
    "sessie",
}
# "na vijf kwartier staat u weer buiten", "een uur later zijn we terug"
_OVER: Final = {
    "klaar",
    "voorbij",
    "afgelopen",
    "gedaan",
    "terug",
    "buiten",
    "thuis",
    "uit",
    "huis",
    "einde",
}
_OVER_WITHIN: Final = 7  # words
# before a length these say that it is longer or shorter
_INEXACT: Final = {
    "ruim",
    "bijna",
    "minstens",
    "minimaal",
    "maximaal",
    "max",
    "hooguit",
    "hoogstens",
    "krap",
    "ruime",
}
_BETWEEN: Final = {"tot", "à", "a", "-", "–", "of"}
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
LENGTH_WORDS: Final = _LASTS | {"lang", "van", "(", "na", "anderhalf", "half", "halfuur", "een", "één"}


def read_length(row: Sequence[Token], at: int) -> tuple[LengthMention, int] | None:
    """Read a length that begins at `row[at]`; gives the mention and the index after it."""
    word = row[at].word
    if word in _LASTS or (word == "lang" and word_at(row, at - 1) == "hoe"):
        return _told(row, at)
    if word == "na":
        found = _amount(row, at + 1)
        return _made(row, at, found, about=True) if found is not None and _over(row, found[1]) else None
    if word in ("van", "("):
        found = _amount(row, at + 1)
        if found is None or found[0] > _LONGEST:
            return None
        after = word_at(row, found[1] + 1 if word_at(row, found[1]) == "." else found[1])
        if kind_at(row, found[1]) == "int":
            return None  # "van 9 uur 30"
        closed = (
            after == ")" or (after == "," and not _hour(row, at + 1)) if word == "(" else after not in _ELSE
        )
        return _made(row, at, found) if closed else None
    found = _amount(row, at) if word in LENGTH_WORDS or word_at(row, at + 1) in _BEHIND else None
    if found is None:
        return None
    behind = word_at(row, found[1]), word_at(row, found[1] + 1)
    told = behind[0] in _LASTING or behind in _TAKES or _held(row, at, behind)
    later = behind[0] == "later" and _over(row, found[1] + 1)
    return _made(row, at, found, about=later) if told or later else None


def _held(row: Sequence[Token], at: int, behind: tuple[str, str]) -> bool:
    """Whether the words around say that something is held so long: "per keer een uur"."""
    if behind[0] == "per":
        return behind[1] in _TIMES_HELD
    if at > 1 and row[at - 2].word == "het" and row[at - 1].word in ("op", "bij"):
        return True  # "we houden het op vijf kwartier"
    step = at - 2 if word_at(row, at - 1) in (",", ":", "van") else at - 1
    return step > 0 and row[step].word in _TIMES_HELD and row[step - 1].word in ("per", "elke", "iedere")


def _over(row: Sequence[Token], at: int) -> bool:
    """Whether a sentence goes on to say that it is over then: "is het weer voorbij"."""
    for step in range(at, min(at + _OVER_WITHIN, len(row))):
        if row[step].kind == "gap" or row[step].word in (".", ",", ";", "!", "?"):
            return False
        if row[step].word in _OVER:
            return row[step].word not in ("buiten", "uit") or row[step - 1].word not in ("naar", "van")
    return False


def _told(row: Sequence[Token], at: int) -> tuple[LengthMention, int] | None:
    """A length behind the word that leads up to it: "duurt ongeveer een uur", "duur: 1.30 uur"."""
    about = False
    for step in range(at + 1, min(at + 1 + _NEAR, len(row))):
        if row[step].kind == "gap" or row[step].word in ("tot", "van", "vanaf", "om"):
            return None
        if row[step].kind == "clock":
            return _clocked(row, at, step)
        either = _either(row, step)
        if either:
            return LengthMention(row[at].start, row[either - 1].end, 0, about=True), either
        found = _amount(row, step)
        if found is not None:
            minutes = 0 if row[step - 1].word in ("à", "a") else found[0]  # "1,5 à 2 uur"
            return _made(row, at, (minutes, found[1]), about=about)
        about = about or row[step].word in _INEXACT
    return None


def _clocked(row: Sequence[Token], at: int, step: int) -> tuple[LengthMention, int] | None:
    """A length written as a clock: "duur: 1.30 uur"; not "duur: 8.00 - 9.00 uur"."""
    minutes, after = row[step].value, step + 2 if word_at(row, step + 1) in _HOURS else step + 1
    if not isinstance(minutes, int) or minutes > _LONGEST or word_at(row, after) in _BETWEEN:
        return None
    return _made(row, at, (minutes, after))


def _either(row: Sequence[Token], at: int) -> int:
    """The index behind two lengths between which it is, "1 à 1,5 uur"; 0 where there are not two."""
    if number_at(row, at) < 0:
        return 0
    between = next((step for step in (at + 1, at + 2) if word_at(row, step) in _BETWEEN), 0)
    if between == at + 2 and word_at(row, at + 1) not in _HOURS | _MINUTES:
        return 0
    found = _amount(row, between + 1) if between else None
    return found[1] if found is not None and number_at(row, between + 1) >= 0 else 0


def _made(
    row: Sequence[Token], at: int, found: tuple[int, int], *, about: bool = False
) -> tuple[LengthMention, int]:
    minutes, after = found
    return LengthMention(row[at].start, row[after - 1].end, minutes, about), after


def _hour(row: Sequence[Token], at: int) -> bool:
    """Whether a length could be an hour of the day as well: "1 uur"."""
    return number_at(row, at) >= 0 and word_at(row, at + 1) in _HOURS


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
    half, unit = _half(row, at + 1)
    name = word_at(row, unit)
    if name in _HOURS and number <= 12:
        if number == 1 and word_at(row, unit + 1) == "of" and 2 <= number_at(row, unit + 2) <= 12:
            return number_at(row, unit + 2) * 60, unit + 3  # "een uur of twee"
        more, after = _minutes(row, unit + 1)
        return round((number + half) * 60) + more, after
    if name in _MINUTES:
        return number, unit + 1
    if name in _QUARTERS:
        return number * 15, unit + 1
    return None


def _half(row: Sequence[Token], at: int) -> tuple[float, int]:
    """The half that stands behind a number, ",5" or "en een half", and the index after it."""
    word = word_at(row, at)
    if word in (",", ".") and number_at(row, at + 1) == 5 and row[at].start == row[at - 1].end:
        return 0.5, at + 2
    if word == "½":
        return 0.5, at + 1
    step = at + 2 if word_at(row, at + 1) == "een" else at + 1
    if word == "en" and word_at(row, step) in ("half", "halve"):
        return 0.5, step + 1
    return 0.0, at


def _minutes(row: Sequence[Token], at: int) -> tuple[int, int]:
    """The minutes that stand behind hours, "en een kwartier", "30 min", and the index after them."""
    step = at + 1 if word_at(row, at) == "en" else at
    number, name = number_at(row, step), word_at(row, step + 1)
    if 0 < number < 60 and name in _MINUTES:
        return number, step + 2
    if 0 < number < 4 and name in _QUARTERS and step > at:
        return number * 15, step + 2
    return 0, at

"""Cut a text into the tokens that the grammar of dates and times reads."""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import Final, NamedTuple

from intake.extract.dates.words import (
    MONTHS,
    NUMBERS,
    ORDINALS,
    PARTS,
    SHORT_WEEKDAYS,
    DayPart,
    month_spellings,
    weekday_and_part,
)


class Token(NamedTuple):
    """One token: its kind, what it means, and `text[start:end]` where it stands.

    Kinds and their values: "date" (year, month, day), "clock" minutes since midnight, "int" and "ord" a
    number, "num" a number in words, "day" and "shortday" (weekday, part), "month" 1 to 12, "part" a part of
    the day, "thru" for t/m, "long" for more figures than a day has, "word", "mark" for a sign, and "gap" for
    an empty line.
    """

    kind: str
    value: object
    start: int
    end: int
    word: str


_PIECE: Final = re.compile(
    r"(?P<iso>(?<![\d.-])(?:19|20)\d\d-\d\d-\d\d(?![\d-])(?:[ T]00:00:00(?!\d))?)"
    r"|(?P<full>(?<![\d.,/-])\d{1,2}(?P<sep>[-/.])\d{1,2}(?P=sep)['’]?(?:(?:19|20)\d\d|\d\d)(?![\d/]))"
    r"|(?P<clock>(?<![\w.,:])\d{1,2}(?:[.:;]\d\d|[uUhH]\d\d|:\d\d:\d\d|,[0-5]\d(?=\s?(?:uur|u)\b))(?!\d|[.:,]\d))"
    r"|(?P<long>\d{10,})"
    r"|(?P<int>\d{1,9}(?P<ord>(?:e|de|ste)\b)?)"
    r"|(?P<thru>(?i:t\s?/\s?m\b|tm\b|t\.?e\.?m\b\.?|tot\s+(?:en|&)\s+met\b))"
    r"|(?P<word>[^\W\d_]{1,40}(?:-(?:avond|middag|ochtend)\b)?)"
    r"|(?P<gap>\n[ \t\r]*\n)"
    r"|(?P<mark>\+/?-|[^\w\s]|\t)"
)
_DATE_PARTS: Final = re.compile(r"\d+")


def tokens(text: str, start: int = 0, end: int | None = None) -> list[Token]:
    """The tokens of `text[start:end]`, in order; white space that says nothing is left out."""
    made: list[Token] = []
    for match in _PIECE.finditer(text, start, len(text) if end is None else end):
        kind = match.lastgroup or ""
        raw = match.group()
        if kind == "word":
            word = raw.lower()
            if word.startswith("half") and word[4:] in NUMBERS:
                made.extend(_half(word, match.start(), match.end()))
            else:
                made.append(Token(*_meant(word), *match.span(), word))
        elif kind in ("iso", "full"):
            made.append(_date(kind, raw, match.start(), match.end()))
        elif kind == "clock":
            made.append(_clock(raw, match.start(), match.end()))
        elif kind == "int":
            ordinal = match.group("ord")
            number = int(raw[: len(raw) - len(ordinal)] if ordinal else raw)
            made.append(Token("ord" if ordinal else "int", number, match.start(), match.end(), raw))
        else:
            made.append(Token(kind, raw, match.start(), match.end(), raw))
    return made


def _half(word: str, start: int, end: int) -> Iterator[Token]:
    """The two words of "halftwee"."""
    yield Token("word", "half", start, start + 4, "half")
    yield Token(*_meant(word[4:]), start + 4, end, word[4:])


@lru_cache(maxsize=50_000)  # as many words as `scan.mentions` knows
def _meant(word: str) -> tuple[str, object]:
    """The kind of a word and what it means."""
    if word in ORDINALS:
        return "ord", ORDINALS[word]
    if word in NUMBERS:
        return "num", NUMBERS[word]
    if word in PARTS:
        return "part", PARTS[word]
    if word in SHORT_WEEKDAYS:
        return "shortday", (SHORT_WEEKDAYS[word], None)
    day = _weekday(word) if len(word) > 5 else None
    if day is not None:
        return "day", day
    month = month_spellings().get(word) if len(word) > 2 else None
    return ("word", word) if month is None else ("month", month)


def _weekday(word: str) -> tuple[int, DayPart | None] | None:
    """A day's name holds "da" or "ag" somewhere, or ends in a part of the day: the cheap test comes first."""
    if "da" not in word and "ag" not in word and "ay" not in word and "-" not in word:
        return None
    if "-" in word:
        head, _, tail = word.partition("-")
        return (SHORT_WEEKDAYS[head], PARTS[tail]) if head in SHORT_WEEKDAYS else weekday_and_part(word)
    return weekday_and_part(word)


def _date(kind: str, raw: str, start: int, end: int) -> Token:
    one, month, other = (int(number) for number in _DATE_PARTS.findall(raw)[:3])
    year, day = (one, other) if kind == "iso" else (other, one)
    if year < 100:
        year += 2000
    if not (1 <= month <= len(MONTHS) and 1 <= day <= 31):
        return Token("word", raw, start, end, raw)
    return Token("date", (year, month, day), start, end, raw)


def _clock(raw: str, start: int, end: int) -> Token:
    hour, minute = (int(number) for number in _DATE_PARTS.findall(raw)[:2])
    if hour > 24 or minute > 59:
        return Token("word", raw, start, end, raw)
    return Token("clock", hour * 60 + minute, start, end, raw)


def word_at(row: Sequence[Token], at: int) -> str:
    """The word of the token at `at`; "" outside the row."""
    return row[at].word if 0 <= at < len(row) else ""


def kind_at(row: Sequence[Token], at: int) -> str:
    """The kind of the token at `at`; "" outside the row."""
    return row[at].kind if 0 <= at < len(row) else ""


def number_at(row: Sequence[Token], at: int) -> int:
    """The number at `at`, in digits or in words; -1 where there is none."""
    if 0 <= at < len(row) and row[at].kind in ("int", "num") and isinstance(row[at].value, int):
        return int(str(row[at].value))
    return -1

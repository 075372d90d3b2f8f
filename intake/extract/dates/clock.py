"""The grammar of Dutch clock times: "half twee tot vier", "13u30", "van 9 tot 12", "kwart voor drie"."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final, cast

from intake.extract.dates.hours import BEFORE_PART, BEHIND, LEAD, Clock, part_at, past_about, read_clock
from intake.extract.dates.tokens import Token, kind_at, word_at
from intake.extract.dates.words import AGED, COUNTED, DayPart


@dataclass(frozen=True, slots=True)
class TimeMention:
    """A time, or a span of time, as it stands in `text[start:end]`.

    `begins` and `ends` are minutes since midnight as written; `loose` and `ends_loose` tell that the half of
    the day was left open ("half acht", "van 2 tot 4"), `part` and `ends_part` what was told beside them ("'s
    avonds"). `firm` is False for bare numbers that only look like times.
    """

    start: int
    end: int
    begins: int
    ends: int | None
    loose: bool
    firm: bool
    ends_loose: bool = False
    part: DayPart | None = None
    ends_part: DayPart | None = None


_DASHES: Final = {"-", "–", "—", "−", "~"}
# a bare number behind one of these is an hour where nothing is counted: "om 2, in de aula"
_POINTS: Final = {"om", "vanaf", "rond", "tegen", "aanvang", "tot", "begintijd", "starttijd"}
_GOES_ON: Final = {
    "tot",
    "en",
    "in",
    "op",
    "bij",
    "is",
    "beginnen",
    "begint",
    "starten",
    "start",
    "met",
    "komen",
}
# every word with which a time can begin
TIME_WORDS: Final = LEAD | {"half", "kwart", "middernacht"}


def read_time(row: Sequence[Token], at: int) -> tuple[TimeMention, int] | None:
    """Read a time or a span of times that begins at `row[at]`; gives the mention and the index after it."""
    first = row[at]
    lead = first.word if first.kind == "word" and first.word in LEAD else ""
    begin = at
    if lead:
        begin = past_about(row, at + 2 if word_at(row, at + 1) == ":" else at + 1)
    if first.kind == "int" and not _goes_on(row, at):
        return None
    one = read_clock(row, begin, said=bool(lead))
    if one is None or (at > 0 and not one.firm and row[at - 1].word in AGED):
        return None
    if row[begin].kind in ("int", "num") and kind_at(row, one.after) == "month":
        return None  # "in de ochtend van 10 mei"
    if one.part is None:
        part = _part_before(row, at)
        one = one._replace(part=part, firm=one.firm or part is not None)
    span = _span(row, begin, one, lead)
    if span is not None:
        return span
    if not one.firm and row[begin].kind != "clock":
        if lead not in _POINTS or not _ends_clause(row, one.after):
            return None
        one = one._replace(firm=True)
    if lead == "van" and one.part is None and (row[begin].word == "een" or _many(row[begin])):
        return None  # "een training van een uur", "een cursus van twintig uur"
    last = row[one.after - 1].end
    mention = TimeMention(row[begin].start, last, one.minutes, None, one.loose, one.firm, part=one.part)
    return mention, one.after


def _many(token: Token) -> bool:
    """Whether a number in words is more than a clock has: rather hours that are counted."""
    return token.kind == "num" and isinstance(token.value, int) and token.value > 12


def _goes_on(row: Sequence[Token], at: int) -> bool:
    """Whether the words around a bare number can make it an hour: a cheap look, for most numbers are none."""
    word = word_at(row, at + 1)
    if word in (",", "("):
        return (
            word_at(row, at + 2) in BEFORE_PART
            or kind_at(row, at + 2) == "part"
            or _part_before(row, at) is not None
        )
    return word in BEHIND or kind_at(row, at + 1) == "thru" or _part_before(row, at) is not None


def _span(row: Sequence[Token], begin: int, one: Clock, lead: str) -> tuple[TimeMention, int] | None:
    """The second half of a span, where the first clock is `one`."""
    after = one.after
    if after + 1 >= len(row):
        return None
    link = row[after]
    dash = link.word in _DASHES
    joins = dash or link.kind == "thru" or link.word == "tot" or (link.word == "en" and lead == "tussen")
    if not joins:
        return None
    next_at = after + 1
    ends_part = None if dash else part_at(row, next_at)
    if ends_part is not None:
        next_at = ends_part[1]
    next_at = past_about(row, next_at)
    two = read_clock(row, next_at, said=True)
    if two is None or (two.after < len(row) and row[two.after].kind == "month"):
        return None
    if not (one.firm or two.firm or _span_of_bare(row, (begin, next_at), two, lead, link)):
        return None
    firm = one.firm or two.firm or row[begin].kind == "clock"
    mention = TimeMention(
        row[begin].start,
        row[two.after - 1].end,
        one.minutes,
        two.minutes,
        one.loose or (two.loose and not one.firm),
        firm,
        two.loose,
        one.part,
        ends_part[0] if ends_part else two.part,
    )
    return mention, two.after


def _span_of_bare(row: Sequence[Token], at: tuple[int, int], two: Clock, lead: str, link: Token) -> bool:
    """Whether two bare numbers are hours: "van 9 tot 12", "13.30-15.30", "twee tot vier"."""
    begin, next_at = at
    if row[begin].kind == "clock" and row[next_at].kind == "clock":
        return True
    dash = link.word in _DASHES
    spoken = row[begin].kind == "num" and row[next_at].kind == "num" and not dash
    return (spoken or (lead not in ("", "uiterlijk") and link.kind != "thru")) and word_at(
        row, two.after
    ) not in COUNTED


def _ends_clause(row: Sequence[Token], at: int) -> bool:
    """Whether nothing is counted by the number before `at`: a sign, an end, or the sentence going on."""
    return at >= len(row) or row[at].kind in ("mark", "gap", "part") or row[at].word in _GOES_ON


def _part_before(row: Sequence[Token], at: int) -> DayPart | None:
    """A part of the day right before a time: "'s avonds om half 8", "in de avond, van 7 tot 9"."""
    step = at - 1
    if step > 0 and row[step].word in (",", ":", "("):
        step -= 1
    if step < 1 or row[step].kind != "part" or row[step].word == "pm":
        return None
    return cast(DayPart, row[step].value) if row[step - 1].word in ("s", "de") else None

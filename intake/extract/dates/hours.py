"""One clock time in Dutch: "13u30", "half twee", "kwart voor drie", "acht uur 's avonds"."""

from collections.abc import Sequence
from typing import Final, NamedTuple, cast

from intake.extract.dates.tokens import Token, kind_at, number_at, word_at
from intake.extract.dates.words import ABOUT_HOURS, DayPart


class Clock(NamedTuple):
    """A clock time in minutes since midnight, and the index after it; the rest as in `TimeMention`."""

    minutes: int
    after: int
    firm: bool
    loose: bool
    part: DayPart | None = None


_HOUR: Final = {"uur", "u", "uhr", "h", "hr", "hrs", "uurtje"}
LEAD: Final = {
    "van", "tussen", "vanaf", "om", "rond", "tegen", "aanvang", "start", "begin", "starttijd", "begintijd",
    "eindtijd", "eind", "einde", "inloop", "tijd", "tot", "from", "stipt", "klokke", "uiterlijk", "omstreeks",
}  # fmt: skip
# behind "veertien" one of these tells that it is an hour
_COUNTS_HOURS: Final = {"uur", "tot"}
# what stands between the word that leads up to a time and the time
_ABOUT: Final = {
    "ongeveer", "circa", "ca", "c.a", "plusminus", "plm", "pakweg", "omstreeks", "rond", "tegen", "uiterlijk",
    "max", "maximaal", "zo", "zo'n", "een", "om", "precies", "exact", "±", "+/-", "+-", "~", "ong",
}  # fmt: skip
_MIDNIGHT: Final = 1440
_ALSO: Final = {",", "en", "of", "&", "/", "als"}
# behind "14.50" these tell that it is no time
_AMOUNTS: Final = {"euro", "eur", "€", "%", "procent", "km", "meter"}
_QUOTES: Final = {"'", "’", "‘", "`", "´"}
_DASHES: Final = {"-", "–", "—", "−", "~"}
# with these a part of the day begins behind a time, and with these a bare number goes on that is an hour
BEFORE_PART: Final = _QUOTES | {"s", "in"}
BEHIND: Final = _HOUR | _DASHES | BEFORE_PART | {"pm", "am", "voor", "vóór", "over", "tot"}


def read_clock(row: Sequence[Token], at: int, *, said: bool) -> Clock | None:
    """One clock at `row[at]` with the part of the day behind it; `said`: a word before announces a time."""
    if at >= len(row):
        return None
    one = _bare_clock(row, at, said=said)
    if one is None:
        return None
    part = _part_after(row, one.after)
    if part is None:
        return one
    return one._replace(part=part[0], after=part[1], firm=True)


def _bare_clock(row: Sequence[Token], at: int, *, said: bool) -> Clock | None:
    token = row[at]
    if token.kind == "clock":
        if word_at(row, at + 1) in _AMOUNTS:
            return None
        return _written(row, at, said=said)
    if token.word in ("half", "kwart"):
        return _worded(row, at)
    if token.word == "middernacht":
        return Clock(_MIDNIGHT, at + 1, firm=True, loose=False)
    if said and token.word in ABOUT_HOURS:
        return Clock(ABOUT_HOURS[token.word] * 60, at + 1, firm=True, loose=True)
    if token.kind not in ("int", "num") or not isinstance(token.value, int):
        return None
    if token.word == "een" and word_at(row, at + 1) in _HOUR and word_at(row, at + 2) == "of":
        hour = number_at(row, at + 3)  # "een uur of vijf"
        return Clock(hour * 60, at + 4, firm=True, loose=True) if 1 <= hour <= 12 else None
    relative = _relative(row, at, token.value)
    if relative is not None:
        return relative
    if len(token.word) == 4 and token.kind == "int":
        return _four_digits(row, at, token.value, said=said)
    if token.value > 24 or (
        token.kind == "num" and token.value > 12 and word_at(row, at + 1) not in _COUNTS_HOURS
    ):
        return None
    if word_at(row, at + 1) in ("pm", "am") and token.value <= 12:
        later = 720 if row[at + 1].word == "pm" else 0
        return Clock(token.value % 12 * 60 + later, at + 2, firm=True, loose=False)
    return _hour(row, at, token.value, said=said)


def _hour(row: Sequence[Token], at: int, hour: int, *, said: bool) -> Clock:
    """A whole hour: "15 uur", "om vier uur", or a number alone; "13 uur 30" too."""
    after = _hour_word(row, at + 1)
    firm = after > at + 1
    if firm and row[at].kind == "num":
        firm = said  # "één uur" is a duration as often as a time
    minutes = hour * 60
    if firm and number_at(row, after) in (15, 30, 45) and row[at].kind == "int" and row[after].kind == "int":
        minutes += number_at(row, after)
        after = _hour_word(row, after + 1)
    return Clock(minutes, after, firm, loose=hour <= 12 and not row[at].word.startswith("0"))


def _written(row: Sequence[Token], at: int, *, said: bool) -> Clock:
    """A clock in digits: "13.00 uur", "9:30 AM"; one with a full stop can be another number."""
    token = row[at]
    assert isinstance(token.value, int)
    after = _hour_word(row, at + 1)
    if word_at(row, at + 1) in ("pm", "am") and 60 <= token.value < 780:
        later = 720 if row[at + 1].word == "pm" else 0
        return Clock(token.value % 720 + later, at + 2, firm=True, loose=False)
    sure = "." not in token.word or token.word.startswith("0") or _listed(row, at)
    return Clock(token.value, after, said or after > at + 1 or sure, loose=False)


def _listed(row: Sequence[Token], at: int) -> bool:
    """Whether a clock is one of several: "om 10.00, 13.00 en 15.00 uur"."""
    step = at + 2 if word_at(row, at + 2) not in ("om", "van") else at + 3
    if word_at(row, at + 1) in _ALSO and step < len(row) and row[step].kind == "clock":
        return True
    return at > 1 and row[at - 1].word in _ALSO and row[at - 2].kind == "clock"


def _four_digits(row: Sequence[Token], at: int, number: int, *, said: bool) -> Clock | None:
    """Hours and minutes without a sign between them: "1300-1600 uur"."""
    hour, minute = divmod(number, 100)
    if hour > 24 or minute > 59 or minute % 5:
        return None
    after = _hour_word(row, at + 1)
    told = after > at + 1 or (said and not 1900 <= number <= 2100)
    spans = (
        word_at(row, after) in _DASHES
        and kind_at(row, after + 1) == "int"
        and _hour_word(row, after + 2) > after + 2
    )
    return Clock(hour * 60 + minute, after, told, loose=False) if told or spans else None


def past_about(row: Sequence[Token], at: int) -> int:
    """The index behind "ongeveer", "ca.", "rond de klok van", "een uur of" before a time."""
    while at < len(row):
        word = row[at].word
        if word == "de" and word_at(row, at + 1) == "klok":
            at += 3 if word_at(row, at + 2) == "van" else 2
            continue
        if word not in _ABOUT or row[at].kind == "int":
            return at
        if word == "een" and (
            word_at(row, at + 1) in _HOUR or at + 1 == len(row) or row[at + 1].kind in ("mark", "gap")
        ):
            return at
        at += 1
        if word_at(row, at) == "." and row[at].start == row[at - 1].end:
            at += 1
    return at


def part_at(row: Sequence[Token], at: int) -> tuple[DayPart, int] | None:
    """A part of the day that begins at `row[at]`: "'s middags", "in de avond"; and the index after it."""
    step = at
    if word_at(row, step) == "in" and word_at(row, step + 1) == "de":
        step += 2
    else:
        step += 1 if word_at(row, step) in _QUOTES else 0
        step += 1 if word_at(row, step) == "s" else 0
    if step == at or kind_at(row, step) != "part":
        return None
    return cast(DayPart, row[step].value), step + 1


def _part_after(row: Sequence[Token], at: int) -> tuple[DayPart, int] | None:
    """A part of the day behind a time, and the index after it; none that leads up to the next time."""
    step = at + 1 if word_at(row, at) in (",", "(") else at
    part = part_at(row, step)
    if part is None and step > at and word_at(row, at) == "(" and kind_at(row, step) == "part":
        part = cast(DayPart, row[step].value), step + 1
    if part is None:
        return None
    after = part[1]
    if kind_at(row, after) in ("clock", "int", "num") or (word_at(row, after) in LEAD - {"tot"}):
        return None
    return part


def _worded(row: Sequence[Token], at: int) -> Clock | None:
    """Times told in words: "half twee", "kwart over acht", "kwart voor drie"."""
    if row[at].word == "half":
        hour = number_at(row, at + 1)
        if not 1 <= hour <= 12:
            return None
        return Clock(hour * 60 - 30, _hour_word(row, at + 2), firm=True, loose=True)
    return _relative(row, at, 15)


def _relative(row: Sequence[Token], at: int, minutes: int) -> Clock | None:
    """So many minutes before or after an hour or its half: "tien over acht", "vijf voor half negen"."""
    side = word_at(row, at + 1)
    if side not in ("voor", "vóór", "over") or minutes not in (5, 10, 15, 20):
        return None
    half = word_at(row, at + 2) == "half"
    hour = number_at(row, at + 3 if half else at + 2)
    if not 1 <= hour <= 12:
        return None
    base = hour * 60 - (30 if half else 0)
    after = _hour_word(row, at + (4 if half else 3))
    return Clock(base + (minutes if side == "over" else -minutes), after, firm=True, loose=True)


def _hour_word(row: Sequence[Token], at: int) -> int:
    """The index after "uur", "u" or "u." where it stands at `at`, else `at` itself."""
    if word_at(row, at) not in _HOUR:
        return at
    dotted = row[at].word == "u" and at + 1 < len(row) and row[at + 1].word == "."
    # the full stop of "u." belongs to it only where the sentence goes on
    joined = dotted and row[at + 1].start == row[at].end
    goes_on = joined and (word_at(row, at + 2) in ("tot", "-", "–") or kind_at(row, at + 2) == "thru")
    return at + 2 if goes_on else at + 1

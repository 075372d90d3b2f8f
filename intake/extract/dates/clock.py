"""The grammar of Dutch clock times: "half twee tot vier", "13u30", "van 9 tot 12", "kwart voor drie"."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final, NamedTuple

from intake.extract.dates.tokens import Token


@dataclass(frozen=True, slots=True)
class TimeMention:
    """A time, or a span of time, as it stands in `text[start:end]`.

    `begins` and `ends` are minutes since midnight as written; `loose` tells which of them were said in a way
    that leaves the half of the day open ("half acht", "van 2 tot 4"). `firm` is False for bare numbers that
    only look like times.
    """

    start: int
    end: int
    begins: int
    ends: int | None
    loose: bool
    firm: bool


class _Clock(NamedTuple):
    minutes: int
    after: int
    firm: bool
    loose: bool


_HOUR: Final = {"uur", "u", "uhr", "h"}
_LEAD: Final = {
    "van",
    "tussen",
    "vanaf",
    "om",
    "rond",
    "tegen",
    "aanvang",
    "start",
    "begin",
    "tot",
    "from",
}
_ABOUT: Final = {"ongeveer", "circa", "ca", "plusminus", "rond", "uiterlijk", "max", "maximaal", "een", "om"}
_DASHES: Final = {"-", "–", "—"}
# what is counted after a range of bare numbers, so that it is no range of hours
_COUNTED: Final = {
    "jaar",
    "jarigen",
    "jarige",
    "euro",
    "personen",
    "deelnemers",
    "mensen",
    "leerlingen",
    "kinderen",
    "jongeren",
    "weken",
    "dagen",
    "maanden",
    "minuten",
    "procent",
    "cent",
    "plaatsen",
    "plekken",
    "stuks",
    "keer",
    "maal",
    "km",
    "scholen",
    "min",
    "groepen",
    "ouders",
    "uren",
}
_AGED: Final = {
    "jongeren",
    "kinderen",
    "leerlingen",
    "jeugd",
    "jeugdigen",
    "tieners",
    "pubers",
    "groep",
    "groepen",
    "leeftijd",
    "jongens",
    "meisjes",
    "studenten",
    "klas",
    "klassen",
    "lokaal",
    "zaal",
    "kamer",
}


def read_time(row: Sequence[Token], at: int) -> tuple[TimeMention, int] | None:
    """Read a time or a span of times that begins at `row[at]`; gives the mention and the index after it."""
    first = row[at]
    lead = first.word if first.kind == "word" and first.word in _LEAD else ""
    begin = at + 1 if lead else at
    while lead and begin < len(row) and row[begin].word in _ABOUT and row[begin].kind != "int":
        if row[begin].word == "een" and _word(row, begin + 1) in _HOUR:
            break
        begin += 1
    one = _clock(row, begin, said=bool(lead))
    if one is None:
        return None
    if at > 0 and not one.firm and row[at - 1].word in _AGED:
        return None
    span = _span(row, begin, one, lead)
    if span is not None:
        return span
    if not one.firm and row[begin].kind != "clock":
        return None
    last = row[one.after - 1].end
    return TimeMention(row[begin].start, last, one.minutes, None, one.loose, one.firm), one.after


def _span(row: Sequence[Token], begin: int, one: _Clock, lead: str) -> tuple[TimeMention, int] | None:
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
    while next_at < len(row) and row[next_at].word in _ABOUT and row[next_at].kind == "word":
        next_at += 1
    two = _clock(row, next_at, said=True)
    if two is None or (two.after < len(row) and row[two.after].kind == "month"):
        return None
    if not (one.firm or two.firm):
        both_dotted = row[begin].kind == "clock" and row[next_at].kind == "clock"
        bare = lead in ("van", "tussen") and not dash and link.kind != "thru"
        spoken = row[begin].kind == "num" and row[next_at].kind == "num" and not dash
        if not (both_dotted or bare or spoken):
            return None
        if not both_dotted and _word(row, two.after) in _COUNTED:
            return None
    firm = one.firm or two.firm or row[begin].kind == "clock"
    loose = one.loose or (two.loose and not one.firm)
    mention = TimeMention(row[begin].start, row[two.after - 1].end, one.minutes, two.minutes, loose, firm)
    return mention, two.after


def _clock(row: Sequence[Token], at: int, *, said: bool) -> _Clock | None:
    """One clock at `row[at]`; `said` tells that a word before it announces a time."""
    if at >= len(row):
        return None
    token = row[at]
    if token.kind == "clock":
        assert isinstance(token.value, int)
        hour_word = _hour_word(row, at + 1)
        if _word(row, at + 1) in ("pm", "am") and 60 <= token.value < 780:
            later = 720 if row[at + 1].word == "pm" else 0
            return _Clock(token.value % 720 + later, at + 2, firm=True, loose=False)
        firm = said or hour_word > at + 1 or "." not in token.word
        return _Clock(token.value, hour_word, firm, loose=False)
    if token.word in ("half", "kwart"):
        return _worded(row, at)
    if token.kind not in ("int", "num") or not isinstance(token.value, int):
        return None
    relative = _relative(row, at, token.value)
    if relative is not None:
        return relative
    if token.value > 24 or (token.kind == "num" and token.value > 12):
        return None
    after = _hour_word(row, at + 1)
    firm = after > at + 1
    if firm and token.kind == "num":
        firm = said  # "één uur" is a duration as often as a time
    minutes = token.value * 60
    if firm and _number(row, after) in (15, 30, 45) and token.kind == "int" and row[after].kind == "int":
        minutes += _number(row, after)
        after = _hour_word(row, after + 1)
    return _Clock(minutes, after, firm, loose=token.value <= 12)


def _worded(row: Sequence[Token], at: int) -> _Clock | None:
    """Times told in words: "half twee", "kwart over acht", "kwart voor drie"."""
    if row[at].word == "half":
        hour = _number(row, at + 1)
        if not 1 <= hour <= 12:
            return None
        return _Clock(hour * 60 - 30, _hour_word(row, at + 2), firm=True, loose=True)
    return _relative(row, at, 15)


def _relative(row: Sequence[Token], at: int, minutes: int) -> _Clock | None:
    """So many minutes before or after an hour or its half: "tien over acht", "vijf voor half negen"."""
    side = _word(row, at + 1)
    if side not in ("voor", "vóór", "over") or minutes not in (5, 10, 15, 20):
        return None
    half = _word(row, at + 2) == "half"
    hour = _number(row, at + 3 if half else at + 2)
    if not 1 <= hour <= 12:
        return None
    base = hour * 60 - (30 if half else 0)
    after = _hour_word(row, at + (4 if half else 3))
    return _Clock(base + (minutes if side == "over" else -minutes), after, firm=True, loose=True)


def _hour_word(row: Sequence[Token], at: int) -> int:
    """The index after "uur", "u" or "u." where it stands at `at`, else `at` itself."""
    if _word(row, at) not in _HOUR:
        return at
    dotted = row[at].word == "u" and at + 1 < len(row) and row[at + 1].word == "."
    # the full stop of "u." belongs to it only where the sentence goes on
    return (
        at + 2
        if dotted and row[at + 1].start == row[at].end and _word(row, at + 2) in ("tot", "-", "–")
        else at + 1
    )


def _word(row: Sequence[Token], at: int) -> str:
    return row[at].word if at < len(row) else ""


def _number(row: Sequence[Token], at: int) -> int:
    if at < len(row) and row[at].kind in ("int", "num") and isinstance(row[at].value, int):
        return int(str(row[at].value))
    return -1

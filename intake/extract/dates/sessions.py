"""Put days and times together: which time belongs to which day, and what of it is the programme itself."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from itertools import pairwise
from typing import Final

from intake.extract.dates.clock import TimeMention
from intake.extract.dates.days import DayMention
from intake.extract.dates.roles import OFFICE, REGISTER, DateRole, role_of
from intake.extract.dates.scan import LengthMention
from intake.extract.dates.words import DayPart
from intake.extract.finding import DateSpan
from intake.extract.letter import Letter, Line


@dataclass(slots=True)
class When:
    """A time as it was said: minutes since midnight, settled to the right half of the day."""

    line: Line
    mention: TimeMention
    cue: str  # "doors", "start", "end" or ""
    begins: int
    ends: int | None
    firm: bool = True


@dataclass(slots=True)
class Session:
    """Days of the activity, and the times that were said of them."""

    line: Line
    mention: DayMention
    times: list[When] = field(default_factory=list)
    length: LengthMention | None = None
    length_line: Line | None = None
    extra: list[tuple[Line, DayMention]] = field(default_factory=list)


_DOORS: Final = (
    r"inloop(?!\w)|ontvangst|binnenkomst|aankomst|deur(?:en)?\b[^.;,]{0,60}?\bopen|open\s+deur|"
    r"zaal\s+(?:is\s+)?open|deur\s+open|welkom\s+vanaf|registratie|aanmelden\s+aan\s+de\s+balie|"
    r"walk-?in|gaan\s+(?:de\s+deuren\s+)?open|koffie\s+vanaf|vanaf\s+\S+\s+koffie|zaal\s+open|"
    r"open\s+om|open\s+vanaf"
)
_END: Final = (
    r"eind(?:e|igt|tijd|igen)?\b|afsluiting|afronding|sluiten|sluit\b|afgelopen|klaar\b|tot\b|"
    r"uiterlijk|napraten|borrel|naborrel|slot\b|naar\s+huis|beëindig\w*"
)
_START: Final = r"aanvang|begin(?:t|nen)?\b|start(?:en|s|tijd)?\b|programma|opening|vanaf|van\b|om\b|loopt"
# words that lead up to a time of any kind: they do not undo what was said before them
_WEAK: Final = {"om", "van", "vanaf"}
_CUE: Final = re.compile(f"(?P<doors>{_DOORS})|(?P<end>{_END})|(?P<start>{_START})", re.IGNORECASE)
_AFTER: Final = re.compile(
    r"^[\s:|.,–\-\t(]{0,6}(?:uur\b)?[\s:|,–\-\t]{0,4}(?:(?P<doors>inloop(?!\w)|ontvangst|binnenkomst|"
    r"aankomst|registratie|deuren?\s+open|zaal\s+open|welkom\s+met)|"
    r"(?P<end>einde|afsluiting|afronding|sluiting|borrel|slot\b|naborrel|is\s+het\s+(?:klaar|afgelopen)|"
    r"klaar|naar\s+huis|uitloop))",
    re.IGNORECASE,
)
_PART_WORD: Final = re.compile(r"(ochtend|morgen|middag|avond)(?:s|en)?(?!\w)", re.IGNORECASE)
_NOT_TIMES: Final = re.compile(
    r"\b(?:lokaal|kamer|zaal|nummer|nr|versie|artikel|paragraaf|bus|lijn|pagina|blz|kost|€)\.?\s*$",
    re.IGNORECASE,
)
_NOT_NOW: Final = re.compile(
    r"\b(?:niet|i\.?p\.?v\.?|plaats\s+van)\s+(?:om\s+|van\s+|meer\s+)*$", re.IGNORECASE
)
_ROUND: Final = re.compile(r"\b(?:ronde|groep|sessie|voorstelling|blok|keer|tijdvak)\b", re.IGNORECASE)
# a programme of a long day has twenty entries
_MOST_TIMES: Final = 40
_PARTS: Final = {
    "ochtend": DayPart.MORNING,
    "morgen": DayPart.MORNING,
    "middag": DayPart.AFTERNOON,
    "avond": DayPart.EVENING,
}


def sessions(letter: Letter, lines: Iterable[Line]) -> list[Session]:
    """The activity's sessions told in these lines, which must stand in the order of the text."""
    made: list[Session] = []
    pending: list[When] = []
    for line in lines:
        if pending and pending[-1].line.block != line.block and line.label not in ("date", "time"):
            pending = []
        for mention in letter.mentions(line):
            if isinstance(mention, DayMention):
                if role_of(letter, line, mention) is DateRole.ACTIVITY:
                    _take_days(made, line, mention, pending)
                continue
            if isinstance(mention, LengthMention):
                if made and made[-1].length is None and line.block - made[-1].line.block <= 1:
                    made[-1].length, made[-1].length_line = mention, line
                continue
            _take_time(letter, made, pending, line, mention)
    return made


def _take_days(made: list[Session], line: Line, mention: DayMention, pending: list[When]) -> None:
    """Open a session, or narrow, widen or join the one that has no times yet."""
    last = made[-1] if made else None
    if last is not None and not last.times:
        old, new = set(last.mention.days), set(mention.days)
        if new <= old:
            if mention.strong or not last.mention.strong or len(new) == len(old):
                each = last.mention.each or mention.each
                part = mention.part or last.mention.part
                last.extra.append((last.line, last.mention))
                last.mention = _both(mention, each, part)
                last.line = line
            return
        if old < new:
            return
    if (
        last is not None
        and last.times
        and set(mention.days) == set(last.mention.days)
        and line.label != "date"
    ):
        return
    session = Session(line, mention)
    session.times.extend(pending)
    pending.clear()
    made.append(session)


def _both(mention: DayMention, each: bool, part: DayPart | None) -> DayMention:
    return replace(mention, each=each, part=part)


def _take_time(
    letter: Letter, made: list[Session], pending: list[When], line: Line, mention: TimeMention
) -> None:
    text = line.sheet.text
    if _NOT_TIMES.search(text[max(line.start, mention.start - 14) : mention.start]):
        return
    if _NOT_NOW.search(text[max(line.start, mention.start - 16) : mention.start]) and re.match(
        r"[^.;]{0,40}\bmaar\b", text[mention.end : line.end]
    ):
        return
    if line.label in (
        "phone",
        "contact",
        "registration",
        "deadline",
        "price",
        "capacity",
        "audience",
        "email",
    ):
        return
    if letter.search(OFFICE, line) or _before_deadline(letter, line, mention):
        return
    session = _open_for(made, line)
    part = _part_beside(line, mention) or (session.mention.part if session else None)
    part = part or (_line_part(session.line) if session else None) or _line_part(line)
    begins = _settle(mention.begins, mention.loose, part)
    ends = None if mention.ends is None else _settle(mention.ends, mention.loose, part)
    if ends is not None and ends <= begins and mention.loose and ends + 720 > begins:
        ends += 720
    alone = not text[line.value : mention.start].strip(" *-–•(")
    firm = mention.firm or line.label in ("time", "date", "doors", "end") or alone
    if not firm and ends is None:
        return
    when = When(line, mention, _cue(letter, line, mention), begins, ends, firm)
    if session is not None:
        if len(session.times) < _MOST_TIMES:
            session.times.append(when)
    elif firm:
        pending.append(when)


def _before_deadline(letter: Letter, line: Line, mention: TimeMention) -> bool:
    """Whether a time only sharpens a deadline: "aanmelden kan tot 1 mei 12.00 uur"."""
    if not letter.search(REGISTER, line):
        return False
    days = [m for m in letter.mentions(line) if isinstance(m, DayMention) and m.start < mention.start]
    return bool(days) and role_of(letter, line, days[-1]) is DateRole.DEADLINE


def _open_for(made: list[Session], line: Line) -> Session | None:
    """The session to which a time in this line belongs: of the same paragraph, or of the one before it."""
    if not made:
        return None
    last = made[-1]
    if last.line.sheet is not line.sheet:
        return last if not last.times and line.label == "time" else None
    if line.row >= 0 and last.line.row >= 0 and line.row != last.line.row:
        return None
    near = line.block == last.line.block or line.label in ("time", "doors", "end", "programme")
    return last if near or not last.times or line.block - last.line.block <= 3 else None


def _cue(letter: Letter, line: Line, mention: TimeMention) -> str:
    """What the words around a time say that it is; the words before it go before those behind it."""
    if line.label in ("doors", "end"):
        return line.label
    text = line.sheet.text
    earlier = [m.end for m in letter.mentions(line) if m.end <= mention.start]
    begin = max([line.start, *earlier, mention.start - 90])
    cue = ""
    for match in _CUE.finditer(text, begin, mention.start):
        if not (cue and match.group().lower() in _WEAK):
            cue = str(match.lastgroup)
    if cue in ("", "start") and mention.ends is None:
        behind = text[mention.end : mention.end + 60].partition("\n")[0]
        after = _AFTER.match(behind)
        if after is not None and not any(c.isdigit() for c in behind[after.end() : after.end() + 12]):
            return str(after.lastgroup)
    return "" if cue == "end" and mention.ends is not None else cue


def _part_beside(line: Line, mention: TimeMention) -> DayPart | None:
    """The part of the day beside a time: "'s avonds om half 8", "zeven uur 's avonds"."""
    text = line.sheet.text
    for start, end in (
        (mention.end, min(line.end, mention.end + 22)),
        (max(line.start, mention.start - 22), mention.start),
    ):
        match = re.search(
            r"['’]s\s+(ochtend|morgen|middag|avond)s|in\s+de\s+(ochtend|morgen|middag|avond)(?!\w)",
            text[start:end],
            re.IGNORECASE,
        )
        if match is not None:
            return _PARTS[(match.group(1) or match.group(2)).lower()]
    return None


def _line_part(line: Line) -> DayPart | None:
    match = _PART_WORD.search(line.sheet.text, line.first, line.last)
    return _PARTS[match.group(1).lower()] if match else None


def _settle(minutes: int, loose: bool, part: DayPart | None) -> int:
    """The minutes since midnight that are meant: "half twee" is 13:30, "half acht" in the evening 19:30."""
    if minutes >= 720:
        return minutes
    if part is DayPart.EVENING and (loose or minutes < 720) and minutes >= 300:
        return minutes + 720
    if loose and part is not DayPart.MORNING and minutes < 420:
        return minutes + 720
    if part is DayPart.AFTERNOON and minutes < 420:
        return minutes + 720
    return minutes


def spans(session: Session) -> Iterator[DateSpan]:
    """The entries of the agenda that a session makes: one a day, or one for a run of whole days."""
    days = session.mention.days
    begins, ends = bounds(session)
    rounds = _rounds(session)
    if rounds:
        for day in days:
            for when in rounds:
                last = None if when.ends is None else _stamp(day, when.ends)
                yield {"starts": _stamp(day, when.begins), "ends": last}
        return
    if begins is None:
        if session.mention.run and not session.mention.each and len(days) > 1:
            yield {"starts": days[0].isoformat(), "ends": days[-1].isoformat()}
            return
        for day in days:
            yield {"starts": day.isoformat(), "ends": None}
        return
    for day in days:
        yield {"starts": _stamp(day, begins), "ends": None if ends is None else _stamp(day, ends)}


def _rounds(session: Session) -> list[When]:
    """Several spans on one day, each a session: "ronde 1: 10.00 - 12.00, ronde 2: 13.30 - 15.30"."""
    starts = _starts(session)
    if starts:
        return starts
    found = [when for when in session.times if when.ends is not None and when.cue != "doors" and when.firm]
    if not 2 <= len(found) <= 6 or any(b.begins < (a.ends or 0) for a, b in pairwise(found)):
        return []
    first, last = found[0], found[-1]
    if first.line.sheet is not last.line.sheet:
        return []
    text = first.line.sheet.text[max(first.line.first, first.mention.start - 40) : last.mention.start]
    between = first.line.sheet.text[first.mention.end : last.mention.start]
    return (
        found
        if _ROUND.search(text) or re.fullmatch(r"\s*(?:uur)?[\s,;]*(?:en|of|/|&|,)\s*(?:van|om)?\s*", between)
        else []
    )


def _starts(session: Session) -> list[When]:
    """Beginnings without an end that are joined by "en": "om 14.30u en 19.00u"."""
    times = session.times
    if not 2 <= len(times) <= 4 or any(
        when.ends is not None or when.cue in ("doors", "end") for when in times
    ):
        return []
    for one, other in pairwise(times):
        between = one.line.sheet.text[one.mention.end : other.mention.start]
        if one.line is not other.line or not re.fullmatch(
            r"\s*(?:uur)?\s*(?:en|of|&|/|,)\s*(?:om)?\s*", between
        ):
            return []
    return times


def bounds(session: Session) -> tuple[int | None, int | None]:
    """When the programme itself begins and ends, in minutes since midnight."""
    times = [when for when in session.times if when.firm or when.ends is not None]
    if not times:
        return None, None
    inside = [when for when in times if when.cue != "doors"] or times
    starting = [when for when in inside if when.cue != "end"]
    spanning = [when for when in starting if when.ends is not None]
    first = _first(starting, spanning)
    begins = first.begins if first is not None else None
    ends = _end(session, first, inside)
    if begins is not None and ends is not None and ends <= begins:
        ends = ends + 1440 if ends <= 240 and begins >= 1020 else None
    return begins, ends


def _first(starting: list[When], spanning: list[When]) -> When | None:
    if not starting:
        return None
    firm = [when for when in spanning if when.firm]
    if len(starting) >= 4:  # a programme by the hour: its first entry
        return min(starting, key=lambda when: when.begins)
    return (firm or spanning or starting)[0]


def _end(session: Session, first: When | None, inside: list[When]) -> int | None:
    closing = [when.begins for when in inside if when.cue == "end"]
    programme = [when for when in inside if when.cue != "end"]
    if first is not None and first.ends is not None and len(programme) < 4:
        return first.ends
    if closing:
        return closing[-1]
    if len(programme) >= 4:
        return max((when.ends for when in programme if when.ends is not None), default=None)
    if first is not None and session.length is not None:
        return first.begins + session.length.minutes
    return None


def _stamp(day: date, minutes: int) -> str:
    day += timedelta(days=minutes // 1440)
    return f"{day.isoformat()}T{minutes % 1440 // 60:02d}:{minutes % 60:02d}"

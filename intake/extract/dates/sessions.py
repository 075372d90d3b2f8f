"""Put days and times together: which time belongs to which day of the activity."""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import timedelta
from itertools import pairwise
from typing import Final

from intake.extract.dates.belonging import closes, ends_run, left_out
from intake.extract.dates.clock import TimeMention
from intake.extract.dates.days import DayMention
from intake.extract.dates.lasts import of_each, of_each_day, whole
from intake.extract.dates.length import LengthMention
from intake.extract.dates.roles import DateRole, role_of
from intake.extract.dates.scan import Mention
from intake.extract.dates.session import SAME_HOURS, Session, goes_on, heads_line, in_one_breath, share
from intake.extract.dates.strange import strange
from intake.extract.dates.when import JOINED, Parts, When, cue_of, settled
from intake.extract.dates.words import DayPart
from intake.extract.letter import Letter
from intake.extract.line import Line


@dataclass(slots=True)
class _Gathered:
    """What was met so far: the sessions, times that wait for their day or met none, and the last length.

    `closing` says that an end is being told.
    """

    letter: Letter
    parts: Parts
    made: list[Session] = field(default_factory=list)
    pending: list[When] = field(default_factory=list)
    dayless: list[When] = field(default_factory=list)
    closing: bool = False
    length: tuple[Line, LengthMention] | None = None


_TIMED: Final = {"time", "date", "doors", "end"}
# a programme of a long day has twenty entries
_MOST_TIMES: Final = 40
# what is held every week of two school years is held eighty times
_MOST_SESSIONS: Final = 200
# A newsletter of a hundred activities names some four hundred days and hours. Each is weighed with its
# sentence, so that this bounds what a text of nothing else can cost.
_MOST_MOMENTS: Final = 1500


def sessions(letter: Letter, lines: Iterable[Line]) -> list[Session]:
    """The activity's sessions told in these lines, which must stand in the order of the text."""
    so_far = _Gathered(letter, Parts(letter))
    moments = 0
    for line in lines:
        if len(so_far.made) >= _MOST_SESSIONS or moments >= _MOST_MOMENTS:
            letter.leave_out("dagen en tijden")
            break
        waits = so_far.pending
        if waits and waits[-1].line.block != line.block and line.label not in ("date", "time"):
            so_far.dayless.extend(waits)
            waits.clear()
        so_far.closing = False
        last: Mention | None = None
        mentions = letter.mentions(line)
        moments += len(mentions)
        for mention in mentions:
            if isinstance(mention, DayMention):
                _day(so_far, line, mention)
            elif isinstance(mention, LengthMention):
                _length(so_far, line, mention)
            else:
                _take_time(so_far, line, mention, last)
            last = mention
    in_one_breath(so_far.made)
    _alike(so_far)
    _apart(so_far)
    return so_far.made


def _alike(so_far: _Gathered) -> None:
    """The hours of the session before, where a day is said to have the same: "op 11 mei, zelfde tijd"."""
    for before, after in pairwise(so_far.made):
        if before.times and not after.times and so_far.letter.search(SAME_HOURS, after.line):
            after.times.extend(before.times)


def _apart(so_far: _Gathered) -> None:
    """The one time that stands in another paragraph than the one day: likely, and no more, that day's."""
    told = [when for when in so_far.dayless if not when.cue or when.cue == "start"]
    if len(so_far.made) == 1 and len(told) == 1 and not so_far.made[0].times:
        so_far.made[0].times.append(replace(told[0], unsure=True))


def _day(so_far: _Gathered, line: Line, mention: DayMention) -> None:
    last = so_far.made[-1] if so_far.made else None
    if last is not None and left_out(last, line, mention):
        days = tuple(day for day in last.mention.days if day not in mention.days)
        last.mention = replace(last.mention, days=days, run=False)
        return
    if last is not None and closes(last, line, mention):
        so_far.closing = True
        if mention.days[-1] > last.mention.days[-1]:
            last.until = mention.days[-1]
    elif role_of(so_far.letter, line, mention) is DateRole.ACTIVITY:
        _take_days(so_far.made, line, mention, so_far.pending)
        told = so_far.length
        if told is not None and told[0] is line and so_far.made and so_far.made[-1].length is None:
            so_far.made[-1].length = told[1]


def _length(so_far: _Gathered, line: Line, mention: LengthMention) -> None:
    """A length is that of the session before it, or else of the one whose day follows in the same line."""
    made = so_far.made
    held = [session for session in made if session.line.block == made[-1].line.block]
    if mention.minutes and of_each_day(line, mention) and _several_days(held):
        for session in held:
            session.length = session.length or mention
        return
    if mention.minutes and made and of_each(line, mention):
        made[-1].each = mention
    if not mention.minutes or not whole(line, mention):
        return
    so_far.length = line, mention
    if made and made[-1].length is None and line.block - made[-1].line.block <= 1:
        made[-1].length = mention


def _several_days(made: list[Session]) -> bool:
    return len({day for session in made for day in session.mention.days}) > 1


def _take_days(made: list[Session], line: Line, mention: DayMention, pending: list[When]) -> None:
    """Open a session, or narrow, widen or join the one that has no times yet."""
    last = made[-1] if made else None
    if last is not None and not last.times and ends_run(last, line, mention):
        days = last.mention.days[0], mention.days[-1]
        run = tuple(days[0] + timedelta(days=step) for step in range((days[1] - days[0]).days + 1))
        last.mention = replace(last.mention, days=run, run=len(run) > 1)
        return
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
        and not (mention.follows and mention.strong)
        and not _again(last, line, mention)
    ):
        return
    session = Session(line, mention)
    session.times.extend(pending)
    pending.clear()
    made.append(session)


def _again(last: Session, line: Line, mention: DayMention) -> bool:
    """Whether a day named again is a second session: each begins a line of its own, as in a list."""
    own = Session(line, mention)
    return last.line.first != line.first and heads_line(last) and heads_line(own)


def _both(mention: DayMention, each: bool, part: DayPart | None) -> DayMention:
    return replace(mention, each=each, part=part)


def _take_time(so_far: _Gathered, line: Line, mention: TimeMention, last: Mention | None) -> None:
    text = line.sheet.text
    if strange(so_far.letter, line, mention, last):
        return
    session = _open_for(so_far.made, line)
    cue = "end" if so_far.closing and mention.ends is None else cue_of(line, mention, last)
    if cue == "past":
        return
    if not cue and session is not None and session.times and last is session.times[-1].mention:
        before = session.times[-1]
        if before.cue == "end" and JOINED.fullmatch(text, before.mention.end, mention.start):
            cue = "end"  # "het is afgelopen om 15.15 en 20.45 uur"
    alone = not text[line.value : mention.start].strip(" *-–•(")
    beside = isinstance(last, DayMention) and not text[last.end : mention.start].strip(" ,:;|–-\t(")
    firm = mention.firm or beside or alone or line.label in _TIMED or cue in ("end", "doors")
    firm = firm or goes_on(line, mention, last)
    if not firm and mention.ends is None:
        return
    around = session.mention.part if session else None
    around = around or (so_far.parts.of(session.line) if session else None) or so_far.parts.of(line)
    when = settled(so_far.parts, line, mention, around, cue, firm=firm)
    if session is not None:
        if cue == "end" and session.times and not mention.ends and not mention.part:
            _follow(session, when)
        if len(session.times) < _MOST_TIMES:
            session.times.append(when)
        else:
            so_far.letter.leave_out("dagen en tijden")
        share(so_far.made, line, when)
    elif firm:
        so_far.pending.append(when)


def _follow(session: Session, when: When) -> None:
    """An end is after its beginning: "van 14.00 uur, om vijf uur is het klaar"."""
    begun = session.times[-1].begins
    if when.mention.loose:
        when.begins = when.mention.begins
        if when.begins <= begun < when.begins + 720:
            when.begins += 720


def _open_for(made: list[Session], line: Line) -> Session | None:
    """The session to which a time in this line belongs: of the same paragraph, or of the one before it."""
    if not made:
        return None
    last = made[-1]
    if line.column > 0 and line.row < 0:  # a row of times under a row of days
        return next((s for s in made if s.line.column == line.column and s.line.block == line.block), last)
    if last.line.sheet is not line.sheet:
        return last if not last.times and line.label == "time" else None
    if line.row >= 0 and last.line.row >= 0 and line.row != last.line.row:
        return None
    near = line.block == last.line.block or line.label in ("time", "doors", "end", "programme")
    return last if near or not last.times or line.block - last.line.block <= 3 else None

"""The activity's dates: chosen among all sessions that the texts tell, with the words they stand on."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import groupby

from intake.extract.dates.clock import TimeMention
from intake.extract.dates.corrected import corrected
from intake.extract.dates.days import DayMention
from intake.extract.dates.roles import DateRole, role_of
from intake.extract.dates.session import Session, heads_line
from intake.extract.dates.sessions import sessions
from intake.extract.dates.spans import bounds, spans
from intake.extract.dates.sure import grade_of, plain, unlike
from intake.extract.finding import DateSpan, Evidence, Finding
from intake.extract.grades import LIKELY, SAID, lower
from intake.extract.letter import Letter
from intake.extract.line import Line, Place


def find_dates(letter: Letter, edition: object) -> Iterator[Finding]:
    """When it is, from each text that tells it: the body, each document, the subject.

    One finding a text, its value every date of the activity; local time, no zone.
    """
    del edition
    told = [line for line in letter.told() if not letter.near or line in letter.near]
    found = list(_by_sheet(letter, told))
    if not found and letter.near:
        found = list(_by_sheet(letter, [*_shared_days(letter), *told]))
    if not found and letter.near:
        found = list(_by_sheet(letter, [line for line in letter.told() if line not in letter.near]))
    if not found:
        subject = _by_sheet(letter, list(letter.at(Place.SUBJECT)))
        found = [replace(finding, confidence=lower(finding.confidence)) for finding in subject]
    yield from _doubted(letter, _refined(found))


def _shared_days(letter: Letter) -> list[Line]:
    """The one shared line that names the day of an activity of which the own lines tell the hours alone."""
    if not any(isinstance(m, TimeMention) and m.firm for line in letter.near for m in letter.mentions(line)):
        return []
    shared = [line for line in letter.told() if line not in letter.near]
    days = [
        line
        for line in shared
        if any(
            isinstance(m, DayMention) and role_of(letter, line, m) is DateRole.ACTIVITY
            for m in letter.mentions(line)
        )
    ]
    timed = days and any(isinstance(mention, TimeMention) for mention in letter.mentions(days[0]))
    return days[:1] if not timed else []


def _doubted(letter: Letter, found: Iterable[Finding]) -> Iterator[Finding]:
    """Not sure, whoever repeats it: a day whose name and date disagree, and what the text corrects."""
    wrong = {
        day.isoformat()
        for line in letter.at(Place.BODY, Place.CALENDAR, Place.DOCUMENT, Place.SUBJECT)
        for mention in letter.mentions(line)
        if isinstance(mention, DayMention) and mention.mismatch
        for day in mention.days
    }
    for finding in found:
        disagrees = wrong and any(start[:10] in wrong for start in _starts(finding))
        if disagrees or corrected(letter, finding):
            finding = replace(finding, confidence=min(finding.confidence, LIKELY), doubted=True)
        yield finding


def _refined(found: list[Finding]) -> Iterator[Finding]:
    """A text that names the days alone gives way to one that tells the times of the same days."""
    timed = [finding for finding in found if all("T" in start for start in _starts(finding))]
    for finding in found:
        days = _starts(finding)
        better = [t for t in timed if t is not finding and {start[:10] for start in _starts(t)} == days]
        if better:
            finding = replace(finding, confidence=min(lower(one.confidence) for one in better))
        yield finding


def _starts(finding: Finding) -> set[str]:
    return {str(span["starts"]) for span in finding.value} if isinstance(finding.value, tuple) else set()


def _by_sheet(letter: Letter, lines: list[Line]) -> Iterator[Finding]:
    for _, group in groupby(lines, key=lambda line: line.sheet.source):
        finding = _finding(letter, _chosen(letter, sessions(letter, group)))
        if finding is not None:
            yield finding


def _chosen(letter: Letter, made: list[Session]) -> list[Session]:
    """Leave out what better sessions make needless: bare weekdays, days without a time, what is repeated."""
    inside = _in_edition(letter, _strong(made))
    inside = [s for s in inside if s.line.label == "date"] or inside
    timed = {session: None for session in inside if bounds(session)[0] is not None}
    if timed:
        days = {day for session in timed for day in session.mention.days}
        block = next(iter(timed)).line.block
        inside = [
            s
            for s in inside
            if s in timed or (s.mention.dated and s.line.block == block and days.isdisjoint(s.mention.days))
        ]
    kept: list[Session] = []
    for session in inside:
        if not any(set(session.mention.days) <= set(k.mention.days) and _same(session, k) for k in kept):
            kept.append(session)
    return kept


def _strong(made: list[Session]) -> list[Session]:
    """The sessions whose days can mean nothing else; where there are none, the likeliest kind there is."""
    told_from = any(s.mention.follows for s in made)  # the day before "de dag erna" is one too
    return (
        [s for s in made if s.mention.strong or (told_from and s.times)]
        or [s for s in made if (s.times and (s.mention.dated or s.mention.each)) or s.line.label == "date"]
        or [s for s in made if any(when.firm or when.ends is not None for when in s.times)][:1]
    )


def _in_edition(letter: Letter, made: list[Session]) -> list[Session]:
    """Where some are in the week, those outside it that are not told in one breath are no activity."""
    edition = letter.edition
    within = {s for s in made if any(edition.starts <= day <= edition.ends for day in s.mention.days)}
    if not within:
        return made
    beside = {s.line.first for s in within}
    timed = any(s.times for s in within)
    return [
        s for s in made if s in within or (s.line.first in beside and (s.times or not timed)) or _entry(s)
    ]


def _entry(session: Session) -> bool:
    """Whether a session is one of a list: a labelled date, an item, a row."""
    line = session.line
    return bool(session.times) and (line.label == "date" or line.bullet or line.row >= 0)


def _same(one: Session, other: Session) -> bool:
    """Whether a second telling of the same days adds no second session."""
    begins, ends = bounds(one)
    if begins is None or (begins, ends) == bounds(other):
        return True
    if one.mention.follows and one.mention.strong:
        return False  # "diezelfde avond"
    return ends is None and not (heads_line(one) and heads_line(other))


def _finding(letter: Letter, chosen: list[Session]) -> Finding | None:
    value: list[DateSpan] = []
    evidence: list[Evidence] = []
    grade = 1.0
    for session in chosen:
        value.extend(span for span in spans(session) if span not in value)
        grade = min(grade, grade_of(letter, session))
        evidence.append(letter.evidence(session.line.sheet, session.mention.start, session.mention.end))
        evidence.extend(letter.evidence(w.line.sheet, w.mention.start, w.mention.end) for w in session.times)
    if not value:
        return None
    if unlike(chosen, value) or (grade <= SAID and not plain(value)):
        grade = min(grade, LIKELY)
    value.sort(key=lambda span: str(span["starts"]))
    return Finding("dates", tuple(value), grade, tuple(evidence), "dates")

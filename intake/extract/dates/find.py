"""The activity's dates: chosen among all sessions that the texts tell, with the words they stand on."""

from collections.abc import Iterator
from itertools import groupby

from intake.extract.dates.sessions import Session, bounds, sessions, spans
from intake.extract.finding import DateSpan, Evidence, Finding
from intake.extract.grades import DERIVED, GUESS, LABELLED, LIKELY, SAID, lower
from intake.extract.letter import Letter, Line, Place


def find_dates(letter: Letter, edition: object) -> Iterator[Finding]:
    """When it is, from each text that tells it: the body, each document, the subject.

    One finding a text, its value every date of the activity; local time, no zone.
    """
    del edition
    told = [line for line in letter.told() if not letter.near or line in letter.near]
    found = list(_by_sheet(letter, told))
    if not found and letter.near:
        found = list(_by_sheet(letter, [line for line in letter.told() if line not in letter.near]))
    yield from found
    if not found or all(len(finding.value) == 0 for finding in found if isinstance(finding.value, tuple)):
        for finding in _by_sheet(letter, list(letter.at(Place.SUBJECT))):
            yield Finding(
                finding.field, finding.value, lower(finding.confidence), finding.evidence, finding.found_by
            )


def _by_sheet(letter: Letter, lines: list[Line]) -> Iterator[Finding]:
    for _, group in groupby(lines, key=lambda line: line.sheet.source):
        finding = _finding(letter, _chosen(sessions(letter, group)))
        if finding is not None:
            yield finding


def _chosen(made: list[Session]) -> list[Session]:
    """Leave out bare weekdays and days without a time where better ones stand, and what is said twice."""
    strong = [session for session in made if session.mention.strong]
    if not strong:
        strong = [
            s
            for s in made
            if (s.times and s.mention.dated) or s.line.label == "date" or (s.times and s.mention.each)
        ]
    inside = [s for s in strong if s.line.label == "date"] or strong
    timed = [session for session in inside if bounds(session)[0] is not None]
    if timed:
        days = {day for session in timed for day in session.mention.days}
        untimed = [s for s in inside if s not in timed and s.mention.dated and not days & set(s.mention.days)]
        inside = [s for s in inside if s in timed or (s in untimed and s.line.block == timed[0].line.block)]
    kept: list[Session] = []
    for session in inside:
        if not any(set(session.mention.days) <= set(k.mention.days) and _same(session, k) for k in kept):
            kept.append(session)
    return kept


def _same(one: Session, other: Session) -> bool:
    """Whether a second telling of the same days adds no second session."""
    return bounds(one)[0] is None or bounds(one) == bounds(other) or bounds(one)[1] is None


def _finding(letter: Letter, chosen: list[Session]) -> Finding | None:
    value: list[DateSpan] = []
    evidence: list[Evidence] = []
    grade = 1.0
    for session in chosen:
        for span in spans(session):
            if span not in value:
                value.append(span)
        grade = min(grade, _grade(letter, session))
        evidence.append(letter.evidence(session.line.sheet, session.mention.start, session.mention.end))
        evidence.extend(letter.evidence(w.line.sheet, w.mention.start, w.mention.end) for w in session.times)
    if not value:
        return None
    value.sort(key=lambda span: str(span["starts"]))
    return Finding("dates", tuple(value), grade, tuple(evidence), "dates")


def _grade(letter: Letter, session: Session) -> float:
    mention = session.mention
    grade = LABELLED if session.line.label == "date" else SAID
    if not mention.dated:
        grade = LIKELY if mention.strong else DERIVED
    if not mention.strong:
        grade = min(grade, DERIVED)
    if mention.mismatch:
        grade = min(grade, LIKELY)
    inside = all(letter.edition.starts <= day <= letter.edition.ends for day in mention.days)
    if not inside:
        grade = min(grade, LIKELY)
    if any(not when.firm for when in session.times):
        grade = min(grade, LIKELY)
    return max(grade, GUESS)

"""A reading in the words of the store: what is kept of it, and in which order."""

import mmap
from datetime import date
from typing import Any

from intake.answerable import answer_to, passed_on
from intake.edition import Edition
from intake.export import pages_of
from intake.extract.finding import Draft, Finding
from intake.mail.bounds import Bounds
from intake.mail.mail import Passage
from intake.mail.parse import PartSink
from intake.reading import Reading, read
from intake.words import untold
from store.incoming import NewDraft, NewFinding, NewPart, NewProblem, NewReading


def read_for_store(
    raw: bytes | mmap.mmap, edition: Edition, bounds: Bounds, sink: PartSink | None
) -> NewReading:
    """Read a message (`intake.reading.read`) to what is kept of it, which is less to hand between processes.

    Raises:
        BadMail: as `intake.reading.read`.
    """
    return handed_over(read(raw, edition, bounds, sink), edition)


def handed_over(reading: Reading, edition: Edition) -> NewReading:
    """All that is kept of one mail; what was mended in reading it is told where staff have words for it."""
    mail = reading.mail
    mended = untold(mail.defects, (warning.code for warning in reading.warnings))
    return NewReading(
        kind=reading.kind.value,
        tag=reading.tag.value,
        doubt=reading.doubt,
        texts=dict(mail.texts),
        pages=pages_of(mail),
        passages=[_passage(passage) for passage in mail.passages],
        drafts=tuple(_draft(draft) for draft in reading.drafts),
        parts=tuple(
            NewPart(
                path=part.path,
                name=part.name,
                safe_name=part.safe_name,
                type=part.type,
                declared=part.declared,
                size=part.size,
                sha256=part.sha256,
                role=part.role.value,
                suspicious=part.suspicious,
                source=part.source,
            )
            for part in mail.parts
        ),
        sender_check=(reading.sender_check or ""),
        checked_by=reading.checked_by,
        bounced=reading.bounce.message_ids if reading.bounce else (),
        bounce_said=reading.bounce.said if reading.bounce else "",
        answer_to=answer_to(mail, edition, reading.sender_check),
        problems=(
            *(NewProblem(warning.code, warning.detail) for warning in reading.warnings),
            *(NewProblem(code) for code in mended),
            *([NewProblem("passed-on")] if reading.drafts and passed_on(mail, edition) else []),
        ),
    )


def _passage(passage: Passage) -> dict[str, Any]:
    sender = passage.sender
    return {
        "source": passage.source,
        "start": passage.start,
        "end": passage.end,
        "kind": passage.kind.value,
        "level": passage.level,
        "sender": {"name": sender.name, "email": sender.email} if sender else None,
        "sent": passage.sent.isoformat() if passage.sent else None,
        "subject": passage.subject,
    }


def _draft(draft: Draft) -> NewDraft:
    findings = [_finding(found, 0) for found in draft.values.values()]
    for rivals in draft.others.values():
        # From 1 also where none was chosen: rank 0 fills a field, and these are too unsure to.
        findings += [_finding(found, rank) for rank, found in enumerate(rivals, 1)]
    return NewDraft(
        findings=tuple(findings),
        change=_said(draft, "change"),
        title=_said(draft, "title"),
        organisation=_said(draft, "organisation"),
        first_day=_first_day(draft),
    )


def _finding(finding: Finding, rank: int) -> NewFinding:
    value = finding.value
    return NewFinding(
        field=finding.field,
        rank=rank,
        value=[dict(span) for span in value] if isinstance(value, tuple) else value,
        confidence=finding.confidence,
        found_by=finding.found_by,
        evidence=[
            {"source": one.source, "start": one.start, "end": one.end, "text": one.text}
            for one in finding.evidence
        ],
    )


def _said(draft: Draft, field: str) -> str:
    found = draft.values.get(field)
    return str(found.value) if found is not None else ""


def _first_day(draft: Draft) -> date | None:
    """The local day on which the activity starts, the earliest of several."""
    found = draft.values.get("dates")
    if found is None or not isinstance(found.value, tuple):
        return None
    days = [date.fromisoformat(start[:10]) for span in found.value if (start := span.get("starts"))]
    return min(days, default=None)

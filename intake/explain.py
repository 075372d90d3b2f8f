"""Why a mail was read as it was: what `intake parse --explain` tells, as plain data."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Final

from intake.automatic import answered_by_machine, bulk
from intake.campaign import named
from intake.edition import Edition
from intake.extract.check import conflicts
from intake.extract.finding import Because, Draft, Evidence, Finding, Kind, Tag, Value, Warn
from intake.extract.grades import name as grade_name
from intake.extract.line import Place
from intake.extract.prepare import prepare
from intake.mail.mail import Address, Mail, PassageKind
from intake.reading import Reading

_WORD: Final = re.compile(r"\S+")
_AROUND: Final = " .,:;!?()[]\"'“”‘’«»*_-–|>"


@dataclass(frozen=True, slots=True)
class Spot:
    """Where words stand: the line of a text, counted from 1; 0 in a header. `voice`: whose words it is.

    In a document of several pages lines are counted on the `page`, whose number is 0 elsewhere.
    """

    source: str
    line: int
    voice: PassageKind
    words: str
    page: int = 0


@dataclass(frozen=True, slots=True)
class Found:
    """A value as an extractor (`by`) found it, with the name of its grade and all the spots it stands on."""

    value: Value
    grade: str
    confidence: float
    by: str
    spots: tuple[Spot, ...]


@dataclass(frozen=True, slots=True)
class Field:
    """One field of a draft: what fills it and why, where the same was found, and what else was found.

    `chosen` is None where nothing was sure enough. Its grade is the one that it ended with, `given` the one
    that its extractor gave. `conflict`: body and attachment say different things.
    """

    name: str
    chosen: Found | None
    given: str
    because: tuple[Because, ...]
    conflict: bool
    alike: tuple[Found, ...]
    rivals: tuple[Found, ...]


@dataclass(frozen=True, slots=True)
class Explanation:
    """One mail: what it was taken for and on which words, and every field of every draft.

    `named` is where the campaign's name was read. `machine` and `bulk` say that a program answered, or that
    it is a newsletter or mailing list; what else decided its kind is not told. `defects` are the mail's own.
    """

    subject: str
    sender: Address
    kind: Kind
    machine: bool
    bulk: bool
    tag: Tag
    named: Spot | None
    doubt: bool
    warnings: tuple[Warn, ...]
    defects: tuple[str, ...]
    drafts: tuple[tuple[Field, ...], ...]


def explain(reading: Reading, edition: Edition) -> Explanation:
    """Why a mail was read as it was.

    Args:
        reading: what was understood.
        edition: the campaign that it was read for.
    """
    mail = reading.mail
    return Explanation(
        subject=mail.subject,
        sender=mail.sender,
        kind=reading.kind,
        machine=answered_by_machine(mail),
        bulk=bulk(mail),
        tag=reading.tag,
        named=_named(reading, edition),
        doubt=reading.doubt,
        warnings=reading.warnings,
        defects=mail.defects,
        drafts=tuple(_fields(draft, reading) for draft in reading.drafts),
    )


def _fields(draft: Draft, reading: Reading) -> tuple[Field, ...]:
    warned = any(warning.code == "conflict" for warning in reading.warnings)
    contested = {warning.detail for warning in conflicts(draft)} if warned else set()
    names = (*draft.values, *(field for field in draft.others if field not in draft.values))
    return tuple(_field(name, draft, name in contested, reading.mail) for name in names)


def _field(name: str, draft: Draft, conflict: bool, mail: Mail) -> Field:
    chosen, rivals = draft.values.get(name), _merged(draft.others.get(name, ()), mail)
    if chosen is None:
        return Field(name, None, "", (), conflict, (), rivals)
    choice = draft.choices[name]
    return Field(
        name=name,
        chosen=_found(chosen, mail),
        given=grade_name(choice.given),
        because=(choice.won, *choice.weighed),
        conflict=conflict,
        alike=_merged(choice.alike, mail),
        rivals=rivals,
    )


def _merged(findings: Iterable[Finding], mail: Mail) -> tuple[Found, ...]:
    """Findings in their order; what one extractor found more than once is one, with all its spots."""
    merged: dict[tuple[str, float, str], Found] = {}
    for finding in findings:
        key = (repr(finding.value), finding.confidence, finding.found_by)
        found, known = _found(finding, mail), merged.get(key)
        merged[key] = found if known is None else replace(known, spots=_once(known.spots + found.spots))
    return tuple(merged.values())


def _found(finding: Finding, mail: Mail) -> Found:
    spots = _once(_spot(evidence, mail) for evidence in finding.evidence)
    return Found(finding.value, grade_name(finding.confidence), finding.confidence, finding.found_by, spots)


def _once(spots: Iterable[Spot]) -> tuple[Spot, ...]:
    return tuple(dict.fromkeys(spots))


def _spot(evidence: Evidence, mail: Mail) -> Spot:
    text = mail.texts.get(evidence.source)
    if text is None:
        return Spot(evidence.source, 0, PassageKind.OWN, evidence.text)
    voice = next(
        (p.kind for p in mail.passages if p.source == evidence.source and p.start <= evidence.start < p.end),
        PassageKind.OWN,
    )
    page = mail.page_at(evidence.source, evidence.start) if _several(mail, evidence.source) else None
    line = text.count("\n", page.start if page is not None else 0, evidence.start) + 1
    return Spot(evidence.source, line, voice, evidence.text, page.number if page is not None else 0)


def _several(mail: Mail, source: str) -> bool:
    """Whether it helps to tell the page: not of a flyer that has but one."""
    return any(page.number > 1 for page in mail.pages.get(source, ()))


def _named(reading: Reading, edition: Edition) -> Spot | None:
    """Where the campaign's name was read; None where no single line holds it."""
    if reading.tag is Tag.NONE:
        return None
    letter = prepare(reading.mail, edition)
    for line in letter.lines:
        if (line.place is Place.SUBJECT) == (reading.tag is Tag.SUBJECT) and named(line.text, edition):
            start, end = _narrowest(line.text, edition)
            return _spot(letter.evidence(line.sheet, line.start + start, line.start + end), reading.mail)
    return None


def _narrowest(text: str, edition: Edition) -> tuple[int, int]:
    """The fewest words of a text that still name the campaign."""
    words = [match.span() for match in _WORD.finditer(text)]
    end = next(end for _, end in words if named(text[:end], edition))
    start = next(start for start, _ in reversed(words) if start < end and named(text[start:end], edition))
    while text[start] in _AROUND:
        start += 1
    while text[end - 1] in _AROUND:
        end -= 1
    return start, end

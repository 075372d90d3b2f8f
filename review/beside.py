"""One draft as its page shows it: fields with their states and quotes, and the mail cut up beside them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from review import controls, source
from review.controls import Span
from review.source import Stretch
from review.tabs import Tab
from review.tabs import tabs as ways
from review.telling import long_day
from review.words import say
from store import attachments, when
from store.attachments import Attachment, FileState
from store.draftview import DraftView, FieldView, Quote, Reading
from store.errors import Conflict
from store.fields import ATTACHMENTS, LINKS, SUMMARY, file_state
from store.standing import FieldState
from store.words import FIELDS, PROBLEMS, problem


@dataclass(frozen=True, slots=True)
class Other:
    """Another value that was read for a field: as its control would hold it, and as people read it."""

    key: str
    text: str
    told: str
    quote: str


@dataclass(frozen=True, slots=True)
class Box:
    """One field of the form. `text` stands in its control, `was` stood there when the page was made.

    `where` names the attachment in which the quote stands, and its page; "" for the mail itself.
    """

    name: str
    label: str
    kind: str
    state: str
    state_words: str
    text: str
    was: str
    rows: tuple[Span, ...]
    choices: tuple[str, ...]
    quote: str
    where: str
    others: tuple[Other, ...]
    error: str
    theirs: str
    theirs_by: str
    iso: str

    @property
    def unsure(self) -> bool:
        """Whether a person must look at it."""
        return self.state == FieldState.CHECK or bool(self.error)


@dataclass(frozen=True, slots=True)
class Plain:
    """A field that no reading has: what is in its control, and what was when the page was made."""

    name: str
    text: str
    was: str
    error: str


@dataclass(frozen=True, slots=True)
class Typed:
    """What a person typed that was not kept, and why: texts and errors by field, other people's values."""

    texts: Mapping[str, str] = field(default_factory=dict)
    errors: Mapping[str, str] = field(default_factory=dict)
    conflicts: Sequence[Conflict] = ()
    message: str = ""


@dataclass(frozen=True, slots=True)
class Note:
    """A problem in words, and the field that would mend it."""

    told: str
    field: str
    settled: bool


def groups(view: DraftView, typed: Typed) -> dict[str, list[Box]]:
    """The form, group by group; under "rest" stands what it does without."""
    theirs = {one.field: one for one in typed.conflicts}
    found: dict[str, list[Box]] = {}
    for name, fields in controls.GROUPS.items():
        for one in (view.fields[each] for each in fields):
            if one.field == "change" and not one.value:
                continue
            box = _box(view, one, typed, theirs.get(one.field))
            found.setdefault("rest" if _needless(view, box) else name, []).append(box)
    return {name: found[name] for name in (*controls.GROUPS, "rest") if name in found}


def files(view: DraftView, typed: Typed) -> list[Attachment]:
    """The attachments, as staff say or just typed."""
    text = typed.texts.get(ATTACHMENTS)
    said = controls.value(ATTACHMENTS, text, date.min) if text is not None else view.values.get(ATTACHMENTS)
    return attachments.of(view.parts, said)


def material(view: DraftView, typed: Typed) -> list[Plain]:
    """What only material has, besides its files: what it is, and where more of it is."""
    standing = {**view.values, LINKS: view.values.get(LINKS) or [view.values.get("url")]}
    found = []
    for name in (SUMMARY, LINKS):
        was = controls.shown(name, view.values.get(name))
        known = controls.shown(name, [one for one in standing[LINKS] if one]) if name == LINKS else was
        found.append(Plain(name, typed.texts.get(name, known), was, typed.errors.get(name, "")))
    return found


def files_was(view: DraftView) -> str:
    """The attachments as they stand now, as the text that a form tells what was changed by."""
    standing = [
        {
            "part": one.part.id,
            "role": one.role,
            "state": one.state,
            "people": one.people,
            "alt": one.alt,
            "consent": {"by": one.consent.by} if one.consent else None,
        }
        for one in files(view, Typed())
    ]
    return controls.shown(ATTACHMENTS, standing)


def _needless(view: DraftView, box: Box) -> bool:
    """Whether an empty field says nothing here: material needs few, and a change names what changes."""
    if view.waits_as == "material" and box.name == "url":  # its links stand in a field of their own
        return not box.error
    if box.text or box.error or box.theirs:
        return False
    if view.waits_as == "change":
        return not box.others
    return view.waits_as == "material" and box.name not in controls.OF_MATERIAL


def notes(view: DraftView) -> list[Note]:
    """What is wrong with it, once each."""
    found = [
        Note(problem(one.code, _detail(one.code, one.detail)), one.field, one.settled)
        for one in view.problems
    ]
    return list(dict.fromkeys(found))


def tabs(view: DraftView) -> list[Tab]:
    """The ways to look at its mail."""
    return ways(view.mail, view.parts, view.texts, view.passages, source.marks(view), view.thread)


def subject(view: DraftView) -> list[Stretch]:
    """The subject, with what values stand on in it."""
    return source.stretches(view.mail.subject, (), source.marks(view).get("subject", ()))


def sender_keys(view: DraftView) -> tuple[str, ...]:
    """The values that stand on the sender's name or address."""
    return tuple(dict.fromkeys(mark.key for mark in source.marks(view).get("header:From", ())))


def told(name: str, value: Any) -> str:
    """A value as people read it."""
    if value is None or value in ([], ""):
        return say("value.none")
    match controls.kind(name):
        case "flag":
            return say("value.yes") if value else say("value.no")
        case "dates":
            return "; ".join(when.when(value))
        case "price":
            return say("value.free") if value == 0 else say("value.euro", amount=controls.price(value))
        case "files":
            return say("files.told", count=sum(file_state(one) == FileState.PUBLISH for one in value))
        case "links":
            return " ".join(value)
        case "day":
            return long_day(date.fromisoformat(value))
        case _:
            return str(value)


def _box(view: DraftView, one: FieldView, typed: Typed, conflict: Conflict | None) -> Box:
    name = one.field
    was = controls.shown(name, one.value)
    text = typed.texts.get(name, was)
    return Box(
        name=name,
        label=FIELDS[name],
        kind=controls.kind(name),
        state=one.state,
        state_words=_state(one),
        text=text,
        was=was,
        rows=controls.rows(name, text),
        choices=controls.choices(name, text),
        quote=_quote(one.evidence),
        where=_where(view, one.evidence),
        others=tuple(
            Other(
                f"{name}.{number}",
                controls.shown(name, other.value),
                told(name, other.value),
                _quote(other.evidence),
            )
            for number, other in enumerate(_others(one))
        ),
        error=typed.errors.get(name, ""),
        theirs=told(name, conflict.theirs) if conflict else "",
        theirs_by=conflict.by if conflict else "",
        iso=str(one.value) if controls.kind(name) == "day" and one.value and text == was else "",
    )


def _others(one: FieldView) -> list[Reading]:
    return source.readings(one)


def _state(one: FieldView) -> str:
    if one.state == FieldState.ADJUSTED and one.by_name:
        return say("state.adjusted.by", name=one.by_name.split()[0])
    if one.state == FieldState.SURE and one.by_name:
        return say("state.sure.by", name=one.by_name.split()[0])
    return say(f"state.{one.state}")


def _quote(evidence: Sequence[Quote]) -> str:
    return " … ".join(dict.fromkeys(" ".join(one.text.split()) for one in evidence))


def _where(view: DraftView, evidence: Sequence[Quote]) -> str:
    """The attachment on which a value stands, where it stands in none of the mail's own words."""
    first = next(iter(evidence), None)
    if first is None or not first.source.startswith("attachment:"):
        return ""
    name = first.source.partition(":")[2]
    pages = view.pages.get(first.source, ())
    page = next((one for one in reversed(pages) if one["start"] <= first.start), None)
    return say("leaf.where", name=name, number=page["number"]) if page and len(pages) > 1 else name


def _detail(code: str, detail: str) -> str:
    """A detail may be a field's name."""
    return FIELDS.get(detail, detail) if code in PROBLEMS else detail

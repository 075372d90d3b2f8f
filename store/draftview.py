"""What a reviewer sees of one draft: plain values, complete, and of one moment."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime

from store.errors import Block
from store.history import Line
from store.incoming import Json
from store.standing import FieldState, ProblemView


@dataclass(frozen=True, slots=True)
class Quote:
    """The words that a value stands on: `texts[source][start:end] == text`, or a header ("header:From")."""

    source: str
    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Reading:
    """One value that was read for a field."""

    value: Json
    confidence: float
    found_by: str
    evidence: tuple[Quote, ...]


@dataclass(frozen=True, slots=True)
class FieldView:
    """One field: what it is, what is to be done about it, and what else was read.

    `by`, `by_name` and `at` tell who filled it in or confirmed it, and when; `from_draft_id` the draft that
    the value was taken from. `found` is what was read.
    """

    field: str
    value: Json
    state: FieldState
    found: Reading | None
    alternatives: tuple[Reading, ...]
    by: str = ""
    by_name: str = ""
    at: datetime | None = None
    from_draft_id: int | None = None

    @property
    def evidence(self) -> tuple[Quote, ...]:
        """Where its value stands, as far as it was read: that of the alternative that a person chose, too."""
        readings = (() if self.found is None else (self.found,)) + self.alternatives
        return next((one.evidence for one in readings if one.value == self.value), ())


@dataclass(frozen=True, slots=True)
class PartView:
    """An attachment; its content is the blob `sha256`."""

    id: int
    mail_id: int
    position: str
    name: str
    safe_name: str
    type: str
    declared: str
    size: int
    sha256: str
    role: str
    suspicious: bool
    source: str


@dataclass(frozen=True, slots=True)
class Sibling:
    """Another draft, in as little as names it."""

    draft_id: int
    mail_id: int
    status: str
    title: str
    organisation: str
    first_day: date | None


@dataclass(frozen=True, slots=True)
class MailView:
    """A mail, without its text. `sha256` is the blob of its raw bytes.

    `sender_check` is what the mail server `checked_by` says of the sender: "pass", "fail", "none"; "" where
    none is asked.
    """

    id: int
    sha256: str
    size: int
    whole: bool
    message_id: str
    subject: str
    sender_name: str
    sender_email: str
    sent_at: datetime | None
    received_at: datetime
    status: str
    kind: str
    tag: str
    doubt: bool
    needs_person: bool
    drafts: tuple[Sibling, ...] = ()
    sender_check: str = ""
    checked_by: str = ""


@dataclass(frozen=True, slots=True)
class DraftView:
    """One draft with all that a decision is made on.

    `fields` holds every field there is, in the order in which they are shown. `texts` are what evidence and
    passages of its own mail point into. `sources` are further mails that it was made of (of drafts merged
    into it, of changes accepted); their attachments are among the `parts`. `thread` are the mails before and
    after its own; `changes` the later mails' drafts that propose something about it, `collected` the
    material of it for the toolbox. `contact_public`: the
    agenda names the contact.
    """

    id: int
    number: int
    version: int
    status: str
    waits_as: str
    title: str
    organisation: str
    first_day: date | None
    change: str
    linked_by: str
    reason: str
    message: str
    created_at: datetime
    updated_at: datetime
    mail: MailView
    fields: Mapping[str, FieldView]
    problems: tuple[ProblemView, ...]
    blocks: tuple[Block, ...]
    parts: tuple[PartView, ...]
    texts: Mapping[str, str]
    passages: Json
    pages: Json
    about: Sibling | None = None
    merged_into: Sibling | None = None
    sources: tuple[MailView, ...] = ()
    changes: tuple[Sibling, ...] = ()
    collected: tuple[Sibling, ...] = ()
    siblings: tuple[Sibling, ...] = ()
    thread: tuple[MailView, ...] = ()
    history: tuple[Line, ...] = ()
    values: Mapping[str, Json] = field(default_factory=dict)
    contact_public: bool = True

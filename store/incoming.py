"""What intake hands over to be kept: plain values, so that the store knows nothing of how they were read."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum
from typing import Any

Json = Any  # what json.dumps takes: the store keeps these values and never looks into them


class Verdict(StrEnum):
    """What the poller made of one UID."""

    OURS = "ours"
    ORDINARY = "ordinary"
    RETRY = "retry"


@dataclass(frozen=True, slots=True)
class NewMail:
    """One content to keep, its blob being durable already. `whole`: the raw mail, not its headers alone.

    `sent_at` carries a time zone or is None. Message-IDs may stand in angle brackets or not (RFC 5322
    section 3.6.4).
    """

    sha256: str
    size: int
    message_id: str = ""
    subject: str = ""
    sender_name: str = ""
    sender_email: str = ""
    sent_at: datetime | None = None
    whole: bool = True
    in_reply_to: tuple[str, ...] = ()
    references: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Sighting:
    """One UID of a folder as it was judged; `mail` belongs to the verdict `ours` alone."""

    uid: int
    verdict: Verdict
    mail: NewMail | None = None


@dataclass(frozen=True, slots=True)
class NewFinding:
    """One reading of one field. Rank 0 was chosen; higher ranks are its rivals, in order."""

    field: str
    rank: int
    value: Json
    confidence: float
    found_by: str
    evidence: Json = ()


@dataclass(frozen=True, slots=True)
class NewDraft:
    """One activity as understood; title, organisation, first day and change repeat the chosen findings.

    `about` is the draft that it surely is a change of: its sender wrote beside that. None: to be found out.
    """

    findings: tuple[NewFinding, ...] = ()
    change: str = ""
    title: str = ""
    organisation: str = ""
    first_day: date | None = None
    about: int | None = None


@dataclass(frozen=True, slots=True)
class NewPart:
    """An attachment whose content is kept as a blob; `path` is its place in the message tree."""

    path: tuple[int, ...]
    name: str
    safe_name: str
    type: str
    declared: str
    size: int
    sha256: str
    role: str
    suspicious: bool = False
    source: str = ""


@dataclass(frozen=True, slots=True)
class NewProblem:
    """What staff must be told, by code; `draft` is the number of the draft it is about, None: the mail."""

    code: str
    detail: str = ""
    draft: int | None = None


@dataclass(frozen=True, slots=True)
class NewReading:
    """All that one mail was understood to say.

    `texts` is what evidence and passages point into; `pages` tells of some where their pages start.
    `sender_check` is what the server `checked_by` says of the sender: "pass", "fail" or "none", "" where no
    server is asked. `answer_to` is the address that may be answered to, "" for none. `bounced` are the
    Message-IDs of mails that it says did not arrive, for the reason `bounce_said`.
    """

    kind: str
    tag: str
    doubt: bool = False
    texts: Mapping[str, str] = field(default_factory=dict)
    pages: Mapping[str, Json] = field(default_factory=dict)
    passages: Json = ()
    drafts: tuple[NewDraft, ...] = ()
    parts: tuple[NewPart, ...] = ()
    problems: tuple[NewProblem, ...] = ()
    sender_check: str = ""
    checked_by: str = ""
    answer_to: str = ""
    bounced: tuple[str, ...] = ()
    bounce_said: str = ""

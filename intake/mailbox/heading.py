"""The few header fields that are fetched before a mail is judged, read leniently."""

import re
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from intake.mail.bounds import Bounds
from intake.mail.headers import date_of, decoded, mailboxes, message_ids, people, readable
from intake.mail.heads import capped

# A field with the lines that it is folded over (RFC 5322 section 2.2).
_FIELD = re.compile(rb"^([!-9;-~]+)[ \t]*:[ \t]*([^\r\n]*(?:\r?\n[ \t][^\r\n]*)*)", re.MULTILINE)
_BOUNDS: Final = Bounds()
# Bytes of a header block that are fetched: of more than this nothing would be read.
FETCHED: Final = _BOUNDS.header_block


@dataclass(frozen=True, slots=True)
class Heading:
    """`subjects` has every Subject field, decoded: a second one must not hide the tag.

    `message_id` is the first Message-ID, empty where there is none; `sent_at` is aware or None.
    """

    subjects: tuple[str, ...]
    message_id: str
    in_reply_to: tuple[str, ...]
    references: tuple[str, ...]
    sender_name: str
    sender_email: str
    sent_at: datetime | None

    @property
    def subject(self) -> str:
        """The first Subject."""
        return self.subjects[0] if self.subjects else ""

    @property
    def answers(self) -> set[str]:
        """The Message-IDs that this mail names (RFC 5322 section 3.6.4)."""
        return {*self.in_reply_to, *self.references}


def heading(block: bytes) -> Heading:
    """Read the fields of a header block, or of a part of one; what is wrong in it gives empty values."""
    fields: dict[str, list[str]] = {}
    for match in _FIELD.finditer(capped(block[: _BOUNDS.header_block], _BOUNDS, set())):
        name = match[1].decode("ascii").lower()
        fields.setdefault(name, []).append(match[2].decode("utf-8", "surrogateescape"))

    def ids(name: str) -> tuple[str, ...]:
        return message_ids(decoded(value) for value in fields.get(name, ()))

    sender = _sender(fields.get("from", [""])[0])
    return Heading(
        subjects=tuple(readable(decoded(value)) for value in fields.get("subject", ())),
        message_id=(ids("message-id") or ("",))[0],
        in_reply_to=ids("in-reply-to"),
        references=ids("references"),
        sender_name=sender[0],
        sender_email=sender[1],
        sent_at=date_of(decoded(fields.get("date", [""])[0]), None)[0],
    )


def _sender(raw: str) -> tuple[str, str]:
    found = people(raw, mailboxes(raw))
    return (found[0].name, found[0].email) if found else ("", "")

"""Bytes to `Mail`, the one place that knows mail-parser: it reads addresses and dates.

What it is known to get wrong is mended around it: it is given the header fields that are asked of it and no
more, their values are decoded from what stood there (`headers`), and the parts are ours (`cut`, `assembly`).
"""

import logging
import mmap
from collections.abc import Callable
from datetime import datetime
from email.message import Message
from functools import lru_cache
from typing import TypeVar

import mailparser

from intake.mail.assembly import Assembly
from intake.mail.bounds import Bounds
from intake.mail.cut import cut
from intake.mail.headers import date_of, gathered, message_ids, people, readable
from intake.mail.mail import Address, Mail
from intake.mail.passages import split
from intake.mail.stream import PartSink

__all__ = ["PartSink", "parse_mail"]
_T = TypeVar("_T")
_USUAL = Bounds()
_LOG = logging.getLogger("mailparser")


class _Reader(mailparser.MailParser):  # type: ignore[misc]  # the library is not typed
    """mail-parser without its own walk over the parts, which is what `assembly` does in its place."""

    def parse(self) -> "_Reader":
        """Headers, addresses and dates."""
        self._reset()
        return self


def parse_mail(raw: bytes | mmap.mmap, sink: PartSink | None = None, bounds: Bounds = _USUAL) -> Mail:
    """Read a whole message (RFC 5322, RFC 2045); whatever is wrong with it becomes a code in `defects`.

    Args:
        raw: the message as the mailbox gave it, with any line ends; a mapped file is not held in memory.
        sink: gets the decoded content of every attachment while it is hashed; None drops it.
        bounds: what is read, and how much of it.
    """
    message, defects = cut(raw, bounds)
    headers = gathered(message.items)
    assembly = Assembly(bounds, sink, defects)
    assembly.texts["subject"] = subject = readable(next(iter(headers.get("subject", ())), ""))
    assembly.texts["body"] = ""
    body = assembly.texts["body"] = assembly.body(message)
    replied = message_ids(headers.get("in-reply-to", ()))
    passages = (*split("body", body, subject=subject, reply=bool(replied)), *assembly.passages)
    assembly.look_closer(passages)
    asked = _Asked(message.fields, defects)
    sender = asked.people("from") or asked.people("sender")
    date, mended = date_of(next(iter(headers.get("date", ())), ""), asked.date())
    ids = headers.get("message-id", ())
    defects.update(code for code in (mended, "message-id-twice" if len(ids) > 1 else "") if code)
    return Mail(
        size=len(raw),
        message_id=next(iter(message_ids(ids)), next(iter(ids), "")),
        in_reply_to=replied,
        references=message_ids(headers.get("references", ())),
        subject=subject,
        sender=next(iter(sender), Address("", "")),
        reply_to=asked.people("reply-to"),
        to=asked.people("to"),
        cc=asked.people("cc"),
        date=date,
        headers=headers,
        texts=assembly.texts,
        passages=passages,
        parts=tuple(assembly.parts),
        defects=tuple(sorted(defects)),
        pages=assembly.pages,
    )


class _Asked:
    """What mail-parser makes of the first of each field that it is asked about; nothing where it stumbles."""

    def __init__(self, fields: dict[str, str], defects: set[str]) -> None:
        self.fields, self.defects = fields, defects
        if _LOG.level != logging.CRITICAL:
            _LOG.setLevel(logging.CRITICAL)  # it warns of what is mended here

    def people(self, header: str) -> tuple[Address, ...]:
        """The mailboxes in an address header."""
        value = self.fields.get(header, "")
        return people(value, self._told(_mailboxes, value) or ()) if value else ()

    def date(self) -> datetime | None:
        """The moment in the Date header, in UTC."""
        return self._told(_moment, self.fields["date"]) if "date" in self.fields else None

    def _told(self, read: Callable[[str], _T], value: str) -> _T | None:
        try:
            return read(value)
        except Exception:  # known are AttributeError, RecursionError and others on what nobody wrote by hand
            self.defects.add("library-failed")
            return None


@lru_cache(maxsize=64)  # the desk's own address is in every mail, and many come from the same few people
def _mailboxes(value: str) -> tuple[tuple[str, str], ...]:
    return tuple(_Reader(_only("To", value)).to)


def _moment(value: str) -> datetime | None:
    moment: datetime | None = _Reader(_only("Date", value)).date
    return moment


def _only(name: str, value: str) -> Message:
    message = Message()
    message.set_raw(name, value)
    return message

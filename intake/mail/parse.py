"""Bytes to `Mail`, the one place that knows mail-parser: it reads addresses and dates.

What it is known to get wrong is mended around it: it is given the header fields that are asked of it and no
more, their values are decoded from what stood there (`headers`), and the parts are ours (`cut`, `assembly`).
"""

import logging
import mmap
from email.message import Message
from typing import Any

import mailparser

from intake.mail.assembly import Assembly
from intake.mail.bounds import Bounds
from intake.mail.cut import cut
from intake.mail.headers import date_of, gathered, message_ids, people, readable
from intake.mail.mail import Address, Mail
from intake.mail.passages import split
from intake.mail.stream import PartSink

__all__ = ["PartSink", "parse_mail"]
_USUAL = Bounds()
_LOG = logging.getLogger("mailparser")
_ASKED = {"from": "from_", "reply-to": "reply_to", "to": "to", "cc": "cc", "date": "date"}


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
    message, sha256, defects = cut(raw, bounds)
    headers = gathered(message.items)
    assembly = Assembly(bounds, sink, defects)
    assembly.texts["subject"] = subject = readable(next(iter(headers.get("subject", ())), ""))
    assembly.texts["body"] = ""
    body = assembly.texts["body"] = assembly.body(message)
    replied = message_ids(headers.get("in-reply-to", ()))
    found = _asked(message.fields, defects)
    sender = _people(found, message.fields, "from") or _people(found, message.fields, "sender")
    date, mended = date_of(next(iter(headers.get("date", ())), ""), found.get("date"))
    ids = headers.get("message-id", ())
    defects.update(code for code in (mended, "message-id-twice" if len(ids) > 1 else "") if code)
    return Mail(
        sha256=sha256,
        size=len(raw),
        message_id=next(iter(message_ids(ids)), next(iter(ids), "")),
        in_reply_to=replied,
        references=message_ids(headers.get("references", ())),
        subject=subject,
        sender=next(iter(sender), Address("", "")),
        reply_to=_people(found, message.fields, "reply-to"),
        to=_people(found, message.fields, "to"),
        cc=_people(found, message.fields, "cc"),
        date=date,
        headers=headers,
        texts=assembly.texts,
        passages=(*split("body", body, subject=subject, reply=bool(replied)), *assembly.passages),
        parts=tuple(assembly.parts),
        defects=tuple(sorted(defects)),
    )


def _asked(fields: dict[str, str], defects: set[str]) -> dict[str, Any]:
    """What mail-parser makes of the first of each field that it is asked about; nothing where it stumbles."""
    if _LOG.level != logging.CRITICAL:
        _LOG.setLevel(logging.CRITICAL)  # it warns of what is mended here
    message = Message()
    names = [name for name in _ASKED if name in fields]
    for name in names:
        message.set_raw(name, fields[name])
    try:
        parser = _Reader(message)
        return {name: getattr(parser, _ASKED[name]) or None for name in names}
    except Exception:  # known to raise AttributeError, RecursionError and others on what nobody wrote by hand
        defects.add("library-failed")
        return {}


def _people(found: dict[str, Any], fields: dict[str, str], header: str) -> tuple[Address, ...]:
    return people(fields[header], found.get(header) or ()) if fields.get(header) else ()

"""Bytes to `Mail`, the one place that knows mail-parser: it does headers, addresses, dates and the tree.

What it is known to get wrong is mended around it: bodies are cut out before it reads (`cut`), header values
are decoded from what stood there (`headers`), and parts are taken from its message tree (`assembly`).
"""

import email
import logging
import mmap
from email.message import Message
from typing import Any

import mailparser

from intake.mail.assembly import Assembly
from intake.mail.bounds import Bounds
from intake.mail.cut import SMALL, cut
from intake.mail.decode import Source
from intake.mail.headers import date_of, gathered, message_ids, people, readable
from intake.mail.mail import Address, Mail
from intake.mail.passages import split
from intake.mail.stream import PartSink

__all__ = ["PartSink", "parse_mail"]
_USUAL = Bounds()
_LOG = logging.getLogger("mailparser")


class _Reader(mailparser.MailParser):  # type: ignore[misc]  # the library is not typed
    """mail-parser without its own walk over the parts, which is what `assembly` does in its place."""

    def parse(self) -> "_Reader":
        """Headers, addresses and dates; the tree is in `message`."""
        self._reset()
        return self


def parse_mail(
    raw: bytes | mmap.mmap, sink: PartSink | None = None, bounds: Bounds = _USUAL, *, small: int = SMALL
) -> Mail:
    """Read a whole message (RFC 5322, RFC 2045); whatever is wrong with it becomes a code in `defects`.

    Args:
        raw: the message as the mailbox gave it, with any line ends; a mapped file is not held in memory.
        sink: gets the decoded content of every attachment while it is hashed; None drops it.
        bounds: what is read, and how much of it.
        small: body stretches up to this many bytes are left for the library to read.
    """
    made = cut(raw, bounds, small)
    defects = made.defects
    parser, message = _tree(made.skeleton, defects)
    source = Source(raw, made)
    headers = gathered((name, source.restored_text(str(value))) for name, value in message.raw_items())
    assembly = Assembly(bounds, sink, lambda content: _grown(content, bounds, defects), defects)
    assembly.texts["subject"] = subject = readable(next(iter(headers.get("subject", ())), ""))
    assembly.texts["body"] = ""
    body = assembly.texts["body"] = assembly.body(message, source)
    replied = message_ids(headers.get("in-reply-to", ()))
    raws = _first_values(message)
    sender = _people(parser, raws, "from") or _people(parser, raws, "sender")
    found = next(iter(headers.get("date", ())), "")
    date, mended = date_of(found, _said(parser, "date"))
    ids = headers.get("message-id", ())
    defects.update(code for code in (mended, "message-id-twice" if len(ids) > 1 else "") if code)
    return Mail(
        sha256=made.sha256,
        size=len(raw),
        message_id=next(iter(message_ids(ids)), next(iter(ids), "")),
        in_reply_to=replied,
        references=message_ids(headers.get("references", ())),
        subject=subject,
        sender=next(iter(sender), Address("", "")),
        reply_to=_people(parser, raws, "reply-to"),
        to=_people(parser, raws, "to"),
        cc=_people(parser, raws, "cc"),
        date=date,
        headers=headers,
        texts=assembly.texts,
        passages=(*split("body", body, subject=subject, reply=bool(replied)), *assembly.passages),
        parts=tuple(assembly.parts),
        defects=tuple(sorted(defects)),
    )


def _tree(skeleton: bytes, defects: set[str]) -> tuple[mailparser.MailParser | None, Message]:
    if _LOG.level != logging.CRITICAL:
        _LOG.setLevel(logging.CRITICAL)  # it warns of parts that we read ourselves
    try:
        parser = _Reader.from_bytes(skeleton)
    except (
        Exception
    ):  # known to raise AttributeError and others on malformed mails; the tree is to be had all the same
        defects.add("library-failed")
        parser = None
    message = parser.message if parser is not None else None
    if not isinstance(message, Message):
        message = _plain_tree(skeleton)
    defects.update(_CODES.get(type(found).__name__, "") for part in _few(message) for found in part.defects)
    defects.discard("")
    return parser, message


_CODES = {
    "NoBoundaryInMultipartDefect": "no-boundary",
    "StartBoundaryNotFoundDefect": "boundary-missing",
    "CloseBoundaryNotFoundDefect": "cut-off",
    "MissingHeaderBodySeparatorDefect": "header-damaged",
    "FirstHeaderLineIsContinuationDefect": "header-damaged",
    "MultipartInvariantViolationDefect": "boundary-missing",
}


def _few(message: Message) -> list[Message]:
    try:
        return list(message.walk())
    except RecursionError:
        return [message]


def _plain_tree(skeleton: bytes) -> Message:
    try:
        return email.message_from_bytes(skeleton)
    except Exception:  # then the headers alone, and the rest as text
        head, _, body = skeleton.replace(b"\r\n", b"\n").partition(b"\n\n")
        message = Message()
        for line in head.split(b"\n"):
            name, colon, value = line.decode("ascii", "surrogateescape").partition(":")
            if colon and name.isascii() and name.isidentifier():
                message[name] = value.strip()
        message.set_payload(body.decode("ascii", "surrogateescape"))
        return message


def _grown(content: bytes, bounds: Bounds, defects: set[str]) -> tuple[Message, Source]:
    """The tree of a message that came as the content of a part."""
    made = cut(content, bounds)
    defects |= made.defects
    return _tree(made.skeleton, defects)[1], Source(content, made)


def _said(parser: mailparser.MailParser | None, name: str) -> Any:
    try:
        return getattr(parser, name, None) or None
    except Exception:  # properties parse on access, and stumble as the constructor does
        return None


def _first_values(message: Message) -> dict[str, str]:
    values: dict[str, str] = {}
    for name, value in message.raw_items():
        values.setdefault(name.lower(), str(value))
    return values


def _people(parser: mailparser.MailParser | None, raws: dict[str, str], header: str) -> tuple[Address, ...]:
    raw = raws.get(header, "")
    if not raw:
        return ()
    found = _said(parser, {"from": "from_", "reply-to": "reply_to"}.get(header, header))
    return people(raw, found if isinstance(found, list) else [])

"""Bytes to `Mail`, the one place that knows mail-parser: it does headers, addresses, dates and the tree."""

import hashlib
import mmap
from collections.abc import Iterator
from email.message import Message
from typing import BinaryIO, Protocol

import mailparser

from intake.mail.bounds import Bounds
from intake.mail.mail import Address, Mail, Part, Passage, PassageKind, Role


class PartSink(Protocol):
    """Where the decoded content of attachments goes, in the order of the parts."""

    def open(self) -> BinaryIO:
        """A new place to write one part's content to; it is closed before `keep` is called."""
        ...

    def keep(self, sha256: str) -> None:
        """The content written to the place opened last has this sha256."""
        ...


def parse_mail(raw: bytes | mmap.mmap, sink: PartSink | None = None, bounds: Bounds = Bounds()) -> Mail:
    """Read a whole message (RFC 5322, RFC 2045); whatever is wrong with it becomes a code in `defects`.

    Args:
        raw: the message as the mailbox gave it, any line ends.
        sink: gets the decoded content of every attachment; None drops it.
        bounds: how much may be read.
    """
    from email.header import decode_header, make_header
    from email.utils import parsedate_to_datetime

    whole = bytes(raw)
    parser = mailparser.parse_from_bytes(whole)
    message: Message = parser.message
    headers: dict[str, tuple[str, ...]] = {}
    for name, value in message.items():
        text = str(value).replace("\r", "").replace("\n", "")
        try:
            text = str(make_header(decode_header(text)))
        except (LookupError, ValueError):
            pass
        headers[name.lower()] = (*headers.get(name.lower(), ()), text)

    def first(name: str) -> str:
        return headers.get(name, ("",))[0].strip()

    def people(pairs: list[tuple[str, str]]) -> tuple[Address, ...]:
        return tuple(Address(name, email.lower()) for name, email in pairs)

    try:
        date = parsedate_to_datetime(first("date"))
    except ValueError:
        date = None
    plain, html, parts = [], [], []
    for path, leaf in _leaves(message):
        content = leaf.get_payload(decode=True) if not leaf.is_multipart() else leaf.as_bytes()
        content = content if isinstance(content, bytes) else b""
        named = leaf.get_filename()
        if (
            leaf.get_content_maintype() == "text"
            and leaf.get_content_disposition() != "attachment"
            and not named
        ):
            text = content.decode(leaf.get_content_charset() or "utf-8", "replace").replace("\r\n", "\n")
            (html if leaf.get_content_subtype() == "html" else plain).append(text)
            continue
        digest = hashlib.sha256(content).hexdigest()
        if sink is not None:
            with sink.open() as place:
                place.write(content)
            sink.keep(digest)
        try:
            name = str(make_header(decode_header(named or "")))
        except (LookupError, ValueError):
            name = named or ""
        parts.append(
            Part(
                path,
                name,
                name.replace("/", "_"),
                leaf.get_content_type(),
                leaf.get_content_type(),
                leaf.get_content_disposition() or "",
                (leaf.get("Content-ID") or "").strip("<> "),
                len(content),
                digest,
                _role(leaf),
            )
        )
    if plain:
        body = "\n".join(plain)
    else:
        from inscriptis import get_text

        body = "\n".join(get_text(text) for text in html if text.strip())
    sender = people(parser.from_) or (Address("", ""),)
    return Mail(
        sha256=hashlib.sha256(whole).hexdigest(),
        size=len(whole),
        message_id=first("message-id"),
        in_reply_to=tuple(first("in-reply-to").split()),
        references=tuple(first("references").split()),
        subject=first("subject"),
        sender=sender[0],
        reply_to=people(parser.reply_to or []),
        to=people(parser.to or []),
        cc=people(parser.cc or []),
        date=date if date is None or date.tzinfo else None,
        headers=headers,
        texts={"subject": first("subject"), "body": body},
        passages=(Passage("body", 0, len(body), PassageKind.OWN),) if body.strip() else (),
        parts=tuple(parts),
    )


def _leaves(message: Message) -> Iterator[tuple[tuple[int, ...], Message]]:
    if message.is_multipart() and message.get_content_maintype() == "multipart":
        for number, child in enumerate(message.get_payload()):
            assert isinstance(child, Message)
            yield from (((number, *path), leaf) for path, leaf in _leaves(child))
    else:
        yield (), message


def _role(leaf: Message) -> Role:
    kind = leaf.get_content_maintype()
    return {"image": Role.PHOTO, "video": Role.VIDEO, "audio": Role.AUDIO, "message": Role.MAIL}.get(
        kind, Role.DOCUMENT
    )

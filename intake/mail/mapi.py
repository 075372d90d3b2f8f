"""What Outlook's containers hold (winmail.dat and .msg): an `OutlookItem`, and the mail it amounts to.

Property numbers are those of [MS-OXPROPS]; compressed RTF is [MS-OXRTFCP].
"""

import base64
import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import datetime
from email.header import Header
from email.utils import format_datetime, formataddr

from intake.mail.bounds import Bounds
from intake.mail.documents import document_of

SUBJECT, HEADERS, BODY, RTF, HTML = 0x0037, 0x007D, 0x1000, 0x1009, 0x1013
SENDER_NAME, SENDER_EMAIL, SENDER_SMTP = 0x0C1A, 0x0C1F, 0x5D01
SHOWN_TO, SHOWN_CC, MESSAGE_ID, SENT = 0x0E04, 0x0E03, 0x1035, 0x0039
CONTENT, SHORT_NAME, LONG_NAME, MEDIA_TYPE, CONTENT_ID, SHOWN_NAME = (
    0x3701,
    0x3704,
    0x3707,
    0x370E,
    0x3712,
    0x3001,
)
HIDDEN = 0x7FFE

_CODED = "Content-Transfer-Encoding: base64"

_RTF_START = (
    rb"{\rtf1\ansi\mac\deff0\deftab720{\fonttbl;}{\f0\fnil \froman \fswiss \fmodern \fscript \fdecor"
    rb" MS Sans SerifSymbolArialTimes New RomanCourier{\colortbl\red0\green0\blue0"
    + b"\r\n"
    + rb"\par \pard\plain\f0\fs20\b\i\u\tab\tx"
)


@dataclass(slots=True)
class Enclosed:
    """A file within an item; `item` where it is a message of its own."""

    name: str
    media_type: str
    content_id: str
    content: bytes
    item: "OutlookItem | None" = None


@dataclass(slots=True)
class OutlookItem:
    """What an item says, as far as it says it; texts are decoded.

    `html_charset` is that of `html`, "" where the HTML itself has to tell.
    """

    subject: str = ""
    headers: str = ""
    sender: tuple[str, str] = ("", "")
    to: str = ""
    cc: str = ""
    message_id: str = ""
    sent: datetime | None = None
    body: str = ""
    html: bytes = b""
    html_charset: str = ""
    rtf: bytes = b""
    enclosed: list[Enclosed] = field(default_factory=list)

    def text(self, bounds: Bounds) -> str:
        """Its text as it stands; of an item that has RTF alone, what that says; else ""."""
        if self.body.strip() or self.html or not self.rtf:
            return self.body
        return document_of(unpacked_rtf(self.rtf, bounds.text), "application/rtf", "", bounds).text


def unpacked_rtf(packed: bytes, limit: int) -> bytes:
    """The RTF behind PidTagRtfCompressed ([MS-OXRTFCP] section 2.2); as much as there is, up to `limit`."""
    if len(packed) < 16:
        return b""
    kind, size = packed[8:12], min(int.from_bytes(packed[4:8], "little"), limit)
    if kind == b"MELA":
        return packed[16 : 16 + size]
    out, at = bytearray(_RTF_START), 16
    base = len(out)
    while at < len(packed) and len(out) - base < size:
        flags, at = packed[at], at + 1
        for bit in range(8):
            if at >= len(packed):
                break
            if not flags >> bit & 1:
                out.append(packed[at])
                at += 1
                continue
            token, at = int.from_bytes(packed[at : at + 2], "big"), at + 2
            offset, length = token >> 4, (token & 15) + 2
            back = (len(out) - offset) % 4096
            if back == 0 or back > len(out):  # the end, or damage
                return bytes(out[base:])
            for _ in range(length):
                out.append(out[-back])
    return bytes(out[base : base + size])


def as_message(item: OutlookItem, bounds: Bounds, level: int = 0) -> bytes:
    """The item as an RFC 5322 message with the same headers, texts and files.

    The transport's own headers where the item kept them, apart from those that described its MIME structure.
    """
    told = hashlib.sha256(f"{item.subject}\0{item.body}".encode("utf-8", "replace") + item.html)
    mark = f"outlook_{level}_{told.hexdigest()[:24]}"
    texts = list(_texts(item, bounds))
    if len(texts) > 1:
        texts = [_multipart("alternative", f"=_texts_{mark}", texts)]
    head, content = _multipart("mixed", f"=_{mark}", (*texts, *_files(item, bounds, level)))
    lines = (*_headers(item), "MIME-Version: 1.0", head, "", "")
    return "\r\n".join(lines).encode("utf-8", "replace") + content


def _multipart(subtype: str, boundary: str, parts: Iterable[tuple[str, bytes]]) -> tuple[str, bytes]:
    """The header and the content of a part that holds these (RFC 2046 section 5.1)."""
    out = []
    for head, content in parts:
        out += [f"--{boundary}\r\n{head}\r\n\r\n".encode("utf-8", "replace"), content, b"\r\n"]
    out.append(f"--{boundary}--\r\n".encode())
    return f'Content-Type: multipart/{subtype}; boundary="{boundary}"', b"".join(out)


def _headers(item: OutlookItem) -> Iterable[str]:
    kept: list[str] = []
    for line in item.headers.replace("\r\n", "\n").split("\n"):
        if line[:1] in (" ", "\t") and kept:
            kept[-1] += "\r\n" + line
        elif ":" in line[:80]:
            kept.append(line)
    names = {line.partition(":")[0].strip().lower() for line in kept}
    yield from (line for line in kept if not line.lower().startswith(("content-", "mime-version")))
    name, email = item.sender
    told = {
        "from": formataddr((str(Header(name, "utf-8")) if not name.isascii() else name, email))
        if name or email
        else "",
        "to": _one_line(item.to),
        "cc": _one_line(item.cc),
        "subject": _one_line(item.subject),
        "message-id": item.message_id,
        "date": format_datetime(item.sent) if item.sent else "",
    }
    for key, value in told.items():
        if value and key not in names:
            yield f"{key.title()}: {_one_line(value)}"


def _one_line(text: str) -> str:
    return " ".join(text.replace("\x00", "").split())


def _texts(item: OutlookItem, bounds: Bounds) -> Iterator[tuple[str, bytes]]:
    """Its renderings, the plainest first (RFC 2046 section 5.1.4)."""
    if text := item.text(bounds):
        plain = base64.encodebytes(text.encode("utf-8", "replace"))
        yield f"Content-Type: text/plain; charset=utf-8\r\n{_CODED}", plain
    if item.html:
        charset = f"; charset={item.html_charset}" if item.html_charset else ""
        yield f"Content-Type: text/html{charset}\r\n{_CODED}", base64.encodebytes(item.html)


def _files(item: OutlookItem, bounds: Bounds, level: int) -> Iterator[tuple[str, bytes]]:
    for file in item.enclosed:
        name = _one_line(file.name).replace('"', "'").replace("\\", "_")
        said = (
            f'Content-Disposition: attachment; filename="{name}"'
            if name
            else "Content-Disposition: attachment"
        )
        if file.item is not None and level < 5:
            named = name or f"{_one_line(file.item.subject)}.eml".replace('"', "'")
            said = f'Content-Disposition: attachment; filename="{named}"'
            yield f"Content-Type: message/rfc822\r\n{said}", as_message(file.item, bounds, level + 1)
            continue
        cid = f"\r\nContent-ID: <{_one_line(file.content_id)}>" if file.content_id else ""
        kind = _one_line(file.media_type) or "application/octet-stream"
        yield f"Content-Type: {kind}\r\n{said}{cid}\r\n{_CODED}", base64.encodebytes(file.content)

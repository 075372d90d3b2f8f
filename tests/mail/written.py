"""Raw messages for the tests of reading: bytes as a mailbox gives them, not as a library would write them."""

import base64
from pathlib import Path

HEAD = (
    b"From: Jan <jan@school.example>\r\nTo: desk@raad.example\r\nSubject: Actieweek\r\n"
    b"Date: Mon, 06 Mar 2017 10:00:00 +0100\r\nMessage-ID: <1@school.example>\r\nMIME-Version: 1.0\r\n"
)
SHARED = Path(__file__).parents[2].parent / "shared"


def mail(body: bytes, *headers: bytes, head: bytes = HEAD) -> bytes:
    """The usual headers, some more, and a body."""
    return head + b"".join(header + b"\r\n" for header in headers) + b"\r\n" + body


def multipart(*parts: bytes, kind: bytes = b"mixed", boundary: bytes = b"grens", head: bytes = HEAD) -> bytes:
    """A message of parts, each with its own headers."""
    return mail(
        joined(*parts, boundary=boundary),
        b'Content-Type: multipart/%s; boundary="%s"' % (kind, boundary),
        head=head,
    )


def joined(*parts: bytes, boundary: bytes) -> bytes:
    """Parts between the lines of their boundary."""
    return b"".join(b"--%s\r\n%s\r\n" % (boundary, part) for part in parts) + b"--%s--\r\n" % boundary


def part(content: bytes, *headers: bytes) -> bytes:
    """A part with these headers."""
    return b"".join(header + b"\r\n" for header in headers) + b"\r\n" + content


def coded(content: bytes, *headers: bytes) -> bytes:
    """A part in base64."""
    lines = base64.encodebytes(content).replace(b"\n", b"\r\n").rstrip(b"\r\n")
    return part(lines, *headers, b"Content-Transfer-Encoding: base64")


def text(content: bytes = b"Hallo", charset: bytes = b"utf-8", *headers: bytes) -> bytes:
    """A text/plain part."""
    return part(content, b"Content-Type: text/plain; charset=%s" % charset, *headers)

"""Attachments: saved to a person's own machine, never opened in the desk's pages."""

from collections.abc import Iterator
from typing import BinaryIO, Final
from urllib.parse import quote

from starlette.responses import Response, StreamingResponse

from review.visit import Visit
from store import mailviews
from store.blobs import BlobStore
from store.draftview import PartView
from store.errors import NotFound

_PIECE: Final = 1 << 18


def download(visit: Visit) -> Response:
    """One attachment, as a file to save: whatever it says that it is, no browser shows it here."""
    part = part_of(visit)
    return saved(visit.desk.blobs, part.sha256, part.safe_name or "bijlage", part.size)


def saved(blobs: BlobStore, sha256: str, name: str, size: int) -> Response:
    """A content as a file to save, under a name, of so many bytes."""
    plain = "".join(letter if letter.isascii() and letter.isalnum() else "_" for letter in name)
    headers = {
        "content-disposition": f"attachment; filename=\"{plain}\"; filename*=UTF-8''{quote(name, safe='')}",
        "content-length": str(size),
        "content-security-policy": "sandbox; default-src 'none'",
    }
    return StreamingResponse(
        pieces(blobs.open(sha256)), headers=headers, media_type="application/octet-stream"
    )


def raw(visit: Visit) -> Response:
    """A mail as it came, to save: whatever is in it, no browser shows it here."""
    with visit.desk.store.view() as s:
        mail = mailviews.mail(s, visit.number)
    headers = {
        "content-disposition": f'attachment; filename="mail-{mail.id}.eml"',
        "content-length": str(mail.size),
        "content-security-policy": "sandbox; default-src 'none'",
    }
    stream = visit.desk.blobs.open(mail.sha256)
    return StreamingResponse(pieces(stream), headers=headers, media_type="application/octet-stream")


def part_of(visit: Visit) -> PartView:
    """The attachment that the address names, which must be of the mail that it names.

    Raises:
        NotFound: there is none.
    """
    wanted = int(visit.request.path_params["part"])
    with visit.desk.store.view() as s:
        parts = mailviews.parts(s, [visit.number])
    found = next((part for part in parts if part.id == wanted), None)
    if found is None:
        raise NotFound(f"mail {visit.number} has no attachment {wanted}")
    return found


def pieces(stream: BinaryIO) -> Iterator[bytes]:
    """A stream in pieces, closed at its end."""
    with stream:
        while piece := stream.read(_PIECE):
            yield piece

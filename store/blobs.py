"""Raw mails and attachments by sha256: durable once put, verified when read."""

import hashlib
import io
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager
from datetime import datetime
from pathlib import Path
from typing import BinaryIO, Protocol

from store.errors import BlobDamaged, StoreError
from store.settings import StoreSettings

# What is held of a large blob at a time.
PIECE = 1 << 20

_SHA256 = re.compile(r"[0-9a-f]{64}")


class BlobStore(Protocol):
    """Where contents are kept. Putting what is kept already costs nothing and changes nothing."""

    def put_many(self, contents: Sequence[bytes]) -> list[str]:
        """Keep these contents, durable on return; gives their sha256 in the same order."""

    def put_stream(self, chunks: Iterable[bytes]) -> str:
        """Keep one content that comes in pieces and is never held whole; gives its sha256."""

    def adopt(self, files: Mapping[str, Path]) -> None:
        """Take over files by their sha256, which is verified; durable on return, the files are then gone."""

    def open(self, sha256: str) -> BinaryIO:
        """A stream from start to end; raises BlobDamaged at its end if the bytes are not the blob's."""

    def read(self, sha256: str) -> bytes:
        """The content, verified. For small ones: it is held whole."""

    def local(self, sha256: str) -> AbstractContextManager[Path]:
        """The content as a file, verified, for as long as the context lasts. Not to be written to."""

    def remove(self, sha256: str, unless_after: datetime | None = None) -> bool:
        """Forget a content, unless it was put (again) after this moment; false where it stays or was not."""

    def all(self) -> Iterator[tuple[str, datetime]]:
        """Every content and when it was last put, in UTC."""

    def sweep_leftovers(self, before: datetime) -> int:
        """Remove what unfinished puts left before this moment; gives how many."""

    def check(self) -> None:
        """Put, read and remove a small content. Raises StoreError, with what to do."""


def open_blobs(settings: StoreSettings) -> BlobStore:
    """The blob store of these settings: a bucket for a URL, else a folder."""
    if "://" in settings.blobs:
        from store.bucket import BucketBlobs  # an extra: needed, and loaded, for buckets alone

        return BucketBlobs(
            settings.blobs, settings.bucket_endpoint, spool=settings.spool, threads=settings.blob_threads
        )
    from store.folder import FolderBlobs  # beside its sibling, for the same choice

    return FolderBlobs(Path(settings.blobs), threads=settings.blob_threads)


def digest(content: bytes) -> str:
    """The sha256 that a content goes by, in hexadecimal."""
    return hashlib.sha256(content).hexdigest()


def named(sha256: str) -> str:
    """The same sha256, if it is one: it becomes part of a path.

    Raises:
        StoreError: it is anything else.
    """
    if not _SHA256.fullmatch(sha256):
        raise StoreError(f"no sha256: {sha256[:80]!r}")
    return sha256


def verified(content: bytes, sha256: str) -> bytes:
    """The same content, if it is the one that goes by this sha256.

    Raises:
        BlobDamaged: it is another.
    """
    if digest(content) != sha256:
        raise BlobDamaged(f"blob {sha256} is damaged: restore it from a backup")
    return content


class VerifiedStream(io.RawIOBase):
    """Reads another stream once, from start to end; raises at the end if the bytes are not the blob's."""

    def __init__(self, inner: BinaryIO, sha256: str) -> None:
        self._inner = inner
        self._sha256 = sha256
        self._hash = hashlib.sha256()

    def readable(self) -> bool:
        """It can be read."""
        return True

    def readinto(self, buffer: object) -> int:
        """Fill the buffer; 0 at the end, which was then found to be right."""
        view = memoryview(buffer)  # type: ignore[arg-type]
        piece = self._inner.read(len(view))
        if not piece:
            if self._hash.hexdigest() != self._sha256:
                raise BlobDamaged(f"blob {self._sha256} is damaged: restore it from a backup")
            return 0
        self._hash.update(piece)
        view[: len(piece)] = piece
        return len(piece)

    def close(self) -> None:
        """Close the inner stream too."""
        self._inner.close()
        super().close()

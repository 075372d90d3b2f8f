"""What a folder of blobs asks of the operating system, and its complaints in the store's words."""

import io
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

from store.errors import BlobMissing, StoreError, StoreFull, StoreUnreachable
from store.failures import has_no_room


class NotOursError(Exception):
    """Carries a trouble of whoever makes the pieces past our own handling of files."""

    def __init__(self, cause: OSError) -> None:
        super().__init__(str(cause))
        self.cause = cause


def as_theirs(chunks: Iterable[bytes]) -> Iterator[bytes]:
    """The pieces; a trouble in making them comes out as NotOursError."""
    try:
        yield from chunks
    except OSError as error:
        raise NotOursError(error) from error


def write_whole(file: io.FileIO, chunk: bytes) -> None:
    """An unbuffered write may take less than it was given."""
    rest = memoryview(chunk)
    while rest:
        rest = rest[file.write(rest) :]


def put_at(path: Path) -> datetime:
    """When a blob was last put: its file's time of modification, in UTC."""
    return datetime.fromtimestamp(path.stat().st_mtime, UTC)


@contextmanager
def told(sha256: str = "") -> Iterator[None]:
    """The operating system's complaints in the store's words."""
    try:
        yield
    except FileNotFoundError as error:
        if sha256:
            raise BlobMissing(f"blob {sha256} is not kept") from error
        raise StoreError(f"a file or folder went missing while we wrote it: {error}") from error
    except OSError as error:
        if has_no_room(error):
            raise StoreFull("the disk of the blobs is full: make room, the work then resumes") from error
        raise StoreUnreachable(f"the folder of the blobs cannot be used: {error}") from error

"""Blobs in a bucket (S3 and what speaks it), through fsspec: the only module that knows it."""

import hashlib
import io
import os
import tempfile
import uuid
from collections.abc import Iterable, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, contextmanager, suppress
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import IO, Any, BinaryIO, cast

import fsspec

from store.blobs import PIECE, VerifiedStream, digest, named, verified
from store.errors import BlobDamaged, BlobMissing, StoreError, StoreFull, StoreUnreachable
from store.failures import has_no_room

# Seconds to reach the service, and to wait for each of its answers, before it counts as unreachable.
_CONNECT_SECONDS = 10
_READ_SECONDS = 60


class BucketBlobs:
    """Blobs as objects `PREFIX/ab/SHA256`. An object is there whole or not at all, and durable once put.

    A content that is kept already is put again, for that is what makes it young (see `remove`), and asking
    first would cost as much. Credentials come from the environment, as the AWS tools read them.
    """

    def __init__(self, url: str, endpoint: str = "", *, spool: Path, threads: int = 8) -> None:
        """Reaches nothing yet. `endpoint` is the service's URL where it is not Amazon's.

        `spool` is a folder for contents on their way; what a crash leaves there is swept with it.

        Raises:
            StoreError: the service cannot be spoken to with what is installed.
        """
        kind, _, path = url.partition("://")
        options: dict[str, Any] = {"use_listings_cache": False, "skip_instance_cache": True}
        if kind == "s3":
            options["config_kwargs"] = {"connect_timeout": _CONNECT_SECONDS, "read_timeout": _READ_SECONDS}
            if endpoint:
                options["endpoint_url"] = endpoint
        try:
            self._files = fsspec.filesystem(kind, **options)
        except (ImportError, ValueError) as error:
            raise StoreError(
                f"{kind}:// needs a package more: pip install 'intake[bucket]' ({error})"
            ) from error
        self._prefix = path.strip("/")
        self._threads = threads
        self._spool = spool

    def key(self, sha256: str) -> str:
        """Where a content stands, or would stand."""
        name = named(sha256)
        return f"{self._prefix}/{name[:2]}/{name}"

    def put_many(self, contents: Sequence[bytes]) -> list[str]:
        """Keep these contents, durable on return; gives their sha256 in the same order."""
        names = [digest(content) for content in contents]
        work = dict(zip(names, contents, strict=True))
        with _told(), ThreadPoolExecutor(self._threads) as pool:
            list(pool.map(lambda name: self._files.pipe_file(self.key(name), work[name]), work))
        return names

    def put_stream(self, chunks: Iterable[bytes]) -> str:
        """Keep one content that comes in pieces and is never held whole; gives its sha256."""
        found = hashlib.sha256()
        # Its name is known at its end alone, and it must not stand under another: by way of a file, then.
        with self._temporary() as file:
            for chunk in chunks:
                found.update(chunk)
                with _told():
                    file.write(chunk)
            with _told():
                file.flush()
                self._files.put_file(file.name, self.key(found.hexdigest()))
        return found.hexdigest()

    def adopt(self, files: Mapping[str, Path]) -> None:
        """Take over files by their sha256, which is verified; durable on return, the files are then gone."""
        with ThreadPoolExecutor(self._threads) as pool:
            list(pool.map(self._take, files, files.values()))

    def open(self, sha256: str) -> BinaryIO:
        """A stream from start to end; raises BlobDamaged at its end if the bytes are not the blob's."""
        with _told(sha256):
            inner = self._files.open(self.key(sha256), "rb", block_size=PIECE, cache_type="readahead")
        return cast(BinaryIO, io.BufferedReader(VerifiedStream(inner, sha256), PIECE))

    def read(self, sha256: str) -> bytes:
        """The content, verified."""
        with _told(sha256):
            content = self._files.cat_file(self.key(sha256))
        return verified(content, sha256)

    @contextmanager
    def local(self, sha256: str) -> Iterator[Path]:
        """A copy in the spool, verified."""
        with self._temporary() as file:
            with _told(sha256), self.open(sha256) as stream:
                for piece in iter(partial(stream.read, PIECE), b""):
                    file.write(piece)
            file.flush()
            yield Path(file.name)

    def remove(self, sha256: str, unless_after: datetime | None = None) -> bool:
        """Forget a content, unless it was put (again) after this moment; false where it stays or was not.

        A bucket cannot do both in one step: a content that is put again in the milliseconds between is lost
        to its new owner. Sweeping only what is a day old, and that nobody refers to, keeps that a theory.
        """
        try:
            with _told(sha256):
                if (
                    unless_after is not None
                    and self._put_at(self._files.info(self.key(sha256))) > unless_after
                ):
                    return False
                if unless_after is None and not self._files.exists(self.key(sha256)):
                    return False
                self._files.rm_file(self.key(sha256))
        except BlobMissing:
            return False
        return True

    def all(self) -> Iterator[tuple[str, datetime]]:
        """Every content and when it was last put, in UTC."""
        with _told():
            found = self._files.find(self._prefix, detail=True)
        for name, about in found.items():
            sha256 = name.rpartition("/")[2]
            with suppress(StoreError):  # what others put into the bucket is not ours
                yield named(sha256), self._put_at(about)

    def sweep_leftovers(self, before: datetime) -> int:  # noqa: ARG002 - as for every blob store
        """Nothing: an unfinished object never shows."""
        return 0

    def check(self) -> None:
        """Put, read and remove a small content. Raises StoreError, with what to do."""
        content = f"intake check {uuid.uuid4()}".encode()
        (sha256,) = self.put_many([content])
        self.read(sha256)
        self.remove(sha256)

    def _take(self, sha256: str, path: Path) -> None:
        with path.open("rb") as file:
            if hashlib.file_digest(file, "sha256").hexdigest() != named(sha256):
                raise BlobDamaged(f"the file {path.name} does not have the sha256 that it is said to have")
        with _told():
            self._files.put_file(os.fspath(path), self.key(sha256))
        path.unlink()

    @contextmanager
    def _temporary(self) -> Iterator[IO[bytes]]:
        with ExitStack() as stack:
            with _told():
                self._spool.mkdir(parents=True, exist_ok=True)
                file = stack.enter_context(tempfile.NamedTemporaryFile(dir=self._spool))
            yield file

    @staticmethod
    def _put_at(about: Mapping[str, Any]) -> datetime:
        moment = about.get("LastModified") or about.get("created")
        if not isinstance(moment, datetime):
            raise StoreError("the bucket does not tell how old its objects are")
        return moment.replace(tzinfo=UTC) if moment.tzinfo is None else moment.astimezone(UTC)


@contextmanager
def _told(sha256: str = "") -> Iterator[None]:
    """The service's complaints in the store's words; its libraries raise all kinds of errors."""
    try:
        yield
    except StoreError:
        raise
    except FileNotFoundError as error:
        if sha256:
            raise BlobMissing(f"blob {sha256} is not kept") from error
        raise StoreUnreachable(f"the bucket does not exist: {error}") from error
    except OSError as error:
        if has_no_room(error):
            raise StoreFull("the disk of the spool is full: make room, the work then resumes") from error
        raise StoreUnreachable(f"the bucket cannot be used: {type(error).__name__}: {error}") from error
    except Exception as error:  # whatever it is, it came from the service or the way there
        raise StoreUnreachable(f"the bucket cannot be used: {type(error).__name__}: {error}") from error

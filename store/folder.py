"""Blobs in a folder: written under a temporary name, flushed to disk, then given their own name."""

import contextlib
import hashlib
import io
import os
import uuid
from collections.abc import Iterable, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, contextmanager
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import BinaryIO, cast

from store.blobs import PIECE, VerifiedStream, digest, named, verified
from store.errors import BlobDamaged
from store.files import NotOursError, as_theirs, put_at, told, write_whole
from store.flush import flush_files, flush_folder, flush_folders

# What is being written, or on its way out, stands here; nobody looks for blobs in it.
_UNFINISHED = "unfinished"


class FolderBlobs:
    """Blobs as files `ab/SHA256` below a folder. Threads and processes may share it.

    256 folders hold a hundred thousand blobs at 400 each. A second level would make nearly every put of the
    first years also make a folder, and flush two more: 0.7 s instead of 0.4 s for 1,000 blobs.
    """

    def __init__(self, root: Path, *, threads: int = 8) -> None:
        """Touches nothing yet. `threads` share the work of one batch; their flushes go to disk together."""
        self._root = root
        self._threads = threads

    def path(self, sha256: str) -> Path:
        """Where a content stands, or would stand."""
        name = named(sha256)
        return self._root / name[:2] / name

    def put_many(self, contents: Sequence[bytes]) -> list[str]:
        """Keep these contents, durable on return; gives their sha256 in the same order.

        Raises:
            StoreFull: there is no room; some of the batch may have been kept, nothing is half kept.
        """
        names = [digest(content) for content in contents]
        with told(), ThreadPoolExecutor(self._threads) as pool:
            fresh = {name: c for name, c in zip(names, contents, strict=True) if not self._is_kept(name)}
            with self._unfinished(len(fresh)) as files:
                # Written by one thread, which others would only get in the way of; then flushed side by side.
                for file, content in zip(files, fresh.values(), strict=True):
                    write_whole(file, content)
                flush_files([file.fileno() for file in files], pool, self._threads)
                for file, name in zip(files, fresh, strict=True):
                    self._name(file.name, name)
            self._flush_folders(pool, names)
        return names

    def put_stream(self, chunks: Iterable[bytes]) -> str:
        """Keep one content that comes in pieces and is never held whole; gives its sha256.

        What goes wrong in making the pieces (the line to a mailbox breaks) is raised as it is.
        """
        try:
            with told(), self._unfinished(1) as (file,), ThreadPoolExecutor(self._threads) as pool:
                found = hashlib.sha256()
                for chunk in as_theirs(chunks):
                    found.update(chunk)
                    write_whole(file, chunk)
                os.fsync(file.fileno())
                name = self._name(file.name, found.hexdigest())
                self._flush_folders(pool, [name])
        except NotOursError as error:
            raise error.cause from None
        return name

    def adopt(self, files: Mapping[str, Path]) -> None:
        """Take over files by their sha256, which is verified; durable on return, the files are then gone."""
        with told(), ThreadPoolExecutor(self._threads) as pool:
            self._flush_folders(pool, list(pool.map(self._take, files.keys(), files.values())))

    def open(self, sha256: str) -> BinaryIO:
        """A stream from start to end; raises BlobDamaged at its end if the bytes are not the blob's."""
        with told(sha256):
            inner = self.path(sha256).open("rb", buffering=0)
        stream = VerifiedStream(cast(BinaryIO, inner), sha256)
        return cast(BinaryIO, io.BufferedReader(stream, PIECE))

    def read(self, sha256: str) -> bytes:
        """The content, verified."""
        with told(sha256):
            return verified(self.path(sha256).read_bytes(), sha256)

    @contextmanager
    def local(self, sha256: str) -> Iterator[Path]:
        """The kept file itself, verified."""
        with told(sha256), self.path(sha256).open("rb") as file:
            if hashlib.file_digest(file, "sha256").hexdigest() != sha256:
                raise BlobDamaged(f"blob {sha256} is damaged: restore it from a backup")
        yield self.path(sha256)

    def remove(self, sha256: str, unless_after: datetime | None = None) -> bool:
        """Forget a content, unless it was put (again) after this moment; false where it stays or is not kept.

        It is moved aside first and looked at then: whoever puts the same content meanwhile either made it
        young before, which is seen, or finds it gone and writes it anew.
        """
        with told():
            path, aside = self.path(sha256), Path(self._unfinished_path())
            try:
                path.rename(aside)
            except FileNotFoundError:
                return False
            if unless_after is not None and put_at(aside) > unless_after:
                aside.rename(path)
                return False
            aside.unlink()
            return True

    def all(self) -> Iterator[tuple[str, datetime]]:
        """Every content and when it was last put, in UTC."""
        with told():
            for path in self._root.glob("[0-9a-f][0-9a-f]/*"):
                with contextlib.suppress(FileNotFoundError):
                    yield path.name, put_at(path)

    def sweep_leftovers(self, before: datetime) -> int:
        """Remove what unfinished puts left before this moment; gives how many."""
        gone = 0
        with told():
            for path in (self._root / _UNFINISHED).glob("*"):
                with contextlib.suppress(FileNotFoundError):
                    if put_at(path) < before:
                        path.unlink()
                        gone += 1
        return gone

    def check(self) -> None:
        """Put, read and remove a small content. Raises StoreError, with what to do."""
        content = f"intake check {uuid.uuid4()}".encode()
        (sha256,) = self.put_many([content])
        self.read(sha256)
        self.remove(sha256)

    def _flush_folders(self, pool: ThreadPoolExecutor, names: Sequence[str]) -> None:
        """Flush the folders whose entries were changed for these (by us or another just now), each once."""
        if names:
            folders = {str(self._root), *(os.path.dirname(self._at(name)) for name in names)}
            flush_folders(folders, pool, self._threads)

    def _take(self, sha256: str, path: Path) -> str:
        """One file to its place: by its name where it stands on the same disk, else by a copy."""
        with path.open("rb") as file:
            if hashlib.file_digest(file, "sha256").hexdigest() != named(sha256):
                raise BlobDamaged(f"the file {path.name} does not have the sha256 that it is said to have")
            if not self._is_kept(sha256):
                if path.stat().st_dev == self._unfinished_folder().stat().st_dev:
                    os.fsync(file.fileno())
                    os.utime(path)
                    return self._name(path, sha256)
                file.seek(0)
                with self._unfinished(1) as (copy,):
                    for piece in iter(partial(file.read, PIECE), b""):
                        write_whole(copy, piece)
                    os.fsync(copy.fileno())
                    self._name(copy.name, sha256)
        path.unlink()
        return sha256

    def _is_kept(self, sha256: str) -> bool:
        """Whether it is there; if so it is young again, so that nobody sweeps it away from under us."""
        try:
            os.utime(self._at(sha256))
        except FileNotFoundError:
            return False
        return True

    def _at(self, sha256: str) -> str:
        """What `path` gives, as a string: in a batch of small files, making paths would cost most."""
        return f"{self._root}/{sha256[:2]}/{sha256}"

    def _name(self, written: str | Path, sha256: str) -> str:
        at = self._at(sha256)
        try:
            os.rename(written, at)
        except FileNotFoundError:
            os.makedirs(os.path.dirname(at), exist_ok=True)
            os.rename(written, at)
        return sha256

    @contextmanager
    def _unfinished(self, count: int) -> Iterator[list[io.FileIO]]:
        """New files to write, to be given their names; those that have none are gone after an error."""
        stem = self._unfinished_path()
        paths = [f"{stem}.{number}" for number in range(count)]
        try:
            with ExitStack() as opened:
                yield [opened.enter_context(open(path, "xb", buffering=0)) for path in paths]
        except BaseException:
            for path in paths:
                with contextlib.suppress(FileNotFoundError):
                    os.unlink(path)
            raise

    def _unfinished_path(self) -> str:
        return f"{self._unfinished_folder()}/{uuid.uuid4().hex}"

    def _unfinished_folder(self) -> Path:
        folder = self._root / _UNFINISHED
        if not folder.is_dir():
            folder.mkdir(parents=True, exist_ok=True)
            flush_folder(self._root.parent)
        return folder

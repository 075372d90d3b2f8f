"""A new ZIP on a person's disk: one that is there stays, and half of one never does."""

import os
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from intake.errors import IntakeError


@contextmanager
def new_archive(path: Path, mode: int) -> Iterator[zipfile.ZipFile]:
    """A ZIP to fill, for those whom `mode` (POSIX) lets read it.

    Raises:
        IntakeError: there is such a file already, or it cannot be written.
    """
    try:
        handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, mode)
    except OSError as error:
        raise IntakeError(f"{path} cannot be made: {error.strerror}; name another file") from None
    try:
        os.fchmod(handle, mode)  # the umask takes from it what others may read
        with os.fdopen(handle, "wb") as file, zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
            yield archive
    except BaseException:
        path.unlink(missing_ok=True)  # half of it would pass for all
        raise

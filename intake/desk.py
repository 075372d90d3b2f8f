"""One claimed mail on the desk: where its attachments land, and what came of reading it."""

from collections.abc import Sequence
from concurrent.futures import Future
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from store.incoming import NewReading
from store.queue import Claimed


class MailReader(Protocol):
    """Reads mails within limits of time and memory (`intake.sandbox`)."""

    def __call__(self, mails: Sequence[tuple[Path, Path]]) -> Sequence[Future[NewReading]]:
        """The readings to come of files, each with its spool: attachments land there, named by their sha256.

        A future raises BadMail with its reason where a limit was passed or an extractor failed.
        """
        ...


@dataclass(slots=True)
class OnDesk:
    """One mail in work: what must be given back afterwards, and what came of it."""

    claimed: Claimed
    held: ExitStack
    spool: Path
    reading: NewReading | None = None
    bad: str = ""
    trouble: str = ""

    def check(self) -> None:
        """No attachment that the reading names may be missing: staff would find a name without content."""
        here = self.files()
        if self.reading is not None:
            for part in self.reading.parts:
                if part.sha256 not in here:
                    self.reading, self.trouble = None, f'attachment "{part.name}" was lost while it was read'
                    return

    def files(self) -> dict[str, Path]:
        """The attachments that the reading speaks of, by sha256."""
        wanted = {part.sha256 for part in self.reading.parts} if self.reading else set()
        if not wanted or not self.spool.is_dir():
            return {}
        return {path.name: path for path in self.spool.iterdir() if path.name in wanted}

"""How a pass is shown: a bar on a terminal, plain lines anywhere else."""

import logging
from collections.abc import Iterator
from contextlib import contextmanager

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, SpinnerColumn, TaskID, TextColumn
from rich.progress import Progress as Bars

from intake.progress import Progress

log = logging.getLogger(__name__)

# A line for every so many mails: a big first pass shows that it lives, an ordinary one is one line.
LINE_EVERY = 1000


class Lines:
    """Tells a log where a pass has got."""

    def __init__(self) -> None:
        self._where, self._mails, self._looked, self._kept = "", 0, 0, 0

    def begin(self, mailbox: str, folder: str, mails: int) -> None:
        """A folder is opened."""
        self._where, self._mails, self._looked, self._kept = f"{mailbox}/{folder}", mails, 0, 0
        log.info("%s: %d mails to look at", self._where, mails)

    def advance(self, looked: int, kept: int) -> None:
        """Some more were looked at."""
        before, self._looked, self._kept = self._looked, self._looked + looked, self._kept + kept
        if before // LINE_EVERY != self._looked // LINE_EVERY:
            log.info("%s: %d of %d looked at, %d kept", self._where, self._looked, self._mails, self._kept)

    def end(self) -> None:
        """The folder is done."""
        log.info("%s: %d looked at, %d kept", self._where, self._looked, self._kept)


class Bar:
    """Draws a bar for each folder."""

    def __init__(self, bars: Bars) -> None:
        self._bars = bars
        self._task: TaskID | None = None
        self._kept = 0

    def begin(self, mailbox: str, folder: str, mails: int) -> None:
        """A folder is opened."""
        self._kept = 0
        self._task = self._bars.add_task(f"{mailbox}/{folder}", total=mails, kept=0)

    def advance(self, looked: int, kept: int) -> None:
        """Some more were looked at."""
        self._kept += kept
        if self._task is not None:
            self._bars.update(self._task, advance=looked, kept=self._kept)

    def end(self) -> None:
        """The folder is done."""


@contextmanager
def shown(console: Console) -> Iterator[Progress]:
    """What a pass tells its progress to, for as long as it runs."""
    if not console.is_terminal:
        yield Lines()
        return
    kept = TextColumn("{task.fields[kept]} kept", style="green")
    with Bars(
        SpinnerColumn(),
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        kept,
        console=console,
    ) as bars:
        yield Bar(bars)

"""What the demonstration shows while the worker works: the queue as it fills, live or as plain lines."""

from collections.abc import Sequence
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass, field

from rich import box
from rich.console import Console, Group
from rich.live import Live
from rich.table import Table
from rich.text import Text

from intake import words
from intake.demo.postman import InboxState
from store import ledger, outgoing_lines, queue
from store.database import Store
from store.outgoing import OutgoingStatus
from store.queue import QueueRow
from store.when import when


@dataclass(frozen=True, slots=True)
class Scene:
    """One moment: mails that were delivered, judged, kept, read and answered, and the queue."""

    delivered: int
    judged: int
    kept: int
    unread: int
    unanswered: int
    rows: Sequence[QueueRow]

    @property
    def settled(self) -> bool:
        """Whether every mail that was delivered has found its place, and its sender an answer."""
        return self.judged >= self.delivered and not self.unread and not self.unanswered


def look(store: Store, inbox: InboxState) -> Scene:
    """The moment as mailbox and database have it."""
    with store.view() as s:
        mark = ledger.watermark(s, "demo", "INBOX", inbox.uidvalidity)
        counts, answers = queue.counts(s), outgoing_lines.counts(s)
        return Scene(
            delivered=len(inbox.flags),
            judged=sum(uid <= mark for uid in inbox.flags),
            kept=sum(counts.mails.values()),
            unread=counts.held_back,
            unanswered=sum(answers.get(one, 0) for one in (OutgoingStatus.WAITING, OutgoingStatus.SENDING)),
            rows=queue.waiting(s),
        )


@dataclass(slots=True)
class Watch:
    """Shows scenes: redrawn in place on a terminal, each new thing as a line elsewhere."""

    console: Console
    _live: Live | None = None
    _shown: set[tuple[int, int]] = field(default_factory=set)
    _last: str = ""

    def running(self) -> AbstractContextManager[object]:
        """The context within which scenes are shown."""
        if not self.console.is_terminal:
            return nullcontext()
        self._live = Live(console=self.console, auto_refresh=False, transient=True)
        return self._live

    def show(self, scene: Scene) -> None:
        """Show one moment."""
        if self._live is not None:
            self._live.update(_picture(scene), refresh=True)
        else:
            self._lines(scene)

    def _lines(self, scene: Scene) -> None:
        for row in scene.rows:
            if (row.mail_id, row.number) not in self._shown:
                self._shown.add((row.mail_id, row.number))
                day = when(row.dates)[0] if row.draft_id else words.KINDS.get(row.kind, row.kind)
                self.console.print(f"  queued   {day:<24} {_title(row)}", soft_wrap=True)
        if scene.settled and (said := _counts(scene)) != self._last:
            self._last = said
            self.console.print(f"  {said}", soft_wrap=True)


def _picture(scene: Scene) -> Group:
    table = Table(box=box.SIMPLE_HEAD, expand=True, pad_edge=False, show_edge=False)
    table.add_column(words.QUEUE_WHEN, no_wrap=True)
    table.add_column(words.QUEUE_WHAT, ratio=5, no_wrap=True, overflow="ellipsis")
    table.add_column(words.QUEUE_ATTENTION, ratio=4, no_wrap=True, overflow="ellipsis", style="yellow")
    for row in scene.rows:
        day = when(row.dates)[0] if row.draft_id else words.KINDS.get(row.kind, row.kind)
        table.add_row(
            Text(day),
            Text(_title(row)),
            Text("; ".join(words.attention(row.state, row.change, row.problems))),
        )
    return Group(Text(_counts(scene), style="bold"), Text(), table)


def _counts(scene: Scene) -> str:
    return (
        f"{scene.delivered} mails in the mailbox: {scene.kept} for the week, "
        f"{scene.judged - scene.kept} left alone; {len(scene.rows)} things wait for staff"
    )


def _title(row: QueueRow) -> str:
    change = words.CHANGES.get(row.change, "")
    title = row.title or row.subject or words.NO_SUBJECT
    return f"{title} ({change})" if change else title

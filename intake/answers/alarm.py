"""A mail to whoever looks after the program when a mailbox falls silent, and when it is well again."""

import logging
import uuid
from collections.abc import Callable, Collection
from datetime import datetime, timedelta

from sqlalchemy.orm import Session

from intake import words
from intake.answers.letter import Words, as_html
from intake.answers.message import message
from intake.answers.settings import MailOutSettings
from intake.answers.smtp import Outcome, Smtp
from intake.edition import Edition
from store import leases, ledger
from store.database import Store
from store.model import FolderPass

log = logging.getLogger(__name__)

# One worker tells at a time; what it says takes seconds.
LEASE = "alarm"
LEASE_TIME = timedelta(minutes=5)


class Alarm:
    """Tells once that a folder fell silent, and once that it is well. What could not be sent is told later.

    A crash right after the mail was sent makes it come twice: better than not at all.
    """

    def __init__(
        self,
        store: Store,
        settings: MailOutSettings,
        edition: Edition,
        folders: Collection[tuple[str, str]],
        connect: Callable[[], Smtp],
        clock: Callable[[], datetime],
        owner: str,
    ) -> None:
        """Opens nothing yet. `folders` are those that are looked into, each with its mailbox's name."""
        self._store = store
        self._settings = settings
        self._edition = edition
        self._folders = frozenset(folders)
        self._connect = connect
        self._clock = clock
        self._owner = owner
        self._started = clock()

    def run(self) -> None:
        """Tell what there is to tell.

        Raises:
            MailServerError: the server cannot be used now; it is told the next time.
            StoreError: the database does not answer.
        """
        now = self._clock()
        with self._store.view() as s:
            if not self._news(s, now):
                return
        with self._store.begin() as s:
            if not leases.acquire(s, LEASE, self._owner, now, LEASE_TIME):
                return
            news = self._news(s, now)  # another worker may just have told it
        with self._connect() as server:
            for one in news:
                self._tell(server, one, now)

    def _news(self, s: Session, now: datetime) -> list[FolderPass]:
        return [one for one in ledger.last_passes(s) if self._is_news(one, now)]

    def _is_news(self, one: FolderPass, now: datetime) -> bool:
        if (one.mailbox, one.folder) not in self._folders:
            return False
        if one.alarmed_at is not None:
            return one.good_at is not None and one.good_at > one.alarmed_at
        # Who was off for a night has not looked for long, and is about to: only failing counts at once.
        since = one.good_at or self._started
        since = since if one.failures else max(since, self._started)
        return now - since > timedelta(minutes=self._settings.alarm_minutes)

    def _tell(self, server: Smtp, one: FolderPass, now: datetime) -> None:
        made = message(
            self._words(one),
            sender=self._settings.sender,
            recipient=self._settings.alarm_to,
            message_id=f"{uuid.uuid4()}@{self._settings.domain}",
            answers="",
            references=(),
            now=now.astimezone(self._edition.zone),
            submitted="auto-generated",
        )
        result = server.send(made, self._settings.address, self._settings.alarm_to)
        if result.outcome not in (Outcome.SENT, Outcome.UNSURE):
            log.error("the alarm cannot be sent to %s: %s", self._settings.alarm_to, result.said)
            return
        with self._store.begin() as s:
            ledger.alarmed(s, one.mailbox, one.folder, now if one.alarmed_at is None else None)

    def _words(self, one: FolderPass) -> Words:
        told = words.ALARM if one.alarmed_at is None else words.ALL_CLEAR
        at = one.good_at
        since = at.astimezone(self._edition.zone).strftime("%d-%m-%Y om %H.%M uur") if at else words.NEVER
        subject, text = (
            part.format(
                mailbox=f"{one.mailbox}/{one.folder}",
                since=since,
                error=one.error or words.NO_ERROR,
                campaign=self._edition.name,
            )
            for part in told
        )
        return Words(subject, text, as_html(text))

"""One run over the outbox: each answer claimed, written, handed over, and what became of it kept."""

import logging
import threading
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

from intake.answers import facts
from intake.answers.facts import Places
from intake.answers.letter import Letters
from intake.answers.message import message
from intake.answers.settings import MailOutSettings
from intake.answers.smtp import MailServerError, Outcome, Result, Smtp
from intake.edition import Edition
from intake.mail.keys import without_key
from store import outbox
from store.database import Store
from store.outbox import Taken
from store.outgoing import MessageKind, OutgoingStatus

log = logging.getLogger(__name__)

_DAY: Final = timedelta(days=1)
RATE: Final = "te veel mails aan dit adres op één dag"


@dataclass(frozen=True, slots=True)
class Sent:
    """What a run did."""

    sent: int = 0
    waiting: int = 0
    unsent: int = 0


class Sender:
    """Sends what waits. Several may be at it: an answer is claimed by one."""

    def __init__(
        self,
        store: Store,
        settings: MailOutSettings,
        edition: Edition,
        places: Places,
        connect: Callable[[], Smtp],
        clock: Callable[[], datetime],
        owner: str,
    ) -> None:
        """Opens nothing yet."""
        self._store = store
        self._settings = settings
        self._edition = edition
        self._places = places
        self._letters = Letters(settings.templates)
        self._connect = connect
        self._clock = clock
        self._owner = owner

    def run(self, stop: threading.Event) -> Sent:
        """Send what is due, until none is left or it is told to stop.

        Raises:
            MailServerError: the server cannot be used now; what was claimed waits again.
            StoreError: the database does not answer.
        """
        with self._store.begin() as s:
            silent = outbox.give_up_silent(s, self._clock())
        if silent:
            log.error("%d answers may or may not have been sent: see Uitgaande mail", silent)
        sent = waiting = unsent = 0
        taken = self._take()
        if taken is None:
            return Sent()
        try:
            with self._connect() as server:
                while taken is not None:
                    outcome = self._one(server, taken)
                    sent += outcome is OutgoingStatus.SENT
                    waiting += outcome is OutgoingStatus.WAITING
                    unsent += outcome not in (OutgoingStatus.SENT, OutgoingStatus.WAITING)
                    taken = None if stop.is_set() else self._take()
        except MailServerError as error:
            if taken is not None:
                self._later(taken, str(error), self._settings.backoff_seconds, counts=False)
            raise
        return Sent(sent, waiting, unsent)

    def _take(self) -> Taken | None:
        hold, ttl = (
            timedelta(seconds=n) for n in (self._settings.hold_seconds, self._settings.claim_seconds)
        )
        with self._store.begin() as s:
            return outbox.take(s, self._owner, self._clock(), hold, ttl)

    def _one(self, server: Smtp, taken: Taken) -> OutgoingStatus:
        now = self._clock()
        with self._store.view() as s:
            had = outbox.sent_since(s, taken.recipient, now - _DAY)
        if had >= self._settings.most_a_day:
            return self._enough(taken)
        try:
            with self._store.begin() as s:  # a letter may make the link that it names
                words = self._letters.write(facts.facts(s, taken, self._edition, self._places))
                outbox.written(s, taken.id, self._owner, words.subject, without_key(words.text))
                thread = facts.answered(s, taken.mail_id)
            made = message(
                words,
                sender=self._settings.sender,
                recipient=taken.recipient,
                message_id=taken.message_id,
                answers=thread.message_id,
                references=thread.references,
                now=now.astimezone(self._edition.zone),
            )
        except Exception as error:  # the boundary of one answer: it is told, and the next ones go on
            log.exception("answer %d cannot be written", taken.id)
            return self._end(taken, OutgoingStatus.FAILED, f"{type(error).__name__}: {error}")
        return self._settle(taken, server.send(made, self._settings.address, taken.recipient))

    def _settle(self, taken: Taken, result: Result) -> OutgoingStatus:
        match result.outcome:
            case Outcome.SENT:
                with self._store.begin() as s:
                    outbox.sent(s, taken.id, self._owner, self._clock())
                log.info("answer %d (%s) sent", taken.id, taken.kind)
                return OutgoingStatus.SENT
            case Outcome.UNSURE:
                return self._end(taken, OutgoingStatus.UNSURE, result.said)
            case Outcome.REFUSED:
                return self._end(taken, OutgoingStatus.FAILED, result.said)
        if taken.attempts + 1 >= self._settings.max_attempts:
            return self._end(taken, OutgoingStatus.FAILED, result.said)
        wait = self._settings.backoff_seconds * 2**taken.attempts
        return self._later(taken, result.said, min(wait, self._settings.backoff_longest_seconds))

    def _enough(self, taken: Taken) -> OutgoingStatus:
        """An address had its mails of a day: a confirmation is dropped, a decision waits for tomorrow."""
        if taken.kind is MessageKind.RECEIPT:
            return self._end(taken, OutgoingStatus.SKIPPED, RATE)
        return self._later(taken, RATE, self._settings.backoff_longest_seconds, counts=False)

    def _later(self, taken: Taken, why: str, seconds: float, *, counts: bool = True) -> OutgoingStatus:
        with self._store.begin() as s:
            at = self._clock() + timedelta(seconds=seconds)
            outbox.later(s, taken.id, self._owner, why, at, counts=counts)
        return OutgoingStatus.WAITING

    def _end(self, taken: Taken, status: OutgoingStatus, why: str) -> OutgoingStatus:
        with self._store.begin() as s:
            outbox.end(s, taken.id, self._owner, status, why)
        log.warning("answer %d (%s) is %s: %s", taken.id, taken.kind, status, why)
        return status

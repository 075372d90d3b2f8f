"""The daily digest to staff: on working days, once to each, and none where there is nothing to tell."""

import logging
import uuid
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Final

from intake.answers.letter import Letters, Words
from intake.answers.message import message
from intake.answers.settings import MailOutSettings
from intake.answers.smtp import MailServerError, Outcome, Smtp
from intake.edition import Edition
from store import digests
from store.database import Store
from store.digests import News, Part
from store.when import short

log = logging.getLogger(__name__)

_WORKING_DAYS: Final = range(5)  # Monday to Friday, as date.weekday() counts
_DAY: Final = timedelta(days=1)
# The letter of it, among the templates of answers.
KIND: Final = "digest"


@dataclass(frozen=True, slots=True)
class Feed:
    """How the agenda is, in words ("143 activiteiten, 1 overgeslagen: geen datum"), and how many it skips."""

    told: str
    skipped: int


@dataclass(frozen=True, slots=True)
class Line:
    """An activity as the digest names it: its title, its day in words, and where the desk shows it."""

    title: str
    day: str
    link: str


@dataclass(frozen=True, slots=True)
class Lines:
    """How many there are, the first of them, and how many more."""

    count: int = 0
    first: tuple[Line, ...] = ()

    @property
    def more(self) -> int:
        """How many are not named."""
        return self.count - len(self.first)


@dataclass(frozen=True, slots=True)
class Digest:
    """All that the template may name. `home` is where the desk's addresses begin."""

    kind: str
    campaign: str
    day: str
    home: str
    agenda: str
    skipped: int = 0
    new: Lines = Lines()
    asked: Lines = Lines()
    soon: Lines = Lines()
    soon_days: int = 0
    waiting: int = 0
    mails: int = 0
    quarantined: int = 0
    unsent: int = 0


class Digests:
    """Tells staff each working day what there is, in one mail to each. Several workers may be at it."""

    def __init__(
        self,
        store: Store,
        settings: MailOutSettings,
        edition: Edition,
        home: str,
        feed: Callable[[], Feed],
        connect: Callable[[], Smtp],
        clock: Callable[[], datetime],
    ) -> None:
        """Opens nothing yet. `feed` tells how the agenda is now."""
        self._store = store
        self._settings = settings
        self._edition = edition
        self._home = home
        self._feed = feed
        self._letters = Letters(settings.templates)
        self._connect = connect
        self._clock = clock

    def run(self) -> int:
        """Send what is due today; gives how many mails went.

        Raises:
            ConfigError: the template cannot be used.
            MailServerError: the server cannot be used now; it is sent later today.
            StoreError: the database does not answer.
        """
        now = self._clock()
        here = now.astimezone(self._edition.zone)
        today = here.date()
        if today.weekday() not in _WORKING_DAYS or here.time() < self._settings.digest_time:
            return 0
        with self._store.view() as s:
            done = digests.taken(s, today)
            left = [one for one in self._settings.digest_to if one not in done]
            if not left:
                return 0
            soon = timedelta(days=self._settings.digest_soon_days)
            news = digests.news(s, self._since(today), today, soon)
        feed = self._feed()
        if not news and not feed.skipped:
            return self._nothing(today, left, now)
        words = self._letters.write(self._facts(news, feed, today))
        return sum(self._tell(one, words, today, now) for one in left)

    def _since(self, today: date) -> datetime:
        """When the digest of the working day before this one was due."""
        before = today - _DAY
        while before.weekday() not in _WORKING_DAYS:
            before -= _DAY
        return datetime.combine(before, self._settings.digest_time, self._edition.zone)

    def _nothing(self, today: date, left: list[str], now: datetime) -> int:
        """What comes later today is news of tomorrow: they get one mail at a set time, or none."""
        with self._store.begin() as s:
            for one in left:
                digests.take(s, today, one, now)
        return 0

    def _tell(self, recipient: str, words: Words, today: date, now: datetime) -> bool:
        with self._store.begin() as s:
            if not digests.take(s, today, recipient, now):
                return False
        made = message(
            words,
            sender=self._settings.sender,
            recipient=recipient,
            message_id=f"{uuid.uuid4()}@{self._settings.domain}",
            answers="",
            references=(),
            now=now.astimezone(self._edition.zone),
            submitted="auto-generated",
        )
        try:
            with self._connect() as server:
                result = server.send(made, self._settings.address, recipient)
        except MailServerError:
            self._give_back(today, recipient)
            raise
        if result.outcome is Outcome.LATER:
            self._give_back(today, recipient)
        if result.outcome in (Outcome.SENT, Outcome.UNSURE):
            return True
        log.error("the digest cannot be sent to %s: %s", recipient, result.said)
        return False

    def _give_back(self, today: date, recipient: str) -> None:
        with self._store.begin() as s:
            digests.give_back(s, today, recipient)

    def _facts(self, news: News, feed: Feed, today: date) -> Digest:
        return Digest(
            kind=KIND,
            campaign=self._edition.name,
            day=short(today),
            home=self._home,
            agenda=feed.told,
            skipped=feed.skipped,
            new=self._lines(news.new),
            asked=self._lines(news.asked),
            soon=self._lines(news.soon),
            soon_days=self._settings.digest_soon_days,
            waiting=news.waiting,
            mails=news.mails,
            quarantined=news.quarantined,
            unsent=news.unsent,
        )

    def _lines(self, part: Part) -> Lines:
        return Lines(
            part.count,
            tuple(
                Line(
                    one.title,
                    short(one.first_day) if one.first_day else "",
                    f"{self._home}/activiteit/{one.draft_id}",
                )
                for one in part.first
            ),
        )

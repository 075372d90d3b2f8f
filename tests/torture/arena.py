"""Where it happens: servers, a mailbox anew for every round, and what must be true afterwards."""

import shutil
from collections import Counter
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

from sqlalchemy import make_url, select

from intake.mailbox.settings import Settle
from store import ledger, upkeep
from store.blobs import open_blobs
from store.database import Store
from store.model import Draft, Event, Location, Mail, MailStatus, Part
from store.settings import StoreSettings
from tests.mailbox.mails import TAG, mail
from tests.mailbox.rig import flags, settings
from tests.servers.dovecot import Dovecot
from tests.servers.postgres import Postgres
from tests.torture.victim import Job

PAPER = f"Programma van de Landelijke {TAG}".encode()
SAME = "<zelfde@school.example>"
POST = [
    mail(1, subject=f"o.v.v. Landelijke {TAG}", document=b"flyer " * 500, document_name="flyer.txt"),
    mail(2, subject="Vraag over passend onderwijs"),
    mail(3, subject=f"{TAG}: programma", message_id=SAME),
    mail(4, subject=f"{TAG}: wijziging", message_id=SAME),
    mail(5, subject="Gewone post", document=b"notulen", document_name="notulen.txt"),
    mail(6, subject="Wij doen mee", text=f"Op 9 mei tijdens de {TAG} is er een open dag in Utrecht."),
    mail(7, subject="Zie bijlage", document=PAPER),
    mail(8, subject="Re: vraagje", answers="<1@school.example>"),
    mail(9, subject="Nog meer gewone post"),
    mail(10, subject=f"{TAG}: foto's", document=bytes(range(256)) * 300, document_name="foto.jpg"),
    mail(11, subject=f"{TAG} zonder kenmerk", message_id=None),
    mail(12, subject="En weer iets anders"),
]
LETTERS = {number: ("", "S", "RS", "F", "FT")[number % 5] for number in range(len(POST))}
NAMES = {"S": rb"\Seen", "R": rb"\Answered", "F": rb"\Flagged", "T": rb"\Deleted"}
OURS = (1, 3, 4, 6, 7, 8, 10, 11)
TARGET = "Verwerkt"


@dataclass(frozen=True)
class Ground:
    """One combination that is tortured: a database, a way to settle, and a server with or without MOVE."""

    database: str
    settle: Settle
    server: Dovecot
    name: str


class Arena:
    """Makes rounds on a ground and judges them."""

    def __init__(self, folder: Path, ground: Ground, postgres: Postgres) -> None:
        self.ground = ground
        self._folder = folder / ground.name.replace(" ", "-")
        self._folder.mkdir(parents=True)
        self._postgres = postgres
        self._rounds = 0
        self._template = self._folder / "template.db"
        self._expected: Counter[tuple[str, int, int]] | None = None
        if ground.database == "sqlite":
            store = Store(StoreSettings(database=f"sqlite:///{self._template}"))
        else:
            self._empty = postgres.create()
            store = Store(StoreSettings(database=postgres.url(self._empty)))
        store.migrate()
        store.close()

    def round(self) -> Job:
        """A fresh mailbox, an empty database, an empty blob store."""
        self._rounds += 1
        user = f"{self.ground.name.replace(' ', '-')}-{self._rounds}"
        folder = self._folder / str(self._rounds)
        folder.mkdir()
        self.ground.server.fill(POST, user=user, flags=LETTERS)
        if self.ground.settle is Settle.MOVE:
            self.ground.server.make_folder(TARGET, user)
        if self.ground.database == "sqlite":
            shutil.copy(self._template, folder / "intake.db")
            database = f"sqlite:///{folder / 'intake.db'}"
        else:
            database = self._postgres.url(self._postgres.create(self._empty))
        box = settings(
            self.ground.server.port,
            user,
            settle=self.ground.settle,
            move_to=TARGET,
            batch_mails=5,
            stream_above=50_000,
            piece_bytes=40_000,
        )
        store = StoreSettings(database=database, blobs=str(folder / "blobs"))
        return Job(box, store, folder / "spool")

    def judge(self, job: Job) -> None:
        """Every tagged mail once in the queue, all flags as before, nothing left; else AssertionError."""
        store, blobs = Store(job.store), open_blobs(job.store)
        try:
            self._judge_queue(store)
            self._judge_blobs(store, job)
            assert all(blobs.read(sha256) for sha256, _ in blobs.all())
        finally:
            store.close()
        self._judge_mailbox(job)

    def _judge_queue(self, store: Store) -> None:
        with store.view() as s:
            mails = list(s.scalars(select(Mail)))
            drafts = Counter(s.scalars(select(Draft.mail_id)))
            parts = Counter(s.scalars(select(Part.mail_id)))
            events = Counter(
                (event.action, event.mail_id) for event in s.scalars(select(Event).where(Event.mail_id > 0))
            )
            places = {place.uid: place for place in s.scalars(select(Location))}
            validities = {place.uidvalidity for place in places.values()}
            open_ = [
                uid
                for validity in validities
                for verb in (ledger.unsettled, ledger.to_retry)
                for uid in verb(s, "desk", "INBOX", validity)
            ]
        assert sorted(one.status for one in mails) == [MailStatus.DRAFTED] * len(OURS)
        found = Counter((one.sha256, drafts[one.id], parts[one.id]) for one in mails)
        if self._expected is None:
            self._expected = found  # the first round is one that nobody killed
        assert found == self._expected, f"{found} is not {self._expected}"
        assert all(events["kept", one.id] == 1 and events["read", one.id] == 1 for one in mails)
        assert sorted(places) == list(range(1, len(POST) + 1))
        assert {uid for uid, place in places.items() if place.verdict == "ours"} == set(OURS)
        assert open_ == []

    def _judge_blobs(self, store: Store, job: Job) -> None:
        blobs = open_blobs(job.store)
        later = job.clock() + timedelta(days=30)
        upkeep.sweep_blobs(store, blobs, later, timedelta(hours=1))
        upkeep.sweep_folder(job.spool, later, timedelta(hours=1))
        with store.view() as s:
            wanted = {*s.scalars(select(Mail.sha256)), *s.scalars(select(Part.sha256))}
        assert {sha256 for sha256, _ in blobs.all()} == wanted
        files = [path for path in Path(job.store.blobs).rglob("*") if path.is_file()]
        assert len(files) == len(wanted), "files that are no blobs were left"
        assert not list(job.spool.rglob("*"))

    def _judge_mailbox(self, job: Job) -> None:
        port, user = job.box.port, job.box.user
        inbox = {uid: seen - {rb"\Recent"} for uid, seen in flags(port, user).items()}
        before = {
            number + 1: frozenset(NAMES[letter] for letter in LETTERS[number]) for number in range(len(POST))
        }
        if self.ground.settle is Settle.KEYWORD:
            expected = {uid: seen | {b"Intake"} if uid in OURS else seen for uid, seen in before.items()}
            assert inbox == expected
            return
        assert inbox == {uid: seen for uid, seen in before.items() if uid not in OURS}
        moved = Counter(seen - {rb"\Recent"} for seen in flags(port, user, folder=TARGET).values())
        assert moved == Counter(before[uid] for uid in OURS)

    def clear(self, job: Job) -> None:
        shutil.rmtree(Path(job.store.blobs).parent, ignore_errors=True)
        if self.ground.database == "postgresql":
            self._postgres.drop(make_url(job.store.database).database or "")
        shutil.rmtree(self.ground.server.maildir(job.box.user), ignore_errors=True)

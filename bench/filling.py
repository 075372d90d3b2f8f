"""A store as full as a desk's after years: `python -m bench.filling FOLDER [DRAFTS]`."""

import hashlib
import random
import sys
from contextlib import suppress
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from sqlalchemy import select

from store import ledger, queue, review, search, staff
from store.database import Store
from store.desk import Role
from store.errors import Refused
from store.incoming import NewDraft, NewFinding, NewMail, NewPart, NewProblem, NewReading, Sighting, Verdict
from store.model import Draft
from store.settings import StoreSettings

LOGIN, PASSWORD = "anna", "vier losse gewone woorden"
START = datetime(2017, 2, 1, 8, 0, tzinfo=UTC)
FIRST_DAY = date(2017, 5, 8)
BATCH = 200
DRAFTS = 20_000
PARTS = 3  # attachments a mail
# Of a hundred drafts so many were rejected, and up to here approved as far as they may be; the others wait.
REJECTED = 50
APPROVED = 53
CITIES = ("Zwolle", "Assen", "Groningen", "Utrecht", "Apeldoorn", "Breda", "Zutphen", "Heerlen")
THINGS = ("Oudercafé", "Symposium", "Webinar", "Wandeling", "Inloop", "Filmavond", "Training", "Gesprek")
ABOUT = ("verzuim", "thuiszitters", "hoogbegaafdheid", "angst", "autisme", "samenwerking", "doorstroom")
KINDS = ("school", "samenwerkingsverband", "gemeente", "jeugdvoorziening")
WORDS = (
    *("wij", "nodigen", "ouders", "leraren", "en", "leerlingen", "uit", "voor", "een", "middag", "over"),
    *("kinderen", "die", "thuis", "zitten", "zonder", "school", "er", "is", "ruimte", "vragen", "koffie"),
    *("rondleiding", "door", "het", "gebouw", "neem", "gerust", "collega", "mee"),
)


def fill(store: Store, drafts: int = DRAFTS) -> None:
    """Mails with one draft and three attachments each, by the verbs that the worker and staff use."""
    dice = random.Random(7)
    store.migrate()
    with store.begin() as s:
        anna = staff.add(s, LOGIN, "Anna de Boer", Role.REVIEWER, "bench", START, password=PASSWORD).actor
    for first in range(0, drafts, BATCH):
        numbers = range(first, min(first + BATCH, drafts))
        now = START + timedelta(minutes=first // 10)
        with store.begin() as s:
            ledger.record(s, "desk", "INBOX", 1, [_sighting(number) for number in numbers], now)
            claimed = queue.claim_pending(s, "worker", BATCH, now, timedelta(minutes=10))
            read = [(one.mail_id, _reading(dice, one.mail_id)) for one in claimed]
            queue.save_readings(s, read, "worker", now)
        with store.begin() as s:
            made = select(Draft.id, Draft.version).where(Draft.mail_id.in_([one.mail_id for one in claimed]))
            for draft_id, version in s.execute(made).all():
                if draft_id % 100 < REJECTED:
                    review.reject(s, draft_id, version, "week", anna, now)
                elif draft_id % 100 < APPROVED:
                    with suppress(Refused), s.begin_nested():
                        review.approve(s, draft_id, version, anna, now)
    search.keep_up(store)


def _sighting(number: int) -> Sighting:
    new = NewMail(
        sha256=hashlib.sha256(f"mail {number}".encode()).hexdigest(),
        size=40_000,
        message_id=f"<{number}@school.example>",
        subject=f"Landelijke Actieweek Thuiszitters: aanmelding {number}",
        sender_name="Els Jansen",
        sender_email=f"els{number % 3000}@school{number % 3000}.example",
        sent_at=START,
    )
    return Sighting(number + 1, Verdict.OURS, new)


def _reading(dice: random.Random, number: int) -> NewReading:
    title = f"{dice.choice(THINGS)} over {dice.choice(ABOUT)} {number if number % 20 else ''}".strip()
    organisation = f"Samenwerkingsverband {number % 3000}"
    day = FIRST_DAY + timedelta(days=dice.randrange(5) if number % 50 else -9)
    starts = f"{day}T{dice.randrange(9, 20):02}:30"
    values = {
        "title": title,
        "organisation": organisation,
        "organisation_type": dice.choice(KINDS),
        "activity_type": "bijeenkomst",
        "dates": None if number % 30 == 0 else [{"starts": starts, "ends": None}],
        "venue": None if number % 7 == 0 else f"Gebouw {number % 90}",
        "city": None if number % 7 == 0 else dice.choice(CITIES),
        "audience": "ouders en leraren",
        "contact_name": "Els Jansen",
        "contact_email": f"els{number}@school.example",
        "price": 0,
    }
    findings = [
        NewFinding(
            field, rank, value, 0.9, "bench", [{"source": "body", "start": 0, "end": 5, "text": title}]
        )
        for field, value in values.items()
        if value is not None
        for rank in (0, 1)
    ]
    first = None if values["dates"] is None else day
    kind = "material" if number % 25 == 0 else "update" if number % 40 == 1 else "activity"
    body = " ".join(dice.choices(WORDS, k=250))
    return NewReading(
        kind=kind,
        tag="subject",
        doubt=number % 12 == 0,
        texts={"subject": title, "body": f"{title} {organisation} {body}"},
        drafts=(NewDraft(tuple(findings), "", title, organisation, first),),
        parts=tuple(_part(number, at) for at in range(PARTS)),
        problems=(NewProblem("weekday-mismatch", str(day), 0),) if number % 9 == 0 else (),
    )


def _part(number: int, at: int) -> NewPart:
    # A logo that an organisation puts in each mail, and now and then a flyer that comes twice.
    shared = f"logo {number % 3000}" if at == 0 else f"flyer {number % 19_900 if at == 1 else number} {at}"
    sha256 = hashlib.sha256(shared.encode()).hexdigest()
    name = f"flyer-{at}.pdf"
    return NewPart(
        (at + 1,),
        name,
        name,
        "application/pdf",
        "application/pdf",
        90_000,
        sha256,
        "logo" if at == 0 else "document",
    )


if __name__ == "__main__":
    folder = Path(sys.argv[1])
    fill(Store(StoreSettings(database=f"sqlite:///{folder}/intake.db")), *map(int, sys.argv[2:3]))

"""Mails and readings to keep, with as little said as a test needs."""

import hashlib
from datetime import UTC, date, datetime, timedelta

from store import ledger, queue
from store.database import Store
from store.incoming import NewDraft, NewFinding, NewMail, NewReading, Sighting, Verdict

NOW = datetime(2017, 4, 3, 9, 0, tzinfo=UTC)
TTL = timedelta(minutes=10)
DESK = ("desk", "INBOX", 7)


def sha(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()


def mail(name: str, **given: object) -> NewMail:
    known: dict[str, object] = {
        "sha256": sha(name),
        "size": 1000,
        "message_id": f"<{name}@school.example>",
        "subject": f"Landelijke Actieweek Thuiszitters: {name}",
        "sender_name": "Anna de Boer",
        "sender_email": "anna@school.example",
        "sent_at": NOW,
    }
    return NewMail(**{**known, **given})  # type: ignore[arg-type]


def ours(uid: int, new: NewMail) -> Sighting:
    return Sighting(uid, Verdict.OURS, new)


def draft(
    title: str = "Oudercafé", organisation: str = "De Linde", day: int | None = 9, **given: object
) -> NewDraft:
    findings = (
        NewFinding(
            "title", 0, title, 0.9, "find_title", [{"source": "body", "start": 0, "end": 3, "text": "Oud"}]
        ),
        NewFinding("title", 1, "De Linde", 0.4, "find_heading"),
        NewFinding("dates", 0, [{"starts": f"2017-05-{day or 9:02}T13:00", "ends": None}], 0.9, "find_dates"),
        NewFinding("venue", 0, "Buurthuis", 0.7, "find_venue"),
        NewFinding("city", 0, "Zwolle", 0.7, "find_city"),
    )
    first = None if day is None else date(2017, 5, day)
    known = {"findings": findings, "title": title, "organisation": organisation, "first_day": first}
    return NewDraft(**{**known, **given})  # type: ignore[arg-type]


def reading(*drafts: NewDraft, kind: str = "activity", **given: object) -> NewReading:
    known = {"kind": kind, "tag": "subject", "texts": {"subject": "s", "body": "Oudercafé"}, "drafts": drafts}
    return NewReading(**{**known, **given})  # type: ignore[arg-type]


def keep(store: Store, *mails: NewMail, now: datetime = NOW) -> None:
    """Keep mails as a poll of the desk's mailbox does, under the UIDs that follow."""
    with store.begin() as s:
        first = ledger.watermark(s, *DESK) + 1
        ledger.record(s, *DESK, [ours(first + at, new) for at, new in enumerate(mails)], now)


def claim(store: Store, owner: str = "worker", limit: int = 50, now: datetime = NOW) -> list[queue.Claimed]:
    with store.begin() as s:
        return queue.claim_pending(s, owner, limit, now, TTL)


def read_as(store: Store, new: NewMail, what: NewReading, now: datetime = NOW) -> int:
    """Keep, claim and save one mail; gives its id."""
    keep(store, new, now=now)
    (claimed,) = claim(store, now=now)
    with store.begin() as s:
        assert queue.save_readings(s, [(claimed.mail_id, what)], "worker", now) == [claimed.mail_id]
    return claimed.mail_id

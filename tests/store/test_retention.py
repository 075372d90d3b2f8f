"""What was kept for long enough goes whole, nothing goes unasked, and the agenda stays without people."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import func, select, text

from store import agenda, erasing, ledger, log, notes, retention, review, search, undoing
from store.database import Store
from store.erasing import Erased
from store.errors import Refused
from store.folder import FolderBlobs
from store.incoming import NewFinding, NewPart
from store.model import Base, Event, Finding, Forgotten, Location, Mail
from store.settings import RetentionSettings
from tests.store.desk import LATER, one_draft, whole
from tests.store.mails import DESK, NOW, keep, mail, ours, read_as, reading
from tests.store.test_agenda import approved, see_version

ANNA = "staff:1"
OVER = datetime(2017, 5, 12, 22, 0, tzinfo=UTC)
AFTER = OVER + timedelta(days=31)
MONTH = RetentionSettings(days_after_week=30)

# What outlives a mail: the agenda, the log, the ledger of UIDs, who works here.
_STAYS = {
    "alembic_version",
    "event",
    "decision",
    "publication",
    "feed",
    "location",
    "forgotten",
    "folder_pass",
}


def expire(store: Store, now: datetime = AFTER, settings: RetentionSettings = MONTH) -> Erased:
    return sum(retention.expire(store, settings, OVER, now), Erased())


def due(store: Store, now: datetime, settings: RetentionSettings) -> int:
    with store.view() as s:
        return len(retention.due(s, settings, OVER, now).mail_ids)


def counts(store: Store) -> dict[str, int]:
    """How many rows each table has, those without any left out."""
    with store.view() as s:
        found = {
            name: s.scalar(select(func.count()).select_from(table))
            for name, table in Base.metadata.tables.items()
        }
        found["search_words"] = s.scalar(text("SELECT count(*) FROM search_words"))
    return {name: number for name, number in found.items() if number}


def busy(store: Store) -> int:
    """A published activity with a contact, and everything that can hang on a mail."""
    contact = {
        "contact_name": "Anna de Boer",
        "contact_email": "anna@school.example",
        "contact_phone": "06 12345678",
        "registration": "mail anna@school.example",
    }
    draft_id = approved(store, **contact)
    with store.begin() as s:
        review.save(s, draft_id, see_version(s, draft_id), {"audience": "ouders"}, ANNA, LATER)
        notes.add(s, draft_id, "Anna belde", ANNA, LATER)
    search.keep_up(store)
    return draft_id


@pytest.mark.parametrize("days", [(0, 0), (31, 0), (0, 400)])
def test_nothing_goes_unasked_or_before_its_day(store: Store, days: tuple[int, int]) -> None:
    busy(store)
    before = counts(store)
    settings = RetentionSettings(*days)
    now = OVER + timedelta(days=31, seconds=-1)
    assert due(store, now, settings) == 0
    assert not expire(store, now, settings).counts
    assert counts(store) == before


def test_what_is_due_goes_whole_and_the_agenda_stays_without_people(store: Store) -> None:
    draft_id = busy(store)
    with store.view() as s:
        before, was = agenda.revision(s), agenda.of_draft(s, draft_id)
    assert was is not None
    assert was.values["contact_email"] == "anna@school.example"
    erased = expire(store)
    assert erased.counts == {"mails": 1, "drafts": 1, "notes": 1, "published": 1}
    left = counts(store)
    assert left.keys() <= _STAYS, "nothing hangs on the mail any more"
    with store.view() as s:
        (entry,) = agenda.entries(s)
        assert entry.values == {
            field: value
            for field, value in was.values.items()
            if not field.startswith("contact") and field != "registration"
        }
        assert (entry.uid, entry.slug, entry.sittings) == (was.uid, was.slug, was.sittings)
        assert agenda.revision(s).number == before.number + 1, "caches learn of it"
        assert entry.revision == before.number + 1
        (line,) = [one for one in log.history(s) if one.action == "expired"]
    assert (line.actor, line.detail) == ("retention", erased.counts)
    assert not expire(store).counts, "a second time finds nothing"


def test_a_page_to_register_on_stays(store: Store) -> None:
    approved(store, registration="https://school.example/aanmelden")
    expire(store)
    with store.view() as s:
        (entry,) = agenda.entries(s)
    assert entry.values["registration"] == "https://school.example/aanmelden"


def test_what_came_later_or_is_still_to_come_is_not_over(store: Store) -> None:
    one_draft(store, "next year", whole(day=9))
    with store.begin() as s:
        s.execute(text("UPDATE draft SET first_day = '2018-05-09'"))
    keep(store, mail("late"), now=AFTER - timedelta(days=29))
    assert due(store, AFTER, MONTH) == 0
    assert due(store, AFTER, RetentionSettings(days_at_most=30)) == 1, (
        "unless it is kept for no longer at all"
    )
    assert due(store, AFTER + timedelta(days=30), MONTH) == 1
    assert due(store, AFTER + timedelta(days=400), MONTH) == 2


def test_more_than_one_batch_goes_in_units_and_goes_on_where_it_stopped(store: Store) -> None:
    keep(store, *(mail(str(number)) for number in range(erasing.BATCH + 3)))
    batches = retention.expire(store, MONTH, OVER, AFTER)
    assert next(batches).mails == erasing.BATCH
    batches.close()
    assert expire(store).mails == 3


def test_decisions_on_what_went_are_not_undone_and_the_refusal_says_why(store: Store) -> None:
    draft_id = one_draft(store)
    with store.begin() as s:
        event_id = review.reject(s, draft_id, 1, "dubbel", ANNA, NOW).event_id
    assert event_id is not None
    expire(store)
    with pytest.raises(Refused) as refused, store.begin() as s:
        undoing.undo(s, event_id, None, ANNA, LATER)
    assert refused.value.code == "forgotten"


def test_what_went_is_not_kept_again_from_its_mailbox_whatever_its_number_there(store: Store) -> None:
    keep(store, mail("old"))
    expire(store)
    mailbox, folder, validity = DESK
    with store.begin() as s:
        assert (
            ledger.record(
                s, mailbox, folder, validity + 1, [ours(1, mail("old")), ours(2, mail("new"))], AFTER
            )
            == 1
        )
        assert ledger.unsettled(s, mailbox, folder, validity + 1) == [2]
        assert not ledger.keep_imported(s, mail("old"), "import:a", AFTER)
        assert s.scalar(select(func.count()).select_from(Mail)) == 1
        verdicts = s.execute(
            select(Location.verdict, Location.mail_id).order_by(Location.uidvalidity, Location.uid)
        )
        assert [one.verdict for one in verdicts] == ["ours", "ordinary", "ours"]
        assert s.scalars(select(Forgotten.sha256)).all() == [mail("old").sha256]


def test_only_files_that_no_other_mail_refers_to_go(store: Store, blobs: FolderBlobs) -> None:
    raw, shared, own, new = blobs.put_many([b"raw", b"shared", b"own", b"new"])

    def part(sha256: str, at: int) -> NewPart:
        return NewPart((at,), "a.jpg", "a.jpg", "image/jpeg", "image/jpeg", 5, sha256, "photo")

    read_as(store, mail("old", sha256=raw), reading(parts=(part(shared, 1), part(own, 2))))
    read_as(store, mail("new", sha256=new), reading(parts=(part(shared, 1),)), now=AFTER)
    erased = expire(store)
    assert erased.blobs == {raw, shared, own}
    now = datetime.now(UTC)
    assert erasing.remove_blobs(store, blobs, erased.blobs, now) == sorted([raw, own]), "they may be in use"
    assert erasing.remove_blobs(store, blobs, erased.blobs, now + timedelta(hours=1)) == []
    assert {sha256 for sha256, _ in blobs.all()} == {shared, new}


def test_the_database_file_holds_no_word_of_what_went(open_store: Callable[..., Store]) -> None:
    store = open_store()
    secret = "Zwaluwenkwartier"
    finding = NewFinding("venue", 0, secret, 0.9, "test")
    for number in range(60):
        told = reading(whole(), texts={"subject": "s", "body": f"{secret} {number} " * 50})
        read_as(store, mail(f"m{number}", subject=secret), told)
    with store.begin() as s:
        s.execute(Finding.__table__.update().values(value=finding.value))
    search.keep_up(store)
    assert expire(store).mails == 60
    with store.connection() as connection:
        sqlite = connection.dialect.name == "sqlite"
        path = connection.scalar(text("SELECT file FROM pragma_database_list")) if sqlite else ""
    if sqlite:
        held = [Path(path), Path(f"{path}-wal")]
        words = (secret.encode(), secret.lower().encode())
        assert any(word in file.read_bytes() for file in held for word in words), (
            "that is why it is compacted"
        )
    assert erasing.finish(store, AFTER) == 0
    if sqlite:
        assert not any(word in file.read_bytes() for file in held for word in words)
    assert erasing.finish(store, AFTER) is None, "once is enough"


def test_the_log_holds_no_word_of_a_mail(store: Store) -> None:
    from store import queue
    from tests.store.mails import claim

    busy(store)
    keep(store, mail("odd"))
    (claimed,) = claim(store)
    with store.begin() as s:
        queue.postpone(s, claimed.mail_id, "worker", "ValueError: no date: 'Anna de Boer'", NOW)
    (claimed,) = claim(store, now=AFTER)
    with store.begin() as s:
        queue.quarantine(s, claimed.mail_id, "worker", "BadMail: 'Anna de Boer'", AFTER)
    with store.view() as s:
        told = [str(one) for row in s.execute(select(Event.actor, Event.action, Event.detail)) for one in row]
    assert not [one for one in told if "Anna" in one or "school" in one or "Ouder" in one]

"""Who asks to be forgotten is, everywhere: in their own mails whole, in others' where it names them."""

from typing import Any

import pytest
from sqlalchemy import Text, cast, func, or_, select

from store import agenda, dossier, erasing, forgetting, history, log, notes, person, review, search, undoing
from store.database import Store
from store.erasing import Erased
from store.errors import Refused
from store.model import Base, Draft, Finding, Mail, Problem
from store.person import Held
from store.publication import PublicationStatus
from tests.store.desk import LATER, one_draft, see, whole
from tests.store.test_agenda import approved, see_version

STAFF = "staff:1"
ANNA = "anna@school.example"
CONTACT = {"contact_name": "Anna de Boer", "contact_email": ANNA, "contact_phone": "06 12345678"}


def held(store: Store, address: str = ANNA) -> Held:
    with store.view() as s:
        return person.held(s, address)


def forget(store: Store, **how: bool) -> Erased:
    return sum(forgetting.forget(store, ANNA, "cli:root", LATER, **how), Erased())


def anywhere(store: Store, *words: str) -> set[str]:
    """The columns of all tables in which one of these words stands."""
    found = set()
    with store.view() as s:
        for table in Base.metadata.tables.values():
            for column in table.columns:
                told = func.lower(cast(column, Text))
                if s.scalar(
                    select(func.count()).where(or_(*(told.contains(word.lower()) for word in words)))
                ):
                    found.add(f"{table.name}.{column.name}")
    return found


def by_another(store: Store, name: str, told: str = "Oudercafé", **fields: Any) -> int:
    """A draft of somebody else's mail."""
    texts = {"subject": "s", "body": told}
    return one_draft(
        store,
        name,
        whole(**fields),
        sender_email="bert@other.example",
        sender_name="Bert",
        reading={"texts": texts},
    )


def test_their_own_mails_go_with_all_that_hangs_on_them(store: Store) -> None:
    draft_id = approved(store, **CONTACT)
    with store.begin() as s:
        notes.add(s, draft_id, "Anna belde", STAFF, LATER)
    by_another(store, "other")
    search.keep_up(store)
    found = held(store)
    assert (len(found.mails), found.mentioned, found.drafts, len(found.published)) == (1, (), (), 1)
    assert forget(store).counts == {"mails": 1, "drafts": 1, "notes": 1, "published": 1}
    assert anywhere(store, ANNA, "Anna", "12345678") == set()
    assert not held(store)
    with store.view() as s:
        (entry,) = agenda.entries(s)
        assert entry.values["title"] == "Oudercafé"
        assert s.scalar(select(func.count()).select_from(Mail)) == 1, "the other mail stays"
        (line,) = [one for one in log.history(s) if one.action == "forgot"]
        assert line.detail == {"mails": 1, "drafts": 1, "notes": 1, "published": 1}
        assert history.lines(s, limit=100), "the log is shown, whatever it tells of"


def test_what_their_mails_brought_can_leave_the_agenda_as_well(store: Store) -> None:
    approved(store, **CONTACT)
    forget(store, withdraw=True)
    with store.view() as s:
        assert agenda.entries(s) == []
        gone = agenda.by_slug(s, "oudercafe")
    assert gone is not None
    assert gone.status == PublicationStatus.WITHDRAWN


def test_in_drafts_of_others_only_what_names_them_goes_and_the_agenda_follows(store: Store) -> None:
    theirs = approved(store, "first", title="Avond", contact_email="carla@other.example")
    with store.begin() as s:
        s.execute(Mail.__table__.update().values(sender_email="bert@other.example", sender_name="Bert"))
    with store.begin() as s:
        version = see_version(s, theirs)
        decided = review.save(s, theirs, version, CONTACT | {"registration": ANNA}, STAFF, LATER)
        notes.add(s, theirs, f"Gebeld met {ANNA}.", STAFF, LATER)
        kept = notes.add(s, theirs, "Hanna is hanna@school.example", STAFF, LATER)
    found = held(store)
    assert (found.mails, found.drafts, len(found.notes), len(found.published)) == ((), (theirs,), 1, 1)
    before = see(store, theirs)
    counts = forget(store).counts
    assert (counts["notes"], counts["values"], counts["decisions"]) == (1, 5, 4)
    assert anywhere(store, ANNA, "Anna de Boer", "12345678") == {"note.text"}, "Hanna's, which ends like it"
    after = see(store, theirs)
    assert after.version > before.version, "an open form of before is stale"
    assert (after.values["city"], after.values.get("contact_email")) == ("Zwolle", None)
    with store.view() as s:
        (entry,) = agenda.entries(s)
        assert not [field for field in entry.values if field.startswith("contact") or field == "registration"]
        assert [one.id for one in notes.of(s, theirs)] == [kept]
    assert decided.event_id is not None
    with pytest.raises(Refused) as refused, store.begin() as s:
        undoing.undo(s, decided.event_id, after.version, STAFF, LATER)
    assert refused.value.code == "forgotten"


def test_what_staff_took_over_of_them_into_anothers_draft_goes_though_it_names_no_address(
    store: Store,
) -> None:
    theirs = one_draft(store, "theirs", whole(**CONTACT), sender_email=ANNA)
    kept = approved(store, "kept", title="Avond", contact_name="Bert Bos")
    with store.begin() as s:
        mail = s.get_one(Mail, s.get_one(Draft, kept).mail_id)
        mail.sender_name, mail.sender_email = "Bert", "bert@other.example"
    picks = ["title", "contact_name", "contact_phone"]
    with store.begin() as s:
        version = see_version(s, kept)
        merged = review.merge(s, kept, version, theirs, 1, picks, STAFF, LATER)
    assert see(store, kept).values["contact_phone"] == CONTACT["contact_phone"]
    before = see(store, kept)
    with store.view() as s:
        (told,) = dossier.elsewhere(s, held(store))["aanmeldingen van anderen"]
    assert CONTACT["contact_phone"] in told["gegevens"].values()
    assert forget(store).counts["values"] == 2
    assert anywhere(store, ANNA, "Anna de Boer", "12345678") == set()
    after = see(store, kept)
    assert after.version > before.version
    assert after.values["title"] == "Oudercafé", "what is of the activity stays"
    assert after.values.get("contact_phone") is None
    assert after.values["contact_name"] == "Bert Bos", "what the other's own mail says stays"
    with store.view() as s:
        (entry,) = agenda.entries(s)
        assert entry.values.get("contact_phone") is None
    assert merged.event_id is not None
    with pytest.raises(Refused, match="forgotten"), store.begin() as s:
        undoing.undo(s, merged.event_id, after.version, STAFF, LATER)


def test_mails_of_others_that_name_them_stay_unless_they_are_to_go_too(store: Store) -> None:
    by_another(store, "names", f"Meer weten? {ANNA.upper()}.")
    by_another(store, "alike", f"hanna@school.example, {ANNA}.org, x.{ANNA}")
    (mentioned,) = held(store).mentioned
    assert not forget(store).counts
    assert held(store).mentioned == (mentioned,)
    assert forget(store, mentions=True).counts == {"mails": 1, "drafts": 1}
    assert not held(store)
    with store.view() as s:
        assert s.scalar(select(func.count()).select_from(Mail)) == 1


def test_evidence_and_problems_that_quote_them_go_and_their_values_stay(store: Store) -> None:
    quote = [{"source": "body", "start": 0, "end": 5, "text": f"Zwolle, {ANNA}"}]
    draft_id = by_another(store, "quoted")
    with store.begin() as s:
        s.execute(Finding.__table__.update().where(Finding.field == "city").values(evidence=quote))
        mail_id = s.get_one(Draft, draft_id).mail_id
        s.add(Problem(mail_id=mail_id, draft_id=draft_id, code="conflict", detail=ANNA))
    assert held(store).drafts == (draft_id,)
    forget(store)
    assert anywhere(store, ANNA) == set()
    assert see(store, draft_id).values["city"] == "Zwolle"


def test_broken_off_it_is_finished_by_doing_it_again(store: Store) -> None:
    for number in range(erasing.BATCH + 2):
        one_draft(store, f"m{number}")
    by_another(store, "other", contact_email=ANNA)
    pieces = forgetting.forget(store, ANNA, "cli:root", LATER)
    assert [next(pieces).counts for _ in range(2)] == [
        {"values": 1},
        {"mails": erasing.BATCH, "drafts": erasing.BATCH},
    ]
    pieces.close()
    assert len(held(store).mails) == 2
    assert forget(store).counts == {"mails": 2, "drafts": 2}
    assert not held(store)


def test_an_address_is_taken_however_it_is_written_and_nothing_else_is(store: Store) -> None:
    assert person.address_of(" Anna@School.Example ") == ANNA
    for wrong in ("anna", "@school.example", "anna@school", "a@b.c, d@e.f", "%@school.example\\", ""):
        with pytest.raises(Refused, match="no-address"):
            person.address_of(wrong)

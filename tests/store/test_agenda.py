"""The agenda follows what staff decide: it shows what is approved, as it was approved, at an address for good."""

from datetime import timedelta

import pytest

from store import agenda, review
from store.database import Store
from store.publication import PublicationStatus
from tests.store.desk import LATER, one_draft, see, whole

ANNA = "staff:1"


def approved(store: Store, name: str = "first", **given: object) -> int:
    draft_id = one_draft(store, name, whole(organisation=f"School {name}", **given))
    with store.begin() as s:
        for field in ("organisation", "venue"):
            review.save(s, draft_id, see_version(s, draft_id), {}, ANNA, LATER, confirm=[field])
        review.approve(s, draft_id, see_version(s, draft_id), ANNA, LATER)
    return draft_id


def see_version(s, draft_id: int) -> int:
    return review.draft(s, draft_id).version


def shown(store: Store) -> list[agenda.Entry]:
    with store.view() as s:
        return agenda.entries(s)


def revision(store: Store) -> agenda.Revision:
    with store.view() as s:
        return agenda.revision(s)


def test_only_what_is_approved_is_in_the_agenda(store: Store) -> None:
    one_draft(store, "waits")
    assert shown(store) == []
    draft_id = approved(store)
    (entry,) = shown(store)
    assert (entry.slug, entry.status) == ("oudercafe", PublicationStatus.PUBLISHED)
    assert entry.values["title"] == "Oudercafé"
    assert "Dorpsstraat 1" not in entry.values.values(), "what nobody chose stays with staff"
    with store.view() as s:
        assert agenda.of_draft(s, draft_id) == agenda.by_slug(s, "oudercafe") == entry
        assert agenda.by_slug(s, "nooit") is None


def test_what_changes_nothing_for_the_public_changes_nothing_in_the_agenda(store: Store) -> None:
    draft_id = approved(store)
    before, was = shown(store), revision(store)
    with store.begin() as s:
        review.save(s, draft_id, see_version(s, draft_id), {}, ANNA, LATER, confirm=["title"])
    assert (shown(store), revision(store)) == (before, was)


def test_another_time_counts_up_and_another_word_does_not(store: Store) -> None:
    draft_id = approved(store)
    uid = shown(store)[0].sittings[0].uid
    later = LATER + timedelta(days=1)
    with store.begin() as s:
        review.save(s, draft_id, see_version(s, draft_id), {"title": "Koffie"}, ANNA, later)
    (entry,) = shown(store)
    assert (entry.sittings[0].uid, entry.sittings[0].sequence, entry.changed_at) == (uid, 0, later)
    assert (entry.slug, entry.values["title"]) == ("oudercafe", "Koffie")
    with store.begin() as s:
        moved = {"dates": [{"starts": "2017-05-11T13:00", "ends": None}]}
        review.save(s, draft_id, see_version(s, draft_id), moved, ANNA, later)
    (entry,) = shown(store)
    assert [(one.uid, one.sequence) for one in entry.sittings] == [(uid, 1)]
    assert entry.revision == revision(store).number == 3


def test_a_cancelled_activity_stays_with_its_status(store: Store) -> None:
    draft_id = approved(store)
    with store.begin() as s:
        review.cancel(s, draft_id, see_version(s, draft_id), ANNA, LATER)
    (entry,) = shown(store)
    assert entry.cancelled
    assert entry.sittings[0].sequence == 1
    assert entry.values["title"] == "Oudercafé"


def test_what_was_never_in_the_agenda_does_not_come_there_by_being_cancelled(store: Store) -> None:
    draft_id = one_draft(store)
    with store.begin() as s:
        review.cancel(s, draft_id, 1, ANNA, LATER)
    assert shown(store) == []


def test_an_undone_approval_is_withdrawn_and_a_second_one_is_the_same_activity(store: Store) -> None:
    draft_id = one_draft(store)
    with store.begin() as s:
        review.save(s, draft_id, 1, {}, ANNA, LATER, confirm=["organisation", "venue"])
        done = review.approve(s, draft_id, 2, ANNA, LATER)
    before = shown(store)[0]
    with store.begin() as s:
        review.undo(s, done.event_id, done.version, ANNA, LATER)
    assert shown(store) == []
    with store.view() as s:
        assert agenda.by_slug(s, "oudercafe").status == PublicationStatus.WITHDRAWN
    with store.begin() as s:
        review.approve(s, draft_id, see_version(s, draft_id), ANNA, LATER)
    after = shown(store)[0]
    assert (after.uid, after.slug, after.sittings[0].uid) == (before.uid, before.slug, before.sittings[0].uid)
    assert after.sittings[0].sequence == 1


def test_a_merged_activity_leads_to_the_one_that_stays(store: Store) -> None:
    keep, other = approved(store, "one"), approved(store, "two", title="Koffie")
    with store.begin() as s:
        done = review.merge(
            s, keep, see_version(s, keep), other, see_version(s, other), ["title"], ANNA, LATER
        )
    with store.view() as s:
        assert [entry.values["title"] for entry in agenda.entries(s)] == ["Koffie"]
        assert agenda.by_slug(s, "koffie").slug == "oudercafe"
    with store.begin() as s:
        review.undo(s, done.event_id, done.version, ANNA, LATER)
    assert [entry.slug for entry in shown(store)] == ["oudercafe", "koffie"]


def test_what_was_merged_before_its_whole_is_in_the_agenda_leads_there_once_it_is(store: Store) -> None:
    keep, other = one_draft(store, "one"), approved(store, "two", title="Koffie")
    with store.begin() as s:
        review.merge(s, keep, 1, other, see_version(s, other), [], ANNA, LATER)
    with store.view() as s:
        assert agenda.by_slug(s, "koffie").status == PublicationStatus.WITHDRAWN
    with store.begin() as s:
        review.save(s, keep, see_version(s, keep), {}, ANNA, LATER, confirm=["organisation", "venue"])
        review.approve(s, keep, see_version(s, keep), ANNA, LATER)
    with store.view() as s:
        assert agenda.by_slug(s, "koffie").slug == "oudercafe"


def test_the_contact_is_named_only_where_staff_left_it_so(store: Store) -> None:
    draft_id = approved(store, contact_email="anna@school.example", contact_name="Anna")
    assert shown(store)[0].values["contact_email"] == "anna@school.example"
    with store.begin() as s:
        review.save(s, draft_id, see_version(s, draft_id), {}, ANNA, LATER, contact_public=False)
    assert not {"contact_email", "contact_name"} & set(shown(store)[0].values)


def test_material_is_for_the_toolbox_and_not_for_the_agenda(store: Store) -> None:
    draft_id = one_draft(store, kind="material")
    with store.begin() as s:
        review.approve(s, draft_id, 1, ANNA, LATER)
    assert shown(store) == []


@pytest.mark.parametrize(
    ("title", "slug"),
    [
        ("Één dág: 'thuis' & school!", "een-dag-thuis-school"),
        ("!!!", "activiteit"),
        (
            "Samen met ouders en leerlingen op weg naar een school voor iedereen in de regio",
            "samen-met-ouders-en-leerlingen-op-weg-naar-een-school-voor",
        ),
    ],
)
def test_an_address_can_be_read_aloud(store: Store, title: str, slug: str) -> None:
    approved(store, title=title)
    assert shown(store)[0].slug == slug


def test_no_two_activities_share_an_address(store: Store) -> None:
    for name in ("one", "two", "three"):
        approved(store, name)
    assert [entry.slug for entry in shown(store)] == ["oudercafe", "oudercafe-2", "oudercafe-3"]


def test_what_was_read_of_a_draft_is_as_staff_see_it(store: Store) -> None:
    draft_id = approved(store)
    assert shown(store)[0].values["dates"] == see(store, draft_id).fields["dates"].value

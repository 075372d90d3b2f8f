"""Deciding on drafts: what a reviewer sees, what may be decided when, and that nobody overwrites anybody."""

from collections.abc import Callable

import pytest
from sqlalchemy import text

from store import queue, review
from store.database import Store
from store.deciding import Decided
from store.errors import BadValues, Blocked, NotFound, Refused, Stale
from store.incoming import NewFinding, NewPart, NewProblem
from store.model import DraftStatus
from store.standing import FieldState
from tests.store.desk import LATER, one_draft, people, see, whole
from tests.store.mails import NOW, draft, mail, read_as, reading, sha

ANNA = "staff:1"


def save(store: Store, draft_id: int, version: int, actor: str = ANNA, **changes: object) -> Decided:
    with store.begin() as s:
        return review.save(s, draft_id, version, changes, actor, LATER)


def test_every_field_is_shown_with_what_was_read_and_how_sure_that_is(store: Store) -> None:
    view = see(store, one_draft(store))
    assert {name: field.state for name, field in view.fields.items() if field.value is not None} == {
        "title": "sure",
        "dates": "sure",
        "city": "sure",
        "organisation": "check",
        "venue": "check",
    }
    assert view.fields["price"].state is FieldState.MISSING
    title = view.fields["title"]
    assert (title.value, title.evidence[0].text) == ("Oudercafé", "Oudercafé")
    assert view.texts["body"][title.evidence[0].start : title.evidence[0].end] == title.evidence[0].text
    assert [one.value for one in title.alternatives] == ["Koffie"]


def test_what_was_too_unsure_to_fill_a_field_is_an_alternative_alone(store: Store) -> None:
    street = see(store, one_draft(store)).fields["street"]
    assert (street.value, street.found, street.state) == (None, None, "missing")
    assert [one.value for one in street.alternatives] == ["Dorpsstraat 1"]


def test_what_staff_fill_in_stands_beside_what_was_read_with_who_and_when(store: Store) -> None:
    anna = people(store).anna
    draft_id = one_draft(store)
    decided = save(store, draft_id, 1, anna, title="  Oudercafé in de week ", price=0)
    view = see(store, draft_id)
    title = view.fields["title"]
    assert (title.value, title.state, title.by_name, title.at) == (
        "Oudercafé in de week",
        "adjusted",
        "Anna",
        LATER,
    )
    assert title.found is not None
    assert title.found.value == "Oudercafé"
    assert view.fields["price"].value == 0
    assert (view.version, view.title) == (decided.version, "Oudercafé in de week") == (2, view.title)


def test_a_chosen_alternative_brings_its_own_evidence(store: Store) -> None:
    draft_id = one_draft(store)
    save(store, draft_id, 1, title="Koffie")
    title = see(store, draft_id).fields["title"]
    assert title.state == "adjusted"
    assert title.evidence == title.alternatives[0].evidence != ()


def test_saving_what_stands_there_already_changes_nothing(store: Store) -> None:
    draft_id = one_draft(store)
    decided = save(store, draft_id, 1, title="Oudercafé", price=None, url="  ")
    assert (decided.event_id, decided.version) == (None, 1)
    assert see(store, draft_id).history[0].action == "read"


def test_a_confirmed_field_is_sure_and_one_taken_back_is_as_it_was_read(store: Store) -> None:
    draft_id = one_draft(store)
    with store.begin() as s:
        review.save(s, draft_id, 1, {"title": "Anders"}, ANNA, NOW, confirm=["venue"])
    venue = see(store, draft_id).fields["venue"]
    assert (venue.state, venue.by) == ("sure", ANNA)
    with store.begin() as s:
        review.save(s, draft_id, 2, {}, ANNA, NOW, withdraw=["title", "venue"])
    view = see(store, draft_id)
    assert [(view.fields[f].value, view.fields[f].state) for f in ("title", "venue")] == [
        ("Oudercafé", "sure"),
        ("Buurthuis", "check"),
    ]
    assert view.title == "Oudercafé"


def test_the_queue_shows_what_staff_filled_in(store: Store) -> None:
    draft_id = one_draft(store)
    dates = [{"starts": "2017-05-11T10:00", "ends": None}]
    save(store, draft_id, 1, dates=dates, city="Assen", venue="", online=True, organisation="De Es")
    with store.view() as s:
        (row,) = queue.waiting(s)
    assert (row.dates, row.city, row.venue, row.online) == (dates, "Assen", "", True)
    assert (str(row.first_day), row.organisation) == ("2017-05-11", "De Es")


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("nothing", "x"),
        ("title", 3),
        ("title", "x" * 3000),
        ("dates", "2017-05-09"),
        ("dates", [{"starts": "9 mei", "ends": None}]),
        ("dates", [{"starts": "2017-02-30", "ends": None}]),
        ("dates", [{"starts": "2017-05-09T13:00", "ends": "2017-05-09T12:00"}]),
        ("dates", [{"ends": "2017-05-09"}]),
        ("postcode", "12345"),
        ("online", "ja"),
        ("access", "half"),
        ("contact_email", "anna"),
        ("contact_phone", "bel maar"),
        ("registration", "javascript:alert(1)"),
        ("registration_deadline", "morgen"),
        ("price", -1),
        ("price", float("nan")),
        ("capacity", True),
        ("url", "javascript:alert(1)"),
        ("activity_type", "feestje"),
        ("change", "verzet"),
    ],
)
def test_a_value_that_its_field_cannot_hold_is_refused_by_name(
    store: Store, field: str, value: object
) -> None:
    draft_id = one_draft(store)
    with pytest.raises(BadValues) as refused:
        save(store, draft_id, 1, **{field: value, "city": "Assen"})
    assert refused.value.fields == (field,)
    assert see(store, draft_id).version == 1


def test_values_are_kept_in_one_spelling(store: Store) -> None:
    draft_id = one_draft(store)
    spans = [
        {"starts": "2017-05-10", "ends": None},
        {"starts": "2017-05-09T09:00", "ends": "2017-05-09"},
        {"starts": "2017-05-10", "ends": ""},
    ]
    save(store, draft_id, 1, postcode="1234ab", dates=spans, contact_email="a@b.example")
    values = see(store, draft_id).values
    assert values["postcode"] == "1234 AB"
    assert values["dates"] == [
        {"starts": "2017-05-09T09:00", "ends": "2017-05-09"},
        {"starts": "2017-05-10", "ends": None},
    ]


def test_a_stale_form_is_told_both_values_by_field_and_overwrites_nothing(store: Store) -> None:
    them = people(store)
    draft_id = one_draft(store)
    save(store, draft_id, 1, them.anna, title="Van Anna", city="Assen")
    with pytest.raises(Stale) as refused:
        save(store, draft_id, 1, them.bert, title="Van Bert", venue="De Es", city="Assen")
    stale = refused.value
    assert (stale.version, stale.by, stale.status) == (2, "Anna", "new")
    told = [(one.field, one.mine, one.theirs, one.contested, one.by) for one in stale.conflicts]
    assert told == [
        ("title", "Van Bert", "Van Anna", True, "Anna"),
        ("venue", "De Es", "Buurthuis", False, ""),
    ]
    assert stale.changed == {"title": "Anna", "city": "Anna"}
    assert see(store, draft_id).title == "Van Anna"


def test_a_decision_on_what_was_decided_meanwhile_is_stale_too(store: Store) -> None:
    them = people(store)
    draft_id = one_draft(store)
    with store.begin() as s:
        review.approve(s, draft_id, 1, them.anna, NOW)
    with pytest.raises(Stale) as refused, store.begin() as s:
        review.reject(s, draft_id, 1, "dubbel", them.bert, NOW)
    assert (refused.value.status, refused.value.by) == ("approved", "Anna")


def test_an_approved_draft_leaves_the_queue_and_the_history_tells_who(store: Store) -> None:
    them = people(store)
    draft_id = one_draft(store)
    with store.begin() as s:
        decided = review.approve(s, draft_id, 1, them.anna, LATER)
    assert (decided.status, decided.version) == (DraftStatus.APPROVED, 2)
    with store.view() as s:
        assert queue.waiting(s) == []
        assert queue.counts(s).drafts == {"approved": 1}
    line = see(store, draft_id).history[0]
    assert (line.action, line.name, line.at, line.old, line.new) == (
        "approved",
        "Anna",
        LATER,
        {"status": "new"},
        {"status": "approved"},
    )


def test_what_lacks_something_is_not_approved_and_every_reason_is_named_with_its_field(store: Store) -> None:
    empty = draft("", "", None, findings=())
    draft_id = one_draft(store, made=empty)
    with pytest.raises(Blocked) as refused, store.begin() as s:
        review.approve(s, draft_id, 1, ANNA, NOW)
    assert [(one.code, one.field) for one in refused.value.blocks] == [
        ("no-title", "title"),
        ("no-organisation", "organisation"),
        ("no-date", "dates"),
        ("no-place", "venue"),
    ]
    assert see(store, draft_id).blocks == refused.value.blocks
    dates = [{"starts": "2017-05-09", "ends": None}]
    save(store, draft_id, 1, title="Film", organisation="De Es", dates=dates, online=True)
    assert see(store, draft_id).blocks == ()


def test_a_doubt_about_a_field_keeps_it_from_approval_until_somebody_looked(store: Store) -> None:
    told = [("weekday-mismatch", "woensdag 9 mei"), ("conflict", "venue"), ("conflict", "price")]
    draft_id = one_draft(store, problems=told)
    view = see(store, draft_id)
    assert [(one.code, one.field) for one in view.blocks] == [
        ("weekday-mismatch", "dates"),
        ("conflict", "venue"),
    ]
    assert view.fields["dates"].state == "check"
    with store.begin() as s:
        review.save(s, draft_id, 1, {"venue": "De Es"}, ANNA, NOW, confirm=["dates"])
    view = see(store, draft_id)
    assert view.blocks == ()
    assert all(one.settled for one in view.problems)


def test_a_day_outside_the_week_is_told_of_the_draft_that_has_it_alone(store: Store) -> None:
    outside = (NewProblem("outside-week", "2017-05-30"),)
    read_as(store, mail("first"), reading(whole("Een", day=9), whole("Twee", day=30), problems=outside))
    assert see(store, 1).problems == ()
    assert [(one.code, one.field) for one in see(store, 2).blocks] == [("outside-week", "dates")]


def test_material_needs_no_day_or_place_and_a_change_is_not_approved_by_itself(store: Store) -> None:
    material = one_draft(store, "photos", draft("Foto's", "De Linde", None, findings=_titled()), "material")
    assert see(store, material).blocks == ()
    change = one_draft(store, "change", whole("Iets anders", "Elders"), "update", sender_email="x@y.example")
    with pytest.raises(Blocked) as refused, store.begin() as s:
        review.approve(s, change, 1, ANNA, NOW)
    assert [one.code for one in refused.value.blocks] == ["is-change"]


def _titled() -> tuple[NewFinding, ...]:
    return (NewFinding("title", 0, "Foto's", 0.9, "test"),)


def test_an_approved_draft_can_be_corrected_but_not_emptied(store: Store) -> None:
    draft_id = one_draft(store)
    with store.begin() as s:
        review.approve(s, draft_id, 1, ANNA, NOW)
    save(store, draft_id, 2, title="Beter")
    with pytest.raises(Blocked):
        save(store, draft_id, 3, dates=[])
    assert (see(store, draft_id).status, see(store, draft_id).version) == ("approved", 3)


def test_a_rejection_has_a_reason_and_a_question_a_text(store: Store) -> None:
    draft_id = one_draft(store)
    for refused, verb in (
        ("no-reason", lambda s: review.reject(s, draft_id, 1, "", ANNA, NOW)),
        ("no-text", lambda s: review.ask(s, draft_id, 1, "  ", ANNA, NOW)),
    ):
        with pytest.raises(Refused, match=refused), store.begin() as s:
            verb(s)
    with store.begin() as s:
        review.ask(s, draft_id, 1, "Hoe laat begint het?", ANNA, NOW)
    assert (see(store, draft_id).status, see(store, draft_id).message) == ("asked", "Hoe laat begint het?")
    with store.begin() as s:
        review.reject(s, draft_id, 2, "geen-antwoord", ANNA, NOW, message="Jammer")
    view = see(store, draft_id)
    assert (view.status, view.reason, view.message) == ("rejected", "geen-antwoord", "Jammer")


@pytest.mark.parametrize("verb", [review.approve, review.cancel, review.not_an_activity])
def test_what_was_decided_is_not_decided_again_but_every_decision_has_a_way_back(
    store: Store, verb: Callable[..., Decided]
) -> None:
    draft_id = one_draft(store)
    with store.begin() as s:
        verb(s, draft_id, 1, ANNA, NOW)
    with pytest.raises(Refused, match="wrong-status"), store.begin() as s:
        review.ask(s, draft_id, 2, "Hoe laat?", ANNA, NOW)
    with store.begin() as s:
        assert review.reopen(s, draft_id, 2, ANNA, NOW).status == DraftStatus.NEW


def test_values_and_words_stand_nowhere_in_the_log_that_is_never_erased(store: Store) -> None:
    draft_id = one_draft(store)
    save(store, draft_id, 1, contact_email="geheim@school.example", contact_name="Geheim")
    with store.begin() as s:
        review.ask(s, draft_id, 2, "Geheim?", ANNA, NOW)
        review.reject(s, draft_id, 3, "reden", ANNA, NOW, message="geheim")
        assert "geheim" not in str(s.execute(text("SELECT * FROM event")).all()).lower()


def test_the_parts_and_the_thread_of_its_mail_come_along(store: Store) -> None:
    part = NewPart((0, 1), "flyer.pdf", "flyer.pdf", "application/pdf", "", 9, sha("flyer"), "document")
    first = one_draft(store, reading={"parts": (part,), "texts": {"body": "Oudercafé"}})
    second = read_as(store, mail("second", references=("<first@school.example>",)), reading(kind="question"))
    third = read_as(store, mail("third", references=("<first@school.example>",)), reading(kind="question"))
    view = see(store, first)
    assert [(one.name, one.position) for one in view.parts] == [("flyer.pdf", "0.1")]
    assert [one.id for one in view.thread] == [second, third]
    assert view.thread[0].needs_person


def test_a_draft_that_is_not_there_is_said_so(store: Store) -> None:
    with pytest.raises(NotFound):
        see(store, 5)
    with pytest.raises(NotFound):
        save(store, 5, 1, title="x")

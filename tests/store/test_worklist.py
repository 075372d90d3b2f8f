"""The work list: what stands under which tab, in which order, and how it is found."""

from collections.abc import Callable
from datetime import date, timedelta

import pytest
from sqlalchemy import delete, text

from review.tally import Tally
from store import facets, quarantine, queue, review, search, worklist
from store.database import Store
from store.desk import Facet
from store.facets import NO_PROBLEM, Kind
from store.model import FolderPass, Mail
from store.worklist import Asked, Tab
from tests.store.desk import one_draft, whole
from tests.store.mails import NOW, claim, draft, keep, mail, read_as, reading

ANNA = "staff:1"


def titles(store: Store, asked: Asked, **given: int) -> list[str]:
    with store.view() as s:
        return [row.title or row.subject[-3:] for row in worklist.rows(s, asked, **given)]


def found(store: Store, words: str) -> list[str]:
    search.keep_up(store)
    with store.view() as s:
        assert not search.behind(s)
        return titles(store, Asked(found=search.find(s, words)))


def full(store: Store) -> None:
    """One thing under each tab."""
    one_draft(store, "one", whole("Nieuw", "A", 9))
    one_draft(store, "two", whole("Twijfel", "B", 10), reading={"doubt": True})
    one_draft(store, "thr", whole("Wijziging", "C", 11), "update", sender_email="c@c.example")
    one_draft(store, "fou", whole("Foto's", "D", 12), "material")
    asked, done = one_draft(store, "fiv", whole("Gevraagd", "E", 8)), one_draft(store, "six", whole("Klaar"))
    read_as(store, mail("sev"), reading(kind="question"))
    keep(store, mail("eig"))
    (claimed,) = claim(store)
    with store.begin() as s:
        queue.quarantine(s, claimed.mail_id, "worker", "kapot", NOW)
        review.ask(s, asked, 1, "Hoe laat?", ANNA, NOW)
        review.approve(s, done, 1, ANNA, NOW)


def test_each_thing_stands_under_its_tab_and_the_counts_say_so(store: Store) -> None:
    full(store)
    shown = {tab: titles(store, Asked(tab)) for tab in Tab}
    assert shown == {
        "all": ["Nieuw", "Twijfel", "Wijziging", "Foto's", "sev", "eig"],
        "new": ["Nieuw"],
        "doubt": ["Twijfel", "sev"],
        "change": ["Wijziging"],
        "asked": ["Gevraagd"],
        "double": [],
        "material": ["Foto's"],
        "done": ["Klaar"],
        "quarantine": ["eig"],
    }
    with store.view() as s:
        assert worklist.numbers(s, Asked()).tabs == {tab: len(rows) for tab, rows in shown.items()}
        waiting = {(row.mail_id, row.draft_id) for row in queue.waiting(s)}
        assert {(row.mail_id, row.draft_id) for row in worklist.rows(s, Asked())} == waiting


def test_a_row_tells_what_staff_filled_in_and_no_problem_that_they_settled(store: Store) -> None:
    draft_id = one_draft(store, problems=[("weekday-mismatch", "wo 9 mei"), ("on-behalf", "SWV")])
    with store.begin() as s:
        review.save(s, draft_id, 1, {"city": "Assen", "venue": ""}, ANNA, NOW, confirm=["dates"])
    with store.view() as s:
        (row,) = worklist.rows(s, Asked())
    assert (row.city, row.venue, row.problems, row.version) == ("Assen", "", (("on-behalf", "SWV"),), 2)


def test_pages_follow_each_other_without_a_gap_and_tell_how_many_there_are(store: Store) -> None:
    for day in (12, 9, 11, 10, 9):
        one_draft(store, f"m{day}{NOW}{len(titles(store, Asked()))}", whole(f"Dag {day}", "A", day))
    read_as(store, mail("ask"), reading(kind="question"))
    whole_list = titles(store, Asked())
    assert whole_list == ["Dag 9", "Dag 9", "Dag 10", "Dag 11", "Dag 12", "ask"]
    pages = [titles(store, Asked(), limit=2, offset=offset) for offset in (0, 2, 4, 6)]
    assert pages == [whole_list[0:2], whole_list[2:4], whole_list[4:6], []]
    assert titles(store, Asked(), limit=3, offset=4) == ["Dag 12", "ask"]


def test_a_day_shows_what_begins_on_it_and_no_day_what_has_none(store: Store) -> None:
    full(store)
    one_draft(store, "nod", draft("Zonder dag", "X", None, findings=()))
    assert titles(store, Asked(day=date(2017, 5, 10))) == ["Twijfel"]
    assert sorted(titles(store, Asked(no_day=True))) == ["Zonder dag", "eig", "sev"]
    with store.view() as s:
        numbers = worklist.numbers(s, Asked(day=date(2017, 5, 10)))
    assert numbers.days == {**{date(2017, 5, day): 1 for day in (9, 10, 11, 12)}, None: 3}
    assert sum(numbers.days.values()) == numbers.tabs[Tab.ALL] == numbers.total(Asked())
    assert [numbers.total(Asked(day=date(2017, 5, day))) for day in (9, 13)] == [1, 0]
    assert numbers.total(Asked(no_day=True)) == 3


def test_on_one_day_the_morning_comes_before_the_afternoon_also_where_staff_changed_it(store: Store) -> None:
    late, early = one_draft(store, "one", whole("Eerst later")), one_draft(store, "two", whole("Dan eerder"))
    assert titles(store, Asked()) == ["Eerst later", "Dan eerder"]
    with store.begin() as s:
        dates = [{"starts": "2017-05-09T09:30", "ends": None}]
        saved = review.save(s, early, 1, {"dates": dates}, ANNA, NOW)
    assert titles(store, Asked()) == ["Dan eerder", "Eerst later"]
    with store.view() as s:
        assert (worklist.after(s, early), worklist.after(s, late)) == (late, early)
    with store.begin() as s:
        review.undo(s, saved.event_id or 0, 2, ANNA, NOW)
    assert titles(store, Asked()) == ["Eerst later", "Dan eerder"]
    with store.begin() as s:
        review.reject(s, late, 1, "week", ANNA, NOW)
    with store.view() as s:
        assert worklist.after(s, early) is None


def test_the_list_is_narrowed_by_what_each_draft_is_now(store: Store) -> None:
    read_as(store, mail("ask"), reading(kind="question"))
    school = one_draft(store, "one", whole("School", organisation_type="school"))
    one_draft(store, "two", whole("Gemeente", organisation_type="gemeente", price=0))
    bad = one_draft(store, "thr", draft("Dag klopt niet"), problems=[("weekday-mismatch", "wo 9 mei")])

    def narrowed(kind: Kind, value: str) -> list[str]:
        asked = Asked(facets={kind: value})
        with store.view() as s:
            assert worklist.numbers(s, asked).total(asked) == len(titles(store, asked))
        return titles(store, asked)

    with store.begin() as s:
        review.save(s, school, 1, {"city": "Assen"}, ANNA, NOW)
    assert narrowed(Kind.ORGANISATION_TYPE, "school") == ["School"]
    assert narrowed(Kind.PLACE, "Assen") == ["School"]
    assert narrowed(Kind.PROBLEM, "weekday-mismatch") == ["Dag klopt niet"]
    assert narrowed(Kind.PROBLEM, NO_PROBLEM) == ["School", "Gemeente"]
    with store.view() as s:
        assert worklist.choices(s, Kind.PLACE) == {"Zwolle", "Assen"}
    with store.begin() as s:
        review.save(s, bad, 1, {"city": "Assen"}, ANNA, NOW, confirm=["dates"])
        moved = review.save(s, school, 2, {"city": "", "venue": "", "online": None}, ANNA, NOW)
    assert narrowed(Kind.PROBLEM, "weekday-mismatch") == []
    assert narrowed(Kind.PLACE, "Assen") == ["Dag klopt niet"]
    assert narrowed(Kind.PROBLEM, "no-place") == ["School"]
    with store.begin() as s:
        review.undo(s, moved.event_id or 0, 3, ANNA, NOW)
    assert narrowed(Kind.PROBLEM, "no-place") == []
    assert titles(store, Asked(among=frozenset({bad}))) == ["Dag klopt niet"]


def test_drafts_of_before_there_were_facets_get_them(store: Store) -> None:
    one_draft(store, "one", whole(organisation_type="school"))
    with store.begin() as s:
        s.execute(delete(Facet))
    assert [facets.fill(store) for _ in range(2)] == [1, 0]
    assert titles(store, Asked(facets={Kind.ORGANISATION_TYPE: "school"})) == ["Oudercafé"]


def test_words_find_mails_drafts_and_what_was_decided_by_their_beginnings(store: Store) -> None:
    full(store)
    body = {"body": "Wij nodigen u uit in de Bibliotheek voor een avond met José, zie <http://x.example/pad>"}
    one_draft(store, "bib", whole("Leesavond"), reading={"texts": body})
    for words in ("bibliotheek", "BIBLIO", "jose", "josé avond", "x.example/pad", "nodigen uit"):
        assert found(store, words) == ["Leesavond"], words
    assert found(store, "bibliotheek klaar") == []
    assert found(store, "klaar") == ["Klaar"]
    assert found(store, "sev") == ["sev"]
    with store.view() as s:
        tabs = worklist.numbers(s, Asked(found=search.find(s, "bibliotheek"))).tabs
    assert (tabs[Tab.NEW], tabs[Tab.CHANGE]) == (1, 0)


@pytest.mark.timeout(30)  # a search that waits for who writes waits for a minute here
def test_a_search_finds_what_is_indexed_while_somebody_writes(open_store: Callable[..., Store]) -> None:
    holder, desk = open_store(), open_store(busy_seconds=60)
    one_draft(desk, "one", whole("Bakkersmiddag"))
    search.keep_up(desk)
    one_draft(desk, "two", whole("Koffieochtend"))
    tally = Tally()
    with holder.begin() as s:
        s.add(FolderPass(mailbox="desk", folder="INBOX", error="", failures=0))
        s.flush()
        tally.search_ready(desk)
        with desk.view() as seen:
            assert titles(desk, Asked(found=search.find(seen, "bakkersmiddag"))) == ["Bakkersmiddag"]
    tally.search_ready(desk)
    with desk.view() as seen:
        assert titles(desk, Asked(found=search.find(seen, "koffieochtend"))) == ["Koffieochtend"]


def test_of_a_word_that_stands_in_every_mail_the_last_ones_are_found_and_that_there_are_more(
    store: Store,
) -> None:
    for number in range(5):
        one_draft(store, f"no{number}", whole(f"Avond {number}"), reading={"texts": {"body": "actieweek"}})
    search.keep_up(store)
    with store.view() as s:
        found = search.find(s, "actieweek", most=3)
        assert found is not None
        assert found.more
        titles = {row.title for row in worklist.rows(s, Asked(found=found))}
        assert titles >= {"Avond 4", "Avond 3", "Avond 2"}
        assert "Avond 0" not in titles
        whole_answer = search.find(s, "actieweek", most=5)
        assert whole_answer is not None
        assert not whole_answer.more
        assert len(whole_answer.drafts) == 5


def test_the_index_takes_all_that_was_read_and_then_has_nothing_to_do(store: Store) -> None:
    full(store)
    with store.begin() as s:
        assert [search.catch_up(s, 3) for _ in range(4)] == [3, 3, 2, 0]
    one_draft(store, "more")
    assert [search.keep_up(store) for _ in range(2)] == [1, 0]


def test_a_plural_finds_the_one(store: Store) -> None:
    one_draft(store, reading={"texts": {"body": "Een workshop en een activiteit"}})
    assert found(store, "workshops activiteiten") == ["Oudercafé"]


def test_what_staff_filled_in_is_found_too(store: Store) -> None:
    draft_id = one_draft(store)
    with store.begin() as s:
        review.save(s, draft_id, 1, {"title": "Poppenkast"}, ANNA, NOW)
    assert found(store, "poppenk") == ["Poppenkast"]


@pytest.mark.parametrize(
    "words",
    [
        '"',
        "'",
        "a'b",
        "' OR 1=1",
        "NEAR(",
        "*",
        "a AND",
        "-",
        "%",
        "_",
        "\x00",
        "\ud800",
        "a" * 9999,
        "(:*&|!",
    ],
)
def test_nothing_that_is_typed_is_taken_for_more_than_words(store: Store, words: str) -> None:
    one_draft(store)
    assert len(found(store, words)) in (0, 1)


def test_a_question_without_words_finds_everything_that_waits(store: Store) -> None:
    one_draft(store)
    assert found(store, " ?! ") == ["Oudercafé"]


def test_a_mail_that_was_read_again_is_found_by_what_it_says_now(store: Store) -> None:
    keep(store, mail("first"))
    (claimed,) = claim(store)
    with store.begin() as s:
        queue.quarantine(s, claimed.mail_id, "worker", "kapot", NOW)
    assert found(store, "oudercafe") == []
    assert len(found(store, "thuiszitters")) == 1
    with store.begin() as s:
        quarantine.retry(s, claimed.mail_id, ANNA, NOW)
    (claimed,) = claim(store)
    with store.begin() as s:
        queue.save_readings(s, [(claimed.mail_id, reading(whole()))], "worker", NOW + timedelta(minutes=5))
    assert found(store, "oudercafe") == ["Oudercafé"]


def test_what_is_removed_of_a_mail_is_in_no_index(store: Store) -> None:
    one_draft(store)
    assert found(store, "oudercafe") == ["Oudercafé"]
    with store.begin() as s:
        s.execute(delete(Mail))
        assert s.scalar(text("SELECT count(*) FROM search_words")) == 0

"""The desk on PostgreSQL as on SQLite: every page, with something on each of them."""

import re
from collections.abc import Iterator
from itertools import product
from pathlib import Path

import pytest
from starlette.routing import Route

from store.database import Store
from store.desk import Role
from store.folder import FolderBlobs
from tests.review import test_organiser as organiser
from tests.review.desks import Desk, hidden
from tests.review.post import TEXT, arrives, letter
from tests.review.test_door import routes
from tests.review.test_draft import decide, status

# Asked of the work list in every way in which it can be narrowed.
NARROWED = (
    "zoek=symposium",
    "zoek=de+en+het",
    "dag=2017-05-09",
    "dag=geen",
    "plaats=Zwolle",
    "organisatie=school",
    "letop=no-place",
    "wie=ik",
    *(f"soort={tab}" for tab in ("nieuw", "twijfel", "wijzigingen", "wacht", "dubbel", "materiaal", "klaar")),
)


@pytest.fixture
def desk(store: Store, tmp_path: Path) -> Iterator[Desk]:
    """A desk on either database."""
    one = Desk(store, FolderBlobs(tmp_path / "blobs"))
    yield one
    one.close()


def in_full(desk: Desk) -> list[str]:
    """Every path with a part that somebody else fills in."""
    return [route.path for route in desk.app.routes if isinstance(route, Route) and "{" in route.path]


def test_every_page_answers_on_either_database(desk):
    browser = desk.logged_in("beheer", "Bea Heer", Role.MANAGER)
    text = f"{TEXT}\n\nMet vriendelijke groet,\nAnna de Boer\nBasisschool De Linde"
    mails = [letter(text=text, Message_ID=f"<{number}@a.example>") for number in range(3)]
    drafts = [arrives(desk, raw)[1] for raw in mails]
    assert None not in drafts
    decide(browser, drafts[0], "goedkeuren")
    decide(browser, drafts[1], "afwijzen", reden="week")
    assert [status(desk, draft)[0] for draft in drafts[:2]] == ["approved", "rejected"]
    for method, path in routes(desk):
        if method == "GET":
            assert browser.get(path).status_code < 500, path
    for narrowed in NARROWED:
        assert browser.get(f"/werkvoorraad?{narrowed}").status_code == 200, narrowed
    assert "Oudercafé" in browser.get("/agenda").text


def test_an_address_or_a_number_that_nothing_has_is_no_fault_of_ours(desk, caplog):
    browser = desk.logged_in("beheer", "Bea Heer", Role.MANAGER)
    arrives(desk, letter())
    odd = ("%00", "a%00b", "9" * 10, "9" * 18, "9" * 19, "9" * 5000)
    paths = {re.sub(r"\{\w+(:int)?\}", one, path) for path in in_full(desk) for one in odd}
    asked = ("besluit", "apart", "notitie", "bij", "totaal", "ongedaan", "mail", "bladzijde", "voor", "naar")
    for name, value in product(asked, ("%00", "9" * 18, "9" * 19, "9" * 5000, "//[")):
        paths |= {
            f"{path}?{name}={value}"
            for path in (
                "/werkvoorraad/gedaan",
                "/werkvoorraad/nieuws",
                "/activiteit/1",
                "/logboek",
                "/inloggen",
                "/wachtwoord",
                "/uitgaande-mail",
            )
        }
    for visitor in (browser, desk.browser()):
        for path in sorted(paths):
            assert visitor.get(path).status_code < 500, path[:80]
    page = hidden(browser.get("/activiteit/1").text)
    for name, value in product(("capacity", "versie", "bij"), ("9" * 18, "9" * 19, "9" * 5000, "\x00")):
        sent = {**page, "doe": "opslaan", "versie": "1", name: value}
        assert browser.post("/activiteit/1", sent).status_code < 500, (name, value[:20])
    assert not [record for record in caplog.records if record.levelname == "ERROR"]


def test_an_organiser_corrects_on_either_database(desk):
    where = organiser.path(desk, organiser.activity(desk))
    visitor = desk.browser()
    sent = {**organiser.form(visitor.get(where).text), "venue": "Brugzaal"}
    assert [organiser.send(visitor, where, sent).status_code for _ in range(2)] == [303, 303]
    (proposed,) = organiser.changes(desk)
    decide(desk.logged_in(), proposed.id, "overnemen", **{"versie-van": "3"})
    assert "Brugzaal" in visitor.get("/agenda/oudercafe").text

"""Beoordelen: a draft beside its mail, and decisions that lose nothing that was typed."""

import re
from datetime import date
from html import unescape

import pytest

from review.words import say
from store import history, review
from store.incoming import NewDraft, NewFinding, NewPart
from store.model import Draft
from tests.review.desks import NOW, Browser, Desk, filled
from tests.store.mails import mail, read_as, reading

BODY = """Beste mensen,

Op dinsdag 9 mei van 13.00 tot 16.30 uur houden wij het Oudercafé in De Linde.
Deelname kost 7,50 euro.

Groet,
Anna <script>alert(1)</script>

> Van: desk
> Hoe laat begint het?
"""


def at(words: str) -> list[dict]:
    start = BODY.index(words)
    return [{"source": "body", "start": start, "end": start + len(words), "text": words}]


def oudercafe(**given: object) -> NewDraft:
    findings = (
        NewFinding("title", 0, "Oudercafé", 0.94, "title", at("Oudercafé")),
        NewFinding("title", 1, "De Linde", 0.4, "title", at("De Linde")),
        NewFinding("organisation", 0, "Buurthuis De Linde", 0.9, "organisation", at("De Linde")),
        NewFinding(
            "dates",
            0,
            [{"starts": "2017-05-09T13:00", "ends": "2017-05-09T16:30"}],
            0.9,
            "dates",
            at("dinsdag 9 mei"),
        ),
        NewFinding("venue", 0, "De Linde", 0.75, "place", at("De Linde")),
        NewFinding("price", 0, 7.5, 0.9, "price", at("7,50 euro")),
    )
    known = {"findings": findings, "title": "Oudercafé", "organisation": "Buurthuis De Linde"}
    return NewDraft(**{**known, "first_day": date(2017, 5, 9), **given})


def passages() -> list[dict]:
    quoted = BODY.index("> Van")
    one = {"source": "body", "level": 0, "sender": None, "sent": None, "subject": ""}
    return [
        {**one, "start": 0, "end": quoted - 1, "kind": "own"},
        {**one, "start": quoted, "end": len(BODY), "kind": "quoted"},
    ]


def arrives(desk: Desk, name: str = "een", **given: object) -> int:
    """One mail with one draft; gives the draft's id."""
    parts = given.pop("parts", ())
    what = reading(oudercafe(**given), texts={"subject": "s", "body": BODY}, passages=passages(), parts=parts)
    mail_id = read_as(desk.store, mail(name), what, NOW)
    with desk.store.view() as s:
        return s.query(Draft).filter_by(mail_id=mail_id).one().id


def decide(browser: Browser, draft_id: int, act: str, **typed: object):
    form = filled(browser.get(f"/activiteit/{draft_id}").text)
    return browser.post(f"/activiteit/{draft_id}", {**form, **typed, "doe": act})


def status(desk: Desk, draft_id: int) -> tuple[str, int]:
    with desk.store.view() as s:
        view = review.draft(s, draft_id)
        return view.status, view.version


def test_each_value_points_at_the_words_that_it_stands_on(desk):
    draft_id = arrives(desk)
    page = desk.logged_in().get(f"/activiteit/{draft_id}").text
    assert re.search(r'id="bewijs-dates"></span><mark +data-keys="dates">dinsdag 9 mei</mark>', page)
    assert re.search(r'<mark +data-keys="[^"]*venue[^"]*organisation[^"]*">De Linde</mark>', page)
    for field in ("title", "dates", "price"):
        assert f'href="#bewijs-{field}"' in page
    assert 'class="fold quoted"' in page
    assert "Hoe laat begint het?" in page
    assert "<script>alert" not in page


def test_states_are_told_in_words_and_what_is_unsure_can_be_confirmed(desk):
    draft_id = arrives(desk)
    browser = desk.logged_in()
    page = browser.get(f"/activiteit/{draft_id}").text
    box = page[page.index('id="veld-venue"') : page.index('id="veld-street"')]
    assert say("state.check") in box
    assert say("state.sure") in page
    assert decide(browser, draft_id, "opslaan", klopt="venue").status_code == 303
    page = browser.get(f"/activiteit/{draft_id}").text
    assert say("state.sure.by", name="Anna") in page


def test_saving_what_was_not_changed_changes_nothing(desk):
    draft_id = arrives(desk)
    answer = decide(desk.logged_in(), draft_id, "opslaan")
    assert answer.headers["location"] == f"/activiteit/{draft_id}"
    assert status(desk, draft_id) == ("new", 1)


def test_what_staff_type_is_kept_as_their_own_and_told_in_the_history(desk):
    draft_id = arrives(desk)
    browser = desk.logged_in()
    typed = {
        "title": "Oudercafé in De Linde",
        "price": "gratis",
        "capacity": "40",
        "dates.0.ends": "17",
        "dates.1.day": "2017-05-10",
        "dates.1.starts": "9.30",
        "online": "nee",
    }
    assert decide(browser, draft_id, "opslaan", **typed).status_code == 303
    with desk.store.view() as s:
        values = review.draft(s, draft_id).values
    assert values["title"] == "Oudercafé in De Linde"
    assert (values["price"], values["capacity"], values["online"]) == (0, 40, False)
    assert values["dates"] == [
        {"starts": "2017-05-09T13:00", "ends": "2017-05-09T17:00"},
        {"starts": "2017-05-10T09:30", "ends": None},
    ]
    page = unescape(browser.get(f"/activiteit/{draft_id}").text)
    assert say("state.adjusted.by", name="Anna") in page
    assert "titel: Oudercafé → Oudercafé in De Linde" in page or "Oudercafé in De Linde" in page


@pytest.mark.parametrize(
    ("field", "text", "told"),
    [
        ("contact_email", "anna at school", "bad.email"),
        ("price", "duur", "bad.price"),
        ("capacity", "veel", "bad.count"),
        ("dates.0.starts", "half twee", "bad.dates"),
    ],
)
def test_what_cannot_be_understood_is_told_at_its_field_and_nothing_typed_is_lost(desk, field, text, told):
    draft_id = arrives(desk)
    answer = decide(desk.logged_in(), draft_id, "goedkeuren", **{"title": "Iets anders", field: text})
    assert answer.status_code == 422
    page = unescape(answer.text)
    assert say(told) in page
    assert "Iets anders" in page
    assert text in page
    assert status(desk, draft_id) == ("new", 1)


def test_approving_keeps_what_was_typed_and_opens_the_next_one(desk):
    first, second = arrives(desk, "een"), arrives(desk, "twee", title="Wandeling")
    browser = desk.logged_in()
    answer = decide(browser, first, "goedkeuren", title="Oudercafé in De Linde")
    assert answer.headers["location"].startswith(f"/activiteit/{second}?besluit=")
    page = unescape(browser.get(answer.headers["location"]).text)
    assert say("done.approved", title="Oudercafé in De Linde") in page
    assert status(desk, first)[0] == "approved"
    last = decide(browser, second, "goedkeuren")
    assert last.headers["location"].startswith("/werkvoorraad?besluit=")
    assert say("work.done") in browser.get(last.headers["location"]).text


def test_a_blocked_approval_names_its_reasons_and_leads_to_the_fields(desk):
    draft_id = arrives(desk)
    answer = decide(desk.logged_in(), draft_id, "goedkeuren", **{"organisation": "", "dates.0.day": ""})
    assert answer.status_code == 409
    assert say("block.no-organisation") in answer.text
    assert say("block.no-date") in answer.text
    assert 'href="#veld-organisation"' in answer.text
    assert status(desk, draft_id) == ("new", 1)


def test_every_decision_can_be_undone_from_the_page_that_follows_it(desk):
    browser = desk.logged_in()
    acts = [
        ("goedkeuren", {}),
        ("afwijzen", {"reden": "week", "toelichting": "Volgend jaar graag."}),
        ("afwijzen", {"reden": "geen-activiteit"}),
        ("vragen", {"vraag": "Hoe laat begint het?"}),
    ]
    for number, (act, typed) in enumerate(acts):
        draft_id = arrives(desk, f"mail {number}", title="Abcdefgh"[number:], organisation="")
        answer = decide(browser, draft_id, act, **typed)
        assert answer.status_code == 303, answer.text
        assert status(desk, draft_id)[0] != "new"
        page = browser.get(answer.headers["location"]).text
        action = re.search(r'action="(/besluit/\d+/ongedaan)"', page)[1]
        notice = page[page.index(action) :]
        found = {**fields_of(notice)}
        assert browser.post(action, found).headers["location"].startswith(f"/activiteit/{draft_id}")
        assert status(desk, draft_id)[0] == "new"


def fields_of(part: str) -> dict[str, object]:
    return dict(
        re.findall(r'<input type="hidden" name="([^"]+)" value="([^"]*)"', part[: part.index("</form>")])
    )


def test_a_rejection_needs_a_reason_and_a_question_its_words(desk):
    draft_id = arrives(desk)
    browser = desk.logged_in()
    assert say("refused.no-reason") in decide(browser, draft_id, "afwijzen").text
    assert say("refused.no-text") in decide(browser, draft_id, "vragen", vraag=" ").text
    assert status(desk, draft_id) == ("new", 1)


def test_who_is_second_sees_both_versions_and_loses_nothing_that_was_typed(desk):
    draft_id = arrives(desk)
    anna, bas = desk.logged_in(), desk.logged_in("bas", "Bas Vos")
    mine = filled(bas.get(f"/activiteit/{draft_id}").text)
    assert decide(anna, draft_id, "opslaan", title="Titel van Anna", venue="Zaal 1").status_code == 303
    late = bas.post(
        f"/activiteit/{draft_id}", {**mine, "title": "Titel van Bas", "capacity": "25", "doe": "goedkeuren"}
    )
    assert late.status_code == 409
    page = unescape(late.text)
    assert say("stale.lead", name="Anna de Boer") in page
    assert "Titel van Anna" in page
    assert filled(late.text)["title"] == "Titel van Bas"
    assert filled(late.text)["capacity"] == "25"
    assert filled(late.text)["venue"] == "Zaal 1", "what only the other one changed is theirs"
    assert status(desk, draft_id)[0] == "new"
    again = bas.post(f"/activiteit/{draft_id}", {**filled(late.text), "doe": "goedkeuren"})
    assert again.status_code == 303
    with desk.store.view() as s:
        values = review.draft(s, draft_id).values
    assert (values["title"], values["venue"], values["capacity"]) == ("Titel van Bas", "Zaal 1", 25)


def test_what_cannot_be_undone_any_more_says_why(desk):
    draft_id = arrives(desk)
    browser = desk.logged_in()
    decide(browser, draft_id, "opslaan", title="Een")
    with desk.store.view() as s:
        first = next(line.decision for line in history.lines(s, draft_id=draft_id) if line.action == "saved")
    decide(browser, draft_id, "opslaan", title="Twee")
    token = filled(browser.get(f"/activiteit/{draft_id}").text)["token"]
    answer = browser.post(f"/besluit/{first}/ongedaan", {"token": token, "versie": 3})
    assert answer.status_code == 409
    assert say("undo.changed", name="Anna de Boer") in answer.text


def test_an_attachment_is_saved_and_never_shown_whatever_it_says_it_is(desk):
    content = b"<html><script>alert(1)</script>"
    (sha256,) = desk.blobs.put_many([content])
    part = NewPart(
        (1,),
        "fl\u00fcyer.html",
        "fl\u00fcyer.html",
        "text/html",
        "text/html",
        len(content),
        sha256,
        "other",
        True,
    )
    draft_id = arrives(desk, parts=(part,))
    browser = desk.logged_in()
    page = browser.get(f"/activiteit/{draft_id}").text
    assert say("source.suspicious") in page
    answer = browser.get(re.search(r'href="(/mail/\d+/bijlage/\d+)"', page)[1])
    assert answer.content == content
    assert answer.headers["content-disposition"].startswith("attachment;")
    assert answer.headers["content-type"] == "application/octet-stream"
    assert answer.headers["x-content-type-options"] == "nosniff"
    assert "sandbox" in answer.headers["content-security-policy"]
    assert browser.get("/mail/99/bijlage/1").status_code == 404


def test_a_draft_that_is_not_there_is_told_as_such(desk):
    browser = desk.logged_in()
    answer = browser.get("/activiteit/77")
    assert answer.status_code == 404
    assert say("trouble.404") in answer.text


def test_colleagues_see_who_is_on_a_draft_until_a_quarter_of_an_hour_has_passed(desk):
    draft_id = arrives(desk)
    anna, bas = desk.logged_in(), desk.logged_in("bas", "Bas Vos")
    decide(anna, draft_id, "opslaan", title="Van Anna")
    told = say("held.by", name="Anna de Boer")
    for path in ("/werkvoorraad", f"/activiteit/{draft_id}"):
        assert told in bas.get(path).text
        assert told not in anna.get(path).text
    desk.clock.passes(minutes=16)
    assert told not in bas.get(f"/activiteit/{draft_id}").text

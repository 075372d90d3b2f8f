"""The organiser's own page: what they see by the link in our mail, and what becomes of what they send."""

import re
from html import unescape

import pytest
from sqlalchemy import select

from review.organiser.form import GROUPS
from review.organiser.pages import PATH
from review.words import say
from store import notes, own_links, review
from store.incoming import NewFinding
from store.model import Draft, Mail
from tests.review.desks import NOW, Browser, Desk
from tests.review.test_agenda import change
from tests.review.test_draft import decide, oudercafe
from tests.store.desk import one_draft, whole
from tests.store.mails import mail, read_as, reading

SENDER = "anna@school.example"
SAME = {"sec-fetch-site": "same-origin", "origin": "null"}


def activity(
    desk: Desk, name: str = "first", title: str = "Oudercafé", who: str = SENDER, **more: object
) -> int:
    """An approved activity that its organiser may be answered about."""
    made = whole(title, f"School {name}", 9, **more)
    draft_id = one_draft(desk.store, name, made, sender_email=who, reading={"answer_to": who})
    with desk.store.begin() as s:
        review.save(s, draft_id, 1, {}, "staff:1", NOW, confirm=["organisation", "venue"])
        review.approve(s, draft_id, 2, "staff:1", NOW)
    return draft_id


def path(desk: Desk, draft_id: int) -> str:
    with desk.store.begin() as s:
        return PATH + own_links.give(s, draft_id, NOW, NOW.replace(month=6))


def form(page: str, act: str = "wijzigen") -> dict[str, object]:
    """One of the page's forms, as a browser would send it."""
    (found,) = [one for one in re.findall(r"<form.*?</form>", page, re.DOTALL) if f'value="{act}"' in one]
    values = {}
    for tag in re.findall(r"<input [^>]*>", found):
        name, value = (re.search(rf' {what}="([^"]*)"', tag) for what in ("name", "value"))
        if "checkbox" not in tag:
            values[unescape(name[1])] = unescape(value[1]) if value else ""
    for name, text in re.findall(r'<textarea [^>]*name="([^"]+)"[^>]*>([^<]*)</textarea>', found):
        values[name] = unescape(text)
    for name, select_ in re.findall(r'<select [^>]*name="([^"]+)"[^>]*>(.*?)</select>', found, re.DOTALL):
        chosen = re.search(r'<option value="([^"]*)" selected', select_)
        values[name] = chosen[1] if chosen else ""
    return {**values, "doe": act}


def send(browser: Browser, where: str, fields: dict[str, object], **headers: str):
    return browser.client.post(where, data=fields, headers={**SAME, **headers})


def sends(browser: Browser, where: str, act: str = "wijzigen", **fields: object):
    """Open the page, fill in a form of it, and send that."""
    return send(browser, where, {**form(browser.get(where).text, act), **fields})


def changes(desk: Desk) -> list[Draft]:
    with desk.store.view() as s:
        return list(s.scalars(select(Draft).where(Draft.about_draft_id.is_not(None)).order_by(Draft.id)))


def test_an_organiser_sees_what_we_have_without_an_account_and_nobody_keeps_or_passes_on_the_address(desk):
    where = path(desk, activity(desk, contact_phone="0612345678"))
    answer = desk.browser().get(where)
    assert answer.status_code == 200
    page = unescape(answer.text)
    for told in ("Oudercafé", "School first", "9 mei 2017", "13.00", "Buurthuis", "0612345678"):
        assert told in page, told
    assert answer.headers["referrer-policy"] == "no-referrer"
    assert "noindex" in answer.headers["x-robots-tag"]
    assert 'name="robots" content="noindex' in page
    assert answer.headers["cache-control"] == "no-store"
    assert "set-cookie" not in answer.headers
    assert "script" not in answer.headers["content-security-policy"]
    assert "<script" not in page


def test_a_correction_is_a_proposed_change_that_staff_accept_field_by_field(desk):
    draft_id = activity(desk, contact_phone="0612345678")
    where = path(desk, draft_id)
    visitor = desk.browser()
    fields = {"venue": "Brugzaal", "city": "Deventer", "dates.0.starts": "13.30", "contact_phone": ""}
    answer = sends(visitor, where, **fields, toelichting="De zaal was te klein.")
    assert answer.status_code == 303, answer.text
    page = unescape(visitor.get(answer.headers["location"]).text)
    assert say("own.done") in page
    assert say("own.waiting") in page
    assert "Brugzaal" in page
    with desk.store.view() as s:
        assert review.draft(s, draft_id).values["venue"] == "Buurthuis", "nothing changed yet"
    (proposed,) = changes(desk)
    assert (proposed.status, proposed.about_draft_id, proposed.title) == ("change", draft_id, "Oudercafé")

    staff = desk.logged_in()
    assert f"/activiteit/{proposed.id}" in staff.get("/werkvoorraad?soort=wijzigingen").text
    page = unescape(staff.get(f"/activiteit/{proposed.id}").text)
    assert "<del>Buurthuis</del>" in page
    assert "<ins>Brugzaal</ins>" in page
    assert "<ins>di 9 mei, 13.30</ins>" in page
    assert "<del>0612345678</del>" in page
    assert say("own.mail.lead") in page
    assert "De zaal was te klein." in page
    answer = decide(
        staff,
        proposed.id,
        "overnemen",
        neem=["venue", "contact_phone"],
        verschillen="ja",
        **{"versie-van": "3"},
    )
    assert answer.status_code == 303, answer.text
    with desk.store.view() as s:
        values = review.draft(s, draft_id).values
    assert (values["venue"], values["city"]) == ("Brugzaal", "Zwolle")
    assert "contact_phone" not in values, "what they emptied is empty"
    agenda = desk.browser().get("/agenda/oudercafe").text
    assert "Brugzaal" in agenda
    assert "0612345678" not in agenda


def test_every_field_that_may_be_emptied_is_shown_so_to_staff_and_is_empty_once_accepted(desk):
    full = {
        "street": "Dorpsstraat 1",
        "postcode": "8011 AB",
        "online": True,
        "audience": "ouders",
        "access": "open",
        "price": 7.5,
        "capacity": 30,
        "registration": "https://school.example/aanmelden",
        "registration_deadline": "2017-05-01",
        "url": "https://school.example",
        "contact_name": "Anna",
        "contact_email": SENDER,
        "contact_phone": "0612345678",
    }
    draft_id = activity(desk)
    change(desk, draft_id, **full)
    where = path(desk, draft_id)
    visitor = desk.browser()
    assert sends(visitor, where, **dict.fromkeys(full, "")).status_code == 303
    assert visitor.get(where).status_code == 200
    (proposed,) = changes(desk)
    staff = desk.logged_in()
    page = unescape(staff.get(f"/activiteit/{proposed.id}").text)
    assert page.count(f"<ins>{say('value.none')}</ins>") == len(full)
    assert 'value="ja" selected' not in page
    for other in (
        "/werkvoorraad",
        "/logboek?wie=alles",
        f"/samenvoegen/{draft_id}/{proposed.id}",
        f"/activiteit/{proposed.id}/hoort-bij",
        f"/mail/{proposed.mail_id}",
    ):
        assert staff.get(other).status_code == 200, other
    saved = decide(staff, proposed.id, "opslaan", venue="Buurthuis")
    assert saved.status_code == 303, "a form that is saved as it stands says nothing new"
    decide(staff, proposed.id, "overnemen", **{"versie-van": "4"})
    with desk.store.view() as s:
        assert not full.keys() & review.draft(s, draft_id).values.keys()
    for public in ("/agenda/oudercafe", "/agenda.json", "/agenda.ics", "/agenda.csv"):
        answer = visitor.get(public)
        assert answer.status_code == 200
        assert "0612345678" not in answer.text


def test_what_was_sent_is_kept_as_a_mail_that_any_mail_program_reads(desk):
    where = path(desk, activity(desk))
    sends(desk.browser(), where, venue="Zaal “Één”")
    (proposed,) = changes(desk)
    raw = desk.logged_in().get(f"/mail/{proposed.mail_id}/origineel")
    assert raw.status_code == 200
    with desk.store.view() as s:
        view = review.draft(s, proposed.id)
        row = s.get_one(Mail, proposed.mail_id)
    assert raw.content.startswith(b"From: anna@school.example\r\n")
    assert (row.sender_email, row.answer_to, row.status) == (SENDER, SENDER, "drafted")
    for name, one in view.fields.items():
        for quote in one.evidence:
            assert view.texts[quote.source][quote.start : quote.end] == quote.text, name
    assert view.fields["venue"].evidence[0].text == "Zaal “Één”"
    assert [one.message_id for one in view.thread] == ["first@school.example"]


def test_a_withdrawal_is_a_proposed_cancellation_and_needs_a_tick(desk):
    draft_id = activity(desk)
    where = path(desk, draft_id)
    visitor = desk.browser()
    answer = sends(visitor, where, "intrekken")
    assert answer.status_code == 422
    assert say("own.withdraw.sure") in answer.text
    assert changes(desk) == []
    assert (
        sends(visitor, where, "intrekken", zeker="ja", toelichting="De spreker is ziek.").status_code == 303
    )
    (proposed,) = changes(desk)
    staff = desk.logged_in()
    page = unescape(staff.get(f"/activiteit/{proposed.id}").text)
    assert say("change.cancels", title="Oudercafé") in page
    assert "De spreker is ziek." in page
    decide(staff, proposed.id, "overnemen", neem="change", verschillen="ja", **{"versie-van": "3"})
    closed = visitor.get(where)
    assert closed.status_code == 200
    assert say("own.closed.cancelled") in closed.text
    assert "<form" not in closed.text
    assert say("public.cancelled") in visitor.get("/agenda").text


@pytest.mark.parametrize("decision", ["afwijzen", "geen-aanmelding"])
def test_the_link_of_what_was_rejected_says_so(desk, decision):
    draft_id = one_draft(desk.store, reading={"answer_to": SENDER})
    where = path(desk, draft_id)
    decide(desk.logged_in(), draft_id, decision, reden="week")
    page = unescape(desk.browser().get(where).text)
    assert say("own.closed.rejected") in page
    assert "Oudercafé" in page
    assert "<form" not in page


def test_looking_changes_nothing_however_often_programs_open_the_link(desk):
    where = path(desk, activity(desk))
    with desk.store.view() as s:
        before = [str(one) for one in s.connection().exec_driver_sql("SELECT * FROM draft, own_link, event")]
    for _ in range(3):
        desk.browser().client.head(where)
        desk.browser().get(where + "?doe=intrekken&zeker=ja")
    with desk.store.view() as s:
        assert before == [
            str(one) for one in s.connection().exec_driver_sql("SELECT * FROM draft, own_link, event")
        ]


def test_an_old_a_wrong_and_a_broken_link_answer_the_same_plain_page(desk):
    where = path(desk, activity(desk))
    visitor = desk.browser()
    answers = [
        visitor.get(one) for one in (PATH + "x" * 43, PATH + "x", where[:-1], PATH + "%00", PATH + "a'--")
    ]
    posted = send(visitor, PATH + "x" * 43, {"doe": "intrekken", "zeker": "ja"})
    desk.clock.now = NOW.replace(month=6)
    answers += [posted, visitor.get(where)]
    assert {(one.status_code, one.text) for one in answers} == {(404, answers[0].text)}
    assert say("own.closed.unknown") in answers[0].text
    assert say("own.closed.do") in answers[0].text
    assert answers[0].headers["referrer-policy"] == "no-referrer"


def test_another_sites_form_is_refused(desk):
    where = path(desk, activity(desk))
    visitor = desk.browser()
    fields = {**form(visitor.get(where).text), "venue": "Elders"}
    strange = (
        {"origin": "https://evil.example"},
        {"origin": "https://evil.example", "sec-fetch-site": "cross-site"},
        {"origin": "null", "sec-fetch-site": "cross-site"},
        {"origin": "null", "sec-fetch-site": "same-site"},
    )
    for headers in strange:
        assert visitor.client.post(where, data=fields, headers=headers).status_code == 403, headers
    assert changes(desk) == []
    assert visitor.client.post(where, data=fields, headers={"origin": desk.home}).status_code == 303


def test_a_day_that_is_none_is_told_beside_its_field_and_all_that_was_typed_stays(desk):
    where = path(desk, activity(desk))
    visitor = desk.browser()
    typed = {"dates.0.day": "woensdag 9 mei", "venue": "Brugzaal", "toelichting": "Tot dan!"}
    answer = sends(visitor, where, **typed, contact_email="geen adres", **{"dates.0.starts": "kwart"})
    assert answer.status_code == 422
    page = unescape(answer.text)
    assert f'href="#f-dates">{say("own.field.dates")}</a>: {say("bad.dates")}' in page
    assert page.count(say("bad.email")) == 2
    for text in ("woensdag 9 mei", "kwart", "Brugzaal", "geen adres", "Tot dan!"):
        assert text in page, text
    assert changes(desk) == []
    again = {
        **form(answer.text),
        "dates.0.day": "10 mei",
        "dates.0.starts": "13.15",
        "contact_email": "b@x.nl",
    }
    assert send(visitor, where, again).status_code == 303
    (proposed,) = changes(desk)
    with desk.store.view() as s:
        values = review.draft(s, proposed.id).values
    assert values["dates"] == [{"starts": "2017-05-10T13:15", "ends": None}]
    assert (values["venue"], values["contact_email"]) == ("Brugzaal", "b@x.nl")


@pytest.mark.parametrize(("field", "value"), [("title", ""), ("organisation", " "), ("dates.0.day", "")])
def test_an_activity_cannot_do_without_a_name_an_organisation_and_a_day(desk, field, value):
    where = path(desk, activity(desk))
    answer = sends(desk.browser(), where, **{field: value})
    assert answer.status_code == 422
    assert say(f"own.needs.{field.partition('.')[0]}") in answer.text
    assert changes(desk) == []


def test_who_changes_nothing_is_told_so_and_a_remark_alone_is_sent(desk):
    where = path(desk, activity(desk))
    visitor = desk.browser()
    answer = sends(visitor, where)
    assert answer.status_code == 422
    assert say("own.empty") in answer.text
    assert sends(visitor, where, toelichting="Is er een beamer?").status_code == 303
    assert say("own.waiting.words") in visitor.get(where).text
    page = desk.logged_in().get(f"/activiteit/{changes(desk)[0].id}").text
    assert "Is er een beamer?" in page


def test_a_form_from_before_a_change_of_staff_shows_both_and_loses_nothing(desk):
    draft_id = activity(desk)
    where = path(desk, draft_id)
    visitor = desk.browser()
    old = {**form(visitor.get(where).text), "venue": "Brugzaal", "price": "5"}
    change(desk, draft_id, venue="Aula", audience="ouders")
    answer = send(visitor, where, old)
    assert answer.status_code == 409
    page = unescape(answer.text)
    assert f"{say('own.stale.here')}: Brugzaal" in page
    assert f"{say('own.stale.there')}: Aula" in page
    assert 'value="Brugzaal"' in page
    assert "ouders" in page, "what staff changed beside it is there too"
    assert changes(desk) == []
    assert send(visitor, where, form(answer.text)).status_code == 303
    (proposed,) = changes(desk)
    with desk.store.view() as s:
        told = {one.field: (one.old, one.new) for one in review.differences(s, proposed.id)}
    assert told == {"venue": ("Aula", "Brugzaal"), "price": (None, 5)}


def test_a_form_that_is_sent_twice_counts_once(desk):
    where = path(desk, activity(desk))
    visitor = desk.browser()
    fields = {**form(visitor.get(where).text), "venue": "Brugzaal"}
    assert [send(visitor, where, fields).status_code for _ in range(2)] == [303, 303]
    assert len(changes(desk)) == 1


def test_another_thing_sent_from_the_same_page_after_going_back_counts_too(desk):
    where = path(desk, activity(desk))
    visitor = desk.browser()
    page = visitor.get(where).text
    send(visitor, where, {**form(page), "venue": "Brugzaal"})
    send(visitor, where, {**form(page), "venue": "Aula"})
    send(visitor, where, {**form(page, "intrekken"), "zeker": "ja"})
    assert [one.change for one in changes(desk)] == ["changed", "changed", "cancelled"]


def test_why_it_does_not_take_place_stays_where_the_tick_was_forgotten(desk):
    where = path(desk, activity(desk))
    long = "De spreker is ziek. " * 200
    answer = sends(desk.browser(), where, "intrekken", toelichting=long)
    assert answer.status_code == 422
    assert form(answer.text, "intrekken")["toelichting"] == long.strip()
    assert form(answer.text)["toelichting"] == ""
    send(desk.browser(), where, {**form(answer.text, "intrekken"), "zeker": "ja"})
    with desk.store.view() as s:
        assert long.strip() in review.draft(s, changes(desk)[0].id).texts["body"]


def test_a_link_shows_nothing_of_others_nor_of_what_staff_wrote(desk):
    draft_id = activity(desk)
    activity(desk, "second", "Geheime middag", "bert@elders.example", contact_name="Bert Bos")
    with desk.store.begin() as s:
        notes.add(s, draft_id, "Let op: moeilijke man", "staff:1", NOW)
    read_as(
        desk.store,
        mail("later", in_reply_to=("<first@school.example>",), sender_email="carla@elders.example"),
        reading(
            oudercafe(findings=(NewFinding("venue", 0, "Carla's zaal", 0.9, "place"),), change="changed"),
            kind="update",
            answer_to="carla@elders.example",
        ),
        NOW,
    )
    assert changes(desk)[0].about_draft_id == draft_id
    page = unescape(desk.browser().get(path(desk, draft_id)).text)
    for hidden in ("Geheime", "Bert", "moeilijke", "Carla", "carla@"):
        assert hidden not in page, hidden


def test_where_it_was_merged_the_link_follows_without_the_others_contact(desk):
    mine = one_draft(desk.store, "mine", whole("Koffie"), reading={"answer_to": SENDER})
    other = activity(
        desk, "second", who="bert@elders.example", contact_name="Bert Bos", registration="bert@elders.example"
    )
    where = path(desk, mine)
    with desk.store.begin() as s:
        review.merge(s, other, 3, mine, 1, {}, "staff:1", NOW)
    visitor = desk.browser()
    page = unescape(visitor.get(where).text)
    assert "Oudercafé" in page
    assert say("own.together") in page
    assert "Bert" not in page
    assert "bert@" not in page
    answer = sends(visitor, where, venue="Brugzaal", contact_name="Eve", **{"was.contact_name": ""})
    assert answer.status_code == 303
    (proposed,) = changes(desk)
    assert proposed.about_draft_id == other
    with desk.store.view() as s:
        assert "contact_name" not in review.draft(s, proposed.id).values, "what is not offered is not taken"


def test_a_form_cannot_say_what_only_staff_say(desk):
    where = path(desk, activity(desk))
    forged = {
        "change": "cancelled",
        "was.change": "",
        "organisation_type": "school",
        "was.organisation_type": "",
    }
    sends(desk.browser(), where, venue="Brugzaal", **forged, bijlage="1", **{"was.attachments": ""})
    (proposed,) = changes(desk)
    assert proposed.change == "changed"
    with desk.store.view() as s:
        assert "organisation_type" not in review.draft(s, proposed.id).values


def test_what_is_too_large_too_often_or_no_form_gets_a_plain_answer(desk):
    where = path(desk, activity(desk))
    visitor = desk.browser()
    large = send(visitor, where, {"doe": "wijzigen", "toelichting": "x" * 70_000})
    assert (large.status_code, say("own.closed.large") in large.text) == (413, True)
    strange = visitor.client.post(where, json={}, headers=SAME)
    assert (strange.status_code, say("own.closed.unreadable") in strange.text) == (415, True)
    for number in range(10):
        assert sends(visitor, where, venue=f"Zaal {number}").status_code == 303
    often = sends(visitor, where, venue="Zaal 10")
    assert (often.status_code, say("own.closed.often") in often.text) == (429, True)
    assert len(changes(desk)) == 10
    assert len(list(desk.blobs.all())) == 10, "what is not taken is not written either"


def test_one_address_may_not_ask_without_end(desk):
    visitor = desk.browser()
    answers = {visitor.get(f"{PATH}{number}").status_code for number in range(60)}
    assert answers == {404}
    assert visitor.get(f"{PATH}x").status_code == 429
    desk.clock.passes(seconds=60)
    assert visitor.get(f"{PATH}x").status_code == 404


def test_a_day_outside_the_week_is_sent_and_told_to_staff(desk):
    where = path(desk, activity(desk))
    assert sends(desk.browser(), where, **{"dates.0.day": "20 mei"}).status_code == 303
    page = unescape(desk.logged_in().get(f"/activiteit/{changes(desk)[0].id}").text)
    assert "De datum valt buiten de week (2017-05-20)" in page


def test_hostile_words_are_words_wherever_they_come_out(desk):
    where = path(desk, activity(desk))
    hostile = '"><script>alert(1)</script>'
    visitor = desk.browser()
    sends(visitor, where, venue=hostile, title=f"{hostile}\r\nBcc: x@y.nl", toelichting=hostile)
    (proposed,) = changes(desk)
    staff = desk.logged_in()
    for page in (visitor.get(where), staff.get(f"/activiteit/{proposed.id}"), staff.get("/werkvoorraad")):
        assert "<script>alert" not in page.text
    raw = staff.get(f"/mail/{proposed.mail_id}/origineel").content
    assert b"\nBcc:" not in raw.partition(b"\r\n\r\n")[0]


def test_every_field_of_the_page_has_its_words():
    for name in (*(one for some in GROUPS.values() for one in some), "toelichting", "zeker"):
        assert say(f"own.field.{name}")


def test_no_trouble_of_ours_puts_a_key_into_the_log(desk, caplog):
    where = path(desk, activity(desk))
    with desk.store.begin() as s:
        s.connection().exec_driver_sql("ALTER TABLE own_link RENAME TO lost")
    assert desk.browser().get(where).status_code == 500
    assert PATH in caplog.text
    assert where.removeprefix(PATH) not in caplog.text


def test_what_a_stranger_asks_for_steers_nobodys_terminal_from_the_log(desk, caplog):
    with desk.store.begin() as s:
        s.connection().exec_driver_sql("ALTER TABLE publication RENAME TO lost")
    assert desk.browser().get("/agenda/%1b%5b2J").status_code == 500
    assert "GET /agenda/%1B%5B2J" in caplog.messages

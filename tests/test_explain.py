"""`intake parse --explain`: what was found, where, by which extractor, against which rivals, and why it won."""

import json
import re
from pathlib import Path

import pytest
from rich.cells import cell_len
from typer.testing import CliRunner, Result

from intake import words
from intake.cli import app
from intake.explain import explain
from intake.extract import grades
from intake.extract.finding import Because, Tag
from intake.mail.mail import PassageKind
from intake.reading import read
from tests.corpus.test_score import edition
from tests.extract.letters import OTHER, WEEK, message
from tests.mail.papers import pdf_of

MAILS = Path(__file__).parent / "corpus" / "dev"
EDITION = MAILS / "edition.toml"


def mail(number: int) -> Path:
    (path,) = MAILS.glob(f"{number:03}-*.eml")
    return path


def said(*arguments: object, code: int = 0, columns: int = 200, **environ: str) -> Result:
    given = ["parse", "--explain", "--config", EDITION, *arguments]
    result = CliRunner(env={"COLUMNS": str(columns), **environ}).invoke(app, [str(one) for one in given])
    assert result.exit_code == code, result.output
    return result


def told(*numbers: int, **more: int) -> str:
    """The explanation as one line, however it was broken."""
    return " ".join(said(*map(mail, numbers), **more).output.split())


@pytest.fixture(scope="module")
def readings():
    return [read(path.read_bytes(), edition()) for path in sorted(MAILS.glob("*.eml"))]


def test_every_value_is_told_with_words_that_stand_in_the_line_that_is_told(readings):
    spots = 0
    for reading in readings:
        told = explain(reading, edition())
        assert len(told.drafts) == len(reading.drafts)
        for draft, fields in zip(reading.drafts, told.drafts, strict=True):
            assert {field.name for field in fields if field.chosen} == draft.values.keys()
            assert {field.name for field in fields if field.rivals} == draft.others.keys()
            for field in fields:
                for found in filter(None, (field.chosen, *field.alike, *field.rivals)):
                    for spot in found.spots:
                        spots += 1
                        if spot.line:
                            assert not spot.page, "a page of a flyer of one page is not told"
                            lines = reading.mail.texts[spot.source].split("\n")[spot.line - 1 :]
                            assert spot.words in "\n".join(lines[: spot.words.count("\n") + 1])
                        else:
                            assert spot.source.startswith("header:")
    assert spots > 1500


def test_every_code_that_is_told_has_its_words(readings):
    fields = [
        field for reading in readings for draft in explain(reading, edition()).drafts for field in draft
    ]
    assert {field.name for field in fields} == words.FIELDS.keys()
    assert words.BECAUSE.keys() == set(Because)
    assert words.VOICES.keys() == set(PassageKind)
    assert words.WEEK_NAMED.keys() == set(Tag) - {Tag.NONE}
    named = [grades.name(value) for key, value in vars(grades).items() if key.isupper() and key[0] != "_"]
    assert set(named) == words.GRADES.keys()
    sources = {spot.source for field in fields if field.chosen for spot in field.chosen.spots}
    assert {re.sub(":.*", "", source) for source in sources} <= words.SOURCES.keys()


def test_the_words_that_name_the_week_are_no_more_than_its_name(readings):
    untold = []
    for reading in readings:
        told = explain(reading, edition())
        if told.named is None:
            untold += [reading.mail.subject] if told.tag is not Tag.NONE else []
            continue
        assert (told.named.source == "subject") == (told.tag is Tag.SUBJECT)
        assert len(told.named.words.split()) <= 4, told.named
    # a bounce: the name stands in the subject of the mail that came back, which is no line of its text
    assert untold == ["Undelivered Mail Returned to Sender"]
    other = explain(read(message("Hoi", subject="[EXTERN] voor de Week v/h leesplezier!"), OTHER), OTHER)
    assert other.named is not None
    assert other.named.words == "Week v/h leesplezier"


def test_a_value_is_told_with_its_place_its_extractor_its_grade_and_its_rivals():
    shown = told(1)
    assert "wanneer di 9 mei, 13.00–16.30 90% dates mail, regel 6: “dinsdag 9 mei 2017” … " in shown
    assert "place: LABELLED, in een eigen veld; geen andere waarde" in shown
    assert "title: LABELLED, in een eigen veld; zekerder dan de rest" in shown
    assert re.search(r"of Symposium \d+% mail, regel \d \(title: ", shown)
    assert "e-mail f.wierda@swvdehanzeboog.nl 90% contact_email afzender: “Fenna Wierda <f.w" in shown
    assert "regel 24, ondertekening: “038 - 425 71 60”" in shown
    assert "Voor de week ja, onderwerp: “Actieweek Thuiszitters”" in shown
    assert "Niet gevonden: online, toegang, meer lezen" in shown


def test_what_is_often_wrong_from_one_text_is_told_to_be_less_sure_for_that():
    assert "audience: SAID → LIKELY, duidelijk gezegd; geen andere waarde; alleen hieruit gelezen" in told(15)


def test_a_conflict_shows_both_sides_and_that_it_made_the_value_less_sure():
    shown = told(56)
    assert "! De mail en de bijlage zeggen niet hetzelfde (dates)" in shown
    assert re.search(
        r"wanneer di 9 mei, 13\.30–16\.00 75% dates mail, regel 3: .{,60} dates: SAID → LIKELY, duidelijk "
        r"gezegd; even zeker als iets anders, maar het eerst gevonden; minder zeker door wat er tegenover "
        r"staat ! De mail en de bijlage zeggen niet hetzelfde of di 9 mei, 13\.00–15\.30 90% bijlage Flyer",
        shown,
    )
    assert shown.count("zeggen niet hetzelfde") == 2


def test_what_two_texts_say_alike_is_told_with_both_places():
    shown = told(71)
    assert re.search(
        r"organisation: LIKELY → SAID, .{,80}; ook elders gezegd, en daardoor zekerder ook \w+", shown
    )
    assert "wijziging gewijzigd 75% change mail, regel 3: “wijziging”" in told(40)


def test_of_several_activities_each_is_told_with_what_is_its_own():
    shown = told(11)
    assert [f"Activiteit {n} van 3" in shown for n in (1, 2, 3)] == [True] * 3
    assert shown.count("staat bij deze activiteit zelf, en dat gaat voor") == 3
    assert "prijs € 12,50 90%" in shown


def test_what_was_too_unsure_to_fill_a_field_is_told_all_the_same(readings):
    unfilled = [
        field
        for reading in readings
        for draft in explain(reading, edition()).drafts
        for field in draft
        if not field.chosen
    ]
    assert all(field.rivals for field in unfilled)
    number, field = next(
        (at, field)
        for at, reading in enumerate(readings, 1)
        for draft in reading.drafts
        for field in draft.others.keys() - draft.values
    )
    shown = rf"{words.FIELDS[field]} niet ingevuld: wat gevonden is, is te onzeker {field} of \S"
    assert re.search(shown, told(number))


def test_a_mail_without_activity_says_what_it_was_taken_for():
    assert "Soort mail vraag" in told(3)
    assert "Soort mail automatisch bericht, een programma stuurde dit antwoord" in told(12)
    assert "de naam van de week staat er niet in" in told(7)
    for number in (3, 12, 7):
        assert "Geen activiteit in deze mail, dus er is niets ingevuld" in told(number)


def test_days_of_another_year_are_told_with_theirs(tmp_path):
    calendar = (
        "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:x\r\nBEGIN:VEVENT\r\nUID:1\r\nDTSTAMP:20161101T100000Z\r\n"
        "SUMMARY:Rondetafel\r\nDTSTART:20180508T120000Z\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"
    )
    text = (
        "Wij melden een lezing aan op 9 mei om 14.00 uur. Aanmelden kan tot 20 december 2016.\n\nGroet, Noor"
    )
    attach = (("x.ics", "text/calendar", calendar.encode()),)
    path = tmp_path / "mail.eml"
    path.write_bytes(message(text, WEEK.name, date="Tue, 01 Nov 2016 10:00:00 +0100", attach=attach))
    shown = " ".join(said(path).output.split())
    assert "wanneer di 8 mei, 14.00 2018 9" in shown
    assert "of di 9 mei, 14.00 75" in shown
    assert "aanmelden tot di 20 dec 2016 9" in shown


def test_of_very_many_rivals_the_first_are_told_and_the_others_counted(tmp_path):
    prices = "\n".join(f"Kosten: € {euros}" for euros in range(5, 16))
    path = tmp_path / "mail.eml"
    path.write_bytes(
        message(f"Wij melden een workshop aan op 9 mei 2017 om 14.00 uur.\n{prices}\n", edition().name)
    )
    shown = " ".join(said(path).output.split())
    assert len(re.findall(r"of € \d+ \d+%", shown)) == 8
    assert "of en nog 2" in shown


@pytest.mark.parametrize("columns", [40, 80, 120, 300])
def test_no_line_is_wider_than_the_terminal_or_than_people_like_to_read(columns):
    shown = said(*map(mail, (1, 8, 11, 23, 56, 75)), columns=columns).output
    widest = max(cell_len(line) for line in shown.splitlines())
    assert widest == min(columns, 110)
    assert "\x1b" not in shown
    assert "f.wierda@swvdehanzeboog.nl" in shown or columns == 40


def test_several_files_are_told_in_their_order_and_one_that_cannot_be_read_stops_none(tmp_path):
    result = said(mail(3), tmp_path / "none.eml", mail(12), code=1)
    assert result.stdout.index(mail(3).name) < result.stdout.index(mail(12).name)
    assert result.stderr.count("No such file") == 1


def test_words_in_a_document_of_several_pages_are_told_with_their_page(tmp_path):
    flyer = pdf_of(
        ("Landelijke Actieweek Thuiszitters", "Open middag: Terug naar school"),
        (),
        ("Over ons", "Wanneer: woensdag 10 mei 2017, 13.30 tot 16.00 uur", "Waar: De Schakel, Zwolle"),
    )
    file = tmp_path / "flyer.eml"
    file.write_bytes(message("Zie bijlage.", attach=(("flyer.pdf", "application/pdf", flyer),)))
    told = " ".join(said(file).output.split())
    assert "bijlage flyer.pdf, bladzijde 3, regel 2: “woensdag 10 mei 2017”" in told
    row = json.loads(CliRunner().invoke(app, ["parse", str(file), "--json", "--config", str(EDITION)]).output)
    (first, third) = row["pages"]["attachment:flyer.pdf"]
    assert (first, third["number"]) == ({"number": 1, "start": 0, "scanned": False}, 3)
    (day,) = [one for one in row["drafts"][0]["dates"]["evidence"] if one["text"].startswith("woensdag")]
    assert day["start"] > third["start"]


def test_json_is_for_programs_and_an_explanation_for_people():
    result = said(mail(1), "--json", code=2)
    assert "choose one" in " ".join(result.stderr.replace("│", " ").split())

"""Whose words they are: own, quoted, forwarded, signature, disclaimer."""

import time
from pathlib import Path

import pytest

from intake.mail.mail import PassageKind
from intake.mail.parse import parse_mail
from intake.mail.passages import split
from tests.conftest import missing
from tests.mail.written import SHARED, mail, multipart, part, text

OWN, QUOTED, FORWARDED = PassageKind.OWN, PassageKind.QUOTED, PassageKind.FORWARDED
SIGNATURE, DISCLAIMER, HEADER = PassageKind.SIGNATURE, PassageKind.DISCLAIMER, PassageKind.HEADER
SIGNED = "\n\nMet vriendelijke groet,\n\nJan Jansen\nteamleider | School De Brug\nMarkt 1, 1234 AB Ede\nT 06-12345678\n"
OUTLOOK = (
    "Van: Piet <piet@x.nl>\nVerzonden: maandag 20 februari 2017 16:48\nAan: Jan\nOnderwerp: open dag\n\n"
)
LEGAL = "Dit bericht is uitsluitend bestemd voor de geadresseerde. Heeft u het ten onrechte ontvangen, verwijder het dan."


@pytest.mark.parametrize(
    ("body", "subject", "kinds"),
    [
        ("Hallo,\n\nEr is een open dag.", "", [OWN]),
        ("Er is een open dag." + SIGNED, "", [OWN, SIGNATURE]),
        ("Er is een open dag.\n\ngroetjes Jan\n", "", [OWN, SIGNATURE]),
        ("Er is een open dag.\n-- \nJan\n", "", [OWN, SIGNATURE]),
        ("Er is een open dag.\n\nVriendelijke groet, Jan\n\nPS: neem een vriend mee.", "", [OWN, SIGNATURE, OWN]),
        ("Er is een open dag." + SIGNED + "\n" + LEGAL, "", [OWN, SIGNATURE, DISCLAIMER]),
        ("Er is een open dag." + SIGNED + LEGAL, "", [OWN, SIGNATURE, DISCLAIMER]),
        ("Er is een open dag.\n\nGroet,\nJan\nSchool De Brug\nDeze mail met al zijn bijlagen is bedoeld voor\nde geadresseerde en vertrouwelijk.", "", [OWN, SIGNATURE, DISCLAIMER]),
        ("Dag.\n\nMet vriendelijke groet,\nJan\n\n" + "Verder willen wij nog graag melden dat wij in mei ook " * 3 + ".", "", [OWN, SIGNATURE, OWN]),
        *((f"Er is een open dag.\n\n{closing}\nJan Jansen\nSchool De Brug\n", "", [OWN, SIGNATURE]) for closing in (
            "M.vr.gr.,", "m.vr.gr", "M. vriend. gr.,", "Met gevoelens van hoogachting,", "Tot gauw,", "Veel liefs,", "Het beste,",
        )),
        ("Het beste is om te bellen.\nTot dan moet je wachten.\n", "", [OWN]),
        ("Ja hoor.\n\n> Kan het op 9 mei?\n> Groet, Piet\n", "RE: x", [OWN, QUOTED]),
        ("Op ma 6 mrt. 2017 om 10:00 schreef Piet <p@x.nl>:\n> Waar is het?\nIn Ede.\n> En wanneer?\n9 mei.", "RE: x",
         [HEADER, QUOTED, OWN, QUOTED, OWN]),
        ("Ja.\n\nOp ma 6 mrt. 2017 om 10:00 schreef Piet <p@x.nl>:\n\n> Kan het?\n", "RE: x", [OWN, HEADER, QUOTED]),
        ("Ja.\n\nOp 6 maart 2017 om 10:00 heeft Piet de Vries\n<p@x.nl> het volgende geschreven:\n\n> Kan het?\n", "", [OWN, HEADER, QUOTED]),
        ("Ja.\n\n" + OUTLOOK + "Kan het?", "RE: open dag", [OWN, HEADER, QUOTED]),
        ("Zie onder.\n\n" + OUTLOOK + "Kan het?", "FW: open dag", [OWN, HEADER, FORWARDED]),
        (OUTLOOK + "Kan het?" + SIGNED, "Fwd: open dag", [HEADER, FORWARDED, SIGNATURE]),
        ("Zie.\n\n" + OUTLOOK + "Deze kreeg ik.\n\n" + OUTLOOK + "Open dag!", "FW: FW: open dag", [OWN, HEADER, FORWARDED, HEADER, FORWARDED]),
        ("Zie.\n\n---------- Forwarded message ---------\nVan: P <p@x.nl>\nDate: wo 27 okt. 2021 om 09:31\nSubject: x\nTo: <j@x.nl>\n\nHoi", "", [OWN, HEADER, FORWARDED]),
        ("Zie.\n\nBegin doorgestuurd bericht:\n\n> Van: P <p@x.nl>\n> Onderwerp: x\n> Datum: 26 oktober 2021 om 14:25\n> Aan: j@x.nl\n>\n> Hoi\n\nEinde.", "", [OWN, HEADER, FORWARDED, OWN]),
        ("----- Doorgestuurd door Jan/School op 06-03-2017 10:00 -----\n\nVan:\tPiet/School\nAan:\tJan/School\nDatum:\t06-03-2017 09:00\nOnderwerp:\tx\n\nHoi", "", [HEADER, FORWARDED]),
        ("Zie.\n\n-------- Oorspronkelijk bericht --------\nVan: P <p@x.nl>\nDatum: 06-03-17 10:00 (GMT+01:00)\nAan: j@x.nl\nOnderwerp: x\n\nHoi", "Fwd: x", [OWN, HEADER, FORWARDED]),
        ("*Van:* P [mailto:p@x.nl]\n*Verzonden:* donderdag 9 februari 2012 13:36\n*Aan:* j@x.nl\n*Onderwerp:* x\n\nHoi", "RE: x", [HEADER, QUOTED]),
        ("Van: 10.00 tot 12.00 uur\nDatum: 9 mei\nPlaats: Ede", "", [OWN]),  # an announcement, not a header block
        ("Wij schreven op 6 maart:\ndat het kan.", "", [OWN]),
        ("", "", []),
        ("   \n\n", "", []),
    ],
)  # fmt: skip
def test_each_stretch_has_its_kind(body: str, subject: str, kinds: list[PassageKind]) -> None:
    assert [passage.kind for passage in split("body", body, subject=subject)] == kinds


def test_a_forwarded_mail_tells_who_wrote_it_and_when() -> None:
    (_, header, forwarded) = split("body", "Zie onder.\n\n" + OUTLOOK + "Kan het?", subject="FW: open dag")
    for passage in (header, forwarded):
        assert passage.sender is not None
        assert (passage.sender.name, passage.sender.email, passage.subject, passage.level) == (
            "Piet",
            "piet@x.nl",
            "open dag",
            1,
        )
        assert passage.sent is not None
        assert passage.sent.isoformat() == "2017-02-20T16:48:00+01:00"


def test_a_mail_forwarded_twice_is_two_levels_deep() -> None:
    found = split("body", "Zie.\n\n" + OUTLOOK + "Deze.\n\n" + OUTLOOK + "Open dag!", subject="FW: open dag")
    assert [(p.kind, p.level) for p in found if p.kind is not HEADER] == [
        (OWN, 0),
        (FORWARDED, 1),
        (FORWARDED, 2),
    ]


def test_an_attached_mail_is_forwarded_text_with_passages_of_its_own() -> None:
    inner = mail(b"Open dag!\r\n\r\nMet vriendelijke groet,\r\nPiet")
    read = parse_mail(multipart(text(b"Zie bijlage."), part(inner, b"Content-Type: message/rfc822")))
    assert [(p.source, p.kind, p.level) for p in read.passages] == [
        ("body", OWN, 0),
        ("attachment:Actieweek.eml", HEADER, 1),
        ("attachment:Actieweek.eml", FORWARDED, 1),
        ("attachment:Actieweek.eml", SIGNATURE, 1),
    ]
    assert read.text_of(read.passages[2]) == "Open dag!"
    assert read.passages[2].subject == "Actieweek"


def _forwards() -> list[Path]:
    return sorted((SHARED / "wild/fwd").glob("*_body*.txt"))


@pytest.mark.parametrize("path", _forwards(), ids=lambda path: path.stem)
def test_what_clients_forward_and_quote_is_told_from_what_is_own(path: Path) -> None:
    body = path.read_text(encoding="utf-8").lstrip("\ufeff")
    found = split("body", body, subject="Re: x" if "variant_4" in path.stem else "Fwd: x")
    heads = [passage for passage in found if passage.kind is HEADER]
    assert heads, "the mail within was not seen"
    assert not [
        p
        for p in found
        if p.kind is OWN and ("Aenean quis" in body[p.start : p.end] or "Unicum" in body[p.start : p.end])
    ]
    if "variant_13" not in path.stem:  # its separator tells nothing
        assert heads[0].sender is not None
        assert "Doe" in heads[0].sender.name or heads[0].sender.email in (
            "john.doe@acme.com",
            "archive@eliottvincent.com",
        )
        assert heads[0].sent is not None


def test_the_collected_forwards_are_there() -> None:
    if not _forwards():
        missing("the collection of forwarded mails (shared/wild/fwd)")


ADVERSARIAL = [
    "Van: a\n", "Van: a@b.nl,\nDatum: 1-1-2017\nAan: x,\n", "On 1 wrote ", "Op 1 jan schreef x\n", "met vriendelijke ",
    "Met vriendelijke groet\n\n", "-", "---- forwarded message ", "> ", ">", "_" * 60 + "\n", "Op 6 maart 2017 ", "a@",
    "a.b@c.", "*", "schreef op ", "----- doorgestuurd ", "Aan: x,\n", " \t", "van:", "gr. ",
]  # fmt: skip


@pytest.mark.parametrize("unit", ADVERSARIAL, ids=lambda unit: repr(unit)[:20])
@pytest.mark.parametrize("start", ["", "Van: ", "Op 6 maart ", "----- Forwarded message "])
def test_no_text_takes_long(unit: str, start: str) -> None:
    body = (start + unit * (200_000 // len(unit)))[:200_000]
    began = time.process_time()
    split("body", body)
    assert time.process_time() - began < 1

"""Whom to ask, as people write it."""

import pytest

from intake.extract.contact import find_contact
from intake.extract.grades import SAID
from intake.reading import read
from tests.extract.letters import WEEK, best, found, message

SIGNED = "\n\nMet vriendelijke groet,\n\nNoor Dekker\nSWV De Brug\nKerkstraat 9, 1234 AB Baarn\nT 035 - 621 44 10\n"
NOOR, MAIL, PHONE = "Noor Dekker", "n.dekker@swvdebrug.nl", "+31356214410"


@pytest.mark.parametrize(
    ("text", "name", "email", "phone"),
    [
        ("Dag." + SIGNED, NOOR, MAIL, PHONE),
        ("Vragen? Bel Ans van de administratie, 035-6214400." + SIGNED, "Ans", MAIL, "+31356214400"),
        ("Voor vragen kunt u terecht bij Ans Smit (035 621 44 00, a.smit@swvdebrug.nl)." + SIGNED, "Ans Smit", "a.smit@swvdebrug.nl", "+31356214400"),
        ("Meer weten? Bel of app 06 12 34 56 78." + SIGNED, NOOR, MAIL, "+31612345678"),
        ("Bel of app me gerust: 06-12345678." + SIGNED, NOOR, MAIL, "+31612345678"),
        ("Vragen? App Siem, 0612345678" + SIGNED, "Siem", MAIL, "+31612345678"),
        ("Info: Siem Vos, 035 - 621 44 12" + SIGNED, "Siem Vos", MAIL, "+31356214412"),
        ("Inlichtingen: Jolanda Sinke, tel. 06-13 57 20 84 (niet op woe)" + SIGNED, "Jolanda Sinke", MAIL, "+31613572084"),
        ("Contactpersoon: mevr. J. Sinke, j.sinke@swvdebrug.nl" + SIGNED, "J. Sinke", "j.sinke@swvdebrug.nl", PHONE),
        ("Contact: Jolanda Sinke\nTelefoon: 035-6214412\nE-mail: j.sinke@swvdebrug.nl" + SIGNED, "Jolanda Sinke", "j.sinke@swvdebrug.nl", "+31356214412"),
        ("Voor inhoudelijke vragen kunt u terecht bij ondergetekende, voor vragen over uw inschrijving bij het secretariaat (035 - 621 44 00)." + SIGNED, NOOR, MAIL, PHONE),
        ("Bel of app Siem Vos,\n06 - 23 90 18 64, of mail s.vos@swvdebrug.nl (t/m 11 mei)." + SIGNED, "Siem Vos", "s.vos@swvdebrug.nl", "+31623901864"),
        ("Onze conciërge Sjef (met de koffie) is het aanspreekpunt: sjef@swvdebrug.nl of 046 452 77 03." + SIGNED, "Sjef", "sjef@swvdebrug.nl", "+31464527703"),
        ("Namens Harm Kuiper geef ik dit door. Mail h.kuiper@swvdebrug.nl om mee te doen. Vragen kunnen naar Harm, 06 - 38 21 70 46." + SIGNED, "Harm Kuiper", "h.kuiper@swvdebrug.nl", "+31638217046"),
        ("Vragen kunt u aan mij stellen." + SIGNED, NOOR, MAIL, PHONE),
        ("Vragen? Bel het secretariaat, 035 - 621 44 00." + SIGNED, NOOR, MAIL, "+31356214400"),
        ("Vragen? Mail naar info@swvdebrug.nl." + SIGNED, NOOR, "info@swvdebrug.nl", PHONE),
        ("Vragen? Mail of bel Jolanda Mekking, educatie, 0341 - 42 95 63, j.mekking@swvdebrug.nl" + SIGNED, "Jolanda Mekking", "j.mekking@swvdebrug.nl", "+31341429563"),
        ("Aanmelden bij Jolanda Sinke via j.sinke@swvdebrug.nl." + SIGNED, NOOR, MAIL, PHONE),
        ("Heeft u vragen, neem dan contact op met onze projectleider Jolanda Sinke, 06-13572084." + SIGNED, "Jolanda Sinke", MAIL, "+31613572084"),
        ("Siem Vos (06-40182593) is aanspreekpunt." + SIGNED, "Siem Vos", MAIL, "+31640182593"),
        ("Aanspreekpunt is Siem Vos, bereikbaar op 06-40182593." + SIGNED, "Siem Vos", MAIL, "+31640182593"),
        ("Bij de vragen: Siem Vos, Roos Bos." + SIGNED, "Siem Vos", MAIL, PHONE),
        ("Kaarten via mevrouw J. Sinke, j.sinke@swvdebrug.nl. Zij is ook telefonisch bereikbaar: 035 - 621 44 12." + SIGNED, "J. Sinke", "j.sinke@swvdebrug.nl", "+31356214412"),
        ("Opgeven kan bij Siem Vos. U kunt hem bellen op 06-40182593." + SIGNED, "Siem Vos", MAIL, "+31640182593"),
        ("De lezing wordt gegeven door Siem Vos. Vragen? Bel 06-40182593." + SIGNED, NOOR, MAIL, "+31640182593"),
        ("Spreker is dr. Piet Klaassen." + SIGNED, NOOR, MAIL, PHONE),
        ("Is iets onduidelijk, dan is onze rector, mevrouw Ine Cox, graag bereid uw vragen te beantwoorden. U treft haar op 035 - 621 44 00." + SIGNED, "Ine Cox", MAIL, "+31356214400"),
        ("Siem Vos staat u te woord op 06-40182593." + SIGNED, "Siem Vos", MAIL, "+31640182593"),
        ("De organisatie is in handen van Siem Vos (s.vos@swvdebrug.nl)." + SIGNED, "Siem Vos", "s.vos@swvdebrug.nl", PHONE),
        ("Siem Vos weet er alles van: 06-40182593." + SIGNED, "Siem Vos", MAIL, "+31640182593"),
        ("Wie meer wil weten kan Siem Vos mailen: s.vos@swvdebrug.nl." + SIGNED, "Siem Vos", "s.vos@swvdebrug.nl", PHONE),
        ("Siem Vos is dit jaar ons aanspreekpunt. Zijn nummer is 06 40182593." + SIGNED, "Siem Vos", MAIL, "+31640182593"),
        ("Contact: Siem (0640182593)" + SIGNED, "Siem", MAIL, "+31640182593"),
        ("Contact: secretariaat (0356214400)" + SIGNED, NOOR, MAIL, "+31356214400"),
        ("Vragen? Siem helpt je graag: 0640182593." + SIGNED, "Siem", MAIL, "+31640182593"),
        ("Siem (06-40182593) beantwoordt vragen." + SIGNED, "Siem", MAIL, "+31640182593"),
        ("Je kunt Siem bereiken op 06 40182593." + SIGNED, "Siem", MAIL, "+31640182593"),
        ("Voor vragen kunt u bij Siem of Ans terecht: 0640182593." + SIGNED, "Siem", MAIL, "+31640182593"),
        ("Bel Siem van Welzijn Baarn, 0640182593." + SIGNED, "Siem", MAIL, "+31640182593"),
        ("Vragen naar Siem van Bakkerij De Korst: 0640182593." + SIGNED, "Siem", MAIL, "+31640182593"),
        ("Meer informatie via Facebook (0640182593)." + SIGNED, NOOR, MAIL, "+31640182593"),
        ("Informatie en aanmelding: mevr. Th. Lubbers, 035-6214412 (ma-do)." + SIGNED, "Th. Lubbers", MAIL, "+31356214412"),
        ("Wij hebben mevrouw Ine Cox bereid gevonden om te vertellen." + SIGNED, NOOR, MAIL, PHONE),
        ("Faxen kan ook." + SIGNED.replace("T 035", "F 035 - 621 44 11\nT 035"), NOOR, MAIL, PHONE),
        ("Dag." + SIGNED.replace("T 035", "M 06 - 12 34 56 78\nT 035"), NOOR, MAIL, "+31612345678"),
    ],
)  # fmt: skip
def test_the_contact_is_whom_the_mail_says_to_ask(text, name, email, phone):
    told = tuple(best(find_contact, text, f"contact_{field}") for field in ("name", "email", "phone"))
    assert told == (name, email, phone)


@pytest.mark.parametrize(
    ("signature", "sender", "name", "phone"),
    [
        ("Liefs Daniëlle, Kim en Bas\n(Daniëlle: 06-27 05 93 81)", "Daniëlle Theeuwen <daniellet@ziggo.nl>", "Daniëlle Theeuwen", "+31627059381"),
        ("gr Ad Priem (conciërge)", "adpriem@gmail.com", "Ad Priem", None),
        ("Groet van Roelie", "Roelie Hummel <roelie@x.nl>", "Roelie Hummel", None),
        ("Groetjes Roelie", "Roelie Hummel <roelie@x.nl>", "Roelie Hummel", None),
        ("Groetnis,\nSietze Hoekstra (voorzitter a.i.)\n0511-54 20 36, alleen 's avonds", "Sietze en Aukje Hoekstra <hoekstra@x.nl>", "Sietze Hoekstra", "+31511542036"),
        ("Warme groet,\n\nCarolien Apeldoorn-Schut\n(directeur)\n072 - 581 63 09", '"Carolien Apeldoorn (De Molen)" <info@x.nl>', "Carolien Apeldoorn-Schut", "+31725816309"),
        ("Vriendelijke groet,\n\nIngeborg Matthijssen\nT (0165) 57 82 46", '"Matthijssen, Ingeborg" <i.m@x.nl>', "Ingeborg Matthijssen", "+31165578246"),
        ("Groet,\nLaurens Beekhof\nMobiel 06 5148 2267", "Laurens Beekhof <l.beekhof@x.nl>", "Laurens Beekhof", "+31651482267"),
        ("Groet,\nHanneke Verkuijlen\n0493 - 67 12 40 / 06 - 20 11 83 47 (niet op woensdag)", "Hanneke Verkuijlen <h@x.nl>", "Hanneke Verkuijlen", ("+31493671240", "+31620118347")),
        ("Groet,\ndrs. H.J. (Harmke) Wolthuis\nT 088 - 443 07 61", '"Wolthuis, Harmke" <h.w@x.nl>', ("Harmke Wolthuis", "H.J. (Harmke) Wolthuis"), "+31884430761"),
        ("Groet,\nJanita Okken\n(0528) 29 15 63", "Janita Okken <j.okken@x.nl>", "Janita Okken", "+31528291563"),
        ("Groet,\nJanita Okken\n0528-291563 (werk)", "Janita Okken <j.okken@x.nl>", "Janita Okken", "+31528291563"),
        ("Groet,\nJanita Okken\n0031 6 12345678", "Janita Okken <j.okken@x.nl>", "Janita Okken", "+31612345678"),
        ("Groet,\nJanita Okken\n+31(0)6 12 34 56 78", "Janita Okken <j.okken@x.nl>", "Janita Okken", "+31612345678"),
        ("Groet,\nJanita Okken\n06.12.34.56.78", "Janita Okken <j.okken@x.nl>", "Janita Okken", "+31612345678"),
        ("Groet,\nJanita Okken\nKvK 01234567", "Janita Okken <j.okken@x.nl>", "Janita Okken", None),
        ("Groet,\nJanita Okken\nIBAN NL91 ABNA 0417 1643 00", "Janita Okken <j.okken@x.nl>", "Janita Okken", None),
        ("Groet,\nJanita", "j.okken@x.nl", ("Janita", None), None),
        ("Groet,\nFatima el Bouazzaoui\nmentor", "Fatima el Bouazzaoui <f@x.nl>", "Fatima el Bouazzaoui", None),
        ("Groet,\nJan-Willem van 't Hof", "J.W. van 't Hof <jw@x.nl>", "Jan-Willem van 't Hof", None),
        ("Groet,\nTeam De Brug", "De Brug <info@debrug.nl>", None, None),
    ],
)  # fmt: skip
def test_a_sender_is_read_from_signatures_of_all_layouts(signature, sender, name, phone):
    text = "Wij doen mee op 9 mei.\n\n" + signature
    for field, expected in (("contact_name", name), ("contact_phone", phone)):
        found = best(find_contact, text, field, sender=sender)
        assert found in expected if isinstance(expected, tuple) else found == expected


def test_who_signs_a_shared_mailboxs_mail_is_asked_at_their_own_address():
    text = "Wij doen mee.\n\nHoogachtend,\n\nMw. G. Wiersma\nsecretariaat\ng.wiersma@sintodulf.nl"
    sender = "Directiesecretariaat Sint-Odulf <directie@sintodulf.nl>"
    assert best(find_contact, text, "contact_email", sender=sender) == "g.wiersma@sintodulf.nl"
    assert best(find_contact, text, "contact_name", sender=sender) == "G. Wiersma"


@pytest.mark.parametrize(
    ("text", "name", "email"),
    [
        ("Opgeven bij: J. Sinke, j.sinke@swvdebrug.nl", "J. Sinke", "j.sinke@swvdebrug.nl"),
        ("Aanmelden kan bij Siem Vos (s.vos@swvdebrug.nl).", "Siem Vos", "s.vos@swvdebrug.nl"),
        ("Aanmelding: via mevrouw Ans Smit, a.smit@swvdebrug.nl", "Ans Smit", "a.smit@swvdebrug.nl"),
        ("Geef je op bij Siem Vos, 06-40182593.", "Siem Vos", "secretariaat@swvdebrug.nl"),
        ("Aanmelden via aanmelden@swvdebrug.nl.", None, "secretariaat@swvdebrug.nl"),
        ("Siem Vos vertelt over verzuim. Aanmelden: aanmelden@swvdebrug.nl", None, "secretariaat@swvdebrug.nl"),
    ],
)  # fmt: skip
def test_where_a_shared_mailbox_writes_who_takes_the_names_is_asked(text, name, email):
    more = {"sender": "Secretariaat SWV De Brug <secretariaat@swvdebrug.nl>"}
    assert best(find_contact, text, "contact_name", **more) == name
    assert best(find_contact, text, "contact_email", **more) == email


@pytest.mark.parametrize(
    ("text", "sure"),
    [
        ("Opgeven bij Jolanda Sinke, j.sinke@swvdebrug.nl", False),
        ("Aanmelden bij Siem Vos via s.vos@swvdebrug.nl.", False),
        ("Aanmelden via aanmelden@swvdebrug.nl.", True),
        ("Aanmelden bij Noor Dekker, noor@swvdebrug.nl.", True),
        ("Dag.", True),
    ],
)
def test_the_senders_own_address_is_not_sure_beside_that_of_somebody_else(text, sure):
    told = [one for one in found(find_contact, text + SIGNED, "contact_email") if one.value == MAIL]
    assert (max(one.confidence for one in told) >= SAID) is sure


def test_a_name_that_the_signature_calls_an_organisations_is_nobody_to_ask():
    sender = "Vaders Samen <vaders@samen-baarn.nl>"
    signed = "Dag.\n\nGroet,\n\nOtto Blik\nStichting Vaders Samen\n06 - 12 34 56 78\n"
    assert best(find_contact, signed, "contact_name", sender=sender) == "Otto Blik"
    council = "Jongerenraad Eemland <jongerenraad@eemland.example>"
    assert best(find_contact, "Dag.", "contact_name", sender=council) is None


TWO = (
    """Wij doen twee dingen:

* Lezing "Zonder bel"
dinsdag 9 mei, 14.00 uur, De Brug, Markt 4, Baarn

* Wandeling "Buiten"
donderdag 11 mei, 10.00 uur, De Brug, Markt 4, Baarn

{}
"""
    + SIGNED
)


@pytest.mark.parametrize(
    ("ask", "sure"),
    [
        ("Over de lezing weet Roos Bos alles, r.bos@swvdebrug.nl; over de wandeling Siem Vos, s.vos@swvdebrug.nl.", False),
        ("Alles over het lopen weet Siem Vos, s.vos@swvdebrug.nl, 06-40182593.", False),
        ("Aanmelden voor beide via s.vos@swvdebrug.nl.", True),
        ("Graag tot dan.", True),
    ],
)  # fmt: skip
def test_of_several_activities_nobody_is_surely_to_be_asked_where_two_are_named(ask, sure):
    made = read(message(TWO.format(ask), subject=WEEK.name), WEEK).drafts
    assert len(made) == 2
    assert [one.values["contact_name"].confidence >= SAID for one in made] == [sure, sure]


@pytest.mark.parametrize(
    ("text", "sure"),
    [
        ("Wie komt, belt even: 06-40182593.\n\nGroet,\nNoor Dekker", True),
        ("De conciërge heeft 06-40182593.\n\nGroet,\nNoor Dekker", True),
        ("De taxi heeft 06-40182593, de kantine 06-40182594.\n\nGroet,\nNoor Dekker", None),
        ("De taxi heeft 06-40182593." + SIGNED, True),
    ],
)
def test_the_only_phone_of_a_mail_is_sure_and_of_two_none_is(text, sure):
    (made,) = read(
        message("Dinsdag 9 mei om 10.00 uur is er een lezing.\n\n" + text, subject=WEEK.name), WEEK
    ).drafts
    told = made.values.get("contact_phone")
    assert (told and told.confidence >= SAID) == sure
    if text.endswith(SIGNED):
        assert told is not None
        assert told.value == PHONE


def test_who_only_takes_the_names_is_not_whom_to_ask_where_the_writer_is():
    text = "Opgeven bij Griet Smit, 058-256 00 00. Vragen aan mij.\n\nGroet,\nKlaas Bos\n"
    sender = "Klaas <klaas@dorpsbelang-test.nl>"
    assert best(find_contact, text, "contact_name", sender=sender) == "Klaas Bos"
    assert all(one.confidence < SAID for one in found(find_contact, text, "contact_phone", sender=sender))


def test_who_writes_is_not_surely_whom_to_ask_where_somebody_else_is_named_with_an_address():
    text = "Dinsdag 9 mei om 10.00 uur is er een lezing. Siem Vos van de stichting regelt het, s.vos@samen.example."
    (made,) = read(message(text + SIGNED, subject=WEEK.name), WEEK).drafts
    for field in ("contact_name", "contact_email", "contact_phone"):
        assert made.values[field].confidence < SAID


def test_who_says_who_he_is_is_called_by_his_name_alone():
    text = "Dinsdag 9 mei om 10.00 uur is er een lezing. Ik ben Siem Vos, bel gerust: 06-40182593." + SIGNED
    (made,) = read(message(text, subject=WEEK.name), WEEK).drafts
    assert made.values["contact_name"].value == "Siem Vos"

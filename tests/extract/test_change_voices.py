"""What a later mail says of an activity, in many writers' words: changed, added to, cancelled, or no change at all."""

import pytest

from intake.reading import Reading, read
from tests.extract.letters import WEEK, message
from tests.extract.test_sessions import short

NAMED = "Landelijke Actieweek Thuiszitters"


def reading(subject: str, text: str) -> Reading:
    answers = {"In_Reply_To": "<9@desk.example>"} if subject.startswith("Re: ") else {}
    return read(message(text, subject=subject, **answers), WEEK)


CHANGES = [
    (
        "changed",
        "Re: {}",
        "Hoi, de zaal is dicht. Onze lezing van 9 mei houden we nu online met Teams. Verder is er niks veranderd.",
    ),
    (
        "added",
        "Re: {} - lezing",
        "Dag,\n\nNog een puntje bij onze lezing, dat toen nog niet bekend was: er kunnen maximaal 30 mensen bij.\n\nGroet, Noor",
    ),
    (
        "added",
        "Re: {} - lezing",
        "Dag,\n\nNog wat dingetjes over onze lezing die eerst nog niet bekend waren: opgeven kan via www.debrug.nl/lezing.\n\nGroet, Noor",
    ),
    (
        "changed",
        "{}",
        "Mijn collega schreef dinsdag 10 mei, maar het is woensdag 10 mei. Het adres is niet Markt 1 maar Markt 11.",
    ),
    (
        "changed",
        "{}: wijziging",
        "De zaal heeft ons moeten afzeggen, dus de lezing van 9 mei wordt online. Dag en tijd blijven wat ze waren.",
    ),
    (
        "changed",
        "Re: {}",
        "Beste redactie,\n\nNog even over onze lezing: het begint om 14.00 uur.\n\nGroet, Noor",
    ),
    ("changed", "{}: wijziging", "Onze lezing begint om 14.00 uur in plaats van 13.30 uur."),
    (
        "changed",
        "Re: aanmelding {}",
        "Hallo, de lezing is niet om 13.30 uur maar om 14.00 uur. Willen jullie dat aanpassen?",
    ),
    ("changed", "Re: {}", "Het begint toch om 14.00 uur."),
    ("changed", "Re: {}", "Het wordt toch 14.00 uur."),
    ("changed", "Re: {}", "De workshop begint nu om 14.00 uur, een halfuurtje later dus."),
    ("changed", "{}", "Kleine wijziging: het begint om 14.00 uur."),
    ("changed", "{}", "De aanvangstijd van onze ouderavond wordt 20.00 uur."),
    ("changed", "{}", "We schuiven onze ouderavond een halfuur naar achteren, we beginnen dus om 20.00 uur."),
    ("changed", "{}", "We verplaatsen de ouderavond naar de gymzaal."),
    ("changed", "{}", "De ouderavond is naar een andere plek verhuisd: buurthuis De Kom in Zeist."),
    ("changed", "{}", "Er zit een fout in onze aankondiging: het telefoonnummer moet 030-1234567 zijn."),
    ("changed", "{}", "In de agenda staat 10 mei, dat moet 11 mei zijn."),
    ("changed", "{}", "Op de site staat een verkeerde tijd bij onze workshop. Het is van 14 tot 16 uur."),
    ("changed", "{}", "De spreker van onze lezing is ziek; in haar plaats komt Jan de Boer."),
    ("changed", "{}", "De workshop kost niet 10 maar 5 euro."),
    ("changed", "{}", "De workshop is gratis geworden."),
    ("changed", "{}", "Wij moeten uitwijken naar een andere zaal: De Kom, Dorpsstraat 3 in Zeist."),
    ("changed", "{}", "Vanwege de vele aanmeldingen zijn wij verhuisd naar de grote zaal."),
    ("changed", "{}", "Het maximum aantal deelnemers gaat van 20 naar 30."),
    ("changed", "{}", "Aanmelden kan nu tot en met 5 mei (was 1 mei)."),
    ("changed", "{}", "De link naar de aanmelding werkt niet. Gebruik deze: www.debrug.nl/aanmelden"),
    ("changed", "{}", "De aanmeldlink is veranderd, het is nu www.debrug.nl/nieuw"),
    ("changed", "{}", "Ik had me vergist in de datum van onze filmavond: het is donderdag 11 mei."),
    ("changed", "{}", "Excuus, ik schreef dinsdag maar bedoelde woensdag 10 mei."),
    ("changed", "{}", "Foutje van mijn kant, de ouderavond is om half acht en niet om half negen."),
    ("changed", "{}", "Wilt u de tijd van onze inloop aanpassen naar 10.00 uur?"),
    ("changed", "{}", "Kunt u de einddtijd van onze lezing wijzigen? We stoppen om 21.30 uur."),
    ("changed", "{}", "De lezing wordt online gehouden, dus niet in de bibliotheek."),
    ("changed", "{}", "Onze bijeenkomst van 9 mei gaat online door."),
    (
        "changed",
        "{}",
        "We hebben een nieuwe contactpersoon voor de workshop van 10 mei: Piet Jansen, 06-12345678.",
    ),
    ("changed", "{}", "De workshop op 10 mei zit vol."),
    ("changed", "{}", "Alle plekken voor de workshop van 10 mei zijn vergeven."),
    (
        "changed",
        "{}",
        "We zijn vol! Kunnen jullie bij de workshop van 10 mei zetten dat aanmelden niet meer kan?",
    ),
    (
        "changed",
        "{}",
        "Er zijn nog plekken vrij voor de workshop van 10 mei, we hebben het maximum verhoogd naar 40.",
    ),
    ("cancelled", "{}", "Onze lezing op 9 mei gaat niet door."),
    ("cancelled", "{}", "Helaas moeten wij de lezing van 9 mei afblazen."),
    ("cancelled", "{}", "Door ziekte kan de lezing van 9 mei niet plaatsvinden."),
    ("cancelled", "{}", "De lezing van 9 mei moet helaas komen te vervallen."),
    ("cancelled", "{}", "We hebben besloten om de open dag op 10 mei niet door te laten gaan."),
    ("cancelled", "{}", "Wilt u onze open dag uit de agenda halen? Te weinig aanmeldingen."),
    (
        "cancelled",
        "{}",
        "Er waren maar twee aanmeldingen voor de workshop van 10 mei, dus we trekken de stekker eruit.",
    ),
    ("cancelled", "{}", "De workshop van 10 mei is van de baan."),
    ("cancelled", "{}", "Streep maar door: onze workshop van 10 mei."),
    ("cancelled", "{}", "We zien ons genoodzaakt de voorstelling van 10 mei te annuleren."),
    ("cancelled", "{}", "Voorstelling 10 mei geannuleerd"),
    ("cancelled", "{}", "Onze bijdrage aan de actieweek kan helaas geen doorgang vinden."),
    ("cancelled", "{}", "Wij doen dit jaar toch niet mee met onze open dag van 10 mei."),
    (
        "cancelled",
        "{}",
        "Wij moeten ons terugtrekken uit het programma: de ouderavond van 9 mei gaat niet lukken.",
    ),
    ("cancelled", "{}", "Het lukt ons niet om de open dag van 10 mei te organiseren, we halen hem eruit."),
    ("cancelled", "{}", "De filmavond is afgelast wegens een kapotte beamer."),
    ("cancelled", "{}", "De filmavond is tot nader order uitgesteld."),
    ("changed", "{}", "De filmavond van 9 mei is uitgesteld naar 11 mei."),
    ("changed", "{}", "De filmavond van 9 mei gaat niet door op dinsdag maar op donderdag 11 mei."),
    ("added", "{}", "Nog een aanvulling op onze aanmelding: de zaal is rolstoeltoegankelijk."),
    ("added", "{}", "Ik was vergeten te melden dat de workshop gratis is."),
    ("added", "{}", "Bij de ouderavond van 9 mei hoort nog een telefoonnummer: 030-1234567."),
    ("added", "{}", "Ter aanvulling: aanmelden kan via info@debrug.nl."),
    ("added", "{}", "Zoals beloofd nog het adres van de ouderavond: Dorpsstraat 3, Zeist."),
    ("added", "{}", "Inmiddels is de locatie van de ouderavond bekend: De Kom in Zeist."),
    ("added", "{}", "We weten nu waar de ouderavond van 9 mei is: in De Kom in Zeist."),
    ("added", "{}", "In mijn mail van gisteren stond de prijs nog niet: die is 5 euro."),
    ("added", "{}", "Er komt een tweede ronde bij onze workshop van 10 mei: ook om 15.30 uur."),
    ("added", "{}", "Hierbij alsnog de aanmeldlink voor onze workshop van 10 mei: www.debrug.nl/meedoen"),
    ("added", "Re: {}", "Het adres is Dorpsstraat 3 in Zeist, dat ontbrak nog."),
    ("added", "{}", "Jullie vroegen nog naar de eindtijd van de lezing: die is om 16.00 uur."),
    ("added", "{}", "Op jullie vraag hoe lang de workshop duurt: anderhalf uur, dus tot 15.30 uur."),
]


@pytest.mark.parametrize(("change", "subject", "text"), CHANGES)
def test_a_change_is_told_from_an_announcement_and_from_a_question(change, subject, text):
    made = reading(subject.format(NAMED), text)
    assert (made.kind, made.drafts[0].values["change"].value) == ("update", change)


DAYS = [
    ("changed: 11", "In de agenda staat onze lezing op 10 mei, dat moet 11 mei zijn."),
    ("changed: 11", "De datum van onze lezing is niet 10 maar 11 mei."),
    ("changed: 11", "De lezing van 10 mei wordt donderdag 11 mei."),
    ("changed: 11 14:00", "De lezing van 10 mei is verzet naar donderdag 11 mei om 14.00 uur."),
    (
        "changed: 11 14:00",
        "We hebben de lezing van 10 mei een dag verzet, naar donderdag 11 mei om 14.00 uur.",
    ),
    ("changed: 10 14:00", "De lezing van 10 mei begint niet om 13.00 maar om 14.00 uur."),
    ("changed: 10 14:00", "De lezing op 10 mei begint een uur later, om 14.00 uur dus."),
    ("changed: 10 14:00", "De lezing op 10 mei begint om 14.00 uur in plaats van 13.00 uur."),
    ("changed: 10 14:00", "De lezing op 10 mei zou om 13.00 uur beginnen, dat wordt 14.00 uur."),
    ("changed: 10 14:00", "De aanvang van de lezing op 10 mei verschuift van 13.00 naar 14.00 uur."),
    (
        "changed: 10 14:00-16:00",
        "De tijd van de lezing op 10 mei wordt 14.00-16.00 uur (was 13.00-15.00 uur).",
    ),
    ("changed: 11", "We zaten met onze filmavond op 10 mei, maar dat wordt 11 mei."),
    ("changed: 11", "Onze filmavond stond op 10 mei gepland, maar we doen het op 11 mei."),
    ("changed: 11", "Onze filmavond is verplaatst van woensdag 10 mei naar donderdag 11 mei."),
    ("changed: 11", "Filmavond verplaatst! Niet woensdag, maar donderdag 11 mei."),
    ("changed: 11", "Onze filmavond van woensdag is doorgeschoven naar donderdag 11 mei."),
    ("changed: 11", "De filmavond van 9 mei is uitgesteld naar 11 mei."),
    ("changed: 11", "De filmavond van 9 mei gaat niet door op dinsdag maar op donderdag 11 mei."),
    ("changed: 9", "De filmavond van 9 mei is verplaatst naar De Kom in Zeist."),
    ("changed: 9 20:00", "De filmavond van 9 mei om 20.00 uur is verplaatst naar De Kom in Zeist."),
    (
        "changed: 9 19:30-22:00",
        "De filmavond van 9 mei begint eerder: 19.30 uur. Het einde blijft 22.00 uur.",
    ),
    ("changed: 9", "De workshop op 9 mei zit vol."),
    ("changed: 9", "De workshop van dinsdag 9 mei is volgeboekt."),
    ("cancelled: 9", "De workshop van dinsdag 9 mei gaat niet door."),
    ("cancelled: 9 14:00", "Onze workshop (dinsdag 9 mei, 14.00 uur) vervalt."),
    (
        "cancelled: 9",
        "De workshop van dinsdag 9 mei gaat niet door. Op 11 mei zijn we bereikbaar voor vragen.",
    ),
    ("cancelled: 9", "Helaas moeten we de workshop van 9 mei annuleren. Een nieuwe datum volgt in juni."),
    ("cancelled: 9, 11", "De workshops van 9 en 11 mei gaan niet door."),
    ("added: 11 14:00", "Er komt een extra datum bij voor onze workshop: donderdag 11 mei om 14.00 uur."),
    ("changed: 9 13:30", "Voor de lezing van 9 mei stond 13.00 uur in mijn mail, maar het is 13.30 uur."),
    (
        "changed: 9 13:30",
        "Sorry, verkeerde tijd doorgegeven voor de lezing van 9 mei. 13.30 uur is de juiste.",
    ),
]


@pytest.mark.parametrize(("expected", "text"), DAYS)
def test_a_change_holds_the_new_day_and_hour(expected, text):
    values = reading(NAMED, text).drafts[0].values
    assert f"{values['change'].value}: {short(values['dates'].value)}" == expected


# most with no more than the words that tell it
TOLD_IN_PASSING = [
    ("changed", "Hallo, met de mevr van de knutselmiddag. het is toch van 2 tot 5 geworden op 10 mei."),
    ("cancelled", "We hebben te weinig mensen voor 10 mei dus de knutselmiddag gaat nie door. groetjes Ria"),
    ("cancelled", "zet ons maar van de lijst voor 10 mei, de zaal is afgebrand"),
    (
        "added",
        "mn vorige mail was nog niet compleet. hier het adres van de knutselmiddag: veenweg 3 in Emmen",
    ),
    ("added", "Er komt ook nog een clown op onze spelmiddag van 10 mei. Mag dat erbij?"),
    ("changed", "foutje van mij. spelmiddag is 11 mei niet 10 mei"),
    ("changed", "dat adres klopte niet. moet zijn veenweg 31 (spelmiddag 10 mei)"),
    ("cancelled", "De spelmiddag van 10 mei gaat er niet komen, onze vrijwilligers zijn ziek."),
    ("cancelled", "Helaas geen spelmiddag op 10 mei, want het buurthuis is dicht."),
    ("added", "oh en nog vergeten te zeggen: bij de koffieochtend op 9 mei kunnen maar 12 mensen"),
    (
        "added",
        "Ik was in mijn mail van net iets vergeten. Voor de spelmiddag van woensdag 10 mei moet je je opgeven bij Ans, ans@swvdebrug.nl.",
    ),
    (
        "added",
        "Hoi, nog even dit over de filmavond van dinsdag 9 mei. Wie wil kan er ook eten, om 18.00 uur, voor 5 euro. Graag even opgeven via film@swvdebrug.nl.",
    ),
    (
        "added",
        "Voor de lezing van 9 mei die ik maandag doorgaf heb ik nu ook de zaal: de Paulusschool, Kerkplein 3 in Ede.",
    ),
    ("added", "P.S. bij mijn vorige mail: er is een lift en de wc is rolstoelvriendelijk."),
    (
        "added",
        "Eerder liet ik weten dat de locatie van onze netwerklunch (do 11 mei) nog zou volgen. Het wordt Grand Café De Ster in Assen.",
    ),
    (
        "added",
        "Zoals toegezegd ontvangt u hierbij de nog ontbrekende gegevens van ons symposium op 10 mei: aanvang 13.00 uur, entree gratis.",
    ),
    (
        "added",
        "De spreker voor onze avond van 9 mei is rond: Truus van Dam komt vertellen. Kan dat er nog bij op de site?",
    ),
    (
        "added",
        "Naast de workshop van dinsdagmiddag doen we er nu ook eentje op donderdagmiddag 11 mei, zelfde tijd, zelfde plek.",
    ),
    (
        "added",
        "Wegens succes herhaald: onze training van 9 mei geven we nogmaals op vrijdag 12 mei van 9.30 tot 12.00 uur.",
    ),
    (
        "added",
        "Hierbij nog het telefoonnummer voor aanmelden dat ik vergeten was: 0318-612345. Het gaat om de open dag van 10 mei.",
    ),
    (
        "added",
        "Kunt u bij onze activiteit van 11 mei nog vermelden dat er een gebarentolk is? Dat is pas sinds gisteren zeker.",
    ),
    ("changed", "Sorry, ik had een typefout gemaakt in de mail. De ouderavond is om 19.30, niet 19.00 uur."),
    (
        "changed",
        "Er is een misverstand. Ik heb gezegd dat de lezing op dinsdag is maar het is woensdag 10 mei, 20.00 uur.",
    ),
    (
        "changed",
        "Wij moeten helaas een ander tijdstip doorgeven voor onze workshop van 9 mei: 15.00 tot 17.00 uur.",
    ),
    ("changed", "De ouderavond op 10 mei houden we bij nader inzien in de gymzaal, Sportlaan 3."),
    (
        "changed",
        "Onze gastles van 9 mei zouden we in de bieb doen maar die is dicht. Het is nu in het gemeentehuis.",
    ),
    (
        "changed",
        "Voor het symposium op 10 mei geldt een nieuw mailadres voor aanmeldingen: info@swvdebrug.nl. Het oude werkt niet meer.",
    ),
    (
        "changed",
        "Ik ben niet langer de contactpersoon voor het ontbijt van 10 mei, dat is Piet Bos (p.bos@swvdebrug.nl, 06-12345678).",
    ),
    ("changed", "Onze film draait een dag later dan gemeld, dus op 11 mei om 20.00 uur."),
    (
        "changed",
        "Het maximum voor de workshop van 10 mei is opgehoogd. Er kunnen nu 30 mensen meedoen, dat waren er 20.",
    ),
    ("cancelled", "De school is die week dicht vanwege de griep dus de open ochtend van 9 mei komt niet."),
    (
        "cancelled",
        "Wij moeten ons helaas afmelden voor de actieweek. De koffieochtend (9 mei) is van de kalender.",
    ),
    ("cancelled", "Het spijt me maar we doen niet meer mee. De wandeling van 11 mei wordt het niet."),
    (
        "cancelled",
        "De voorstelling van 12 mei is helaas niet haalbaar gebleken. Kunnen jullie de vermelding verwijderen?",
    ),
    ("cancelled", "Wilt u onze activiteit van woensdag 10 mei als vervallen beschouwen?"),
    ("cancelled", "We stellen onze ouderavond van 9 mei uit tot na de zomer, een datum is er nog niet."),
]


@pytest.mark.parametrize(("change", "text"), TOLD_IN_PASSING)
def test_a_change_that_is_told_in_one_sentence_is_one(change, text):
    told = reading(NAMED, text)
    assert (told.kind, told.drafts[0].values["change"].value) == ("update", change)


def test_an_answer_to_the_desk_adds_what_was_asked():
    told = reading(f"Re: {NAMED}", "Goed dat je het vraagt. Er kunnen 40 mensen in en het is gratis.")
    assert (told.kind, told.drafts[0].values["change"].value) == ("update", "added")

"""The labels of form-like mails ("Wat: / Wanneer: / Waar:"), of tables and headings: what they ask for."""

import re
from collections.abc import Iterable
from typing import Final

_BY_KEY: Final = {
    "title": (
        "wat|titel|naam activiteit|naam van de activiteit|activiteit|titel activiteit|naam evenement|"
        "evenement|"
        "naam bijeenkomst|bijeenkomst|workshop|naam workshop|titel workshop|wat is het|wat doen we"
    ),
    "date": (
        "wanneer|datum|data|dag|dagen|datums|datum en tijd|dag en tijd|datum tijd|datum tijdstip|"
        "dag tijd|"
        "wanneer is het|datum en tijdstip|dag en datum|datum activiteit|welke dag|"
        "wanneer precies|data en tijden"
    ),
    "time": (
        "tijd|tijden|tijdstip|tijdstippen|hoe laat|starttijd|begintijd|aanvangstijd|aanvang|start|"
        "begin|tijdsduur|"
        "duur|begin en eindtijd|van tot|uur"
    ),
    "end": "einde|eindtijd|eind",
    "doors": "inloop|ontvangst|zaal open|deur open|deuren open",
    "place": (
        "waar|locatie|plaats|adres|plek|waar is het|adres locatie|locatie en adres|naam locatie|"
        "locatie adres|"
        "plaats en adres|locatie en plaats|gebouw|plaats van handeling|waar precies|straat|"
        "straat en huisnummer|waar vindt het plaats|waar zijn we|waar zitten we|plaats activiteit|"
        "bezoekadres|"
        "locatie activiteit|adres activiteit|waar moet je zijn|waar moet ik zijn|waar moeten we zijn|"
        "locatienaam|naam van de locatie|lokatie|plaats van samenkomst"
    ),
    "room": "zaal|ruimte|lokaal|kamer|vergaderzaal",
    "parking": "parkeren|parkeergelegenheid|parkeer|bereikbaarheid|route|routebeschrijving|parkeeradres",
    "postcode": "postcode|postcode en plaats|postcode plaats|postcode en woonplaats",
    "city": "stad|woonplaats|plaatsnaam|gemeente",
    "audience": (
        "voor wie|doelgroep|bestemd voor|bedoeld voor|wie|publiek|doelgroepen|wie is welkom|"
        "wie mag komen|"
        "voor wie is het|wie kan komen|wie kunnen komen|deelnemers|genodigden|voor|doelpubliek|"
        "wie zijn welkom"
    ),
    "price": (
        "kosten|prijs|toegang|entree|deelnameprijs|bijdrage|tarief|eigen bijdrage|kost het wat|"
        "deelnamekosten|"
        "toegangsprijs|wat kost het|kosten deelname|kosten per persoon|entreeprijs|inschrijfgeld|"
        "zijn er kosten|zijn er kosten aan verbonden|kosten aan verbonden|wat kost dat|wat zijn kosten|"
        "kost dat wat"
    ),
    "registration": (
        "aanmelden|aanmelding|aanmeldingen|opgave|opgeven|inschrijven|inschrijving|registratie|"
        "reserveren|"
        "registreren|reservering|kaarten|kaartjes|tickets|aanmeldlink|aanmelden via|inschrijflink|"
        "inschrijven via|"
        "opgeven via|opgave via|hoe aanmelden|aanmelden kan via|kaartverkoop|aanmeldadres|"
        "moet je je aanmelden|"
        "aanmelden nodig|opgeven nodig|meedoen|informatie en aanmelding|aanmelding en informatie|"
        "aanmelden bij|"
        "rsvp"
    ),
    "deadline": (
        "deadline|uiterste aanmelddatum|sluitingsdatum|uiterste inschrijfdatum|aanmelden voor|"
        "aanmelden uiterlijk|"
        "uiterlijk aanmelden|inschrijven voor|aanmeldtermijn|sluiting inschrijving|sluiting aanmelding|"
        "aanmelden tot|aanmelden t m|sluitdatum|aanmelddeadline|inschrijfdeadline|"
        "sluitingsdatum inschrijving|uiterste datum"
    ),
    "contact": (
        "contact|contactpersoon|contactgegevens|vragen|inlichtingen|voor vragen|aanspreekpunt|"
        "meer weten|info|"
        "meer informatie|informatie|vragen of meer informatie|contactpersonen|nadere informatie|bij vragen|"
        "nog vragen|"
        "voor meer informatie|heeft u vragen|heb je vragen|contact en aanmelding|informatie bij|vragen aan|"
        "vragen bij|perscontact"
    ),
    "name": (
        "naam|uw naam|naam contactpersoon|voornaam en achternaam|naam afzender|ingezonden door|naam inzender"
    ),
    "email": "e mail|email|mail|e mailadres|emailadres|mailadres|uw e mailadres|uw emailadres|e",
    "phone": (
        "telefoon|telefoonnummer|tel|mobiel|telefoonnr|gsm|uw telefoonnummer|mob|t|m|tel nr|bereikbaar op"
    ),
    "organisation": "organisatie|organisator|organisatoren|instelling|school|naam organisatie|naam school|"
    "georganiseerd door|wie organiseert|wie organiseert het|organisatie school|uw organisatie|"
    "school organisatie|"
    "door wie|initiatiefnemer|initiatiefnemers|naam van de organisatie|naam instelling|wie zijn jullie|"
    "aanbieder|"
    "organiserende instantie|organiserende partij|naam van uw organisatie|afzender",
    "capacity": "aantal deelnemers|maximum|max|capaciteit|plaatsen|aantal plaatsen|maximum aantal deelnemers|"
    "max aantal deelnemers|maximaal aantal deelnemers|groepsgrootte|aantal plekken|beschikbare plaatsen|"
    "aantal|hoeveel|hoeveel mensen|hoeveel deelnemers|hoeveel plaatsen|max deelnemers|maximaal|plekken|"
    "maximum aantal|plek voor|plaats voor|ruimte voor|hoeveel mensen kunnen er meedoen|aantal personen|"
    "hoeveel mensen kunnen er komen|hoeveel deelnemers maximaal|max personen|zitplaatsen|deelnemersaantal",
    "url": "website|link|site|web|webpagina|url|meer op|lees meer|meer info",
    "access": "openbaar of besloten|toegankelijkheid|openbaar besloten|open of besloten|besloten",
    "programme": "programma|dagprogramma|agenda|het programma|programma onderdelen",
    "part": "onderdeel|sessie|wie wat|omschrijving onderdeel|programmaonderdeel|activiteiten",
    "kind": "soort activiteit|type activiteit|vorm|soort|type|werkvorm",
    "text": "omschrijving|beschrijving|toelichting|inhoud|uitleg|opmerking|opmerkingen|bericht|uw bericht|"
    "korte omschrijving|korte beschrijving|bijzonderheden|overig|let op|nb|ps|waarom|doel|aanleiding",
    "subject": "onderwerp|betreft|subject|kenmerk|ons kenmerk",
    "partner": "partners|in samenwerking met|samen met|spreker|sprekers|met",
}
_KEYS: Final = {phrase: key for key, phrases in _BY_KEY.items() for phrase in phrases.split("|")}
# one of these words is enough where the label holds others too: "Opgeven voor maandag en dinsdag:"
_WORDS: Final = {
    "deadline": "deadline",
    "sluitdatum": "deadline",
    "sluitingsdatum": "deadline",
    "uiterste": "deadline",
    "doelgroep": "audience",
    "locatie": "place",
    "adres": "place",
    "contactpersoon": "contact",
    "aanmelden": "registration",
    "aanmelding": "registration",
    "opgeven": "registration",
    "opgave": "registration",
    "inschrijven": "registration",
    "inschrijving": "registration",
    "reserveren": "registration",
    "kosten": "price",
    "datum": "date",
    "titel": "title",
    "vragen": "contact",
    "inlichtingen": "contact",
    "telefoonnummer": "phone",
    "mailadres": "email",
    "e-mailadres": "email",
    "organisatie": "organisation",
    "wanneer": "date",
    "waar": "place",
    "deelnemers": "capacity",
    "informatie": "contact",
    "programma": "programme",
}
# over a column these two words are labels; before a line they are not
_BOUNDS: Final = {"van": "time", "tot": "end"}
_NOT_LETTERS: Final = re.compile(r"[^\w]+")
_LINE: Final = re.compile(
    r"[\s*_>•·\-–]{0,8}(?P<label>[A-Za-zÀ-ÿ](?:[^\n\t:?.]|\.(?!\s[A-Z])){0,48}?)[\s*_]{0,3}(?:(?P<sign>[:?])|(?P<dots>\.{3,60}|…{1,20})(?=\s)|"
    r"(?P<dash>\s[–-])(?=\s))[*_]{0,2}"
    r"(?=\s|$|[€\dA-Zwh])"
)
_ARTICLES: Final = {"de", "het", "een", "onze", "uw", "jullie", "je", "en", "ons"}


def key_of(phrase: str) -> str:
    """What a label asks for, "" where it is none that we know; the phrase as it stands in the mail."""
    plain = _NOT_LETTERS.sub(" ", phrase.lower()).strip()
    found = _KEYS.get(plain)
    if found is None:
        found = _KEYS.get(" ".join(word for word in plain.split() if word not in _ARTICLES))
    return found or ""


def split_label(line: str) -> tuple[str, int]:
    """The key of the label that a line begins with, and where its value begins; ("", 0) where it has none."""
    match = _LINE.match(line)
    if match is None:
        return "", 0
    phrase = match.group("label")
    key = key_of(phrase)
    if not key and match.group("sign") == ":":
        words = phrase.lower().split()
        if len(words) <= 6:
            key = next((_WORDS[word] for word in words if word in _WORDS), "")
    if not key or (match.group("dash") and len(phrase) < 4):
        return "", 0
    value = match.end()
    while value < len(line) and line[value] in " \t*_":
        value += 1
    return key, value


def head_keys(cells: Iterable[str]) -> list[str]:
    """The keys of a table's head, one a cell ("" where a cell is no label); [] where it is no head at all."""
    keys = [key_of(cell) or _BOUNDS.get(cell.strip().lower(), "") for cell in cells]
    known = [key for key in keys if key]
    return keys if len(known) >= 2 and len(known) * 2 >= len(keys) else []

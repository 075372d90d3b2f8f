"""The words of labels: what each of them asks for, in forms, tables and headings."""

import re
from typing import Final

_BY_KEY: Final = {
    "title": """
        wat | titel | naam activiteit | naam van de activiteit | activiteit | naam evenement |
        evenement | naam bijeenkomst | bijeenkomst | workshop | naam workshop | wat is het | naam
        van het evenement | naam van uw activiteit
    """,
    "date": "wanneer | datum | data | dag | dagen | datums",
    "time": """
        tijd | tijden | tijdstip | tijdstippen | starttijd | begintijd | aanvangstijd | aanvang |
        start | begin | tijdsduur | duur | begin en eindtijd | van tot | uur
    """,
    "end": "einde | eindtijd | eind",
    "doors": "inloop | ontvangst | ontvangst met koffie | zaal open | deur open | deuren open",
    "place": """
        waar | locatie | plaats | adres | plek | naam locatie | gebouw | plaats van handeling | waar
        zijn we | waar zitten we | bezoekadres | waar moet je zijn | waar moet ik zijn | waar moeten
        we zijn | locatienaam | lokatie | naam van locatie | plaats van samenkomst | straat |
        straatnaam
    """,
    "room": "zaal | ruimte | lokaal | kamer | vergaderzaal",
    "parking": """
        parkeren | parkeergelegenheid | parkeer | bereikbaarheid | route | routebeschrijving |
        parkeeradres
    """,
    "postcode": "postcode",
    "city": "stad | woonplaats | plaatsnaam | gemeente",
    "audience": """
        doelgroep | bestemd voor | bedoeld voor | wie | publiek | doelgroepen | deelnemers |
        genodigden | voor | doelpubliek
    """,
    "price": """
        kosten | prijs | toegang | entree | deelnameprijs | bijdrage | tarief | eigen bijdrage |
        kost het wat | deelnamekosten | toegangsprijs | entreeprijs | inschrijfgeld | kosten aan
        verbonden | kost dat wat | wat het kost | kosten deelname
    """,
    "registration": """
        aanmelden | aanmelding | aanmeldingen | opgave | opgeven | inschrijven | inschrijving |
        registratie | reserveren | registreren | reservering | kaarten | kaartjes | tickets |
        aanmeldlink | inschrijflink | boeken | boeking | deelnemen via | meedoen via |
        kaartverkoop | aanmeldadres | moet je je aanmelden | meedoen |
        rsvp
    """,
    "deadline": """
        deadline | uiterste aanmelddatum | sluitingsdatum | uiterste inschrijfdatum | aanmeldtermijn
        | sluiting inschrijving | sluiting aanmelding | einddatum inschrijving | einddatum aanmelden
    """,
    "contact": """
        contact | contactpersoon | contactgegevens | vragen | inlichtingen | aanspreekpunt | meer
        weten | info | meer informatie | informatie | vragen of meer informatie | contactpersonen |
        nadere informatie | nog vragen | voor meer informatie | heeft u vragen | heb je vragen |
        contact en aanmelding | perscontact | meer info bij | meer informatie bij
    """,
    "name": """
        naam | uw naam | naam contactpersoon | voornaam en achternaam | naam afzender | ingezonden
        door | naam inzender
    """,
    "email": "email | mail | emailadres | mailadres | e",
    "phone": """
        telefoon | telefoonnummer | tel | mobiel | telefoonnr | telnr | gsm | mob | t | m | tel nr |
        bereikbaar op
    """,
    "organisation": """
        organisatie | organisator | organisatoren | instelling | school | naam organisatie | naam
        school | georganiseerd door | door | initiatiefnemer | initiatiefnemers | naam van de
        organisatie | naam instelling | aanbieder | organiserende instantie | organiserende partij |
        naam van uw organisatie | afzender
    """,
    "capacity": """
        maximum | max | capaciteit | plaatsen | groepsgrootte | beschikbare plaatsen | aantal |
        hoeveel | maximaal | plek voor | plekken | plaats voor | ruimte voor | max personen |
        zitplaatsen | deelnemersaantal
    """,
    "url": """
        website | link | site | web | webpagina | url | meer op | lees meer | meer info | meer
        informatie op | meer info op | meer lezen | zie ook
    """,
    "access": """
        openbaar of besloten | toegankelijkheid | openbaar besloten | open of besloten | open
        besloten | besloten
    """,
    "programme": "programma | dagprogramma | agenda | programma onderdelen",
    "part": "onderdeel | sessie | wie wat | omschrijving onderdeel | programmaonderdeel | activiteiten",
    "kind": "vorm | soort | type | werkvorm",
    "text": """
        omschrijving | beschrijving | toelichting | inhoud | uitleg | opmerking | opmerkingen |
        bericht | bijzonderheden | overig | let op | nb | ps | waarom | doel | aanleiding
    """,
    "subject": "onderwerp | betreft | subject | kenmerk",
    "partner": "partners | in samenwerking met | samen met | spreker | sprekers | met",
}
# what a label that is nothing but such a phrase asks for
KEYS: Final = {
    " ".join(phrase.split()): key for key, phrases in _BY_KEY.items() for phrase in phrases.split("|")
}
# what a picture before a fact asks for: "📅 dinsdag 9 mei"
PICTURES: Final = {
    picture: key
    for key, pictures in {
        "date": "📅📆🗓",
        "time": "🕐🕑🕒🕓🕔🕕🕖🕗🕘🕙🕚🕛🕜🕝🕞🕟🕠🕡🕢🕣🕤🕥🕦🕧⏰⏱⌚⏲",
        "place": "📍📌🗺🏠🏡🏢🏫🏛",
        "audience": "👥👪👫👭👬",
        "price": "💶💰💵💸🪙",
        "phone": "📞☎📱",
        "email": "📧✉📩",
        "registration": "✍📝",
        "url": "🔗🌐",
    }.items()
    for picture in pictures
}
# one of these words is enough where the label holds others too: "Opgeven voor maandag en dinsdag:"
WORDS: Final = {
    "deadline": "deadline",
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
# words that say nothing of what a label asks for: "Datum van de activiteit", "Eventuele kosten voor deelname"
FILLERS: Final = frozenset(
    """
    de het een en of uw je jullie onze ons van voor der den bij via op per ter te in aan is zijn kan kun
    men zich activiteit activiteiten evenement bijeenkomst bijdrage workshop deelname deelnemen persoon stuk
    eventuele eventueel gewenste exacte precieze precies definitieve volledige korte verplicht optioneel
    nodig bedoeld gepland geplande eigen nummer nr huisnummer huisnr
    """.split()  # noqa: SIM905 - read as prose
)
# words that a form cuts short, with the point behind them: "Max. deeln.:"
SHORTENED: Final = {
    "act": "activiteit",
    "activ": "activiteit",
    "dat": "datum",
    "loc": "locatie",
    "lok": "lokaal",
    "woonpl": "woonplaats",
    "postc": "postcode",
    "org": "organisatie",
    "organ": "organisatie",
    "inst": "instelling",
    "doelgr": "doelgroep",
    "deeln": "deelnemers",
    "pers": "personen",
    "aanm": "aanmelden",
    "aanmeld": "aanmelden",
    "inschr": "inschrijven",
    "reserv": "reserveren",
    "inl": "inlichtingen",
    "inlicht": "inlichtingen",
    "info": "informatie",
    "contactp": "contactpersoon",
    "contactpers": "contactpersoon",
    "cp": "contactpersoon",
    "telef": "telefoon",
    "evt": "eventueel",
    "bijdr": "bijdrage",
    "omschr": "omschrijving",
    "toel": "toelichting",
    "opm": "opmerkingen",
    "bijz": "bijzonderheden",
}
# a word that asks for the same in whatever company; further ones come from the phrases of one word
MORE: Final = {
    "sluitdatum": "deadline",
    "uiterlijk": "deadline",
    "uiterste": "deadline",
    "aanmelddeadline": "deadline",
    "inschrijfdeadline": "deadline",
    "toegangskosten": "price",
    "afsluiting": "end",
    "personen": "capacity",
    "namens": "organisation",
    "toegankelijk": "audience",
    "accreditatie": "text",
    "catering": "text",
    "vanaf": "time",
}
VAGUE: Final = frozenset("wat wie met voor uur start begin naam einde eind min doel kamer".split())  # noqa: SIM905 - read as prose
# "Waar vindt het plaats?", "Hoe kan men zich aanmelden?": the asking word with its verb
ASKED: Final = tuple(
    (re.compile(words), key)
    for words, key in (
        (r"(?:wat|hoeveel) (?:kost|kosten|bedragen)\b|(?:zijn er|wat zijn(?: de)?) kosten", "price"),
        (r"(?:hoe|waar|bij wie)\b.* (?:aanmelden|opgeven|inschrijven|reserveren)$", "registration"),
        (r"hoeveel (?:mensen|deelnemers|personen|plaatsen|plekken|mensen)", "capacity"),
        (
            r"(?:wanneer|op welke (?:dag|datum)|welke (?:dag|datum|data))"
            r"(?: (?:vindt|is|wordt|zijn|precies|en|begint|gaat)\b|$)",
            "date",
        ),
        (r"hoe laat\b|vanaf hoe laat|van hoe laat", "time"),
        (r"waar (?:vindt|is|wordt|precies|gebeurt|gaat|zijn)\b", "place"),
        (r"(?:voor wie|wie (?:(?:kan|kunnen|mag|mogen)(?! ik)|is welkom|zijn welkom|komen))\b", "audience"),
        (r"(?:wie organiseer|door wie|wie is de organisator|wie zijn jullie)", "organisation"),
        (r"wat (?:gaan we doen|organiseer|gaat u|ga je|doe|doen|is de titel|is de naam|houdt)", "title"),
    )
)

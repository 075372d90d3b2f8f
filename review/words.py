"""What the desk's pages say, in plain Dutch (B1). All of it stands here, by page; a translator needs no other file.

A text that depends on a number is a pair: for one, and for any other number.
"""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any, Final

Text = str | tuple[str, str]

WORDS: Final[Mapping[str, Text]] = MappingProxyType(
    {
        # Every page.
        "skip": "Naar de inhoud",
        "menu.leave": "Uitloggen",
        "menu.me": "Ingelogd als {name}",
        # Logging in.
        "login.title": "Inloggen",
        "login.lead": "Bekijk wat er is aangemeld, en bepaal wat er in de agenda komt.",
        "login.name": "Gebruikersnaam",
        "login.password": "Wachtwoord",
        "login.button": "Inloggen",
        "login.wrong": "Deze naam en dit wachtwoord horen niet bij elkaar. Probeer het nog een keer.",
        "login.wait": (
            "Er is te vaak een verkeerd wachtwoord gebruikt. Wacht een minuut en probeer het dan opnieuw.",
            "Er is te vaak een verkeerd wachtwoord gebruikt. Wacht {count} minuten en probeer het dan opnieuw.",
        ),
        "login.left": "Je bent uitgelogd.",
        "login.kept": "Je was te lang weg en bent daarom uitgelogd. Wat je had ingevuld is bewaard: log in en ga verder.",
        "login.forgot": "Wachtwoord kwijt? De beheerder maakt een nieuw voor je.",
        "resume.title": "Je bent er weer",
        "resume.lead": "Wat je had ingevuld is er nog. Er is nog niets opgeslagen.",
        "resume.button": "Ga verder waar je was",
        "resume.drop": "Niet verdergaan: naar de werkvoorraad",
        # What stands in the queue.
        "work.title": "Werkvoorraad",
        "work.count": (
            "{count} aanmelding wacht op beoordeling",
            "{count} aanmeldingen wachten op beoordeling",
        ),
        "work.first": "De eerste activiteit is op {day}.",
        "work.done": "Alles is beoordeeld.",
        "work.done.more": "Nieuwe aanmeldingen verschijnen hier vanzelf.",
        "work.none": "Hier staat nu niets.",
        "work.none.day": "Op deze dag wacht er niets meer.",
        "work.tabs": "Soorten",
        "work.week": "Dagen van de week",
        "work.week.day": ("{day}: {count} aanmelding", "{day}: {count} aanmeldingen"),
        "work.week.none": "Zonder dag",
        "work.age": "Binnen: {ago}",
        "work.mail.good": "Mailbox bekeken om {clock}",
        "work.mail.bad": "De mailbox is sinds {clock} niet bereikbaar. Nieuwe mails komen later binnen.",
        "work.mail.never": "De mailbox is nog niet bekeken.",
        "tab.all": "Alles",
        "tab.new": "Nieuw",
        "tab.doubt": "Twijfel",
        "tab.change": "Wijzigingen",
        "tab.asked": "Wacht op organisator",
        "tab.double": "Mogelijk dubbel",
        "tab.material": "Materiaal",
        "tab.done": "Klaar",
        "tab.quarantine": "In quarantaine",
        "row.no-title": "Nog zonder titel",
        "row.about": "bij “{title}”",
        # Times and sizes.
        "ago.now": "net binnen",
        "ago.minutes": ("1 minuut geleden", "{count} minuten geleden"),
        "ago.hours": ("1 uur geleden", "{count} uur geleden"),
        "ago.yesterday": "gisteren",
        "ago.days": ("1 dag geleden", "{count} dagen geleden"),
        "size.bytes": ("1 byte", "{count} bytes"),
        "size.kilo": "{count} kB",
        "size.mega": "{count} MB",
        # When something cannot be done.
        "trouble.back": "Naar de werkvoorraad",
        "trouble.400": "Dit kunnen we niet lezen",
        "trouble.400.more": "De pagina stuurde iets wat we niet verwachtten. Ga terug en probeer het opnieuw.",
        "trouble.403": "Dit mag hier niet",
        "trouble.403.more": "De pagina was te oud, of je hebt hier geen toegang. Ga terug, ververs de pagina en probeer het opnieuw.",
        "trouble.404": "Deze pagina is er niet",
        "trouble.404.more": "Misschien is de aanmelding al weg, of klopt het adres niet.",
        "trouble.405": "Zo werkt deze pagina niet",
        "trouble.405.more": "Ga terug naar de werkvoorraad en begin daar opnieuw.",
        "trouble.409": "Iemand anders was je voor",
        "trouble.409.more": "Er is niets van je werk opgeslagen. Bekijk eerst wat er veranderd is.",
        "trouble.413": "Dit is te veel tekst",
        "trouble.413.more": "Maak de tekst korter en probeer het opnieuw.",
        "trouble.415": "Dit kunnen we niet lezen",
        "trouble.415.more": "De pagina stuurde iets wat we niet verwachtten. Ga terug en probeer het opnieuw.",
        "trouble.500": "Er ging iets mis",
        "trouble.500.more": "Het ligt aan ons, niet aan jou. Er is niets verloren. Probeer het over een paar minuten opnieuw.",
        "trouble.503": "We kunnen nu niet bij de gegevens",
        "trouble.503.more": "Er is niets opgeslagen en niets verloren. Probeer het over een paar minuten opnieuw.",
    }
)


def say(key: str, **values: Any) -> str:
    """A text with its values filled in; the number among them, if there is one, is called `count`."""
    text = WORDS[key]
    if isinstance(text, tuple):
        text = text[0] if values["count"] == 1 else text[1]
    return text.format(**values) if values else text

"""What staff and organisers read, in plain Dutch (B1): a sentence for each code that the other rooms give."""

from collections.abc import Iterable
from types import MappingProxyType

from store.words import (
    CHANGES,
    FIELDS,
    KINDS,
    NO_DAY,
    NO_SUBJECT,
    ONLINE,
    PROBLEMS,
    STATE_PROBLEMS,
    attention,
    problem,
)

__all__ = [
    "CHANGES",
    "FIELDS",
    "KINDS",
    "NO_DAY",
    "NO_SUBJECT",
    "ONLINE",
    "PROBLEMS",
    "STATE_PROBLEMS",
    "attention",
    "problem",
    "untold",
]

QUEUE_TITLE = "Wachtrij"
QUEUE_WHEN = "Wanneer"
QUEUE_WHAT = "Wat"
QUEUE_ATTENTION = "Let op"
QUEUE_EMPTY = "De wachtrij is leeg."

# Where words stand.
SOURCES = MappingProxyType(
    {
        "body": "mail",
        "subject": "onderwerp",
        "attachment": "bijlage",
        "header": "kop",
        "header:From": "afzender",
    }
)
VOICES = MappingProxyType(
    {
        "own": "",
        "quoted": "aangehaalde mail",
        "forwarded": "doorgestuurde mail",
        "signature": "ondertekening",
        "disclaimer": "kleine lettertjes",
        "header": "kop van een aangehaalde mail",
    }
)
PAGE = "bladzijde"
LINE = "regel"

# How words were read, by the grade's name.
GRADES = MappingProxyType(
    {
        "CERTAIN": "vast veld van een agenda-item of adres",
        "LABELLED": "in een eigen veld",
        "SAID": "duidelijk gezegd",
        "LIKELY": "meer dan één uitleg mogelijk",
        "DERIVED": "afgeleid uit wat ergens anders staat",
        "GUESS": "een gok: kijk dit na",
        "TRACE": "een zwak spoor",
    }
)

# Why a value was chosen, and what made it more or less sure.
BECAUSE = MappingProxyType(
    {
        "alone": "geen andere waarde",
        "own-lines": "staat bij deze activiteit zelf, en dat gaat voor",
        "surer": "zekerder dan de rest",
        "earlier": "even zeker als iets anders, maar het eerst gevonden",
        "shared": "één keer gezegd, voor alle activiteiten",
        "untied": "minder zeker: misschien geldt het niet voor elke activiteit",
        "agreed": "ook elders gezegd",
        "raised": "ook elders gezegd, en daardoor zekerder",
        "lowered": "minder zeker door wat er tegenover staat",
        "scanned": "van een plaatje gelezen, en dus nooit zeker",
        "often-wrong": "alleen hieruit gelezen is dit veld niet vaak genoeg goed",
        "tenor": "zekerder: ook de andere woorden van de mail passen erbij",
        "against-tenor": "minder zeker: de andere woorden van de mail passen er niet bij",
        "maybe-another-kind": "minder zeker: misschien is dit een ander soort mail",
        "left-over": "minder zeker: de mail noemt nog een dag of tijd die hier niet in staat",
    }
)
NOT_FILLED = "niet ingevuld: wat gevonden is, is te onzeker"
NOT_FOUND = "Niet gevonden"
ALSO = "ook"
OR = "of"
MORE = "en nog"
YES, NO = "ja", "nee"
FREE = "gratis"

MAIL_IS = "Soort mail"
FOR_THE_WEEK = "Voor de week"
ANSWERED_BY_PROGRAM = "een programma stuurde dit antwoord"
SENT_TO_MANY = "een nieuwsbrief of mailinglijst"
WEEK_NOT_NAMED = "de naam van de week staat er niet in"
WEEK_NAMED = MappingProxyType(
    {"subject": "de naam staat in het onderwerp", "body": "de naam staat in de tekst of een bijlage"}
)
ACTIVITY, OF = "Activiteit", "van"
NO_ACTIVITY = "Geen activiteit in deze mail, dus er is niets ingevuld"


def untold(defects: Iterable[str], told: Iterable[str]) -> list[str]:
    """The codes of what was met in reading a mail that staff have words for and that were not told yet."""
    known = set(told)
    return [code for code in dict.fromkeys(defects) if code in PROBLEMS and code not in known]


# To whoever looks after the program: subject and text.
ALARM = (
    "Mailbox {mailbox} is niet bereikbaar",
    """De mailbox {mailbox} van de {campaign} is te lang niet bekeken.

- Laatste keer dat het lukte: {since}
- Wat er misgaat: {error}

Nieuwe mails blijven in de mailbox staan. Er gaat niets verloren, maar de redactie ziet ze nog niet.
Het commando "intake check" zegt wat er aan de hand is. Lukt het weer, dan krijgt u een mail.
""",
)
ALL_CLEAR = (
    "Mailbox {mailbox} is weer bereikbaar",
    """De mailbox {mailbox} van de {campaign} wordt weer bekeken, voor het laatst op {since}.

Wat intussen binnenkwam, wordt nu alsnog gelezen.
""",
)
NEVER = "nog nooit"
NO_ERROR = "onbekend; het logboek van de server kan meer zeggen"

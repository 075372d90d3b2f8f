"""What staff read of what is kept, in plain Dutch (B1): fields, problems, kinds, and the names of days."""

from collections.abc import Iterable
from types import MappingProxyType

KINDS = MappingProxyType(
    {
        "activity": "activiteit",
        "material": "materiaal voor de toolbox",
        "update": "wijziging",
        "question": "vraag",
        "automatic": "automatisch bericht",
        "unrelated": "andere post",
    }
)

CHANGES = MappingProxyType({"cancelled": "gaat niet door", "changed": "gewijzigd", "added": "aangevuld"})

PROBLEMS = MappingProxyType(
    {
        # About the activity (the corpus guide's codes).
        "weekday-mismatch": "De dag en de datum kloppen niet met elkaar",
        "outside-week": "De datum valt buiten de week",
        "no-date": "Er staat geen datum in",
        "no-place": "Er staat niet in waar het is",
        "closed": "Alleen voor genodigden of eigen mensen",
        "conflict": "De mail en de bijlage zeggen niet hetzelfde",
        "cancelled": "Gaat niet door",
        "too-much": "Er staat heel veel in: niet alles is gelezen, kijk in de mail",
        "suspicious-attachment": "Open deze bijlage niet: hij kan gevaarlijk zijn",
        "passed-on": "Doorgestuurd door een collega: de organisator krijgt geen mail van het programma",
        "on-behalf": "Aangemeld door een ander dan de organisator",
        "sender-failed": "Afzender niet geverifieerd: misschien is het iemand anders",
        "sender-unverified": "Afzender niet geverifieerd",
        # About the mail: what was found or mended while it was read.
        "doubt": "De week wordt alleen zijdelings genoemd: hoort dit erbij?",
        "headers-only": "De mail is te groot om op te halen: kijk in de mailbox",
        "encrypted": "De mail of een bijlage is versleuteld: vraag om een leesbare versie",
        "charset-guessed": "Let op vreemde tekens: de mail zegt niet hoe letters zijn opgeslagen",
        "charset-unknown": "Let op vreemde tekens: de mail zegt niet hoe letters zijn opgeslagen",
        "charset-wrong": "Let op vreemde tekens: de mail zegt verkeerd hoe letters zijn opgeslagen",
        "encoding-unknown": "Een deel van de mail is beschadigd: kijk in de mail zelf",
        "base64-garbage": "Een bijlage is beschadigd: vraag zo nodig om een nieuwe",
        "base64-truncated": "Een bijlage is beschadigd: vraag zo nodig om een nieuwe",
        "uuencode-damaged": "Een bijlage is beschadigd: vraag zo nodig om een nieuwe",
        "document-unreadable": "Een bijlage kon niet gelezen worden: open hem zelf",
        "scan-unread": "Een bijlage is een plaatje dat niet gelezen is: kijk zelf wat erin staat",
        "document-text-cut": "Een bijlage is heel lang: niet alles is gelezen",
        "cut-off": "De mail lijkt afgebroken: kijk of er iets ontbreekt",
        "boundary-missing": "De mail is beschadigd: kijk of er iets ontbreekt",
        "no-boundary": "De mail is beschadigd: kijk of er iets ontbreekt",
        "header-damaged": "De kop van de mail is beschadigd: kijk in de mail zelf",
        "document-too-large": "Een bijlage is te groot om te lezen: open hem zelf",
        "text-too-large": "De mail is heel lang: niet alles is gelezen",
        "text-cut": "De mail is heel lang: niet alles is gelezen",
        "too-many-parts": "De mail heeft heel veel bijlagen: niet alles is gelezen",
        "nested-too-deep": "Er zitten mails in mails in mails: niet alles is gelezen",
        "header-too-long": "De kop van de mail is ongewoon lang: niet alles is gelezen",
        "too-many-headers": "De kop van de mail is ongewoon lang: niet alles is gelezen",
        "library-failed": "De mail is ongewoon gemaakt: kijk in de mail zelf",
    }
)

# What the state of a row in the queue asks of staff.
STATE_PROBLEMS = MappingProxyType(
    {
        "doubt": PROBLEMS["doubt"],
        "headers-only": PROBLEMS["headers-only"],
        "quarantined": "Deze mail kon niet gelezen worden: kijk in de mailbox",
    }
)

DAYS = ("ma", "di", "wo", "do", "vr", "za", "zo")
LONG_DAYS = ("maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag")
MONTHS = (
    "januari",
    "februari",
    "maart",
    "april",
    "mei",
    "juni",
    "juli",
    "augustus",
    "september",
    "oktober",
    "november",
    "december",
)

NO_DAY = "nog geen dag"
NO_SUBJECT = "(zonder onderwerp)"
ONLINE = "online"

# The fields of a draft, in the order in which they are shown.
FIELDS = MappingProxyType(
    {
        "title": "titel",
        "dates": "wanneer",
        "venue": "locatie",
        "street": "straat",
        "postcode": "postcode",
        "city": "plaats",
        "online": "online",
        "organisation": "organisatie",
        "organisation_type": "soort organisatie",
        "activity_type": "soort activiteit",
        "audience": "voor wie",
        "access": "toegang",
        "contact_name": "contact",
        "contact_email": "e-mail",
        "contact_phone": "telefoon",
        "registration": "aanmelden",
        "registration_deadline": "aanmelden tot",
        "price": "prijs",
        "capacity": "aantal plaatsen",
        "url": "meer lezen",
        "change": "wijziging",
    }
)


def problem(code: str, detail: str = "") -> str:
    """One problem as staff read it; a code that has no sentence yet is shown as it is, never hidden."""
    sentence = PROBLEMS.get(code, code)
    return f"{sentence} ({detail})" if detail else sentence


def attention(state: str, change: str, problems: Iterable[tuple[str, str]]) -> list[str]:
    """Everything about a row of the queue that staff must know, in words; no sentence twice.

    Args:
        state: why it waits, as `QueueRow.state` has it.
        change: what changes, which the row tells already.
        problems: (code, detail) of the draft and of its mail.
    """
    found = [problem(code, detail) for code, detail in problems if code != change]
    if state in STATE_PROBLEMS:
        found.insert(0, STATE_PROBLEMS[state])
    return list(dict.fromkeys(found))

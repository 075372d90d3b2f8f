"""What staff and organisers read, in plain Dutch (B1): a sentence for each code that the other rooms give."""

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
        "suspicious-attachment": "Open deze bijlage niet: hij kan gevaarlijk zijn",
        "on-behalf": "Aangemeld door een ander dan de organisator",
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

QUEUE_TITLE = "Wachtrij"
QUEUE_WHEN = "Wanneer"
QUEUE_WHAT = "Wat"
QUEUE_ATTENTION = "Let op"
QUEUE_EMPTY = "De wachtrij is leeg."
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
        "agreed": "ook elders gezegd",
        "raised": "ook elders gezegd, en daardoor zekerder",
        "lowered": "minder zeker door wat er tegenover staat",
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


def problem(code: str, detail: str = "") -> str:
    """One problem as staff read it; a code that has no sentence yet is shown as it is, never hidden."""
    sentence = PROBLEMS.get(code, code)
    return f"{sentence} ({detail})" if detail else sentence

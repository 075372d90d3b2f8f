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


def problem(code: str, detail: str = "") -> str:
    """One problem as staff read it; a code that has no sentence yet is shown as it is, never hidden."""
    sentence = PROBLEMS.get(code, code)
    return f"{sentence} ({detail})" if detail else sentence

"""What can be a name, and where in the text it begins and ends."""

import re
from functools import lru_cache
from typing import Final

from intake.campaign import named
from intake.edition import Edition
from intake.extract.nouns import nouns
from intake.extract.organisation_words import ORG_WORD, may_name
from intake.extract.people import is_person
from intake.extract.place.gazetteer import is_place
from intake.extract.registering import REGISTER
from intake.extract.title.words import LITTLE, generic

MARKS: Final = " *_:–—-,\t\n•·►>|#=~"
_WORD: Final = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")
# what mails begin and end with, and what a line about something else begins with
_NO_HEAD: Final = re.compile(
    r"\W*(?:beste|geachte?|dag\b[^.]{0,40},|dag\W*$|dag\s+(?:allemaal|allen|collega\w*|lezer\w*|mensen|"
    r"redactie|steunpunt|team)|hallo|hoi|ha\b|hi\b|hey|hee\b|l\.?s\.?\W*$|geacht\w*|goede(?:n|morgen|middag|"
    r"navond)\w*|goeie\w*|lieve|"
    r"met\s+(?:vriendelijke|hartelijke)|groet|liefs|mvg|vriendelijke|hartelijke|(?:hartelijk\s+)?dank|alvast|zie\b|"
    r"hierbij|bijgaand|in\s+de\s+bijlage|bij\s+deze|tijdens\s+(?:een|de|het|onze|ons)\s|graag|aan:|van:|betreft|onderwerp|namens|ps\b|p\.s|u\s+bent|postbus|hoogachtend|"
    r"(?:tijd|dag|datum|plaats|locatie|programma)(?:\s+en\s+\w+)?\s+(?:blijft|blijven|wijzigt|wijzigen)\b|kom\s+jij|praktisch|noot|verstuurd|verzonden|pagina|www|http|tel\b|wij\s|ik\s|we\s|(?:english|nederlands|dutch)\s+(?:version|below|above|onder|boven)|dear\b|onderstaand|hieronder|"
    r"oh?\s?ja\b|oeps|(?:nog\s+)?vergeten\b|sorry\b|nog\s+even\b|tot\s+(?:dan|ziens|snel|gauw|op|zover)|\[)",
    re.IGNORECASE,
)
_VERB: Final = re.compile(
    r"\b(?:is|zijn|was|waren|wordt|worden|heeft|hebben|kan|kunnen|(?:moeten|zullen)\s+(?:we|wij|ik|ze|jullie)|wil|willen|gaat|gaan|komt|komen|houden|"
    r"houdt|organiseert|organiseren|nodigen|nodigt|doen|doet|mag|mogen|moet|staat|vindt|vinden|laten|weet|"
    r"bellen|betalen|vertellen|krijgen)\b",
    re.IGNORECASE,
)
# how mails are opened, drawn out as one pleases: "Hii", "Heeey", "Yooo"
_HELLO: Final = (
    r"(?:beste|geachte?|weledel\w*|waarde|gewaardeerde|zeer\s+(?:geachte|gewaardeerde|weledel\w*)|dag|da+g+|hal+o+|hel+o+|"
    r"ho+i+(?:\s+ho+i+)*|ha+|ha+i+|hi+|he+|hé+|he+y+|hee+j+|y+o+|jo+|joe+hoe+|jo+ehoe|moi+n?|mojn|aloha|salut|bonjour|hola|ahoy|"
    r"lieve|goe\w+)"
)
# who greets goes on with what he does: "Hey, wij houden een filmavond, 'Laatste bus!'"
_NO_WE: Final = (
    r"(?!(?:wij|we|ik|er|hier\w*|onze|ons|mijn|wordt|worden|is|gaat|heeft|komt|vervalt|begint|"
    r"start|organiseert|houdt|geeft)\b)"
)
GREETING: Final = re.compile(
    rf"\W*{_HELLO}(?:\s+{_HELLO})?"
    rf"(?:(?:[\s,/&]+{_NO_WE}[\w.'’-]+){{0,8}}?\s*[,!]+|(?:\s+(?-i:[A-ZÀ-Ý])[\w'’-]+){{1,2}})?\W*",
    re.IGNORECASE,
)
# the first line of a mail may greet in more words; "Dag van de leerling" is a name
_OPENS: Final = re.compile(
    rf"\W*{_HELLO}(?!\s+(?:van|voor|zonder|met|door|in)\s)(?:[\s,/&]+{_NO_WE}[\w.'’-]+){{1,7}}\s*[,!.]*\W*",
    re.IGNORECASE,
)
# what the writer asks the desk: "Kan dit er nog bij?"
_ASKS_READER: Final = re.compile(
    r"(?:kan|kunnen|kunt|mag|mogen|zijn|is|lukt|staan|staat|past|klopt|hoort|zou\w*|willen|wil|hebben|heb|weet|weten|komt)\b"
    r"(?=.*\b(?:dit|deze|jullie|u|er\s+nog|nog\s+(?:bij|mee|op)|op\s+tijd|genoeg|zo|al\s+op|erbij|informatie|agenda|site|lijst|"
    r"plaatsen|opnemen)\b).*\?$",
    re.IGNORECASE,
)
# what tells when, or is a number to call, and no name
_FACT: Final = re.compile(
    r"(?:van|vanaf|om|tot|tussen)\s+\d|duurt\s|zelfde\s+(?:tijd|dag|plek|plaats)|te\s+(?:bezoeken|zien|bekijken|bezichtigen)\W*$|"
    r"openingstijden|geopend\b|oud\s+nieuw\W*$|.*(?<!\d)0\d[\d\s–-]{7,}",
    re.IGNORECASE,
)
_ZONE: Final = re.compile(r"\W*(?:CES?T|uur|MES?Z|UTC|GMT)\W*$", re.IGNORECASE)
_STREET: Final = re.compile(
    r"[a-z](?:straat|weg|laan|plein|kade|dijk|singel|gracht|hof|pad|steeg)\s+\d|\b\d{4}\s?[A-Z]{2}\b"
)
# a name in running text ends here
_ENDS: Final = re.compile(
    r"[.;:!?,()\t“”„\"»]|\s[–—-]\s|"
    r"\s(?:die|dat|waarin|waarbij|waarmee|waar|vindt|wordt|worden|begint|beginnen|start|starten|speelt|spelen|"
    r"draait|draaien|hangt|verzorgen|verzorgt|organiseren|organiseert|houden|houdt|door|tijdens|gaat|bij\s+(?:ons|onze|de|het|(?-i:[A-ZÀ-Ý]))|met\s+(?:foto['’]?s|werk|beelden|schilderijen|portretten|muziek|medewerking|live)|"
    r"gedoopt|noemen|genoemd|gekregen|draagt|luidt|heet|heten|staat|omdat|want|zodat|maar|kunnen|kan|mogen|mag|"
    r"willen|zal|zullen|hebben|heeft|niet\s+door|plaats|verschijnt|verschijnen|(?:een|voor\s+de)\s+(?:tweede|derde|extra|laatste)\s+keer|nog\s+(?:een\s+keer|eens)|aanbieden|op\s+(?:de\s+(?:agenda|website|site|kalender)|"
    r"onze|ons|ma\w*|di\w*|wo\w*|do\w*|vr\w*|\d)|in\s+(?:onze|ons|het\s+kader|de\s+(?:landelijke|actieweek|"
    r"week|bibliotheek|bieb|aula|hal|foyer|kantine|gymzaal|kerk|theaterzaal)|(?-i:[A-ZÀ-Ý]))|"
    r"voor\s+(?:jullie|u|uw|ouders|alle|onze|de\s+(?:ouders|leerlingen|actieweek|landelijke|agenda|week)|mentoren|docenten|"
    r"leerkrachten|leerlingen|jongeren|studenten|professionals|iedereen|kinderen|gezinnen)|"
    r"aan\s+(?:ouders|leerkrachten|alle|onze|mentoren|docenten)|"
    r"van\s+(?:\d|onze|de\s+(?:landelijke|actieweek)|leerlingen|studenten|jongeren|\w+dag|half|(?:vorig|afgelopen|dit)\s+jaar)|"
    r"te\s+(?:zien|bezoeken|(?-i:[A-ZÀ-Ý]))|"
    r"is\s+(?:vol|al|helaas|afgelast|geannuleerd|online|een\s+(?:\w+\s+){0,2}\w*(?:avond|middag|ochtend|dag|bijeenkomst|lezing|workshop|training|cursus|film|"
    r"gesprek|tentoonstelling|voorstelling|wandeling|plek|initiatief|actie)|op|te|er|voor|bedoeld|gratis|open|vrij|niet|verplaatst|verzet|van)|"
    r"en\s+(?:is|wordt|begint|we|wij|vindt|zijn|die|start|gaat|duurt|kost|heeft|komt|vertelt|laat|toont|staat))\b",
    re.IGNORECASE,
)


# where a sentence that begins with the name goes on: its verb and whose it is ("Koffie & Kansen zetten we")
_INVERTED: Final = re.compile(
    r"\s(?!(?:en|een|met|niet|het|dat|wat|tot|tegen|tussen|binnen|buiten|zonder)\s)(?:[a-zà-ÿ]{2,}(?:t|n)|is|zijn)\s+"
    r"(?:we|wij|ik|ze|zij|hij|de|het|een|onze|ons|mijn|alle|[A-ZÀ-Ý]\w+|op\s+(?:\d|\w+dag)|om\s+\d|in\s+(?:de|onze))\b"
)
_OURS: Final = re.compile(r"\s(?!en\s)[a-zà-ÿ]{3,}\s+(?:we|wij|ik)\b")
_ASKS: Final = re.compile(r"(?:wat|wie|waar\w*|wanneer|hoe\w*|welke?|zo|als)\b", re.IGNORECASE)


# first words of names that are nobody's: "Buiten Beeld", "Feest van de Straat"
_NO_GIVEN: Final = frozenset(
    """
    Buiten Binnen Even Onder Boven Terug Lekker Nooit Altijd Alles Vrij Open Nieuwe Goed Goede Klaar Uit
    Tussen Zonder Naast Achter Voorbij Door Over Langs Vol Stil Stille Sterk Sterke Zacht Rust Rustig
    Ruimte Tijd Tafel Feest Plein Rondje Bakkie Praatje Kopje Uurtje Dagje Potje Kijkje Kansen Kracht Hoop
    Moed Lef Leren Spelen Koken Bouwen Dansen Zingen Lopen Wandelen Fietsen Schilderen Werken Praten Leven
    Wonen Groeien Bloeien Echt Heel Hele Alle Ander Andere Anders Elke Ieder Iedere Geen Niet Nu Straks
    Morgen Vandaag Toch Wel Zo Durf Kunst Muziek Sport Taal Natuur School Klas Kind Jong Jonge Oude Vrije
    Veilige Veilig Lege Laatste Eerste Lange Korte
    """.split()  # noqa: SIM905 - read as prose, not as a list of a hundred lines
)


@lru_cache(maxsize=4096)
def plain(text: str) -> str:
    """A name as it is compared: its words in small letters, one space between them."""
    return " ".join(_WORD.findall(text.replace("’", "'").casefold()))


def telling(text: str, edition: Edition) -> bool:
    """Whether words can name one activity: not only the campaign's, a mail's and a form's own words."""
    words = plain(text).split()
    own = set(plain(edition.name).split())
    rest = [w for w in words if len(w) > 1 and not generic(w) and w not in LITTLE and w not in own]
    return any(not word.isdigit() and not named(word, edition) for word in rest)


def organisation(text: str) -> bool:
    """Whether words name an organisation rather than what it does: capitals, and no activity."""
    if text.isupper() and ORG_WORD.match(text) is None:  # of a letterhead the first word tells
        return False
    if not may_name(text) or ORG_WORD.search(text) is None or has_noun(text):
        return False
    words = [word for word in _WORD.findall(text) if word.casefold() not in LITTLE]
    capital = sum(word[0].isupper() for word in words)
    return len(words) <= 7 and capital * 2 > len(words) and "?" not in text


def nobody(text: str) -> bool:
    """Whether words name neither a person nor a place."""
    words = text.split()
    if is_person(text) and " het " not in text and not has_noun(text) and words[0] not in _NO_GIVEN:
        return False
    return not (len(words) <= 3 and is_place(text)) and not addressed(text)


def addressed(text: str) -> bool:
    """Whether words hold a street with its number, or a postcode."""
    return _STREET.search(text) is not None


def has_noun(text: str) -> bool:
    """Whether a text holds an activity's noun."""
    return any(True for _ in nouns(text, 0, len(text)))


def sentence(text: str) -> bool:
    """Whether a text reads as a sentence rather than as a name."""
    return text[-1:] not in ("?", "!") and _VERB.search(text) is not None


def can_head(text: str, *, headed: bool) -> bool:
    """Whether a line can be a name: short, no sentence, no greeting, no person, no address."""
    if not 3 < len(text) < 100 or _NO_HEAD.match(text) or text[-1] in ",;:" or "@" in text or "www." in text:
        return False
    if _ASKS_READER.match(text):
        return False
    if sum(c.isalpha() for c in text) < 4 or REGISTER.search(text) or text.endswith(".") or _ZONE.match(text):
        return False
    return nobody(text) and (headed or not sentence(text))


def extent(text: str, start: int, stop: int) -> int:
    """Where a name without quotes that begins at `start` ends in running text; a mark of its own kept."""
    first = _WORD.match(text, start, stop)
    at = first.end() if first is not None else start
    match = _ENDS.search(text, at, stop)
    if match is not None:
        stop = match.end() if match.group() in ("!", "?") else match.start()
    return goes_on(text, start, stop) or stop


def goes_on(text: str, start: int, stop: int, *, opens: bool = False) -> int:
    """Where the sentence goes on behind a name within it, with which it begins (`opens`); 0: nowhere."""
    if text[stop - 1 : stop] == "?" or _ASKS.match(text, start, stop):
        return 0
    first = _WORD.match(text, start, stop)
    match = (_INVERTED if opens else _OURS).search(text, first.end() if first is not None else start, stop)
    return match.start() if match is not None else 0


def greeting(line: str, *, first: bool = False) -> bool:
    """Whether a line greets its reader and says no more; the first of a mail may do so in more words."""
    if len(line) >= 90:
        return False
    return GREETING.fullmatch(line) is not None or (first and _OPENS.fullmatch(line) is not None)


def fact(text: str) -> bool:
    """Whether words tell when, or whom to call, rather than what: "van 9.00 tot 17.30 uur"."""
    return _FACT.match(text) is not None

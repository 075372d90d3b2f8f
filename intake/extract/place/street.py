"""Street and number: "Dorpsstraat 12a", "1e Oosterparkstraat 12-II", "Plein 1945 nr. 3", "Vaart ZZ 61"."""

import re
from collections.abc import Iterator
from typing import Final

from intake.extract.place.span import Span

# what the names of most streets end in; a name that ends otherwise needs a postcode or a place behind it
_SUFFIX: Final = (
    r"(?:straat|str\.?|weg|laan|plein|kade|dijk|singel|gracht|hof|pad|park|steeg|markt|dreef|wal|baan|ring|"
    r"plantsoen|boulevard|haven|brink|burg|vest|veld|kamp|akker|erf|weide|allee|kolk|dam|einde|eind|bosch?|"
    r"hout|heuvel|berg|oever|spoor|poort|zijde|sluis|kant|veste|stede|diep|buurt|gang|passage|esplanade|tuin|"
    r"heerd|horst|kwartier|lei|vaart|wijk|es|enk|meent|waard|polder|rade|broek|donk|stee|gaarde|gaard|hoek|"
    r"kwadrant|lust|oord|hoeve|bocht|beek|brug|werf|wand|wending|corridor|promenade|plaats|zoom|kruis|hofje|"
    r"pleintje|straatje|viaduct|strjitte|leane|dyk|wei|steech|reed|buorren|rijn|kwai|terras|rotonde|trambaan|"
    r"galerij|bolwerk|schans|sloot|tocht|grift|vliet|hage|laantje|dijkje|weggetje|steegje|paadje|kadijk|gouw|plas)"
)
_TITLE: Final = r"(?:[Dd]r\.|[Mm]r\.|[Dd]s\.|[Bb]urg\.|[Pp]rof\.|[Ii]r\.|[Jj]hr\.|[Pp]ast\.|[Ss]t\.|[Gg]en\.)"
_LEAD: Final = (
    r"(?:[A-ZÀ-Ý][\w.'’&-]*|[12]\d?e|van|de|der|den|het|ten|ter|te|'t|’t|d['’]|op|aan|in|la|le|'s|’s|"
    rf"{_TITLE})"
)
_NUMBER: Final = (
    r"(?:(?:[Nn]r|[Nn]o|[Nn]ummer|[Hh]uisnummer|t/o|t\.o\.)\.?[ \u00a0])?"
    r"\d{1,4}(?:\s?[-–/]\s?\d{1,4}(?!\d|[ \u00a0]?[A-Z]{2}(?!\w)))?"
    r"(?:\s?-?\s?(?:[a-zA-Z](?![\w.@'’])|bis|hs|huis\b|[IVX]{1,3}(?!\w)))?(?:-\d{1,3})?"
)
_SIDE_WORD: Final = (
    r"(?:[NZOW]\.?Z\.?|[NZOW](?=[ ]\d)|Noord|Zuid|Oost|West|"
    r"(?:Noord|Zuid|Oost|West)(?:z\.|zijde)|[Bb]innen|[Bb]uiten)"
)
_STREET: Final = re.compile(
    rf"(?<![\w@./-])(?P<name>(?:(?:[A-ZÀ-Ý][\w.'’&-]*|[12]\d?e|{_TITLE}|"
    rf"['’][st])[ \u00a0](?:{_LEAD}[ \u00a0]){{0,4}})?"
    rf"(?:[A-ZÀ-Ý]|['’][st][- ]?[A-ZÀ-Ýa-z]|[a-z](?=[\w-]{{2,30}}(?:straat|weg|laan|plein|kade|singel|"
    rf"gracht)\s\d))[\w.'’-]{{2,38}}(?:[ \u00a0]{_SIDE_WORD}|"
    rf"[ \u00a0]1[89]\d\d(?=[ \u00a0,]{{1,2}}(?:nr|\d)))?)"
    rf"(?:[ \u00a0]|\n(?=\d{{1,3}}[a-z]?(?:[,)]|\s(?:in|te)\s))|,[ ](?=nr))"
    rf"(?P<number>{_NUMBER})(?![\w%€]|[.:]\d)"
)
# of who writes without capitals only the word for it tells: "het adres is oude haven 19"
_SMALL: Final = re.compile(
    r"\b(?i:adres)(?:\s+(?:is|wordt))?:?\s+(?P<name>[a-zà-ÿ'’-]{3,25}(?:\s[a-zà-ÿ'’-]{2,25}){0,3})\s"
    r"\d{1,4}(?:\s?[a-z])?(?![\w.:,]\d|\w)"
)
_PARTICLES: Final = frozenset("van de der den het ten ter aan op in bij".split())  # noqa: SIM905 - read as prose
_SIDE: Final = re.compile(rf"[- ](?:{_SIDE_WORD}|1[89]\d\d)$", re.IGNORECASE)
_KNOWN: Final = re.compile(rf"{_SUFFIX}$", re.IGNORECASE)
_NO_STREET: Final = re.compile(
    r"(?:^|\s)(?:postbus|zaal|kamer|lokaal|groep|klas|tel|telefoon|kvk|versie|artikel|ruimte|verdieping|"
    r"tafel|blok|week|januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december|"
    r"maandag|dinsdag|woensdag|donderdag|vrijdag|zaterdag|zondag|max|maximaal|van|om|vanaf|tot|uur|euro|"
    r"pagina|deel|module|sessie|ronde|iban|btw|rsin|brin|mobiel|fax|bel|workshop|webinar|nummer|jaar|gebouw|"
    r"unit|fase|level|havo|vwo|mbo|vmbo|leerjaar|mavo|top|ingang|voor|nr|plek|plaats|halte|lijn|bus|tram|"
    r"aantal|min|minimaal|ongeveer|circa|cluster|bijlage|etage|vleugel|app|whatsapp|sms)\.?$",
    re.IGNORECASE,
)
# a number that is none of a house: "Proefles 11 mei", "Kerkrade. 8 t/m 11 mei", "Area 055"
_NO_NUMBER: Final = re.compile(
    r"0|\d{1,4}\s?(?:t/m|tot\b|uur\b|u\b|jan(?:uari)?\b|feb(?:ruari)?\b|maart\b|mrt\b|apr(?:il)?\b|mei\b|juni?\b|"
    r"juli?\b|aug(?:ustus)?\b|sept?(?:ember)?\b|okt(?:ober)?\b|nov(?:ember)?\b|dec(?:ember)?\b|personen\b|mensen\b|kinderen\b|plaatsen\b)",
    re.IGNORECASE,
)
# what ends a sentence, and is no word cut short: "Kerkrade. 8", but "Noordz. 51", "Dorpsstr. 8"
_ENDED: Final = re.compile(r"[a-zà-ÿ]{6,}(?<!str)\.$")
_VENUE_WORD: Final = re.compile(
    r"(?:school|college|lyceum|centrum|huis|gebouw|zaal|kerk|theater|bibliotheek|café|cafe|restaurant|hotel|"
    r"hal|hub|kapel|stichting|gemeente|swv|locatie|brasserie|kantoor|campus|studio|boerderij|filmhuis|"
    r"wijkcentrum|adres)$",
    re.IGNORECASE,
)
_ALONG: Final = re.compile(
    r"(?<=\w)\s+(?:aan(?:\s+(?:de|het|den))?|(?:op|in|bij)\s+(?:de|het|den))\s+(?=[A-ZÀ-Ý'’1-9])"
)
# behind a venue that begins with an article a street is one word: "De Klaproos Navolaan 15"
_ARTICLED: Final = re.compile(
    r"^(?:De|Het|['’]t)\s(?!(?:la|Savornin|Ruyter|Gaulle|Witt|Clercq)\s)(?:[\w'’-]+\s){1,3}(?=[A-ZÀ-Ý][\w'’-]{5,}$)"
)
# a sentence that ends before a street, "bij De Klaverhof. Havenkade 8", and the words that are cut short
_SENTENCE: Final = re.compile(r"(?P<word>[A-ZÀ-Ý]?[a-zà-ÿ]{2,})\.[ \u00a0]")
_SHORT: Final = frozenset(
    """
    burg burgem prof past pres mgr gen kol kapt min gouv kard dir jhr adm joh chr fred alb jac ant corn ger
    nic herm hendr wilh fr st dr mr ds ir mej mevr
    """.split()  # noqa: SIM905 - read as prose, not as a list of lines
)


def streets(text: str, start: int, end: int) -> Iterator[tuple[Span, bool]]:
    """What can be a street with its number, and whether its name is sure to be one by its ending."""
    for match in _STREET.finditer(text, start, end):
        name = match.group("name")
        if (
            _NO_STREET.search(name)
            or _ENDED.search(name)
            or _NO_NUMBER.match(text, match.start("number"), end)
        ):
            continue
        begin = _behind_venue(name, match.start("name"))
        value = " ".join(text[begin : match.end()].split())
        yield Span(value, begin, match.end()), _known(name)
    if "adres" not in text[start:end].casefold():
        return
    for match in _SMALL.finditer(text, start, end):
        if not _NO_STREET.search(match.group("name")) and not _STREET.search(
            text, match.start("name"), match.end()
        ):
            yield (
                Span(_written(text[match.start("name") : match.end()]), match.start("name"), match.end()),
                True,
            )


def _written(small: str) -> str:
    """A street in small letters as it is written: "oude haven 19" as Oude Haven 19."""
    words = small.split()
    return " ".join(
        word if word in _PARTICLES and number else word.capitalize() for number, word in enumerate(words)
    )


def _known(name: str) -> bool:
    return _KNOWN.search(name) is not None or _KNOWN.search(_SIDE.sub("", name)) is not None


def _behind_venue(name: str, at: int) -> int:
    """Where the street begins behind a venue: "De Brug aan de Kade 4", "Wijkhuis De Brug Kade 4"."""
    ended = [one.end() for one in _SENTENCE.finditer(name) if one.group("word").lower() not in _SHORT]
    if ended:
        return _behind_venue(name[ended[-1] :], at + ended[-1])
    along = _ALONG.search(name)
    if along is not None:
        return at + along.end()
    parts = name.split(" ")
    if any(_VENUE_WORD.search(part) for part in parts[:-1]):
        return at + len(name) - len(parts[-1])
    venue = _ARTICLED.match(name)
    return at + venue.end() if venue is not None and _KNOWN.search(name) else at

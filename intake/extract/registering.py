"""The words with which people are asked to register, to answer or to say that they come."""

import re
from collections.abc import Iterable
from typing import Final

from intake.extract.letter import Letter
from intake.extract.line import Line
from intake.extract.links import LINK

# whom a verb of registering turns back on, what is registered, and the words for being there
_ONESELF: Final = r"(?:(?:u|je|men)\s+)?(?:zich|u|je|jullie|ze)"
_MY: Final = r"(?:je|jouw|jullie|uw|een)"
_SEAT: Final = rf"{_MY}\s+(?:plek|plaats)\w*"
_COME: Final = rf"{_MY}\s+(?:komst|aanwezigheid|belangstelling|interesse|deelname)"
_THERE: Final = r"\b(?:komt?|komen|komst|erbij|aanwezig|mee\w*|aanschui\w+|deelne\w+|bij\s+(?:bent|zijn))\b"
REGISTER: Final = re.compile(
    # aanmelden, opgeven, inschrijven, intekenen: whole, parted, and mistyped
    r"aan?m(?:eld|edl|led|\.)|aan\s?te\s?melden|op\s?te\s?geven|in\s?te\s?schrijven|meld\w*\b[^.;]{0,80}\baan\b|aangemeld|opgeven|opge(?:vne|evn)|opgave|"
    r"geef\b[^.;]{0,40}\b(?:op|door)\b|geven\b[^.;]{0,40}\bop\b|opgegeven|"
    rf"geeft\s+{_ONESELF}\b[^.;]{{0,40}}\bop\b|schrij(?:ft|ven)\s+{_ONESELF}\b[^.;]{{0,60}}\bin\b|"
    r"inschrij|inschirj|inschijv|ingeschreven|schrijf\b[^.;]{0,60}\bin\b|registre|registratie|"
    r"intekenen|ingetekend|teken\s+(?:\w+\s+)?in\b|"
    # melden: "meld je", "wie komt meldt zich bij", "meld uw komst"
    r"even\s+melden|graag\s+melden|meld\s+je|meld\s+u|meld(?:t|en)\s+zich\s+(?:\w+\s+){0,2}?(?:bij|via|op)\b|"
    r"melden\s+als|\bwie\b[^.;]{0,40}\bmeld(?:t|en)\s+(?:dat|dit)\b|zich\b[^.;]{0,40}\bmelden|"
    rf"{_COME}\b[^.;]{{0,30}}\b(?:meld\w*|kenbaar|bericht\w*|bevestig\w*)|(?:meld|maak|bevestig)\w*\s+(?:\w+\s+)?{_COME}|"
    # laten weten, unless it is the writer who will or another thing that is asked
    rf"(?:laat|laten)\b(?!\s+(?:ik|wij|we)\b)[^.;]{{0,60}}\bweten(?!\s+of\b(?![^.;]{{0,40}}{_THERE}))|"
    rf"\bweten\b[^.;]{{0,25}}\b(?:wie\s+er|hoeveel)\b|\b(?:weten|hoor|horen)\b[^.;]{{0,30}}\bof\s+(?:u|je|jullie)\b[^.;]{{0,30}}{_THERE}|"
    r"r\.?s\.?v\.?p|doorgeven|aankondigen\s+bij|bevestigen|"
    # a seat, a ticket, the link to it
    rf"reserve|gereserveerd|plek\w*\b[^.;]{{0,30}}\b(?:claim|vast)\w*|{_SEAT}\b[^.;]{{0,30}}\b(?:claim|vast|boek|besprek|besproken|veilig|verzeker|bemachtig)\w*|plek\s+bemachtigen|"
    rf"{_SEAT}\s+(?:bewaar|bespreek|regel|krijg|vraag|claim|boek)t?\s+(?:u|je|jij|men)\b|"
    rf"boek\s+(?:\w+\s+)?{_SEAT}|boeken(?:\s*:\s|\s+(?:kan|kun|kunt|gaat|doe|via|is)\b)|\b(?:deelnemen|meedoen)\s+(?:(?:kan|kun\s+je|kunt\s+u|doe\s+je)\s+)?via\b|"
    # a name on a list, a form
    r"\bvult?\s+(?!ik\b|wij\b|we\b)(?:[\w-]+\s+){0,5}?formulier\b|(?:mail|bericht)\w*\s+met\s+(?:je|uw|jullie)\s+(?:naam|namen|gegevens)\b|"
    r"\b(?:mail|stuur|app|zet)\s+(?:je|uw|jullie)\s+(?:naam|namen|gegevens)\b|(?:namen|aanmeldingen|opgaven)\s+(?:\w+\s+)?binnen\b|"
    r"kaart(?:en|je|jes|verkoop)\b|ticket|toegangsbewij[sz]|aanvragen|bestellen|link\b[^.;]{0,40}\bop\s*(?:te\s*)?vragen|vraag\b[^.;]{0,20}\blink\b|"
    r"link\b[^.;]{0,30}\b(?:krijgt?|vraagt?|ontvangt?)\s+(?:je|u|jullie|men)\s+(?:\w+\s+)?(?:via|bij|door)\b|"
    r"deelname(?:\s+(?:kan|is|gaat))?(?:\s+(?:alleen|uitsluitend|mogelijk))?\s*(?::|via\b)|"
    r"voor\s+deelname\b[^.;]{0,30}(?:\bterecht|\bmail\w*|:)|"
    r"\b(?:ver)?loopt\s+via\b(?!\s+(?:mij|me|ons)\b)",
    re.IGNORECASE,
)
# who wants to come, and how he is to say so: together they ask to register
_COMING: Final = re.compile(
    r"\b(?:wie|wil(?:t|len)?|kom(?:t|en|st)?|zin|interesse|belangstelling|erbij|deelne\w+|meedoen|meedoet|"
    r"mee\s+te\s+doen|doe\s+(?:ook\s+)?mee|meelopen|meeloopt|aanwezig|aanschuiven|bijwonen|plek(?:ken|je)?|\w*link|inlog\w*)\b",
    re.IGNORECASE,
)
_REPLY: Final = re.compile(
    r"\b(?:mail(?:t|tje|en)?|stuur(?:t)?|sturen|bericht(?:je)?|seintje|app(?:je|t)?|bel(?:t|len)?|reageer|reageren|"
    r"hoor(?:t)?|horen|vernemen|reactie|antwoord|schrijf(?:t|ven)?\s+(?:\w+\s+){0,3}?(?:aan|naar))\b",
    re.IGNORECASE,
)
_NOTE: Final = re.compile(
    r"\b(?:graag|vooraf|van\s*te\s?voren)\b[^.;]{0,40}\b(?:mailen|appen|bellen|(?:een|e)\s?mail)(?:\s+(?:naar|aan|via|op)\b|:)|"
    r"\b(?:mailtje|berichtje|appje|seintje)\s+(?:(?:(?:vooraf|even|graag)\s+)?(?:naar|aan|via|op)\b|vooraf\b|van\s+tevoren\b|v(?:oo|óó)r\s+(?:\w+dag\s+)?\d)|"
    r"\b(?:vooraf|van\s+tevoren)\s+(?:even\s+)?een\s+(?:mailtje|berichtje|appje|seintje)\b",
    re.IGNORECASE,
)
# what stands on the button that one presses to come: "Ja, ik ben erbij <https://...>"
_BUTTON: Final = re.compile(
    r"^\W{0,4}(?:(?:ja|klik\s+hier)\b\W{0,3})?(?:en\s+)?(?:(?:ik|wij|we)\s+(?:wil(?:len)?\s+|ben\s+|zijn\s+|kom(?:en)?\s+|doe(?:n)?\s+)"
    r"(?:\w+\s+){0,2}?(?:erbij|komen|mee|meedoen|graag|zeker|bij\s+zijn)|ik\s+kom|doe\s+(?:ook\s+)?mee|tel\s+(?:mij|me|ons)\s+mee|"
    r"zet\s+(?:mij|me|ons)\s+op\s+de\s+lijst|deelnemen|meedoen|kom\s+(?:ook|erbij)|schuif\s+aan|verzeker\s+\w+\s+van\s+\w+\s+plek)"
    r"\W{0,4}\s<?https?://\S+\W*$",
    re.IGNORECASE,
)
# who is asked whether he comes, with where to say so right behind it: "Ook meedoen? x@y.nl"
_INVITED: Final = re.compile(
    r"\b(?:mee\s?doen|interesse|belangstelling|erbij(?:\s+zijn)?|komen|kom\s+(?:je|u)(?:\s+ook)?|deelnemen|aanschuiven|aanhaken|"
    r"mee\s+te\s+doen|aanwezig\s+zijn)\s*\?\W*(?:(?!vragen|vraag|info|kijk|lees)\w+\s+){0,5}[<(]?(?:[\w.+-]+@\w|https?://|www\.)",
    re.IGNORECASE,
)
# no answer of a guest: a question, or what the desk is to do
_ABOUT: Final = re.compile(
    r"\b(?:vragen|vraag|informatie|info(?!@)|inlichtingen|foto)|\bof\s+(?:jullie|u|het\s+lukt)\b|"
    r"\b(?:de|jullie|uw)\s+(?:web)?(?:site|agenda|kalender)\b|\b(?:geplaatst|opgenomen|toegevoegd|gelukt|aangepast)\b|"
    r"\b(?:afmeld|uitschrij)\w*",
    re.IGNORECASE,
)
# a sentence that goes on about what the one before it asked: "Dat kan op www.x.nl, tot en met 3 mei"
_GOES_ON: Final = re.compile(
    r"\W*(?:dat|dit|doe\s+(?:dat|dit)|hier(?:voor)?|daarvoor|daartoe|het\s+formulier|klik|via|uiterlijk|graag|liefst|"
    r"(?:voor|vóór|tot|t/m)\s(?:\w+dag\s)?\d|(?:mail|stuur|doe|app)\s+(?:(?:dit|dat|dan|ons|mij|me|even)\s+)?(?:graag\s+)?(?:uiterlijk|voor|vóór|tot))\b",
    re.IGNORECASE,
)
# the lines before a line are of its paragraph as far back as this
_BACK: Final = 300
_LABELS: Final = frozenset(("registration", "deadline"))


_ASKING: Final = (REGISTER, LINK, _REPLY)  # one of these, or a label, stands in every line that `asks`


def asks(letter: Letter, line: Line) -> bool:
    """Whether a line asks to register: by its label, its words, or those of the sentence before it."""
    if line.label in _LABELS or letter.search(REGISTER, line) is not None:
        return True
    if letter.may(LINK, line) and (
        _BUTTON.match(line.sheet.text, line.start, line.end) or letter.search(_INVITED, line)
    ):
        return True
    if letter.search(_REPLY, line) is None or letter.search(_ABOUT, line) is not None:
        return False
    if letter.search(_NOTE, line) is not None and line.label not in ("contact", "name"):
        return True
    text = line.sheet.text
    begin = max(line.sheet.start, line.first - _BACK, text.rfind("\n", 0, max(0, line.first - 1)) + 1)
    return _COMING.search(text, begin, line.end) is not None


def asking(letter: Letter, lines: Iterable[Line]) -> frozenset[Line]:
    """The lines that ask to register, out of some lines of a letter."""
    may = letter.maybe(lines, *_ASKING, labels=_LABELS)
    return frozenset(line for line in may if asks(letter, line))


def goes_on(letter: Letter, line: Line) -> bool:
    """Whether a line goes on about registering, which the lines before it ask for: "Dat kan op www.x.nl"."""
    said = _GOES_ON.match(line.sheet.text, line.start, line.end) is not None
    return said and letter.search(_ABOUT, line) is None and asked_before(letter, line)


def asked_before(letter: Letter, line: Line) -> bool:
    """Whether the lines before a line, in its own paragraph, ask to register."""
    for other in letter.before(line):
        if (other.block, other.sheet) != (line.block, line.sheet) or other.end < line.first - _BACK:
            return False
        if letter.search(REGISTER, other) is not None:
            return True
    return False

"""Whom each place of a mail says to ask: a line that tells of questions, with its name, address and phone."""

import re
from collections.abc import Iterator
from typing import Final, NamedTuple

from intake.edition import Edition
from intake.extract.grades import LABELLED, LIKELY, SAID
from intake.extract.letter import Letter
from intake.extract.line import Line, Place
from intake.extract.links import links
from intake.extract.people import fits, is_given, is_person, people
from intake.extract.phones import PHONE, phones

_LABELS: Final = frozenset(("contact", "name", "email", "phone"))
_ASK: Final = re.compile(
    r"^over\s+(?:de|het)\b|\b(?:telefonisch|vragen|inlichtingen|informatie|info|contact(?:persoon)?|bellen|"
    r"belt|bel|appen|app|terecht\s+(?:bij|kunt)|kunt\s+u\s+terecht|overleggen|aanspreekpunt|meer\s+weten|"
    r"bereikbaar|bereiken|coördinatie|coördinator|contactpersonen|benader\w*|neem\w*\s+contact|"
    r"melden\s+bij|projectleider|treft|te\s+woord|beantwoordt|beantwoorden|graag\s+bereid|in\s+handen\s+van|"
    r"weet\s+er\s+(?:alles|meer)|(?:wil|wilt|willen)\s+weten|wenden|(?:haar|zijn)\s+(?:\w+\s+)?\w*(?:nummer|adres)|"
    r"help(?:t|en)\s+(?:je|u|jullie))\b",
    re.IGNORECASE,
)
_FIRST_NAME: Final = re.compile(
    r"\b(?:(?:onze|mijn)\s+(?-i:[a-zà-ÿ-]*(?:collega|conciërge|[a-z]{3}(?:er|ster|or|eur|aar|ist|oog|ent|ris|ige)))|bij|met|aan|naar|bel|belt|app|mail|vraag|vraag\s+naar|is|kun(?:t|nen)?\s+(?:je|u|jullie)|(?:je|u|jullie)\s+kun(?:t|nen)|via)\s+(?:collega\s+)?((?-i:[A-ZÀ-Ý])[a-zà-ÿ]{2,14})"
    r"(?=\s*[(,:]|\s+(?:is\s|via|op|\d|van\s|of\s+(?-i:[A-Z])|en\s+(?-i:[A-Z])|terecht|bereiken|bellen|mailen|appen))",
    re.IGNORECASE,
)
# "Rob helpt u graag", "Rob (06 ...) beantwoordt vragen"; behind a label for it the name stands alone
_ANSWERING: Final = re.compile(
    r"(?:^|[.?!)]\s+)\W*([A-ZÀ-Ý][a-zà-ÿ]{2,14})(?=\s(?:\([^()]{8,40}\)\s)?(?:help(?:t|en)|beantwoordt|staat|weet)\s)"
)
_ALONE: Final = re.compile(
    r"[\s*_]*([A-ZÀ-Ý][a-zà-ÿ]{2,14})(?=\s*(?:[(,:/]|[–-]\s)|\s+(?:0|\+|via|op|van|of|en)|[\s.*_]*$)"
)
# who answers, also where the address stands elsewhere: "Siem Vos is ons aanspreekpunt"
_ANSWERS: Final = re.compile(
    r"\b(?:te\s+woord|graag\s+bereid|bereid\b[^.;]{0,40}\bbeantwoorden|aanspreekpunt|contactpersoon|in\s+handen\s+van|weet\s+er\s+(?:alles|meer))\b",
    re.IGNORECASE,
)
# "voor vragen over inhoud bij ondergetekende, over inschrijving bij het secretariaat (035 - ...)"
MYSELF: Final = re.compile(r"\b(?:ondergetekende|mijzelf|mezelf|(?:bij|aan|met|naar)\s+mij)\b", re.IGNORECASE)
_DESK: Final = re.compile(
    r"\b(?:secretariaat|administratie|receptie|inschrijving\w*|aanmelding\w*)\b[^.;]{0,20}$", re.IGNORECASE
)
# who was named in the sentence before: "Opgeven bij Ans Smit. Zij is ook te bellen: 06 ..."
_THE_SAME: Final = re.compile(r"\b(?:zij|hij|ze|haar|hem)\b", re.IGNORECASE)
_TITLE: Final = re.compile(r"\b(?:mevrouw|mevr\.?|mw\.?|meneer|de\s+heer|dhr\.?)\s+$", re.IGNORECASE)
_PRESS: Final = re.compile(
    r"\b(?:over\s+dit\s+persbericht|dit\s+persbericht|pers(?:vragen|contact|voorlicht\w+))\b", re.IGNORECASE
)


class Asked(NamedTuple):
    """What one place says of whom to ask."""

    line: Line
    name: tuple[str, int, int] | None
    email: tuple[str, int, int] | None
    phone: tuple[str, int, int] | None
    grade: float


def asked(letter: Letter, edition: Edition) -> Iterator[Asked]:
    """Every place that says whom to ask, in the order of the text."""
    told = letter.told()
    asking = frozenset(letter.maybe(told, _ASK, labels=_LABELS))
    for number, line in enumerate(told):
        if line not in asking:
            continue
        labelled = line.label in _LABELS
        text = line.sheet.text
        if not labelled and not _ASK.search(line.text):
            continue
        if line.label == "registration" and line.own_label and not _ASK.search(text[line.start : line.value]):
            continue
        if letter.search(_PRESS, line):
            continue
        grade = LABELLED if labelled and line.own_label else SAID
        found = told_in(edition, line, grade, register=line.label == "registration" and line.own_label)
        if (
            ((labelled and line.label == "contact") or line.text.rstrip().endswith("?"))
            and found.email is None
            and found.phone is None
            and number + 1 < len(told)
        ):
            beside = told[number + 1]
            if beside.block == line.block and beside.label in ("", "contact", "phone", "email"):
                more = told_in(edition, beside, grade, register=False)
                yield found
                yield more
                continue
        before = told[number - 1] if number else None
        if found.name is None and before is not None and letter.search(_THE_SAME, line) is not None:
            named = told_in(edition, before, grade, register=False) if before.block == line.block else None
            if named is not None and named.name is not None:
                yield named._replace(phone=None) if found.phone else named
                yield found
                continue
        below = told[number + 1] if number + 1 < len(told) else None
        if below is not None and found.phone is None and found.email is None and _goes_on(line, below):
            more = told_in(edition, below, grade, register=False)
            persons = people(text, line.value, line.end)
            if more.name is None and (more.phone or more.email) and persons:
                yield found._replace(name=persons[0], grade=grade)
                yield more
                continue
        yield found
    yield from _signed_off(letter, edition)


def _goes_on(line: Line, below: Line) -> bool:
    """Whether the next line goes on with what this one says: "Bel of app Petra de Nooijer,"."""
    return below.block == line.block and line.text.rstrip().endswith((",", ":", " of", " via", " op"))


def _signed_off(letter: Letter, edition: Edition) -> Iterator[Asked]:
    """Whom a line under the greeting says to call: "(bellen kan met Kim ter Maat: 06 - 57 32 90 46)"."""
    for line in letter.maybe(letter.at(Place.SIGNATURE), _ASK):
        if letter.may(PHONE, line) and _ASK.search(line.text):
            found = told_in(edition, line, SAID, register=False)
            if found.name is not None and found.phone is not None and found.phone[1] > found.name[1]:
                yield found


def told_in(edition: Edition, line: Line, grade: float, *, register: bool) -> Asked:
    """The name, the address (none where `register`) and the phone that a line tells of one person."""
    text = line.sheet.text
    names = people(text, line.value, line.end) if line.label != "organisation" else []
    if line.label == "name" and not names and is_person(line.said.strip()):
        names = [(line.said.strip(), line.value, line.value + len(line.said.rstrip()))]
    mails = (
        []
        if register
        else [
            link
            for link in links(text, line.value, line.end)
            if link.mail and not desks_own(link.value, edition)
        ]
    )
    numbers = phones(text, line.value, line.end)
    if MYSELF.search(text, line.value, line.end):
        numbers = [one for one in numbers if not _DESK.search(text, line.value, one[1])]
    if not names and (numbers or mails):
        names = list(_first_names(line))
    name = _titled(text, line, names[0]) if names else None
    if name is not None and len(names) > 1 and mails:
        name = next((one for one in names if fits(one[0], mails[0].value)), name)
    mail = mails[0] if mails else None
    if name is not None and not (mails or numbers or line.label in ("contact", "name")):
        led = re.search(r"\b(?:bij|met|aan)\s+(?:\w+\s+)?$", text[line.value : name[1]])
        name = name if led or _ANSWERS.search(text, line.value, line.end) else None
        grade = LIKELY
    behind = [number for number in numbers if name is None or number[1] > name[1]] or numbers
    return Asked(
        line,
        name,
        (mail.value.lower(), mail.start, mail.end) if mail else None,
        behind[0] if behind else None,
        grade,
    )


def _first_names(line: Line) -> Iterator[tuple[str, int, int]]:
    """The first names of whom a line says to ask: "bel Rob", "Rob helpt u graag", "Contact: Rob (06 ...)"."""
    said = line.said
    found = [*_FIRST_NAME.finditer(said), *_ANSWERING.finditer(said)]
    alone = _ALONE.match(said) if line.label in ("contact", "name") else None
    for match in [*found, *([alone] if alone else [])]:
        if is_given(match.group(1)):
            yield match.group(1), line.value + match.start(1), line.value + match.end(1)


def _titled(text: str, line: Line, name: tuple[str, int, int]) -> tuple[str, int, int]:
    """A family name alone with the title that stands before it: "mevrouw Jansen"."""
    title = _TITLE.search(text, line.start, name[1]) if " " not in name[0] else None
    return (text[title.start() : name[2]], title.start(), name[2]) if title is not None else name


def desks_own(email: str, edition: Edition) -> bool:
    """Whether an address is one of the desk's, which is nobody's to ask."""
    return bool(edition.domain) and email.lower().endswith("@" + edition.domain)

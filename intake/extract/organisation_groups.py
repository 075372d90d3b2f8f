"""Groups that are known by their own name alone: "Ouders in de Wachtstand", "Weer op Weg"."""

import re
from collections.abc import Iterator
from typing import Final

from intake.extract.grades import DERIVED, LIKELY
from intake.extract.letter import Letter
from intake.extract.line import Line, Place
from intake.extract.organisation_names import ROLE, Candidate, matches
from intake.extract.organisation_words import DEPARTMENT, PLAIN_WORD
from intake.extract.people import is_person
from intake.extract.place.gazetteer import is_place

_CAP: Final = r"(?-i:[A-ZÀ-Ý])[\w'’.&-]*(?<![.])"
_LINK: Final = r"(?:van|voor|de|der|den|het|en|op|in|aan|ter|te|uit|om|met|naar|bij|zonder|'t|’t|&)"
_NAME: Final = (
    rf"(?P<name>(?:['’]t\s|(?:v\.?v|s\.?v|r\.?k)\.?\s)?{_CAP}(?:\s(?:{_LINK}\s){{0,3}}{_CAP}){{0,6}})"
)
_GROUP: Final = (
    r"(?:[\w-]*(?:club|clubje|groep|groepje|initiatief|collectief|stichting|vereniging|netwerk|netwerkje|"
    r"platform|praktijk|bedrijf|bedrijfje|organisatie|gezelschap|koor|team|stel|samenwerking|school|bureau|project))"
)
_FUNCTION: Final = (
    r"[\w-]*(?:voorzitter|secretaris|penningmeester|bestuurslid|oprichter|oprichtster|eigenaar|eigenares|"
    r"directeur|directrice|lid|vrijwilliger|trainer|trekker)"
)
# how a line of a signature names the group: by what its writer does there, with "van", in brackets
_SIGNED: Final = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        rf"[\s*_(]*(?:[^,\n@\d]{{2,40}},\s+)?{_FUNCTION}(?:,)?\s+(?:(?:van|bij|namens)\s+)?(?:(?-i:de|het)\s+)?{_NAME}[\s)*_]*$",
        rf"[\s*_(]*(?:[^,\n@\d]{{2,40}}[,\s])?\s*(?:van|bij|namens)\s+(?:(?-i:de|het)\s+)?{_NAME}[\s)*_]*$",
        rf"\s*[^,()\n@\d]{{2,40}}\({_NAME}\)\s*$",
    )
)
# a line of its own, of a name that the text tells too
_OWN_LINE: Final = re.compile(rf"[\s*_]*{_NAME}[\s*_.!]*$", re.IGNORECASE)
# how a sentence does
_SAID: Final = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        rf"\b(?:wij|we)\s+(?:zijn|van|heten)\s+{_NAME}(?=\s*[,.(!]|\s+(?:doen|willen|organiseren|hebben|gaan|en\s+(?:wij|we))\b|\s*$)",
        rf"\b(?:(?:wij|we)\s+noemen|noemen\s+(?:wij|we))\s+ons(?:zelf)?\s+{_NAME}",
        rf"\bnamens\s+{_NAME}(?=\s*[,.(!]|\s+(?-i:[a-z])|\s*$)",
        rf"\b(?:ik\s+ben|mijn\s+naam\s+is)\s+(?:{_CAP}\s+){{1,4}}(?:van|bij|namens)\s+{_NAME}(?=\s*[,.(!]|\s+(?:en|in)\s|\s*$)",
        rf"\b(?:ons|onze|mijn)\s+(?:\w+e?\s+)?{_GROUP}(?:\s+(?:heet|is)|,|\s*\()\s+{_NAME}(?=\s*[,.)!]|\s*$)",
        rf"^\s*{_NAME},\s+een\s+(?:\w+\s+){{0,2}}{_GROUP}\b",
        rf"\b(?:(?:we|wij|ik)\s+(?:hebben|heb|vormen|zijn|runnen|run)|(?:hebben|heb|vormen|runnen|run)\s+(?:we|wij|ik))\s+(?:nu\s+|samen\s+)?een\s+"
        rf"(?:\w+e?\s+)?{_GROUP},\s+(?P<name>(?-i:[A-ZÀ-Ý])[^,.;:()\n]{{3,40}})(?=\s*[,.!]|\s*$)",
        rf"\b(?:run|leid|heb|begon|start(?:te)?|trek|vorm(?:en)?|runnen|leiden|hebben)\s+(?:ik|wij|we)\s+"
        rf"(?P<name>(?-i:[A-ZÀ-Ý])[^,.;:()\n]{{3,50}}),\s+een\s+(?:\w+\s+){{0,2}}{_GROUP}\b",
    )
)
# whom one is of at home, and what is no group
_KIN: Final = re.compile(
    r"\b(?:moeder|vader|ouders?|mama|papa|oma|opa|zus|broer|liefs|groet\w*|groep|klas|mentor|leerkracht|juf|"
    r"docent\w*|kinderen|verstuurd|verzonden|wonend|bewoner)\b",
    re.IGNORECASE,
)
_NO_GROUP: Final = re.compile(
    r"^(?:jeugd|onderwijs|zorg|communicatie|samenleving|beleid|bedrijfsvoering|sociaal|passend|leerlingzaken|"
    r"steunpunt|(?:maan|dins|woens|donder|vrij|zater|zon)dag|landelijke\s+actieweek|actieweek|week\s+van)\b|"
    r"^(?:[A-ZÀ-Ý][a-zà-ÿ]+,?\s)+en\s[A-ZÀ-Ý][a-zà-ÿ]+$",
    re.IGNORECASE,
)
_FUNCTIONS: Final = re.compile(rf"(?:\w+\s)*(?:{ROLE}|{_FUNCTION})(?:\s.*)?", re.IGNORECASE)
_STREET: Final = re.compile(r"[a-zà-ÿ]{3}(?:straat|weg|laan|plein|kade|dijk|singel|gracht)$", re.IGNORECASE)


def groups(letter: Letter, domain: str) -> Iterator[tuple[Line, Candidate, float]]:
    """The names by which groups without a telling word sign, and that they say of themselves."""
    for line in letter.maybe(letter.at(Place.SIGNATURE), *_SIGNED):
        if line.end - line.start > 90:
            continue
        for pattern in _SIGNED:
            match = pattern.match(line.text) if letter.may(pattern, line) else None
            if match is not None and not _KIN.search(line.text, 0, match.start("name")):
                yield from _named(line, match, domain)
    yield from _signed_and_told(letter, domain)
    for line in letter.maybe(letter.at(Place.BODY), *_SAID):
        for pattern in _SAID:
            if letter.may(pattern, line):
                yield from _named(line, pattern.search(line.text), domain)


def _signed_and_told(letter: Letter, domain: str) -> Iterator[tuple[Line, Candidate, float]]:
    """The names in lines of their own under a mail that its sentences tell too: "Breicafé Steek Los"."""
    told = ""
    for line in letter.maybe(letter.at(Place.SIGNATURE), _OWN_LINE):
        match = _OWN_LINE.match(line.text) if line.end - line.start < 60 else None
        if match is None or " " not in match.group("name"):
            continue
        told = told or " ".join(" ".join(one.text.split()) for one in letter.at(Place.BODY))
        name = " ".join(match.group("name").split())
        if name in told and not _FUNCTIONS.fullmatch(name) and not DEPARTMENT.match(name):
            yield from _named(line, match, domain)


def _named(line: Line, match: re.Match[str] | None, domain: str) -> Iterator[tuple[Line, Candidate, float]]:
    if match is None:
        return
    name = " ".join(match.group("name").split())
    ours = matches(name, domain)
    if (
        is_person(name)
        or is_place(name)
        or _NO_GROUP.match(name)
        or _STREET.search(name)
        or PLAIN_WORD.fullmatch(name)
        or (" " not in name and not ours)
    ):
        return
    start, end = match.span("name")
    yield line, Candidate(name, line.start + start, line.start + end), LIKELY if ours else DERIVED

"""Names of organisations in a text: "Ambulant Jeugdteam De Kempen", and whether a domain is made of one."""

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from typing import Final, NamedTuple

from intake.extract.letter import Letter
from intake.extract.line import Line
from intake.extract.organisation_words import CARES_FOR, DEPARTMENT, ORG_WORD, PLAIN_WORD, tells_organisation
from intake.extract.people import is_person
from intake.extract.place.gazetteer import is_place

CAP: Final = r"[A-ZÀ-Ý0-9][\w'’.&/-]*"
_LINK: Final = (
    r"(?:van|voor|de|der|den|het|en|op|aan|ten|ter|te|t|'t|’t|langs|om|met|naar|over|zonder|tegen|tot|"
    r"uit(?=\s(?:de|het)\s)|&|\+)"
)
# what may stand behind the word that tells an organisation, and still be its name
_TAIL: Final = re.compile(rf"(?:\s(?:(?:{_LINK}\s){{0,3}}{CAP}))*")
# "de gemeenten Soest, Baarn en Zeist"
_SEVERAL: Final = re.compile(
    rf"[\w-]*(?:gemeenten|scholen)(?:\s{CAP}){{1,3}}(?:,(?:\s{CAP}){{1,3}}){{0,9}}\s(?:en|&)(?:\s{CAP}){{1,3}}"
)
_HEAD: Final = re.compile(rf"(?:(?:(?:De|Het|'t|’t)\s)?{CAP}\s){{1,3}}$")
# "De Wilgenstee, " before "school voor SO"
_NAMED: Final = re.compile(rf"(?:^|[\n|])\s*(?P<name>(?:(?:De|Het|'t|’t)\s)?{CAP}(?:\s{CAP}){{0,3}}),\s$")
# what the people of an organisation are: no part of its name
ROLE: Final = (
    r"(?:(?:adjunct-?)?(?:directeur|directrice)|(?:con)?rector|mentor|docent|leerkracht|juf|meester|IB['’]?er|"
    r"[\w-]*(?:leider|coördinator|consulent|adviseur|medewerker|begeleider|ambtenaar|arts|verpleegkundige|"
    r"psycholoog|manager|regisseur|werker|werkster|therapeut|coach|lector)|orthopedagoog|pedagoog|voorzitter|secretaris|[\w-]*secretariaat|penningmeester|"
    r"redactie|communicatie|info|administratie|kantoor|receptie|programma|planning|educatie|publiciteit|"
    r"marketing|activiteiten|evenementen|aanmeldingen)"
)
# what begins a sentence before the name: who signs, and "Met Oudervereniging De Brug ..."
_ROLE_HEAD: Final = re.compile(
    rf"^(?:(?:{ROLE}|met|door|bij|namens|vanuit|via|ook|als|en)\s+(?:van\s+)?)+", re.IGNORECASE
)
# what a teacher teaches is no part of the school's name: "docent Nederlands Vondel College"
_TEACHES: Final = re.compile(
    r"\b(?:docent|docente|leraar|lerares|leerkracht|vakgroep|sectie)\s$", re.IGNORECASE
)
_SUBJECT: Final = re.compile(
    r"(?:Nederlands|Engels|Frans|Duits|Spaans|Latijn|Grieks|Wiskunde|Geschiedenis|Aardrijkskunde|Biologie|Economie|"
    r"Natuurkunde|Scheikunde|Muziek|Tekenen|Handvaardigheid|Drama|Gym|LO|CKV|Nask)\s(?=\S)"
)
# nor is what somebody works on: "Teamleider Leerplicht Gemeente Tiel"
_ROLE_BEFORE: Final = re.compile(rf"(?<![\w-]){ROLE}\s$", re.IGNORECASE)
_TASK: Final = re.compile(
    rf"(?:(?:{CARES_FOR})(?:,\s|\s(?:(?:en|&)\s)?)){{1,6}}(?=(?:[A-ZÀ-Ý][\w-]+\s)?{ORG_WORD.pattern})",
    re.IGNORECASE,
)
_PIECES: Final = re.compile(r"\s[|•·–—/-]\s|\s\|\s?|\t|\n|,\s(?=[A-ZÀ-Ýa-z])|\s{3,}")
_NOT_NAME: Final = re.compile(
    r"^(?:onze?|ons|uw|jullie|deze|dit|die|dat|elke|iedere|alle|andere|geen|welke|mijn|zijn|haar|hun)\s",
    re.IGNORECASE,
)


_WORD: Final = re.compile(r"\S+")
_AHEAD: Final = 2  # words: of "centrum voor jeugd" it is the last that tells
_LOOSE: Final = " .,-–/&"  # signs that end no name
_SHORT: Final = 3  # letters
_NOT_LETTERS: Final = re.compile(r"[^a-z0-9]")
_KIND_BEHIND: Final = re.compile(r",\s[a-zà-ÿ]+$")
_STREET_BEHIND: Final = re.compile(
    r"\s(?:aan|op)\s(?:(?:de|het|den)\s)?[A-ZÀ-Ý][\w'’. -]{2,40}\s\d{1,4}[a-z]?$"
)
_IN_TOWN: Final = re.compile(r"(?<=\s)(?P<before>\S+)\ste\s(?P<town>[A-ZÀ-Ý][\w'’ -]+)$")
_CODE: Final = re.compile(r"\b[1-9]\d{3}\s?$")  # "6231 CV" is a postcode


class Candidate(NamedTuple):
    """A name of an organisation and where it stands."""

    name: str
    start: int
    end: int


def named(letter: Letter, line: Line) -> list[Candidate]:
    """The names in a line; most lines hold none, and are done with after one look."""
    return letter.once(_in_line, line) if letter.may(tells_organisation, line) else []


def _in_line(line: Line) -> list[Candidate]:
    return candidates(line.sheet.text, line.start, line.end)


def candidates(text: str, start: int, end: int) -> list[Candidate]:
    """The names around a word that tells an organisation: "Ambulant Jeugdteam De Kempen", "SWV Laakzijde"."""
    found: list[Candidate] = []
    at = start
    words = list(_WORD.finditer(text, start, end))
    for number, word in enumerate(words):
        while at < word.end() and tells_organisation(word.group()):
            match = ORG_WORD.search(text, max(at, words[max(0, number - _AHEAD)].start()), end)
            if match is None:
                return found
            candidate, at = _around(text, start, match, end)
            if candidate is not None:
                found.append(candidate)
    return found


def _around(text: str, start: int, match: re.Match[str], end: int) -> tuple[Candidate | None, int]:
    """The name around a word that tells an organisation, if it is one, and where to look on."""
    begin, stop = match.span()
    if _in_link(text, begin, stop) or _CODE.search(text, max(start, begin - 6), begin):
        return None, stop
    several = _SEVERAL.match(text, begin, end)
    tail = several or _TAIL.match(text, stop, end)
    if tail is not None:
        stop = tail.end()
    if match.group() != "gemeente":  # "Buurtgezinnen gemeente Soest" is not the council
        begin = _begin(text, start, begin)
    task = _TASK.match(text, begin, stop)
    if task is not None and _ROLE_BEFORE.search(text, max(start, begin - 30), begin):
        begin = task.end()
    subject = _SUBJECT.match(text, begin, stop)
    if subject is not None and _TEACHES.search(text, max(start, begin - 14), begin):
        begin = subject.end()
    said = _apart(text[begin:stop].rstrip(_LOOSE))
    name = " ".join(said.split())
    capital = any(letter.isupper() for letter in name)
    if not capital or len(name) <= _SHORT or bare(name) or _NOT_NAME.match(name):
        return None, max(stop, match.end())
    return Candidate(name, begin, begin + len(said)), max(stop, match.end())


def _apart(said: str) -> str:
    """A name without the town, the street and the kind that stand behind it.

    "CBS De Linde te Urk", "school De Esch aan de Kade 4", "De Esch, school voor praktijkonderwijs"; but
    "Protestantse Gemeente te Urk" is one.
    """
    town = _IN_TOWN.search(said)
    if town is not None and is_place(town.group("town")) and not ORG_WORD.fullmatch(town.group("before")):
        said = said[: town.end("before")]
    behind = _KIND_BEHIND.search(said) or _STREET_BEHIND.search(said)
    return said if behind is None else said[: behind.start()]


def _in_link(text: str, begin: int, stop: int) -> bool:
    """Whether a word is part of an address: "info@school.nl", "www.school.nl"."""
    behind = text[stop : stop + 1] in ("@", ".") and text[stop + 1 : stop + 2].isalpha()
    listed = text[begin - 1 : begin] == "/" and text[begin:stop].isupper()  # "SO/VSO De Brug"
    return behind or (text[begin - 1 : begin] in ("@", ".", "/") and not listed)


def _begin(text: str, start: int, at: int) -> int:
    """Where a name begins of which the telling word stands at `at`, without the role of who signs."""
    before = text[max(start, at - 60) : at]
    head = _HEAD.search(before)
    if head is not None and not re.search(r"[.!?:]\s*$", before[: head.start()] or "x"):
        role = _ROLE_HEAD.match(head.group())
        return at - len(head.group()) + (role.end() if role else 0)
    named = _NAMED.search(before) if text[at : at + 1].islower() else None
    if named is None or is_person(named.group("name")) or DEPARTMENT.match(named.group("name")):
        return at
    return at - len(before) + named.start("name")


def bare(name: str) -> bool:
    """Whether nothing but a general word begins a sentence: "Onderwijs", "Jongeren"."""
    return " " not in name and PLAIN_WORD.fullmatch(name) is not None


def pieces(text: str, start: int, end: int) -> Iterator[Candidate]:
    """What stands between the signs of a signature's line."""
    at = start
    for match in _PIECES.finditer(text, start, end):
        yield Candidate(text[at : match.start()].strip(), at, match.start())
        at = match.end()
    yield Candidate(text[at:end].strip(), at, end)


@lru_cache(maxsize=512)  # a mail compares the same few names again and again
def letters_of(text: str) -> str:
    """The letters and digits of a text, as a domain has them."""
    plain = text
    if not text.isascii():
        plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode()
    return _NOT_LETTERS.sub("", plain.lower())


def matches(name: str, domain: str) -> bool:
    """Whether a domain is made of the name's words: "SWV De Hanzeboog" and swvdehanzeboog.nl."""
    if not domain:
        return False
    flat = letters_of(domain)
    words = [letters_of(word) for word in re.split(r"[\s/-]+", name)]
    telling = [word for word in words if len(word) > 3 and not ORG_WORD.fullmatch(word)]
    if any(word in flat for word in telling):
        return True
    initials = "".join(word[0] for word in words if word)
    whole = "".join(words)
    return (
        whole in flat
        or (len(flat) >= 4 and flat in whole)
        or (len(initials) >= 3 and initials in flat.split("-"))
    )

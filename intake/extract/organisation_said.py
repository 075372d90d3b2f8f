"""Who organises as the text itself says it: "wij van De Brug", "Stichting X houdt", "de X (Y)" of y.nl."""

import re
from collections.abc import Iterator
from typing import Final

from intake.extract.grades import DERIVED, GUESS, LIKELY, SAID, TRACE
from intake.extract.letter import Letter
from intake.extract.line import Line, Place
from intake.extract.organisation_names import CAP, Candidate, letters_of, matches, named
from intake.extract.organisation_signed import Told
from intake.extract.organisation_words import ORG_WORD, tells_organisation, type_of

# what stands right before the name, at most _BEFORE characters of it
_SAYS: Final = re.compile(
    r"(?:\borganiseert\s+(?:de|het|ons|onze)?\s*|\b(?:wij|we)\s+(?:zijn|van)\s+(?:de\s+|het\s+)?|"
    r"^\s*(?:wij|we)\s*\((?:de\s+|het\s+)?|\bnamens\s+(?:de\s+|het\s+|onze\s+)?|"
    r"\bvanuit\s+(?:de\s+|het\s+)?|"
    r"\b(?:vrijwillig(?:er|ster)|voorzitter|secretaris|(?:bestuurs)?lid|medewerk(?:er|ster)|coördinator|opricht(?:er|ster)|trekker|eigena(?:ar|resse))\s+"
    r"(?:van|bij)\s+(?:de\s+|het\s+)?|\b(?:ik|wij|we)\s+(?:werken?|zijn|ben)\s+(?:zelf\s+)?(?:werkzaam\s+|verbonden\s+)?(?:bij|aan)\s+(?:de\s+|het\s+)?|"
    r"\b(?:wij|we)\s*,?\s+(?:zijn\s+)?(?:de\s+|een\s+)?(?:\w+\s+){0,2}?(?:ouders|moeders|vaders|leerlingen|studenten|vrijwilligers|mensen|"
    r"leden|medewerkers|docenten|jongeren|leraren|bewoners|buren|het\s+team)\s+(?:\w+\s+)?(?:van|bij|uit)\s+(?:de\s+|het\s+)?|"
    r"\b(?:ik\s+ben|mijn\s+naam\s+is)\s+(?:(?-i:[A-ZÀ-Ý])[\w'’-]+\s+){1,3}(?:van|bij)\s+(?:de\s+|het\s+)?|"
    r"\bhier\s+van(?:uit)?\s+(?:de\s+|het\s+)?|\b(?:wij|we|ons)\s+als\s+|\b(?:begon|begonnen|richtten?|startten?|runnen|run|leid|leiden)\s+(?:ik|wij|we)\s+|"
    r"\b(?:ik|wij|we)\s+(?:begon|begonnen|runnen|run|leid|leiden)\s+|\b(?:valt|vallen)\s+onder\s+|^\W*(?:wij|we)\s*,\s*(?:de\s+|het\s+)?|"
    r"\b(?:ons|onze)\s+\w+\s*[(,]\s*|\b(?:ouders|moeders|vaders|grootouders|vrijwilligers|buren|mensen|vrienden|jongeren|collega['’]?s)\s*\(\s*|\bgeorganiseerd\s+door\s+(?:de\s+|het\s+)?|\bhier\s+bij\s+|"
    r"\b(?:gastheer|gastvrouw|organisator|initiatiefnemer)\s+is\s+(?:de\s+|het\s+)?|"
    r"\borganisatie\s+(?:ligt|berust|is\s+in\s+handen)\s+(?:bij|van)\s+(?:de\s+|het\s+)?|"
    r"\been\s+initiatief\s+van\s+(?:de\s+|het\s+)?)$",
    re.IGNORECASE,
)
_VERBS_AFTER: Final = re.compile(
    r"^\s(?:organise(?:ert|ren)|houdt|houden|nodig(?:t|en)|pakt|doet|doen|opent|verzorg(?:t|en)|start|"
    r"presente(?:ert|ren)|kom(?:t|en)\s+met|ge(?:eft|ven)|vier(?:t|en)|bied(?:t|en)|heeft|zet|gaat|"
    r"neemt|nemen|kookt|koken|schenkt|schenken|vertoont|vertonen|meldt|melden|ontvangt|ontvangen|leest|lezen|draait|"
    r"is\s+gastheer|ma(?:akt|ken)|breng(?:t|en)|zendt|to(?:ont|nen)|kom(?:t|en)\s+(?:[\w'.:-]+\s+){1,10}(?:bijeen|samen|bij\s+elkaar)|speelt|staat|haalt|laat)\b"
)
# what was begun by who tells it: "daarom ben ik met een buurvrouw Oudergroep X begonnen"
_FOUNDED: Final = re.compile(r"\s(?:begonnen|gestart|opgericht|gevormd)\b")
_I: Final = re.compile(r"\b(?:ik|wij|we)\b", re.IGNORECASE)
_WE: Final = re.compile(rf"\b(?:[Ww]ij|[Ww]e)\s*\((?:(?:de|het)\s+)?(?:[a-z]+\s)?(?P<name>{CAP}(?:\s{CAP})*)")
_ABBREVIATED: Final = re.compile(
    rf"(?:\b(?:De|Het)\s)?(?P<name>(?!(?:De|Het)\s){CAP}(?:\s(?:(?:van|voor|de|het|en|der|in|op)\s){{0,2}}{CAP}){{1,6}})\s\((?P<short>[A-Z]{{2,8}})\)"
)
_BEFORE: Final = 48
_OURS: Final = re.compile(r"\b(?:wij|we|ons|onze)\b", re.IGNORECASE)


def said(letter: Letter, domain: str) -> Iterator[Told]:
    """The names that sentences tell as those of who writes, the ones the domain is made of the surest."""
    yield from _said(letter, domain)
    yield from _spelt(letter)
    yield from _only(letter)


def _spelt(letter: Letter) -> Iterator[Told]:
    """The whole name of which the sender uses the letters: "Landelijk Steunpunt Zorg (LSZ)" of x@lsz.nl."""
    sender = letter.writer.email.rpartition("@")[2].lower() + " " + letter.writer.name.lower()
    used = set(re.findall(r"[a-z]+", sender))
    for line in letter.told():
        for match in letter.finditer(_ABBREVIATED, line):
            if match.group("short").lower() in used and ORG_WORD.search(match.group("name")):
                yield line, Candidate(match.group("name"), *match.span("name")), SAID


def _only(letter: Letter) -> Iterator[Told]:
    """The school that alone is named in a mail whose writer says "we" of it: a guess, where nobody signs."""
    found: dict[str, tuple[Line, Candidate]] = {}
    for line in letter.maybe(letter.told(), tells_organisation):
        for candidate in () if letter.near and line.label == "place" else named(letter, line):
            if " " in candidate.name and type_of(candidate.name) == "school":
                found.setdefault(letters_of(candidate.name), (line, candidate))
    if len(found) == 1 and any(letter.those(letter.told(), _OURS)):
        ((line, candidate),) = found.values()
        yield line, candidate, GUESS


def _said(letter: Letter, domain: str) -> Iterator[Told]:
    """What the text says of itself: "organiseert de gemeente X", "Wij (Walcherlicht, jeugdhulp op ...)"."""
    for line in letter.maybe(letter.told(), tells_organisation, _WE):
        text = line.sheet.text
        for candidate in named(letter, line):
            before = text[max(line.start, candidate.start - _BEFORE) : candidate.start]
            told = _SAYS.search(before)
            behind = _VERBS_AFTER.match(text[candidate.end : candidate.end + 60])
            ours = matches(candidate.name, domain)
            if told:
                yield line, candidate, SAID if ours else LIKELY
            elif behind or (
                _FOUNDED.match(text, candidate.end) and _I.search(text, line.start, candidate.start)
            ):
                yield line, candidate, LIKELY
            elif ours:
                there = (
                    TRACE if letter.near else GUESS
                )  # where one of several is held tells least of who holds them
                yield line, candidate, DERIVED if line.label != "place" else there
            elif line.place is Place.DOCUMENT and before.strip() == "" and line.label == "":
                yield line, candidate, GUESS
        match = letter.search(_WE, line)
        if match is not None:
            yield line, Candidate(match.group("name"), *match.span("name")), LIKELY

"""Who organises: from its label, the signature, what the text says, the sender's name and domain."""

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from intake.edition import Edition
from intake.extract.finding import Evidence, Finding
from intake.extract.grades import DERIVED, GUESS, LIKELY, SAID, TRACE
from intake.extract.learned.organisation import likely_types
from intake.extract.letter import Letter
from intake.extract.line import Line, Place
from intake.extract.organisation_groups import groups
from intake.extract.organisation_labelled import labelled
from intake.extract.organisation_names import Candidate, candidates, letters_of, matches, named
from intake.extract.organisation_press import writes_for_others
from intake.extract.organisation_said import said
from intake.extract.organisation_signed import from_domain, from_sender, signed
from intake.extract.organisation_words import DEPARTMENT, ORG_WORD, surely_other, type_of
from intake.extract.people import fits, is_person

# A type that words tell was right 504 times of 509 where the letters of the name make it so likely.
_SURE: Final = 0.8
_NAMENS: Final = re.compile(
    r"\b(?:namens|uit\s+naam\s+van)\s+(?:(?:de|het|alle|onze|ons)\s+)?"
    r"(?:(?:bestuur|directie|schoolleiding|team|collega['’]?s|medewerkers|leden|vrijwilligers|staf|docenten|"
    r"leerkrachten|leerlingen|ouders|organisatie|mensen)\s+van\s+(?:(?:de|het|onze|ons)\s+)?)?(?P<name>.{3,90})",
    re.IGNORECASE,
)
# who holds an office is no organisation: "wethouder J. ten Kate"
_OFFICE: Final = re.compile(r"^(?:wethouder|burgemeester)\s+(?P<rest>.+)$", re.IGNORECASE)
_GROUP: Final = re.compile(
    r"\b(?:wij|we)\s+zijn\s+(?:een\s+)?(?:(?:groep|groepje|clubje|stel|paar|aantal|stelletje|gezelschap|"
    r"twee|drie|vier|vijf|zes|zelf|gewoon)\s+){0,2}(?:\w+e\s+)?(?:ouders?|moeders?|vaders?|buren|vrijwilligers|"
    r"vrienden|jongeren|grootouders|gezinnen)\b",
    re.IGNORECASE,
)
_ROLES: Final = tuple(
    (kind, re.compile(rf"\b(?:{words})\b", re.IGNORECASE))
    for kind, words in (
        (
            "jeugdvoorziening",
            r"jongerenwerk(?:st)?er|jeugdwerk(?:st)?er|jeugdhulpverle(?:ner|enster)|gezinscoach|jongerencoach",
        ),
        (
            "gemeente",
            r"leerplichtambtenaar|wethouder|beleidsmedewerker\s+(?:leerplicht|onderwijs\s+gemeente)",
        ),
        (
            "school",
            r"mentor|docent|leerkracht|rector|conrector|intern\s+begeleid(?:er|ster)|ib['’]er|zorgcoördinator|schoolleider",
        ),
    )
)
_NOBODY: Final = re.compile(
    r"^(?:gemeente|gemeenten|school|scholen|jeugd|jongeren|onderwijs|netwerk|team|regio|zorg|leerlingen|"
    r"passend onderwijs|havo|vwo|mbo|vmbo|bureau|praktijk|landelijke?|centrum|groep|samenwerkingsverband|"
    r"stichting|[a-z]+team|ouders|"
    r"(?:jeugd|onderwijs|zorg|welzijn|samenleving|cultuur|sport)(?:\s(?:en|&)\s\w+)+)$",
    re.IGNORECASE,
)
# whose domain is no organisation's
_PROVIDER: Final = re.compile(
    r"(?:gmail|hotmail|outlook|live|icloud|me|mac|msn|yahoo|ziggo|kpn\w*|planet|xs4all|home|hetnet|casema|upcmail|"
    r"telfort|solcon|online|chello|zonnet|quicknet|gmx|proton\w*|tele2|caiway|freedom|onsbrabantnet)\.",
    re.IGNORECASE,
)


def _key(letter: Letter) -> str:
    """What of the sender's address can spell an organisation: the domain, and a mailbox of nobody's own."""
    local, _, host = letter.writer.email.rpartition("@")
    if _PROVIDER.match(host):
        return ".".join(part for part in re.split(r"[._-]", local) if len(part) > 9)
    return host.rpartition(".")[0] + ("" if "." in local or len(local) < 8 else "." + local)


def find_organisation(letter: Letter, edition: Edition) -> Iterator[Finding]:
    """The organisation and its type; a person is none, and the desk is none."""
    best: tuple[float, Finding] | None = None
    for finding in (*_all(letter), *from_domain(letter)):
        assert isinstance(finding.value, str)
        if _own_desk(finding.value, edition) or _campaign(finding.value, edition):
            continue
        if finding.confidence > GUESS and writes_for_others(letter, finding.value):
            finding = replace(finding, confidence=GUESS)
        yield finding
        if best is None or finding.confidence > best[0]:
            best = (finding.confidence, finding)
    if best is not None and best[0] >= GUESS:
        kind = type_of(str(best[1].value))
        grade = min(best[0], LIKELY)
        asked = kind == "overig" and not surely_other(str(best[1].value))
        if asked and matches(str(best[1].value), _key(letter)):
            kind, grade = _by_domain(letter, kind, grade)
        if asked and kind == "overig":
            kind, grade = _by_role(letter, kind, grade)
        if grade == LIKELY and likely_types(str(best[1].value))[kind] >= _SURE:
            grade = SAID
        yield Finding("organisation_type", kind, grade, best[1].evidence, "organisation")
    else:
        yield _people(letter)


def _people(letter: Letter) -> Finding:
    """Who is no organisation, or names none: "wij zijn een groepje ouders uit Epe"."""
    for line, match in letter.matches(_GROUP, letter.told()):
        return letter.find("organisation_type", "overig", LIKELY, line, *match.span(), "organisation")
    shown = Evidence("header:From", 0, 0, letter.writer.email)
    return Finding("organisation_type", "overig", GUESS, (shown,), "organisation")


def _by_domain(letter: Letter, kind: str, grade: float) -> tuple[str, float]:
    domain = letter.writer.email.rpartition("@")[2].partition(".")[0]
    told = type_of(" ".join(re.findall(r"[a-z]+", domain)))
    if told == "overig":
        for word, meant in (
            ("jeugd", "jeugdvoorziening"),
            ("school", "school"),
            ("gemeente", "gemeente"),
            ("swv", "samenwerkingsverband"),
            ("vo", "school"),
        ):
            if domain.startswith(word) or domain.endswith(word):
                return meant, DERIVED
    return (told, DERIVED) if told != "overig" else (kind, grade)


def _by_role(letter: Letter, kind: str, grade: float) -> tuple[str, float]:
    """What the work of who signs tells of the house: a "jongerenwerker" is of a youth centre."""
    for line in letter.at(Place.SIGNATURE):
        for told, pattern in _ROLES:
            if letter.search(pattern, line):
                return told, DERIVED
    return kind, grade


def _own_desk(name: str, edition: Edition) -> bool:
    local = edition.mailbox.partition("@")[0]
    desk, plain = letters_of(local), letters_of(name)
    return bool(desk) and plain != "" and plain in (desk, desk + "vo")


def _sender_himself(letter: Letter, name: str) -> bool:
    """Whether a name is the sender's own, whatever it ends in: "Ria Nijhuis" of another's domain."""
    own = name == letter.writer.name or fits(name, letter.writer.email)
    return own and is_person(name) and not matches(name, letter.writer.email.rpartition("@")[2])


def _holds_office(name: str) -> bool:
    """Whether a name is only that of who holds an office: "wethouder J. ten Kate"."""
    office = _OFFICE.match(name)
    return office is not None and ORG_WORD.search(office.group("rest")) is None


def _campaign(name: str, edition: Edition) -> bool:
    """Whether a name is that of the campaign, or how it begins: "Landelijke Actieweek"."""
    plain = letters_of(name)
    return len(plain) > 8 and letters_of(edition.name).startswith(plain)


def _all(letter: Letter) -> Iterator[Finding]:
    domain = _key(letter)
    yield from labelled(letter)
    for line, match in letter.matches(
        _NAMENS, letter.at(Place.BODY, Place.CALENDAR, Place.DOCUMENT, Place.SUBJECT)
    ):
        start, end = match.start("name"), min(line.end, match.end("name"))
        for candidate in candidates(line.sheet.text, start, end)[:1]:
            if candidate.start - start < 3:
                yield _found(letter, line, candidate, SAID)
    for line, candidate, grade in signed(letter, domain):
        yield _found(letter, line, candidate, grade)
    for line, candidate, grade in groups(letter, domain):
        yield _found(letter, line, candidate, grade)
    yield from from_sender(letter, domain)
    for line, candidate, grade in said(letter, domain):
        yield _found(letter, line, candidate, grade)
    for line in letter.at(Place.SUBJECT):
        for candidate in named(letter, line):
            if " voor " in candidate.name:
                name = candidate.name.partition(" voor ")[0]
                candidate = Candidate(name, candidate.start, candidate.start + len(name))
            yield _found(letter, line, candidate, DERIVED if matches(candidate.name, domain) else TRACE)
    for line in letter.at(Place.CARD):
        card = re.match(r"ORG(?:;[^:]*)?:;*(.+?);*\s*$", line.text)
        if card is not None:
            start = line.start + card.start(1)
            yield _found(letter, line, Candidate(card.group(1), start, line.start + card.end(1)), LIKELY)


def _found(letter: Letter, line: Line, candidate: Candidate, grade: float) -> Finding:
    if letter.near and line not in letter.near and line.place is Place.BODY:
        grade = min(grade, SAID)
    if DEPARTMENT.match(candidate.name):
        grade = min(grade, GUESS)
    name = candidate.name
    if _NOBODY.match(name) or _sender_himself(letter, name) or _holds_office(name):
        grade = TRACE
    return letter.find(
        "organisation", candidate.name, grade, line, candidate.start, candidate.end, "organisation"
    )

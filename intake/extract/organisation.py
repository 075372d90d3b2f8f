"""Who organises: from its label, the signature, what the text says, the sender's name and domain."""

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from intake.edition import Edition
from intake.extract.finding import Finding
from intake.extract.grades import DERIVED, GUESS, LIKELY, SAID, TRACE
from intake.extract.letter import Letter
from intake.extract.line import Line, Place
from intake.extract.organisation_groups import groups
from intake.extract.organisation_labelled import labelled
from intake.extract.organisation_names import CAP, Candidate, candidates, letters_of, matches, named
from intake.extract.organisation_press import writes_for_others
from intake.extract.organisation_signed import from_domain, from_sender, signed
from intake.extract.organisation_words import ORG_WORD, tells_organisation, type_of

_SAYS: Final = re.compile(
    r"(?:\borganiseert\s+(?:de|het|ons|onze)?\s*|\b(?:wij|we)\s+(?:zijn|van)\s+(?:de\s+|het\s+)?|"
    r"^\s*(?:wij|we)\s*\((?:de\s+|het\s+)?|\bnamens\s+(?:de\s+|het\s+|onze\s+)?|"
    r"\bvanuit\s+(?:de\s+|het\s+)?|"
    r"\b(?:vrijwillig(?:er|ster)|voorzitter|secretaris|(?:bestuurs)?lid|medewerk(?:er|ster)|coördinator)\s+(?:van|bij)\s+(?:de\s+|het\s+)?|"
    r"\b(?:ons|onze)\s+\w+\s*[(,]\s*|\bgeorganiseerd\s+door\s+(?:de\s+|het\s+)?|\bhier\s+bij\s+|"
    r"\b(?:gastheer|gastvrouw|organisator|initiatiefnemer)\s+is\s+(?:de\s+|het\s+)?|"
    r"\been\s+initiatief\s+van\s+(?:de\s+|het\s+)?|\bvan\s+(?:de\s+|het\s+)?(?=[A-Z]))",
    re.IGNORECASE,
)
_VERBS_AFTER: Final = re.compile(
    r"^\s(?:organiseer(?:t|en)|houdt|houden|nodig(?:t|en)|pakt|doet|doen|opent|verzorg(?:t|en)|start|"
    r"presente(?:ert|ren)|kom(?:t|en)\s+met|ge(?:eft|ven)|vier(?:t|en)|bied(?:t|en)|heeft|zet|gaat|"
    r"is\s+gastheer|ma(?:akt|ken)|breng(?:t|en)|zendt|to(?:ont|nen)|speelt|staat|haalt|laat)\b"
)
_WE: Final = re.compile(rf"\b(?:[Ww]ij|[Ww]e)\s*\((?:(?:de|het)\s+)?(?:[a-z]+\s)?(?P<name>{CAP}(?:\s{CAP})*)")
_ABBREVIATED: Final = re.compile(
    rf"(?:\b(?:De|Het)\s)?(?P<name>(?!(?:De|Het)\s){CAP}(?:\s(?:(?:van|voor|de|het|en|der|in|op)\s){{0,2}}{CAP}){{1,6}})\s\((?P<short>[A-Z]{{2,8}})\)"
)
NAMENS: Final = re.compile(r"\bnamens\s+(?:de\s+|het\s+|onze\s+|ons\s+)?(?P<name>.{3,90})", re.IGNORECASE)
_OURS: Final = re.compile(r"\b(?:wij|we|ons|onze)\b", re.IGNORECASE)
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
        if _own_desk(finding.value, edition):
            continue
        if finding.confidence > GUESS and writes_for_others(letter, finding.value):
            finding = replace(finding, confidence=GUESS)
        yield finding
        if best is None or finding.confidence > best[0]:
            best = (finding.confidence, finding)
    if best is not None and best[0] >= GUESS:
        kind = type_of(str(best[1].value))
        grade = min(best[0], SAID if kind != "overig" else LIKELY)
        if kind == "overig" and matches(str(best[1].value), _key(letter)):
            kind, grade = _by_domain(letter, kind, grade)
        if kind == "overig":
            kind, grade = _by_role(letter, kind, grade)
        yield Finding("organisation_type", kind, grade, best[1].evidence, "organisation")
    else:
        yield from _people(letter)


def _people(letter: Letter) -> Iterator[Finding]:
    """A group of people that is no organisation: "wij zijn een groepje ouders uit Epe"."""
    for line, match in letter.matches(_GROUP, letter.told()):
        yield letter.find("organisation_type", "overig", LIKELY, line, *match.span(), "organisation")
        return


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


def _all(letter: Letter) -> Iterator[Finding]:
    domain = _key(letter)
    yield from labelled(letter)
    for line, match in letter.matches(NAMENS, letter.told()):
        start, end = match.start("name"), min(line.end, match.end("name"))
        for candidate in candidates(line.sheet.text, start, end)[:1]:
            if candidate.start - start < 3:
                yield _found(letter, line, candidate, SAID)
    for line, candidate, grade in signed(letter, domain):
        yield _found(letter, line, candidate, grade)
    for line, candidate, grade in groups(letter, domain):
        yield _found(letter, line, candidate, grade)
    yield from from_sender(letter, domain)
    yield from _said(letter, domain)
    yield from _spelt(letter)
    yield from _only(letter)
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


def _spelt(letter: Letter) -> Iterator[Finding]:
    """The whole name of which the sender uses the letters: "Landelijk Steunpunt Zorg (LSZ)" of x@lsz.nl."""
    sender = letter.writer.email.rpartition("@")[2].lower() + " " + letter.writer.name.lower()
    used = set(re.findall(r"[a-z]+", sender))
    for line in letter.told():
        for match in letter.finditer(_ABBREVIATED, line):
            if match.group("short").lower() in used and ORG_WORD.search(match.group("name")):
                yield _found(letter, line, Candidate(match.group("name"), *match.span("name")), SAID)


def _only(letter: Letter) -> Iterator[Finding]:
    """The school that alone is named in a mail whose writer says "we" of it: a guess, where nobody signs."""
    found: dict[str, tuple[Line, Candidate]] = {}
    for line in letter.maybe(letter.told(), tells_organisation):
        for candidate in named(letter, line):
            if " " in candidate.name and type_of(candidate.name) == "school":
                found.setdefault(letters_of(candidate.name), (line, candidate))
    if len(found) == 1 and any(letter.those(letter.told(), _OURS)):
        ((line, candidate),) = found.values()
        yield _found(letter, line, candidate, GUESS)


def _said(letter: Letter, domain: str) -> Iterator[Finding]:
    """What the text says of itself: "organiseert de gemeente X", "Wij (Walcherlicht, jeugdhulp op ...)"."""
    for line in letter.maybe(letter.told(), tells_organisation, _WE):
        text = line.sheet.text
        for candidate in named(letter, line):
            before = text[max(line.start, candidate.start - 34) : candidate.start]
            told = _SAYS.search(before)
            behind = _VERBS_AFTER.match(text[candidate.end : candidate.end + 24])
            ours = matches(candidate.name, domain)
            if told and told.end() == len(before) and (ours or told.group().split()[0].lower() != "van"):
                yield _found(letter, line, candidate, SAID if ours else LIKELY)
            elif behind:
                yield _found(letter, line, candidate, LIKELY)
            elif ours:
                there = (
                    TRACE if letter.near else GUESS
                )  # where one of several is held tells least of who holds them
                yield _found(letter, line, candidate, DERIVED if line.label != "place" else there)
            elif line.place is Place.DOCUMENT and before.strip() == "" and line.label == "":
                yield _found(letter, line, candidate, GUESS)
        match = letter.search(_WE, line)
        if match is not None:
            yield _found(letter, line, Candidate(match.group("name"), *match.span("name")), LIKELY)


def _found(letter: Letter, line: Line, candidate: Candidate, grade: float) -> Finding:
    if letter.near and line not in letter.near and line.place is Place.BODY:
        grade = min(grade, SAID)
    if _NOBODY.match(candidate.name):
        grade = TRACE
    return letter.find(
        "organisation", candidate.name, grade, line, candidate.start, candidate.end, "organisation"
    )

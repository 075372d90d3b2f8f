"""Who organises: from its label, the signature, what the text says, the sender's name and domain."""

import re
import unicodedata
from collections.abc import Iterator
from typing import Final, NamedTuple

from intake.edition import Edition
from intake.extract.finding import Evidence, Finding
from intake.extract.grades import DERIVED, GUESS, LABELLED, LIKELY, SAID, TRACE
from intake.extract.letter import Letter, Line, Place
from intake.extract.organisation_words import ORG_WORD, PLAIN_WORD, may_name, type_of
from intake.extract.people import fits, is_person

_CAP: Final = r"[A-ZÀ-Ý0-9][\w'’.&/-]*"
_LINK: Final = (
    r"(?:van|voor|de|der|den|het|en|op|aan|ten|ter|te|'t|’t|langs|om|met|naar|over|zonder|tegen|tot|&|\+)"
)
# what may stand behind the word that tells an organisation, and still be its name
_TAIL: Final = re.compile(rf"(?:\s(?:(?:{_LINK}\s){{0,3}}{_CAP}))*")
_HEAD: Final = re.compile(rf"(?:(?:(?:De|Het|'t|’t)\s)?{_CAP}\s){{1,3}}$")
_PIECES: Final = re.compile(r"\s[|•·–—/-]\s|\s\|\s?|\t|\n|,\s(?=[A-ZÀ-Ýa-z])|\s{3,}")
_SAYS: Final = re.compile(
    r"(?:\borganiseert\s+(?:de|het|ons|onze)?\s*|\b(?:wij|we)\s+(?:zijn|van)\s+(?:de\s+|het\s+)?|"
    r"^\s*(?:wij|we)\s*\(|\bnamens\s+(?:de\s+|het\s+|onze\s+)?|\bvanuit\s+(?:de\s+|het\s+)?|"
    r"\b(?:ons|onze)\s+\w+\s*[(,]\s*|\bgeorganiseerd\s+door\s+(?:de\s+|het\s+)?|\bhier\s+bij\s+|"
    r"\been\s+initiatief\s+van\s+(?:de\s+|het\s+)?|\bvan\s+(?:de\s+|het\s+)?(?=[A-Z]))",
    re.IGNORECASE,
)
_VERBS_AFTER: Final = re.compile(
    r"^\s(?:organiseert|houdt|nodigt|pakt|doet|opent|verzorgt|start|presenteert|komt\s+met|geeft|viert|"
    r"biedt|heeft|zet|gaat|is\s+gastheer|maakt|brengt|zendt|toont|speelt|staat|haalt|laat|viert)\b"
)
_WE: Final = re.compile(
    rf"\b(?:[Ww]ij|[Ww]e)\s*\((?:(?:de|het)\s+)?(?:[a-z]+\s)?(?P<name>{_CAP}(?:\s{_CAP})*)"
)
NAMENS: Final = re.compile(r"\bnamens\s+(?:de\s+|het\s+|onze\s+|ons\s+)?(?P<name>.{3,90})", re.IGNORECASE)
_SENTENCE: Final = re.compile(
    r"\b(?:is|zijn|wordt|worden|kunt|kan|mag|indien|bent|ontvang\w*|gesloten|denk|bedoeld|bestemd|"
    r"aansprakelijk)\b",
    re.IGNORECASE,
)
_AFTER_NAME: Final = re.compile(r",\s|\s[–—|-]\s|\s*\(|\btel\b|\s0\d|\S+@")
_NOT_NAME: Final = re.compile(
    r"^(?:onze?|ons|uw|jullie|deze|dit|die|dat|elke|iedere|alle|andere|geen|welke|mijn|zijn|haar|hun)\s",
    re.IGNORECASE,
)
_BETWEEN: Final = re.compile(r"[ \t'’&-]+")
_WORDED: Final = re.compile(r"[\w@.]")
_GOES_ON: Final = re.compile(r"[\w@]|\.\w")
_NOBODY: Final = re.compile(
    r"^(?:gemeente|gemeenten|school|scholen|jeugd|jongeren|onderwijs|netwerk|team|regio|zorg|leerlingen|"
    r"passend onderwijs|havo|vwo|mbo|vmbo|bureau|praktijk|landelijke?|centrum|groep|samenwerkingsverband|"
    r"stichting|schoolteam|wijkteam|ouders)$",
    re.IGNORECASE,
)


class Candidate(NamedTuple):
    """A name of an organisation and where it stands."""

    name: str
    start: int
    end: int


def _key(letter: Letter) -> str:
    """What of the sender's address can spell an organisation: the domain, and a mailbox of nobody's own."""
    local, _, host = letter.writer.email.rpartition("@")
    return host.rpartition(".")[0] + ("" if "." in local or len(local) < 8 else "." + local)


def find_organisation(letter: Letter, edition: Edition) -> Iterator[Finding]:
    """The organisation and its type; a person is none, and the desk is none."""
    best: tuple[float, Finding] | None = None
    for finding in _all(letter):
        assert isinstance(finding.value, str)
        if _own_desk(finding.value, edition):
            continue
        yield finding
        if best is None or finding.confidence > best[0]:
            best = (finding.confidence, finding)
    if best is not None and best[0] >= GUESS:
        kind = type_of(str(best[1].value))
        grade = min(best[0], SAID if kind != "overig" else LIKELY)
        if kind == "overig" and matches(str(best[1].value), _key(letter)):
            kind, grade = _by_domain(letter, kind, grade)
        yield Finding("organisation_type", kind, grade, best[1].evidence, "organisation")


def _by_domain(letter: Letter, kind: str, grade: float) -> tuple[str, float]:
    domain = letter.writer.email.rpartition("@")[2].partition(".")[0]
    told = type_of(" ".join(re.findall(r"[a-z]+", domain)))
    if told == "overig":
        for word, meant in (
            ("jeugd", "jeugdvoorziening"),
            ("school", "school"),
            ("gemeente", "gemeente"),
            ("swv", "samenwerkingsverband"),
        ):
            if word in domain:
                return meant, DERIVED
    return (told, DERIVED) if told != "overig" else (kind, grade)


def _own_desk(name: str, edition: Edition) -> bool:
    local = edition.mailbox.partition("@")[0]
    return (
        bool(local) and _letters(name) != "" and _letters(name) in (_letters(local), _letters(local) + "vo")
    )


def _all(letter: Letter) -> Iterator[Finding]:
    domain = _key(letter)
    for line in letter.labelled("organisation"):
        name = _AFTER_NAME.split(line.said.strip(" .\n"))[0].strip(" ,.(")
        if 2 < len(name) < 90:
            grade = LABELLED if line.own_label else LIKELY
            yield letter.find(
                "organisation",
                name,
                grade,
                line,
                line.value,
                line.value + len(name),
                "organisation",
            )
    for line in letter.told():
        match = letter.search(NAMENS, line)
        if match is not None:
            for candidate in _candidates(
                line.sheet.text, match.start("name"), min(line.end, match.end("name"))
            )[:1]:
                if candidate.start - match.start("name") < 3:
                    yield _found(letter, line, candidate, SAID)
    yield from _signed(letter, domain)
    yield from _from_sender(letter, domain)
    yield from _said(letter, domain)
    for line in letter.at(Place.SUBJECT):
        for candidate in _in_line(line):
            if " voor " in candidate.name:
                name = candidate.name.partition(" voor ")[0]
                candidate = Candidate(name, candidate.start, candidate.start + len(name))
            yield _found(letter, line, candidate, DERIVED if matches(candidate.name, domain) else TRACE)
    for line in letter.at(Place.CARD):
        match = re.match(r"ORG(?:;[^:]*)?:;*(.+?);*\s*$", line.text)
        if match is not None:
            yield letter.find(
                "organisation",
                match.group(1),
                LIKELY,
                line,
                line.start + match.start(1),
                line.start + match.end(1),
                "organisation",
            )


def _signed(letter: Letter, domain: str) -> Iterator[Finding]:
    for line in letter.at(Place.SIGNATURE):
        if letter.search(_SENTENCE, line):
            continue
        for candidate in _in_line(line):
            grade = SAID if matches(candidate.name, domain) else LIKELY
            yield _found(letter, line, candidate, grade)
        for candidate in _pieces(line.sheet.text, line.start, line.end):
            if (
                not _plain_name(candidate.name)
                or fits(candidate.name, letter.writer.email)
                or not matches(candidate.name, domain)
            ):
                continue
            if not ORG_WORD.search(candidate.name):
                yield _found(letter, line, candidate, LIKELY)
    yield from _spelt_out(letter, domain)


def _plain_name(name: str) -> bool:
    """Whether a piece of a signature can be a name at all."""
    return (
        len(name) > 3
        and name[:1].isupper()
        and "@" not in name
        and "www" not in name
        and "/" not in name
        and not any(c.isdigit() for c in name)
    )


def _spelt_out(letter: Letter, domain: str) -> Iterator[Finding]:
    """The words that, written together, are the sender's domain: "De Lage Kamp" of delagekamp.nl."""
    hosts = domain.split(".")
    labels = [
        *hosts,
        *(part for host in hosts if "-" in host for part in host.split("-") if not ORG_WORD.fullmatch(part)),
    ]
    lines = list(letter.at(Place.BODY, Place.SIGNATURE, Place.DOCUMENT, Place.SUBJECT))
    together = _BETWEEN.sub("", "\0".join(line.text for line in lines)).lower().split("\0")
    for label in labels:
        flat = label.replace("-", "")
        if len(flat) < 7:
            continue
        for line in [line for line, letters in zip(lines, together, strict=True) if flat in letters]:
            start, end = _spells(flat, line)
            written = line.sheet.text[start:end]
            if not written or written.islower() or fits(written, letter.writer.email):
                continue
            start = _with_kind(line.sheet.text, line.start, start)
            name = " ".join(line.sheet.text[start:end].split())
            yield _found(letter, line, Candidate(name, start, end), LIKELY)
            break


def _spells(flat: str, line: Line) -> tuple[int, int]:
    """Where whole words of a line, written together, are this string; an empty stretch where they are not."""
    text = line.sheet.text
    at = [at for at in range(line.start, line.end) if not _BETWEEN.match(text[at])]
    together = "".join(text[one] for one in at).lower()
    found = together.find(flat)
    while found >= 0 and len(together) == len(at):
        start, end = at[found], at[found + len(flat) - 1] + 1
        if not _WORDED.match(text[start - 1 : start]) and not _GOES_ON.match(text, end):
            return start, end
        found = together.find(flat, found + 1)
    return line.start, line.start


def _with_kind(text: str, bound: int, at: int) -> int:
    """Where a name begins, with the word for its kind before it: "Wijkcentrum De Kettingbrug"."""
    before = text[max(bound, at - 34) : at]
    kinds = [match for match in ORG_WORD.finditer(before) if match.end() >= len(before.rstrip())]
    return at - len(before) + kinds[-1].start() if kinds and before[-1:].isspace() else at


def _said(letter: Letter, domain: str) -> Iterator[Finding]:
    """What the text says of itself: "organiseert de gemeente X", "Wij (Walcherlicht, jeugdhulp op ...)"."""
    for line in letter.told():
        text = line.sheet.text
        for candidate in _in_line(line):
            before = text[max(line.start, candidate.start - 34) : candidate.start]
            told = _SAYS.search(before)
            behind = _VERBS_AFTER.match(text[candidate.end : candidate.end + 24])
            ours = matches(candidate.name, domain)
            if (
                told
                and told.end() == len(before)
                and (ours or not told.group().strip().lower().startswith("van"))
            ):
                yield _found(letter, line, candidate, SAID if ours else LIKELY)
            elif behind:
                yield _found(letter, line, candidate, LIKELY)
            elif ours:
                yield _found(letter, line, candidate, DERIVED if line.label != "place" else GUESS)
            elif line.place is Place.DOCUMENT and before.strip() == "" and line.label == "":
                yield _found(letter, line, candidate, GUESS)
        match = letter.search(_WE, line)
        if match is not None:
            yield _found(letter, line, Candidate(match.group("name"), *match.span("name")), LIKELY)


def _from_sender(letter: Letter, domain: str) -> Iterator[Finding]:
    """The sender's name where it is an organisation's: "Bibliotheek Het Zoute Veld <educatie@...>"."""
    name = letter.writer.name.strip(" \"'")
    pieces = [piece.strip() for piece in re.split(r"\s[|–—-]\s|\s\(|\)", name) if piece.strip()]
    for piece in pieces:
        plain = re.sub(
            r"^(?:secretariaat|redactie|communicatie|info|administratie|kantoor|receptie|programma|"
            r"team(?=\s\w+\s\w))\s+(?:van\s+)?",
            "",
            piece,
            flags=re.IGNORECASE,
        )
        if is_person(plain) or not plain or "@" in plain:
            continue
        if ORG_WORD.search(plain) or matches(plain, domain):
            grade = LIKELY if matches(plain, domain) else DERIVED
            yield Finding(
                "organisation", plain, grade, (Evidence("header:From", 0, len(plain), plain),), "organisation"
            )


def _found(letter: Letter, line: Line, candidate: Candidate, grade: float) -> Finding:
    if letter.near and line not in letter.near and line.place is Place.BODY:
        grade = min(grade, SAID)
    if _NOBODY.match(candidate.name):
        grade = TRACE
    return letter.find(
        "organisation", candidate.name, grade, line, candidate.start, candidate.end, "organisation"
    )


def _in_line(line: Line) -> list[Candidate]:
    """The names in a line; most lines hold none, and are done with after one look."""
    if not may_name(line.text):
        return []
    return _candidates(line.sheet.text, line.start, line.end)


def _candidates(text: str, start: int, end: int) -> list[Candidate]:
    """The names around a word that tells an organisation: "Ambulant Jeugdteam De Kempen", "SWV Laakzijde"."""
    found: list[Candidate] = []
    at = start
    while True:
        match = ORG_WORD.search(text, at, end)
        if match is None:
            return found
        begin, stop = match.start(), match.end()
        if (text[stop : stop + 1] in ("@", ".") and text[stop + 1 : stop + 2].isalpha()) or text[
            begin - 1 : begin
        ] in ("@", ".", "/"):
            at = stop
            continue
        tail = _TAIL.match(text, stop, end)
        if tail is not None:
            stop = tail.end()
        head = _HEAD.search(text[max(start, begin - 60) : begin])
        if head is not None and not re.search(
            r"[.!?:]\s*$", text[max(start, begin - 60) : begin][: head.start()] or "x"
        ):
            begin -= len(head.group())
        name = " ".join(text[begin:stop].split()).rstrip(" .,-–/&")
        if (
            any(letter.isupper() for letter in name)
            and len(name) > 3
            and not _bare(name)
            and not _NOT_NAME.match(name)
        ):
            found.append(Candidate(name, begin, begin + len(text[begin:stop].rstrip(" .,-–/&"))))
        at = max(stop, match.end())


def _bare(name: str) -> bool:
    """Whether nothing but a general word begins a sentence: "Onderwijs", "Jongeren"."""
    return " " not in name and PLAIN_WORD.fullmatch(name) is not None


def _pieces(text: str, start: int, end: int) -> Iterator[Candidate]:
    at = start
    for match in _PIECES.finditer(text, start, end):
        yield Candidate(text[at : match.start()].strip(), at, match.start())
        at = match.end()
    yield Candidate(text[at:end].strip(), at, end)


def _letters(text: str) -> str:
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]", "", plain)


def matches(name: str, domain: str) -> bool:
    """Whether a domain is made of the name's words: "SWV De Hanzeboog" and swvdehanzeboog.nl."""
    if not domain:
        return False
    flat = _letters(domain)
    words = [_letters(word) for word in re.split(r"[\s/-]+", name)]
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

"""Who signs: the organisation in the signature, in the sender's name, and spelt by the sender's domain."""

import re
from collections.abc import Iterator
from typing import Final

from intake.extract.finding import Evidence, Finding
from intake.extract.grades import DERIVED, GUESS, LIKELY, SAID
from intake.extract.letter import Letter
from intake.extract.line import Line, Place
from intake.extract.organisation_names import ROLE, Candidate, bare, matches, named, pieces
from intake.extract.organisation_words import DEPARTMENT, GROUP_FIRST, ORG_WORD
from intake.extract.people import fits, is_given, is_person
from intake.extract.place.buildings import HEAD
from intake.extract.place.gazetteer import is_place

Told = tuple[Line, Candidate, float]

_SENTENCE: Final = re.compile(
    r"\b(?:is|zijn|wordt|worden|kunt|kan|mag|indien|bent|ontvang\w*|gesloten|denk|bedoeld|bestemd|"
    r"aansprakelijk|verstuurd|verzonden|sent\s+from|groet\w*|werkdag\w*|aanwezig)\b",
    re.IGNORECASE,
)
_NAMENS: Final = re.compile(r"\bnamens\b", re.IGNORECASE)
_MADE: Final = re.compile(
    r"(?P<kind>obs|cbs|rkbs|pcbs|kbs|basisschool|sbo|swv|gemeente)-?(?P<article>de|het)?(?P<rest>-?[a-z-]{4,30})$"
)
_KIND_BEHIND: Final = re.compile(r"[ \u00a0](?P<kind>[A-Z][a-z]{3,20})(?!\w)")
_BETWEEN: Final = " \t'’&-"
_ARTICLE: Final = re.compile(r"(?<!\w)(?:De|Het|['’]t)\s$")
# a house that is its owner's: "Klimhal Het Avontuur", and no "gebouw Het Avontuur"
_HOUSE: Final = re.compile(
    rf"(?<![\w-])(?!(?:kantoor|locatie|gebouw|zaal|vestiging|pand|terrein|kamer|lokaal|aula|huis)\s){HEAD}\s$",
    re.IGNORECASE,
)
_WORDED: Final = re.compile(r"[\w@.]")
_GOES_ON: Final = re.compile(r"[\w@]|\.\w")
_ROLE: Final = re.compile(ROLE, re.IGNORECASE)
_ASIDE: Final = re.compile(rf"^(?:{ROLE}|team(?=\s\w+\s\w))\s+(?:van\s+)?|\s+{ROLE}$", re.IGNORECASE)


def signed(letter: Letter, domain: str) -> Iterator[Told]:
    """The names in the signature, those that the domain is made of the surest."""
    host, cover = letter.writer.email.rpartition("@")[2], letter.mail.sender.email.rpartition("@")[2]
    colleague = letter.forwarded and host == cover  # who forwards it signs for the same organisation
    for line in letter.at(Place.SIGNATURE, *([Place.COVER] if colleague else [])):
        if letter.search(_SENTENCE, line) and letter.search(_NAMENS, line) is None:
            continue
        for candidate in named(letter, line):
            yield line, candidate, SAID if matches(candidate.name, domain) else LIKELY
        for candidate in pieces(line.sheet.text, line.start, line.end):
            if (
                _plain_name(candidate.name)
                and not fits(candidate.name, letter.writer.email)
                and matches(candidate.name, domain)
                and (bare(candidate.name) or not ORG_WORD.search(candidate.name))
            ):
                yield line, candidate, LIKELY
    yield from _spelt_out(letter, domain)


def from_domain(letter: Letter) -> Iterator[Finding]:
    """What the domain itself is made of: "obs De Zonneweide" of obsdezonneweide.nl, "gemeente Tiel"."""
    host = letter.writer.email.rpartition("@")[2].partition(".")[0]
    match = _MADE.match(host)
    if match is None:
        return
    kind, article, rest = match.group("kind"), match.group("article") or "", match.group("rest").strip("-")
    if not article and not (kind == "gemeente" and is_place(rest)):
        return
    kind = kind.upper() if len(kind) == 3 and kind != "obs" else kind
    name = " ".join(part for part in (kind, article.title(), rest.title()) if part)
    shown = Evidence("header:From", 0, 0, letter.writer.email)
    yield Finding("organisation", name, GUESS, (shown,), "organisation")


def _plain_name(name: str) -> bool:
    """Whether a piece of a signature can be a name at all."""
    return (
        len(name) > 3
        and not is_place(name)
        and name[:1].isupper()
        and "@" not in name
        and "www" not in name
        and "/" not in name
        and not any(c.isdigit() for c in name)
    )


def _spelt_out(letter: Letter, domain: str) -> Iterator[Told]:
    """The words that, written together, are the sender's domain: "De Lage Kamp" of delagekamp.nl."""
    hosts = domain.split(".")
    host = letter.writer.email.rpartition("@")[2]
    labels = [
        *hosts,
        *(part for host in hosts if "-" in host for part in host.split("-") if not ORG_WORD.fullmatch(part)),
    ]
    lines = list(letter.at(Place.BODY, Place.SIGNATURE, Place.DOCUMENT, Place.SUBJECT))
    lines.sort(key=lambda line: line.label == "place")  # where it is held says less
    together = "\0".join(line.text for line in lines).lower()
    for sign in _BETWEEN:
        together = together.replace(sign, "")
    labels += [host[:-2] for host in hosts if host.endswith(("vo", "po", "so"))]  # "hetkwadrantvo.nl"
    for label in labels:
        flat = label.replace("-", "")
        if len(flat) < 7 or flat not in together:
            continue
        for line in [
            one for one, letters in zip(lines, together.split("\0"), strict=True) if flat in letters
        ]:
            start, end = _spells(flat, line)
            written = line.sheet.text[start:end]
            alone = line.place is Place.SIGNATURE and written == line.text.strip()
            if (
                not written
                or (written.islower() and not alone)
                or is_place(written)
                or ((label not in host or is_person(written)) and fits(written, letter.writer.email))
            ):
                continue
            start = _with_kind(line.sheet.text, line.start, start)
            kind = _KIND_BEHIND.match(line.sheet.text, end, line.end)
            end = kind.end() if kind and ORG_WORD.fullmatch(kind.group("kind")) else end
            name = " ".join(line.sheet.text[start:end].split())
            name = name.title() if name.islower() else name
            yield line, Candidate(name, start, end), LIKELY
            break


def _spells(flat: str, line: Line) -> tuple[int, int]:
    """Where whole words of a line, written together, are this string; an empty stretch where they are not."""
    text = line.sheet.text
    at = [at for at in range(line.start, line.end) if text[at] not in _BETWEEN]
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
    article = _ARTICLE.search(before)
    if article is not None:
        at -= len(before) - article.start()
        before = before[: article.start()]
    kinds = [match for match in ORG_WORD.finditer(before) if match.end() >= len(before.rstrip())]
    named = article is not None or text[at : at + 4].startswith(("De ", "Het ", "'t "))
    house = _HOUSE.search(before) if named and not kinds else None
    begin = kinds[-1].start() if kinds else house.start() if house is not None else len(before)
    return at - len(before) + begin if before[-1:].isspace() else at


def from_sender(letter: Letter, domain: str) -> Iterator[Finding]:
    """The sender's name where it is an organisation's: "Bibliotheek Het Zoute Veld <educatie@...>"."""
    name = letter.writer.name.strip(" \"'")
    parts = [piece.strip() for piece in re.split(r"\s[|–—-]\s|\s\(|\)", name) if piece.strip()]
    for piece in parts:
        plain = _ASIDE.sub("", piece)
        if _ROLE.fullmatch(plain) or is_person(plain) or not plain or "@" in plain:
            continue
        if is_given(plain) and letter.writer.email.startswith(plain.lower()):
            continue  # "Loes <loesenkees@...>"
        if ORG_WORD.search(plain) or GROUP_FIRST.match(plain) or matches(plain, domain):
            grade = GUESS if DEPARTMENT.match(plain) else LIKELY if matches(plain, domain) else DERIVED
            yield Finding(
                "organisation", plain, grade, (Evidence("header:From", 0, len(plain), plain),), "organisation"
            )

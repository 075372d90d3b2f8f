"""Which activity a shared line is about: "Opgeven voor maandag", "Vragen over het webinar: ..."."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from typing import Final

from intake.extract.dates.days import DayMention
from intake.extract.dates.roles import DateRole, role_of
from intake.extract.days_told import days_told
from intake.extract.letter import Letter
from intake.extract.line import Line, Place
from intake.extract.of_all import OF_ALL
from intake.extract.place.address import Address, addresses
from intake.extract.place.venue import before_street
from intake.extract.registering import REGISTER

_STEM: Final = 3
_WORD: Final = re.compile(r"[^\W\d_]{4,}")
# "Bij de film is plek voor 85 man, bij de workshop voor 24."
_CLAUSE: Final = re.compile(
    r";\s+|,\s+(?:en\s+|maar\s+)?(?=(?:bij|voor|aan|naar|van)\s+(?:de|het)\s+\w)|"
    r"(?:,\s+(?:en\s+|maar\s+)?|\s+(?:en|maar)\s+)(?=(?:de|het)\s+[\w-]+\s+(?:(?:is|zijn)\s+)?(?:voor|kost(?:en)?|gratis|bedoeld|vrij)\b)",
    re.IGNORECASE,
)
# "in de aula van dezelfde vestiging": as the activity before it
_SAME_PLACE: Final = re.compile(
    r"\b(?:(?:de)?zelfde\s+(?:\w+\s+)?(?:vestiging|locatie|plek|plaats|gebouw|school|adres|zaal|straat)|"
    r"(?:locatie|plaats|plek|adres|gebouw|zaal)\s+(?:is\s+)?(?:dezelfde|hetzelfde|idem)|(?:ook|eveneens|weer)\s+(?:daar|aldaar))\b",
    re.IGNORECASE,
)
# what taking part asks of people, wherever in the mail it is told
_TERMS: Final = re.compile(
    r"€|\b(?:max\.|maximaal|maximum|kost(?:en|t)?|gratis|euro|betaal\w*|entree|toegang|plaatsen|plekken|plek\s+voor|plaats\s+voor)",
    re.IGNORECASE,
)
_TERMS_OF_ONE: Final = re.compile(rf"{_TERMS.pattern}|\b(?:voor|welkom|aanmeld\w*|opgeven)\b", re.IGNORECASE)
_REST: Final = re.compile(r",\s*voor\s+de\s+(?:rest|overige|andere)\b.*$", re.IGNORECASE | re.DOTALL)


def concerned(letter: Letter, blocks: Sequence[Sequence[Line]]) -> tuple[list[list[Line]], frozenset[Line]]:
    """Give each block the shared lines that are about it and not about all.

    Returns the blocks with those lines, and the lines that are no longer shared.
    """
    grown = [list(block) for block in blocks]
    taken = {line for block in blocks for line in block}
    tellings = _telling(letter, [*blocks[:-1], _without_terms(letter, blocks[-1])])
    days = [days_told(letter, block) for block in blocks]
    gone: set[Line] = set()
    begun = min(letter.lines.index(block[0]) for block in blocks)
    for number, line in enumerate(letter.lines):
        if line in taken or line.place not in (Place.BODY, Place.DOCUMENT) or letter.search(OF_ALL, line):
            continue
        if number < begun and not (letter.search(REGISTER, line) or letter.search(_TERMS, line)):
            continue
        for piece in _clauses(line):
            about = _about(letter, piece, tellings, days)
            if 0 < len(about) < len(blocks):
                gone.add(line)
                for number in about:
                    grown[number].append(piece)
    _handed_back(letter, grown, tellings, days)
    _same_places(letter, grown)
    return grown, frozenset(gone)


def _handed_back(
    letter: Letter, blocks: list[list[Line]], tellings: list[tuple[set[str], set[str]]], days: list[set[date]]
) -> None:
    """Give what the last block tells of another activity to that one: "de lezing is gratis"."""
    last = len(blocks) - 1
    kept = set(_without_terms(letter, blocks[last]))
    for line in [line for line in blocks[last] if line not in kept]:
        pieces = [(piece, _about(letter, piece, tellings, days) or [last]) for piece in _clauses(line)]
        if any(last not in about for _, about in pieces):
            blocks[last].remove(line)
            for piece, about in pieces:
                for number in about:
                    blocks[number].append(piece)


def _without_terms(letter: Letter, block: Sequence[Line]) -> list[Line]:
    """A block without the sentences behind its first that tell terms and no time: they may be another's."""
    return [
        line
        for number, line in enumerate(block)
        if not number or letter.mentions(line) or not letter.search(_TERMS_OF_ONE, line)
    ]


def _about(
    letter: Letter, line: Line, tellings: list[tuple[set[str], set[str]]], days: list[set[date]]
) -> list[int]:
    named = _named_days(letter, line)
    if named:
        return [number for number, mine in enumerate(days) if mine & named]
    first = next(iter(letter.links(line)), None)
    text = _REST.sub("", line.sheet.text[line.start : first.start if first else line.end])
    lead, colon, _ = text.partition(":")
    labels = {word.lower() for word in _WORD.findall(lead)} if colon and len(lead) < 30 else set()
    said = {word.lower() for word in _WORD.findall(text)}
    return [number for number, (names, words) in enumerate(tellings) if _met(names, said) or words & labels]


def _met(names: set[str], said: set[str]) -> bool:
    """Whether a name is said, whole or by its last part: "het webinar" for the "lunchwebinar"."""
    return any(name == word or (len(word) > _STEM and name.endswith(word)) for name in names for word in said)


def _same_places(letter: Letter, blocks: list[list[Line]]) -> None:
    """Give a block that says that it is at the same place the address of the nearest block before it."""
    found: list[Line] = []
    for block in blocks:
        own = [
            replace(line, start=start, end=address.end, value=start)
            for line in block
            for address in addresses(line.sheet.text, line.start, line.end)
            for start in (_named(line, address),)
        ]
        if not own and any(letter.search(_SAME_PLACE, line) for line in block):
            block.extend(found)
        found = own or found


def _named(line: Line, address: Address) -> int:
    """Where an address begins, with the venue's name before it."""
    venue = before_street(line.sheet.text, line.value, address.start, labelled=False)
    named = venue is not None and any(word[:1].isupper() for word in venue.value.split())
    return venue.start if venue is not None and named else address.start


def _clauses(line: Line) -> Iterator[Line]:
    at = line.start
    for match in _CLAUSE.finditer(line.sheet.text, line.start, line.end):
        if not match.group().startswith((",", ";")) and not _TERMS.search(line.sheet.text, at, match.start()):
            continue  # "de wandeling en de lezing zijn gratis"
        yield replace(line, start=at, end=match.start(), value=max(at, min(line.value, match.start())))
        at = match.end()
    yield line if at == line.start else replace(line, start=at, value=at)


def _telling(letter: Letter, blocks: Sequence[Sequence[Line]]) -> list[tuple[set[str], set[str]]]:
    """Of each block the names and nouns that tell it anywhere, and the words that tell it as a label."""
    names: list[set[str]] = []
    words: list[set[str]] = []
    for block in blocks:
        head = block[0]
        text = head.sheet.text[head.start : min(head.end, head.start + 90)]
        words.append({word.lower() for word in _WORD.findall(text)})
        own = {word.lower() for word in re.findall(r"(?<=\s)[A-ZÀ-Ý][a-zà-ÿ]{4,}", text)}
        for line in block:
            own.update(line.sheet.text[a:b].lower() for _, a, b in letter.nouns(line))
        names.append(own)
    common = set.intersection(*words) | set.intersection(*names)
    return [(own - common, telling - common) for own, telling in zip(names, words, strict=True)]


def _named_days(letter: Letter, line: Line) -> set[date]:
    """The days by which a line names activities: not the deadline it tells, and not the week."""
    return {
        day
        for mention in letter.mentions(line)
        if isinstance(mention, DayMention) and not mention.week and not mention.each
        if role_of(letter, line, mention) is not DateRole.DEADLINE and len(mention.days) < 5
        for day in mention.days
        if letter.edition.starts <= day <= letter.edition.ends
    }

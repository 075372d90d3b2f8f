"""Whom to ask: the person named for it before the sender, with the address and the phone that are theirs."""

import re
from collections.abc import Iterator
from typing import Final, NamedTuple

from intake.edition import Edition
from intake.extract.contact_signed import sender_name, sender_of, signed_phone
from intake.extract.finding import Finding
from intake.extract.grades import GUESS, LABELLED, LIKELY, SAID
from intake.extract.letter import Letter
from intake.extract.line import Line, Place
from intake.extract.links import links
from intake.extract.people import fits, is_person, people
from intake.extract.phones import PHONE, phones

_ASK: Final = re.compile(
    r"^over\s+(?:de|het)\b|\b(?:telefonisch|vragen|inlichtingen|informatie|info|contact(?:persoon)?|bellen|"
    r"belt|bel|appen|app|terecht\s+(?:bij|kunt)|kunt\s+u\s+terecht|overleggen|aanspreekpunt|meer\s+weten|"
    r"bereikbaar|bereiken|coördinatie|coördinator|contactpersonen|benader\w*|neem\w*\s+contact|"
    r"melden\s+bij|projectleider)\b",
    re.IGNORECASE,
)
_FIRST_NAME: Final = re.compile(
    r"\b(?:(?:onze|mijn)\s+(?-i:[a-zà-ÿ-]*(?:collega|conciërge|[a-z]{3}(?:er|ster|or|eur|aar|ist|oog|ent|ris|ige)))|bij|met|aan|naar|bel|belt|app|mail|vraag|vraag\s+naar|is)\s+(?:collega\s+)?((?-i:[A-ZÀ-Ý])[a-zà-ÿ]{2,14})"
    r"(?=\s*[(,:]|\s+(?:is\s|via|op|\d|van\s+(?:de|het|ons|onze)\s))",
    re.IGNORECASE,
)
# "voor vragen over inhoud bij ondergetekende, over inschrijving bij het secretariaat (035 - ...)"
_MYSELF: Final = re.compile(
    r"\b(?:ondergetekende|mijzelf|mezelf|(?:bij|aan|met|naar)\s+mij)\b", re.IGNORECASE
)
_DESK: Final = re.compile(
    r"\b(?:secretariaat|administratie|receptie|inschrijving\w*|aanmelding\w*)\b[^.;]{0,20}$", re.IGNORECASE
)
_PRESS: Final = re.compile(
    r"\b(?:over\s+dit\s+persbericht|dit\s+persbericht|pers(?:vragen|contact|voorlicht\w+))\b", re.IGNORECASE
)


class _Asked(NamedTuple):
    """What one place says of whom to ask."""

    line: Line
    name: tuple[str, int, int] | None
    email: tuple[str, int, int] | None
    phone: tuple[str, int, int] | None
    grade: float


def find_contact(letter: Letter, edition: Edition) -> Iterator[Finding]:
    """Name, e-mail address and phone (E.164) of the person to ask; with no one named, the sender's."""
    asked = [a for a in _asked(letter, edition) if a.name or a.email or a.phone]
    named = next((a for a in asked if a.name is not None), None)
    chosen = named or next(iter(asked), None)
    who = named.name[0] if named is not None and named.name is not None else ""
    if who and " " not in who:
        whole = next(_full_name(letter, who), None)
        if whole is not None:
            yield whole
            who = str(whole.value)
    for one in asked:
        if one is chosen or named is None or one.name is None:
            yield from _told(letter, one)
    if named is not None and who and named.email is None:
        yield from _address_of(letter, edition, who)
    if named is None and chosen is not None and chosen.email is not None:
        yield from _name_of(letter, chosen)
    sender = sender_name(letter)
    same = not who or fits(who, letter.writer.email) or who.split()[-1] in sender
    yield from sender_of(letter, edition, sender, same)
    yield from signed_phone(letter, same)
    yield from _only_phone(letter)


def _full_name(letter: Letter, given: str) -> Iterator[Finding]:
    """The whole name elsewhere in the mail of a contact who is called by the first name alone."""
    for line in [*letter.told(), *letter.at(Place.SIGNATURE)]:
        for name, start, end in people(line.sheet.text, line.start, line.end):
            if given in name.split():
                yield letter.find("contact_name", name, LABELLED, line, start, end, "contact")
                return


def _address_of(letter: Letter, edition: Edition, name: str) -> Iterator[Finding]:
    """The address elsewhere in the text that is made of the contact's name."""
    for line in letter.told():
        for link in letter.links(line):
            if link.mail and fits(name, link.value) and not _desks(link.value, edition):
                yield letter.find(
                    "contact_email", link.value.lower(), LIKELY, line, link.start, link.end, "contact"
                )
                return


def _name_of(letter: Letter, one: _Asked) -> Iterator[Finding]:
    """The person elsewhere in the text whose name the given address is made of."""
    assert one.email is not None
    for line in [*letter.told(), *letter.at(Place.SIGNATURE)]:
        for name, start, end in people(line.sheet.text, line.start, line.end):
            if fits(name, one.email[0]):
                yield letter.find("contact_name", name, SAID, line, start, end, "contact")
                return


def _told(letter: Letter, one: _Asked) -> Iterator[Finding]:
    for field, value in (
        ("contact_name", one.name),
        ("contact_email", one.email),
        ("contact_phone", one.phone),
    ):
        if value is not None:
            yield letter.find(field, value[0], one.grade, one.line, value[1], value[2], "contact")


def _asked(letter: Letter, edition: Edition) -> Iterator[_Asked]:
    told = list(letter.told())
    for number, line in enumerate(told):
        labelled = line.label in ("contact", "name", "email", "phone")
        text = line.sheet.text
        if not labelled and not (letter.may(_ASK, line) and _ASK.search(line.text)):
            continue
        if line.label == "registration" and line.own_label and not _ASK.search(text[line.start : line.value]):
            continue
        if letter.search(_PRESS, line):
            continue
        grade = LABELLED if labelled and line.own_label else SAID
        found = _in(edition, line, grade, register=line.label == "registration" and line.own_label)
        if (
            labelled
            and line.label == "contact"
            and found.email is None
            and found.phone is None
            and number + 1 < len(told)
        ):
            beside = told[number + 1]
            if beside.block == line.block and beside.label in ("", "contact", "phone", "email"):
                more = _in(edition, beside, grade, register=False)
                yield found
                yield more
                continue
        below = told[number + 1] if number + 1 < len(told) else None
        if below is not None and found.phone is None and found.email is None and _goes_on(line, below):
            more = _in(edition, below, grade, register=False)
            named = people(text, line.value, line.end)
            if more.name is None and (more.phone or more.email) and named:
                yield found._replace(name=named[0], grade=grade)
                yield more
                continue
        yield found
    yield from _signed_off(letter, edition)


def _goes_on(line: Line, below: Line) -> bool:
    """Whether the next line goes on with what this one says: "Bel of app Petra de Nooijer,"."""
    return below.block == line.block and line.text.rstrip().endswith((",", ":", " of", " via", " op"))


def _signed_off(letter: Letter, edition: Edition) -> Iterator[_Asked]:
    """Whom a line under the greeting says to call: "(bellen kan met Kim ter Maat: 06 - 57 32 90 46)"."""
    for line in letter.at(Place.SIGNATURE):
        if letter.may(_ASK, line) and letter.may(PHONE, line) and _ASK.search(line.text):
            found = _in(edition, line, SAID, register=False)
            if found.name is not None and found.phone is not None and found.phone[1] > found.name[1]:
                yield found


def _in(edition: Edition, line: Line, grade: float, *, register: bool) -> _Asked:
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
            if link.mail and not _desks(link.value, edition)
        ]
    )
    numbers = phones(text, line.value, line.end)
    if _MYSELF.search(text, line.value, line.end):
        numbers = [one for one in numbers if not _DESK.search(text, line.value, one[1])]
    if not names and (numbers or mails):
        names = [(m.group(1), m.start(1), m.end(1)) for m in _FIRST_NAME.finditer(text, line.value, line.end)]
    name = names[0] if names else None
    if name is not None and len(names) > 1 and mails:
        name = next((one for one in names if fits(one[0], mails[0].value)), name)
    mail = mails[0] if mails else None
    if name is not None and not (mails or numbers or line.label in ("contact", "name")):
        name = (
            None if not re.search(r"\b(?:bij|met|aan)\s+(?:\w+\s+)?$", text[line.value : name[1]]) else name
        )
        grade = LIKELY
    behind = [number for number in numbers if name is None or number[1] > name[1]] or numbers
    return _Asked(
        line,
        name,
        (mail.value.lower(), mail.start, mail.end) if mail else None,
        behind[0] if behind else None,
        grade,
    )


def _only_phone(letter: Letter) -> Iterator[Finding]:
    """The one number in a mail that has no other: whoever answers it can be asked."""
    found: dict[str, tuple[Line, int, int]] = {}
    for line in letter.told():
        for number, start, end in _phones(letter, line):
            found.setdefault(number, (line, start, end))
    if len(found) == 1:
        ((number, (line, start, end)),) = found.items()
        yield letter.find("contact_phone", number, GUESS, line, start, end, "contact")


def _phones(letter: Letter, line: Line) -> list[tuple[str, int, int]]:
    return phones(line.sheet.text, line.start, line.end) if letter.may(PHONE, line) else []


def _desks(email: str, edition: Edition) -> bool:
    return bool(edition.domain) and email.lower().endswith("@" + edition.domain)

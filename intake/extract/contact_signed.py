"""Who sent the mail: the name and phone in the signature, else what the header says."""

import re
from collections.abc import Iterator
from typing import Final

from intake.edition import Edition
from intake.extract.finding import Evidence, Finding
from intake.extract.grades import DERIVED, GUESS, LIKELY, SAID
from intake.extract.letter import Letter
from intake.extract.line import Line, Place
from intake.extract.organisation_words import NO_PERSON
from intake.extract.people import display_name, fits, is_given, is_person, people
from intake.extract.phones import PHONE, phones
from intake.extract.sheets import from_desk, machine

_GIVEN: Final = re.compile(r"(?:^|[\s,!])(?P<name>[A-ZÀ-Ý][a-zà-ÿ]{2,14})\W*$")
_GREETED: Final = re.compile(
    r"(?:groet(?:en|jes)?|liefs|gr|namens[^,]*|i\.\s?o\.|w\.\s?g\.|p\.\s?o\.|hoogachtend),?\s*$|\b(?:drs|"
    r"mr|dr|ing|ir|prof|mw|dhr|mevrouw)\.?\s*$",
    re.IGNORECASE,
)


def sender_of(letter: Letter, edition: Edition, sender: str, *, same: bool, alone: bool) -> Iterator[Finding]:
    """The sender as the one to ask; `same`: no one else was named for that, `alone`: nor with an address."""
    address = letter.writer
    header = Evidence("header:From", 0, 0, f"{address.name} <{address.email}>".strip())
    signed = _signed_name(letter, sender)
    if signed is not None:
        line, name, start, end = signed
        yield letter.find(
            "contact_name",
            name,
            SAID if sender and alone else LIKELY if same else GUESS,
            line,
            start,
            end,
            "contact",
        )
    elif sender:
        yield Finding("contact_name", sender, LIKELY if same else GUESS, (header,), "contact")
    elif same:
        yield from _given_name(letter)
    if signed is not None and not fits(signed[1], address.email):
        yield from _signed_address(letter, edition, signed[1])
    if address.email and not machine(address) and not from_desk(address, edition):
        grade = GUESS if not same else SAID if alone else LIKELY
        yield Finding("contact_email", address.email, grade, (header,), "contact")


def _given_name(letter: Letter) -> Iterator[Finding]:
    """The first name alone that a mail is signed with, where the sender's address begins with it."""
    local = letter.writer.email.partition("@")[0]
    for line in letter.at(Place.SIGNATURE)[:4]:
        match = _GIVEN.search(line.text)
        if (
            match is not None
            and is_given(match.group("name"))
            and local.startswith(match.group("name").lower())
        ):
            start = line.start + match.start("name")
            yield letter.find(
                "contact_name",
                match.group("name"),
                DERIVED,
                line,
                start,
                start + len(match.group("name")),
                "contact",
            )
            return


def _signed_address(letter: Letter, edition: Edition, name: str) -> Iterator[Finding]:
    """The writer's own address in a mail that a shared mailbox sent."""
    for line in [*letter.at(Place.SIGNATURE), *letter.told()]:
        for link in letter.links(line):
            domain = link.value.rpartition("@")[2].lower()
            if link.mail and fits(name, link.value) and domain != edition.domain:
                yield letter.find(
                    "contact_email", link.value.lower(), SAID, line, link.start, link.end, "contact"
                )
                return


def another(letter: Letter, edition: Edition, sender: str) -> bool:
    """Whether the mail gives an address of somebody else, whom it names beside it."""
    for line in letter.told():
        for link in letter.links(line):
            email = link.value.lower()
            if not link.mail or email == letter.writer.email or email.endswith("@" + edition.domain):
                continue
            named = [
                one for one, _, end in people(line.sheet.text, line.start, line.end) if end <= link.start
            ]
            if any(one != sender for one in named):
                return True
    return False


def sender_name(letter: Letter) -> str:
    """The sender's name where it is a person's."""
    name = display_name(letter.writer.name)
    if name:
        return "" if _is_organisations(letter, name) else name
    inside = re.search(r"\(([^()]{3,40})\)", letter.writer.name)
    return inside.group(1) if inside and is_person(inside.group(1)) else ""


def _is_organisations(letter: Letter, name: str) -> bool:
    """Whether the signature tells that a name is an organisation's: "Stichting Vaders Samen"."""
    lines = (line.text.partition(name) for line in letter.at(Place.SIGNATURE))
    return any(found and _names_kind(before) for before, found, _ in lines)


def _names_kind(before: str) -> bool:
    """Whether words end with one for a kind of organisation, whose name then follows."""
    words = before.split()
    return bool(words) and NO_PERSON.fullmatch(words[-1]) is not None


def _signed_name(letter: Letter, sender: str) -> tuple[Line, str, int, int] | None:
    """The person who signed: the one whom the header or the address names, else the first."""
    first = None
    for line in list(letter.at(Place.SIGNATURE)):
        for name, start, end in people(line.sheet.text, line.start, line.end):
            alone = (
                start == line.start
                or line.sheet.text[line.start : start].strip(" *_\t(,") == ""
                or _GREETED.search(line.sheet.text[line.start : start]) is not None
            )
            if _names_kind(line.sheet.text[line.start : start]):
                continue
            if fits(name, letter.writer.email) or (sender and _same_family(name, sender)):
                return line, name, start, end
            if first is None and alone and not sender:
                first = (line, name, start, end)
    return first


def _same_family(one: str, other: str) -> bool:
    """Whether two names end alike: "Carolien Apeldoorn" also signs as Carolien Apeldoorn-Schut."""
    return bool(set(one.split()[-1].split("-")) & set(other.split()[-1].split("-")))


def signed_phone(letter: Letter, *, same: bool, alone: bool) -> Iterator[Finding]:
    """The first phone in the signature or the card; `same` and `alone` as for the sender."""
    for place in (Place.SIGNATURE, Place.CARD):
        for line in letter.at(place):
            found = phones(line.sheet.text, line.start, line.end) if letter.may(PHONE, line) else []
            if found:
                number, start, end = found[0]
                grade = GUESS if not same else SAID if alone and place is Place.SIGNATURE else LIKELY
                yield letter.find("contact_phone", number, grade, line, start, end, "contact")
                return

"""Whom to ask: the person named for it before the sender, with the address and the phone that are theirs."""

import re
from collections.abc import Iterator
from typing import Final

from intake.edition import Edition
from intake.extract.contact_asked import MYSELF, Asked, asked, desks_own, told_in
from intake.extract.contact_signed import another, sender_name, sender_of, signed_phone
from intake.extract.finding import Finding
from intake.extract.grades import GUESS, LABELLED, LIKELY, SAID
from intake.extract.letter import Letter
from intake.extract.line import Line, Place
from intake.extract.links import LINK
from intake.extract.people import fits, people
from intake.extract.phones import PHONE, phones
from intake.extract.registering import REGISTER

_AT: Final = re.compile(r"\b(?:bij|via|naar|aan|door)\b|:", re.IGNORECASE)


def find_contact(letter: Letter, edition: Edition) -> Iterator[Finding]:
    """Name, e-mail address and phone (E.164) of the person to ask; with no one named, the sender's."""
    everyone = [a for a in asked(letter, edition) if a.name or a.email or a.phone]
    named = next((a for a in everyone if a.name is not None), None)
    chosen = named or next(iter(everyone), None)
    who = named.name[0] if named is not None and named.name is not None else ""
    if who and " " not in who:
        whole = next(_full_name(letter, who), None)
        if whole is not None:
            yield whole
            who = str(whole.value)
    for one in everyone:
        if one is chosen or named is None or one.name is None:
            yield from _told(letter, one)
    if named is not None and who and named.email is None:
        yield from _address_of(letter, edition, who)
    if chosen is None and not sender_name(letter) and not any(letter.matches(MYSELF, letter.told())):
        yield from _registrar(letter, edition)
    if named is None and chosen is not None and chosen.email is not None:
        yield from _name_of(letter, chosen)
    sender = sender_name(letter)
    same = not who or fits(who, letter.writer.email) or who.split()[-1] in sender
    alone = same and not another(letter, edition, sender)
    yield from sender_of(letter, edition, sender, same=same, alone=alone)
    signed = list(signed_phone(letter, same=same, alone=alone))
    yield from signed
    yield from _only_phone(letter, GUESS if signed or not same else SAID)


def _registrar(letter: Letter, edition: Edition) -> Iterator[Finding]:
    """Who takes the names of those who come, where a shared mailbox writes and names nobody else."""
    for line in letter.maybe(letter.told(), REGISTER, labels=("registration",)):
        if line.label != "registration" and letter.search(REGISTER, line) is None:
            continue
        found = told_in(edition, line, LIKELY, register=False)
        if found.name is None or not (found.email or found.phone):
            continue
        if _AT.search(line.sheet.text, line.start, found.name[1]) is not None:
            yield from _told(letter, found)
            return


def _full_name(letter: Letter, given: str) -> Iterator[Finding]:
    """The whole name elsewhere in the mail of a contact who is called by the first name alone."""
    for line in [*letter.told(), *letter.at(Place.SIGNATURE)]:
        for name, start, end in people(line.sheet.text, line.start, line.end):
            if given in name.split():
                yield letter.find("contact_name", name, LABELLED, line, start, end, "contact")
                return


def _address_of(letter: Letter, edition: Edition, name: str) -> Iterator[Finding]:
    """The address elsewhere in the text that is made of the contact's name."""
    for line in letter.maybe(letter.told(), LINK):
        for link in letter.links(line):
            if link.mail and fits(name, link.value) and not desks_own(link.value, edition):
                yield letter.find(
                    "contact_email", link.value.lower(), LIKELY, line, link.start, link.end, "contact"
                )
                return


def _name_of(letter: Letter, one: Asked) -> Iterator[Finding]:
    """The person elsewhere in the text whose name the given address is made of."""
    assert one.email is not None
    for line in [*letter.told(), *letter.at(Place.SIGNATURE)]:
        for name, start, end in people(line.sheet.text, line.start, line.end):
            if fits(name, one.email[0]):
                yield letter.find("contact_name", name, SAID, line, start, end, "contact")
                return


def _told(letter: Letter, one: Asked) -> Iterator[Finding]:
    for field, value in (
        ("contact_name", one.name),
        ("contact_email", one.email),
        ("contact_phone", one.phone),
    ):
        if value is not None:
            yield letter.find(field, value[0], one.grade, one.line, value[1], value[2], "contact")


def _only_phone(letter: Letter, grade: float) -> Iterator[Finding]:
    """The one number that a mail tells above its signature: whoever answers it can be asked."""
    found: dict[str, tuple[Line, int, int]] = {}
    for line in letter.maybe(letter.told(), PHONE):
        for number, start, end in phones(line.sheet.text, line.start, line.end):
            found.setdefault(number, (line, start, end))
    if len(found) == 1:
        ((number, (line, start, end)),) = found.items()
        others = people(line.sheet.text, line.start, line.end)
        if others and not any(fits(name, letter.writer.email) for name, _, _ in others):
            grade = min(grade, GUESS)
        yield letter.find("contact_phone", number, grade, line, start, end, "contact")

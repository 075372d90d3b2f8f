"""A page with more about the activity, when it is not the page to register at."""

import re
from collections.abc import Iterator
from typing import Final

from intake.edition import Edition
from intake.extract.finding import Finding
from intake.extract.grades import DERIVED, LABELLED, LIKELY, SAID
from intake.extract.letter import Letter
from intake.extract.line import Line
from intake.extract.links import Link, path_of
from intake.extract.registering import REGISTER, asks, goes_on

_MORE: Final = re.compile(
    r"meer\s+(?:informatie|info|weten|lezen|over|details)|informatie|info\b|achtergrond\w*|programma|kijk\s+op|lees|"
    r"te\s+vinden|staat|website|site|zie\b|uitleg|inloggen|details|bekijk|te\s+zien|te\s+lezen|terugkijken|"
    r"online|pagina|link",
    re.IGNORECASE,
)
_SOCIAL: Final = re.compile(
    r"(?<![\w-])(?:facebook|twitter|linkedin|instagram|youtube|x)\.com|maps\.google|goo\.gl/maps|"
    r"google\.[a-z]+/maps|"
    r"9292(?:ov)?\.nl|unsubscribe|afmelden|/privacy|disclaimer|routebeschrijving|mailto",
    re.IGNORECASE,
)


def find_url(letter: Letter, edition: Edition) -> Iterator[Finding]:
    """The page with more; a bare homepage only where the text sends one there."""
    home = edition.domain
    for line in letter.told():
        for link in letter.links(line):
            if link.mail or _SOCIAL.search(link.value) or (home and home in link.value):
                continue
            registers = asks(letter, line) or goes_on(letter, line)
            grade = _grade(line, link, registers)
            if grade:
                yield letter.find("url", link.value, grade, line, link.start, link.end, "url")


def _grade(line: Line, link: Link, registers: bool) -> float:
    text = line.sheet.text
    before = text[max(line.start, link.start - 70) : link.start]
    if line.label == "url" and line.own_label:
        return LABELLED
    asked = _MORE.search(before) is not None
    if registers:
        # one page for both is the page to register at
        behind = re.split(r"[.;,]", before)[-1]
        return LIKELY if _MORE.search(behind) and not REGISTER.search(behind) else 0.0
    if path_of(link.value):
        return SAID if asked or line.label in ("contact", "url", "programme") else LIKELY
    return (
        DERIVED
        if asked
        and re.search(
            r"(?:meer\s+(?:informatie|info|weten|lezen)|kijk\s+(?:\w+\s+)?op|op\s+(?:onze|de|mijn)\s+(?:web)?site|informatie\s+(?:op|via)|zie)\W[^.]*$",
            before,
            re.IGNORECASE,
        )
        else 0.0
    )

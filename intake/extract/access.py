"""Whether anyone may come, or only invited people and own staff."""

import re
from collections.abc import Iterator
from typing import Final

from intake.edition import Edition
from intake.extract.finding import Finding
from intake.extract.grades import DERIVED, SAID
from intake.extract.letter import Letter

_CLOSED: Final = re.compile(
    r"\bbesloten\s+(?:bijeenkomst|karakter|sessie|overleg|tafel|middag|avond|ochtend|kring|bespreking|"
    r"gezelschap|activiteit|vergadering|groep|deel)|\b(?:is|zijn|betreft|blijft|:)\s+(?:een\s+)?besloten\b|"
    r"(?:(?<=[(:,\t] )|(?<=[(:,\t]))besloten(?=[\s).,;]|$)|"
    r"(?:alleen|uitsluitend|slechts|enkel)\s+(?:voor\s+|bedoeld\s+voor\s+|bestemd\s+voor\s+|"
    r"toegankelijk\s+voor\s+)(?:[\w-]+\s+){1,4}?(?:eigen|uitgenodigde)\s|"
    r"\bbesloten\s+(?:is|blijft|wordt|gehouden)\b|\bin\s+besloten\b|"
    r"(?:alleen|uitsluitend|slechts|enkel)\s+(?:toegankelijk\s+|bedoeld\s+|bestemd\s+|"
    r"open\s+)?(?:voor\s+)?(?:de\s+|het\s+|onze\s+|ons\s+)?(?:genodigden|uitgenodigden|eigen\s+\w+|"
    r"intern\w*|leden|op\s+uitnodiging|personeel|medewerkers\s+van\s+(?:onze|ons))|"
    r"\bniet\s+(?:openbaar|toegankelijk\s+voor\s+(?:publiek|buitenstaanders|derden|anderen)|open\s+voor)|"
    r"\bop\s+(?:persoonlijke\s+)?uitnodiging\b|\bgenodigden\b|voor\s+(?:het\s+|ons\s+|"
    r"onze\s+)?eigen\s+(?:personeel|team|medewerkers|docenten|leerlingen|school)|"
    r"\binterne?\s+(?:bijeenkomst|studiemiddag|studiedag|scholing|training|sessie|activiteit)",
    re.IGNORECASE,
)
_OPEN: Final = re.compile(
    r"\b(?:iedereen\s+(?:is\s+)?(?:van\s+harte\s+)?welkom|openbaar|vrij\s+toegankelijk|vrije\s+inloop|"
    r"open\s+voor\s+iedereen|toegang\s+vrij)\b",
    re.IGNORECASE,
)
_NOT_OPEN: Final = re.compile(r"niet\s+openbaar", re.IGNORECASE)


def find_access(letter: Letter, edition: Edition) -> Iterator[Finding]:
    """`besloten` where only invited people or own staff may come; `open` where that is said."""
    del edition
    for line in letter.maybe(letter.told(), _CLOSED, _OPEN):
        if line.label in ("contact", "text") and not line.text.strip():
            continue
        closed = letter.search(_CLOSED, line)
        if closed is not None:
            yield letter.find("access", "besloten", SAID, line, closed.start(), closed.end(), "access")
            return
        said = letter.search(_OPEN, line)
        if said is not None and not letter.search(_NOT_OPEN, line):
            yield letter.find("access", "open", DERIVED, line, said.start(), said.end(), "access")

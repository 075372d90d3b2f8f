"""Whether anyone may come, or only invited people and own staff."""

import re
from collections.abc import Iterator
from typing import Final

from intake.edition import Edition
from intake.extract.finding import Finding
from intake.extract.grades import DERIVED, LIKELY, SAID
from intake.extract.letter import Letter

_ONLY: Final = r"(?<!niet )\b(?:alleen|uitsluitend|slechts|enkel|louter)\s+"
_MEANT: Final = r"(?:(?:bedoeld|bestemd|toegankelijk|open|opengesteld)\s+)?(?:voor\s+)?"
_OUTSIDERS: Final = (
    r"(?:publiek|pers|buitenstaanders|derden|anderen|andere\s+(?:belangstellenden|bezoekers|mensen|scholen)|niet-leden|"
    r"niet-genodigden)"
)
# said outright
_CLOSED: Final = re.compile(
    r"(?<!geen )\bbesloten\s+(?:bijeenkomst|karakter|sessie|overleg|tafel|middag|avond|ochtend|kring|"
    r"bespreking|gezelschap|activiteit|vergadering|groep|deel|clubje)|\b(?:is|zijn|betreft|blijft|:)\s+(?:een\s+)?besloten\b|"
    r"(?:(?<=[(:,\t] )|(?<=[(:,\t]))besloten(?=[\s).,;]|$)|"
    rf"{_ONLY}(?:voor\s+|bedoeld\s+voor\s+|bestemd\s+voor\s+|"
    r"toegankelijk\s+voor\s+)(?:[\w-]+\s+){1,4}?(?:eigen|uitgenodigde)\s|"
    r"\bbesloten\s+(?:is|blijft|wordt|gehouden)\b|\bin\s+besloten\b|"
    rf"{_ONLY}{_MEANT}(?:de\s+|het\s+|onze\s+|ons\s+)?(?:genodigden|uitgenodigden|eigen\s+\w+|"
    r"intern\w*|leden|op\s+uitnodiging|personeel|medewerkers\s+van\s+(?:onze|ons)|"
    r"wie\s+(?:is\s+uitgenodigd|een\s+uitnodiging))|"
    r"\bniet\s+(?:openbaar|(?:vrij\s+|publiek\s+|algemeen\s+)?toegankelijk(?=\s+is\b|\s*[.,;!)]|\s*$)|"
    rf"(?:vrij\s+)?toegankelijk\s+voor\s+{_OUTSIDERS}|open\s+voor|voor\s+publiek)|\bopenbaar\s*:\s*nee\b|"
    rf"\b(?:gesloten\s+voor\s+{_OUTSIDERS}|achter\s+gesloten\s+deuren|invite[- ]only)\b|"
    rf"\b{_OUTSIDERS}(?:\s+en\s+{_OUTSIDERS})?\s+(?:is|zijn|kan|kunnen|mag|mogen)\s+"
    r"(?:\w+\s+){0,3}niet\s+(?:\w+\s+){0,2}"
    r"(?:welkom|komen|aanschuiven|meedoen|terecht|toegelaten|aanwezig|deelnemen|bijwonen)\b|"
    rf"\b(?:niet|geen)\s+(?:mogelijk\s+)?{_OUTSIDERS}\s+(?:toe\s?(?:te\s+)?laten|ontvangen|aanwezig)|"
    r"\bop\s+(?:persoonlijke\s+)?uitnodiging\b|\bgenodigden\b|voor\s+(?:het\s+|ons\s+|"
    r"onze\s+)?eigen\s+(?:personeel|team|medewerkers|docenten|leerlingen|school)|"
    r"\binterne?\s+(?:bijeenkomst|studiemiddag|studiedag|scholing|training|sessie|activiteit|middag|ochtend|avond|overleg)",
    re.IGNORECASE,
)
# said by what goes with it: who was asked already, whose people they are
_ASKED: Final = re.compile(
    r"\b(?:ontvangen|ontvangt|krijgen|krijgt|kregen|ontvingen)\b[^.;:!?]{0,40}\b(?:persoonlijke|eigen)\s+uitnodiging\b|"
    r"\b(?:deelnemers|bezoekers|gasten|aanwezigen|partners)\s+(?:zijn|worden)\s+(?:\w+\s+){0,2}(?:al\s+|reeds\s+|door\s+ons\s+|"
    r"persoonlijk\s+|apart\s+)(?:\w+\s+){0,2}(?:uitgenodigd|gevraagd|benaderd)|\bhun\s+uitnodiging\s+(?:al|reeds)\b|"
    r"\bgesloten\s+(?:groep|gezelschap|bijeenkomst|kring)\b|"
    rf"{_ONLY}{_MEANT}(?:de\s+|het\s+|onze\s+|ons\s+)?[\w'’-]+\s+(?:van\s+(?:onze|ons|de\s+gemeente\b|het\s+(?:\w*pact|samenwerkingsverband|bestuur))|"
    r"binnen\s+(?:onze|ons))|"
    rf"{_ONLY}(?:onze|ons)\s",
    re.IGNORECASE,
)
_OPEN: Final = re.compile(
    r"\b(?:iedereen\s+(?:is\s+)?(?:van\s+harte\s+)?welkom|openbaar|vrij\s+toegankelijk|vrije\s+inloop|"
    r"open\s+voor\s+iedereen|toegang\s+(?:is\s+)?vrij)\b",
    re.IGNORECASE,
)
# of whom only the price or the food is told: "alleen leden betalen niets"
_ASIDE: Final = re.compile(
    r"\b(?:gratis|kosteloos|betalen|betaalt|korting|lunch|catering|parkeren|parkeerplaats\w*)\b",
    re.IGNORECASE,
)
_WHATEVER: Final = re.compile(r"besloten|nodig|openbaar|toegankelijk|publiek|intern|gesloten", re.IGNORECASE)


def find_access(letter: Letter, edition: Edition) -> Iterator[Finding]:
    """`besloten` where only invited people or own staff may come; `open` where that is said."""
    del edition
    for line in letter.maybe(letter.told(), _CLOSED, _ASKED, _OPEN):
        if line.label in ("contact", "text") and not line.text.strip():
            continue
        for pattern, grade in ((_CLOSED, SAID), (_ASKED, LIKELY)):
            closed = letter.search(pattern, line)
            if closed is None:
                continue
            if not letter.search(_ASIDE, line) or _WHATEVER.search(closed.group()):
                yield letter.find("access", "besloten", grade, line, closed.start(), closed.end(), "access")
                return
        said = letter.search(_OPEN, line)
        if said is not None:
            yield letter.find("access", "open", DERIVED, line, said.start(), said.end(), "access")

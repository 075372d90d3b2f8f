"""Whether anyone may come, or only invited people and own staff."""

import re
from collections.abc import Iterator
from typing import Final

from intake.edition import Edition
from intake.extract.finding import Finding
from intake.extract.grades import DERIVED, LIKELY, SAID, TRACE
from intake.extract.letter import Letter
from intake.extract.line import Line

_ONLY: Final = r"(?<!niet )\b(?:alleen|uitsluitend|uitsl\.|slechts|enkel|louter)\s+"
_MEANT: Final = r"(?:(?:bedoeld|bestemd|toegankelijk|open|opengesteld)\s+)?(?:voor\s+)?"
_OUTSIDERS: Final = (
    r"(?:publiek|pers|buitenstaanders|derden|anderen|andere\s+(?:belangstellenden|bezoekers|mensen|scholen)|niet-leden|"
    r"niet-genodigden|belangstellenden\s+van\s+buiten)"
)
_LET_IN: Final = (
    r"(?:welkom|komen|aanschuiven|meedoen|terecht|toegelaten|aanwezig|deelnemen|bijwonen|bij\s+zijn|"
    r"aansluiten)"
)
_MEETING: Final = (
    r"(?:\w*bijeenkomst|karakter|sessie|\w*overleg|\w*tafel|\w*middag|\w*avond|\w*ochtend|kring|setting|sfeer|"
    r"bespreking|gezelschap|activiteit|vergadering|groep|clubje|conferentie|symposium|lezing|voorstelling|"
    r"training|workshop|webinar|dag|gesprek)"
)
_OWN: Final = r"(?:eigen|aangesloten|uitgenodigde|genodigde)"
# said outright
_CLOSED: Final = re.compile(
    rf"(?<!geen )(?<!niet )\bbesloten\s+{_MEETING}\b|"
    r"\b(?:is|zijn|betreft|blijft|houden|:)\s+(?:(?:een|dus|wel|helaas|echter|graag)\s+)*besloten\b|"
    r"(?:(?<=[(:,\t] )|(?<=[(:,\t]))besloten(?=[\s).,;]|$)|"
    rf"{_ONLY}(?:voor\s+|bedoeld\s+voor\s+|bestemd\s+voor\s+|toegankelijk\s+voor\s+)(?:[\w-]+\s+){{0,4}}?{_OWN}\s|"
    r"\bbesloten\s+(?:is|blijft|wordt|gehouden)\b|\bin\s+besloten\b|"
    rf"{_ONLY}{_MEANT}(?:de\s+|het\s+|onze\s+|ons\s+)?(?:genodigden|uitgenodigden|{_OWN}\s+\w+|"
    r"intern\w*(?!\s+(?:gebruik|bedoeld|bekend))|leden|(?:\w+\s+){0,2}op\s+(?:\w+\s+)?uitnodiging|personeel|medewerkers\s+van\s+(?:onze|ons)|"
    r"wie\s+(?:is\s+uitgenodigd|een\s+uitnodiging))|"
    r"\bniet\s+(?:openbaar|(?:vrij\s+|publiek\s+|algemeen\s+)toegankelijk|toegankelijk(?=\s+is\b|\s*[.,;!)]|\s*$)|"
    rf"(?:vrij\s+)?toegankelijk\s+voor\s+{_OUTSIDERS}|open\s+voor|voor\s+publiek)|\bopenbaar\s*:\s*nee\b|"
    rf"\b(?:gesloten\s+voor\s+{_OUTSIDERS}|achter\s+gesloten\s+deuren|invite[- ]only)\b|"
    rf"\b{_OUTSIDERS}(?:\s+(?:en|of|noch)\s+{_OUTSIDERS})?\s+(?:is|zijn|kan|kunnen|mag|mogen|wordt|worden)\s+"
    rf"(?:\w+\s+){{0,5}}niet\s+(?:\w+\s+){{0,2}}{_LET_IN}\b|"
    rf"\b(?:niet|geen)\s+(?:mogelijk\s+)?{_OUTSIDERS}\s+(?:toe\s?(?:te\s+)?laten|ontvangen|aanwezig)|"
    r"\b(?:deelname|toegang|toegankelijk|bijwonen|komst|welkom|aanwezigheid)\s*(?::|is|kan|geschiedt|verloopt)?\s+"
    r"(?:\w+\s+)?op\s+(?:persoonlijke\s+|schriftelijke\s+)?uitnodiging\b(?!\s+van)|"
    rf"{_ONLY}[^.;:!?()]{{3,60}}\(op\s+uitnodiging\)|"
    r"\binterne?\s+(?:bijeenkomst|studiemiddag|studiedag|scholing|training|sessie|activiteit|middag|ochtend|avond|overleg)",
    re.IGNORECASE,
)
# said by what goes with it: who was asked already, whose people they are
_ASKED: Final = re.compile(
    r"\b(?:ontvangen|ontvangt|krijgen|krijgt|kregen|ontvingen)\b[^.;:!?]{0,40}\b(?:persoonlijke|eigen)\s+uitnodiging\b|"
    r"\b(?:deelnemers|bezoekers|gasten|aanwezigen|partners)\s+(?:zijn|worden)\s+(?:\w+\s+){0,2}(?:al\s+|reeds\s+|inmiddels\s+|door\s+ons\s+|"
    r"persoonlijk\s+|apart\s+)(?:\w+\s+){0,2}(?:uitgenodigd|gevraagd|benaderd)|"
    r"\b(?:hun|(?:een|de)\s+(?:persoonlijke\s+)?)\s?uitnodiging\s+(?:\w+\s+)?(?:al|reeds|inmiddels)\b|"
    r"\b(?:kregen|hebben)\s+(?:al|reeds|inmiddels)\s+(?:een|de|hun)\s+(?:persoonlijke\s+)?uitnodiging\b|"
    r"\bgesloten\s+(?:groep|gezelschap|bijeenkomst|kring)\b|"
    rf"{_ONLY}{_MEANT}(?:de\s+|het\s+|onze\s+|ons\s+)?[\w'’-]+\s+(?:van\s+(?:onze|ons|de\s+gemeente\b|het\s+(?:\w*pact|samenwerkingsverband|bestuur))|"
    r"binnen\s+(?:onze|ons))|"
    r"\b(?:wij|we)\s+nodigen\s+(?:de\s+)?(?:deelnemers|gasten|mensen)\s+(?:zelf|persoonlijk)\b|\b(?:zelf|persoonlijk)\s+uitgenodigd\b|"
    rf"{_ONLY}{_MEANT}(?:onze|ons)\s|\b(?:op\s+(?:persoonlijke\s+)?uitnodiging|op\s+invitatie)\b(?!\s+(?:van|door|kom|spree?k))|"
    r"\bgenodigden\b|voor\s+(?:het\s+|ons\s+|onze\s+)?eigen\s+(?:personeel|team|medewerkers|docenten|leerlingen|school)",
    re.IGNORECASE,
)
_OPEN: Final = re.compile(
    r"\b(?:iedereen\s+(?:is\s+|mag\s+)?(?:van\s+harte\s+)?(?:welkom|komen)|(?<!niet\s)openbaar|(?<!niet\s)vrij\s+toegankelijk(?!\s+voor\s+(?:rol|minder|scootmobiel))|(?<!geen\s)vrije\s+inloop|"
    r"open\s+voor\s+iedereen|toegang\s+(?:is\s+)?vrij)\b",
    re.IGNORECASE,
)
# what somebody decided: "er is besloten om", "besloten we de avond open te stellen"
_DECIDED: Final = re.compile(
    rf"\b(?:hebben|heeft|had(?:den)?|werd|er\s+is|is\s+er)\b[^.;:!?]{{0,80}}\bbesloten\b(?!\s+{_MEETING})|"
    r"\bbesloten\s*(?::|(?:om|dat|tot|we|wij|ik|ze|zij|hebben|heeft|werd|waar\w*)\b)|"
    r"\bbesloten\b[^.;:!?,]{0,100}\bte\s+\w+n\b",
    re.IGNORECASE,
)
# what everybody who registers gets: "na aanmelding ontvangt u een persoonlijke uitnodiging"
_SENT: Final = re.compile(
    r"\b(?:aanmeld\w*|inschrijv\w*|registr\w+|inlog\w*|\w*link)\b|\bmeld\b", re.IGNORECASE
)
# a part of it, or what goes with it: the rest may be open
_PART: Final = re.compile(
    r"\b(?:\w*(?:deel|gedeelte|verdieping)|(?:ochtend|middag|avond)programma|\w*(?:lunch|diner|borrel|receptie)|na\s+afloop|aansluitend|"
    r"voorafgaand|groepsapp|app-?groep|facebook\w*|zolder|kelder|rolstoel\w*|lift)\b",
    re.IGNORECASE,
)
_NEAR: Final = 60  # characters, about a clause
_WHOLE: Final = re.compile(
    r"\b(?:lunch|diner|borrel|receptie)(?:bijeenkomst|gesprek|sessie|overleg)?\s+is\s+besloten|\bnetwerk|"
    r"\b(?:voor|in)\s+(?:zijn|het)\s+geheel\b",
    re.IGNORECASE,
)
# of whom only the price or the food is told: "alleen leden betalen niets"
_ASIDE: Final = re.compile(
    r"\b(?:gratis|kosteloos|betalen|betaalt|korting|lunch|catering|parkeren|parkeerplaats\w*)\b",
    re.IGNORECASE,
)
_WHATEVER: Final = re.compile(r"besloten|nodig|openbaar|toegankelijk|publiek|intern|gesloten", re.IGNORECASE)


def find_access(letter: Letter, edition: Edition) -> Iterator[Finding]:
    """`besloten` where only invited people or own staff may come; `open` where that is said.

    What closes a part of it, or whose mail says elsewhere that anyone may come, closes nothing surely.
    """
    del edition
    lines = [
        line
        for line in letter.maybe(letter.told(), _CLOSED, _ASKED, _OPEN)
        if line.label not in ("contact", "text") or line.text.strip()
    ]
    opened = [(line, said) for line, said in letter.matches(_OPEN, lines)]
    shut = False
    for line in lines:
        closed, grade = _closed(letter, line)
        if closed is None:
            continue
        if opened:
            grade = min(grade, DERIVED if grade < SAID else LIKELY)
        yield letter.find("access", "besloten", grade, line, closed.start(), closed.end(), "access")
        shut = shut or grade > TRACE
    for line, said in opened if not shut else ():
        yield letter.find("access", "open", DERIVED, line, said.start(), said.end(), "access")


def _closed(letter: Letter, line: Line) -> tuple[re.Match[str] | None, float]:
    """Where a line says that not anyone may come, and how plainly it says that of the whole activity."""
    for pattern, grade in ((_CLOSED, SAID), (_ASKED, LIKELY)):
        closed = letter.search(pattern, line)
        if closed is None or (
            letter.search(_ASIDE, line) is not None and not _WHATEVER.search(closed.group())
        ):
            continue
        if pattern is _ASKED and letter.search(_SENT, line) is not None and "ontv" in closed.group().lower():
            continue
        if "besloten" in closed.group().lower() and letter.search(_DECIDED, line) is not None:
            continue
        around = max(line.start, closed.start() - _NEAR), min(line.end, closed.end() + _NEAR // 2)
        part = _PART.search(line.sheet.text, *around) is not None and letter.search(_WHOLE, line) is None
        return closed, TRACE if part else grade
    return None, TRACE

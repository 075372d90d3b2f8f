"""Whom it is for, in the mail's words, and whether anyone may come."""

import re
from collections.abc import Iterator
from typing import Final

from intake.edition import Edition
from intake.extract.finding import Finding
from intake.extract.grades import DERIVED, LABELLED, LIKELY, SAID
from intake.extract.letter import Letter, Line
from intake.extract.nouns import nouns

PEOPLE: Final = re.compile(
    r"\b(?:[\w-]*(?:leerling|ouder|mentor|docent|leraar|leraren|leerkracht|co[öo]rdinator|jongere|"
    r"medewerker|begeleider|ambtenaar|ambtenaren|directeur|"
    r"schoolleider|professional|verzorger|student|consulent|verpleegkundige|werker|bestuurder|coach|"
    r"wethouder|inwoner|belangstellende|psycholo|"
    r"orthopedago|teamleider|huisarts|jeugdarts|leerkracht|onderwijsassistent|leraarondersteuner|adviseur|"
    r"regisseur|rector|raadsle|vrijwilliger|"
    r"opvoeder|intern\s+begeleider|ambulant|behandelaar|hulpverlener|kinderen|tieners|pubers|jeugd|"
    r"brugklasser|gasten|buurtbewoner|genodigde|"
    r"deskundige|praktijkondersteuner|artsen|personeel|collega|familie|beleidsmaker|bestuur|gezin|scholen|"
    r"klassen|opa|oma|administrat|conci[ëe]rge|vaders|moeders|trajectbegeleider)(?:s|en|n|e|r|st|gen|'s|"
    r"’s)*|iedereen|alle?man|"
    r"ib['’]?ers|slb['’]?ers|zzp['’]?ers|po|vo|mbo|teams?|al\s+wie|wie\b)",
    re.IGNORECASE,
)
_FOR: Final = re.compile(
    r"(?<!\w)(?:(?:bedoeld|bestemd|geschikt|interessant|toegankelijk|open|gericht|opengesteld)\s+(?:voor|"
    r"op)|[Vv]oor)\s+(?P<who>[^.;:!?(]{2,220}(?:\([^)]{2,60}\)[^.;:!?(]{0,120})?)"
)
_NOT_WHO: Final = re.compile(
    r"^(?:wie\b\W*$|vragen|meer\b|nadere|informatie|inhoudelijke|de\s+(?:agenda|website|site|volledigheid|"
    r"zekerheid|actieweek|landelijke|week|toolbox|koffie|broodjes|hele|meeste|redactie)|"
    r"een\s+(?:activiteit|plek|kopje|drankje|lunch)|"
    r"in\s|het\s+(?:eerst|programma|geval)|dit|dat|deze|jullie|uw\b|ons\b|onze\s+rekening|\d|"
    r"alle\s+duidelijkheid|€|zover|zo'n|koffie|deelname|aanmelding\w*|opgave|wat\b|als\b|u\b|je\b|mij\b|"
    r"publicatie|de\s+\d|plaatsing|honderd|het\s+voortgezet|elk\s+half|verdere)",
    re.IGNORECASE,
)
_CUT: Final = re.compile(
    r"\s(?:op|vanaf|tussen|om)\s+(?:(?:ma|di|wo|do|vr|za|zo)\w*dag\b|\d|de\s+\d|half\b|kwart\b)|"
    r"\svan\s+(?:(?:ma|di|wo|do|vr|za|zo)\w*dag\b|\d+[.:]\d|\d+\s+uur|\d+\s+tot\s+\d+\s+uur)|,\s+(?:op|in|"
    r"van|onder|met|waar\w*|een|om|en\s+(?:wel|is|wordt)|die\s+(?:mid|och|avo)\w+|maar|want|zodat|dus|"
    r"max\w*|gratis|kosten|deelname|aanmelden|opgeven|niet|graag|wel|je|we|wij|er|ook)\b|"
    r"\s[–—-]\s|\s(?:in|te|bij)\s+(?:het\s+kader|onze|ons|de\s+(?:actieweek|landelijke|week))|\s(?:waarin|"
    r"waarbij|die\s+week|over\s+(?:de|het|hoe)|organiseert|organiseren|houden|vindt|komt|"
    r"uit\s+de\s+hele)\b|\s[\"“‘]",
    re.IGNORECASE,
)
_WELCOME: Final = re.compile(
    r"(?P<who>[^.;:!?]{3,140}?)\s+(?:is|zijn)\s+(?:van\s+harte\s+|dus\s+|ook\s+|natuurlijk\s+|"
    r"allemaal\s+)*welkom\b|\bwelkom\s+(?:is|zijn)\s+(?P<after>[^.;:!?]{3,140})",
    re.IGNORECASE,
)
_EVERYONE: Final = re.compile(
    r"\b(?P<who>iedereen)\b[^.;:!?]{0,24}\bwelkom\b|\b(?:kan|mag|voor|staat\s+open\s+voor|"
    r"is\s+er\s+voor)\s+(?P<who2>iedereen)\b",
    re.IGNORECASE,
)
_PLURAL: Final = re.compile(r"[a-zà-ÿ-]{4,}(?:s|en)\b(?:\s+(?:van|vanaf|tussen|uit|in|die|met|en)\b|\s*$)")
_DEFINITE: Final = re.compile(r"(?:de|het|deze|dit|onze)\s+", re.IGNORECASE)
_OTHER_LABELS: Final = {
    "contact",
    "price",
    "registration",
    "place",
    "phone",
    "organisation",
    "deadline",
    "url",
    "subject",
}
_MAY: Final = re.compile(
    r"^\W{0,5}(?:(?:ook|alle)\s+)?(?P<who>[^.;:!?]{3,120}?),?\s+(?:kunnen|mogen|kan|"
    r"mag)\s+(?:[^.;:!?]{0,50}?\s)?(?:binnenlopen|komen|aanschuiven|meedoen|langskomen|aansluiten|"
    r"deelnemen|meekijken|meelopen|inloggen|terecht|chatten|aanhaken)\b",
    re.IGNORECASE,
)
_CLOSED: Final = re.compile(
    r"\bbesloten\s+(?:bijeenkomst|karakter|sessie|overleg|tafel|middag|avond|ochtend|kring|bespreking|"
    r"gezelschap|activiteit|vergadering|groep|deel)|\b(?:is|zijn|betreft|blijft|:)\s+(?:een\s+)?besloten\b|"
    r"(?:(?<=[(:,\t] )|(?<=[(:,\t]))besloten(?=[\s).,;]|$)|"
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


def find_audience(letter: Letter, edition: Edition) -> Iterator[Finding]:
    """Whom the activity is for, in the mail's own words."""
    del edition
    for line in letter.labelled("audience"):
        start, end = line.value, line.end
        text = line.sheet.text
        match = re.match(
            r"(?:alleen\s+)?(?:bedoeld\s+|bestemd\s+)?(?:voor\s+)", text[start:end], re.IGNORECASE
        )
        start += match.end() if match else 0
        yield _of(letter, line, start, end, LABELLED if line.own_label else LIKELY)
    for line in letter.told():
        if line.own_label and line.label in _OTHER_LABELS:
            continue
        yield from _spoken(letter, line)


def _spoken(letter: Letter, line: Line) -> Iterator[Finding]:
    text = line.sheet.text
    welcome = letter.search(_WELCOME, line)
    if welcome is not None:
        name = "who" if welcome.group("who") else "after"
        who = welcome.group(name)
        if PEOPLE.search(who) and not re.match(r"\s*(?:jullie|u|ook)\b", who, re.IGNORECASE):
            yield _of(letter, line, welcome.start(name), welcome.end(name), LIKELY)
    every = letter.search(_EVERYONE, line)
    if every is not None:
        yield _of(letter, line, every.start(every.lastgroup or 0), every.end(every.lastgroup or 0), LIKELY)
    may = _MAY.match(line.text) if letter.may(_MAY, line) else None
    if (
        may is not None
        and PEOPLE.match(may.group("who"))
        and not re.match(r"wie\b", may.group("who"), re.IGNORECASE)
    ):
        yield _of(letter, line, line.start + may.start("who"), line.start + may.end("who"), LIKELY)
    for match in letter.finditer(_FOR, line):
        start = match.start("who")
        end = _end(text, start, match.end("who"))
        who = text[start:end]
        opening = not text[line.start : match.start()].strip(" -–•*·")
        if (
            _NOT_WHO.match(who)
            or _activity(who)
            or not (PEOPLE.search(who[:60]) or (opening and _PLURAL.match(who)))
        ):
            continue
        opens = (
            match.group().lstrip().startswith("V") or "bedoeld" in match.group() or "bestemd" in match.group()
        )
        yield _of(letter, line, start, end, SAID if opens else LIKELY)
        return


def _activity(who: str) -> bool:
    """Whether words begin with an activity rather than with people: "de workshop is plaats voor ..."."""
    lead = _DEFINITE.match(who)
    return lead is not None and any(start == lead.end() for _, start, _ in nouns(who, lead.end(), len(who)))


def _end(text: str, start: int, end: int) -> int:
    """Where the people stop: at what tells when, where or what."""
    cut = _CUT.search(text, start + 2, end)
    return cut.start() if cut is not None else end


def _of(letter: Letter, line: Line, start: int, end: int, grade: float) -> Finding:
    text = line.sheet.text
    while end > start and text[end - 1] in " ,.;:\n\t":
        end -= 1
    lead = re.match(
        r"\s*(?:dan\s+ook\s+|ook\s+|alle\s+(?=\w+en\b)|de\s+(?=\w+(?:s|en)\b))",
        text[start:end],
        re.IGNORECASE,
    )
    if lead is not None and len(text[start:end]) - lead.end() > 4:
        start += lead.end()
    return letter.find("audience", " ".join(text[start:end].split()), grade, line, start, end, "audience")


def find_access(letter: Letter, edition: Edition) -> Iterator[Finding]:
    """`besloten` where only invited people or own staff may come; `open` where that is said."""
    del edition
    for line in letter.told():
        if line.label in ("contact", "text") and not line.text.strip():
            continue
        closed = letter.search(_CLOSED, line)
        if closed is not None:
            yield letter.find("access", "besloten", SAID, line, closed.start(), closed.end(), "audience")
            return
        said = letter.search(_OPEN, line)
        if said is not None and not letter.search(_NOT_OPEN, line):
            yield letter.find("access", "open", DERIVED, line, said.start(), said.end(), "audience")

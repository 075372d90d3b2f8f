"""What it costs to take part."""

import re
from collections.abc import Iterator
from typing import Final, NamedTuple

from intake.edition import Edition
from intake.extract.counts import WORDED, count_of
from intake.extract.finding import Finding
from intake.extract.free import EXTRA, FREE, PARKING, free_of
from intake.extract.grades import GUESS, LABELLED, LIKELY, SAID
from intake.extract.letter import Letter
from intake.extract.line import Line

_COSTS_EXTRA: Final = re.compile(rf"\b{EXTRA}\W{{1,4}}$", re.IGNORECASE)  # "de lunch (€ 8)"
# who or what is counted right behind an amount, so that the number is not its cents: "5 euro, 50 plaatsen"
_COUNTED: Final = (
    r"(?:personen|mensen|man\b|deeln|plaats|plek|stoel|minu|jaar|ouder|kind|leerling|docent|kaart|stuks)"
)
_AMOUNT: Final = re.compile(
    rf"(?<!\w)(?P<c>{WORDED}|een|één)\s+euro(?:tjes)?(?:\s(?P<cents>vijftig|twintig|vijfentwintig))?(?!\w)|"
    r"(?<!\w)(?P<half>anderhalve|(?:twee|drie|vier)(?:ën|\s+en\s+een\s+)halve)\s+euro(?!\w)|"
    rf"(?<![\w,.])(?P<cent>[1-9]\d|{WORDED})\s+(?:euro)?cent(?!\w)|"
    r"\b(?:een|per|'n|’n)\s+(?P<coin>tientje|vijfje)\b|"
    r"(?:€|\beur(?:o)?\b)\s?(?P<a>(?:\d\.\d{3}|\d{1,4})(?:[.,]\d{1,2}(?!\d))?)(?:,[-=]|,–|,—|\.-)?(?![\d%])|"
    rf"(?<![\d.,])(?P<b>(?:\d\.\d{{3}}|\d{{1,4}})(?:[.,]\d{{1,2}})?)(?:,[-=]|,–)?\s?(?:euro(?:o?tjes?|['’]s)?|eur|€)(?!\w)"
    rf"(?:\s(?P<odd>[1-9]\d)(?!\w|[.,:]\d|\s*(?:[€\d(-]|euro|cent|{_COUNTED})))?|"
    r"\b(?:kost(?:en)?|\w*prijs(?:\s+is|:)?|entree:?|toegang:?|bijdrage:?(?:\s+(?:is|van|bedraagt))?|bedraagt)\s+(?:slechts\s+|maar\s+)?"
    r"(?P<e>\d{1,3},(?:\d{2}|[-=]))(?![\d:])|"
    r"\b(?:kost(?:en)?|prijs|entree|toegang|bijdrage)\s*:?\s+(?P<f>\d{1,3})\s?(?=p\.?\s?p\b|per\s+(?:persoon|deelnemer|kind|gezin))|"
    r"\b(?:per\s+(?:persoon|deelnemer|kind|gezin|leerling|volwassene|ticket|kaartje)|p\.?\s?p\.?)\s*:?\s+(?P<g>\d{1,3},(?:\d{2}|[-=]))(?![\d:])|"
    r"(?<![\d.,:])(?P<d>\d{1,3}[.,]\d{2}|\d{1,3},-)(?=\s?(?:p\.?\s?p\b|per\s+(?:persoon|deelnemer|kind|gezin)|entree\b|toegang\b))",
    re.IGNORECASE,
)
# to whom alone it is free, so that others may pay
_SOME: Final = re.compile(
    r"(?<!geen\s)(?<!niet-)\b(?:leden|lid|abonnees|studenten|minima|donateurs|stadspas\w*|aangesloten|alumni)\b",
    re.IGNORECASE,
)
# what is had beside it, at a price of its own: "de lunch kost € 8"
_HAD: Final = re.compile(
    rf"(?:^|[.;,(:]\s)\W*(?:(?:de|een|het)\s+)?{EXTRA}\s+(?:kost|kosten|is|bedraagt|voor)\s+(?:\w+\s+)?$",
    re.IGNORECASE,
)
# the old price, before the one that is asked: "in plaats van € 60 betaalt u € 25"
_INSTEAD: Final = re.compile(
    r"\b(?:geen|in\s+plaats\s+van|i\.?p\.?v\.?)\s+(?:de\s+)?(?:gebruikelijke\s+|normale\s+)?€?\s*$",
    re.IGNORECASE,
)
_BARE: Final = re.compile(r"\s*(?P<a>\d{1,3}(?:[.,]\d{2})?)(?:,[-=–])?(?![\w.,:/])")
_PAY: Final = re.compile(
    r"kost(?:en|prijs|t)?\b|prijs|entree|toegang|deelname|deelnem|bijdrage|per\s+(?:persoon|deelnemer|kind|"
    r"gezin)|p\.?\s?p\.?\b|betaal|betalen|tarief|vragen\s+(?:we|wij|u|een)|inschrijf|kaart(?:en|je|jes)|"
    r"tickets?|€|voldoen|pp\b|werkboek|lunch|koffie",
    re.IGNORECASE,
)
_NOT_PRICE: Final = re.compile(
    r"\b(?:donateur|donatie|subsidie\w*|boete|commerci\w+|schade|budget|per\s+jaar|winst|elders|normaal|p/m|"
    r"i\.p\.v\.|ter\s+waarde|opbrengst|bespaar|opgehaald|kwijt|salaris|sponsor\w*|samenleving|winnaar|"
    rf"(?:ontvang|krijg)\w*\s+(?:\w+\s+){{0,3}}vergoeding|boek\w*\s+(?:\w+\s+){{0,3}}te\s+koop|de\s+gemeente\s+om|vorig\s+jaar|vorige\s+(?:keer|editie)|kostte|kra(?:am|ampje|men)|standhouders?|standplaats\w*|win|wint|winnen|uitrijkaart\w*|lootjes|loten|lotje|per\s+lot|tombola|loterij|jaarlijks|consumptie\w*\s+(?:is|zijn|kost\w*)|\w*bon\s+van|miljoen|fonds|{PARKING})\b",
    re.IGNORECASE,
)
# what is paid only by who stays away, or is given back
_FORFEIT: Final = (
    r"(?:no[- ]?shows?|niet\s+(?:(?:is|op|tijdig|op\s+tijd)\s+)?(?:komt|komen|verschijn\w*|opdaag\w*|opdagen|"
    r"afmeld\w*|afgemeld|aanwezig|annule\w+)|(?:te\s+late?|laat)\s+(?:afmeld\w*|annule\w*)|wegblij\w+|thuisblij\w+|"
    r"annule\w+|afwezigheid|(?:waar)?borg(?:som)?|statiegeld)"
)
# what comes on top of a price, or off it: "na 1 mei € 20 extra"
_MORE: Final = re.compile(r"\s*(?:extra|toeslag|korting|bovenop|meer\b|erbij)", re.IGNORECASE)
# what one pays for all who come along: "€ 500 voor de hele groep"
_FOR_ALL: Final = re.compile(
    r"\s*(?:per|voor\s+(?:de\s+|een\s+)?(?:hele\s+)?)\s?(?:groep|school|klas|team)\b", re.IGNORECASE
)
_FORFEITS: Final = re.compile(rf"[^.;\d]{{0,40}}\b{_FORFEIT}\b", re.IGNORECASE)
_FORFEITED: Final = re.compile(rf"\b{_FORFEIT}\b[^.;€\d]{{0,60}}$", re.IGNORECASE)
# what is paid for something else that one may do there too: "Wie ook het museum in wil, betaalt € 12"
_ASIDE: Final = re.compile(
    r"\b(?:wie|als\s+(?:je|u)|mocht\s+(?:je|u))\b[^.;]{0,40}\b(?:ook|daarna|aansluitend|nog|blijft|blijven|na\s+afloop)\b|"
    r"\b(?:gewone|reguliere|normale)\s+(?:entree\w*|toegang\w*|tarie\w+|prijs)\b|"
    r"\b(?:entree|toegang|kaartje|ticket)\s+(?:voor|van|tot)\s+(?:het|de)\s+(?:museum|park|zwembad|dierentuin|"
    r"tentoonstelling|kasteel)\b|\bvoor\s+het\s+(?:museum|zwembad|park)\s+(?:zelf|betaal\w*|geldt)",
    re.IGNORECASE,
)
_ELSEWHERE: Final = {"parking", "phone", "organisation", "title", "contact", "subject"}
_MOST: Final = 2500  # no day's conference costs more; larger amounts are budgets


class _Amount(NamedTuple):
    """An amount in euros and `text[start:end]` where it stands."""

    value: float
    start: int
    end: int


def find_price(letter: Letter, edition: Edition) -> Iterator[Finding]:
    """What a participant pays, in euros; 0 where the mail says that it is free.

    Where some pay and others need not ("€ 7,50, studenten gratis"), it is what is paid.
    """
    del edition
    for line in letter.maybe(letter.told(), _AMOUNT, FREE, labels=("price",)):
        if line.label in _ELSEWHERE:
            continue
        asked = line.label == "price" and (line.own_label or line.start == line.first)
        grade = LABELLED if asked else SAID
        amounts = _amounts(letter, line, asked=asked)
        free = free_of(letter, line, asked=asked)
        if free is not None and (not amounts or _beside(letter, line, free, amounts[0])):
            around = max(line.start, free[0] - 25), min(line.end, free[1] + 25)
            grade = min(grade, LIKELY) if _SOME.search(line.sheet.text, *around) is not None else grade
            yield letter.find("price", 0, grade, line, *free, "price")
        elif amounts:
            pays = line.label == "price" or letter.search(_PAY, line) is not None
            rivals = free is not None or len({amount.value for amount in amounts}) > 1
            grade = grade if pays and not rivals else LIKELY if pays or not rivals else GUESS
            grade = GUESS if letter.search(_ASIDE, line) is not None else grade
            before = line.sheet.text[max(line.start, amounts[0].start - 30) : amounts[0].start]
            grade = min(grade, LIKELY) if _HAD.search(before) is not None else grade
            if _FOR_ALL.match(line.sheet.text, amounts[0].end, line.end):
                grade = min(grade, LIKELY)
            first = amounts[1] if _changed(line, amounts) else amounts[0]
            value = int(first.value) if first.value.is_integer() else first.value
            yield letter.find("price", value, grade, line, first.start, first.end, "price")


def _beside(letter: Letter, line: Line, free: tuple[int, int], amount: _Amount) -> bool:
    """Whether an amount in a line that says "free" is that of something beside it: "gratis (lunch € 5)"."""
    text = line.sheet.text
    between = text[min(free[1], amount.end) : max(free[0], amount.start)]
    before = text[max(line.start, amount.start - 30) : amount.start]
    return (
        re.search(EXTRA, between, re.IGNORECASE) is not None
        or _COSTS_EXTRA.search(before) is not None
        or letter.search(_ASIDE, line) is not None
    )


def _changed(line: Line, amounts: list[_Amount]) -> bool:
    """Whether the first amount is the old one: "van € 60 naar € 25", "geen € 60 maar € 25"."""
    text = line.sheet.text
    if len(amounts) < 2:
        return False
    if _INSTEAD.search(text, line.start, amounts[0].start):
        return True
    return bool(
        re.search(r"\bvan\s+$", text[max(line.start, amounts[0].start - 8) : amounts[0].start])
        and re.search(r"\bnaar\s+$", text[amounts[0].end : amounts[1].start])
    )


def _amounts(letter: Letter, line: Line, *, asked: bool) -> list[_Amount]:
    """The amounts in a line that tells what is paid."""
    if letter.search(_NOT_PRICE, line):
        return []
    found = [_amount(match) for match in letter.finditer(_AMOUNT, line)]
    bare = _BARE.match(line.sheet.text, line.value, line.end) if asked and not found else None
    if bare is not None:
        found = [_Amount(_value(bare.group("a")), bare.start("a"), bare.end("a"))]
    return [amount for amount in found if 0 < amount.value <= _MOST and not _forfeited(line, amount)]


def _forfeited(line: Line, amount: _Amount) -> bool:
    """Whether an amount is paid by nobody who comes: "€ 25 bij no-show", "wie wegblijft betaalt 10 euro"."""
    text = line.sheet.text
    before = text[max(line.start, amount.start - 100) : amount.start]
    return bool(
        _MORE.match(text, amount.end, line.end)
        or _FORFEITS.match(text, amount.end, line.end)
        or _FORFEITED.search(before)
    )


def _amount(match: re.Match[str]) -> _Amount:
    coin, worded = match.group("coin"), match.group("c")
    if coin:
        return _Amount(10.0 if coin.lower() == "tientje" else 5.0, *match.span("coin"))
    half, cent = match.group("half"), match.group("cent")
    if half:
        whole = 1 if half.lower() == "anderhalve" else count_of(re.split(r"ën|\s", half)[0])
        return _Amount(whole + 0.5, *match.span("half"))
    if cent:
        return _Amount(count_of(cent) / 100, *match.span())
    if worded:
        cents = count_of(match.group("cents") or "")
        return _Amount(count_of(worded) + cents / 100, *match.span())
    figures = next(match.group(name) for name in "abdefg" if match.group(name))
    return _Amount(_value(figures) + int(match.group("odd") or 0) / 100, *match.span())


def _value(written: str) -> float:
    """An amount in figures: "7,50", "1.250", "12,-"."""
    plain = re.sub(r",[-=]$", "", written)
    if re.fullmatch(r"\d\.\d{3}(?:,\d\d)?", plain):
        plain = plain.replace(".", "")
    return float(plain.replace(",", "."))

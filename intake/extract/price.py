"""What it costs, and how many can come."""

import re
from collections.abc import Iterator
from typing import Final

from intake.edition import Edition
from intake.extract.dates.words import NUMBERS, NUMBERS_ABOVE
from intake.extract.finding import Finding
from intake.extract.grades import GUESS, LABELLED, LIKELY, SAID
from intake.extract.letter import Letter, Line

_FREE: Final = re.compile(
    r"\b(?:nergens\s+(?:zijn\s+)?(?:kosten\s+)?(?:aan\s+)?verbonden|nergens\s+zijn\s+kosten|gratis|"
    r"kosteloos|kostenloos|geen\s+kosten|kosten\s*:?\s*(?:geen|nul|nihil|gratis)|kost(?:en)?\s+(?:je\s+|"
    r"u\s+)?(?:niks|niets|nul)|nul\s+euro|vrije?\s+(?:toegang|entree|inloop)|(?:toegang|"
    r"entree)\s+(?:is\s+)?vrij|"
    r"vrij\s+toegankelijk|zonder\s+kosten|€\s?0(?:[,.]00|,-)?(?!\d|[.,]\d)|free|op\s+onze\s+kosten|"
    r"voor\s+onze\s+rekening)(?!\w)",
    re.IGNORECASE,
)
_NOT_FREE: Final = re.compile(
    r"\b(?:niet|geen)\s+gratis|gratis\s+(?:scan|download|parkeren|parkeer\w*|koffie|wifi|versie|proef\w*|"
    r"advies|verkrijgbaar|materiaal|exemplaar)|gratis\s+te\s+(?:downloaden|gebruiken)",
    re.IGNORECASE,
)
_AMOUNT: Final = re.compile(
    rf"(?<!\w)(?P<c>{'|'.join(sorted(w for w in NUMBERS if len(w) > 2))})\s+euro(?!\w)|"
    r"(?:€|\beur(?:o)?\b)\s?(?P<a>\d{1,4}(?:[.,]\d{2})?)(?:,-|,–|,—|\.-)?(?![\d%])|"
    r"(?<![\d.,])(?P<b>\d{1,4}(?:[.,]\d{2})?)(?:,-|,–)?\s?(?:euro|eur|€)(?!\w)",
    re.IGNORECASE,
)
_PAY: Final = re.compile(
    r"kost(?:en|prijs)?\b|prijs|entree|toegang|deelname|deelnem|bijdrage|per\s+persoon|p\.?\s?p\.?\b|"
    r"betaal|betalen|tarief|vragen\s+(?:we|wij|u|een)|inschrijf|kaart(?:en|je|jes)|tickets?|€|voldoen|pp\b|"
    r"werkboek|lunch|koffie",
    re.IGNORECASE,
)
_NOT_PRICE: Final = re.compile(
    r"\b(?:donateur|donatie|subsidie|boete|commerci\w+|schade|budget|per\s+jaar|winst|elders|normaal|p/m|"
    r"i\.p\.v\.|ter\s+waarde|opbrengst|bespaar|opgehaald|kwijt|salaris|sponsor\w*)\b",
    re.IGNORECASE,
)
_NUMBER: Final = rf"(?P<n>\d{{1,4}}|{'|'.join(sorted(w for w in (NUMBERS | NUMBERS_ABOVE) if len(w) > 2))})"
_A_NUMBER: Final = re.compile(_NUMBER, re.IGNORECASE)
_WHO: Final = (
    r"(?:deelnemers?|personen|person|mensen|man|plaatsen|plekken|plekjes|stoelen|zitplaatsen|aansluitingen|"
    r"bezoekers|toehoorders|gasten|aanmeldingen|inschrijvingen|ouders|"
    r"leerlingen|jongeren|kinderen|mentoren|docenten|leraren|leerkrachten|professionals|kaarten|kaartjes|"
    r"p\.?|tickets|belangstellenden|studenten|medewerkers|teams|scholen|koppels|kijkers|aanwezigen)"
)
_CAPACITY: Final = re.compile(
    rf"\b(?:max(?:imum|imaal)?\.?(?:\s+(?:aantal|capaciteit|groepsgrootte)\s*(?:deelnemers|"
    rf"personen)?)?\s*:?\s*(?:van\s+)?{_NUMBER}(?!\w|[,.]\d|\s?(?:uur|minuten|euro|jaar|€|%|min\b|klas|"
    rf"dagen))"
    rf"|(?:plaats|plek|ruimte|capaciteit|zitplaatsen|stoelen)\s+(?:is\s+er\s+)?(?:voor|aan|"
    rf"van)\s+(?:maximaal\s+|max\.?\s+|ongeveer\s+|zo'n\s+|"
    rf"circa\s+)?{_NUMBER.replace('?P<n>', '?P<m>')}(?!\w|\s?(?:uur|euro|jaar))"
    rf"|(?:niet\s+meer\s+dan|ten\s+hoogste|hooguit|hoogstens|"
    rf"tot)\s+{_NUMBER.replace('?P<n>', '?P<k>')}\s+{_WHO}"
    rf"|(?:maar|slechts|nog|er\s+zijn|we\s+hebben|wij\s+hebben|er\s+kunnen|kunnen|in\s+totaal|"
    rf"met\s+meer\s+dan|meer\s+dan)\s+(?:nu\s+|er\s+|nog\s+|dan\s+|"
    rf"maximaal\s+)?{_NUMBER.replace('?P<n>', '?P<l>')}\s+{_WHO}"
    rf"|(?<![\d,.–-]){_NUMBER.replace('?P<n>', '?P<j>')}\s+(?:plaatsen|plekken|plekjes|stoelen|"
    rf"zitplaatsen)(?:\s+beschikbaar)?)(?!\w)",
    re.IGNORECASE,
)
_COUNTED: Final = re.compile(
    r"\b(?:telde|waren|zaten|vorig\s+jaar|begeleid|laatste|jaarlijks|sinds|leverde|kwamen|kandidaten|"
    r"we\s+zoeken)\b",
    re.IGNORECASE,
)


def find_price(letter: Letter, edition: Edition) -> Iterator[Finding]:
    """What a participant pays, in euros; 0 where the mail says that it is free."""
    del edition
    for line in letter.told():
        if line.label in ("phone", "organisation", "title", "contact", "subject"):
            continue
        text = line.sheet.text
        labelled = line.label == "price"
        if labelled and line.said.strip(" .!").lower() in (
            "geen",
            "nee",
            "nihil",
            "niets",
            "gratis",
            "niks",
            "-",
            "0",
            "nvt",
            "n.v.t.",
            "vrij",
        ):
            yield letter.find("price", 0, LABELLED, line, line.value, line.end, "price")
            continue
        free = letter.search(_FREE, line)
        if free is not None and not _NOT_FREE.search(
            text, max(line.start, free.start() - 8), min(line.end, free.end() + 24)
        ):
            grade = LABELLED if labelled and line.own_label else SAID
            yield letter.find("price", 0, grade, line, free.start(), free.end(), "price")
        elif labelled and line.own_label and line.said.lower().startswith(("nee", "geen ", "er zijn geen")):
            yield letter.find("price", 0, LABELLED, line, line.value, line.end, "price")
        yield from _amounts(letter, line, labelled, free is not None)


def _amounts(letter: Letter, line: Line, labelled: bool, free: bool) -> Iterator[Finding]:
    if not letter.may(_AMOUNT, line) or letter.search(_NOT_PRICE, line):
        return
    for match in letter.finditer(_AMOUNT, line):
        pays = letter.search(_PAY, line) is not None
        grade = LABELLED if labelled else SAID if pays and not free else LIKELY if not free else GUESS
        worded = NUMBERS.get((match.group("c") or "").lower())
        amount = float(
            worded if worded is not None else (match.group("a") or match.group("b")).replace(",", ".")
        )
        yield letter.find(
            "price",
            int(amount) if amount.is_integer() else amount,
            grade,
            line,
            match.start(),
            match.end(),
            "price",
        )
        return


# "in plaats van 13.00", "plaats voor 14 uur": a time, however much the words before it are those of a number
_CLOCK_BEHIND: Final = re.compile(r"[.:]\d|\s?u(?:ur)?\b|u\d")


def find_capacity(letter: Letter, edition: Edition) -> Iterator[Finding]:
    """The largest number of participants."""
    del edition
    for line in letter.told():
        text = line.sheet.text
        if line.label == "capacity" and line.own_label:
            match = re.search(r"\d{1,4}", text[line.value : line.end])
            if match is not None:
                start = line.value + match.start()
                yield letter.find(
                    "capacity",
                    int(match.group()),
                    LABELLED,
                    line,
                    start,
                    start + len(match.group()),
                    "capacity",
                )
                continue
        if not (letter.may(_CAPACITY, line) and letter.may(_A_NUMBER, line)) or letter.search(_COUNTED, line):
            continue
        for found in letter.finditer(_CAPACITY, line):
            raw = next(group for group in found.groups() if group)
            number = int(raw) if raw.isdigit() else (NUMBERS | NUMBERS_ABOVE).get(raw.lower(), 0)
            if number > 1 and not _CLOCK_BEHIND.match(text, found.end()) and not _child_age(text, found):
                yield letter.find("capacity", number, SAID, line, found.start(), found.end(), "capacity")
                break


def _child_age(text: str, match: re.Match[str]) -> bool:
    return text[match.end() : match.end() + 6].strip().startswith("jaar")

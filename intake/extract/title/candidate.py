"""A name that the mail may mean, and how much speaks for it."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

from intake.campaign import named
from intake.edition import Edition
from intake.extract.finding import Finding
from intake.extract.grades import DERIVED, GUESS, LABELLED, LIKELY, SAID, TRACE
from intake.extract.letter import Letter
from intake.extract.line import Line, Place
from intake.extract.nouns import nouns
from intake.extract.people import is_person
from intake.extract.place.gazetteer import is_place
from intake.extract.title.name import MARKS, addressed, fact, has_noun, nobody, organisation, plain, telling

# What speaks for a name and against it. Only their order and sums count: a name is sure from SURE on.
POINTS: Final = {
    "label": 10,  # "Titel: ..."
    "what": 8,  # "Wat: ...", where it reads as a name
    "described": 5,  # "Wat: ...", where it reads as a description
    "head": 8,  # the heading of one of several activities
    "called": 7,  # "onder de titel ..."
    "quoted": 7,  # in quotes behind its noun: "de workshop ‘...’"
    "above": 7,  # a line of its own with a noun, above day and place
    "top": 6,  # a document's first line
    "alone": 5,  # a line of its own above day and place; quotes at the head of a line
    "theme": 5,  # "rond het thema ..."
    "dated": 5,  # quotes in a sentence with a day
    "noun": 4,  # a name behind its noun without quotes
    "subject": 3,
    "held": 3,  # behind a verb: "geven wij Samen sterk"
    "aside": 3,  # quotes elsewhere
    "shared": 3,  # "foto's van ons stoepkrijten"
    "phrase": 2,  # what the writer calls it for want of a name
    "stray": 1,  # a line of its own somewhere
    "again": 2,  # said once more in the same text
    "twice": 3,  # said in another text too: subject and mail, mail and document
    "day": 1,
    "named": 1,  # holds an activity's noun
    "announced": 6,  # behind "Uitnodiging:"
    "bare": -1,  # a noun alone, which tells only what kind of thing it is
    "plain": -1,  # its kind and whom or what it is about, no name: "inloop voor ouders"
    "organisation": -4,
    "signed": -4,  # the mail is signed with it: whose it is, not what
    "long": -2,
    "small": -1,  # begins with a small letter, and no noun
    "figures": -2,
    "open": -1,  # the sentence goes on behind it: where it ends is a guess
    "free": 0,  # where no person is named: behind a colon, "het programma ..."
    "filed": 2,  # an attachment is called so
}
_SURE: Final = 7
_GRADES: Final = ((10, LABELLED), (_SURE, SAID), (5, LIKELY), (4, DERIVED), (2, GUESS))
# marks of a writer who means a name, whatever its words: "Wat nu?", "Plek 14"
_MEANT: Final = frozenset(("label", "what", "described", "head", "called", "quoted"))
_POINTED: Final = frozenset(("label", "what", "described", "called", "quoted", "dated", "aside"))
_FILLED: Final = frozenset(("label", "what"))
_LONG: Final = 9
_WORDS: Final = 2
_FEW: Final = (
    3  # more words than these behind a noun name it, be they as general as "Van melding naar meedoen"
)
_NAMED: Final = 7  # a longer name may hold the campaign's
_MOST: Final = 120
_TELLING: Final = 10  # a word of fewer letters may stand anywhere for itself
_QUOTES: Final = {"‘": "’", "“": "”", "„": "”", '"': '"', "'": "'", "«": "»", "*": "*", "(": ")"}
_PLAIN: Final = re.compile(r"((?:Een|De|Het|Onze)\s|)[\w-]+(?:\s[a-zà-ÿ\d][\w'’/-]*)+$")
_LED: Final = re.compile(r"[\w-]+e\s(?=[a-z])")  # "Interactieve workshop voor ouders"
# what hangs behind a name: the word to what followed it, or its day
_TAIL: Final = re.compile(
    r"\s+(?:en|of|van|tijdens|start|begint)$|\s[–—-]\s+(?:maan|dins|woens|donder|vrij|zater|zon)dag\w*$",
    re.IGNORECASE,
)
# what a sheet calls itself before what it is about: "Uitnodiging themamiddag"
_SHEET: Final = frozenset(("uitnodiging", "aankondiging", "programma", "flyer", "persbericht", "aanmelding"))
_CLOCK: Final = re.compile(r"\d{1,2}[.:]\d\d|\b\d{1,2}[-/]\d{1,2}\b|\d{5,}|€")


@dataclass(frozen=True, slots=True)
class Candidate:
    """A stretch of a line that may be the name; `marks` say what speaks for it and against it."""

    line: Line
    start: int
    end: int
    marks: tuple[str, ...]

    @property
    def said(self) -> str:
        """The words as they stand there."""
        return " ".join(self.line.sheet.text[self.start : self.end].split())

    @property
    def text(self) -> str:
        """The name as it would be typed over."""
        value = self.said
        if value.count("(") != value.count(")"):
            value = value.replace("(", "").replace(")", "").strip()
        owner, _, thing = value.partition(" ")
        if owner.lower() in ("onze", "ons") and " " not in thing and has_noun(thing):
            value = thing  # "onze studiedag"
        if value.isupper() and len(value) > 6:  # capitals are not printed in an agenda
            value = value.lower()
        return value[:1].upper() + value[1:]


@dataclass(frozen=True, slots=True)
class _Weighed:
    """A candidate with its points; `plainly` where nothing else can be meant."""

    points: int
    candidate: Candidate
    plainly: bool


def trimmed(line: Line, start: int, end: int, *marks: str) -> Iterator[Candidate]:
    """A candidate without the signs around it; none where nothing is left."""
    text = line.sheet.text
    while True:
        while start < end and text[start] in MARKS:
            start += 1
        while end > start and (
            text[end - 1] in MARKS or (text[end - 1] == "." and text[end - 2 : end - 1] != ".")
        ):
            end -= 1
        close = _QUOTES.get(text[start : start + 1])
        if close is None or end - start < 4 or text[end - 1] != close or close in text[start + 1 : end - 1]:
            break
        start, end = start + 1, end - 1
    tail = _TAIL.search(text, start, end)
    end = tail.start() if tail is not None else end
    if 2 < end - start <= _MOST:
        yield Candidate(line, start, end, marks)


def weighed(letter: Letter, edition: Edition, candidates: Iterable[Candidate]) -> Iterator[Finding]:
    """One finding for each name, the likeliest first.

    Where none is worth a guess the noun of the activity is: 9 of 10 that had no name were called by it.
    """
    texts, around = _texts(letter), _around(letter)
    known = _joined((letter.writer.name, *(line.text for line in letter.at(Place.SIGNATURE, Place.COVER))))
    best: dict[str, _Weighed] = {}
    for candidate in candidates:
        key = plain(candidate.text)
        if not key or not _possible(candidate, edition, known):
            continue
        marks = _marks(candidate, texts, around)
        points = _points(marks)
        if key not in best or best[key].points < points:
            best[key] = _Weighed(points, candidate, _plainly(candidate, marks))
    _whole(best)
    ranked = sorted(best.values(), key=lambda one: -one.points)
    lone = bool(ranked) and _grade(ranked[0]) < GUESS
    for one in ranked:
        at, grade = one.candidate, _grade(one)
        if lone and has_noun(at.text):
            grade, lone = GUESS, False
        yield letter.find("title", at.text, grade, at.line, at.start, at.end, "title")


def _whole(best: dict[str, _Weighed]) -> None:
    """A phrase is as likely as the one word that it begins with: "themamiddag over verzuim"."""
    for key, one in list(best.items()):
        if " " in key or not has_noun(one.candidate.text):
            continue
        for other, whole in best.items():
            longer = other.startswith((f"{key} over ", f"{key} rond "))
            if longer and _GRADES[-1][0] <= whole.points <= one.points:
                best[other] = replace(whole, points=one.points + 1)


def _nobodys(candidate: Candidate, known: str) -> bool:
    """Whether a name is nobody's: two words with capitals are both, "Warme Start" as well as "Wim Start".

    In a subject and behind a colon they are a person only where the mail is signed with them (`known`).
    """
    if nobody(candidate.text):
        return True
    free = candidate.line.place is Place.SUBJECT or "free" in candidate.marks
    person = is_person(candidate.text) and not is_place(candidate.text)
    return free and person and f" {plain(candidate.text)} " not in known


def _possible(candidate: Candidate, edition: Edition, known: str) -> bool:
    """Whether the words can be a name at all: not the campaign's, nobody's, no place's, no mail's own."""
    text = candidate.text
    if addressed(text) or fact(text):
        return False
    if _MEANT.isdisjoint(candidate.marks):
        if telling(text, edition):
            return _nobodys(candidate, known)
        general = "noun" in candidate.marks and len(text.split()) > _FEW
        return general and not named(text, edition) and nobody(text)
    if named(text, edition) and len(text.split()) < _NAMED:
        return False
    if "head" in candidate.marks and text[-1] not in "?!" and not telling(text, edition):
        return False  # "Activiteit B"
    if len(text.split()) == 1 and not telling(text, edition):
        return False
    if not _FILLED.isdisjoint(candidate.marks) or nobody(text) or not telling(text, edition):
        return True
    return (
        "quoted" in candidate.marks and is_person(text) and not is_place(text)
    )  # "de actie ‘Huis van Glas’"


def _grade(one: _Weighed) -> float:
    """What a name is worth by its points; where one that is not told plainly ends is a guess."""
    grade = next((grade for least, grade in _GRADES if one.points >= least), TRACE)
    return LIKELY if grade == SAID and not one.plainly else grade


def _plainly(candidate: Candidate, marks: Sequence[str]) -> bool:
    """Whether a name stands in quotes, or twice.

    In 280 mails that nobody had looked at 87 of 88 names in quotes were right, and 105 of 113 others.
    """
    text, start = candidate.line.sheet.text, candidate.start
    close = _QUOTES.get(text[start - 1 : start]) if start else None
    quoted = close is not None and close not in "*)" and text.startswith((close, "." + close), candidate.end)
    return quoted or "again" in marks


def _marks(candidate: Candidate, texts: dict[str, str], around: tuple[str, str]) -> list[str]:
    """All that speaks for a name and against it."""
    return [
        *candidate.marks,
        *_looks(candidate),
        *_said_again(candidate, texts),
        *_mail(candidate, *around),
    ]


def _points(marks: Sequence[str]) -> int:
    """What speaks for a name, summed; a noun alone is never sure, but where a label asks for it."""
    points = sum(POINTS[mark] for mark in marks)
    return min(points, _SURE - 1) if "bare" in marks and _FILLED.isdisjoint(marks) else points


def _around(letter: Letter) -> tuple[str, str]:
    """The words that a mail is signed with, and those that its files are called."""
    signed = [line.text for line in letter.at(Place.SIGNATURE)]
    subject = " ".join(plain(line.text) for line in letter.at(Place.SUBJECT))
    writer = letter.writer.name
    if is_person(writer) and plain(writer.split()[0]) not in subject.split():
        signed.append(writer)
    return _joined(signed), _joined(part.name for part in letter.mail.parts)


def _joined(texts: Iterable[str]) -> str:
    """The words of texts, as names are compared; no name goes from one text to the next."""
    return "".join(f" {plain(text)} |" for text in texts)


def _mail(candidate: Candidate, signed: str, files: str) -> Iterator[str]:
    """Whether an attachment is called so ("Brief Rondje zonder rugzak.docx"), or the mail signed with it."""
    name = f" {plain(candidate.text)} "
    if _POINTED.isdisjoint(candidate.marks) and name in signed:
        yield "signed"
    if name.count(" ") > _WORDS and name in files:
        yield "filed"


def _looks(candidate: Candidate) -> Iterator[str]:
    """What the words themselves tell."""
    text = candidate.text
    words = plain(text).split()
    raw = candidate.line.sheet.text[candidate.start]
    if len([word for word in words if word not in _SHEET]) == 1 and has_noun(text):
        yield "bare"
    elif _describes(candidate, text):
        yield "plain"
    if organisation(candidate.said) and "label" not in candidate.marks:
        yield "organisation"
    if len(words) > _LONG:
        yield "long"
    if raw.islower() and not has_noun(text):
        yield "small"
    if _CLOCK.search(text):
        yield "figures"


def _describes(candidate: Candidate, text: str) -> bool:
    """Whether words only tell what kind of thing it is: "inloop voor ouders", "een rustige rondleiding"."""
    kind = _PLAIN.match(text)
    if kind is not None and any(at == kind.end(1) for _, at, _ in nouns(text, 0, len(text))):
        return True
    led = _LED.match(text) if "phrase" in candidate.marks else None
    return led is not None and has_noun(text[led.end() :])


def _said_again(candidate: Candidate, texts: dict[str, str]) -> Iterator[str]:
    """Whether the name is said elsewhere; one plain word is, in any mail."""
    name = f" {plain(candidate.text)} "
    if " " not in name.strip() and (has_noun(candidate.text) or len(name) < _TELLING):
        return
    source = candidate.line.sheet.source
    if any(name in text for other, text in texts.items() if other != source):
        yield "twice"
    elif source in texts and texts[source].count(name) > 1:
        yield "again"


def _texts(letter: Letter) -> dict[str, str]:
    """The words of each text of the letter, as names are compared."""
    parts: dict[str, list[str]] = {}
    for line in (*letter.told(), *letter.at(Place.SUBJECT)):
        parts.setdefault(line.sheet.source, []).append(plain(line.text))
    return {source: f" {' '.join(told)} ".replace(" ", " ") for source, told in parts.items()}

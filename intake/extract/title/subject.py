"""The name in the subject: without the campaign's name, without what mails are made of, without dates."""

import re
from collections.abc import Iterator
from typing import Final

from intake.campaign import named
from intake.edition import Edition
from intake.extract.dates.days import DayMention
from intake.extract.letter import Letter
from intake.extract.line import Line
from intake.extract.title.candidate import Candidate, trimmed
from intake.extract.title.name import MARKS, has_noun, telling
from intake.extract.title.words import generic

_SPLIT: Final = re.compile(r"\s+[|/–—-]\s+|\s*:\s+|\s*[|]\s*|!\s+(?=[a-z(])")
_BRACKETS: Final = re.compile(r"\s*\[[^\]]{1,30}\]\s*")
_FIRST: Final = re.compile(
    r"\W*(?P<word>[A-Za-zÀ-ÿ-]+)(?:\W+(?:t\.?b\.?v\.?|i\.?v\.?m\.?|voor|van|over|onze|de|het|een|tijdstip|datum)\b)*\W*"
)
_LAST: Final = re.compile(
    r"[\s,(–—-]*(?:\b(?:op|naar|van|om|vanaf|voor|d\.?d\.?)\s*)?(?:\b(?:ma|di|wo|do|vr)\w*\.?\s*)?$"
)
_ASIDE: Final = re.compile(r"\s*\([^()]*\)?\s*$")
# what leads up to the campaign's name
_FRAGMENT: Final = re.compile(
    r"(?:\s*[,(]?\s*(?:(?:als\s+\w+\s+(?:van|voor|aan|in)|voor|in|tijdens|i\.?v\.?m\.?|i\.?h\.?k\.?v\.?|ihkv|tbv|"
    r"t\.?b\.?v\.?|ivm|in\s+het\s+kader\s+van|ten\s+behoeve\s+van|van|bij|o\.?v\.?v\.?|ter\s+gelegenheid\s+van|"
    r"aan|binnen|rond|uit)\s+)?(?:de\s+|onze\s+|het\s+)?(?:landelijke?\s+|nationale?\s+)?)$",
    re.IGNORECASE,
)
_NO_NAME: Final = re.compile(
    r"\b(?:kun|kunt|kunnen|wil|wilt|willen)\s+(?:je|u|jullie)\b|\b(?:doe|doen)\s+(?:ook\s+)?mee|\b(?:zie|bijgevoegd|vraag\w*|vragen|brief|meld\w*|formulier|materiaal|foto'?s?|onze|ons|"
    r"mijn|jullie|graag|opnemen|plaatsen|aanleveren|geven\s+wij|overzicht|nieuwsbrief|\d\s*x|twee|drie|vier|vijf|verslag|u|uw)\b",
    re.IGNORECASE,
)


def subject(letter: Letter, line: Line, edition: Edition) -> Iterator[Candidate]:
    """The pieces of the subject between its separators that can be a name."""
    text = line.sheet.text
    for start, end in _pieces(text, line.start, line.end):
        if named(text[start:end], edition):
            start, end = _around(text, start, end, edition)
        start, end = _bare(letter, line, start, end)
        bare = text[start:end].strip(MARKS)
        if len(bare) < 4 or named(bare, edition) or not telling(bare, edition):
            continue
        if letter.near or _NO_NAME.search(bare):
            yield from trimmed(line, start, end, "stray")
        else:
            yield from trimmed(line, start, end, "subject", *(["named"] if has_noun(bare) else []))


def _pieces(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    for match in _SPLIT.finditer(text, start, end):
        yield start, match.start() + (match.group()[0] == "!")
        start = match.end()
    yield start, end


def _bare(letter: Letter, line: Line, start: int, end: int) -> tuple[int, int]:
    """A piece without the general words at its head, and without the day and all that follows it."""
    text = line.sheet.text
    for mention in letter.mentions(line):
        if isinstance(mention, DayMention) and start < mention.start < end and mention.dated:
            cut = _LAST.search(text[start : mention.start])
            end = start + cut.start() if cut else mention.start
    while True:
        bracket = _BRACKETS.match(text, start, end)
        if bracket is not None:
            start = bracket.end()
        first = _FIRST.match(text, start, end)
        if first is None or not generic(first.group("word")) or first.end() >= end:
            break
        start = first.end()
    aside = _ASIDE.search(text[start:end])
    return start, start + aside.start() if aside is not None and aside.start() > 3 else end


def _around(text: str, start: int, end: int, edition: Edition) -> tuple[int, int]:
    """A piece of the subject without the words that name the campaign, and without what leads up to them."""
    words = [(m.start(), m.end()) for m in re.finditer(r"\S+", text[start:end])]
    for count in range(1, len(words) + 1):
        for first in range(len(words) - count + 1):
            a, b = start + words[first][0], start + words[first + count - 1][1]
            if named(text[a:b], edition):
                stop = a
                while True:  # "als afsluiting van de", "in de landelijke"
                    fragment = _FRAGMENT.search(text[start:stop])
                    if fragment is None or fragment.start() == stop - start:
                        break
                    stop = start + fragment.start()
                return (start, stop) if len(text[start:stop].strip(MARKS)) > 3 else (b, end)
    return start, end

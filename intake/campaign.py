"""The campaign's name in any recognisable spelling: case, joined or split words, slips of the finger."""

import re
import unicodedata
from functools import lru_cache
from typing import Final, NamedTuple

from intake.edition import Edition

_INVISIBLE: Final = re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]")
_BROKEN: Final = re.compile(r"-\s*\n\s*")
_WORD: Final = re.compile(r"[a-z0-9]+")
# words that organisers leave out, and that say nothing by themselves
_WIDE: Final = {
    "landelijke",
    "nationale",
    "internationale",
    "europese",
    "vlaamse",
    "provinciale",
    "regionale",
    "jaarlijkse",
    "grote",
}
_SMALL: Final = {
    "de",
    "het",
    "een",
    "van",
    "voor",
    "tegen",
    "en",
    "in",
    "op",
    "met",
    "der",
    "den",
    "over",
    "aan",
    "zonder",
    "the",
    "of",
}
_PERIODS: Final = ("week", "dag", "dagen", "maand", "campagne", "tour", "estafette")
_PERIODS_C: Final = tuple(period.replace("k", "c") for period in _PERIODS)
_WHOSE: Final = re.compile(r"\s+(?:van|voor|over|tegen|der)\b")
_WINDOW: Final = 6


class _Name(NamedTuple):
    """What of the campaign's name must be found: its telling words, whole and joined, and further tags."""

    words: tuple[str, ...]
    joined: frozenset[str]
    tags: tuple[str, ...]
    starts: frozenset[str]


def plain(text: str) -> str:
    """Text as it is compared: no invisible characters, no broken words, no accents, small letters."""
    text = _BROKEN.sub("", _INVISIBLE.sub("", text))
    if not text.isascii():
        text = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode()
    return text.lower()


def named(text: str, edition: Edition) -> bool:
    """Whether a text names the campaign, in any spelling that a person would recognise."""
    name = _name(edition)
    flat = plain(text)
    if any(re.search(rf"(?<![a-z0-9]){re.escape(tag)}(?![a-z0-9])", flat) for tag in name.tags):
        return True
    if not name.words:
        return False
    words = _WORD.findall(flat.replace("k", "c"))
    places: list[list[int]] = [[] for _ in name.words]
    for at, word in enumerate(words):
        if word[:3] not in name.starts:
            continue
        pair = word + words[at + 1] if at + 1 < len(words) else word
        if any(near(candidate, joined) for joined in name.joined for candidate in (word, pair)):
            return True
        for number, wanted in enumerate(name.words):
            if near(word, wanted) or (len(word) < len(wanted) - 1 and near(pair, wanted)):
                places[number].append(at)
    return _together(places)


def half_named(text: str, edition: Edition) -> bool:
    """Whether a text names the campaign by half: "de actieweek", "de landelijke week".

    Another campaign has the same half ("de actieweek van de vakbond"): what follows must not say whose.
    """
    halves = [word for word in _name(edition).words if word not in _PERIODS_C and word.endswith(_PERIODS_C)]
    flat = plain(text)
    before = ""
    for match in _WORD.finditer(flat):
        word = match.group()
        wide = before in _WIDE and word in _PERIODS
        half = wide or any(near(word.replace("k", "c"), half) for half in halves)
        if half and not _WHOSE.match(flat, match.end()):
            return True
        before = word
    return False


def topical(text: str, edition: Edition) -> bool:
    """Whether a text holds the campaign's most telling word: its subject, not its name."""
    name = _name(edition)
    if not name.words:
        return False
    stem = max(name.words, key=len)
    stem = stem[: max(5, len(stem) - 2)]
    return stem in plain(text).replace("k", "c")


def _together(places: list[list[int]]) -> bool:
    """Whether one place for every word lies within a few words of the others."""
    if not all(places):
        return False
    for first in places[0]:
        if all(any(abs(other - first) <= _WINDOW for other in rest) for rest in places[1:]):
            return True
    return False


@lru_cache(maxsize=16)
def _name(edition: Edition) -> _Name:
    words = [word for word in _WORD.findall(plain(edition.name)) if word not in _SMALL]
    telling = [word for word in words if word not in _WIDE] or words
    telling = [word.replace("k", "c") for word in telling]
    joined = {"".join(telling), "".join(reversed(telling))} if len(telling) > 1 else set()
    joined.add("".join(words).replace("k", "c"))
    for word in telling:
        for period in _PERIODS:
            if word.endswith(period.replace("k", "c")) and len(telling) > 1:
                # "Actieweek Thuiszitters" is also called the "Thuiszittersweek"
                joined.update(other + period.replace("k", "c") for other in telling if other != word)
    starts = frozenset(word[:3] for word in [*telling, *joined])
    return _Name(
        tuple(telling), frozenset(joined), tuple(plain(tag) for tag in edition.tags if tag.strip()), starts
    )


@lru_cache(maxsize=8192)
def near(word: str, wanted: str) -> bool:
    """Whether a word is the wanted one but for a slip: one edit in short words, two in long ones."""
    if word == wanted:
        return True
    allowed = 0 if len(wanted) < 5 else 1 if len(wanted) < 9 else 2
    if not allowed or abs(len(word) - len(wanted)) > allowed:
        return False
    return _distance(word, wanted, allowed) <= allowed


def _distance(one: str, other: str, most: int) -> int:
    """The edits (with swaps of neighbours) between two words, or more than `most` once it is that."""
    before: list[int] = []
    row = list(range(len(other) + 1))
    for i, left in enumerate(one, 1):
        older, before, row = before, row, [i]
        for j, right in enumerate(other, 1):
            cost = min(before[j] + 1, row[j - 1] + 1, before[j - 1] + (left != right))
            if i > 1 and j > 1 and left == other[j - 2] and one[i - 2] == right:
                cost = min(cost, older[j - 2] + 1)
            row.append(cost)
        if min(row) > most:
            return most + 1
    return row[-1]

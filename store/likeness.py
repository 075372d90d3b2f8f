"""How alike two names are: of organisations, and of activities. Pure, and the same on every database."""

import re
import unicodedata
from functools import lru_cache

# Words that say nothing of which organisation or activity is meant.
_EMPTY = frozenset(
    [
        "de",
        "het",
        "een",
        "en",
        "van",
        "voor",
        "in",
        "op",
        "te",
        "bij",
        "met",
        "aan",
        "the",
        "of",
        "and",
        "stichting",
    ]
)

# What some write within a word and others leave out.
_HYPHEN = re.compile(r"(?<=[^\W\d])[-'’](?=[^\W\d])")

# A key is indexed; names of organisations and activities are shorter than this by far.
_LONGEST = 200

# Keys whose pieces are remembered between comparisons; some 1 KB each.
_REMEMBERED = 4096


def name_key(name: str) -> str:
    """The words that matter, without case, accents and punctuation: "Stichting De Lindé" is "linde"."""
    plain = unicodedata.normalize("NFKD", name[: 4 * _LONGEST]).casefold()
    plain = "".join(letter for letter in plain if not unicodedata.combining(letter))
    words = re.findall(r"\w+", _HYPHEN.sub("", plain))
    return " ".join([word for word in words if word not in _EMPTY] or words)[:_LONGEST]


def likeness(one: str, other: str) -> float:
    """How alike two keys are, from 0 to 1: the share of their runs of three letters that they share.

    Two names with different numbers in them are not alike at all: "deel 1" is not "deel 2".
    """
    if not one or not other:
        return 0.0
    if one == other:
        return 1.0
    pieces, numbers = _pieces(one)
    others, other_numbers = _pieces(other)
    if numbers != other_numbers:
        return 0.0
    return 2 * len(pieces & others) / (len(pieces) + len(others))


@lru_cache(maxsize=_REMEMBERED)
def _pieces(key: str) -> tuple[frozenset[str], frozenset[str]]:
    padded = f"  {key.replace(' ', '  ')}  "
    threes = frozenset(padded[at : at + 3] for at in range(len(padded) - 2))
    return threes, frozenset(re.findall(r"\d+", key))

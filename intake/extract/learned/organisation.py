"""How likely an organisation is of each type, by the letters of its name: what no list of words foresees."""

from collections.abc import Iterator
from typing import Final

from intake.extract.learned.model import Features, learned
from intake.extract.learned.stems import stems

MODEL: Final = "organisation_type"

_GRAMS: Final = range(3, 6)  # letters that follow each other: "school" in "boksschool", "lyceum", "jeugd"


def likely_types(name: str) -> dict[str, float]:
    """The probability of each type of organisation, of one with this name."""
    return learned(MODEL).probabilities(features(name))


def features(name: str) -> Features:
    """The stems of a name's words, and each few letters of it; `^` and `$` stand where it begins and ends."""
    small = name.lower()
    return {
        **{f"stem {stem}": 1.0 for stem in stems(small)},
        **{f"letters {part}": 1.0 for part in _parts(f"^{small}$")},
    }


def _parts(text: str) -> Iterator[str]:
    for length in _GRAMS:
        for start in range(len(text) - length + 1):
            yield text[start : start + length]

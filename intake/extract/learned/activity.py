"""How likely an activity is of each type, by all the words of its mail."""

import re
from collections.abc import Iterable, Iterator
from typing import Final

from intake.extract.learned.model import learned
from intake.extract.letter import Letter
from intake.extract.line import Place

MODEL: Final = "activity_type"

_WORD: Final = re.compile(r"[^\W\d_]+")
_STEM: Final = 6  # letters


def likely_types(letter: Letter, besides: Iterable[str]) -> dict[str, float]:
    """The probability of each type of activity, of one that has the mail to itself.

    Args:
        letter: the mail.
        besides: texts whose words are left out, for the others to be asked.
    """
    found = features(letter)
    for text in besides:
        for stem in _stems(text):
            found.pop(stem, None)
    return learned(MODEL).probabilities(found)


def features(letter: Letter) -> dict[str, float]:
    """The stems of the words of the subject, the text and the documents, each once."""
    lines = (*letter.at(Place.SUBJECT), *letter.told())
    return {stem: 1.0 for line in lines for stem in _stems(line.text)}


def _stems(text: str) -> Iterator[str]:
    return (word[:_STEM] for word in _WORD.findall(text.lower()))

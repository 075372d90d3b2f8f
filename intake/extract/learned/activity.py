"""How likely an activity is of each type, by all the words of its mail."""

from collections.abc import Iterable
from typing import Final

from intake.extract.learned.model import learned
from intake.extract.learned.stems import stems
from intake.extract.letter import Letter
from intake.extract.line import Place

MODEL: Final = "activity_type"


def likely_types(letter: Letter, besides: Iterable[str]) -> dict[str, float]:
    """The probability of each type of activity, of one that has the mail to itself.

    Args:
        letter: the mail.
        besides: texts whose words are left out, for the others to be asked.
    """
    found = features(letter)
    for text in besides:
        for stem in stems(text):
            found.pop(stem, None)
    return learned(MODEL).probabilities(found)


def features(letter: Letter) -> dict[str, float]:
    """The stems of the words of the subject, the text and the documents, each once."""
    lines = (*letter.at(Place.SUBJECT), *letter.told())
    return {stem: 1.0 for line in lines for stem in stems(line.text)}

"""The stems of a text's words."""

import re
from collections.abc import Iterator
from typing import Final

_WORD: Final = re.compile(r"[^\W\d_]+")
_STEM: Final = 6  # letters: the forms of a Dutch verb or noun, and most of its compounds, have them in common


def stems(text: str) -> Iterator[str]:
    """The first letters of each word of a text, in small ones; as often as they are there."""
    return (word[:_STEM] for word in _WORD.findall(text.lower()))

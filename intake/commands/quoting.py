"""Where words stand, and the words themselves, as staff read it: 'bijlage flyer.pdf, regel 3: “9 mei”'."""

from collections.abc import Sequence

from intake import words
from intake.explain import Spot

# What a person still takes in: of one value, of one quotation, of a file's name.
MOST_SPOTS = 6
MOST_WORDS = 120
MOST_NAME = 30


def places(spots: Sequence[Spot]) -> str:
    """The words that a value stands on, each with where it stands; of one text its name is told once."""
    told: dict[tuple[str, str], list[str]] = {}
    for spot in spots[:MOST_SPOTS]:
        told.setdefault((_source(spot), _line(spot)), []).append(quoted(spot.words))
    shown, last = [], ""
    for (source, line), quotes in told.items():
        where = line if source == last else ", ".join(filter(None, (source, line)))
        shown.append(f"{where}: {' … '.join(quotes)}")
        last = source
    more = [f"{words.MORE} {len(spots) - MOST_SPOTS}"] if len(spots) > MOST_SPOTS else []
    return "; ".join(shown + more)


def place(spot: Spot) -> str:
    """Where words stand, as "bijlage flyer.pdf, regel 3"."""
    return ", ".join(filter(None, (_source(spot), _line(spot))))


def quoted(said: str) -> str:
    """Words as a quotation, on one line."""
    return f"“{_cut(' '.join(said.split()), MOST_WORDS)}”"


def _source(spot: Spot) -> str:
    kind, _, name = spot.source.partition(":")
    return words.SOURCES.get(spot.source) or f"{words.SOURCES.get(kind, kind)} {_cut(name, MOST_NAME)}"


def _line(spot: Spot) -> str:
    """Where in its text a spot is, as "regel 3, ondertekening"; a subject and a header have no lines."""
    page = f"{words.PAGE} {spot.page}" if spot.page else ""
    line = f"{words.LINE} {spot.line}" if spot.line and spot.source != "subject" else ""
    return ", ".join(filter(None, (page, line, words.VOICES.get(spot.voice, spot.voice))))


def _cut(said: str, most: int) -> str:
    """Long words without their middle: a quotation's beginning, a file's ending tell most."""
    if len(said) <= most:
        return said
    return f"{said[: most * 2 // 3].rstrip()}…{said[-most // 3 :].lstrip()}"

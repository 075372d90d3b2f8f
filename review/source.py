"""A mail's text cut up for the page: whose words they are, and which of them values stand on."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any, Final

from store.draftview import DraftView, FieldView, Quote

# Whose words are not the sender's own: folded, so that what matters stands out. By key in the catalogue.
_FOLDS: Final[Mapping[str, str]] = {
    "quoted": "quoted",
    "forwarded": "forwarded",
    "signature": "signature",
    "disclaimer": "disclaimer",
}
_QUOTED: Final = "quoted"
_MAILS: Final = frozenset({"quoted", "forwarded"})


@dataclass(frozen=True, slots=True)
class Piece:
    """Some words, and the keys of the values that stand on them; `first` are those that begin here."""

    text: str
    keys: tuple[str, ...] = ()
    first: tuple[str, ...] = ()

    @property
    def telling(self) -> bool:
        """Whether a value of the form stands on them, not an alternative alone."""
        return any("." not in key for key in self.keys)


@dataclass(frozen=True, slots=True)
class Stretch:
    """Words of one voice: "" is the sender's own. `lines` counts them, `telling`: values stand on some."""

    voice: str
    pieces: tuple[Piece, ...]
    lines: int
    telling: bool


@dataclass(frozen=True, slots=True)
class Mark:
    """Where a value stands: `key` is its field, or field and rank for an alternative."""

    key: str
    start: int
    end: int


def marks(view: DraftView) -> dict[str, list[Mark]]:
    """Where the values of a draft and their alternatives stand, by source."""
    found: dict[str, list[Mark]] = {}
    for field in view.fields.values():
        for key, quotes in keyed(field):
            for quote in quotes:
                found.setdefault(quote.source, []).append(Mark(key, quote.start, quote.end))
    return found


def keyed(field: FieldView) -> Iterator[tuple[str, Sequence[Quote]]]:
    """The value of a field and its alternatives, each with its key and the words that it stands on."""
    yield field.field, field.evidence
    for number, reading in enumerate(readings(field)):
        yield f"{field.field}.{number}", reading.evidence


def readings(field: FieldView) -> list[Any]:
    """What was read for a field and does not stand in it now."""
    known = ([] if field.found is None else [field.found]) + list(field.alternatives)
    return [one for one in known if one.value != field.value]


def stretches(text: str, passages: Iterable[Mapping[str, Any]], found: Sequence[Mark]) -> list[Stretch]:
    """A text in stretches of one voice, its marks in pieces. What no passage covers is the sender's own."""
    made: list[Stretch] = []
    at = 0
    for voice, start, end in [*_voices(passages), ("", len(text), len(text))]:
        if text[at:start].strip():
            made.append(_stretch("", text, at, start, found))
        if text[start:end].strip():
            made.append(_stretch(voice, text, start, end, found))
        at = max(at, end)
    return made


def _voices(passages: Iterable[Mapping[str, Any]]) -> list[tuple[str, int, int]]:
    """Neighbours of one voice are one; the lines that introduce a mail go with it."""
    joined: list[tuple[str, int, int]] = []
    introduced: tuple[int, int] | None = None
    for one in passages:
        voice, start, end = _FOLDS.get(one["kind"], ""), one["start"], one["end"]
        if one["kind"] == "header":
            introduced = (start if introduced is None else introduced[0], end)
            continue
        if introduced is not None:
            if voice in _MAILS:
                start = introduced[0]
            else:
                joined.append((_QUOTED, *introduced))
            introduced = None
        if joined and joined[-1][0] == voice:
            start = joined.pop()[1]
        joined.append((voice, start, end))
    return joined if introduced is None else [*joined, (_QUOTED, *introduced)]


def _stretch(voice: str, text: str, start: int, end: int, found: Sequence[Mark]) -> Stretch:
    while start < end and text[start] in "\n\r":
        start += 1
    end = start + len(text[start:end].rstrip())
    pieces = tuple(_pieces(text, start, end, found))
    telling = any(piece.telling for piece in pieces)
    return Stretch(voice, pieces, text.count("\n", start, end) + 1, telling)


def _pieces(text: str, start: int, end: int, found: Sequence[Mark]) -> Iterator[Piece]:
    here = [mark for mark in found if mark.start < end and mark.end > start and mark.start < mark.end]
    cuts = sorted({start, end, *(max(start, m.start) for m in here), *(min(end, m.end) for m in here)})
    for left, right in pairwise(cuts):
        over = [mark for mark in here if mark.start <= left and mark.end >= right]
        keys = tuple(dict.fromkeys(mark.key for mark in over))
        first = tuple(dict.fromkeys(mark.key for mark in over if max(start, mark.start) == left))
        yield Piece(text[left:right], keys, first)

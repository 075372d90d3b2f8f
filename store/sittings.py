"""The sittings of a published activity: each keeps its UID for good, and counts what was changed of it.

Pure. A day that is moved is the same event to a calendar; one that was dropped stays, cancelled.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import asdict, dataclass, replace

from store.incoming import Json

Span = tuple[str, str | None]


@dataclass(frozen=True, slots=True)
class Sitting:
    """One VEVENT: local ISO days or times, as a draft's `dates` have them.

    `sequence` goes up by one whenever its time, place or status changes (RFC 5545 section 3.8.7.4).
    """

    uid: str
    starts: str
    ends: str | None
    sequence: int = 0
    cancelled: bool = False

    @property
    def span(self) -> Span:
        """From when to when."""
        return self.starts, self.ends


def follow(
    known: Sequence[Sitting], spans: Iterable[Span], new_uid: Callable[[], str], *, elsewhere: bool
) -> tuple[Sitting, ...]:
    """The sittings after the activity's days and times have become `spans`, in the order of their starts.

    Args:
        known: the sittings as they were.
        spans: from when to when, each once.
        new_uid: makes an UID that was never given before.
        elsewhere: whether place or status changed too, which changes each sitting.
    """
    wanted = list(spans)
    free = [one for one in known if not one.cancelled]
    dropped = [one for one in known if one.cancelled]
    pairs: list[tuple[Sitting, Span]] = []
    for some, same in ((free, _span), (dropped, _span), (free, _day), (free, _any)):
        _pair(some, wanted, pairs, same)
    after = [_moved(one, span, elsewhere) for one, span in pairs]
    after += [replace(one, cancelled=True, sequence=one.sequence + 1) for one in free]
    after += dropped
    after += [Sitting(new_uid(), *span) for span in wanted]
    return tuple(sorted(after, key=lambda one: (one.starts, one.ends or "", one.uid)))


def to_json(sittings: Iterable[Sitting]) -> Json:
    """As `Publication.sessions` keeps them."""
    return [asdict(one) for one in sittings]


def from_json(value: Json) -> tuple[Sitting, ...]:
    """Back from there."""
    return tuple(Sitting(**one) for one in value)


def _span(span: Span) -> object:
    return span


def _day(span: Span) -> object:
    return span[0][:10]


def _any(span: Span) -> object:  # noqa: ARG001 - of one shape with the others
    return None


def _pair(
    free: list[Sitting],
    wanted: list[Span],
    pairs: list[tuple[Sitting, Span]],
    same: Callable[[Span], object],
) -> None:
    """Move what is alike from `free` and `wanted` to `pairs`, the earliest first."""
    for span in list(wanted):
        one = next((one for one in free if same(one.span) == same(span)), None)
        if one is not None:
            free.remove(one)
            wanted.remove(span)
            pairs.append((one, span))


def _moved(one: Sitting, span: Span, elsewhere: bool) -> Sitting:
    if one.span == span and not one.cancelled and not elsewhere:
        return one
    return replace(one, starts=span[0], ends=span[1], sequence=one.sequence + 1, cancelled=False)

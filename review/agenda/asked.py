"""What a visitor of the agenda asked for: filters that live in the address. Pure."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final
from urllib.parse import urlencode

from review.agenda.item import Item
from review.agenda.land import PROVINCES
from store.fields import ACTIVITY_TYPES

# A page of the list or of the feed as JSON; a visitor reads no more at a time.
PAGE: Final = 100
PAGE_PARAMETER: Final = "pagina"
# Longer words are no words; no filter needs more of them.
_LONGEST: Final = 200


class Filters:
    """What any list's filters do: they stand in an address, and lead from page to page."""

    __slots__ = ()

    @property
    def told(self) -> dict[str, str]:
        """The parameters of the address, in their order; "" where one is not asked for."""
        raise NotImplementedError

    def query(self) -> str:
        """As it stands in an address, always in the same order; "" where nothing is asked."""
        return urlencode({name: value for name, value in self.told.items() if value})

    def path(self, base: str) -> str:
        """An address below which this is asked."""
        query = self.query()
        return f"{base}?{query}" if query else base

    @property
    def narrowed(self) -> bool:
        """Whether anything is filtered."""
        return any(value for name, value in self.told.items() if name != PAGE_PARAMETER)


@dataclass(frozen=True, slots=True)
class Asked(Filters):
    """The filters; empty is all. `page` counts from 1."""

    day: date | None = None
    province: str = ""
    kind: str = ""
    audience: str = ""
    words: str = ""
    page: int = 1

    @property
    def told(self) -> dict[str, str]:
        """See `Filters`."""
        return {
            "dag": self.day.isoformat() if self.day else "",
            "provincie": self.province,
            "soort": self.kind,
            "voor": self.audience,
            "woorden": self.words,
            PAGE_PARAMETER: str(self.page) if self.page > 1 else "",
        }


def asked(params: Mapping[str, str]) -> Asked:
    """What the parameters of an address ask for.

    Raises:
        ValueError: a parameter is none that there can be; the text names it.
    """
    return Asked(
        _day(params.get("dag", "")),
        one_of(PROVINCES.values(), params, "provincie"),
        one_of(ACTIVITY_TYPES, params, "soort"),
        words(params, "voor"),
        words(params, "woorden"),
        page_number(params),
    )


def found(items: Iterable[Item], what: Asked) -> list[Item]:
    """Those that were asked for, in their order; all pages of them."""
    return [item for item in items if _fits(item, what)]


def page(items: Sequence[Item], what: Asked) -> Sequence[Item]:
    """One page of them."""
    start = (what.page - 1) * PAGE
    return items[start : start + PAGE]


def _fits(item: Item, what: Asked) -> bool:
    return (
        (what.day is None or what.day in item.days)
        and (not what.province or item.province == what.province)
        and (not what.kind or item.value("activity_type") == what.kind)
        and (not what.audience or what.audience.casefold() in str(item.value("audience") or "").casefold())
        and all(word in item.searched for word in what.words.casefold().split())
    )


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text) if text else None
    except ValueError as error:
        raise ValueError("dag") from error


def page_number(params: Mapping[str, str]) -> int:
    """Which page is asked for, from 1.

    Raises:
        ValueError: none that there can be.
    """
    text = params.get(PAGE_PARAMETER, "")
    if not text:
        return 1
    if not text.isascii() or not text.isdigit() or not 0 < len(text) < 6 or int(text) < 1:
        raise ValueError(PAGE_PARAMETER)
    return int(text)


def one_of(known: Iterable[str], params: Mapping[str, str], name: str) -> str:
    """A parameter that is one of these, or "".

    Raises:
        ValueError: it is another; its name.
    """
    value = params.get(name, "")
    if value and value not in known:
        raise ValueError(name)
    return value


def words(params: Mapping[str, str], name: str) -> str:
    """The words of a parameter.

    Raises:
        ValueError: more than anybody looks for; its name.
    """
    value = params.get(name, "")
    if len(value) > _LONGEST:
        raise ValueError(name)
    return " ".join(value.split())

"""What a visitor of the toolbox asked for: filters that live in the address. Pure."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from review.agenda.asked import PAGE_PARAMETER, Filters, one_of, page_number, words
from review.toolbox.item import KINDS, LINK, Item

# A page of the list, with a photo each, or of the feed.
PAGE: Final = 50
ALL_KINDS: Final = (*KINDS.values(), LINK)


@dataclass(frozen=True, slots=True)
class Asked(Filters):
    """The filters; empty is all. `activity` is its address in the agenda; `page` counts from 1."""

    kind: str = ""
    activity: str = ""
    words: str = ""
    page: int = 1

    @property
    def told(self) -> dict[str, str]:
        """See `Filters`."""
        return {
            "soort": self.kind,
            "activiteit": self.activity,
            "woorden": self.words,
            PAGE_PARAMETER: str(self.page) if self.page > 1 else "",
        }


def asked(params: Mapping[str, str]) -> Asked:
    """What the parameters of an address ask for.

    Raises:
        ValueError: a parameter is none that there can be; the text names it.
    """
    return Asked(
        one_of(ALL_KINDS, params, "soort"),
        words(params, "activiteit"),
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
        (not what.kind or what.kind in item.kinds)
        and (not what.activity or (item.activity is not None and item.activity.slug == what.activity))
        and all(word in item.searched for word in what.words.casefold().split())
    )

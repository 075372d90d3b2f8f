"""What makes values less sure than their own words do: what else the mail tells beside them."""

from collections.abc import Sequence
from typing import Final

from intake.extract.draft import unsure
from intake.extract.finding import Because, Draft, Kind
from intake.extract.letter import Letter

_CONTACT: Final = ("contact_name", "contact_email", "contact_phone")
_DAY: Final = len("2017-05-09")


def contacts_doubted(letter: Letter, made: Sequence[Draft]) -> list[Draft]:
    """The drafts of several activities: whom to ask is not sure where a mail names two addresses for that.

    Those to register at do not count.
    """

    def told(field: str) -> set[str]:
        return {str(one.values[field].value).lower() for one in made if field in one.values}

    named = {link.value.lower() for line in letter.told() for link in letter.links(line) if link.mail}
    if len((named | told("contact_email")) - told("registration")) < 2:
        return list(made)
    return [unsure(one, Because.UNTIED, _CONTACT) for one in made]


def days_doubted(made: Draft, kind: Kind) -> Draft:
    """A draft whose days are not sure where one may be the old one, or a second beginning the end."""
    found = made.values.get("dates")
    spans = found.value if found is not None and isinstance(found.value, tuple) else ()
    if kind is Kind.UPDATE and len({str(span["starts"])[:_DAY] for span in spans}) > 1:
        return unsure(made, Because.MAYBE_OLD, ("dates",))
    open_ended = [str(span["starts"])[:_DAY] for span in spans if not span["ends"]]
    if len(open_ended) > len(set(open_ended)):
        return unsure(made, Because.MAYBE_ENDS, ("dates",))
    return made

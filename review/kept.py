"""A form that was sent after the session had ended: carried through the login, and given back."""

from typing import Final

from review.forms import Form

Pairs = list[tuple[str, str]]

# What a kept form's fields are called on the way, so that they are not taken for the page's own.
_PREFIX: Final = "bewaard."
# What is not carried: a token that no longer counts, and passwords, which stand on no page.
_NEVER: Final = frozenset({"token", "huidig", "nieuw", "wachtwoord"})


def sent(form: Form) -> Pairs:
    """The form that somebody sent, to be kept."""
    return [(name, value) for name, value in form.pairs if name not in _NEVER]


def carried(form: Form) -> Pairs:
    """The kept form that a page on the way carried along."""
    return [(name.removeprefix(_PREFIX), value) for name, value in form.pairs if name.startswith(_PREFIX)]


def fields(kept: Pairs) -> Pairs:
    """The fields by which a page on the way carries it."""
    return [(f"{_PREFIX}{name}", value) for name, value in kept]

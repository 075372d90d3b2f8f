"""Keys of organisers' own pages: those that a mail quotes are hidden before its text is read or kept."""

import re
from dataclasses import replace
from typing import Final

from intake.mail.mail import Mail

# Where an organiser's page is; mail servers that rewrite links write its slash as %2F, two in turn as %252F.
PATH: Final = "/mijn-activiteit/"
_KEY: Final = re.compile(r"(mijn-activiteit(?:/|%(?:25)*2[fF]))([\w-]{43})", re.ASCII)


def without_key(text: str) -> str:
    """A text in which such links open nothing; every character stands where it stood."""
    return _KEY.sub(lambda found: found[1] + "•" * len(found[2]), text)


def without_keys(mail: Mail) -> Mail:
    """A mail whose texts hold no key: the database keeps them, and no field may take one over."""
    return replace(mail, texts={source: without_key(text) for source, text in mail.texts.items()})

"""What the desk asks of an OpenID provider, and what may go wrong. Its client stands in `review.oidc`."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any, Protocol

from review.settings import OidcSettings
from store.oidc_logins import UnderWay

Claims = Mapping[str, Any]


class ProviderDown(Exception):  # noqa: N818 - it names a state that passes
    """The provider does not answer, or with nothing that we can use. Its text is for the log."""


class NotVouched(Exception):  # noqa: N818 - it names what was not done
    """The provider, or what came in its name, does not vouch for anybody. Its text is for the log."""


class Provider(Protocol):
    """Where people log in elsewhere."""

    @property
    def settings(self) -> OidcSettings:
        """Which one, and whom of it we let in."""

    def begin(self, login: UnderWay, back: str) -> str:
        """The address to log in at; the browser comes back to `back`.

        Raises:
            ProviderDown: it cannot be asked for that address.
        """

    def identify(self, login: UnderWay, back: str, code: str, now: datetime) -> Claims:
        """Who logged in there: the claims of the ID token that it gives for a code, once.

        Raises:
            ProviderDown: it does not answer.
            NotVouched: it refuses the code, or its token is not for us, not for this login, or out of date.
        """

    def goodbye(self, back: str) -> str | None:
        """The address to log out at, there too (RP-Initiated Logout 1.0); None where it has none.

        Raises:
            ProviderDown: it cannot be asked for that address.
        """

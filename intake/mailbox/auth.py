"""Who we are to the mailbox: a password, or an access token that is asked for anew at every connection."""

import os
import subprocess
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from intake.errors import MailboxError
from intake.mailbox.settings import Auth, MailboxSettings

SCOPE = "https://outlook.office365.com/.default"
AUTHORITY = "https://login.microsoftonline.com"
# A token is a few KB; what is longer is not one.
TOKEN_CHARACTERS = 65_536


@dataclass(frozen=True, slots=True)
class Password:
    """Shown to nobody: `repr` leaves it out."""

    value: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class Token:
    """An OAuth 2 access token; `repr` leaves it out."""

    value: str = field(repr=False)


Credentials = Callable[[], Password | Token]


def credentials(settings: MailboxSettings, environ: Mapping[str, str] = os.environ) -> Credentials:
    """What gives the secret each time a connection is made, so that files may change and tokens run out.

    A secret that is missing from the environment is told when it is needed, as MailboxError.
    """
    match settings.auth:
        case Auth.PASSWORD:
            return lambda: Password(secret(settings.password_env, environ))
        case Auth.TOKEN_COMMAND:
            return lambda: Token(_from_command(settings, environ))
        case Auth.MICROSOFT:
            return Microsoft(settings, environ)


def secret(name: str, environ: Mapping[str, str]) -> str:
    """The secret in the environment variable `name`, or in the file that NAME_FILE names."""
    if environ.get(name):
        return environ[name]
    path = environ.get(f"{name}_FILE")
    if not path:
        raise MailboxError(f"the secret is not set: set {name}, or {name}_FILE to the file that holds it")
    try:
        return Path(path).read_text("utf-8").strip("\r\n")
    except (OSError, UnicodeDecodeError) as error:
        raise MailboxError(f"the file {path} that {name}_FILE names cannot be read: {error}") from None


def _from_command(settings: MailboxSettings, environ: Mapping[str, str]) -> str:
    """The first word that the token command prints; its stderr may hold secrets and is not repeated."""
    program = settings.token_command[0]
    try:
        done = subprocess.run(  # noqa: S603 - the configuration's own command, given as a list, without a shell
            settings.token_command,
            env=dict(environ),
            stdin=subprocess.DEVNULL,
            capture_output=True,
            timeout=settings.token_seconds,
            check=False,
        )
    except subprocess.TimeoutExpired:
        raise MailboxError(
            f"the token command {program} took longer than {settings.token_seconds:g} s"
        ) from None
    except OSError as error:
        raise MailboxError(f"the token command {program} cannot be run: {error.strerror}") from None
    words = done.stdout.decode("utf-8", "replace").split()
    if done.returncode or not words:
        raise MailboxError(f"the token command {program} gave no token (exit code {done.returncode})")
    return _checked(words[0], f"the token command {program}")


class Microsoft:
    """Client credentials for Microsoft 365; MSAL keeps a token while it is good and asks for the next."""

    def __init__(
        self,
        settings: MailboxSettings,
        environ: Mapping[str, str],
        authority: str = AUTHORITY,
        **options: Any,
    ) -> None:
        """Nothing is asked of the network yet. `options` go to MSAL's application."""
        self._settings = settings
        self._environ = environ
        self._authority = authority
        self._options = options
        self._application: Any = None

    def __call__(self) -> Token:
        """A token that is good now. Raises MailboxError with what Microsoft said."""
        try:
            if self._application is None:
                self._application = self._make()
            answer = self._application.acquire_token_for_client(scopes=[SCOPE])
        except (OSError, ValueError) as error:  # requests' errors are OSErrors
            reason = " ".join(str(error).split())[:200]
            raise MailboxError(f"Microsoft's login service: {reason}") from None
        if "access_token" not in answer:
            told = str(answer.get("error_description") or answer.get("error") or "no token").splitlines()[0]
            raise MailboxError(f"Microsoft's login service gave no token: {told[:200]}")
        return Token(_checked(answer["access_token"], "Microsoft"))

    def _make(self) -> Any:
        try:
            import msal
        except ModuleNotFoundError:
            raise MailboxError(
                'auth = "microsoft" needs the extra: pip install "intake[microsoft]"'
            ) from None
        return msal.ConfidentialClientApplication(
            self._settings.client_id,
            authority=f"{self._authority}/{self._settings.tenant}",
            client_credential=secret(self._settings.client_secret_env, self._environ),
            timeout=self._settings.token_seconds,
            **self._options,
        )


def _checked(token: str, giver: str) -> str:
    """A token is printable ASCII (RFC 6750 section 2.1); anything else could change the login command."""
    if len(token) > TOKEN_CHARACTERS or not token.isascii() or not token.isprintable():
        raise MailboxError(f"what {giver} gave is not an access token")
    return token

"""An OpenID provider (Microsoft Entra, Keycloak): where people log in elsewhere, and what it says of them.

OpenID Connect Core 1.0 with the authorization code flow and PKCE (RFC 7636). Needs the extra `oidc`.
"""

import threading
import time
from datetime import datetime
from typing import Any, Final
from urllib.parse import urlencode

import requests
from authlib.common.errors import AuthlibBaseError
from authlib.integrations.requests_client import OAuth2Session
from joserfc import jwt
from joserfc.errors import JoseError
from joserfc.jwk import KeySet

from review.provider import Claims, NotVouched, ProviderDown
from review.settings import OidcSettings
from store.oidc_logins import UnderWay

# Seconds to wait for a connection, and for each piece of an answer: somebody waits before their screen.
_TIMEOUT: Final = (4.0, 8.0)
# What a provider says of itself is asked again after so many seconds; its keys also where one is unknown,
# though no oftener than every so many.
_LASTS: Final = 3600.0
_KEYS_AGAIN: Final = 60.0
# Clocks differ by less than this, in seconds.
_LEEWAY: Final = 60
# Signatures by a key pair: one made with our secret, or by nobody, is none.
_ALGORITHMS: Final = ("RS256", "RS384", "RS512", "PS256", "PS384", "PS512", "ES256", "ES384", "ES512")
_SCOPE: Final = "openid profile email"


class OpenIdProvider:
    """One provider, with what it said of itself. Threads may share one."""

    def __init__(self, settings: OidcSettings, secret: str) -> None:
        """Asks nothing yet."""
        self.settings = settings
        self._secret = secret
        self._lock = threading.Lock()
        self._documents: dict[str, tuple[float, dict[str, Any]]] = {}

    def begin(self, login: UnderWay, back: str) -> str:
        """The address to log in at; the browser comes back to `back`.

        Raises:
            ProviderDown: it cannot be asked for that address.
        """
        url, _ = self._session(back).create_authorization_url(
            self._endpoint("authorization_endpoint"),
            state=login.state,
            code_verifier=login.verifier,
            nonce=login.nonce,
        )
        return str(url)

    def identify(self, login: UnderWay, back: str, code: str, now: datetime) -> Claims:
        """Who logged in there: the claims of the ID token that it gives for a code, once.

        Raises:
            ProviderDown: it does not answer.
            NotVouched: it refuses the code, or its token is not for us, not for this login, or out of date.
        """
        try:
            token = self._session(back).fetch_token(
                self._endpoint("token_endpoint"),
                code=code,
                grant_type="authorization_code",
                code_verifier=login.verifier,
                timeout=_TIMEOUT,
                allow_redirects=False,
            )
        except AuthlibBaseError as error:
            raise NotVouched(f"the code was refused: {error.error}") from error
        except (requests.RequestException, ValueError) as error:
            raise ProviderDown(f"no token: {type(error).__name__}") from error
        return self._checked(str(token.get("id_token", "")), login.nonce, now)

    def goodbye(self, back: str) -> str | None:
        """The address to log out at, there too (RP-Initiated Logout 1.0); None where it has none.

        Raises:
            ProviderDown: it cannot be asked for that address.
        """
        where = self._about().get("end_session_endpoint")
        if not isinstance(where, str):
            return None
        asked = urlencode({"client_id": self.settings.client_id, "post_logout_redirect_uri": back})
        return f"{where}{'&' if '?' in where else '?'}{asked}"

    def _session(self, back: str) -> OAuth2Session:
        ways = self._about().get("token_endpoint_auth_methods_supported") or ["client_secret_basic"]
        # In the body, where it may be: in the header, secrets with signs in them are written in two ways.
        way = "client_secret_post" if "client_secret_post" in ways else "client_secret_basic"
        return OAuth2Session(
            self.settings.client_id,
            self._secret or None,
            token_endpoint_auth_method=way if self._secret else "none",
            scope=_SCOPE,
            redirect_uri=back,
            code_challenge_method="S256",
        )

    def _checked(self, token: str, nonce: str, now: datetime) -> Claims:
        """The claims of an ID token (OpenID Connect Core section 3.1.3.7)."""
        ours = self.settings.client_id
        rules = jwt.JWTClaimsRegistry(
            now=int(now.timestamp()),
            leeway=_LEEWAY,
            iss={"essential": True, "value": self.settings.issuer},
            aud={"essential": True, "value": ours},
            sub={"essential": True},
            exp={"essential": True},
            iat={"essential": True},
            nonce={"essential": True, "value": nonce},
        )
        try:
            claims = self._decoded(token)
            rules.validate(claims)
        except (JoseError, ValueError) as error:
            raise NotVouched(f"the token is not good: {error}") from error
        several = isinstance(claims["aud"], list) and len(claims["aud"]) > 1
        if claims.get("azp", None if several else ours) != ours:
            raise NotVouched("the token was made for another application")
        return claims

    def _decoded(self, token: str) -> dict[str, Any]:
        try:
            return jwt.decode(token, self._keys(_LASTS), algorithms=list(_ALGORITHMS)).claims
        except (JoseError, ValueError):
            # Providers change their keys; a token that is simply bad is bad with the new ones too.
            return jwt.decode(token, self._keys(_KEYS_AGAIN), algorithms=list(_ALGORITHMS)).claims

    def _keys(self, lasts: float) -> KeySet:
        return KeySet.import_key_set(self._document(self._endpoint("jwks_uri"), lasts))  # type: ignore[arg-type]

    def _endpoint(self, name: str) -> str:
        where = self._about().get(name)
        if not isinstance(where, str):
            raise ProviderDown(f"it names no {name}")
        return where

    def _about(self) -> dict[str, Any]:
        """What it says of itself (OpenID Connect Discovery section 4), which must be in its own name."""
        issuer = self.settings.issuer
        about = self._document(f"{issuer.rstrip('/')}/.well-known/openid-configuration", _LASTS)
        if about.get("issuer") != issuer:
            raise ProviderDown(f"it calls itself {about.get('issuer')!r}: set [review.oidc] issuer to that")
        return about

    def _document(self, url: str, lasts: float) -> dict[str, Any]:
        with self._lock:
            at, known = self._documents.get(url, (0.0, {}))
        if known and time.monotonic() - at < lasts:
            return known
        try:
            answer = requests.get(url, timeout=_TIMEOUT, allow_redirects=False)
            answer.raise_for_status()
            found = answer.json()
        except (requests.RequestException, ValueError) as error:
            raise ProviderDown(f"{url}: {type(error).__name__}") from error
        if answer.status_code != 200 or not isinstance(found, dict):
            raise ProviderDown(f"{url}: no answer that we can use")
        with self._lock:
            self._documents[url] = time.monotonic(), found
        return found

"""An OpenID provider on this machine: real keys, real tokens, PKCE and codes that are good once.

It logs in whoever `claims` names, at once. What a bad one would do is asked of it by `token`, which changes the
claims before they are signed, and by `key`, which signs instead of its own.
"""

import base64
import hashlib
import secrets
import socket
import threading
import time
from collections.abc import Callable
from typing import Any
from urllib.parse import parse_qsl, urlencode

import uvicorn
from joserfc import jwt
from joserfc.jwk import KeySet, RSAKey
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse, PlainTextResponse, RedirectResponse, Response
from starlette.routing import Route

CLIENT, SECRET = "intake", "een geheim, met : en %"


class OpenId:
    """One provider, until it is stopped."""

    def __init__(self, now: Callable[[], float] = time.time) -> None:
        self.claims: dict[str, Any] = {}
        self.token: Callable[[dict[str, Any]], dict[str, Any]] = dict
        self.key = self.own = RSAKey.generate_key(2048, {"kid": "one"})
        self.asked: list[str] = []
        self._now, self._codes = now, dict[str, dict[str, str]]()
        self._socket = socket.create_server(("127.0.0.1", 0))
        self.issuer = f"http://127.0.0.1:{self._socket.getsockname()[1]}/realms/desk"
        routes = [
            Route("/realms/desk/.well-known/openid-configuration", self._about),
            Route("/realms/desk/auth", self._auth),
            Route("/realms/desk/token", self._token, methods=["POST"]),
            Route("/realms/desk/keys", self._keys),
            Route("/realms/desk/logout", lambda request: PlainTextResponse("uit")),
            # a browser may ask for it once the page is there, and complains of a 404
            Route("/favicon.ico", lambda request: Response(status_code=204)),
        ]
        config = uvicorn.Config(Starlette(routes=routes), log_config=None, lifespan="off")
        self._server = uvicorn.Server(config)
        self._thread = threading.Thread(target=self._server.run, kwargs={"sockets": [self._socket]})
        self._thread.start()

    def stop(self) -> None:
        self._server.should_exit = True
        self._thread.join(10)
        self._socket.close()

    def turn_keys(self) -> None:
        """Sign with another key from now on."""
        self.key = self.own = RSAKey.generate_key(2048, {"kid": "two"})

    def _about(self, request: Request) -> Response:
        self.asked.append("about")
        here = self.issuer
        return JSONResponse(
            {
                "issuer": here,
                "authorization_endpoint": f"{here}/auth",
                "token_endpoint": f"{here}/token",
                "jwks_uri": f"{here}/keys",
                "end_session_endpoint": f"{here}/logout",
                "token_endpoint_auth_methods_supported": ["client_secret_basic", "client_secret_post"],
            }
        )

    def _auth(self, request: Request) -> Response:
        asked = dict(request.query_params)
        assert asked["response_type"] == "code"
        assert asked["client_id"] == CLIENT
        assert asked["code_challenge_method"] == "S256"
        assert {"openid"} <= set(asked["scope"].split())
        back = {"state": asked["state"]}
        if not self.claims:
            back["error"] = "access_denied"
        else:
            back["code"] = secrets.token_urlsafe(16)
            self._codes[back["code"]] = asked
        return RedirectResponse(f"{asked['redirect_uri']}?{urlencode(back)}", 303)

    async def _token(self, request: Request) -> Response:
        form = dict(parse_qsl((await request.body()).decode()))
        if (form.get("client_id"), form.get("client_secret")) != (CLIENT, SECRET):
            return JSONResponse({"error": "invalid_client"}, 401)
        asked = self._codes.pop(form["code"], None)
        digest = hashlib.sha256(form.get("code_verifier", "").encode()).digest()
        challenge = base64.urlsafe_b64encode(digest).rstrip(b"=").decode()
        if (
            asked is None
            or asked["redirect_uri"] != form["redirect_uri"]
            or asked["code_challenge"] != challenge
        ):
            return JSONResponse({"error": "invalid_grant"}, 400)
        now = int(self._now())
        claims = {"iss": self.issuer, "aud": CLIENT, "iat": now, "exp": now + 300, "nonce": asked["nonce"]}
        header = {"alg": "RS256", "kid": self.key.kid}
        token = jwt.encode(header, self.token({**claims, **self.claims}), self.key)
        return JSONResponse({"access_token": "x", "token_type": "Bearer", "id_token": token})

    def _keys(self, request: Request) -> Response:
        self.asked.append("keys")
        return JSONResponse(KeySet([self.own]).as_dict(private=False))

"""A login service on loopback as Microsoft's is: discovery, tokens for a client's secret, introspection."""

import json
import ssl
import subprocess
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import parse_qs, urlsplit


def certificate(folder: Path) -> tuple[Path, Path]:
    """A key and a self-signed certificate for loopback, valid for a day."""
    key, cert = folder / "key.pem", folder / "cert.pem"
    subject = ["-subj", "/CN=localhost", "-addext", "subjectAltName=DNS:localhost,IP:127.0.0.1"]
    places = ["-keyout", str(key), "-out", str(cert)]
    subprocess.run(
        ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "1", *subject, *places],
        check=True,
        capture_output=True,
        timeout=60,
    )
    return key, cert


class LoginService:
    """Gives tokens `good-1`, `good-2` … and says of each whether it is good; `expires_in` in seconds."""

    def __init__(self, user: str, tls: tuple[Path, Path] | None = None) -> None:
        self.user, self.given, self.expires_in = user, 0, 3600
        service = self

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                url = urlsplit(self.path)
                if url.path.endswith("/.well-known/openid-configuration"):
                    base = f"{service.url}/tenant"
                    self._answer(
                        {
                            "issuer": f"{base}/v2.0",
                            "authorization_endpoint": f"{base}/authorize",
                            "token_endpoint": f"{base}/token",
                        }
                    )
                    return
                token = parse_qs(url.query).get("access_token", [""])[0]
                good = token.startswith("good-")
                self._answer({"active": good, "email": service.user} if good else {"error": "invalid_token"})

            def do_POST(self) -> None:
                asked = parse_qs(self.rfile.read(int(self.headers["Content-Length"])).decode())
                if asked.get("client_secret") != ["s3cret"]:
                    self._answer({"error": "invalid_client", "error_description": "AADSTS7000215: no"}, 401)
                    return
                service.given += 1
                token = f"good-{service.given}"
                answer = {"token_type": "Bearer", "access_token": token, "expires_in": service.expires_in}
                self._answer(answer)

            def _answer(self, value: object, status: int = 200) -> None:
                body = json.dumps(value).encode()
                self.send_response(status)
                self.send_header("Content-Type", "application/json")
                self.send_header("Content-Length", str(len(body)))
                self.end_headers()
                self.wfile.write(body)

            def log_message(self, *_: object) -> None:
                """Says nothing."""

        self._server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.port = self._server.server_address[1]
        self.url = f"{'https' if tls else 'http'}://localhost:{self.port}"
        if tls:
            context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
            context.load_cert_chain(tls[1], tls[0])
            self._server.socket = context.wrap_socket(self._server.socket, server_side=True)

    def __enter__(self) -> "LoginService":
        threading.Thread(target=self._server.serve_forever, daemon=True).start()
        return self

    def __exit__(self, *_: object) -> None:
        self._server.shutdown()
        self._server.server_close()

"""Who we are to the mailbox: passwords, tokens, TLS; no secret in any message."""

import sys
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from intake.errors import MailboxError
from intake.mailbox.auth import Microsoft, Password, Token, credentials
from intake.mailbox.imapmailbox import ImapMailbox
from intake.mailbox.settings import Auth, Tls
from tests.conftest import missing
from tests.mailbox.rig import settings
from tests.servers import dovecot as dovecot_server
from tests.servers.dovecot import Dovecot
from tests.servers.login import LoginService, certificate


@pytest.fixture
def folder() -> Iterator[Path]:
    if reason := dovecot_server.why_not():
        missing(reason)
    with TemporaryDirectory(prefix="dovecot-") as made:
        yield Path(made)


@pytest.fixture
def oauth_dovecot(folder: Path) -> Iterator[Dovecot]:
    """A Dovecot that takes XOAUTH2 alone, and asks a login service about every token."""
    with LoginService("desk") as login:
        conf = folder / "oauth2.conf"
        conf.write_text(
            f"tokeninfo_url = http://127.0.0.1:{login.port}/tokeninfo?access_token=\n"
            "introspection_mode = auth\nusername_attribute = email\n"
        )
        passdb = f"passdb {{\n driver = oauth2\n mechanisms = xoauth2 oauthbearer\n args = {conf}\n}}"
        server = Dovecot(folder / "d", passdb=passdb, mechanisms="xoauth2 oauthbearer")
        conf.chmod(0o644)
        with server:
            yield server


def look(box, secret) -> int:
    with ImapMailbox(box, secret) as mailbox:
        return mailbox.look("INBOX").exists


def test_xoauth2_with_a_token_command(oauth_dovecot: Dovecot) -> None:
    command = (sys.executable, "-c", "print('good-7')")
    box = settings(oauth_dovecot.port, auth=Auth.TOKEN_COMMAND, token_command=command)
    assert look(box, credentials(box, {})) == 0


def test_a_token_that_is_refused_is_told_without_it(oauth_dovecot: Dovecot) -> None:
    command = (sys.executable, "-c", "print('stale-1')")
    box = settings(oauth_dovecot.port, auth=Auth.TOKEN_COMMAND, token_command=command)
    with pytest.raises(MailboxError, match="check user and access token") as told:
        look(box, credentials(box, {}))
    assert "stale-1" not in str(told.value)


@pytest.mark.parametrize(
    ("program", "said"),
    [
        ("import sys; print('geheim', file=sys.stderr); sys.exit(3)", "gave no token \\(exit code 3\\)"),
        ("print('')", "gave no token"),
        ("print('a\\x01b')", "is not an access token"),
        ("import time; time.sleep(30)", "took longer than 0.5 s"),
    ],
)
def test_a_token_command_that_fails_says_how_and_no_more(program: str, said: str) -> None:
    command = (sys.executable, "-c", program)
    box = settings(1, auth=Auth.TOKEN_COMMAND, token_command=command, token_seconds=0.5)
    with pytest.raises(MailboxError, match=said) as told:
        credentials(box, {})()
    assert "geheim" not in str(told.value)


def test_microsoft_client_credentials_give_a_token_and_renew_it(
    oauth_dovecot: Dovecot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pytest.importorskip("msal")
    for name in ("REQUESTS_CA_BUNDLE", "CURL_CA_BUNDLE"):  # they would overrule `verify`
        monkeypatch.delenv(name, raising=False)
    key, cert = certificate(tmp_path)
    with LoginService("desk", (key, cert)) as login:
        box = settings(oauth_dovecot.port, auth=Auth.MICROSOFT, tenant="tenant", client_id="client")
        environ = {"INTAKE_CLIENT_SECRET": "s3cret"}
        options = {"verify": str(cert), "instance_discovery": False}
        microsoft = Microsoft(box, environ, login.url, **options)
        assert look(box, microsoft) == 0
        assert look(box, microsoft) == 0
        assert login.given == 1  # kept while it is good
        login.expires_in = 1
        fresh = Microsoft(box, environ, login.url, **options)
        assert fresh() == Token("good-2")
        assert fresh() == Token("good-3")  # one that runs out is not shown again
        refused = Microsoft(box, {"INTAKE_CLIENT_SECRET": "wrong-secret"}, login.url, **options)
        with pytest.raises(MailboxError, match="gave no token: AADSTS7000215") as told:
            refused()
        assert "wrong-secret" not in str(told.value)


def test_a_password_comes_from_the_environment_or_a_file_named_there(tmp_path: Path) -> None:
    box = settings(1, password_env="DESK")
    assert credentials(box, {"DESK": "pw"})() == Password("pw")
    place = tmp_path / "secret"
    place.write_text("p w é\n", "utf-8")
    assert credentials(box, {"DESK_FILE": str(place)})() == Password("p w é")
    with pytest.raises(MailboxError, match="set DESK, or DESK_FILE"):
        credentials(box, {})()
    with pytest.raises(MailboxError, match="cannot be read"):
        credentials(box, {"DESK_FILE": str(tmp_path / "nowhere")})()


def test_secrets_do_not_show() -> None:
    assert "pw" not in repr(Password("pw"))
    assert "good" not in repr(Token("good"))


@pytest.mark.parametrize("mode", [Tls.TLS, Tls.STARTTLS])
def test_tls_is_verified(folder: Path, mode: Tls) -> None:
    key, cert = certificate(folder)
    implicit = "ssl = yes" if mode is Tls.TLS else ""
    server = Dovecot(folder / "d", ssl="yes", extra=f"ssl_cert = <{cert}\nssl_key = <{key}\n")
    text = server.config.read_text()
    server.config.write_text(
        text.replace(f"port = {server.port}\n", f"port = {server.port}\n    {implicit}\n")
    )
    server.start(greets=mode is Tls.STARTTLS)
    try:
        good = settings(server.port, tls=mode, ca_file=str(cert))
        assert look(good, lambda: Password("pw")) == 0
        with pytest.raises(MailboxError, match=r"(?i)certificate verify failed"):
            look(settings(server.port, tls=mode), lambda: Password("pw"))
        other = settings(server.port, tls=mode, ca_file=str(cert), host="127.0.0.2")
        with pytest.raises(MailboxError, match="connecting"):
            look(other, lambda: Password("pw"))
        for name, reason in (("/nowhere.pem", "No such file"), (str(key), "holds no certificate")):
            with pytest.raises(MailboxError, match=f"{name} .*{reason}.*; check ca_file"):
                look(settings(server.port, tls=mode, ca_file=name), lambda: Password("pw"))
    finally:
        server.stop()

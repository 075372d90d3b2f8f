"""`intake check` says of a mailbox what a pass would meet there, on real servers."""

import contextlib
from pathlib import Path

import pytest
from typer.testing import CliRunner

from intake.cli import app
from tests.mailbox.mails import TAG, mail
from tests.mailbox.rig import client, flags
from tests.servers.dovecot import PASSWORD, USER, Dovecot


@pytest.fixture
def elsewhere(tmp_path: Path) -> Path:
    """A folder for the configuration, database and blobs of one check."""
    return tmp_path


def checked(folder: Path, port: int, *keys: str) -> str:
    """What `intake check` says of the mailbox."""
    path = folder / "config.toml"
    place = ["[[mailbox]]", 'host = "127.0.0.1"', f"port = {port}", 'tls = "none"', f'user = "{USER}"']
    path.write_text("\n".join([*place, *keys, "[reading]", 'ocr = ""']))
    with contextlib.chdir(folder):
        result = CliRunner(env={"INTAKE_MAILBOX_PASSWORD": PASSWORD}).invoke(app, ["check", "-c", str(path)])
    (told,) = [line for line in result.output.splitlines() if "mailbox desk" in line]
    assert result.exit_code == (0 if told.startswith("ok") else 1)
    return told


def restarted(dovecot: Dovecot, line: str) -> None:
    dovecot.stop()
    with dovecot.config.open("a") as config:
        config.write(f"{line}\n")
    dovecot.start()


def test_a_server_that_tells_its_keywords_only_where_one_may_write_is_well(
    dovecot: Dovecot, elsewhere: Path
) -> None:
    dovecot.fill([mail(1, subject=TAG), mail(2)], flags={1: "T"})
    assert checked(elsewhere, dovecot.port).startswith("ok")
    seen = flags(dovecot.port)
    assert [one - {rb"\Recent"} for one in seen.values()] == [frozenset(), frozenset({rb"\Deleted"})]


def test_where_nothing_is_shown_in_the_mailbox_even_recent_stays(dovecot: Dovecot, elsewhere: Path) -> None:
    dovecot.fill([mail(1, subject=TAG)])
    assert checked(elsewhere, dovecot.port, 'settle = "none"').startswith("ok")
    with client(dovecot.port) as colleague:
        assert colleague.folder_status("INBOX", ["RECENT"])[b"RECENT"] == 1


def test_a_folder_to_move_to_is_well_where_the_server_moves(dovecot: Dovecot, elsewhere: Path) -> None:
    dovecot.make_folder("Verwerkt")
    dovecot.fill([mail(1)])
    assert checked(elsewhere, dovecot.port, 'settle = "move"', 'move_to = "Verwerkt"').startswith("ok")


def test_a_server_that_cannot_move_one_mail_alone_is_told_with_what_to_change(
    dovecot: Dovecot, elsewhere: Path
) -> None:
    restarted(dovecot, "imap_capability = IMAP4rev1 NAMESPACE")
    dovecot.make_folder("Verwerkt")
    dovecot.fill([mail(1)])
    told = checked(elsewhere, dovecot.port, 'settle = "move"', 'move_to = "Verwerkt"')
    assert told.startswith("wrong")
    assert "neither MOVE nor UIDPLUS" in told
    assert 'set settle = "keyword"' in told


@pytest.mark.parametrize("settle", ["keyword", "move"])
def test_a_folder_that_may_only_be_read_is_told_with_what_to_change(
    dovecot: Dovecot, elsewhere: Path, settle: str
) -> None:
    (dovecot.folder / "acl").mkdir()
    (dovecot.folder / "acl" / "INBOX").write_text("owner lr\n")
    restarted(
        dovecot,
        "mail_plugins = acl\nprotocol imap {\n mail_plugins = acl\n}\n"
        f"plugin {{\n acl = vfile:{dovecot.folder}/acl\n}}",
    )
    dovecot.make_folder("Verwerkt")
    dovecot.fill([mail(1)])
    told = checked(elsewhere, dovecot.port, f'settle = "{settle}"', 'move_to = "Verwerkt"')
    assert told.startswith("wrong")
    assert "INBOX" in told
    assert 'settle = "none"' in told

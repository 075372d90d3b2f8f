"""The commands as a person meets them: on real files, a real mail server and a real database."""

import hashlib
import json
import os
import re
import selectors
import shutil
import signal
import socket
import sqlite3
import subprocess
import sys
import time
import tracemalloc
import zipfile
from collections.abc import Iterator
from contextlib import ExitStack, closing
from datetime import UTC, datetime, timedelta
from pathlib import Path

import httpx
import pytest
from typer.testing import CliRunner, Result

from intake.cli import app
from intake.commands.desk import CONNECTIONS
from intake.demo.postman import USER, MailServer, Postman, mails
from intake.mail.bounds import MB
from store import ledger, queue
from store.database import Store
from store.incoming import NewMail
from store.model import Mail, MailStatus
from store.settings import StoreSettings
from tests.mail.outlook import msg
from tests.servers.smtp import MailServer as SmtpServer

MAILS = Path(__file__).parent.parent / "intake" / "demo" / "mails"
COMMANDS = (
    "demo",
    "run",
    "poll",
    "parse",
    "import",
    "queue",
    "check",
    "quarantine",
    "desk",
    "staff",
    "retention",
    "forget",
    "export",
)
ESCAPE = "\x1b"


def said(*arguments: object, code: int = 0, **environ: str) -> Result:
    result = CliRunner(env={"COLUMNS": "80", **environ}).invoke(
        app, [str(argument) for argument in arguments]
    )
    assert result.exit_code == code, result.output
    assert "Traceback" not in result.output
    return result


def lines(result: Result) -> list[dict]:
    return [json.loads(line) for line in result.stdout.splitlines()]


@pytest.fixture(autouse=True)
def elsewhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Every command starts in an empty folder of its own."""
    here = tmp_path / "here"
    here.mkdir()
    monkeypatch.chdir(here)
    return here


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[MailServer]:
    """A real IMAP server that holds the demonstration's mails."""
    with MailServer(tmp_path_factory.mktemp("server") / "log") as running:
        with Postman(running) as postman:
            for name, mail in mails():
                postman.deliver(name, mail)
        yield running


@pytest.fixture
def config(tmp_path: Path, server: MailServer) -> Path:
    """A configuration for that server, with a database and blobs of its own."""
    path = tmp_path / "config.toml"
    path.write_text(
        f'[[mailbox]]\nname = "desk"\nhost = "127.0.0.1"\nport = {server.port}\ntls = "none"\n'
        f'user = "{USER}"\npassword_env = "DESK_PASSWORD"\nsettle = "none"\n'
        '[store]\ndatabase = "sqlite:///intake.db"\nblobs = "blobs"\n[review]\nport = 0\n'
    )
    return path


def test_help_tells_every_command_and_the_exit_codes():
    shown = said("--help").output
    for command in COMMANDS:
        assert re.search(rf"│ {command}\b", shown), command
        assert "Usage" in said(command, "--help").output
    assert "Exit codes" in shown


def test_a_wrong_configuration_is_one_line_and_exit_code_2(tmp_path):
    path = tmp_path / "wrong.toml"
    path.write_text("[campaign]\nstart = 2017-05-08\n")
    for order in (("queue", "--config", path), ("--config", path, "queue")):
        result = said(*order, code=2)
        assert result.stderr.splitlines() == [
            f'intake: {path} line 2: [campaign] has no key "start"; did you mean "starts"?'
        ]
    assert "No such command" in said("quue", code=2).output


def test_what_nobody_foresaw_is_one_line_too_and_details_tell_where(tmp_path, config):
    said("import", MAILS / "08-oudercafe.eml", "--config", config)
    with closing(sqlite3.connect(tmp_path / "intake.db")) as database, database:
        database.execute("UPDATE finding SET value = ? WHERE field = 'dates'", ('[{"starts": "gisteren"}]',))
    result = said("queue", "--config", config, code=1)
    assert len(result.stderr.splitlines()) == 1
    assert "a fault of intake: ValueError" in result.stderr
    detailed = CliRunner().invoke(app, ["--verbose", "queue", "--config", str(config)])
    assert "Traceback" in detailed.stderr


def test_parse_prints_one_object_a_mail_whose_evidence_stands_where_it_says():
    rows = lines(said("parse", MAILS, "--json"))
    assert [Path(row["file"]).name for row in rows] == sorted(path.name for path in MAILS.glob("*.eml"))
    evidence = [
        one
        for row in rows
        for draft in row["drafts"]
        for found in draft.values()
        for one in found["evidence"]
        if not one["source"].startswith("header:") and row["texts"][one["source"]]
    ]
    assert len(evidence) > 50
    by_file = {
        id(one): row
        for row in rows
        for draft in row["drafts"]
        for f in draft.values()
        for one in f["evidence"]
    }
    for one in evidence:
        assert by_file[id(one)]["texts"][one["source"]][one["start"] : one["end"]] == one["text"]


def test_parse_touches_nothing(elsewhere, tmp_path):
    mail = tmp_path / "mail.eml"
    shutil.copy(MAILS / "01-symposium-met-flyer.eml", mail)
    before = (mail.read_bytes(), mail.stat())
    said("parse", mail)
    said("parse", mail, "--json")
    assert (mail.read_bytes(), mail.stat()) == before
    assert list(elsewhere.iterdir()) == []


def test_parse_takes_an_edition_for_its_configuration(tmp_path):
    path = tmp_path / "edition.toml"
    path.write_text('[campaign]\nname = "Week van de Soep"\nstarts = 2017-05-08\nends = 2017-05-12\n')
    (row,) = lines(said("parse", MAILS / "02-vanaf-de-telefoon.eml", "--json", "--config", path))
    assert row["tag"] == "none"


def test_parse_takes_an_mbox_and_goes_on_past_a_file_that_it_cannot_read(tmp_path):
    mbox = tmp_path / "some.mbox"
    two = [MAILS / "02-vanaf-de-telefoon.eml", MAILS / "08-oudercafe.eml"]
    mbox.write_bytes(
        b"".join(b"From x Mon Jan  1 00:00:00 2017\n" + path.read_bytes() + b"\n" for path in two)
    )
    result = said("parse", tmp_path / "none.eml", mbox, "--json", code=1)
    assert [row["file"] for row in lines(result)] == [f"{mbox}#1", f"{mbox}#2"]
    assert result.stderr.splitlines() == [f"intake: {tmp_path}/none.eml: No such file or directory"]


@pytest.fixture
def mixed(tmp_path: Path) -> Path:
    """A folder with two good mails, a damaged Outlook file between them, and a large mail."""
    folder = tmp_path / "post"
    folder.mkdir()
    shutil.copy(MAILS / "02-vanaf-de-telefoon.eml", folder / "a.eml")
    (folder / "b.msg").write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600))
    shutil.copy(MAILS / "08-oudercafe.eml", folder / "c.eml")
    with (folder / "d.eml").open("wb") as film:
        film.write(b"Subject: Film van de Actieweek Thuiszitters\nFrom: a@school.example\n\n")
        for _ in range(30 * 16):
            film.write(b"Beste mensen, hier de film\n" * (65536 // 27))
    return folder


def test_parse_names_the_file_that_gives_no_mail_and_reads_those_behind_it(mixed, config):
    small = config.with_name("small.toml")
    small.write_text(config.read_text().replace("[store]", "max_size = 20_000_000\n[store]"))
    result = said("parse", mixed, "--json", "--config", small, code=1)
    assert [Path(row["file"]).name for row in lines(result)] == ["a.eml", "c.eml"]
    damaged, large = result.stderr.splitlines()
    assert damaged.startswith(f"intake: {mixed}/b.msg: damaged Outlook file")
    assert large.startswith(f"intake: {mixed}/d.eml: 32,")
    assert large.endswith("of a mail above 20,000,000 only the headers are kept")


def test_import_names_the_file_that_gives_no_mail_and_keeps_all_others(mixed, config):
    tracemalloc.start()
    try:
        result = said("import", mixed, "--config", config, code=1)
        assert tracemalloc.get_traced_memory()[1] < 24 * MB
    finally:
        tracemalloc.stop()
    assert "3 looked at, 3 new; 3 read, 0 put aside; 1 could not be opened" in result.output
    (damaged,) = result.stderr.splitlines()
    assert damaged.startswith(f"intake: {mixed}/b.msg: damaged Outlook file")
    assert len(lines(said("queue", "--json", "--config", config))) == 3


def test_import_keeps_the_headers_of_a_mail_above_the_limit_as_a_poll_does(tmp_path, mixed, config):
    small = config.with_name("small.toml")
    small.write_text(config.read_text().replace("[store]", "max_size = 20_000_000\n[store]"))
    assert "1 new" in said("import", mixed / "d.eml", "--config", small).output
    with closing(sqlite3.connect(tmp_path / "intake.db")) as database:
        ((whole, size, sha256),) = database.execute("SELECT whole, size, sha256 FROM mail").fetchall()
    assert not whole
    assert size > 32_000_000
    assert (tmp_path / "blobs" / sha256[:2] / sha256).read_bytes().endswith(b"a@school.example\r\n\r\n")
    assert "te groot" in " ".join(said("queue", "--config", small).output.split())


def test_a_mail_that_outlook_saved_is_queued(tmp_path, config):
    (tmp_path / "open-dag.msg").write_bytes(
        msg({0x0037: "Actieweek Thuiszitters: open dag", 0x1000: "Open dag op 9 mei 2017 om 10.00 uur."})
    )
    said("import", tmp_path / "open-dag.msg", "--config", config)
    (row,) = lines(said("queue", "--json", "--config", config))
    assert row["first_day"] == "2017-05-09"


def test_parse_for_people_names_each_value_and_where_it_stands():
    shown = said("parse", MAILS / "03-webinar-met-agenda-item.eml").output
    assert re.search(r"dates +wo 10 mei, 15\.30–16\.45 +9\d% +attachment:Webinar\.ics", shown)


def test_importing_a_mail_twice_is_one_mail(tmp_path, config):
    first = said("import", MAILS, "--config", config).output
    assert "15 looked at, 15 new" in first
    mbox = tmp_path / "again.mbox"
    one = (MAILS / "08-oudercafe.eml").read_bytes()
    mbox.write_bytes(b"From x Mon Jan  1 00:00:00 2017\n" + one + b"\n")
    before = lines(said("queue", "--json", "--config", config))
    assert "15 looked at, 0 new" in said("import", MAILS, "--config", config).output
    assert "1 looked at, 0 new" in said("import", mbox, "--config", config).output
    assert lines(said("queue", "--json", "--config", config)) == before


def test_the_queue_is_in_order_of_days_with_its_problems_in_dutch(config):
    said("import", MAILS, "--config", config)
    rows = lines(said("queue", "--json", "--config", config))
    starts = [min(span["starts"] for span in row["dates"]) for row in rows if row["first_day"]]
    assert starts == sorted(starts)
    assert [row["first_day"] for row in rows][-1] is None
    told = [problem for row in rows for problem in row["problems"]]
    assert {"weekday-mismatch", "closed"} <= {problem["code"] for problem in told}
    assert all(problem["words"] != problem["code"] for problem in told)


def test_the_queue_fits_80_columns_and_needs_no_colour(config):
    said("import", MAILS, "--config", config)
    shown = said("queue", "--config", config, NO_COLOR="1").output
    assert ESCAPE not in shown
    assert max(len(line) for line in shown.splitlines()) <= 80
    assert "! De dag en de datum kloppen niet met elkaar" in shown
    assert "8 t/m 12 mei 2017" in shown


def test_an_empty_queue_says_so():
    assert "De wachtrij is leeg." in said("queue").output


def test_what_could_not_be_read_is_shown_read_again_or_dropped(tmp_path, config):
    hasty = tmp_path / "hasty.toml"
    hasty.write_text(config.read_text() + "[reading]\nseconds = 0.1\n")
    mail = tmp_path / "long.eml"
    days = (f"Les {number}: dinsdag 9 mei om {number % 9 + 9}.30 uur in Zeist.\n\n" for number in range(3000))
    mail.write_bytes((MAILS / "02-vanaf-de-telefoon.eml").read_bytes() + "".join(days).encode())
    assert "1 put aside" in said("import", mail, "--config", hasty).output
    assert "reading took longer" in said("quarantine", "list", "--config", config).output
    assert "kon niet gelezen worden" in said("queue", "--config", config).output
    shown = said("quarantine", "show", 1, "--config", config).output
    assert "Yusuf Demir" in shown
    assert "reading took longer than 0.1 s" in shown
    said("quarantine", "retry", 1, "--config", config)
    assert "The quarantine is empty" in said("quarantine", "list", "--config", config).output
    said("import", mail, "--config", hasty)
    said("quarantine", "drop", 1, "--config", config)
    assert lines(said("queue", "--json", "--config", config)) == []
    for verb in ("retry", "drop"):
        refused = said("quarantine", verb, 99, "--config", config, code=1)
        assert refused.stderr.startswith("intake: the quarantine holds no mail 99;")
    assert ": dropped" in said("quarantine", "show", 1, "--config", config).output


def test_a_poll_keeps_what_is_for_the_week_and_leaves_the_mailbox_as_it_was(config, server):
    with Postman(server) as postman:
        before = postman.inbox()
        first = said("poll", "--config", config, DESK_PASSWORD=server.password)
        second = said("poll", "--config", config, DESK_PASSWORD=server.password)
        assert postman.inbox() == before
    assert "desk: 15 looked at, 12 kept" in first.output
    assert "desk: 0 looked at, 0 kept" in second.output
    assert first.stdout.isprintable() or ESCAPE not in first.output
    subjects = {row["subject"] for row in lines(said("queue", "--json", "--config", config))}
    assert "Factuur 2017-0318" not in subjects


def test_a_poll_tells_of_mails_that_a_killed_worker_was_reading_and_when_they_come_back(
    config, server, tmp_path
):
    store = Store(StoreSettings(database=f"sqlite:///{tmp_path}/intake.db"))
    store.migrate()
    with store.begin() as s:
        ledger.keep_imported(s, NewMail("0" * 64, 1), "test", datetime.now(UTC))
        assert queue.claim_pending(s, "killed", 1, datetime.now(UTC), timedelta(minutes=5))
    store.close()
    polled = said("poll", "--config", config, DESK_PASSWORD=server.password)
    assert "1 left to another worker; if that one died, they are free again within 60 s" in polled.stdout


def test_what_a_poll_does_not_look_into_any_more_is_told_of_no_more(config, tmp_path):
    said("poll", "--config", config, code=1, DESK_PASSWORD="wrong")
    config.write_text(config.read_text().replace('"desk"', '"post"'))
    said("poll", "--config", config, code=1, DESK_PASSWORD="wrong")
    store = Store(StoreSettings(database=f"sqlite:///{tmp_path}/intake.db"))
    with store.view() as s:
        assert [(one.mailbox, one.folder) for one in ledger.last_passes(s)] == [("post", "INBOX")]
    store.close()


def test_a_refused_password_is_one_line_and_is_never_shown(config, server):
    result = said("--verbose", "poll", "--config", config, code=1, DESK_PASSWORD="h3el-geheim")
    errors = [line for line in result.stderr.splitlines() if line.startswith("intake: ")]
    assert len(errors) == 1
    assert "check user and password" in errors[0]
    assert "h3el-geheim" not in result.output
    missing = said("poll", "--config", config, code=1)
    assert "DESK_PASSWORD" in missing.stderr


def test_check_says_of_each_part_that_it_works(config, server):
    result = said("check", "--config", config, DESK_PASSWORD=server.password)
    assert [line.split()[:2] for line in result.output.splitlines()] == [
        ["ok", "config"],
        ["ok", "mailbox"],
        ["ok", "database"],
        ["ok", "blobs"],
        ["ok", "answers"],
        ["ok", "ocr"],
    ]
    assert "INBOX 15 mails" in result.output
    assert re.search(
        r"ocr +(flyers that are pictures are read|not here:.*Debian: tesseract-ocr )", result.output
    )


def test_check_says_of_each_part_that_does_not_work_what_to_change(tmp_path, config, server):
    folder = tmp_path / "blobs-are-no-folder"
    folder.write_text("")
    wrong = config.read_text().replace(f"port = {server.port}", "port = 1")
    wrong = wrong.replace("sqlite:///intake.db", f"sqlite:///{folder}/x.db").replace('"blobs"', f'"{folder}"')
    config.write_text(wrong)
    result = said("check", "--config", config, code=1, DESK_PASSWORD="x")
    told = result.output.splitlines()
    assert [line.split()[:2] for line in told] == [
        ["ok", "config"],
        ["wrong", "mailbox"],
        ["wrong", "database"],
        ["wrong", "blobs"],
        ["ok", "answers"],
        ["ok", "ocr"],
    ]
    assert "127.0.0.1" in told[1]
    assert "the database's folder cannot be made" in told[2]
    config.write_text("[campain]\n")
    assert 'did you mean "campaign"?' in said("check", "--config", config, code=1).output


def test_check_finds_that_a_mail_is_gone_from_the_blobs_and_reading_it_is_told(config, server):
    said("poll", "--config", config, DESK_PASSWORD=server.password)
    store = Store(StoreSettings(database=f"sqlite:///{config.parent}/intake.db"))
    with store.begin() as s:
        mail = s.get_one(Mail, 1)
        (config.parent / "blobs" / mail.sha256[:2] / mail.sha256).unlink()
        mail.status = MailStatus.PENDING
    result = said("check", "--config", config, code=1, DESK_PASSWORD=server.password)
    assert re.search(rf"wrong +blobs .*1 mails or attachments are missing, {mail.sha256}", result.output)
    result = said("poll", "--config", config, DESK_PASSWORD=server.password)
    assert "0 read, 0 put aside, 1 to be tried again later" in result.stdout
    assert f"mail 1 could not be read now: blob {mail.sha256} is not kept" in result.stderr
    config.write_text(config.read_text().replace("[review]", "max_attempts = 2\n[review]"))
    with store.begin() as s:
        s.get_one(Mail, 1).next_attempt_at = None
    result = said("poll", "--config", config, DESK_PASSWORD=server.password)
    assert "0 read, 1 put aside" in result.stdout
    assert "mail 1 was put in quarantine" in result.stderr
    store.close()


def test_check_finds_that_a_server_keeps_no_keyword(config, server):
    config.write_text(config.read_text().replace('settle = "none"\n', ""))
    result = said("check", "--config", config, code=1, DESK_PASSWORD=server.password)
    assert 'does not allow the keyword "Intake"; set settle = "move" or "none"' in result.output


def test_check_finds_that_the_folder_to_move_to_is_not_there(config, server):
    config.write_text(config.read_text().replace('settle = "none"', 'settle = "move"\nmove_to = "Actieweek"'))
    result = said("check", "--config", config, code=1, DESK_PASSWORD=server.password)
    assert re.search(r"wrong +mailbox desk .*Actieweek.*; make that folder, or change move_to", result.output)


def test_check_tells_a_desk_that_answers_whomever_a_mail_claims_to_be_from(elsewhere):
    with SmtpServer() as out:
        mail_out = (
            f'[mail_out]\nhost = "127.0.0.1"\nport = {out.port}\ntls = "none"\nsender = "d@example.nl"\n'
        )
        for more, noted in (("", True), ('[campaign]\nauthserv_id = "mx.example.nl"\n', False)):
            (elsewhere / "config.toml").write_text(more + mail_out)
            told = " ".join(said("check", code=1).output.split())
            assert "d@example.nl by 127.0.0.1" in told
            assert ("set [campaign] authserv_id" in told) is noted


def test_run_and_poll_want_a_mailbox():
    for command in ("run", "poll"):
        assert "add a section [[mailbox]]" in said(command, code=2).stderr
    assert "add a section [[mailbox]]" in said("check", code=1).output


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_the_worker_fills_the_queue_and_ends_cleanly_when_it_is_told_to(config, server, number, tmp_path):
    log = tmp_path / "log"
    environ = {"DESK_PASSWORD": server.password, "JOURNAL_STREAM": "1:2"}
    with log.open("wb") as stderr:
        worker = subprocess.Popen(
            [sys.executable, "-m", "intake", "run", "--config", config], stderr=stderr, env=environ
        )
    try:
        deadline = time.monotonic() + 60
        while len(lines(said("queue", "--json", "--config", config))) < 12 and time.monotonic() < deadline:
            time.sleep(0.3)
        worker.send_signal(number)
        assert worker.wait(30) == 0, log.read_text()
    finally:
        worker.kill()
        worker.wait()
    assert len(lines(said("queue", "--json", "--config", config))) >= 12
    told = log.read_text().splitlines()
    assert all(line.startswith("<6>") for line in told), told
    assert "at work: desk" in told[0]
    assert told[-1] == "<6>stopped"
    assert server.password not in log.read_text()


def test_what_is_due_is_shown_and_then_erased_files_too(config, tmp_path, server):
    assert "set days_after_week or days_at_most" in said("retention", "--config", config, code=2).stderr
    said("poll", "--config", config, DESK_PASSWORD=server.password)
    config.write_text(config.read_text() + "[retention]\ndays_after_week = 30\n")
    shown = said("retention", "--dry-run", "--config", config).stdout
    assert "Would be erased: nothing" in shown
    assert "mails go from 2017-06-12 on" in shown
    with closing(sqlite3.connect(tmp_path / "intake.db")) as database, database:
        database.execute("UPDATE mail SET kept_at = '2017-05-01 12:00:00.000000'")
    files = [path for path in (tmp_path / "blobs").glob("??/*") if path.is_file()]
    for path in files:
        os.utime(path, (1, 1))
    shown = said("retention", "--dry-run", "--config", config).stdout
    assert re.search(r"Would be erased:\n +12  mails\n +\d+  drafts", shown)
    assert "still wait for staff" in shown
    assert [path for path in files if path.exists()] == files
    assert re.search(r"Erased:\n +12  mails\n", said("retention", "--config", config).stdout)
    assert [path for path in files if path.exists()] == []
    assert "Erased: nothing" in said("retention", "--config", config).stdout
    assert "0 looked at, 0 kept" in said("poll", "--config", config, DESK_PASSWORD=server.password).stdout
    with closing(sqlite3.connect(tmp_path / "intake.db")) as database, database:
        database.execute("DELETE FROM location")  # as it is when the mailbox has another UIDVALIDITY
    assert "15 looked at, 0 kept" in said("poll", "--config", config, DESK_PASSWORD=server.password).stdout
    assert [path for path in (tmp_path / "blobs").glob("??/*") if path.is_file()] == []


def test_who_is_forgotten_is_shown_first_and_then_gone_everywhere_but_in_the_mailbox(
    config, tmp_path, server
):
    said("poll", "--config", config, DESK_PASSWORD=server.password)
    with closing(sqlite3.connect(tmp_path / "intake.db")) as database:
        ((sender, number),) = database.execute(
            "SELECT sender_email, count(*) FROM mail GROUP BY 1 ORDER BY 2 DESC, 1 LIMIT 1"
        )
        files = {
            name for (name,) in database.execute("SELECT sha256 FROM mail WHERE sender_email = ?", [sender])
        }
    blobs = {path.name: path for path in (tmp_path / "blobs").glob("??/*") if path.is_file()}
    for path in blobs.values():
        os.utime(path, (1, 1))
    shown = said("forget", sender.upper(), "--config", config).stdout
    assert re.search(rf"Mails of theirs:\n(  nr \d+, .*\n){{{number}}} +{number}  mails\n", shown)
    assert "Nothing was erased: --yes erases it." in shown
    assert all(path.exists() for path in blobs.values())
    told = said("forget", sender, "--yes", "--mentions", "--config", config).stdout
    assert "The mailbox was left alone" in told
    assert not [name for name in files if blobs[name].exists()]
    held = b"".join(path.read_bytes() for path in tmp_path.glob("intake.db*"))
    held += b"".join(path.read_bytes() for path in (tmp_path / "blobs").rglob("*") if path.is_file())
    assert sender.encode() not in held
    assert f"Nothing is held of {sender}." in said("forget", sender, "--yes", "--config", config).stdout


def test_who_asks_for_it_gets_all_that_is_held_of_them_in_one_file(config, tmp_path, server, elsewhere):
    said("poll", "--config", config, DESK_PASSWORD=server.password)
    with closing(sqlite3.connect(tmp_path / "intake.db")) as database, database:
        ((mail_id, sender, sha256),) = database.execute(
            "SELECT id, sender_email, sha256 FROM mail WHERE id = (SELECT max(mail_id) FROM part)"
        )
        database.execute("UPDATE part SET name = '<b>../../x</b>' WHERE mail_id = ?", [mail_id])
        parts = database.execute(
            "SELECT sha256 FROM part WHERE mail_id IN (SELECT id FROM mail WHERE sender_email = ?)", [sender]
        ).fetchall()
    assert "inzage.zip: " in said("export", "person", sender, "--config", config).stdout
    made = elsewhere / "inzage.zip"
    assert made.stat().st_mode & 0o777 == 0o600
    with zipfile.ZipFile(made) as archive:
        assert archive.testzip() is None
        names = archive.namelist()
        assert hashlib.sha256(archive.read(f"mails/{mail_id}/mail.eml")).hexdigest() == sha256
        attached = [name for name in names if "/bijlagen/" in name]
        assert sorted(hashlib.sha256(archive.read(name)).hexdigest() for name in attached) == sorted(
            sha256 for (sha256,) in parts
        )
        told = json.loads(archive.read("gegevens.json"))
        page = archive.read("overzicht.html").decode()
    assert not [name for name in names if ".." in name or name.startswith("/") or "\\" in name]
    mail = next(one for one in told["mails"] if one["nummer"] == mail_id)
    assert mail["aanmeldingen"][0]["gegevens"]["titel"]
    assert {one["bestand"] for one in mail["bijlagen"]} <= set(names)
    assert "&lt;b&gt;../../x&lt;/b&gt;" in page
    assert "<b>" not in page
    assert "name another file" in said("export", "person", sender, "--config", config, code=1).stderr
    assert "Nothing is held" in said("export", "person", "nobody@else.example", "--config", config).stdout


def test_who_cannot_be_forgotten_is_told_why(config):
    assert "is no e-mail address" in said("forget", "anna", "--config", config, code=1).stderr
    config.write_text(config.read_text() + '[campaign]\nmailbox = "desk@example.nl"\n')
    assert "the desk's own address" in said("forget", "Desk@example.nl", "--config", config, code=1).stderr


def test_staff_are_let_in_listed_reset_and_let_in_no_more(elsewhere):
    told = said("staff", "add", "Anna", "--name", "Anna de Boer", "--beheerder").output
    assert re.search(r"can log in now, as beheerder; the password is [\w-]{20,}", told)
    result = CliRunner().invoke(app, ["staff", "add", "bas"], input="vier losse gewone woorden\n")
    assert result.output == "bas can log in now, as beoordelaar\n", "a password that is known is not repeated"
    assert "somebody has that login already" in said("staff", "add", "ANNA", code=1).output
    assert "too short" in CliRunner().invoke(app, ["staff", "reset", "bas"], input="kort\n").output
    assert "the password is" in said("staff", "reset", "bas").output
    said("staff", "disable", "bas")
    assert re.search(r"bas\s+bas\s+beoordelaar\s+disabled", said("staff", "list").output)
    assert "last beheerder" in said("staff", "disable", "anna", code=1).output
    assert 'no login "piet"' in said("staff", "disable", "piet", code=1).output


def test_the_desk_says_where_it_is_and_answers_there_until_it_is_told_to_stop(elsewhere):
    (elsewhere / "config.toml").write_text("[review]\nport = 0\n")
    command = [sys.executable, "-m", "intake", "desk"]
    process = subprocess.Popen(command, cwd=elsewhere, stdout=subprocess.PIPE, text=True)
    try:
        line = process.stdout.readline()
        address = re.fullmatch(r"The review desk is at (http://127\.0\.0\.1:\d+/)\n", line)[1]
        assert "intake staff add" in process.stdout.readline()
        page = httpx.get(address, follow_redirects=True, timeout=20)
        assert 'name="wachtwoord"' in page.text
        process.send_signal(signal.SIGTERM)
        process.wait(20)
    finally:
        process.kill()
        process.wait()
        process.stdout.close()


def test_nobody_else_on_the_machine_may_read_what_is_kept(elsewhere):
    (elsewhere / "config.toml").write_text(
        '[store]\ndatabase = "sqlite:///data/intake.db"\nblobs = "data/blobs"\n'
    )
    before = os.umask(0o022)
    try:
        subprocess.run([sys.executable, "-m", "intake", "import", MAILS], cwd=elsewhere, check=True)
    finally:
        os.umask(before)
    kept = [path for path in (elsewhere / "data").rglob("*") if path.is_file()]
    assert len(kept) > 10
    assert not [path for path in (elsewhere / "data", *kept) if path.stat().st_mode & 0o007]


def test_who_holds_connections_by_the_hundred_takes_no_files_from_the_worker(elsewhere):
    (elsewhere / "config.toml").write_text("[review]\nport = 0\n")
    command = [sys.executable, "-m", "intake", "desk"]
    with subprocess.Popen(command, cwd=elsewhere, stdout=subprocess.PIPE, text=True) as process:
        try:
            home = process.stdout.readline().split()[-1].rstrip("/")
            host = home.removeprefix("http://")
            slow = (
                f"POST /inloggen HTTP/1.1\r\nHost: {host}\r\nOrigin: {home}\r\nContent-Length: 1000\r\n"
                "Content-Type: application/x-www-form-urlencoded\r\n\r\nnaam="
            ).encode()
            deadline = time.monotonic() + 30
            with ExitStack() as all_of_them, selectors.DefaultSelector() as waiting:
                for _ in range(CONNECTIONS + 200):
                    line = socket.create_connection(("127.0.0.1", int(host.partition(":")[2])), 10)
                    all_of_them.enter_context(line).sendall(slow)
                    waiting.register(line, selectors.EVENT_READ)
                while len(waiting.get_map()) >= CONNECTIONS:
                    assert time.monotonic() < deadline
                    for one, _ in waiting.select(1):
                        assert one.fileobj.recv(65536).startswith(b"HTTP/1.1 503")
                        waiting.unregister(one.fileobj)
            while httpx.get(f"{home}/gezond", timeout=20).status_code != 200:
                assert time.monotonic() < deadline
        finally:
            process.kill()


def test_a_port_that_is_taken_is_told(elsewhere):
    with socket.create_server(("127.0.0.1", 0)) as taken:
        (elsewhere / "config.toml").write_text(f"[review]\nport = {taken.getsockname()[1]}\n")
        assert "set [review] port" in said("desk", code=1).output

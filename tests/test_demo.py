"""The demonstration ends by itself, and its queue holds what its mails say."""

import json
import os
import pty
import re
import socket
import subprocess
import sys
import time
from email import message_from_bytes, policy
from pathlib import Path

import httpx
import pytest
from sqlalchemy import select

from intake.demo.postman import mails
from store.database import Store
from store.model import Mail, Part
from store.settings import StoreSettings

# What a careful reader would queue: by a mail's first words of subject, its days and what is noted of it.
ACTIVITIES = {
    "Aankondiging symposium": ["2017-05-09T13:00"],
    "Actieweek thuiszitters": ["2017-05-11T14:00"],
    "Webinar": ["2017-05-10T15:30"],
    "LANDELIJKE ACTIEWEEK": ["2017-05-08T19:30", "2017-05-10T09:30", "2017-05-12T14:00"],
    "FW: Aanmelding": ["2017-05-12T09:30"],
    "oudercafé": ["2017-05-08T20:00"],
    "filmavond": ["2017-05-09T20:00"],
}
CHANGES = {"RE: Aankondiging": "changed", "Landelijke Actieweek Thuiszitters: Oudercafé": "cancelled"}
SYMPOSIUM = "Aankondiging symposium o.v.v. Landelijke Actieweek Thuiszitters"
LEFT_ALONE = ("Factuur", "Onze dochter", "teamoverleg")


def command(*arguments: object) -> list[str]:
    return [sys.executable, "-m", "intake", *map(str, arguments)]


def queued(folder: Path) -> list[dict]:
    shown = subprocess.run(
        command("queue", "--json", "--config", folder / "config.toml"),
        capture_output=True,
        check=True,
        text=True,
    )
    return [json.loads(line) for line in shown.stdout.splitlines()]


@pytest.fixture(scope="module")
def played(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, str]:
    """The demonstration's folder after one performance, and what it printed into a pipe."""
    here = tmp_path_factory.mktemp("here")
    folder = here / "demo"
    done = subprocess.run(
        command("demo", "--once", "--folder", folder.name),
        capture_output=True,
        text=True,
        cwd=here,
        timeout=120,
    )
    assert done.returncode == 0, done.stderr
    assert done.stderr == ""
    return folder, done.stdout


def test_the_readme_shows_what_is_printed(played):
    def lines(text: str) -> list[str]:
        """Without what is another at each start: ports, and the numbers that drafts happen to get."""
        return [
            re.sub(r"^ ?\d+ (?=  )|(?<=:)\d+|(?<=nr )\d+", "#", line.rstrip()) for line in text.splitlines()
        ]

    readme = (Path(__file__).parents[1] / "README.md").read_text()
    shown = re.search(r"\$ make demo ARGS=--once\n(.*?)```", readme, re.DOTALL)
    assert shown is not None
    # Who is answered is told as it happens, which may be a moment after the demonstration is over.
    told = [
        line for line in lines(shown.group(1)) if line.strip() not in ("", "...") and "answered" not in line
    ]
    assert len(told) > 20
    assert [line for line in told if line not in lines(played[1])] == []


def test_every_activity_is_queued_on_its_days(played):
    rows = queued(played[0])
    for subject, starts in ACTIVITIES.items():
        found = sorted(
            span["starts"] for row in rows if row["subject"].startswith(subject) for span in row["dates"]
        )
        assert found == starts, subject


def test_a_change_and_a_cancellation_are_proposed_for_the_activity_that_they_are_about(played):
    rows = queued(played[0])
    changes = {
        subject: row
        for subject in CHANGES
        for row in rows
        if row["subject"].startswith(subject) and row["change"] == CHANGES[subject]
    }
    assert changes.keys() == CHANGES.keys()
    about = changes["RE: Aankondiging"]["about_draft_id"]
    (first,) = [row for row in rows if row["draft_id"] == about]
    assert first["subject"].startswith("Aankondiging symposium")


def test_ordinary_mail_is_neither_kept_nor_queued_and_automatic_mail_makes_no_draft(played):
    folder, _ = played
    store = Store(StoreSettings(database=f"sqlite:///{folder}/intake.db"))
    with store.view() as s:
        subjects = set(s.scalars(select(Mail.subject)))
    store.close()
    assert not [subject for subject in subjects if subject.startswith(LEFT_ALONE)]
    assert not [row for row in queued(folder) if row["subject"].startswith("Automatisch antwoord")]


def test_organisers_are_answered_and_machines_and_ordinary_mail_are_not(played):
    folder, shown = played
    answers = [
        message_from_bytes(one.read_bytes(), policy=policy.default)
        for one in sorted((folder / "sent").glob("*.eml"))
    ]
    organisers = [
        message_from_bytes(raw, policy=policy.default)["From"].addresses[0].addr_spec
        for name, raw in mails()
        if name < "11" and not name.startswith("06")
    ]
    assert sorted(one["To"] for one in answers) == sorted(organisers), (
        "each mail once; the out-of-office, the question, a colleague who passes one on and ordinary mail are not"
    )
    symposium = next(one for one in answers if one["Subject"] == f"Re: {SYMPOSIUM}")
    assert symposium["In-Reply-To"] == "<HE1PR07MB1420C8A1@HE1PR07MB1420.mail.swv-lekstroom.example>"
    assert "di 9 mei" in symposium.get_body(("plain",)).get_content()
    lines = re.findall(r"^  answered (\S+): ", shown, re.MULTILINE)
    assert sorted(lines) == sorted(one["To"] for one in answers)


def test_attachments_are_kept_with_their_drafts(played):
    store = Store(StoreSettings(database=f"sqlite:///{played[0]}/intake.db"))
    with store.view() as s:
        roles = {part.name: part.role for part in s.scalars(select(Part))}
    store.close()
    assert roles == {
        "Flyer symposium 9 mei.pdf": "document",
        "Webinar.ics": "calendar",
        "stoel-bij-raam.jpg": "photo",
        "eenentwintig-stoelen.jpg": "photo",
        "stoel-met-tas.jpg": "photo",
    }


def test_without_a_terminal_it_prints_plain_lines_and_says_where_to_look_next(played):
    _, shown = played
    assert "\x1b" not in shown
    assert "15 mails in the mailbox: 12 for the week, 3 left alone" in shown
    assert "exactly as it was" in shown
    assert "-m intake queue --config demo/config.toml" in shown


def test_nothing_but_the_demos_own_folder_was_written(played):
    folder, _ = played
    assert list(folder.parent.iterdir()) == [folder]


def test_on_a_terminal_the_queue_is_drawn_as_it_fills(tmp_path):
    ours, theirs = pty.openpty()
    environ = os.environ | {"TERM": "xterm", "COLUMNS": "80", "LINES": "40"}
    process = subprocess.Popen(
        command("demo", "--once", "--folder", tmp_path / "demo"), stdout=theirs, stderr=theirs, env=environ
    )
    os.close(theirs)
    shown = b""
    try:
        while chunk := os.read(ours, 65536):
            shown += chunk
    except OSError:  # Linux's way to say that the other side is closed
        pass
    finally:
        os.close(ours)
        assert process.wait(60) == 0
    text = shown.decode()
    assert text.count("things wait for staff") > 5, "redrawn as mails come in"
    assert "Wachtrij" in text


def test_it_watches_until_it_is_told_to_end_and_leaves_no_server_behind(tmp_path):
    out = tmp_path / "out"
    with out.open("wb") as stdout:
        process = subprocess.Popen(
            command("demo", "--folder", tmp_path / "demo"), stdout=stdout, stderr=stdout
        )
    try:
        deadline = time.monotonic() + 90
        while "keeps watching" not in out.read_text() and time.monotonic() < deadline:
            time.sleep(0.2)
        ports = set(re.findall(r"127\.0\.0\.1:(\d+)", out.read_text()))
        assert len(ports) == 2, "the mail server's and the desk's"
        (desk,) = re.findall(r"http://127\.0\.0\.1:\d+/", out.read_text())
        account = re.search(r"log in as (\w+), password (\S+)", out.read_text())
        with httpx.Client(base_url=desk, follow_redirects=True, timeout=20) as browser:
            token = re.search(r'name="token" value="(\w+)"', browser.get("/inloggen").text)[1]
            fields = {"token": token, "naar": "/", "naam": account[1], "wachtwoord": account[2]}
            page = browser.post("/inloggen", data=fields, headers={"origin": desk.rstrip("/")}).text
        assert "13 aanmeldingen wachten op beoordeling" in page
        process.terminate()
        assert process.wait(40) == 0, out.read_text()
    finally:
        process.kill()
        process.wait()
    for port in ports:
        with pytest.raises(ConnectionRefusedError):
            socket.create_connection(("127.0.0.1", int(port)), 5)
    assert (tmp_path / "demo" / "worker.log").read_text().endswith("stopped\n")


def test_a_folder_with_something_else_in_it_is_refused(tmp_path):
    (tmp_path / "thesis.odt").write_text("dear to me")
    done = subprocess.run(
        command("demo", "--once", "--folder", tmp_path), capture_output=True, text=True, check=False
    )
    assert done.returncode == 1
    assert "thesis.odt, which is not the demo's" in done.stderr
    assert (tmp_path / "thesis.odt").exists()


def test_the_demos_mails_are_mails_as_people_send_them():
    found = {name: message_from_bytes(mail, policy=policy.default) for name, mail in mails()}
    assert len(found) >= 12
    for name, mail in found.items():
        assert not mail.defects, name
        assert mail["Message-ID"], name
        assert mail["Date"].datetime.utcoffset() is not None, name
        assert all(address.domain.endswith(".example") for address in mail["From"].addresses), name

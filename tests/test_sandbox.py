"""One mail cannot take the worker down, nor its neighbours in the queue."""

import hashlib
import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from intake.edition import Edition
from intake.errors import BadMail, IntakeError
from intake.mail.bounds import Bounds
from intake.mail.mail import Mail
from intake.sandbox import Sandbox
from tests.mail import reading_in_tests
from tests.mail.written import coded, mail, multipart, text

EDITION = Edition("Actieweek", date(2017, 5, 8), date(2017, 5, 12))
PDF = b"%PDF-1.4\n%%EOF"


@pytest.fixture(scope="module")
def sandbox() -> Iterator[Sandbox[Mail]]:
    with Sandbox(Bounds(seconds=2, memory_mb=512), reading_in_tests.read) as made:
        yield made


@pytest.fixture
def spool(tmp_path: Path) -> Path:
    folder = tmp_path / "spool"
    folder.mkdir()
    return folder


def _file(folder: Path, name: str, raw: bytes) -> Path:
    path = folder / name
    path.write_bytes(raw)
    return path


def _order(folder: Path, order: bytes) -> Path:
    return _file(folder, order.decode(), b"Subject: gif\n\n" + order)


def test_a_mail_is_read_and_its_attachments_land_by_their_sha256(
    sandbox: Sandbox[Mail], tmp_path: Path, spool: Path
) -> None:
    raw = multipart(text(b"Hallo"), *[coded(PDF, b"Content-Type: application/pdf; name=a.pdf")] * 2)
    read = sandbox.read(_file(tmp_path, "een.eml", raw), EDITION, spool).result()
    assert read.texts["body"] == "Hallo"
    assert [path.name for path in spool.iterdir()] == [hashlib.sha256(PDF).hexdigest()]
    assert (spool / hashlib.sha256(PDF).hexdigest()).read_bytes() == PDF


@pytest.mark.parametrize(
    ("order", "reason"),
    [
        (b"SLAAP", "took longer than 2 s"),
        (b"STERF", "died"),
        (b"VREET", "more than 512 MB"),
        (b"STRUIKEL", "KeyError: 'postcode'"),
    ],
)
def test_a_poison_mail_is_told_with_its_reason(
    sandbox: Sandbox[Mail], tmp_path: Path, spool: Path, order: bytes, reason: str
) -> None:
    with pytest.raises(BadMail, match=reason):
        sandbox.read(_order(tmp_path, order), EDITION, spool).result()
    assert (
        sandbox.read(_file(tmp_path, "gewoon.eml", mail(b"gewoon")), EDITION, spool).result().texts["body"]
        == "gewoon"
    )


def test_what_the_system_refuses_is_named_and_no_mail_is_to_blame(
    sandbox: Sandbox[Mail], tmp_path: Path, spool: Path
) -> None:
    with pytest.raises(IntakeError, match=r"^intake\.sandbox\._read_one: FileNotFoundError") as told:
        sandbox.read(tmp_path / "weg.eml", EDITION, spool).result()
    assert not isinstance(told.value, BadMail)


def test_a_poison_mail_takes_no_neighbour_with_it(
    sandbox: Sandbox[Mail], tmp_path: Path, spool: Path
) -> None:
    plain = [_file(tmp_path, f"{number}.eml", mail(b"mail %d" % number)) for number in range(14)]
    poison = [_order(tmp_path, order) for order in (b"SLAAP", b"STERF", b"VREET", b"STRUIKEL")]
    paths = [*plain[:3], poison[0], *plain[3:6], poison[1], *plain[6:9], poison[2], poison[3], *plain[9:]]
    readings = sandbox.read_many([(path, spool) for path in paths], EDITION)
    told = {path: reading.exception() for path, reading in zip(paths, readings, strict=True)}
    bad = {path: trouble for path, trouble in told.items() if trouble is not None}
    assert set(bad) == set(poison)
    assert all(isinstance(trouble, BadMail) for trouble in bad.values())
    bodies = [reading.result().texts["body"] for reading in readings if reading.exception() is None]
    assert bodies == [f"mail {number}" for number in range(14)]


def test_an_empty_and_a_large_file_are_mails_too(sandbox: Sandbox[Mail], tmp_path: Path, spool: Path) -> None:
    large = multipart(text(b"groot"), coded(bytes(range(256)) * 8000, b"Content-Type: image/png; name=a.png"))
    paths = [_file(tmp_path, "leeg.eml", b""), _file(tmp_path, "groot.eml", large)]
    empty, big = [
        reading.result() for reading in sandbox.read_many([(path, spool) for path in paths], EDITION)
    ]
    assert (empty.size, big.texts["body"], big.parts[0].size) == (0, "groot", 2_048_000)


def _pid(spool: Path) -> int:
    until = time.monotonic() + 10
    while not (spool / "pid").exists() and time.monotonic() < until:
        time.sleep(0.02)
    return int((spool / "pid").read_text())


def test_a_child_killed_from_outside_costs_no_mail_and_one_killed_twice_costs_that_mail(
    sandbox: Sandbox[Mail], tmp_path: Path, spool: Path
) -> None:
    spared = sandbox.read(_order(tmp_path, b"EENMAAL"), EDITION, spool)
    os.kill(_pid(spool), signal.SIGKILL)
    assert spared.result(timeout=10).texts["body"] == "EENMAAL"
    (spool / "pid").unlink()
    waiting = sandbox.read(_order(tmp_path, b"WACHT"), EDITION, spool)
    for _ in range(2):
        pid = _pid(spool)
        (spool / "pid").unlink()
        os.kill(pid, signal.SIGKILL)
    with pytest.raises(BadMail, match="died"):
        waiting.result(timeout=10)
    again = sandbox.read(_file(tmp_path, "een.eml", mail(b"een")), EDITION, spool)
    assert again.result(timeout=10).texts["body"] == "een"


def test_closing_stops_what_is_being_read(tmp_path: Path, spool: Path) -> None:
    sandbox = Sandbox(Bounds(seconds=60, processes=1), reading_in_tests.read)
    waiting = sandbox.read(_order(tmp_path, b"WACHT"), EDITION, spool)
    pid = _pid(spool)
    began = time.monotonic()
    sandbox.close()
    assert time.monotonic() - began < 5
    assert type(waiting.exception(timeout=1)) is IntakeError, "the mail is not to blame"
    with pytest.raises(ProcessLookupError):
        os.kill(pid, 0)


def test_several_threads_may_ask_at_once(sandbox: Sandbox[Mail], tmp_path: Path, spool: Path) -> None:
    paths = [_file(tmp_path, f"{number}.eml", mail(b"mail %d" % number)) for number in range(20)]
    bodies: list[str] = []
    threads = [
        threading.Thread(
            target=lambda path=path: bodies.append(sandbox.read(path, EDITION, spool).result().texts["body"])
        )
        for path in paths
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(bodies) == sorted(f"mail {number}" for number in range(20))


# A main module that starts the reading as it is imported: so it does in every child, and none comes up.
CHILDLESS = """
import sys
from pathlib import Path
from intake.edition import Edition
from intake.errors import BadMail
from intake.mail.bounds import Bounds
from intake.sandbox import Sandbox
from datetime import date
from tests.mail import reading_in_tests

sandbox = Sandbox(Bounds(seconds=20, processes=1), reading_in_tests.read)
edition = Edition("Actieweek", date(2017, 5, 8), date(2017, 5, 12))
for _ in range(2):
    trouble = sandbox.read(Path(sys.argv[1]), edition, Path(sys.argv[1] + ".spool")).exception()
    print(type(trouble).__name__, trouble)
sandbox.close()
"""


def test_where_no_child_comes_up_no_mail_is_to_blame_and_the_next_asks_again(tmp_path: Path) -> None:
    script = _file(tmp_path, "childless.py", CHILDLESS.encode())
    path = _file(tmp_path, "een.eml", mail(b"een"))
    command = [sys.executable, str(script), str(path)]
    root = Path(__file__).parents[1]
    done = subprocess.run(
        command, cwd=root, env={**os.environ, "PYTHONPATH": str(root)}, capture_output=True, timeout=60
    )
    assert (
        done.stdout.decode().splitlines()
        == ["IntakeError no reading process comes up: All workers expired"] * 2
    )

"""A sample of `make torture` in the ordinary run."""

import subprocess
import sys

import pytest

from tests.conftest import missing
from tests.servers import dovecot

KILLS = 100


@pytest.mark.torture
@pytest.mark.timeout(600)
def test_kill_9_a_hundred_times_and_every_mail_is_there_once() -> None:
    if reason := dovecot.why_not():
        missing(reason)
    # A process of its own: the victims are forked, which a process with threads had better not do.
    command = [sys.executable, "-m", "tests.torture", "--kills", str(KILLS), "--every", "16"]
    done = subprocess.run(command, capture_output=True, text=True, timeout=580, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    assert "no mail lost, none twice" in done.stdout

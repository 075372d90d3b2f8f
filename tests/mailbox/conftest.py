"""Real IMAP servers for the tests of the mailbox."""

from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from tests.conftest import missing
from tests.mailbox.rig import Rig
from tests.servers import dovecot as dovecot_server
from tests.servers.dovecot import Dovecot
from tests.servers.proxy import Proxy
from tests.servers.pymap import Pymap


@pytest.fixture
def dovecot() -> Iterator[Dovecot]:
    """A Dovecot with an empty INBOX."""
    if reason := dovecot_server.why_not():
        missing(reason)
    # Not below pytest's own folder, which it keeps closed to other users: Dovecot's processes are some.
    with TemporaryDirectory(prefix="dovecot-") as folder, Dovecot(Path(folder)) as server:
        yield server


@pytest.fixture
def pymap(tmp_path: Path) -> Iterator[Pymap]:
    """A pymap with its own demonstration mails."""
    with Pymap(tmp_path / "pymap") as server:
        yield server


@pytest.fixture
def proxy(dovecot: Dovecot) -> Iterator[Proxy]:
    """The network between us and Dovecot."""
    with Proxy(dovecot.port) as between:
        yield between


@pytest.fixture
def rig(tmp_path: Path, store, blobs) -> Iterator[Rig]:
    """What a worker is made of, on each database."""
    with Rig(store, blobs, tmp_path / "spool") as made:
        yield made

"""A Dovecot of its own for a test: no systemd, a free port on loopback, its mail below the test's folder."""

import contextlib
import os
import pwd
import shutil
import signal
import socket
import subprocess
import time
from collections.abc import Iterable, Mapping
from pathlib import Path

from intake.demo.postman import free_port

USER, PASSWORD = "desk", "pw"

CONFIG = """
base_dir = {dir}/run
state_dir = {dir}/state
log_path = {dir}/dovecot.log
protocols = imap
listen = 127.0.0.1
ssl = {ssl}
disable_plaintext_auth = no
auth_mechanisms = plain {mechanisms}
mail_location = maildir:{dir}/mail/%u
first_valid_uid = 0
first_valid_gid = 0
mail_uid = {uid}
mail_gid = {gid}
default_internal_user = {internal}
default_internal_group = {internal_group}
default_login_user = {login}
mail_fsync = {fsync}
# Tests make many connections a second from one address.
auth_failure_delay = 0
mail_max_userip_connections = 1000
{passdb}
userdb {{
  driver = static
  args = uid={uid} gid={gid} home={dir}/mail/%u
}}
service imap-login {{
  chroot =
  inet_listener imap {{
    address = 127.0.0.1
    port = {port}
  }}
  inet_listener imaps {{
    port = 0
  }}
}}
service anvil {{
  chroot =
}}
namespace inbox {{
  inbox = yes
}}
{extra}
"""
PASSDB = f"passdb {{\n  driver = static\n  args = password={PASSWORD}\n}}"


def why_not() -> str:
    """Why no Dovecot can be started here; empty where it can."""
    if not find("dovecot"):
        return "Dovecot is not installed (Debian: apt-get install dovecot-imapd)"
    if os.geteuid() != 0:
        return "Dovecot is started by root alone here"
    return ""


def find(program: str) -> str | None:
    return shutil.which(program, path=os.environ.get("PATH", "") + ":/usr/sbin:/usr/local/sbin")


def alive(group: int) -> bool:
    """Whether a process of this group runs still; one that is dead but not buried by its parent does not."""
    for path in Path("/proc").glob("[0-9]*/stat"):
        with contextlib.suppress(OSError):
            state, _, its_group, *_ = path.read_text().rpartition(")")[2].split()
            if int(its_group) == group and state not in ("Z", "X"):
                return True
    return False


class Dovecot:
    """One server; `start` and `stop` may be repeated, its mail and its port stay."""

    def __init__(
        self,
        folder: Path,
        *,
        extra: str = "",
        passdb: str = PASSDB,
        mechanisms: str = "",
        ssl: str = "no",
        fsync: str = "never",
    ) -> None:
        self.folder = folder
        self._process: subprocess.Popen[bytes] | None = None
        self.port = free_port()
        self.config = folder / "dovecot.conf"
        folder.mkdir(parents=True, exist_ok=True)
        # Dovecot's processes are other users; pytest's folders are for their owner alone.
        for part in (folder, *folder.parents):
            if part.stat().st_uid == os.geteuid() and part != Path("/"):
                part.chmod(part.stat().st_mode | 0o055)
        names = {entry.pw_name for entry in pwd.getpwall()}
        owner = pwd.getpwnam("vmail" if "vmail" in names else "nobody")
        self.uid, self.gid = owner.pw_uid, owner.pw_gid
        self.config.write_text(
            CONFIG.format(
                dir=folder,
                uid=self.uid,
                gid=self.gid,
                port=self.port,
                internal="dovecot" if "dovecot" in names else "root",
                internal_group="dovecot" if "dovecot" in names else "root",
                login="dovenull" if "dovenull" in names else "nobody",
                extra=extra,
                passdb=passdb,
                mechanisms=mechanisms,
                ssl=ssl,
                fsync=fsync,
            )
        )
        (folder / "mail").mkdir(exist_ok=True)
        os.chown(folder / "mail", self.uid, self.gid)

    def __enter__(self) -> "Dovecot":
        self.start()
        return self

    def __exit__(self, *_: object) -> None:
        self.stop()

    def start(self, *, greets: bool = True) -> None:
        """Up when this returns. A port that speaks TLS at once does not greet in the clear."""
        # In front and in a session of its own, so that all its processes can be ended at once.
        self._process = subprocess.Popen(
            [find("dovecot"), "-F", "-c", self.config],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )
        deadline = time.monotonic() + 15
        while time.monotonic() < deadline:
            with contextlib.suppress(OSError), socket.create_connection(("127.0.0.1", self.port), 5) as sock:
                sock.settimeout(5)
                if not greets or sock.recv(100).startswith(b"* OK"):
                    return
            time.sleep(0.02)
        raise AssertionError(f"Dovecot did not come up: {self.log()[-2000:]}")

    def stop(self) -> None:
        """Gone at once, connections and all, as when its machine loses power (asked nicely it takes 3 s)."""
        if self._process is not None:
            with contextlib.suppress(ProcessLookupError):
                os.killpg(self._process.pid, signal.SIGKILL)
            self._process.wait(10)
            # A child that still holds a socket would make the next start believe that Dovecot is running.
            deadline = time.monotonic() + 2
            while alive(self._process.pid) and time.monotonic() < deadline:
                time.sleep(0.01)
            self._process = None
            (self.folder / "run" / "master.pid").unlink(missing_ok=True)

    def doveadm(self, *words: str) -> str:
        done = subprocess.run(
            [find("doveadm"), "-c", self.config, *words],
            check=True,
            timeout=60,
            capture_output=True,
            text=True,
        )
        return done.stdout

    def log(self) -> str:
        path = self.folder / "dovecot.log"
        return path.read_text("utf-8", "replace") if path.exists() else ""

    def maildir(self, user: str = USER, folder: str = "") -> Path:
        root = self.folder / "mail" / user
        return root / f".{folder}" if folder else root

    def fill(self, mails: Iterable[bytes], user: str = USER, flags: Mapping[int, str] | None = None) -> int:
        """Put mails straight into the Maildir, in this order; `flags` are Maildir letters by number."""
        root = self.maildir(user)
        for name in ("cur", "new", "tmp"):
            (root / name).mkdir(parents=True, exist_ok=True)
        count = 0
        for number, raw in enumerate(mails):
            letters = (flags or {}).get(number)
            base = f"{1_500_000_000 + number}.M{number:06d}P1.test"
            # In new/ a mail is still recent; in cur/ it carries its flags.
            path = root / "new" / base if letters is None else root / "cur" / f"{base}:2,{letters}"
            path.write_bytes(raw)
            count += 1
        for path in (root.parent, root, *root.rglob("*")):
            os.chown(path, self.uid, self.gid)
        return count

    def make_folder(self, name: str, user: str = USER) -> None:
        """An empty folder beside the INBOX."""
        root = self.maildir(user, name)
        for part in ("cur", "new", "tmp"):
            (root / part).mkdir(parents=True)
        (root / "maildirfolder").touch()
        for path in (root, *root.iterdir()):
            os.chown(path, self.uid, self.gid)

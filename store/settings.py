"""Where things are kept, and every bound of the keeping with its reason."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import ClassVar, Final

DAY: Final = 86_400
WAIT: Final = "trouble that is tried again without a pause does not pass, and who waits too long is forgotten"


@dataclass(frozen=True, slots=True)
class StoreSettings:
    """The `[store]` section of the configuration.

    `database` is a URL: `sqlite:///PATH` or `postgresql://USER@HOST/NAME`. `blobs` is a folder, or a bucket
    (`s3://NAME/PREFIX`; its credentials come from the environment as the AWS tools read them).
    """

    database: str = "sqlite:///var/intake.db"
    blobs: str = "var/blobs"
    # An S3 service that is not Amazon's, as https://HOST:PORT; empty for Amazon's own.
    bucket_endpoint: str = ""
    # A writer waits this long for another one. The longest unit of work here is a batch of 50 mails, some
    # 50 ms; 30 s also outlasts a checkpoint of a large WAL on a slow disk.
    busy_seconds: float = 30.0
    # A poller renews its lease at every batch; two minutes outlast one batch of large mails on a slow line.
    lease_seconds: int = 120
    # What a killed worker was reading waits for so long. Living ones renew their claims at every third of it,
    # however long they read; the other two outlast the longest wait for another writer.
    claim_seconds: int = 60
    # Readings of one mail that may fail before it is quarantined: trouble that passes (memory, a disk) has
    # passed by then, a mail that cannot be read should be seen by a person the same day.
    max_attempts: int = 5
    # The wait after the first failure, doubled at each further one up to the longest.
    backoff_seconds: int = 60
    backoff_longest_seconds: int = 6 * 3600
    # Claims that may end without a word (the whole worker died) before the mail itself is suspected. High,
    # for machines are restarted and workers are killed for reasons of their own.
    max_crashes: int = 20
    # Threads that write one batch of blobs; their fsyncs share the disk's flushes (0.45 s to 0.2 s per
    # 1,000 blobs with 8 of them, no faster with more).
    blob_threads: int = 8
    # An unreferenced blob younger than this may belong to a unit of work that is still to be committed.
    blob_grace_hours: int = 24

    # From and to which value a number may go in the file, and why.
    RANGES: ClassVar[Mapping[str, tuple[float, float, str]]] = {
        "busy_seconds": (0.1, 3600, "two that write at once are ordinary, and what hangs should be told"),
        "lease_seconds": (
            5,
            DAY,
            "a shorter lease ends while its worker lives, and a longer one keeps others out",
        ),
        "claim_seconds": (
            5,
            DAY,
            "a shorter claim ends while its worker lives, and mails wait for a longer one",
        ),
        "max_attempts": (1, 100, "at 0 no mail would be read, and each try costs what reading may cost"),
        "backoff_seconds": (1, DAY, WAIT),
        "backoff_longest_seconds": (1, 30 * DAY, WAIT),
        "max_crashes": (1, 1000, "at 0 no mail would be read"),
        "blob_threads": (1, 64, "without one nothing is kept, and more are no faster"),
        "blob_grace_hours": (1, 8760, "what is being kept right now has no owner yet, and would be removed"),
    }

    @property
    def spool(self) -> Path:
        """Where contents stand on their way to or from the blobs: beside them, so that a move is enough."""
        blobs = self.blobs
        return Path("var/spool") if "://" in blobs else Path(blobs).with_name(f"{Path(blobs).name}.spool")


@dataclass(frozen=True, slots=True)
class RetentionSettings:
    """The `[retention]` section: after how many days mails go, with all that was made of them. 0: never."""

    # After the week's end, and for what came later after it came: until then organisers ask and correct.
    days_after_week: int = 0
    # After they were kept, whatever week they were for and whether it is over or not: the end of what an
    # earlier week left, once the configuration names another one.
    days_at_most: int = 0

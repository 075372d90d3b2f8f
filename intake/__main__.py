"""The program `intake`, also as `python -m intake`."""

import os
from typing import Final

# What people wrote to the desk is for nobody else on this machine; its group may make backups.
_NOT_FOR_OTHERS: Final = 0o007


def main() -> None:
    """Run the command that the command line names."""
    os.umask(os.umask(_NOT_FOR_OTHERS) | _NOT_FOR_OTHERS)
    # Not at the top: the child processes that read mails import this module too, and need none of it.
    from intake.cli import app

    app(prog_name="intake")


if __name__ == "__main__":
    main()

"""`python -m intake` is `intake`."""

from intake.cli import app

app(prog_name="intake")

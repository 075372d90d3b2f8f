"""What the reading processes are forked from has read already."""

import subprocess
import sys

_LEARNED = """
import intake.warmed
from intake.extract.dates.following import FOLLOWING
from intake.extract.index import ANYWHERE, index
print(index().look(FOLLOWING) != ANYWHERE)
"""


def test_a_reading_process_begins_with_what_the_index_learned():
    made = subprocess.run([sys.executable, "-c", _LEARNED], capture_output=True, text=True, check=True)
    assert made.stdout.strip() == "True", "each child would learn it anew, at its first mail"

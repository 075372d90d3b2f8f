"""What docs/handleiding.md says of the desk is what the desk says itself, and its pictures are there and small."""

import re
from importlib.resources import files
from pathlib import Path

from PIL import Image

from review.words import WORDS

DOCS = Path(__file__).parents[2] / "docs"
MANUAL = (DOCS / "handleiding.md").read_text(encoding="utf-8")
# Pictures that open at once on any line, and fit beside their text.
MOST_BYTES, MOST_WIDE = 1 << 20, 1200


def test_every_button_and_tab_that_the_manual_names_is_called_so_at_the_desk():
    named = {" ".join(one.split()) for one in re.findall(r"(?<!\*)\*([^*]+)\*(?!\*)", MANUAL)}
    said = {text for told in WORDS.values() for text in ([told] if isinstance(told, str) else told)}
    assert len(named) > 20
    assert named - said == set()


def test_every_key_of_the_desk_is_told_and_no_other():
    keys = files("review").joinpath("templates", "keys.html").read_text(encoding="utf-8")
    assert set(re.findall(r"`([^`]+)`", MANUAL)) == set(re.findall(r"<kbd>([^<]+)</kbd>", keys))


def test_its_pictures_are_there_and_small_and_no_others_are():
    paths = {DOCS / one for one in re.findall(r"\]\((handleiding/[\w-]+\.png)\)", MANUAL)}
    assert paths == set((DOCS / "handleiding").iterdir())
    assert sum(path.stat().st_size for path in paths) < MOST_BYTES
    for path in paths:
        with Image.open(path) as picture:
            assert picture.width <= MOST_WIDE

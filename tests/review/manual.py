"""The pictures of docs/handleiding.md, from the demonstration's mails: `make manual`."""

import tempfile
from pathlib import Path

from PIL import Image
from playwright.sync_api import Page

from tests.review import browsers
from tests.review.screenshots import demonstration, go, log_in, picture

FOLDER = Path("docs/handleiding")
SIZE = {"width": 1200, "height": 620}
# Screens have few colours; a picture of that many is a third of the size.
COLOURS = 96
# By the names of their files: the screen, and what has the focus there.
SHOWN = {
    "werkvoorraad": ("werkvoorraad", ""),
    "beoordelen": ("datum-onzeker", "#f-title"),
    "wijziging": ("wijziging", ""),
    "materiaal": ("materiaal", "[value=publish]"),
}


def main() -> None:
    """Make them all anew."""
    FOLDER.mkdir(exist_ok=True)
    with (
        tempfile.TemporaryDirectory() as folder,
        demonstration(Path(folder)) as (home, login, password),
        browsers.chromium() as browser,
    ):
        page = browser.new_page(viewport=SIZE, color_scheme="light", locale="nl-NL")
        page.goto(f"{home}/inloggen")
        log_in(page, home, login, password)
        for name, (screen, focus) in SHOWN.items():
            shoot(page, home, FOLDER / f"{name}.png", screen, focus)


def shoot(page: Page, home: str, path: Path, screen: str, focus: str) -> None:
    """One of them."""
    go(page, home, screen)
    if focus:
        page.focus(focus)
    page.wait_for_load_state("networkidle")
    picture(page, path, whole=False)
    with Image.open(path) as full:
        few = full.convert("RGB").quantize(COLOURS, dither=Image.Dither.NONE)
    few.save(path, optimize=True)


if __name__ == "__main__":
    main()

"""Pictures of every screen in light, dark, narrow and wide, from the demonstration's mails: `make screenshots`."""

import re
import subprocess
import sys
import tempfile
from pathlib import Path

from tests.review import browsers

PAGES = {
    "inloggen": "/inloggen",
    "werkvoorraad": "/werkvoorraad",
    "leeg": "/werkvoorraad?soort=quarantaine",
    "beoordelen": "/activiteit/1",
    "controleren": "/activiteit/12",
    "wijziging": "/activiteit/9",
    "materiaal": "/activiteit/4",
    "vraag": "/mail/12",
    "er-is-niets": "/activiteit/999",
}
WIDTHS = (1440, 320)
HEIGHT = 900


def main(out: Path) -> None:
    """Write them all into a folder."""
    out.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        intake = [sys.executable, "-m", "intake"]
        told = subprocess.run(
            [*intake, "demo", "--once", "--folder", f"{folder}/demo"],
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        login, password = re.search(r"log in as (\w+), password (\S+)", told).groups()
        command = [*intake, "desk", "--config", f"{folder}/demo/config.toml"]
        desk = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
        try:
            home = re.search(r"http://[^\s/]+", desk.stdout.readline())[0]
            shoot(home, login, password, out)
        finally:
            desk.terminate()
            desk.wait(20)


def shoot(home: str, login: str, password: str, out: Path) -> None:
    """Every page in every look."""
    with browsers.chromium() as browser:
        for scheme in ("light", "dark"):
            for width in WIDTHS:
                size = {"width": width, "height": HEIGHT}
                context = browser.new_context(viewport=size, color_scheme=scheme, locale="nl-NL")
                page = context.new_page()
                for name, path in PAGES.items():
                    page.goto(home + path)
                    if page.locator("#naam").count() and name != "inloggen":
                        page.fill("#naam", login)
                        page.fill("#wachtwoord", password)
                        page.keyboard.press("Enter")
                        page.wait_for_url(home + path)
                    page.screenshot(path=out / f"{name}-{scheme}-{width}.png", full_page=True)
                    print(out / f"{name}-{scheme}-{width}.png")
                context.close()


if __name__ == "__main__":
    main(Path(sys.argv[1] if len(sys.argv) > 1 else "var/screenshots"))

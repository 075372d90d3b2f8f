"""Pictures of every screen in light, dark, narrow and wide, from the demonstration's mails: `make screenshots`."""

import re
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Browser, Page

from tests.review import browsers

# In an address, <nieuw.1> is the number of the second draft under that tab. What follows a space is pressed, letter by
# letter, and the picture is then of the window alone.
PAGES = {
    "werkvoorraad": "/werkvoorraad",
    "leeg": "/werkvoorraad?soort=quarantaine",
    "gekozen": "/werkvoorraad jxjxjx",
    "samen": "/werkvoorraad/samen?doe=goedkeuren&kies=a<nieuw.0>.1&kies=a<nieuw.1>.1&kies=a<wijzigingen.0>.2",
    "samen-afwijzen": "/werkvoorraad/samen?doe=afwijzen&kies=a<nieuw.0>.1",
    "gezocht": "/werkvoorraad?zoek=school&organisatie=gemeente",
    "niets-gevonden": "/werkvoorraad?zoek=onvindbaar",
    "beoordelen": "/activiteit/1",
    "controleren": "/activiteit/12",
    "datum-onzeker": "/activiteit/<mail.10>",
    "wijziging": "/activiteit/<wijzigingen.0>",
    "materiaal": "/activiteit/<materiaal.0>",
    "samenvoegen": "/samenvoegen/<nieuw.0>/<nieuw.1>",
    "samenvoegen-kiezen": "/activiteit/<nieuw.0>/samenvoegen?woorden=thuiszitters",
    "hoort-bij": "/activiteit/<wijzigingen.0>/hoort-bij?woorden=school",
    "splitsen": "/activiteit/<nieuw.0>/splitsen",
    "om-informatie": "/activiteit/<nieuw.0> v",
    "afwijzen": "/activiteit/<nieuw.0> w",
    "vraag": "/mail/12",
    "overzicht": "/overzicht",
    "logboek": "/logboek?wie=alles",
    "gebruikers": "/gebruikers",
    "gebruiker": "/gebruikers/1",
    "gebruiker-nieuw": "/gebruikers/nieuw",
    "account": "/account",
    "wachtwoord": "/wachtwoord",
    "bron-opmaak": "/activiteit/<mail.5> tab:Opmaak",
    "bron-bijlage": "/activiteit/<mail.1> tab:Flyer",
    "bron-fotos": "/activiteit/<mail.4> tab:Foto",
    "bron-gesprek": "/activiteit/<mail.1> tab:Gesprek",
    "er-is-niets": "/activiteit/999",
}
# What the public sees, once the material was published.
PUBLIC = {"toolbox": "/toolbox", "toolbox-stuk": "/toolbox/<eerste>", "toolbox-weg": "/bestand/weg/foto.jpg"}
WIDTHS = (1440, 320)
HEIGHT = 900


def main(out: Path) -> None:
    """Write them all into a folder."""
    out.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder, demonstration(Path(folder)) as (home, login, password):
        shoot(home, login, password, out)


@contextmanager
def demonstration(folder: Path) -> Iterator[tuple[str, str, str]]:
    """A desk filled with the demonstration's mails: where it is, and who logs in with which password."""
    intake = [sys.executable, "-m", "intake"]
    told = subprocess.run(
        [*intake, "demo", "--once", "--folder", f"{folder}/demo"], capture_output=True, text=True, check=True
    ).stdout
    login, password = re.search(r"log in as (\w+), password (\S+)", told).groups()
    command = [*intake, "desk", "--config", f"{folder}/demo/config.toml"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as desk:
        try:
            yield re.search(r"http://[^\s/]+", desk.stdout.readline())[0], login, password
        finally:
            desk.terminate()


def shoot(home: str, login: str, password: str, out: Path) -> None:
    """Every page in every look."""
    with browsers.chromium() as browser:
        for page, look in looks(browser):
            page.goto(f"{home}/inloggen")
            picture(page, out / f"inloggen-{look}.png")
            log_in(page, home, login, password)
            for name in PAGES:
                keys = go(page, home, name)
                picture(page, out / f"{name}-{look}.png", whole=not keys)
        with browser.new_page(locale="nl-NL") as page:
            page.goto(f"{home}/inloggen")
            log_in(page, home, login, password)
            publish(page, home)
        for page, look in looks(browser):
            for name, address in PUBLIC.items():
                page.goto(home + address.replace("<eerste>", first(page, home)))
                picture(page, out / f"{name}-{look}.png")


def looks(browser: Browser) -> Iterator[tuple[Page, str]]:
    """A page in light and dark, wide and narrow, each with its name."""
    for scheme in ("light", "dark"):
        for width in WIDTHS:
            size = {"width": width, "height": HEIGHT}
            with browser.new_context(viewport=size, color_scheme=scheme, locale="nl-NL") as context:
                yield context.new_page(), f"{scheme}-{width}"


def publish(page: Page, home: str) -> None:
    """Put the first material into the toolbox, all its files."""
    page.goto(f"{home}/activiteit/{number(page, home, 'materiaal', '0')}")
    page.fill("#f-summary", "Foto’s en een verslag van vorig jaar, om te laten zien hoe het kan.")
    for file in page.locator(".file").all():
        if file.get_by_label("Plaatsen").count():
            file.get_by_label("Plaatsen").check()
        if file.get_by_label("Niemand is herkenbaar").count():
            file.get_by_label("Niemand is herkenbaar").check()
    page.get_by_role("button", name="In de toolbox zetten").click()
    page.wait_for_url("**besluit=**")


def first(page: Page, home: str) -> str:
    """The address of what stands first in the toolbox."""
    page.goto(f"{home}/toolbox")
    return page.locator(".toolbox-card a").first.get_attribute("href").rpartition("/")[2]


def look(page: Page, tab: str) -> None:
    """Open a tab of the source; where it is narrow, the source is one itself."""
    zone = page.locator('.zones a[href="#bron"]')
    if zone.is_visible():
        zone.click()
    page.get_by_role("tab", name=tab).click()
    page.wait_for_load_state("networkidle")


def log_in(page: Page, home: str, login: str, password: str) -> None:
    """From the login page to the work list."""
    page.fill("#naam", login)
    page.fill("#wachtwoord", password)
    page.keyboard.press("Enter")
    page.wait_for_url(f"{home}/werkvoorraad")


def go(page: Page, home: str, name: str) -> str:
    """To one of the screens; gives the keys that were pressed there, one after the other."""
    address, _, keys = PAGES[name].partition(" ")
    page.goto(home + named(page, home, address))
    if keys.startswith("tab:"):
        look(page, keys.removeprefix("tab:"))
        return keys
    for key in keys:
        page.keyboard.press(key)
    return keys


def picture(page: Page, path: Path, whole: bool = True) -> None:
    """One picture of what a page shows."""
    page.screenshot(path=path, full_page=whole)
    print(path)


def named(page: Page, home: str, address: str) -> str:
    """An address with the numbers of the drafts that it names."""
    for tab, at in re.findall(r"<(\w+)\.(\d+)>", address):
        address = address.replace(f"<{tab}.{at}>", number(page, home, tab, at))
    return address


def number(page: Page, home: str, tab: str, at: str) -> str:
    """The number of a draft, by where it stands under a tab of the work list, or by its mail's number."""
    if tab == "mail":
        page.goto(f"{home}/mail/{at}")
        return page.locator(".what-now a").first.get_attribute("href").rpartition("/")[2]
    page.goto(f"{home}/werkvoorraad?soort={tab}")
    paths = page.locator(".line h3 a[href^='/activiteit/']").evaluate_all(
        "all => all.map(one => one.pathname)"
    )
    return paths[int(at)].rpartition("/")[2]


if __name__ == "__main__":
    main(Path(sys.argv[1] if len(sys.argv) > 1 else "var/screenshots"))

"""Put the tables of `results.json` into README.md, between its two marks, so that no figure is typed over."""

import json
from pathlib import Path

from bench.runs import Table

BEGIN, END = "<!-- figures -->", "<!-- end of figures -->"


def render(results: Path, readme: Path) -> None:
    """Rewrite what stands between the marks; the rest of the page is written by hand."""
    said = json.loads(results.read_text())
    machine = said["machine"]
    software = f"Python {machine['python']}, SQLite {machine['sqlite']}"
    hardware = f"{machine['machine']}, {machine['cores']} cores"
    runs = f"{machine['mails']} mails, {machine['rounds']} rounds; {machine['date']}."
    lines = [f"{software}; {hardware}; {runs}", ""]
    for table in said["tables"]:
        lines += [*Table(**table).lines(), ""]
    page = readme.read_text()
    before, _, rest = page.partition(BEGIN)
    _, _, after = rest.partition(END)
    readme.write_text("\n".join([before + BEGIN, "", *lines, END + after]))

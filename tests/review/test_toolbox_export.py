"""What `intake export toolbox` gives: everything that is public, and nothing that a program could trip over."""

import csv
import io
import json
import zipfile
from pathlib import Path

import pytest
from typer.testing import CliRunner

from intake.cli import app
from review.toolbox.export import plain
from tests.review.desks import Desk
from tests.review.test_toolbox import AGREED, looked_at, material, published, send


def run(desk: Desk, tmp_path: Path, name: str = "toolbox.zip", code: int = 0) -> tuple[Path, str]:
    """Export this desk's toolbox."""
    (tmp_path / "config.toml").write_text(
        f'[store]\ndatabase = "sqlite:///{tmp_path}/intake.db"\nblobs = "{tmp_path}/blobs"\n'
    )
    made = tmp_path / name
    done = CliRunner().invoke(
        app, ["export", "toolbox", str(made), "--config", str(tmp_path / "config.toml")]
    )
    assert done.exit_code == code, done.output
    return made, done.output


def test_the_zip_holds_the_files_and_tells_of_them_as_page_sheet_and_json(desk, tmp_path):
    published(desk)
    path, told = run(desk, tmp_path)
    assert "1 entries" in told
    with zipfile.ZipFile(path) as archive:
        assert archive.testzip() is None
        names = archive.namelist()
        assert names[:2] == [
            "bestanden/schilderproject/01-foto-1.jpg",
            "bestanden/schilderproject/02-gesprekskaart.pdf",
        ]
        assert sorted(names[2:]) == ["index.css", "index.html", "toolbox.csv", "toolbox.json"]
        assert b"geheim" not in archive.read(names[0])
        page = archive.read("index.html").decode()
        assert f'src="{names[0]}"' in page
        assert 'alt="Kinderen schilderen"' in page
        told = archive.read("toolbox.csv")
        assert told.startswith(b"\xef\xbb\xbf")
        rows = list(csv.DictReader(io.StringIO(told.decode("utf-8-sig")), delimiter=";"))
        assert [row["bestand"] for row in rows] == names[:2]
        (entry,) = json.loads(archive.read("toolbox.json"))["entries"]
        assert [one["path"] for one in entry["files"]] == names[:2]
        assert all(archive.getinfo(one["path"]).file_size == one["bytes"] for one in entry["files"])


def test_the_same_toolbox_gives_the_same_bytes(desk, tmp_path):
    published(desk)
    first, _ = run(desk, tmp_path, "een.zip")
    second, _ = run(desk, tmp_path, "twee.zip")
    assert first.read_bytes() == second.read_bytes()


def test_no_cell_of_the_sheet_is_a_formula(desk, tmp_path):
    draft_id = material(desk)
    fields = looked_at(desk, draft_id, **{**AGREED, "alt": "@SUM(A1)"})
    send(desk.logged_in(), draft_id, "goedkeuren", title='=HYPERLINK("http://x")', **fields)
    with zipfile.ZipFile(run(desk, tmp_path)[0]) as archive:
        rows = list(csv.reader(io.StringIO(archive.read("toolbox.csv").decode("utf-8-sig")), delimiter=";"))
    assert not [cell for row in rows for cell in row if cell.startswith(("=", "@", "+", "-"))]


def test_where_nothing_is_published_it_says_so_and_leaves_no_file(desk, tmp_path):
    material(desk)
    path, told = run(desk, tmp_path, code=1)
    assert not path.exists()
    assert "nothing is published" in told


def test_a_file_that_is_there_stays(desk, tmp_path):
    published(desk)
    (tmp_path / "toolbox.zip").write_text("van iemand")
    run(desk, tmp_path, code=1)
    assert (tmp_path / "toolbox.zip").read_text() == "van iemand"


@pytest.mark.parametrize(
    ("name", "safe"),
    [
        ("../../etc/passwd", "etc-passwd"),
        ("été à Zwolle.pdf", "ete-a-Zwolle.pdf"),
        ("a" * 300 + ".pdf", "a" * 77 + ".pdf"),
        ("\u202egnp.exe", "gnp.exe"),
        ("...", "bestand"),
        ("CON", "CON"),
    ],
)
def test_names_are_such_as_every_system_takes(name, safe):
    assert plain(name) == safe

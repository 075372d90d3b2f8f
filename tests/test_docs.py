"""What docs/reading.md says of the code is true of it."""

import re
from pathlib import Path

import pytest
from typer.testing import CliRunner

from intake.cli import app
from intake.extract import grades
from intake.extract.check import _HARD
from intake.extract.draft import _LOOSE
from intake.reading import _MATERIAL
from tests.extract.letters import best

ROOT = Path(__file__).parent.parent
PAGE = (ROOT / "docs" / "reading.md").read_text(encoding="utf-8")
PICTURE = (ROOT / "docs" / "reading.svg").read_text(encoding="utf-8")
LABELLED = ROOT / "tests" / "corpus" / "dev"


def blocks(language: str) -> list[str]:
    """The code blocks of the page in one language, without their indent."""
    found = re.findall(rf"^( *)```{language}\n(.*?)^ *```$", PAGE, re.MULTILINE | re.DOTALL)
    return [re.sub(rf"^{indent}", "", text, flags=re.MULTILINE) for indent, text in found]


def test_every_file_that_is_named_is_there():
    paths = {*re.findall(r"[\w/.*-]+/[\w.*-]+\.(?:py|md|svg|json|eml)\b", PAGE + PICTURE)}
    assert len(paths) > 15
    missing = {path for path in paths if not [*ROOT.glob(path)] and not (ROOT / "docs" / path).exists()}
    assert missing == {"intake/extract/hearing_loop.py"}  # the example's own


def test_every_step_of_the_picture_stands_where_it_says():
    steps = re.findall(
        r'class="code">([\w, ]+)</text>.*?class="at">(?:EXTRACTORS, )?([\w/.]+)</text>', PICTURE
    )
    assert len(steps) == 7
    for names, path in steps:
        module = ROOT / path if path.endswith(".py") else ROOT / path / "__init__.py"
        for name in names.split(", "):
            assert f"\ndef {name}(" in module.read_text(encoding="utf-8"), (name, path)


def test_the_grades_are_as_the_page_lists_them():
    listed = dict(re.findall(r"\b([A-Z]{4,})\s(0\.\d+)", PAGE))
    assert len(listed) == 7
    for name, value in listed.items():
        assert getattr(grades, name) == float(value)


def test_the_lists_that_some_fields_stand_in_are_where_the_page_says():
    assert "title" in _LOOSE
    assert "dates" in _HARD
    assert "dates" not in _MATERIAL
    for name in ("`_LOOSE` in `draft.py`", "`_HARD` in `check.py`", "`_MATERIAL` in `intake/reading.py`"):
        assert name in " ".join(PAGE.split())


def test_what_the_page_prints_is_what_the_command_prints():
    (example,) = blocks("console")
    command, _, printed = example.partition("\n...\n")
    (mail,) = LABELLED.glob("056*.eml")
    assert command.startswith("$ intake parse tests/corpus/dev/056*.eml --explain")
    asked = ["parse", str(mail), "--explain", "--config", str(LABELLED / "edition.toml")]
    result = CliRunner(env={"COLUMNS": "80"}).invoke(app, asked)
    assert printed.rstrip() in "\n".join(line.rstrip() for line in result.output.splitlines())


@pytest.mark.parametrize(("text", "value"), [("De zaal heeft een ringleiding.", True), ("Tot dan!", None)])
def test_the_field_of_the_example_is_found_by_the_code_that_the_page_shows(text, value):
    module, table = blocks("python")
    example: dict[str, object] = {}
    exec(module, example)
    assert best(example["find_hearing_loop"], text, "hearing_loop") is value
    compile(table, "table", "exec")
    assert text in table

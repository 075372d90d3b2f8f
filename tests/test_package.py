"""What is installed from a wheel works by itself: the package brings its mails and its migrations."""

import ast
import re
import shutil
import subprocess
import sys
import tomllib
from importlib.metadata import packages_distributions
from pathlib import Path
from zipfile import ZipFile

import pytest

ROOT = Path(__file__).parent.parent
# "test" is CPython's own, which it does not count as its library.
OURS = {"intake", "review", "store", "tests", "bench", "test"}


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A wheel built from a copy of the sources, so that nothing is left among them."""
    folder = tmp_path_factory.mktemp("wheel")
    leave = shutil.ignore_patterns(".*", "__pycache__", "var", "build", "*.egg-info", "tests", "bench")
    shutil.copytree(ROOT, folder / "sources", ignore=leave)
    pip = [sys.executable, "-m", "pip", "wheel", "--quiet", "--no-deps", "--no-build-isolation"]
    subprocess.run([*pip, "--wheel-dir", folder, folder / "sources"], check=True, capture_output=True)
    (made,) = folder.glob("*.whl")
    return made


def test_the_wheel_holds_mails_migrations_and_licence_and_no_tests(wheel):
    names = set(ZipFile(wheel).namelist())
    for path in [*ROOT.glob("intake/demo/mails/*.eml"), *ROOT.glob("store/migrations/versions/v*.py")]:
        assert str(path.relative_to(ROOT)) in names
    assert [name for name in names if name.endswith("licenses/LICENSE")]
    assert not [name for name in names if name.startswith(("tests", "bench"))]


def test_what_it_installs_runs_outside_the_sources(wheel, tmp_path):
    site = tmp_path / "site"
    with ZipFile(wheel) as content:
        content.extractall(site)
    environ = {"PYTHONPATH": str(site), "PATH": ""}

    def said(*arguments: str) -> str:
        command = [sys.executable, "-P", "-m", "intake", *arguments]
        done = subprocess.run(command, capture_output=True, text=True, env=environ, cwd=tmp_path, check=False)
        assert done.returncode == 0, done.stderr
        return done.stdout

    assert "De wachtrij is leeg." in said("queue")
    assert (tmp_path / "var" / "intake.db").exists(), "the migrations were found and run"
    where = "import intake; print(intake.__file__)"
    done = subprocess.run(
        [sys.executable, "-c", where], capture_output=True, text=True, env=environ, cwd=tmp_path, check=True
    )
    assert done.stdout.startswith(str(site)), "the wheel's own code ran, not the checkout's"
    mails = str(site / "intake" / "demo" / "mails")
    assert said("parse", mails, "--json").count("\n") == 15


# what is installed for measuring alone, by the name that it is imported by
CALLED = {"sklearn": "scikit-learn"}


@pytest.mark.parametrize(
    ("folders", "groups"),
    [(("intake", "review", "store"), ()), (("tests",), ("dev",)), (("tests", "bench"), ("dev", "bench"))],
    ids=["program", "tests", "bench"],
)
def test_whatever_is_imported_is_declared_and_pinned(folders, groups):
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())
    declared = list(project["project"]["dependencies"])
    for extra in project["project"]["optional-dependencies"].values():
        declared += extra
    for group in groups:
        declared += project["dependency-groups"][group]
    names = {plain(re.split(r"[\[<>=~]", line)[0]) for line in declared}
    pins = {
        plain(line.split("==")[0])
        for line in (ROOT / "constraints.txt").read_text().splitlines()
        if "==" in line
    }
    distributions = packages_distributions()
    for folder in folders:
        for path in (ROOT / folder).rglob("*.py"):
            for module in imported(path) - sys.stdlib_module_names - OURS:
                owners = {plain(owner) for owner in distributions.get(module, [CALLED.get(module, module)])}
                assert owners & names, f"{path.relative_to(ROOT)} imports {module}, which nothing declares"
                assert owners & pins, f"{module} has no version in constraints.txt"


def imported(path: Path) -> set[str]:
    """The top-level modules that a file imports, wherever in it."""
    found = set()
    for node in ast.walk(ast.parse(path.read_text())):
        if isinstance(node, ast.Import):
            found |= {name.name.partition(".")[0] for name in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            found.add(node.module.partition(".")[0])
    return found


def plain(name: str) -> str:
    """A distribution's name as it is compared (PEP 503)."""
    return re.sub(r"[-_.]+", "-", name).lower()


def test_the_service_unit_is_accepted_by_systemd():
    verify = shutil.which("systemd-analyze")
    if verify is None:
        pytest.skip("systemd-analyze cannot be had here")
    unit = ROOT / "deploy" / "intake.service"
    done = subprocess.run([verify, "verify", unit], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")

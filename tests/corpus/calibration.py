"""How often a value is right, by its field and the grade it was given: what grades.py's ceilings come from.

    python -m tests.corpus.calibration tests/corpus/dev [FOLDER ...]

Each folder holds labelled mails and their edition.toml, as README.md beside this file says. Mails on which rules
were made say little: pass folders that were not. Only the standard library and the intake package are used.
"""

import json
import sys
import tomllib
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from intake.edition import Edition
from intake.export import to_json
from intake.extract import grades
from intake.reading import Reading, read
from tests.corpus import score

# the columns, from the surest grade down
_GRADES = (grades.CERTAIN, grades.LABELLED, grades.SAID, grades.LIKELY, grades.DERIVED, grades.GUESS)
Given = tuple[str, float, float, bool]  # field, grade of its extractor, confidence in the draft, right or not


def edition_of(folder: Path) -> Edition:
    """The edition that the mails of a folder are about."""
    campaign = tomllib.loads((folder / "edition.toml").read_text(encoding="utf-8"))["campaign"]
    return Edition(**{**campaign, "tags": tuple(campaign.get("tags", ()))})


def given(folder: Path, *, matched: bool = False) -> Iterator[Given]:
    """Each value that the labelled mails of a folder get, and whether it is right.

    Args:
        folder: where the mails are.
        matched: leave out drafts that no label answers to, whose fault is the mail's kind or its splitting.
    """
    edition = edition_of(folder)
    for label in sorted(folder.glob("*.json")):
        gold = json.loads(label.read_text(encoding="utf-8"))
        if "drafts" in gold:
            reading = read(label.with_suffix(".eml").read_bytes(), edition)
            yield from _of_mail(reading, label.name, gold["drafts"], matched=matched)


def _of_mail(reading: Reading, name: str, labels: list[dict[str, Any]], *, matched: bool) -> Iterator[Given]:
    wanted = [{field: score.said_or_none(field, value) for field, value in one.items()} for one in labels]
    drafts = to_json(reading, name)["drafts"]
    for number, draft in enumerate(drafts):
        draft["number"] = number
    for said, want in score.pair(drafts, wanted):
        if said is None or (want is None and matched):
            continue
        made = reading.drafts[said["number"]]
        for field in score.FIELDS:
            value = score.value_of(said, field)
            if score.empty(value) or (want is not None and field not in want):
                continue
            target = None if want is None else want[field]
            yield (
                field,
                made.choices[field].given,
                made.values[field].confidence,
                score.right(field, value, target),
            )


def table(values: Sequence[Given]) -> str:
    """Field by grade: how many values, and which share of them is right; then all fields together."""
    lines = ["right/values by the grade of the extractor (columns) and field", _head()]
    for field in score.FIELDS:
        mine = [(grade, right) for name, grade, _, right in values if name == field]
        if mine:
            lines.append(_row(field, mine))
    lines.append(_row("all, as given", [(grade, right) for _, grade, _, right in values]))
    lines.append(_row("all, in the draft", [(final, right) for _, _, final, right in values]))
    sure = [right for _, _, final, right in values if final >= score.SURE]
    share = len(sure) / max(1, len(values))
    lines.append(
        f"sure: {sum(sure)} of {len(sure)} right ({sum(sure) / max(1, len(sure)):.3f}), share {share:.3f}"
    )
    return "\n".join(lines)


def _head() -> str:
    return f"{'':22}" + "".join(f"{grades.name(grade):>17}" for grade in _GRADES)


def _row(name: str, values: Sequence[tuple[float, bool]]) -> str:
    count, right = Counter(grade for grade, _ in values), Counter(grade for grade, ok in values if ok)
    cells = (f"{right[g]:>4}/{count[g]:<4} {right[g] / count[g]:.2f}" if count[g] else "" for g in _GRADES)
    return f"{name:22}" + "".join(f"{cell:>17}" for cell in cells)


def main(folders: Sequence[str]) -> None:
    """Print the table of these folders taken together, with and without drafts that no label answers to."""
    for matched in (False, True):
        values = [value for folder in folders for value in given(Path(folder), matched=matched)]
        print("drafts that a label answers to alone" if matched else "all drafts")
        print(table(values) + "\n")


if __name__ == "__main__":
    main(sys.argv[1:] or [str(Path(__file__).parent / "dev")])

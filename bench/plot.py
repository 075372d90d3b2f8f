"""One picture of all tables: how many times as long as ours each other takes on the same work."""

import json
import statistics
from pathlib import Path
from typing import Any

OURS, OTHERS = "#1f5f8b", "#b9c4cc"


def bars(results: dict[str, Any]) -> list[tuple[str, float]]:
    """Label and median ratio for every contender that was paired with ours."""
    return [
        (f"{table['name']}: {who}", statistics.median(values))
        for table in results["tables"]
        for who, values in table["ratios"].items()
    ]


def draw(results: Path, picture: Path) -> None:
    """Draw `results` (a results.json) as an SVG file."""
    import matplotlib as mpl

    mpl.use("svg")
    mpl.rcParams["svg.hashsalt"] = "intake"  # the same figures give the same bytes
    from matplotlib import pyplot as plt

    rows = bars(json.loads(results.read_text()))[::-1]
    figure, axes = plt.subplots(figsize=(8, 0.5 * len(rows) + 1.4), layout="constrained")
    axes.barh([label for label, _ in rows], [ratio for _, ratio in rows], color=OTHERS)
    axes.axvline(1, color=OURS, linewidth=2, label="ours")
    for place, (_, ratio) in enumerate(rows):
        axes.text(ratio, place, f" {ratio:.1f}", va="center")
    axes.set_xlabel("time as a multiple of ours (median of the paired rounds)")
    axes.spines[["top", "right"]].set_visible(False)
    axes.legend(frameon=False, loc="lower right")
    figure.savefig(picture, metadata={"Date": None})

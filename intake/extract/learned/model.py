"""A log-linear model: what each feature of a text speaks for, and how much."""

import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Final

Features = Mapping[str, float]

BIAS: Final = "(bias)"  # the feature that every text has
_PLACES: Final = 2  # decimals of a weight: more change no decision, and none is worth more to read


@dataclass(frozen=True, slots=True)
class Model:
    """The weights of each feature, one for each class, in the order of `classes`."""

    classes: tuple[str, ...]
    weights: Mapping[str, tuple[float, ...]]

    def probabilities(self, features: Features) -> dict[str, float]:
        """How likely each class is for a text with these features; they add up to 1.

        The softmax of multinomial logistic regression. Features that were not learned say nothing.
        """
        sums = list(self.weights[BIAS])
        for feature, value in features.items():
            weights = self.weights.get(feature)
            if weights is not None:
                for at, weight in enumerate(weights):
                    sums[at] += value * weight
        most = max(sums)  # so that no exponential is past a float's bounds
        powers = [math.exp(one - most) for one in sums]
        whole = sum(powers)
        return {name: power / whole for name, power in zip(self.classes, powers, strict=True)}


@cache
def learned(name: str) -> Model:
    """The model of a name, as it was learned: `NAME.tsv` beside this module."""
    return parsed((files(__package__) / f"{name}.tsv").read_text(encoding="utf-8").splitlines())


def parsed(lines: Iterable[str]) -> Model:
    """A model from its table: the classes in the first line, then a feature and its weights in each."""
    head, *rows = (line.split("\t") for line in lines)
    return Model(tuple(head[1:]), {row[0]: tuple(map(float, row[1:])) for row in rows})


def written(model: Model) -> str:
    """A model's table, as `parsed` takes it; features that would weigh nothing are left out."""
    rows = [("feature", *model.classes)]
    for feature, weights in sorted(model.weights.items()):
        told = [f"{weight:.{_PLACES}f}".replace("-0.00", "0.00") for weight in weights]
        if feature == BIAS or any(float(one) for one in told):
            rows.append((feature, *told))
    return "".join("\t".join(row) + "\n" for row in rows)

"""Learn from labelled mails what the models of `intake/extract/learned` weigh by, and how well each tells.

    python -m bench.learn

What is printed of each writer's mails is told by a model that learned from the others alone; what is written
into the package is learned from all. A word counts where several writers used it, and no name does, so that
none is there for what one mail says.
"""

import json
import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Sequence
from functools import cache
from pathlib import Path
from typing import Any, Final, NamedTuple

from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression

from intake.extract.facts import asides, facts
from intake.extract.finding import Finding, Kind
from intake.extract.grades import GUESS
from intake.extract.learned import activity, kind, model, organisation
from intake.extract.learned.model import BIAS, Features, Model
from intake.extract.learned.stems import stems
from intake.extract.letter import Letter
from intake.extract.line import Place
from intake.extract.organisation import find_organisation
from intake.extract.prepare import prepare
from intake.mail.keys import without_keys
from intake.mail.parse import parse_mail
from tests.corpus.calibration import edition_of
from tests.corpus.short import shorts

CORPUS: Final = Path(__file__).parents[1] / "tests" / "corpus"
# Whose short mails are learned from; of `desk` and `reactions` nothing is.
SHORT: Final = ("voices", "school", "town", "neighbourhood", "answers")
LEAST_WRITERS: Final = 5  # who used a word before it counts
SURE: Final = 0.8  # so likely a class is what both models are asked for
_WITHIN: Final = re.compile(r"(?<=[a-zà-ÿ,;] )[^\W\d_]+")
_STEPS: Final = 3_000  # it takes some 200


class Example(NamedTuple):
    """Something labelled: whose it is, what it shows, and what it is, the preferred label first."""

    writer: str
    features: Features
    labels: tuple[str, ...]


class Task(NamedTuple):
    """A model to be learned.

    `freedom` is the inverse of how much a large weight costs (scikit-learn's C): of 0.1 to 10 the one by
    which the mails of writers left out are told best.
    """

    name: str
    freedom: float
    examples: Callable[[], Iterator[Example]]


def kinds() -> Iterator[Example]:
    """The mails of a kind that is learned."""
    for writer, label, letter in _whole():
        if label["kind"] in kind.KINDS:
            yield Example(writer, _shown(letter), (label["kind"],))
    for writer in SHORT:
        for mail in shorts(writer):
            yield Example(writer, _shown(mail.letter()), (mail.kind.value,))


def organisation_types() -> Iterator[Example]:
    """The organisations that are found in the mails, by the names that are found."""
    for writer, label, letter in _whole():
        labels = _alternatives(label["drafts"][0].get("organisation_type") if label.get("drafts") else None)
        named = _named(find_organisation(letter, letter.edition))
        if labels[0] is not None and named:
            yield Example(writer, organisation.features(named), labels)


def activity_types() -> Iterator[Example]:
    """The mails that have one activity, by all their words."""
    for writer, label, letter in _whole():
        if label["kind"] in (Kind.ACTIVITY, Kind.UPDATE) and len(label["drafts"]) == 1:
            labels = _alternatives(label["drafts"][0].get("activity_type"))
            if labels[0] is not None:
                yield Example(writer, activity.features(letter), labels)


TASKS: Final = (
    Task(kind.MODEL, 0.5, kinds),
    Task(organisation.MODEL, 1.0, organisation_types),
    Task(activity.MODEL, 1.0, activity_types),
)


def _whole() -> Iterator[tuple[str, Any, Letter]]:
    """Each whole mail with its writer and its label."""
    for folder in [CORPUS / "dev", *sorted(path for path in (CORPUS / "years").iterdir() if path.is_dir())]:
        edition = edition_of(folder)
        for path in sorted(folder.glob("*.json")):
            mail = without_keys(parse_mail(path.with_suffix(".eml").read_bytes()))
            yield folder.name, json.loads(path.read_text(encoding="utf-8")), prepare(mail, edition)


def _alternatives(label: Any) -> tuple[Any, ...]:
    return tuple(label) if isinstance(label, list) else (label,)


def _shown(letter: Letter) -> Features:
    aside = asides(letter)
    return kind.features(letter, letter.at(Place.BODY, Place.COVER), facts(letter, aside), aside)


def _named(found: Iterator[Finding]) -> str:
    names = [one for one in found if one.field == "organisation" and one.confidence >= GUESS]
    return str(max(names, key=lambda one: one.confidence).value) if names else ""


@cache
def names() -> frozenset[str]:
    """The stems of words that are names: within a sentence they have a capital more often than not."""
    capital, all_of = Counter[str](), Counter[str]()
    texts = [text for _, _, letter in _whole() for text in letter.mail.texts.values()]
    texts += [mail.text for writer in SHORT for mail in shorts(writer)]
    for text in texts:
        for word in _WITHIN.findall(text):
            stem = next(stems(word))
            all_of[stem] += 1
            capital[stem] += word[0].isupper()
    return frozenset(stem for stem, count in capital.items() if count * 2 > all_of[stem])


def fitted(some: Sequence[Example], freedom: float) -> Model:
    """The model that tells these examples best, large weights being penalised."""
    writers = defaultdict(set)
    for one in some:
        for feature in one.features:
            writers[feature].add(one.writer)
    shared = {
        feature
        for feature, whose in writers.items()
        if len(whose) >= LEAST_WRITERS and feature.rpartition(" ")[2] not in names()
    }
    table = DictVectorizer()
    rows = table.fit_transform([{f: v for f, v in one.features.items() if f in shared} for one in some])
    found = LogisticRegression(C=freedom, max_iter=_STEPS).fit(rows, [one.labels[0] for one in some])
    weights = {
        feature: tuple(found.coef_[:, at].tolist())
        for at, feature in enumerate(table.get_feature_names_out())
    }
    return Model(tuple(found.classes_.tolist()), {BIAS: tuple(found.intercept_.tolist()), **weights})


def learn(task: Task) -> None:
    """Print how each writer's mails are told by what the others taught; write what all of them teach."""
    every = list(task.examples())
    print(f"{task.name:20}{'of':>6}{'right':>7}{'sure':>6}{'right of these':>16}")
    for writer in dict.fromkeys(one.writer for one in every):
        taught = fitted([one for one in every if one.writer != writer], task.freedom)
        mine = [(one.labels, taught.probabilities(one.features)) for one in every if one.writer == writer]
        right = [
            (max(told, key=told.__getitem__) in labels, max(told.values()) >= SURE) for labels, told in mine
        ]
        sure = [ok for ok, surely in right if surely]
        print(
            f"{writer:20}{len(mine):>6}{sum(ok for ok, _ in right):>7}{len(sure):>6}{sum(sure):>16}",
            flush=True,
        )
    whole = fitted(every, task.freedom)
    path = Path(model.__file__).with_name(f"{task.name}.tsv")
    path.write_text(model.written(whole), encoding="utf-8")
    print(f"{path.name}: {len(whole.weights)} features of {len(every)}\n")


if __name__ == "__main__":
    for each in TASKS:
        learn(each)

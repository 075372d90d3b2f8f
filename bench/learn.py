"""Learn from labelled mails what tells the kind of a mail, and say how well it tells that of other writers.

    python -m bench.learn

What is printed of each writer's mails is told by a model that learned from the others alone; what is written
into the package is learned from all. A word counts where several writers used it, so that none is there for
what one mail says.
"""

import json
from collections import defaultdict
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Final, NamedTuple

from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression

from intake.extract.facts import asides, facts
from intake.extract.kind import SURE
from intake.extract.learned import kind
from intake.extract.learned.model import BIAS, Features, Model, learned, written
from intake.extract.letter import Letter
from intake.extract.line import Place
from intake.extract.prepare import prepare
from intake.mail.keys import without_keys
from intake.mail.parse import parse_mail
from tests.corpus.calibration import edition_of
from tests.corpus.short import shorts

CORPUS: Final = Path(__file__).parents[1] / "tests" / "corpus"
TABLE: Final = Path(kind.__file__).with_name(f"{kind.MODEL}.tsv")
# Whose short mails are learned from; of `desk` and `reactions` nothing is.
SHORT: Final = ("voices", "school", "town", "neighbourhood", "answers")
LEAST_WRITERS: Final = 5  # who used a word before it counts
# The inverse of how much a large weight costs (scikit-learn's C): of 0.1 to 10 the one by which the mails of
# writers left out are told best.
_FREEDOM: Final = 0.5
_STEPS: Final = 3_000  # it takes some 200


class Example(NamedTuple):
    """A labelled mail: whose it is, what it shows and what it is."""

    writer: str
    name: str
    features: Features
    label: str


def shown(letter: Letter) -> Features:
    """What a letter shows of its kind."""
    aside = asides(letter)
    return kind.features(letter, letter.at(Place.BODY, Place.COVER), facts(letter, aside), aside)


def whole(folder: Path) -> Iterator[Example]:
    """The mails of a folder that are of a kind which is learned."""
    edition = edition_of(folder)
    for path in sorted(folder.glob("*.json")):
        label = json.loads(path.read_text(encoding="utf-8"))["kind"]
        if label in kind.KINDS:
            letter = prepare(without_keys(parse_mail(path.with_suffix(".eml").read_bytes())), edition)
            yield Example(folder.name, path.stem, shown(letter), label)


def lines(writer: str) -> Iterator[Example]:
    """The short mails of a writer."""
    for number, mail in enumerate(shorts(writer), 1):
        yield Example(writer, f"line {number}", shown(mail.letter()), mail.kind.value)


def fitted(some: Sequence[Example]) -> Model:
    """The model that tells these examples best, large weights being penalised."""
    writers = defaultdict(set)
    for one in some:
        for feature in one.features:
            writers[feature].add(one.writer)
    shared = {feature for feature, whose in writers.items() if len(whose) >= LEAST_WRITERS}
    table = DictVectorizer()
    rows = table.fit_transform([{f: v for f, v in one.features.items() if f in shared} for one in some])
    found = LogisticRegression(C=_FREEDOM, max_iter=_STEPS).fit(rows, [one.label for one in some])
    weights = {
        feature: tuple(found.coef_[:, at].tolist())
        for at, feature in enumerate(table.get_feature_names_out())
    }
    return Model(tuple(found.classes_.tolist()), {BIAS: tuple(found.intercept_.tolist()), **weights})


def told(model: Model, one: Example) -> tuple[str, float]:
    """The likeliest kind of a mail, and how likely that is."""
    found = model.probabilities(one.features)
    best = max(found, key=found.__getitem__)
    return best, found[best]


def main() -> None:
    """Print how each writer's mails are told by what the others taught; write what all of them teach."""
    folders = [CORPUS / "dev", *sorted(path for path in (CORPUS / "years").iterdir() if path.is_dir())]
    every = [one for folder in folders for one in whole(folder)]
    every += [one for writer in SHORT for one in lines(writer)]
    print(f"{'writer':10}{'mails':>6}{'right':>7}{'sure':>6}{'right of these':>16}")
    for writer in dict.fromkeys(one.writer for one in every):
        model = fitted([one for one in every if one.writer != writer])
        mine = [(one.label, *told(model, one)) for one in every if one.writer == writer]
        right = sum(label == best for label, best, _ in mine)
        sure = [label == best for label, best, share in mine if share >= SURE]
        print(f"{writer:10}{len(mine):>6}{right:>7}{len(sure):>6}{sum(sure):>16}", flush=True)
    TABLE.write_text(written(fitted(every)), encoding="utf-8")
    print(f"{TABLE.name}: {len(learned(kind.MODEL).weights)} features of {len(every)} mails")


if __name__ == "__main__":
    main()

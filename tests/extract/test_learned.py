"""What labelled mails taught: the model's arithmetic, and what may stand in its table."""

import math
import re
from collections import Counter, defaultdict
from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from intake.extract.finding import Tag
from intake.extract.kind import judged
from intake.extract.learned.kind import KINDS, MODEL
from intake.extract.learned.model import BIAS, Model, learned, parsed, written
from intake.mail.parse import parse_mail
from tests.corpus.short import FOLDER, shorts

CORPUS = FOLDER.parent
WEIGHT = st.floats(-50, 50).map(lambda weight: round(weight, 2) + 0.0)
WORD = st.text(st.characters(categories=["L"]), min_size=1, max_size=8)
MODELS = st.dictionaries(WORD, st.tuples(WEIGHT, WEIGHT, WEIGHT), max_size=5).flatmap(
    lambda weights: st.tuples(WEIGHT, WEIGHT, WEIGHT).map(
        lambda bias: Model(("a", "b", "c"), {BIAS: bias, **weights})
    )
)


@given(MODELS, st.dictionaries(WORD, st.floats(-1e6, 1e6)))
def test_the_probabilities_of_all_classes_add_up_to_one(model, features):
    found = model.probabilities(features)
    assert tuple(found) == model.classes
    assert math.isclose(sum(found.values()), 1)


@given(MODELS)
def test_a_class_that_every_feature_speaks_for_is_the_likeliest(model):
    feature = {"word": 1.0}
    raised = Model(model.classes, {**model.weights, "word": (0.0, 3.0, 0.0)})
    plain = Model(model.classes, {**model.weights, "word": (0.0, 0.0, 0.0)})
    before, after = plain.probabilities(feature), raised.probabilities(feature)
    assert after["b"] >= before["b"]
    assert after["a"] <= before["a"]


@given(MODELS)
def test_a_model_is_read_back_as_it_was_written(model):
    again = parsed(written(model).splitlines())
    assert again.classes == model.classes
    features = dict.fromkeys(model.weights, 1.0)
    assert again.probabilities(features) == model.probabilities(features)


def test_a_word_counts_only_where_several_writers_used_it_and_never_a_name():
    """So that no name, place or turn of one mail tells what another is."""
    writers, capital, small = defaultdict(set), Counter(), Counter()
    for writer, text in written_by():
        for stem in stems(text):
            writers[stem].add(writer)
        for word in re.findall(r"(?<=[a-zà-ÿ,;] )[^\W\d_]+", text):
            (capital if word[0].isupper() else small)[word[:6].lower()] += 1
    words = {feature.rpartition(" ")[2] for feature in learned("kind").weights if is_word(feature)}
    words |= learned("activity_type").weights.keys() - {BIAS}
    assert len(words) > 1000
    assert {word: whose for word in words if len(whose := writers[word]) < 5} == {}
    assert {word for word in words if capital[word] > 2 * small[word] + 2} == set()


def written_by() -> Iterator[tuple[str, str]]:
    for folder in (CORPUS / "dev", *(path for path in (CORPUS / "years").iterdir() if path.is_dir())):
        for path in folder.glob("*.eml"):
            mail = parse_mail(path.read_bytes())
            yield folder.name, "\n".join([mail.subject, *mail.texts.values()])
    for path in FOLDER.glob("*.jsonl"):
        for mail in shorts(path.stem):
            yield path.stem, f"{mail.subject}\n{mail.text}"


@pytest.mark.parametrize(("writer", "right", "surely"), [("desk", 0.9, 0.95), ("reactions", 0.85, 0.95)])
def test_the_kind_of_short_mails_is_told_though_nothing_was_learned_of_their_writer(writer, right, surely):
    mails = shorts(writer)
    told = [(mail.kind, *judged(mail.letter(), Tag.SUBJECT)) for mail in mails]
    assert sum(kind is said for kind, said, _ in told) / len(mails) >= right
    sure = [kind is said for kind, said, sure in told if sure]
    assert len(sure) / len(mails) >= 0.6
    assert sum(sure) / len(sure) >= surely


def test_the_table_knows_the_kinds_that_are_learned():
    assert learned(MODEL).classes == tuple(kind.value for kind in KINDS)


def is_word(feature: str) -> bool:
    return feature.startswith(("body ", "subject ")) and not feature.endswith(" ?")


def stems(text: str) -> set[str]:
    return {word[:6] for word in re.findall(r"[^\W\d_]+", text.lower())}

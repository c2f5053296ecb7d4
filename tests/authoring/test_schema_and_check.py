"""The JSON Schemas for editors and `check` are of one mind: what one refuses for its shape, the other refuses."""

from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from game.art.library import Library
from game.authoring.activity_reader import read_text
from game.authoring.mistake import Source
from game.authoring.values.context import Context
from game.core.activity import Activity
from tests.support.activity_data import activities, damaged, wild
from tests.support.examples import examples
from tests.support.schemas import OF

LIBRARY = Library()


class Writer(yaml.SafeDumper):
    """Writes nothing where nothing stands, and never the same thing by an alias."""

    def ignore_aliases(self, data) -> bool:
        return True


Writer.add_representer(type(None), lambda dumper, _: dumper.represent_scalar("tag:yaml.org,2002:null", ""))


def written(data) -> str:
    return yaml.dump(data, Dumper=Writer, allow_unicode=True, sort_keys=False, width=10**6)


def refused(data) -> list[str]:
    """What `check` says of an activity."""
    text = written(data)
    found = read_text(text, Context(Source(Path("our-road.yaml"), text), LIBRARY, "our-road"))
    return [] if isinstance(found, Activity) else [mistake.sentence for mistake in found]


AMONG = "would stand among them"  # which only `check` knows
NO_SHAPE = (
    "No earlier step",
    "is here twice",
    "is in no chapter",
    "has room for",
    "has no spot called",
    "There is no scene called",
    AMONG,
    "nothing is laid there",
    "Nothing is left to go home",
    "is no picture of this step",
    "What a child draws can lie beside all else",
)


def misshapen(sentences: list[str]) -> bool:
    """True where there is more than a name written twice or in no chapter, or that only a scene of one's own can have,
    or a longer list than another one, or spots at which nothing is laid, or pictures that are not there, or a story
    that leads among pictures.
    """
    return any(not any(words in said for words in NO_SHAPE) for said in sentences)


@examples(30)
@given(activities())
def test_what_is_good_is_good_by_both(data):
    assert refused(data) == [], written(data)
    assert [error.message for error in OF["activity"].iter_errors(data)] == []


@examples(100)
@given(damaged())
def test_what_one_refuses_for_its_shape_the_other_refuses_too(data):
    said = refused(data)
    assert OF["activity"].is_valid(data) is not misshapen(said), (written(data), said)


@pytest.mark.parametrize(
    "step",
    [
        {"place": "hopes", "pictures": ["kite", "boat"], "onto": {"My kite": "No spot"}},
        {"place": "hopes", "pictures": ["kite", "boat"], "onto": [{"keep": "A spot"}, {"My kite": "No spot"}]},
        {"choose": "other", "pictures": {"kite": "My kite", "boat.png": "With its ending"}},
        {"choose": "other", "pictures": ["kite", "../boat"]},
        {"choose": "other", "pictures": ["kite", "boat"], "otherwise": ["star", "leaf"]},
        {"choose": "other", "pictures": ["kite", "boat"], "up to": 100},
        {"choose": "Other", "pictures": ["kite", "boat"]},
        {"choose": "other", "from": "a.b.c.d"},
        {"choose": "other", "rub": "thing", "pictures": ["kite", "boat"]},
        {"rub": "thing", "story": [{"walk": "No where"}]},
        {"rub": "thing", "story": [{"carry": "kite"}]},
        {"rub": "thing", "story": [{"carry": "nothing"}, {"send": "No where"}]},
        {"rub": "thing", "story": [{"look": "child", "wait": 1}]},
        {"rub": "thing", "story": [{"wait": 9}]},
        {"rub": "thing", "story": ["walk"]},
    ],
    ids=str,
)
def test_a_step_that_both_refuse(step):
    head = {"title": "One", "purpose": "Two.", "cover": "kite", "scene": "two-banks"}
    first = {"choose": "thing", "pictures": ["kite", "boat"]}
    assert not OF["activity"].is_valid(head | {"steps": [first, step]})
    assert len(refused(head | {"steps": [first, step]})) == 1


WAITS = st.one_of(
    st.floats(0.001, 20, allow_subnormal=False).map(lambda seconds: round(seconds, 3)),
    st.integers(-1, 20),
    st.from_regex(r"[0-9]{0,3}(\.[0-9]{0,3})?", fullmatch=True),
    st.sampled_from([0.125, "0.125", "0", "0.0", "00.5", ".5", ".", "8.0", "8.01", "99", "long", "-1", "٣"]),
)


@examples(100)
@given(WAITS)
def test_what_can_be_waited_for_is_good_by_both_or_by_none(wait):
    """As somebody writes it: with quotes it is a word to an editor, without any a number."""
    head = {"title": "One", "purpose": "Two.", "cover": "kite", "scene": "two-banks"}
    first = {"choose": "thing", "pictures": ["kite", "boat"]}
    data = head | {"steps": [first, {"rub": "thing", "story": [{"wait": wait}]}]}
    said = [sentence for sentence in refused(data) if "This story lasts" not in sentence]  # which only `check` knows
    assert OF["activity"].is_valid(data) is not bool(said), (wait, said)


@examples(100)
@given(wild())
def test_whatever_the_schema_refuses_check_refuses_too(data):
    assert OF["activity"].is_valid(data) or refused(data), written(data)

"""The JSON Schemas for editors and `check` are of one mind: what one refuses for its shape, the other refuses."""

from copy import deepcopy
from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from game import mechanics
from game.art.library import Library
from game.authoring.activity_reader import ACTIVITY, read_text
from game.authoring.mistake import Source
from game.authoring.values.context import Context
from game.authoring.workbook_reader import read_workbook
from game.core.activity import Activity, fields_of, key_of
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


NO_SHAPE = ("is here twice", "is in no chapter", "has room for")


def misshapen(sentences: list[str]) -> bool:
    """True where there is more than a name written twice or in no chapter, or a longer list than another one."""
    return any(not any(words in said for words in NO_SHAPE) for said in sentences)


PICTURES = ("kite", "boat", "star", "leaf", "moon")
WORDS = st.sampled_from(["Our road", "A: b", "2026", 2026, 1.5, True, "yes", "null"])


@st.composite
def labelled(draw, names: tuple[str, ...], least: int):
    """Names in all the ways in which they can be written with and without labels."""
    names = draw(st.lists(st.sampled_from(names), min_size=least, unique=True))
    how = draw(st.sampled_from(["words", "keys", "both", "one item"]))
    label = {name: draw(WORDS) for name in names}
    parts = {"words": names, "keys": label, "one item": [label]}
    return parts.get(how) or [draw(st.sampled_from([name, {name: label[name]}])) for name in names]


# Something right for each Kind, where `thing` was made before and the scene is two-banks.
RIGHT = {
    "new name": st.from_regex(r"[b-m][a-z0-9]{3,}(-[a-z0-9]+){0,2}", fullmatch=True),
    "earlier name": st.sampled_from(["thing", "visit.envelope"]),
    "reference": st.sampled_from(["thing", "visit.pages"]),
    "signs": st.sampled_from(["thing", "visit.pages"]),
    "picture": st.sampled_from(PICTURES),
    "pictures": labelled(PICTURES, 2),
    "otherwise": labelled(PICTURES, 2),
    "spots": labelled(("different", "keep"), 1),
    "yes": st.just("yes"),
    "breaths": st.sampled_from([1, 10, "4"]),
    "as written": st.just("as written"),
    "how many": st.sampled_from(["any", 1, 99, "3"]),
    "words": WORDS,
}

STORY = [{"walk": "different"}, {"carry": "acorn"}, {"look": "different"}, {"think": "gate"}, {"wait": 0.5}]


@st.composite
def steps(draw, mechanic: str) -> dict:
    """A good step, with any of the keys that it need not have."""
    Step = mechanics.mechanic(mechanic).Step
    there = {f.key for f in fields_of(Step) if f.needed or draw(st.booleans())}
    for field, other in Step.ONLY_WITH:
        there |= {key_of(other)} if key_of(field) in there else set()
    one_of = [key_of(field) for field in Step.ONE_OF]
    if one_of and not there.intersection(one_of):
        there.add(draw(st.sampled_from(one_of)))
    step = {f.key: draw(RIGHT[f.kind.name]) for f in fields_of(Step) if f.key in there}
    for many, places in Step.NO_MORE_THAN:
        step |= {key_of(many): ["fox", "owl"], key_of(places): ["different", "keep"]} if key_of(many) in there else {}
    told = st.just({"story": STORY}) if "story" in Step.NEEDS else st.sampled_from([{}, {"story": STORY}])
    return step | draw(st.sampled_from([{}, {"scene": "two-banks"}])) | draw(told)


@st.composite
def activities(draw) -> dict:
    """A good activity, whose first step makes `thing`."""
    more = draw(st.lists(st.sampled_from(mechanics.names()).flatmap(steps), max_size=3))
    names = [step[m] for step in more for m in mechanics.names() if m in step]
    first = {"choose": "thing", "pictures": draw(RIGHT["pictures"])}
    made = {"title": draw(WORDS), "purpose": draw(WORDS), "cover": draw(RIGHT["picture"]), "scene": "two-banks"}
    new = [name for name in names if name != "thing" and "." not in name]
    more = more if len(set(new)) == len(new) else []
    may = draw(st.sampled_from([{}, {"each visit": "anew"}, {"unlock": "each visit"}, {"on papers": "nothing"}]))
    return made | may | {"steps": [first, *more]}


# What is wrong wherever it stands, or right there; never a name that only `check` could know.
MISSHAPEN = (
    None,
    "",
    [],
    {},
    [None],
    [{}],
    [["kite"]],
    ["kite"],
    ["kite", "boat"],
    ["kite", None],
    ["kite", {}],
    ["kite", {"boat": None}],
    [{"kite": "My kite", "boat": []}],
    {"kite": ""},
    {"kite": "My kite"},
    {"kite": "My kite", "boat": {}},
    {"kite": "My kite", "boat": "Boat"},
)
KEYS = sorted(
    {*ACTIVITY, *mechanics.names(), *(f.key for m in mechanics.names() for f in fields_of(mechanics.mechanic(m).Step))}
)


def places(data, path=()) -> list[tuple]:
    """Where anything stands, as keys and numbers to go by."""
    inside = data.items() if isinstance(data, dict) else enumerate(data) if isinstance(data, list) else ()
    return [path, *(place for key, part in inside for place in places(part, (*path, key)))]


def holder(data, place: tuple):
    for part in place[:-1]:
        data = data[part]
    return data


@st.composite
def damaged(draw) -> dict:
    """An activity with up to two things taken away, put in or written wrongly."""
    data = deepcopy(draw(activities()))
    for _ in range(draw(st.integers(1, 2))):
        depth = draw(st.sampled_from([3, 3, 9]))  # mostly a key of a step, or above it
        place = draw(st.sampled_from([place for place in places(data) if 0 < len(place) <= depth]))
        whole, last = holder(data, place), place[-1]
        how = draw(st.sampled_from(["gone", "misshapen", "a key more"]))
        if how == "misshapen":
            whole[last] = deepcopy(draw(st.sampled_from(MISSHAPEN)))
        elif how == "a key more" and isinstance(whole, dict):
            whole.setdefault(draw(st.sampled_from([*KEYS, "colour"])), deepcopy(draw(st.sampled_from(MISSHAPEN))))
        elif place != ("steps", 0):  # others need what it makes
            whole.pop(last)
    return data


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
        {"place": "hopes", "pictures": ["kite", "boat"], "onto": {"kite": "No spot"}},
        {"place": "hopes", "pictures": ["kite", "boat"], "onto": [{"keep": "A spot"}, {"kite": "No spot"}]},
        {"choose": "other", "pictures": {"kite": "My kite", "boat.png": "With its ending"}},
        {"choose": "other", "pictures": ["kite", "../boat"]},
        {"choose": "other", "pictures": ["kite", "boat"], "otherwise": ["star", "leaf"]},
        {"choose": "other", "pictures": ["kite", "boat"], "up to": 100},
        {"choose": "Other", "pictures": ["kite", "boat"]},
        {"choose": "other", "from": "a.b.c.d"},
        {"choose": "other", "rub": "thing", "pictures": ["kite", "boat"]},
        {"rub": "thing", "story": [{"walk": "nowhere"}]},
        {"rub": "thing", "story": [{"carry": "kite"}]},
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


NAMES = [*KEYS, *PICTURES, "thing", "Thing", "keep", "riverbank", "trail", "anew", "each visit", "any", "visit.pages"]
ODD = [
    "../kite",
    "kite.PNG",
    "spot-keep",
    "card-7",
    "card-x",
    "a: b",
    "a.b.c.d",
    "thing.",
    "1.5",
    "null",
    "007",
    "Grüße an 良",
]
ANY = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(-2, 120),
    st.floats(allow_nan=False, allow_infinity=False),
    st.text().map(str.strip),
    st.sampled_from([*NAMES, *ODD]),
)
ANYTHING = st.recursive(
    ANY, lambda part: st.lists(part, max_size=3) | st.dictionaries(ANY.filter(bool).map(str), part, max_size=3)
)


@st.composite
def wild(draw) -> dict:
    data = deepcopy(draw(activities()))
    for place in draw(st.lists(st.sampled_from(places(data)[1:]), max_size=3)):
        if place in places(data):  # what stood there may be gone already
            holder(data, place)[place[-1]] = draw(ANYTHING)
    return data


@examples(100)
@given(wild())
def test_whatever_the_schema_refuses_check_refuses_too(data):
    assert OF["activity"].is_valid(data) or refused(data), written(data)


CHAPTERS = st.one_of(
    st.sampled_from(MISSHAPEN),
    st.lists(
        st.fixed_dictionaries(
            {"title": st.sampled_from(["One", 1, None])},
            optional={
                "activities": st.sampled_from([["one", "two"], ["one.yaml"], *MISSHAPEN]),
                "colour": st.just("x"),
            },
        ),
        max_size=2,
    ),
)


LISTS = st.sampled_from([["one", "two"], ["two", "two"], ["kite"], ["one.yaml"], *MISSHAPEN])
SETS = st.one_of(
    st.sampled_from(MISSHAPEN),
    st.lists(
        st.fixed_dictionaries(
            {"title": st.sampled_from(["One", 1, None])},
            optional={
                "activities": LISTS,
                "one of": LISTS,
                "last visit": st.sampled_from(["yes", "no", True, None, []]),
                "colour": st.just("x"),
            },
        ),
        max_size=2,
    ),
)


@examples(30)
@given(
    st.fixed_dictionaries(
        {},
        optional={"title": st.sampled_from(["Ours", "", []]), "chapters": CHAPTERS, "sets": SETS, "x": ANY},
    )
)
def test_workbooks_are_refused_by_both_or_by_none(tmp_path_factory, data):
    folder = tmp_path_factory.getbasetemp() / "shelf"
    folder.mkdir(exist_ok=True)
    for name in ("one", "two", "kite", "boat"):
        (folder / f"{name}.yaml").write_text("")
    (folder / "workbook.yaml").write_text(written(data))
    said = [m.sentence for m in read_workbook(folder, LIBRARY, only=[folder / "workbook.yaml"]).mistakes]
    assert OF["workbook"].is_valid(data) is not misshapen(said), (written(data), said)

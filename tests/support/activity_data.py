"""Activities as YAML gives them, made by chance: good ones, damaged ones, and wild ones."""

from copy import deepcopy

from hypothesis import strategies as st

from game import mechanics
from game.authoring.activity_reader import ACTIVITY
from game.core.activity import fields_of, yaml_key

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
    "reference": st.sampled_from(["thing", "visit.pages", ["thing", "visit.pages"], ["thing"]]),
    "signs": st.sampled_from(["thing", "visit.pages"]),
    "picture": st.sampled_from(PICTURES),
    "stand-in": st.sampled_from(PICTURES),
    "pictures": labelled(PICTURES, 2),
    "otherwise": labelled(PICTURES, 2),
    "spots": labelled(("different", "keep"), 1),
    "stays here": st.sampled_from(["keep", ["keep"]]),
    "any number": st.sampled_from(["keep", ["keep"]]),
    "alone": st.sampled_from(["kite", ["kite"]]),
    "yes": st.just("yes"),
    "again": st.sampled_from(["yes", "once each"]),
    "breaths": st.sampled_from([1, 10, "4"]),
    "as written": st.just("as written"),
    "at most": st.sampled_from(["any", 1, "2", "1 each"]),
    "how many": st.sampled_from(["any", 1, 99, "3"]),
    "words": WORDS,
}

STORY = [{"walk": "far-gate"}, {"carry": "acorn"}, {"look": "different"}, {"think": "gate"}, {"wait": 0.5}]


@st.composite
def steps(draw, mechanic: str) -> dict:
    """A good step, with any of the keys that it need not have."""
    Step = mechanics.mechanic(mechanic).Step
    there = {f.key for f in fields_of(Step) if f.needed or draw(st.booleans())}
    for field, other in Step.ONLY_WITH:
        there |= {yaml_key(other)} if yaml_key(field) in there else set()
    one_of = [yaml_key(field) for field in Step.ONE_OF]
    if one_of and not there.intersection(one_of):
        there.add(draw(st.sampled_from(one_of)))
    step = {f.key: draw(RIGHT[f.kind.name]) for f in fields_of(Step) if f.key in there}
    for many, places in Step.NO_MORE_THAN:
        step |= (
            {yaml_key(many): ["fox", "owl"], yaml_key(places): ["different", "keep"]} if yaml_key(many) in there else {}
        )
    if not step.keys().isdisjoint(("stays here", "any number")):
        step["onto"] = ["different", "keep"]  # something is left to go home, and for `up to` to hold
    if "alone" in step:
        step |= {"pictures": ["kite", "boat"], "alone": "kite"}
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
    may = draw(
        st.sampled_from(
            [{}, {"each visit": "anew"}, {"unlock": "each visit"}, {"on papers": "nothing"}, {"on papers": "summary"}]
        )
    )
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

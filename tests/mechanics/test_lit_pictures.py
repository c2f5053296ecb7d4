"""Light: a picture in place of a lantern, on any scene: it stands on its spot, is dark until it is lit, and what it is
for stands beside it.
"""

from hypothesis import assume, given
from hypothesis import strategies as st

from game.art.library import Library
from game.authoring.values.place import WrittenPlace, spot
from game.core.activity import Labelled
from game.core.ids import Option, Sign, SpotId
from game.core.lanterns import FOOT, OPEN
from game.core.own_scene import LEAST_PLACE, frame
from game.core.picture import Glow, Stamp
from game.core.table import Offered, Table
from game.mechanics import light
from game.play import screens
from tests.support.examples import examples
from tests.support.own_scenes import make_scene
from tests.support.story import LIBRARY, Story, read_activities

SCENES = [scene for scene in LIBRARY.scenes() if LIBRARY.spots(scene)]
PICTURES = [name for name in LIBRARY.names() if not name.startswith("lantern-")]
shares = st.tuples(st.integers(0, 70), st.integers(0, 40), st.integers(12, 30), st.integers(20, 45))
SIGN = st.sampled_from(["", "star"])
PHOTO = "0123456789abcdef0123456789abcdef"


@st.composite
def tables(draw) -> Table:
    """A step on a scene of ours, or on one that a therapist has drawn places on, with pictures or without."""
    if draw(st.booleans()):
        spots = LIBRARY.spots(draw(st.sampled_from(SCENES)))
    else:
        places = [WrittenPlace(None, None, f"p{n}", draw(shares), sign=draw(SIGN)) for n in range(3)]
        spots = tuple(spot(one, frame(1600, 1000)) for one in places)
        assume(all(one.box[3] >= LEAST_PLACE for one in spots))  # check says so
    named = draw(st.lists(st.sampled_from([*PICTURES, PHOTO]), max_size=len(spots), unique=True))
    offered = tuple(Offered(name, name, name, dark=LIBRARY.dark(name)) for name in named)
    step = light.Step(light="lights", along=tuple(Labelled(spot.name, "") for spot in spots))
    return Table("light", "lights", step, "riverbank", "fox", "middle", offered, spots=spots)


@examples(60)
@given(tables())
def test_whatever_is_lit_stands_on_its_spot_is_dark_and_stays_lit(table):
    unlit, where = light.view(table, light.State(), ()), {spot.name: spot for spot in table.spots}
    stand = [thing for thing in unlit.things if isinstance(thing, Stamp) and isinstance(thing.id, SpotId)]
    assert len(stand) == min(len(table.spots), len(table.offered) or len(table.spots))
    for thing in stand:
        left, top, wide, high = where[thing.id.name].box
        foot = thing.y + FOOT * thing.width
        assert left <= thing.x <= left + wide and top <= foot <= top + max(high, 40)
    lit = light.view(table, light.State(tuple(where)), ())
    now = {thing.id: thing for thing in lit.things if isinstance(thing, Stamp)}
    pictures = {o.art for o in table.offered} or {OPEN}
    for thing in stand:
        then = now[thing.id]
        assert then.art in pictures and then.air == "" and (thing.art, thing.air) != (then.art, then.air)
    assert [t.strength for t in lit.things if isinstance(t, Glow)] == [1.0] * len(stand)


@examples(30)
@given(tables())
def test_each_sign_of_a_therapist_s_scene_stands_at_its_own_place(table):
    signs = {t.id: t.x for t in light.view(table, light.State(), ()).things if isinstance(t, Stamp)}
    there = table.spots[: len(table.offered) or None]
    marked = {Sign(place.name): place.x for place in there if place.sign and not place.size}
    assume(marked)
    assert {sign: signs.get(sign) for sign in marked} == marked


def test_a_candle_that_is_tried_burns_from_then_on(tmp_path):
    steps = "  - use: tools\n    pictures: [candle, drum]\n"
    with Story(loaded=read_activities(tmp_path, first=steps)) as story:
        story.go("first")
        seen = [story.thing(Option("candle")).art]
        for _ in range(2):
            story.tap(Option("candle"))
            seen.append(story.thing(Option("candle")).art)
    assert seen == ["candle-dark", "candle", "candle"]


def test_on_a_scene_of_her_own_no_patch_lies_where_a_light_stands(tmp_path):
    make_scene(tmp_path, "garden")
    library = Library(tmp_path / "pictures", tmp_path / "safe")
    steps = "  - light: lights\n    scene: garden\n    along: [swing, pond]\n"
    with Story(loaded=read_activities(tmp_path, library, first=steps), library=library) as story:
        story.go("first")
        assert story.here.table.scene == library.scene_art("garden") != library.scene_art("garden", ["swing", "pond"])


def test_what_a_candle_is_for_stands_beside_it_and_is_not_lit(tmp_path):
    steps = (
        "  - choose: who\n    pictures: [pet, friend]\n  - light: candle\n    scene: evening-place\n    signs: who\n"
        "    pictures: [candle]\n    along: [middle]\n"
    )
    with Story(loaded=read_activities(tmp_path, dog=steps)) as story:
        story.go("dog")
        story.tap(Option("pet"))
        story.tap(screens.ONWARD)
        (candle,) = [t for t in story.picture.things if isinstance(t, Stamp) and t.means == SpotId("middle")]
        (photo,) = [t for t in story.picture.things if getattr(t, "id", None) == Sign("middle")]
        assert photo.art == "pet" and not photo.means
        assert photo.x + photo.width / 2 <= candle.x - candle.width / 2
        assert photo.width > candle.width and photo.y + photo.width / 2 == candle.y + candle.width / 2, "on one ground"


def test_what_lanterns_are_for_stands_beside_each_once(tmp_path):
    who = "  - choose: who\n    up to: any\n    pictures: [pet, friend]\n  - light: night\n    scene: lantern-row\n"
    with Story(
        loaded=read_activities(tmp_path, night=who + "    signs: who\n    along: [lantern-2, lantern-3]\n")
    ) as story:
        story.go("night")
        for means in (Option("pet"), Option("friend"), screens.ONWARD):
            story.tap(means)
        signs = [thing for thing in story.picture.things if isinstance(getattr(thing, "id", None), Sign)]
        assert [(sign.id.name, sign.art) for sign in signs] == [("lantern-2", "pet"), ("lantern-3", "friend")]

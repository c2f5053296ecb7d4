"""Light: whatever grip a child tries opens a lantern, another closes it; of visits' lanterns only tonight's is lit."""

from itertools import pairwise

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from msgspec.structs import replace

from game.art.library import Library
from game.authoring.values.place import WrittenPlace, spot
from game.core.activity import Labelled
from game.core.companion import companion_on
from game.core.events import Plan
from game.core.gesture import drag, points_between, tap
from game.core.ids import Option, Scenery, Sign, SpotId
from game.core.lanterns import FOOT, HAZE, LARGER, OPEN, TONIGHT, standing
from game.core.own_scene import LEAST_PLACE, frame
from game.core.picture import Glow, Picture, Stamp, find, meaningful
from game.core.table import CHOSEN, Offered, Table
from game.mechanics import light
from game.mechanics.light import LIT, OPENING, RISING, SAT, WAITING
from game.paper import summary
from game.play import screens
from game.play.record import Record, Traveller
from game.play.unfolding import EACH, Unfolding
from game.play.visit_pictures import lanterns
from tests.support.examples import examples
from tests.support.own_scenes import make_scene
from tests.support.story import LIBRARY, Story, read_activities

LAMPS = "  - light: lights\n    scene: lantern-road\n    along: [lantern-1, lantern-2, lantern-3]\n"
FIRST = SpotId("lantern-1")
GRIPS = {"upward": (0, -70), "aside": (60, 10), "downward": (0, 60), "a tap": (0, 0)}


@pytest.fixture
def story(tmp_path):
    with Story(loaded=read_activities(tmp_path, first=LAMPS)) as story:
        story.go("first")
        yield story


def pull(story: Story, by: tuple[float, float], *back: tuple[float, float]) -> None:
    """A finger on the first lantern is drawn so far, and perhaps further, and lets go."""
    lamp = story.thing(FIRST)
    ways = [(lamp.x, lamp.y), *((lamp.x + x, lamp.y + y) for x, y in (by, *back))]
    points = tuple(point for a, b in pairwise(ways) for point in points_between(a, b))
    story.perform(drag(points) if by != (0, 0) else tap(lamp.x, lamp.y))


def art(story: Story) -> object:
    return find(story.picture, FIRST).art


def glow(story: Story) -> float:
    return next(t.strength for t in story.picture.things if isinstance(t, Glow) and t.id == Scenery("glow-lantern-1"))


@pytest.mark.parametrize("grip", GRIPS)
def test_whatever_grip_a_child_tries_lights_it_and_a_tap_or_a_finger_downward_folds_it_again(story, grip):
    assert (art(story), glow(story), story.rows) == (WAITING, 0, ())
    for back in ((0, 0), (0, 70)):
        pull(story, GRIPS[grip])
        assert (art(story), glow(story)) == (OPEN, 1)
        assert [(row.how, row.pictures) for row in story.rows] == [(LIT, ())]
        pull(story, back)
        assert (art(story), glow(story), story.rows) == (WAITING, 0, ())


def test_the_light_rises_with_the_finger_and_one_that_comes_back_has_thought_better_of_it(story):
    lamp, seen = story.thing(FIRST), []
    story.now += 1
    story.touch("press", lamp.x, lamp.y)
    for up in (0, 30, 60, 80, 60, 30, 0):
        story.touch("drag", lamp.x, lamp.y - up)
        seen.append(art(story))
    story.touch("release", lamp.x, lamp.y)
    assert seen == [WAITING, RISING, OPENING, OPEN, OPENING, RISING, WAITING]
    assert art(story) == WAITING and not story.moves()


def test_a_lit_lantern_is_not_folded_by_a_finger_that_lights_once_more(story):
    pull(story, (0, -70))
    for by in ((0, -70), (60, 0)):
        pull(story, by)
        assert art(story) == OPEN
    assert len(story.moves()) == 1


def test_a_finger_that_is_lost_has_lit_nothing(story):
    before, lamp = story.picture, story.thing(FIRST)
    story.touch("press", lamp.x, lamp.y)
    story.touch("drag", lamp.x, lamp.y - 70)
    assert art(story) != WAITING
    story.touch("lost", lamp.x, lamp.y - 70)
    assert story.picture == before and not story.moves()


def test_two_fingers_light_two_lanterns_at_once(story):
    lamps = [story.thing(SpotId(f"lantern-{number}")) for number in (1, 3)]
    for phase, up in (("press", 0), ("drag", 70), ("release", 70)):
        for finger, lamp in enumerate(lamps, 1):
            story.touch(phase, lamp.x, lamp.y - up, finger)
    assert story.here.state.lit == ("lantern-1", "lantern-3")


def test_of_the_lanterns_of_visits_only_tonight_s_can_be_lit_and_those_that_were_lit_stay_so():
    with Story().at("lanterns", 0) as story:
        for plan, number in ((Plan(6, (2,)), 3), (Plan(4), 6), (Plan(0), 1), (Plan(20), 17)):
            table = replace(story.here.table, offered=lanterns(plan, number))
            shown = light.view(table, light.State(), ())
            at = {spot.name: spot for spot, _ in standing(table.spots, table.offered)}
            (tonight,) = meaningful(shown)
            assert tonight.art == TONIGHT
            assert tonight.width == at[tonight.id.name].size >= LARGER[TONIGHT][1], "it is the one that is asked about"
            stand = [t.art for t in shown.things if isinstance(t, Stamp) and isinstance(t.id, SpotId)]
            assert len(stand) == min(len([o for o in table.offered if o.art != HAZE]), len(table.spots))
            burning = [t for t in shown.things if isinstance(t, Glow) and t.strength]
            assert len(burning) == sum(art in (OPEN, "lantern-extra") for art in stand)


def test_the_summary_says_which_visit_s_lantern_was_lit():
    with Story().at("lanterns", 0) as story:
        story.perform(light.demo(story.here.table))
        (row,) = story.rows
        assert row.how == LIT and [(o.label, o.art) for o in row.pictures] == [("Visit 4", OPEN)]


# A picture in place of a lantern, on any scene

SCENES = [scene for scene in LIBRARY.scenes() if LIBRARY.spots(scene)]
PICTURES = [name for name in LIBRARY.names() if not name.startswith("lantern-")]
shares = st.tuples(st.integers(0, 70), st.integers(0, 40), st.integers(12, 30), st.integers(20, 45))
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


SIGN = st.sampled_from(["", "star"])


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


def test_a_candle_is_lit_and_not_a_lantern_and_can_be_referred_to(tmp_path):
    named = "    pictures: [candle, pet, house]\n"
    with Story(loaded=read_activities(tmp_path, first=LAMPS + named)) as story:
        story.go("first")
        assert art(story) == "candle-dark"
        pull(story, (0, -70))
        assert art(story) == "candle" and glow(story) == 1
        assert [(row.how, [o.id for o in row.pictures]) for row in story.rows] == [(CHOSEN, ["candle"])]
        assert not any(t.art in (WAITING, OPEN) for t in story.picture.things if isinstance(t, Stamp))


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


def test_a_light_without_words_is_in_the_summary(tmp_path):
    steps = LAMPS + "    sit:\n      - lantern-6: Sitting quietly\n"
    with Story(loaded=read_activities(tmp_path, first=steps)) as story:
        story.go("first")
        assert "Lit" not in summary.text(Traveller("one", Record((story.visit,))))
        pull(story, (0, -70))
        story.tap(SpotId("lantern-6"))
        story.tap(screens.ONWARD)
        assert "\nfirst\n  Lit lights. Sitting quietly.\n" in summary.text(Traveller("one", Record((story.visit,))))


def test_who_would_rather_sit_sits_and_gets_up_again(tmp_path):
    step = "  - light: lights\n    scene: lantern-road\n    along: [lantern-1]\n    sit: [lantern-6]\n"
    with Story(loaded=read_activities(tmp_path, first=step)) as story:
        story.go("first")
        home = companion_on(story.picture)
        story.tap(SpotId("lantern-6"))
        assert companion_on(story.picture).x == story.thing(SpotId("lantern-6")).x != home.x
        assert [(row.how, row.spot) for row in story.rows] == [(SAT, "lantern-6")]
        story.tap(SpotId("lantern-6"))
        assert companion_on(story.picture) == home and story.rows == ()


def test_light_comes_up_through_all_that_lies_between_and_goes_the_same_way():
    def seen(before: str, after: str, *times: float) -> list:
        through = (RISING, OPENING) if after == OPEN else (OPENING, RISING)
        unfolding = Unfolding(still=False)
        for now, each in ((0, before), (1, after)):
            unfolding.set_out([(FIRST, Stamp(each, 0, 0, 10, through=through))], now)
        return [unfolding.art(FIRST, 1 + time) for time in times]

    times = (0, EACH * 1.1, EACH * 2.1)
    assert seen(WAITING, OPEN, *times) == [RISING, OPENING, None]
    assert seen(OPEN, WAITING, *times) == [OPENING, RISING, None]
    assert seen(OPENING, OPEN, *times) == [None, None, None]
    assert seen(WAITING, WAITING, *times) == [None, None, None]


def test_where_nothing_moves_the_light_is_there_at_once():
    unfolding = Unfolding(still=True)
    for art in (WAITING, OPEN):
        unfolding.set_out([(FIRST, Stamp(art, 0, 0, 10, through=(RISING, OPENING)))], 0)
    assert unfolding.art(FIRST, 0) is None and not unfolding.going_on(0)


def test_who_is_with_the_companion_waits_at_the_other_end_and_sits_beside_it_wherever_it_sits():
    with Story().at("how-we-celebrate", 0) as story:
        table = story.here.table
        row = [spot.x for spot in table.spots if spot.name.startswith("light-")]
        for at in ("", "bench", "door"):
            shown = light.view(table, light.State(at=at), ()).things
            companion = companion_on(Picture(shown))
            (other,) = (t for t in shown if isinstance(t, Stamp) and t.art == "big-hedgehog")
            assert other.means is None and other.width > companion.width
            seat = next((g for g in table.spots if g.name == at), None)
            if seat is None:
                assert other.x - row[-1] == pytest.approx(row[0] - companion.x)
            else:
                assert 0 < companion.x - other.x < companion.width and other.x < seat.x < companion.x


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

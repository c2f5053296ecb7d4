"""Light: whatever grip a child tries opens a lantern, another closes it; of visits' lanterns only tonight's is lit."""

from itertools import pairwise

import pytest
from msgspec.structs import replace

from game.core.companion import companion_on
from game.core.events import Plan
from game.core.gesture import drag, points_between, tap
from game.core.ids import Scenery, SpotId
from game.core.lanterns import HAZE, LARGER, OPEN, TONIGHT, standing
from game.core.picture import Glow, Picture, Stamp, find, meaningful
from game.core.table import CHOSEN
from game.mechanics import light
from game.mechanics.light import LIT, OPENING, RISING, SAT, WAITING
from game.paper import summary
from game.play import screens
from game.play.record import Record, Traveller
from game.play.visit_pictures import lanterns
from tests.support.story import Story, read_activities

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


def test_a_candle_is_lit_and_not_a_lantern_and_can_be_referred_to(tmp_path):
    named = "    pictures: [candle, pet, house]\n"
    with Story(loaded=read_activities(tmp_path, first=LAMPS + named)) as story:
        story.go("first")
        assert art(story) == "candle-dark"
        pull(story, (0, -70))
        assert art(story) == "candle" and glow(story) == 1
        assert [(row.how, [o.id for o in row.pictures]) for row in story.rows] == [(CHOSEN, ["candle"])]
        assert not any(t.art in (WAITING, OPEN) for t in story.picture.things if isinstance(t, Stamp))


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

"""What a little story leaves lying: there until the child does something, in nobody's way."""

import pytest
from msgspec.structs import replace

from game.core.companion import COMPANION_ID, companion_on
from game.core.ids import Id, Option, Scenery, SpotId
from game.core.keyframes import keyframes
from game.core.picture import Picture, Stamp, TouchArea, hit
from game.core.sprite import Sprite
from game.core.story import LONGEST, Beat
from game.core.story_stage import stage
from game.core.table import Spot
from game.play.drawn import Drawn, Frame, quantized
from game.play.showings import FIRST
from game.play.stories import OPENS, moment
from game.play.story_left import CHANGED, GOES, StoryLeft, covers_touchable, laid_behind
from game.play.story_view import StoryView
from tests.support.child import Child
from tests.support.story import LIBRARY, Story
from tests.support.told import TOLD, told

OVER = FIRST + LONGEST + 1  # seconds after arrival, when the story is over
PUPPET = LIBRARY.puppet("fox-looking")
STEP = 0.2  # seconds from one glance at the glass to the next


def later(child: Child, seconds: float) -> None:
    """Time goes by, in a few frames only."""
    for _ in range(round(seconds / STEP)):
        child.now += STEP
        child.glass.frame()


def left(child: Child) -> list[Drawn]:
    return [child.things[id] for id in child.left]


def lying_at_the_end(activity: str, number: int) -> tuple[Drawn, ...]:
    """All that this story lays down, as it would be seen."""
    story, stage, picture = told(activity, number)
    waits = companion_on(picture)
    view = StoryView(LIBRARY.puppet(waits.art), waits.width, stage.spots)
    return view.lying(moment(story, stage, LONGEST + 1))


@pytest.mark.parametrize(("activity", "number"), TOLD)
@pytest.mark.parametrize("still", [False, True])
def test_what_was_laid_lies_there_until_the_child_does_something(activity, number, still):
    with Story().at(activity, number) as story:
        child = Child(story)
        child.room._still = still
        child.room.refit(child.glass)
        later(child, OVER)
        laid = lying_at_the_end(activity, number)
        assert not child.plays and len(left(child)) == (0 if covers_touchable(laid, story.picture) else len(laid))
        if not left(child):
            return
        nothing = next((x, 90.0) for x in range(200, 1100, 20) if hit(story.picture, x, 90) is None)
        child.tap(*nothing)
        later(child, 1)
        strong = {drawn.id: quantized(drawn.strength) for drawn in laid}
        assert {drawn.id: drawn.strength for drawn in left(child)} == strong, "the land answers, and no more"
        for option in story.options()[:1]:
            child.touch("press", option.x, option.y)
            later(child, GOES / 2)
            assert {0 < drawn.strength < 1 for drawn in left(child)} == {True}, "softly"
            later(child, GOES)
            assert not left(child)


def test_where_the_story_is_played_again_it_is_laid_again():
    with Story().at("when-we-are-done", 0) as story:
        child = Child(story)
        later(child, OVER)
        before = left(child)
        waits = companion_on(story.picture)
        child.tap(waits.x, waits.y)
        later(child, 1.4)
        assert child.plays and not left(child)
        later(child, OVER)
        assert not child.plays and left(child) == before


def test_a_touch_that_means_nothing_ends_the_story_and_leaves_what_lies_there_by_then():
    with Story().at("when-we-are-done", 0) as story:
        child = Child(story)
        while not left(child):
            later(child, STEP)
        child.tap(640, 60)
        later(child, 2)
        assert not child.plays and len(left(child)) == 1


# In nobody's way

ACORN = Drawn(Scenery("story-thing", 0), Sprite("acorn", 100, 100), 300, 300, 100)
VESSEL = Drawn(SpotId("front"), Sprite("jar", 200, 200), 300, 300, 200)


def lying(means: Id | None, x: float) -> Picture:
    return Picture((TouchArea(SpotId("pond"), 300, 300, 200, 200), Stamp("star", x, 300, 100, means=means)))


@pytest.mark.parametrize(
    ("means", "x", "goes"), [(Option("star"), 380, True), (Option("star"), 396, False), (None, 300, False)]
)
def test_it_goes_where_it_would_hide_what_can_be_touched(means, x, goes):
    there, picture = StoryLeft(), lying(means, x)
    there.lay((ACORN,), set(), picture)
    assert [there.strength(picture, now) for now in (5, 5 + GOES)] == ([1, 0] if goes else [1, 1])


def test_it_lies_behind_what_stands_before_it_and_gone_is_gone():
    there, picture, frame = StoryLeft(), lying(None, 600), Frame("pond", (VESSEL,))
    there.lay((ACORN,), {VESSEL.id}, picture)
    assert there.on(frame, 1).things == (ACORN, VESSEL)
    there.strength(lying(Option("star"), 600), 5)
    assert there.strength(picture, 5 + GOES / 2) == pytest.approx(0.5), "it does not come back"
    assert there.strength(picture, 5 + GOES) == 0 and there.on(frame, 1) is frame


def test_what_lies_veiled_stays_veiled():
    there, veiled = StoryLeft(), replace(ACORN, strength=0.5)
    there.lay((veiled,), set(), lying(None, 600))
    assert [there.on(Frame("pond", ()), strength).things[0].strength for strength in (1, 0.5)] == [0.5, 0.25]


def test_what_only_looks_otherwise_now_is_in_nobodys_way():
    lit = Drawn(Scenery(CHANGED), Sprite("lantern-lit", 100, 100), 300, 300, 100)
    assert covers_touchable((replace(lit, id=ACORN.id),), lying(Option("star"), 300))
    assert not covers_touchable((lit,), lying(Option("star"), 300))


def test_what_stands_in_the_land_looks_otherwise_behind_the_companion_and_its_own_things_lie_before_it():
    smooth = Drawn(Scenery(CHANGED), Sprite("stepping-stone-smooth", 100, 100), 300, 300, 100)
    it = Drawn(COMPANION_ID, Sprite("fox", 100, 100), 300, 300, 100)
    assert laid_behind((it,), (smooth, ACORN), set()) == (smooth, it, ACORN)


def test_a_light_goes_into_the_lantern_and_burns_there_and_what_else_lies_there_is_seen():
    lantern = Spot("lantern", 700, 400, 300, 200, lit="lantern-lit", inside=(650, 350, 100, 100))
    view = StoryView(PUPPET, 168, (lantern,))
    for what, seen in (("light", ["lantern-lit"]), ("scarf", ["lantern-lit", "scarf"])):
        story = (Beat("carry", what), Beat("walk", "lantern"), Beat("carry", "nothing"))
        here = stage(366, 626, 168, (lantern,))
        assert keyframes(story, here)[3].x == 550, "beside it, not before it"
        lies = view.lying(moment(story, here, LONGEST + 1))
        assert [drawn.sprite.art for drawn in lies] == seen
        assert {drawn.sprite for drawn in lies} <= {*view.sprites(story)}, "they are made before it begins"
    assert view.lying(moment((), here, 1)) == ()


def test_where_nothing_can_be_laid_it_opens_softly_under_the_paw():
    flap = Spot("flap", 700, 400, 300, 200, lit="own-map-flap-open")
    story, here, view = (Beat("touch", "flap"),), stage(366, 626, 168, (flap,)), StoryView(PUPPET, 168, (flap,))
    done = keyframes(story, here)[2].at
    times = done - OPENS, done - OPENS / 2, LONGEST
    far = [[drawn.strength for drawn in view.lying(moment(story, here, t))] for t in times]
    assert far[0] == [] and 0 < far[1][0] < 1 and far[2] == [1]


@pytest.mark.parametrize(("hold", "seen"), [("hang", "hung-scarf"), ("lie", "scarf")])
def test_a_scarf_on_a_hook_hangs_down_from_it(hold, seen):
    hook = Spot("hook", 700, 400, 300, 200, hold=hold, size=130, inside=(600, 380, 200, 40))
    story, here = (
        (Beat("carry", "scarf"), Beat("walk", "hook"), Beat("carry", "nothing")),
        stage(366, 626, 168, (hook,)),
    )
    view = StoryView(PUPPET, 168, (hook,))
    (scarf,) = view.lying(moment(story, here, LONGEST + 1))
    assert scarf.sprite.art == seen and scarf.sprite in view.sprites(story)


@pytest.mark.parametrize(("hold", "lit", "seen"), [("sink", "sleeve-with-page", 1), ("lie", "sleeve-with-page", 2)])
def test_what_sinks_in_is_shown_by_what_it_has_sunk_into(hold, lit, seen):
    sleeve = Spot("sleeve", 700, 400, 300, 200, hold=hold, lit=lit, inside=(600, 380, 200, 40))
    story, here = (Beat("carry", "acorn"), Beat("walk", "sleeve"), Beat("carry", "nothing")), stage(366, 626, 168, ())
    here = replace(here, spots=(sleeve,))
    there = StoryView(PUPPET, 168, (sleeve,)).lying(moment(story, here, LONGEST + 1))
    assert len(there) == seen and there[0].sprite.art == lit


def test_what_has_sunk_into_a_bag_is_behind_its_front():
    with Story().at("try-a-tool", 1) as story:
        child = Child(story)
        later(child, OVER)
        names = [str(id) for id in child.things]
    assert names.index(str(Scenery("story-thing", 0))) < names.index(str(Scenery("front-for-me")))
